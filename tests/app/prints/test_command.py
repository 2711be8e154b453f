"""`export` without a window: which gathering is meant, where it went, and what to do when it cannot."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from app.__main__ import main as front_door
from app.design.gathering import Gathering
from app.design.seats import request, worked_out
from app.errors import Trouble
from app.groups.forms import Form
from app.groups.mixing import mix
from app.groups.roster import Person, with_person
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.prints.command import choose, main, missing_words, newest_plan, print_handout
from app.prints.faces import Face, Faces
from app.prints.handouts import Handout
from app.prints.paper import Paper
from app.store.store import Store
from app.words import Words
from tests.app.prints.harvests import at, staff_meeting
from tests.app.prints.rooms import ASSIGNED, by_cards, gathering, mixed

pytestmark = pytest.mark.slow   # the whole command, from the folder to the file

TITLES = {"a1b2": "Staff meeting", "a9c8": "Staff day", "77ff": "Town hall"}


@pytest.fixture
def hosted(data_folder: Path, monkeypatch: pytest.MonkeyPatch, made_faces: Faces) -> Path:
    """A data folder in which the staff meeting was hosted and one sentence kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(made_faces.cut(Face.TEXT).path.parent.parent.parent))
    store = Store.open(data_folder)
    plan = staff_meeting()
    store.keep_gathering(plan, at(8))
    first = opening(plan, at(9))
    engine = Engine(first, store.append_to(store.begin(first, plan)), lambda: at(9, 20))
    engine.keep("Die Tür klemmt \U0001cf50", Keeps.INSIGHT, step_id="busy")
    store.close()
    return data_folder


def test_the_harvest_is_written_and_said_where(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "out.pdf"
    assert main(hosted, "STAFF m", to) == 0
    said = capsys.readouterr().out
    assert f"Wrote {to}." in said and "znamenny neume kryuk" in said
    assert "Die Tür klemmt" in PdfReader(to).pages[1].extract_text()


def test_a_name_nobody_has_is_answered_with_the_names_there_are(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(hosted, "Town hall", tmp_path / "out.pdf") == 1
    assert "“Staff meeting”" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_a_gathering_that_was_never_hosted_has_nothing_to_write(
        data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(data_folder)
    store.keep_gathering(staff_meeting(), at(8))
    store.close()
    assert main(data_folder, "staff", tmp_path / "out.pdf") == 1
    assert "never hosted" in capsys.readouterr().err


def test_data_that_a_console_has_open_ends_with_three(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(hosted)
    try:
        assert main(hosted, "staff", tmp_path / "out.pdf") == 3
    finally:
        store.close()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_without_gatherings_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "nowhere", "staff", tmp_path / "out.pdf") == 1
    assert not (tmp_path / "nowhere").exists() and "nowhere" in capsys.readouterr().err


def test_a_path_that_cannot_be_written_ends_with_one(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(hosted, "staff", tmp_path / "no folder" / "out.pdf") == 1
    assert "no folder" in capsys.readouterr().err


@pytest.mark.parametrize(("wanted", "id"), [
    ("a1b2", "a1b2"), ("A1", "a1b2"), ("staff MEETING", "a1b2"), ("staff d", "a9c8"), ("town", "77ff"), ("77", "77ff"),
])
def test_a_gathering_is_found_by_title_or_number_or_how_they_begin(wanted: str, id: str) -> None:
    assert choose(TITLES, wanted) == id


@pytest.mark.parametrize(("wanted", "said"), [("staff", "several"), ("garden", "Town hall"), ("", "No gathering")])
def test_what_is_not_clear_is_asked_back(wanted: str, said: str) -> None:
    with pytest.raises(Trouble) as told:
        choose(TITLES, wanted)
    assert said in Words()(told.value.text)


def test_many_letters_without_a_font_are_not_all_listed() -> None:
    said = Words()(missing_words(tuple(chr(0x4E00 + n) for n in range(30))))
    assert said.startswith("30 letters") and said.endswith("…") and said.count("U+") == 12


def test_the_host_s_own_gathering_comes_before_a_sample_of_the_same_name() -> None:
    titles = {"a1": "Staff meeting", "b2": "Staff meeting"}
    assert choose(titles, "staff meeting", {"a1"}) == "b2"
    assert choose({"a1": "Staff meeting"}, "staff meeting", {"a1"}) == "a1"
    with pytest.raises(Trouble, match="could be several"):
        choose(titles, "staff meeting")


def neighbours() -> Gathering:
    """Nine people, one of them with a name no font has, in groups of three that were mixed."""
    plan = gathering(mixed(9, 3, 2), ["Anna", "\U00013080\U00013081"], form=Form.THREES)
    asked = request(plan)
    assert asked is not None
    return worked_out(plan, mix(asked))


@pytest.fixture
def seated(data_folder: Path, monkeypatch: pytest.MonkeyPatch, made_faces: Faces) -> Path:
    """A data folder with a gathering in which nine people are told where to sit, and one without."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(made_faces.cut(Face.TEXT).path.parent.parent.parent))
    store = Store.open(data_folder)
    store.keep_gathering(neighbours(), at(8))
    store.keep_gathering(by_cards(20, 3), at(8))
    store.keep_gathering(staff_meeting(), at(8))
    store.close()
    return data_folder


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize(("what", "pages"), [("slips", 2), ("tables", 3), ("seating", 3)])
def test_handouts_are_written_and_letters_without_a_font_are_told(
        seated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str, pages: int, paper: str) -> None:
    to = tmp_path / "out.pdf"
    assert print_handout(seated, "neighbours", what, paper, to) == 0
    said = capsys.readouterr().out
    assert f"Wrote {to}." in said and ("U+13080" in said) is (what != "tables")
    written = PdfReader(to).pages
    assert len(written) == pages
    assert float(written[0].mediabox.width) == pytest.approx(595.2756 if paper == "a4" else 612)


def test_a_gathering_in_which_people_choose_says_so_and_writes_nothing(
        seated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert print_handout(seated, "staff", "slips", "a4", tmp_path / "out.pdf") == 1
    said = capsys.readouterr().err
    assert said.startswith("“Staff meeting” does not know yet who comes.") and said.count("\n") == 1
    assert not (tmp_path / "out.pdf").exists()


def test_handouts_of_data_that_a_console_has_open_end_with_three(
        seated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(seated)
    try:
        assert print_handout(seated, "neighbours", "slips", "a4", tmp_path / "out.pdf") == 3
    finally:
        store.close()
    assert capsys.readouterr().err.count("\n") == 1


def test_while_a_gathering_is_hosted_whoever_came_since_is_printed(seated: Path) -> None:
    store = Store.open(seated)
    plan = neighbours()
    first = opening(plan, at(9))
    engine = Engine(first, store.append_to(store.begin(first, plan)), lambda: at(9, 20))
    engine.arrive("Zoë")
    store.close()
    assert newest_plan(seated, "neighbours").roster.people[-1] == Person(number=10, name="Zoë")


def test_seats_of_an_older_plan_are_not_printed(
        seated: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(seated)
    plan = neighbours()
    store.keep_gathering(msgspec.structs.replace(plan, roster=with_person(plan.roster, Person(number=10))), at(9))
    store.close()
    assert print_handout(seated, "neighbours", "slips", "a4", tmp_path / "out.pdf") == 1
    assert capsys.readouterr().err == (
        "“Neighbours at the table” was changed since its groups were mixed. Mix them again, then print.\n")


def test_the_front_door_knows_every_handout_and_paper(seated: Path, tmp_path: Path,
                                                      capsys: pytest.CaptureFixture[str]) -> None:
    refused: set[Handout] = set()   # in a café no pairs tell each other stories, and nobody posts a topic
    for what in Handout:
        for paper in Paper:
            whose = "neighbours" if what in ASSIGNED else "café"
            line = ["print", whose, "--what", what.value, "--paper", paper.name.lower(), "--data", str(seated)]
            to = tmp_path / f"{what}-{paper.name}.pdf"
            if front_door([*line, "--to", str(to)]) == 1:
                refused.add(what)
            assert to.exists() == (what not in refused)
            told = capsys.readouterr().err.splitlines()
            assert len(told) == (what in refused) and all("Add" in line or "Write" in line for line in told)
    assert Handout.GUIDE in refused and not refused & {*ASSIGNED, Handout.TABLES}
