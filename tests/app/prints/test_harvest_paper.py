"""The harvest on the paper that lies in the printer: its size, its margins, and all of its words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.__main__ import main as front_door
from app.library.protocol import Keeps
from app.live.engine import opening
from app.prints.faces import Face, Faces
from app.prints.harvest import write_harvest
from app.prints.paper import RIGHT, Paper
from app.store.store import Store
from app.words import Words
from tests.app.prints.conftest import Handed
from tests.app.prints.harvests import at, harvest, note, staff_meeting, titled

pytestmark = pytest.mark.slow

SIZES = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}
LONG_TITLE = "What would we do together if nobody had to ask anybody for permission in this town any more"
LONG_PURPOSE = ("So that the people who live along the river, and those who only work there, find out what they might "
                "begin together before the summer is over and everybody is busy again with what they did before")
GIFTS = tuple(note("gift", f"Gift {n}: you waited for me on the stairs, although it rained.", Keeps.GIFT)
              for n in range(40))


def on(paper: Paper, made_faces: Faces, folder: Path, **changes: str) -> Handed:
    """Forty gifts and a promise on one paper, opened again."""
    pages = titled(harvest(*GIFTS, note("begin", "I will open at ten.", Keeps.PROMISE, to="Ruth")), **changes)
    to = folder / f"{paper.name}.pdf"
    return Handed(to, write_harvest(pages, to, Words(), faces=made_faces, paper=paper))


@pytest.mark.parametrize("paper", Paper)
def test_every_page_has_the_size_of_its_paper_and_every_note_is_there(
        paper: Paper, made_faces: Faces, tmp_path: Path) -> None:
    pdf = on(paper, made_faces, tmp_path)
    assert {tuple(map(round, pdf.size(page))) for page in range(len(pdf.pieces))} == {SIZES[paper]}
    for kept in (*(gift.text for gift in GIFTS), "I will open at ten.", "Planned and lived"):
        assert kept in pdf.words


@pytest.mark.parametrize("paper", Paper)
def test_the_page_number_ends_at_the_right_margin_and_no_word_stands_below_it(
        paper: Paper, made_faces: Faces, tmp_path: Path) -> None:
    pdf = on(paper, made_faces, tmp_path)
    for page, pieces in enumerate(pdf.pieces[1:], start=2):
        number = pieces[-1]
        assert number.text == str(page)
        assert 4 < pdf.size()[0] - RIGHT - number.x < 9
        assert all(piece.y <= number.y - 20 for piece in pieces[:-2])
        assert all(piece.x < number.x + 9 for piece in pieces)


@pytest.mark.parametrize("paper", Paper)
def test_the_lines_of_a_cover_with_long_words_stand_clear_of_each_other(
        paper: Paper, made_faces: Faces, tmp_path: Path) -> None:
    cover = on(paper, made_faces, tmp_path, title=LONG_TITLE, purpose=LONG_PURPOSE).pieces[0]
    heights = sorted({round(piece.y) for piece in cover})
    assert all(below - above >= 14 for above, below in pairwise(heights))
    assert [piece.text for piece in cover][-1] == "A name stands here only because the person said yes to it."
    assert heights[-1] < SIZES[paper][1] - 60


@pytest.mark.parametrize("paper", Paper)
def test_the_command_writes_the_paper_it_is_told(
        paper: Paper, data_folder: Path, tmp_path: Path, made_faces: Faces, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(made_faces.cut(Face.TEXT).path.parent.parent.parent))
    store = Store.open(data_folder)
    plan = staff_meeting()
    store.keep_gathering(plan, at(8))
    store.begin(opening(plan, at(9)), plan)
    store.close()
    to = tmp_path / "out.pdf"
    assert front_door(["--data", str(data_folder), "export", "Staff meeting", "--to", str(to),
                       "--paper", paper.name.lower()]) == 0
    assert tuple(map(round, Handed(to, ()).size())) == SIZES[paper]
