"""Seat cards: as many as there are chairs, dealt table by table, with signs nobody can mistake for one another."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from app.design.gathering import Gathering, Seating
from app.errors import Trouble
from app.groups.forms import Form
from app.prints.handouts import Handout
from app.prints.paper import Paper
from app.prints.seat_cards import HALF
from app.prints.slips import INSET
from app.words import PSEUDO, Words
from tests.app.prints.conftest import Handed, HandOut
from tests.app.prints.edges import beyond
from tests.app.prints.rooms import by_cards, gathering, mixed

pytestmark = pytest.mark.slow

HOST = "You are the host. You stay at this table."
GOES = tuple(f"In each round go {many} on." for many in ("one table", "two tables", "three tables", "four tables"))
SIGNS = {
    HOST: ((0, 0), (-.9, 0), (.9, 0), (0, .9), (0, -.9)),
    GOES[0]: ((0, 0), (0, .8), (-.9, -.9), (.9, -.9)),
    GOES[1]: ((0, 0), (.8, .8), (-.8, .8), (.8, -.8), (-.8, -.8)),
    GOES[2]: ((0, 0), (.9, 0), (-.9, 0), (0, .9), (0, -.9)),
    GOES[3]: ((-.9, 0), (-.5, .7), (-.4, -.75)),
}
BARE = {
    HOST: ((.8, .8), (-.8, .8)), GOES[0]: ((.6, .6), (-.6, .6)), GOES[1]: ((0, .97), (0, -.97)),
    GOES[2]: ((.6, .6), (-.6, -.6), (.6, -.6), (-.6, .6)), GOES[3]: ((.3, 0), (.9, 0), (0, 0)),
}
WIDE = {HOST: 1.0, GOES[0]: 1.1, GOES[1]: .9, GOES[2]: 1.0, GOES[3]: 1.0}
"""Places on each sign that hold ink and places beside it that hold none, in halves of its height from its middle."""


def dealt(pdf: Handed) -> list[str]:
    """The cards in the order in which they lie after cutting and stacking."""
    sheets = pdf.cells(2, 4)
    return [sheet[place] for place in range(8) for sheet in sheets if sheet[place]]


@pytest.mark.parametrize(("people", "sizes"), [(20, [4] * 5), (46, [3, 3, *[4] * 10]), (5, [5])])
@pytest.mark.parametrize("paper", Paper)
def test_every_table_is_dealt_a_card_for_each_of_its_chairs(
        hand_out: HandOut, people: int, sizes: list[int], paper: Paper) -> None:
    rounds = 1 if len(sizes) == 1 else 3
    pdf = hand_out(by_cards(people, rounds), Handout.SEATS, paper)
    assert dealt(pdf) == [(HOST, *GOES)[seat] for size in sizes for seat in range(size)]
    assert beyond(pdf.path, 2, 4, inset=20) == []


def test_where_people_are_about_so_many_there_are_cards_for_a_tenth_more(hand_out: HandOut) -> None:
    assert len(dealt(hand_out(by_cards(40, 2, about=True), Handout.SEATS))) == 44
    assert len(dealt(hand_out(by_cards(40, 2), Handout.SEATS))) == 40


def test_every_sign_has_its_own_shape(hand_out: HandOut) -> None:
    pdf = hand_out(by_cards(5, 1), Handout.SEATS)
    page = rendered(pdf.path)
    for place, told in enumerate(pdf.cells(2, 4)[0][:5]):
        x = place % 2 * pdf.size()[0] / 2 + INSET + HALF * WIDE[told]
        y = place // 2 * pdf.size()[1] / 4 + INSET + HALF
        assert all(inked(page, x, y, at) for at in SIGNS[told]), told
        assert not any(inked(page, x, y, at) for at in BARE[told]), told


def rendered(path: Path) -> QImage:
    """The first page, two pixels to a point, on white."""
    document = QPdfDocument()
    document.load(str(path))
    size = document.pagePointSize(0)
    page = QImage(QSize(round(size.width() * 2), round(size.height() * 2)), QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, page.size()))
    painter.end()
    return page


def inked(page: QImage, x: float, y: float, at: tuple[float, float]) -> bool:
    """Whether there is ink, `at` halves of a sign right and up of (x, y) in points from the top left."""
    return page.pixelColor(round((x + at[0] * HALF) * 2), round((y - at[1] * HALF) * 2)).lightness() < 128


@pytest.mark.parametrize(("plan", "said"), [
    (by_cards(16, 3), "people: 16, tables: 4, rounds: 3"), (by_cards(24, 3), "people: 24, tables: 6, rounds: 3"),
    (by_cards(5, 2), "tables: 1, rounds: 2"), (gathering(mixed(9, 3, 2)), "nobody goes by seat cards")])
def test_cards_that_would_bring_people_together_again_are_refused_with_another_way(
        hand_out: HandOut, plan: Gathering, said: str) -> None:
    with pytest.raises(Trouble) as trouble:
        hand_out(plan, Handout.SEATS)
    sentence = Words()(trouble.value.text)
    assert said in sentence and sentence.endswith(("print slips.", "then print."))


def test_seat_cards_hold_in_a_longer_language(hand_out: HandOut) -> None:
    pdf = hand_out(by_cards(20, 3), Handout.SEATS, words=Words(PSEUDO))
    assert beyond(pdf.path, 2, 4, inset=20) == []


def test_only_the_steps_with_cards_count(hand_out: HandOut) -> None:
    plan = by_cards(20, 3)
    other = msgspec.structs.replace(plan.steps[1], id="x", form=Form.THREES, seating=Seating.CHOSEN)
    cards = dealt(hand_out(msgspec.structs.replace(plan, steps=(other, *plan.steps)), Handout.SEATS))
    assert Counter(cards) == Counter({HOST: 5, GOES[0]: 5, GOES[1]: 5, GOES[2]: 5})
