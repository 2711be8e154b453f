"""The harvest on paper: every word is found again, and nothing stands there that was not given."""

from __future__ import annotations

import base64
import contextlib
import gc
import re
import sys
import zlib
from pathlib import Path

import msgspec
import pytest

from app.errors import Trouble
from app.groups.roster import Roster, named
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.prints.faces import Faces
from app.prints.harvest import harvest_of, nameless, write_harvest
from app.prints.writing import SWITCH_INTERVAL, giving_way
from app.words import Words
from tests.app.prints.conftest import Pdf, Press
from tests.app.prints.harvests import at, harvest, note, staff_meeting, titled

pytestmark = pytest.mark.slow

GERMAN = "Die Tür klemmt seit März; jeder weiß es, außer dem Übergrößenträger von nebenan."
POLISH = "Żółć i gęślą jaźń: po prostu zacznę śpiewać, źle i głośno."
GREEK = "Θα ακούγαμε μουσική ώς αργά, και κανείς δεν θα βιαζόταν."
PLAIN = {"<b>bold</b>", "a &amp; b", '<img src="http://x/y.png"/>', "<para>", "</font>", "%s {0} {name}", "\\(a\\)"}


@pytest.mark.parametrize("text", [GERMAN, POLISH, GREEK, "Тише едешь, дальше будешь.", *sorted(PLAIN)])
def test_a_note_is_found_again_word_for_word(press: Press, text: str) -> None:
    pdf = press(harvest(note("gift", text, Keeps.GIFT)))
    assert text in pdf.words
    assert pdf.missing == ()


def test_a_note_nobody_wrote_is_not_found(press: Press) -> None:
    assert GERMAN not in press(harvest(note("gift", POLISH))).words


def test_a_note_of_four_hundred_words_is_all_there(press: Press) -> None:
    text = " ".join(f"word{n}" for n in range(400))
    assert text in press(harvest(note("gift", text))).words.replace("Staff meeting 2 ", "")


def test_a_note_of_twenty_thousand_letters_is_all_there(press: Press) -> None:
    text = " ".join(f"wort{n:05d}ü" for n in range(1666))
    words = set(press(harvest(note("gift", text))).words.split())
    assert set(text.split()) <= words


def test_one_word_longer_than_a_line_is_broken_and_all_there(press: Press) -> None:
    text = "Donaudampfschifffahrt" * 60
    assert text in press(harvest(note("gift", text))).words.replace(" ", "")


def test_lines_of_a_note_stay_lines(press: Press) -> None:
    pdf = press(harvest(note("gift", "first\nsecond\r\nthird")))
    assert "first second third" in pdf.words


@pytest.mark.slow
def test_ten_times_the_notes_are_ten_times_the_work(made_faces: Faces, tmp_path: Path) -> None:
    """Work is counted in calls, not in seconds: the same count on every machine."""
    def calls(many: int) -> int:
        texts = (f"{n} people walked home slowly and said so on the stairs" for n in range(many))
        pages = harvest(*(note("gift", text) for text in texts))
        count = 0

        def called(frame: object, event: str, argument: object) -> None:
            nonlocal count
            count += event == "call"

        sys.setprofile(called)
        try:
            write_harvest(pages, tmp_path / "many.pdf", Words(), faces=made_faces)
        finally:
            sys.setprofile(None)
        return count

    calls(10)
    assert calls(3_000) < 12 * calls(300)


def test_names_stand_only_where_they_were_given(press: Press) -> None:
    pdf = press(harvest(note("gift", "You asked me.", Keeps.GIFT, name="Mei", to="Tomas"),
                        note("gift", "You waited.", Keeps.GIFT)))
    assert "You asked me. Mei to Tomas" in pdf.words
    assert "You waited. " in pdf.words + " "


def test_ownership_and_doubts_are_nameless_whatever_the_note_holds(press: Press) -> None:
    pdf = press(harvest(note("busy", "I leave the door to others.", name="Ingeborg"),
                        note("gift", "I am not sure of this.", Keeps.DOUBT, name="Waldemar"),
                        note("busy", "I will lock it.", Keeps.PROMISE, name="Roswitha", to="Ottokar")))
    assert "I leave the door to others." in pdf.words and "I will lock it." in pdf.words
    for name in ("Ingeborg", "Waldemar", "Roswitha", "Ottokar"):
        assert name not in pdf.words


def test_promises_say_who_heard_them(press: Press) -> None:
    pdf = press(harvest(note("begin", "I will open at ten.", Keeps.PROMISE, name="Joan", to="Ruth", by_when="in May"),
                        note("begin", "I will ask.", Keeps.PROMISE, to="a neighbour"),
                        note("begin", "I will wait.", Keeps.PROMISE)))
    assert "What will you begin, seen or unseen?" in pdf.words
    assert "I will open at ten. Joan, heard by Ruth · in May" in pdf.words
    assert "I will ask. heard by a neighbour" in pdf.words
    assert "I will wait. no name kept" in pdf.words


def test_planned_and_lived_minutes_stand_side_by_side(press: Press) -> None:
    pdf = press(harvest(note("gift", "Thank you.")))
    assert "Left undone 13 min 5 min" in pdf.words
    assert "Closing word 4 min not reached" in pdf.words


def test_a_harvest_without_notes_says_that_this_is_fine(press: Press) -> None:
    pdf = press(harvest())
    assert "Nothing was written" in pdf.words
    assert "Planned and lived" in pdf.words
    assert "Nothing was written" not in press(harvest(note("gift", "Thank you."))).words


def test_the_cover_holds_title_purpose_day_and_place_but_no_counts_of_notes(press: Press) -> None:
    cover = press(harvest(note("gift", "Thank you."), note("gift", "And you."))).pages[0]
    assert "Staff meeting" in cover and "So that Tuesday belongs to all of us" in cover
    assert "Tuesday 24 November 2026 · 09:00 to 09:45" in cover
    assert "11 people · the back room" in cover
    assert "Ownership" in cover and "2" not in cover.replace("24", "").replace("2026", "")


def test_readers_find_title_subject_language_and_an_outline(press: Press) -> None:
    reader = press(harvest(note("gift", "Thank you."), note("begin", "I will.", Keeps.PROMISE))).reader
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Staff meeting", "Convener")
    assert reader.metadata.subject == "So that Tuesday belongs to all of us"
    assert str(reader.root_object["/Lang"]) == "en"
    titles = [str(entry["/Title"]) for entry in reader.outline if isinstance(entry, dict)]
    assert titles == ["Staff meeting", "What did you receive here this week?", "Promises", "Planned and lived"]


def test_pages_are_numbered_and_carry_the_title_but_not_the_cover(press: Press) -> None:
    pages = press(harvest(note("gift", "Thank you."))).pages
    assert pages[1].endswith("Staff meeting 2")
    assert not pages[0].endswith("1")


def test_letters_no_font_has_are_named_and_listed(press: Press) -> None:
    pdf = press(harvest(note("gift", "Thank you 😀 中")))
    assert pdf.missing == ("中", "😀")
    assert "Thank you [grinning face] [?]" in pdf.words.replace("\u00a0", " ")


def test_a_title_of_five_hundred_letters_and_an_empty_one_both_fit(press: Press) -> None:
    assert "A gathering" in press(titled(harvest(), title="")).pages[0]
    pdf = press(titled(harvest(), title="Long " * 100, purpose="So that " * 90, place="Here " * 50))
    assert len(pdf.pages) == 2


def test_conversations_follow_the_order_of_the_gathering_not_of_the_notes(press: Press) -> None:
    pdf = press(harvest(note("gift", "Later."), note("busy", "Earlier."), note("gone", "Of no step.")))
    assert pdf.words.index("Earlier.") < pdf.words.index("Later.") < pdf.words.index("Of no step.")


def test_a_running_session_can_be_exported(press: Press) -> None:
    log = list(opening(staff_meeting(), at(9)))
    engine = Engine(log, log.append, lambda: at(9, 20))
    engine.next()
    engine.keep("Grüße aus dem Flur", Keeps.INSIGHT, step_id="gift")
    pdf = press(harvest_of(engine.session))
    assert "Grüße aus dem Flur" in pdf.words and "not reached" in pdf.words


@pytest.mark.parametrize("target", ["missing folder/a.pdf", "a file/a.pdf", ".", "x" * 300 + ".pdf"])
def test_a_path_that_cannot_be_written_is_told_and_leaves_nothing(
        made_faces: Faces, tmp_path: Path, target: str) -> None:
    (tmp_path / "a file").write_text("kept")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Trouble) as told:
        write_harvest(harvest(), tmp_path / target, Words(), faces=made_faces)
    sentence = Words()(told.value.text)
    assert str(tmp_path) in sentence and sentence.endswith(".")
    assert sorted(tmp_path.rglob("*")) == before


def test_what_stood_there_before_is_replaced_whole(made_faces: Faces, tmp_path: Path) -> None:
    to = tmp_path / "harvest.pdf"
    to.write_text("before")
    write_harvest(harvest(), to, Words(), faces=made_faces)
    assert to.read_bytes().startswith(b"%PDF")
    assert [file.name for file in tmp_path.iterdir()] == ["harvest.pdf"]


def test_other_threads_get_their_usual_turns_again_afterwards(press: Press) -> None:
    before = sys.getswitchinterval()
    press(harvest())
    assert (sys.getswitchinterval(), gc.isenabled()) == (before, True)


def test_nobody_is_stopped_to_look_for_garbage_and_two_files_at_once_put_everything_back() -> None:
    before = sys.getswitchinterval()
    one, two = giving_way(), giving_way()
    with one:
        two.__enter__()
        assert (sys.getswitchinterval(), gc.isenabled()) == (SWITCH_INTERVAL, False)
    two.__exit__(None, None, None)      # the later one is done last
    assert (sys.getswitchinterval(), gc.isenabled()) == (before, True)


def test_without_names_no_byte_of_the_file_holds_one_and_no_page_does(press: Press) -> None:
    people = ("Ottokar", "Mechthild", "Tomasz", "Wilhelmine")
    plan = msgspec.structs.replace(staff_meeting(), title="Wilhelmine goes", roster=named(Roster(), "\n".join(people)))
    pages = harvest(note("gift", "Ottokar laughed with Mechthild.", Keeps.GIFT, name="Tomasz", to="Ottokar"),
                    note("begin", "I will call Tomasz.", Keeps.PROMISE, name="Mechthild", to="Wilhelmine"),
                    note("heard", "What we heard", Keeps.REPORT, name="Tomasz", present="Ottokar, Idalina Notburga",
                         topic="Notburga's key"), gathering=plan)
    full, bare = press(pages), press(nameless(pages, Words()))
    everybody = (*people, "Idalina", "Notburga")
    assert [name for name in everybody if name in full.words] == list(everybody)
    assert [name for name in everybody if name in bare.words or held(bare, name)] == []
    assert held(full, "Wilhelmine") and "somebody laughed with somebody." in bare.words


def held(pdf: Pdf, name: str) -> bool:
    """Whether a name stands in any byte of the file, as it is or unpacked, in any way a PDF writes words."""
    unpacked = [pdf.raw]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf.raw, re.DOTALL):
        with contextlib.suppress(zlib.error):
            unpacked.append(zlib.decompress(stream))
        with contextlib.suppress(zlib.error, ValueError):
            unpacked.append(zlib.decompress(base64.a85decode(b"<~" + stream.strip(), adobe=True)))
    ways = [name.encode(), name.encode("utf-16-be"), name.encode("utf-16-be").hex().encode(),
            name.encode("utf-16-be").hex().upper().encode(), "".join(f"\\000{c}" for c in name).encode()]
    return any(way in part for part in unpacked for way in ways)
