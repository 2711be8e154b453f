"""Changing tables: a sentence a room of two hundred can follow, or a map of the tables where every seat has a sign."""

from __future__ import annotations

from math import pi

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.fit import Hand, fit
from ui.projector.sheet import FOOT, QUIET, STRONG, Sheet, foot, moved, ribbon, write
from ui.projector.tables import arrow, person, round_the, sign, table, towards, turned
from ui.widgets.glyph import family_glyph

SENTENCES = Hand(pitch=0.78, gap=26)
HEADING = Hand(pitch=0.78)
WAY = 140.0
"""Least way between two neighbouring tables, in which a sign and an arrow still have room."""
TABLE = 60.0
HOST = 45.0
"""How far the host beside a table reaches out."""
SIDES = ((0.0, -92.0), (92.0, 0.0), (0.0, 92.0), (-92.0, 0.0))


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family, glyph=family_glyph(audience.family) if audience.family else "people")
    if audience.tables:
        _map(painter, sheet, audience)
    else:
        _sentence(painter, sheet, audience)


def _sentence(painter: QPainter, sheet: Sheet, audience: Audience) -> None:
    width = 700 * sheet.figure
    left = sheet.right + 10 - width
    with moved(painter, QPointF(left, 40), sheet.figure):
        _scattering(painter, sheet, back=audience.home)
    block = fit(audience.heading, left - 30 - sheet.left, 500, largest=94, hand=SENTENCES)
    write(painter, block, sheet.left, 460 - block.height / 2, sheet.theme.ink)
    foot(painter, sheet, audience.foot, audience.foot2, form=audience.form, until=sheet.right)


def _scattering(painter: QPainter, sheet: Sheet, *, back: bool) -> None:
    """One table lets three people go, to three others whose hosts are waiting; or `back` from there. 700 px wide."""
    here = QPointF(120, 330)
    others = ((QPointF(510, 110), 0), (QPointF(570, 400), 1), (QPointF(310, 600), 2))
    for at, host in (*others, (here, 3)):
        table(painter, sheet, at, TABLE)
        for side, (x, y) in enumerate(SIDES):
            person(painter, sheet, at + QPointF(x, y), stays=side == host)
    for start, bend, end in (
            (here + QPointF(8, -124), QPointF(150, 110), others[0][0] + QPointF(-124, 0)),
            (here + QPointF(122, -8), QPointF(360, 290), others[1][0] + QPointF(-116, -22)),
            (here + QPointF(0, 124), QPointF(120, 600), others[2][0] + QPointF(-124, 0))):
        arrow(painter, sheet, end if back else start, bend, start if back else end)


def _map(painter: QPainter, sheet: Sheet, audience: Audience) -> None:
    reach = (390 - 150 * (1920 - sheet.width) / 480, 340.0)      # a narrow sheet leaves the words their room
    around = TABLE + HOST
    centre = QPointF(sheet.right + 60 - around - reach[0], 505)
    left = centre.x() - reach[0] - around - 30
    _ring(painter, sheet, audience, centre, reach)
    block = fit(audience.heading, left - sheet.left, 190, largest=92, hand=HEADING)
    write(painter, block, sheet.left, 212, sheet.theme.ink)
    top = 212 + block.height + 40
    pitch = min(70.0, (790 - top) / max(1, len(audience.signs)))
    for number, told in enumerate(audience.signs):
        middle = top + pitch * (number + 0.5)
        sign(painter, sheet, number, QPointF(sheet.left + 26, middle))
        line = fit(told, left - sheet.left - 86, pitch, largest=50, hand=QUIET if number else STRONG, lines=1)
        write(painter, line, sheet.left + 86, middle - line.height / 2, sheet.theme.ink)
    strong = fit(audience.foot, left - sheet.left, 60, largest=54, hand=STRONG, lines=1)
    quiet = fit(audience.foot2, left - sheet.left, 90, largest=46, hand=QUIET, lines=2)
    foot_top = FOOT[1] - strong.height - quiet.height
    write(painter, strong, sheet.left, foot_top, sheet.theme.ink)
    write(painter, quiet, sheet.left, foot_top + strong.height, sheet.theme.ink2)


def _ring(painter: QPainter, sheet: Sheet, audience: Audience, centre: QPointF, reach: tuple[float, float]) -> None:
    """The tables by number, and where the seats of one of them go: all in one ring, or the first few of many."""
    apart = pi * (reach[0] + reach[1]) / audience.tables
    size = min(TABLE, 440.0 / audience.tables)
    whole = apart >= 2 * size + WAY
    shown = audience.tables if whole else len(audience.signs) + 1
    places = [round_the(centre, reach, number / shown if whole else 0.5 + 0.86 * (number + 0.5) / shown)
              for number in range(shown)]
    start = shown - 2 if whole and shown > 4 else 0
    size = size if whole else TABLE
    for number, at in enumerate(places):
        table(painter, sheet, at, size, number=number + 1, bold=number == start)
        sign(painter, sheet, 0, towards(at, centre, -(size + 28)), 17)
    for seat in range(1, len(audience.signs)):
        goal = places[(start + seat) % shown]
        here = turned(places[start], centre, -75.0 + 50.0 * (seat - 1), size + 36)
        sign(painter, sheet, seat, here, 20)
        bend = towards((here + goal) / 2, centre, 24.0 * seat)
        arrow(painter, sheet, towards(here, bend, 34), bend, towards(goal, bend, size + 16))
