"""Pages to take home: each holds what is somebody's own, on one sheet, and nothing that was said without a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from app.__main__ import main as front_door
from app.errors import Trouble
from app.groups.roster import Roster, named
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.prints.faces import Face, Faces
from app.prints.harvest import HarvestPages
from app.prints.paper import BOTTOM, LEFT, RIGHT, Paper
from app.prints.take_home import asked, write_take_home
from app.prints.writing import Progress, Stopped
from app.store.store import Store
from app.words import PSEUDO, Words
from tests.app.prints.conftest import Handed
from tests.app.prints.edges import inked
from tests.app.prints.harvests import at, harvest, note, staff_meeting
from tests.app.prints.test_formats import Impatient

pytestmark = pytest.mark.slow

PEOPLE = "Mechthild Brandt\nTomasz\nليلى حداد\nΕλένη"
LONG = "I will ask every family on the second floor what they would miss, and bring what I hear back to this circle. "


def kept(people: str = PEOPLE) -> HarvestPages:
    """The staff meeting: promises, a gift, and what was said in ownership without a name."""
    plan = msgspec.structs.replace(staff_meeting(), roster=named(Roster(), people))
    return harvest(
        note("begin", "I will call on Friday", Keeps.PROMISE, name="Mechthild", to="Tomasz", by_when="by Friday"),
        note("begin", "Θα ανοίξω την πόρτα", Keeps.PROMISE, name="Ελένη", to="ليلى حداد"),
        note("gift", "You held the ladder", Keeps.GIFT, name="Tomasz", to="Mechthild"),
        note("busy", "I keep them waiting", name="Tomasz"), gathering=plan)


class Pressed:
    """Writes pages to take home and opens them."""

    def __init__(self, faces: Faces, folder: Path) -> None:
        self._faces, self._to = faces, folder / "home.pdf"
        self.progress = Progress()

    def __call__(self, pages: HarvestPages, paper: Paper = Paper.A4, language: str = "en") -> Handed:
        missing = write_take_home(pages, self._to, Words(language), faces=self._faces, paper=paper,
                                  progress=self.progress)
        return Handed(self._to, missing)


@pytest.fixture
def pressed(made_faces: Faces, tmp_path: Path) -> Pressed:
    return Pressed(made_faces, tmp_path)


def page(pdf: Handed, number: int) -> str:
    """The words of one page."""
    return " ".join(piece.text for piece in pdf.pieces[number])


@pytest.mark.parametrize("paper", list(Paper))
def test_each_has_one_page_with_the_questions_and_what_is_theirs(pressed: Pressed, paper: Paper) -> None:
    pdf = pressed(kept(), paper)
    assert (len(pdf.pieces), pdf.missing, pressed.progress.pages) == (4, (), 3)
    assert pdf.size() == pytest.approx(paper.value, abs=0.01)
    assert page(pdf, 0) == (
        "Mechthild Brandt Staff meeting Tuesday 24 November 2026 · the back room We asked each other "
        "What do you leave for others by being busy? What did you receive here this week? "
        "What will you begin, seen or unseen? You promised I will call on Friday heard by Tomasz · by Friday "
        "A gift for you You held the ladder from Tomasz What I take with me "
        "What was said in a small group stays in the small group.")
    assert "You were asked to hold this I will call on Friday for Mechthild What I take" in page(pdf, 1)
    assert "You promised Θα ανοίξω την πόρτα heard by" in page(pdf, 3)
    assert "waiting" not in pdf.words


def test_a_witness_is_told_no_date(pressed: Pressed) -> None:
    assert "by Friday" not in page(pressed(kept()), 1)


def test_long_promises_grow_smaller_and_the_longest_go_on_overleaf_with_lines_to_write_on(pressed: Pressed) -> None:
    longer, longest = (replace(kept("Ada"), notes=(note("begin", LONG * many, Keeps.PROMISE, name="Ada"),))
                       for many in (9, 20))
    one, two = pressed(longer), pressed(longest)
    assert (len(one.pieces), len(two.pieces)) == (1, 2)
    assert two.words.count("family") == 20
    assert "What I take with me" in page(two, 1) and "What I take with me" not in page(two, 0)


@pytest.mark.parametrize("paper", list(Paper))
def test_in_lengthened_words_everything_stays_within_the_margins(pressed: Pressed, paper: Paper,
                                                                 tmp_path: Path) -> None:
    pressed(kept("Wilhelmine von der Heide-Großkopf-Przybyszewska zu Bad Salzuflen\n" + PEOPLE), paper, PSEUDO)
    width, height = paper.value
    assert not [box for box in inked(tmp_path / "home.pdf") if box[1] < LEFT - 2 or box[3] > width - RIGHT + 2
                or box[2] < 30 or box[4] > height - BOTTOM + 60]


def test_only_questions_people_came_to_are_told_and_each_once() -> None:
    pages = kept()
    unmet = tuple(replace(row, seconds=None if row.step_id == "begin" else 60) for row in pages.lived)
    again = msgspec.structs.replace(pages.gathering, steps=(*pages.gathering.steps, msgspec.structs.replace(
        pages.gathering.steps[1], id="twice")))
    assert [step.id for step in asked(replace(pages, lived=unmet))] == ["busy", "gift"]
    assert [step.id for step in asked(replace(pages, gathering=again, lived=(
        *pages.lived, replace(pages.lived[1], step_id="twice"))))] == ["busy", "gift", "begin"]


def test_where_nobody_is_named_nothing_is_written(pressed: Pressed, tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no name in a promise"):
        pressed(harvest(note("busy", "A thought")))
    with pytest.raises(Trouble, match="without names"):
        pressed(replace(kept(), named=False))
    assert list(tmp_path.iterdir()) == []


def test_pages_that_are_stopped_leave_what_stood_there(pressed: Pressed, tmp_path: Path) -> None:
    to = tmp_path / "home.pdf"
    to.write_bytes(b"the ones of yesterday")
    pressed.progress = Impatient()
    with pytest.raises(Stopped):
        pressed(kept())
    assert (to.read_bytes(), list(tmp_path.iterdir())) == (b"the ones of yesterday", [to])


def test_the_front_door_writes_them_and_says_what_is_in_the_way(
        data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, made_faces: Faces,
        capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(made_faces.cut(Face.TEXT).path.parent.parent.parent))
    plan, store = staff_meeting(), Store.open(data_folder)
    first = opening(plan, at(9))
    engine = Engine(first, store.append_to(store.begin(first, plan)), lambda: at(9, 20))
    engine.keep("I will open at eight", Keeps.PROMISE, step_id="gift", name="Joan", to="Ruth")
    store.close()
    line = ["export", "staff", "--data", str(data_folder), "--each", "--to"]
    assert front_door([*line, str(tmp_path / "home.pdf"), "--paper", "letter"]) == 0
    pdf = Handed(tmp_path / "home.pdf", ())
    assert (len(pdf.pieces), pdf.size()) == (2, (612, 792))
    assert front_door([*line, str(tmp_path / "home.md")]) == 1
    assert front_door([*line, str(tmp_path / "none.pdf"), "--no-names"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Take-home pages are a PDF; end home.md in .pdf.",
        "A page for each person carries their name, so it cannot be written without names."]
