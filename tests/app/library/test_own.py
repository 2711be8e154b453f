"""A host's own protocols as files: what is written reads the same, and a person's hand in a file is left alone."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import NotKept
from app.groups.forms import Form
from app.library.bundled import load_folder
from app.library.faults import Unreadable
from app.library.own import OwnProtocols, copy_named, faults_of, free_name, send_out
from app.library.protocol import Cue, Elsewhere, Family, Lines, Protocol, Step, Timer, WallLines
from app.library.reader import faults_in, read_protocol, understood
from app.library.writer import rewritten, written
from app.words import Words
from tests.app.library.here import PROTOCOLS

FULL = int(os.environ.get("WRITTEN", "20"))
BUNDLED = load_folder(PROTOCOLS).protocols
OURS = """# for the Tuesday round
title    = "Left undone"   # as Ada says it
family = "ownership"
purpose = \"\"\"
What we leave
to others.\"\"\"

[[steps]]
title = "Left undone"
form = 'threes'
minutes = 12
# the one question
question = "What do you leave undone?"
[steps.say]
frame = [
    "One speaks.",   # slowly
    "The others listen.",
]

[[steps]]
title = "A break"
kind = "break"
minutes = 5   # never less
"""

WORD = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"), blacklist_characters="{}"),
               min_size=1, max_size=12)
LINE = st.lists(WORD, min_size=1, max_size=4).map(" ".join).map(lambda text: " ".join(text.split())).filter(bool)
LINES = st.lists(LINE, max_size=3).map(tuple)
SAID = st.builds(Lines, gather=LINES, frame=LINES, round=LINES, over=LINES, call_back=LINES)
ONE = st.builds(
    Step, title=LINE, question=LINE, wordings=LINES, form=st.sampled_from([Form.PAIRS, Form.THREES]),
    minutes=st.integers(5, 90), say=SAID, watch=SAID, wall=st.builds(WallLines, foot=LINE, lines=LINES),
    timer=st.none() | st.sampled_from(Timer), elsewhere=st.builds(Elsewhere, platform=LINE, phone=LINE),
    cues=st.just(()) | st.just((Cue(minutes=1.5, say="Change over."),)),
    family=st.none() | st.sampled_from([Family.GIFTS, Family.PART]))
ANY = st.builds(
    Protocol, id=st.just("any"), title=LINE, family=st.sampled_from([Family.GIFTS, Family.DISSENT]), purpose=LINE,
    when=LINES, when_not=LINES, settings=st.just(()) | st.just(("town hall", "education")),
    people=st.just((3, 300)) | st.just((4, 40)), steps=st.lists(ONE, min_size=1, max_size=3).map(tuple))
CHECKS = settings(max_examples=FULL, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str, name: str = "any") -> Protocol | None:
    """What the strict reader makes of a file's text."""
    return understood(tomllib.loads(text), Path(f"{name}.toml"))[0]


def whole(protocol: Protocol) -> Protocol:
    """As the reader finishes it: a step of no family has the protocol's."""
    return msgspec.structs.replace(protocol, steps=tuple(
        msgspec.structs.replace(step, family=step.family or protocol.family) for step in protocol.steps))


@pytest.fixture(name="own")
def _own(tmp_path: Path) -> OwnProtocols:
    return OwnProtocols(tmp_path / "protocols")


@pytest.mark.slow
@CHECKS
@given(ANY)
def test_whatever_is_written_reads_the_same(protocol: Protocol) -> None:
    assert read(written(whole(protocol))) == whole(protocol)


@pytest.mark.slow
@CHECKS
@given(ANY, ANY)
def test_a_file_changed_into_any_other_reads_as_the_other(before: Protocol, after: Protocol) -> None:
    text = rewritten(whole(after), written(whole(before)))
    assert text is not None and read(text) == whole(after)


@pytest.mark.parametrize("protocol", BUNDLED, ids=lambda protocol: protocol.id)
def test_every_bundled_protocol_is_written_and_read(protocol: Protocol) -> None:
    assert read(written(protocol), protocol.id) == protocol
    text = (PROTOCOLS / f"{protocol.id}.toml").read_text(encoding="utf-8")
    assert rewritten(protocol, text) == text      # nothing has changed, so no letter has


def test_only_what_changed_is_written_into_a_file_with_remarks(own: OwnProtocols) -> None:
    own.folder.mkdir()
    own.path("left").write_text(OURS, encoding="utf-8")
    protocol, _ = faults_in(own.path("left"))
    assert protocol is not None
    step = msgspec.structs.replace(protocol.steps[0], question="What do you leave to me?", minutes=14,
                                   watch=Lines(round=("Your pen.",)))
    own.keep(msgspec.structs.replace(protocol, steps=(step, protocol.steps[1])))
    text = own.path("left").read_text(encoding="utf-8")
    expected = OURS.replace("undone?", "to me?").replace("minutes = 12", "minutes = 14")
    missing = [line for line in expected.splitlines() if line not in text.splitlines()]
    assert missing == []
    assert faults_in(own.path("left"))[0] == msgspec.structs.replace(protocol, steps=(step, protocol.steps[1]))


def test_another_family_goes_to_every_step_that_had_the_old_one_by_itself(own: OwnProtocols) -> None:
    text = OURS.replace('title = "Left undone"\nform', 'title = "Left undone"\nfamily = "ownership"\nform')
    before = read(text)
    assert before is not None
    after = whole(msgspec.structs.replace(before, family=Family.GIFTS, steps=tuple(
        msgspec.structs.replace(step, family=Family.GIFTS) for step in before.steps)))
    now = rewritten(after, text)
    assert now is not None and read(now) == after and "# never less" in now


def test_a_file_that_cannot_be_changed_in_place_is_laid_aside_first(own: OwnProtocols) -> None:
    inline = 'title = "Mine" # by hand\nfamily = "gifts"\npurpose = "x"\nsteps = [{title = "Mine", minutes = 5}]\n'
    own.folder.mkdir()
    for text in (inline, "title = # torn"):
        own.path("mine").write_text(text, encoding="utf-8")
        assert own.keep(copy_named(BUNDLED[0], "Mine", ()))
        assert read_protocol(own.path("mine")).title == "Mine"
        assert (own.folder / "removed" / "mine.toml").read_text(encoding="utf-8") == text
    assert not own.keep(copy_named(BUNDLED[1], "Mine", ()))


def test_line_ends_of_another_system_stay(own: OwnProtocols) -> None:
    own.folder.mkdir()
    own.path("left").write_bytes(OURS.replace("\n", "\r\n").encode())
    before = read_protocol(own.path("left"))
    assert not own.keep(msgspec.structs.replace(before, title="Another"))
    assert own.path("left").read_bytes() == OURS.replace('title    = "Left', 'title    = "Another').replace(
        "Another undone\"   #", "Another\"   #", 1).replace("\n", "\r\n").encode()


def test_what_the_reader_would_refuse_is_not_written(own: OwnProtocols) -> None:
    wrong = msgspec.structs.replace(BUNDLED[0], title=" ")
    with pytest.raises(Unreadable, match="title: is empty"):
        own.keep(wrong)
    assert not own.folder.exists()
    assert [fault.field for fault in faults_of(wrong)] == ["title"]


def test_a_file_brought_in_is_the_file_letter_by_letter(own: OwnProtocols, tmp_path: Path) -> None:
    (tmp_path / "theirs.toml").write_text(OURS, encoding="utf-8")
    assert own.bring_in(tmp_path / "theirs.toml", "ours").id == "ours"
    assert own.path("ours").read_text(encoding="utf-8") == OURS
    (tmp_path / "theirs.toml").write_text("title = 3", encoding="utf-8")
    with pytest.raises(Unreadable):
        own.bring_in(tmp_path / "theirs.toml", "others")
    assert own.names() == {"ours"}


def test_what_is_removed_comes_back_but_never_over_another(own: OwnProtocols) -> None:
    mine = copy_named(BUNDLED[0], "Mine", ())
    own.keep(mine)
    own.remove("mine")
    assert own.names() == frozenset() and load_folder(own.folder).protocols == ()
    own.restore("mine")
    assert load_folder(own.folder).protocols == (mine,)
    own.remove("mine")
    own.keep(msgspec.structs.replace(mine, purpose="Another."))
    with pytest.raises(NotKept) as refused:
        own.restore("mine")
    assert "what was removed lies in the folder “removed”" in Words()(refused.value.text)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "protocols").write_text("in the way", encoding="utf-8")
    with pytest.raises(NotKept):
        OwnProtocols(tmp_path / "protocols").keep(BUNDLED[0])


def test_names_are_made_of_titles_and_never_taken_twice() -> None:
    assert free_name("Was lässt du liegen?", ()) == "was-lasst-du-liegen"
    assert free_name("Left undone", {"left-undone", "left-undone-2"}) == "left-undone-3"
    assert free_name("…", ()) == "protocol"
    assert free_name("../../etc", ()) == "etc"


def test_a_protocol_goes_out_as_its_file_has_it_or_as_it_is(own: OwnProtocols, tmp_path: Path) -> None:
    own.folder.mkdir()
    own.path("left").write_text(OURS, encoding="utf-8")
    protocol, _ = faults_in(own.path("left"))
    assert protocol is not None
    send_out(protocol, own.path("left"), tmp_path / "out.toml")
    assert (tmp_path / "out.toml").read_text(encoding="utf-8") == OURS
    other = msgspec.structs.replace(protocol, title="Another")
    send_out(other, own.path("left"), tmp_path / "left.toml")
    assert faults_in(tmp_path / "left.toml")[0] == other
