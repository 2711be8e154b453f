"""Who sits together, by name or by the number of a badge: only for a room small enough to read it at a glance."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from app.live.scene import Audience
from ui.projector.fit import SMALLEST, Fitted, Hand, fit
from ui.projector.sheet import QUIET, Sheet, ribbon, write
from ui.projector.tables import table
from ui.widgets.glyph import family_glyph

HEADING = Hand(pitch=0.80)
NAMES = Hand(serif=False, weight=400, pitch=0.86)
TOP, BOTTOM = 318.0, 862.0
LARGEST = 76
BADGE = 36.0
GAP = 44.0


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    ribbon(painter, sheet, family=audience.family, glyph=family_glyph(audience.family) if audience.family else "people")
    above = fit(audience.heading, sheet.right - sheet.left, 90, largest=84, hand=HEADING, lines=1)
    write(painter, above, sheet.left, 192, sheet.theme.ink)
    below = fit(audience.foot2, sheet.right - sheet.left, 60, largest=46, hand=QUIET, lines=1)
    write(painter, below, sheet.left, 950 - below.height, sheet.theme.ink2)
    cells, size = _laid(sheet, audience.groups)
    for number, (box, people) in enumerate(zip(cells, audience.groups, strict=True), 1):
        block = _names(people, box, size)
        top = box.center().y() - block.height / 2
        table(painter, sheet, QPointF(box.left() + BADGE, box.center().y()), BADGE, number=number)
        write(painter, block, box.left() + 2 * BADGE + 20, top, sheet.theme.ink)


def _laid(sheet: Sheet, groups: tuple[tuple[str, ...], ...]) -> tuple[list[QRectF], int]:
    """A place for each group, in as many columns as let the letters be largest, and their size in px."""
    best: tuple[int, list[QRectF]] = (0, [])
    for columns in range(1, min(5, len(groups)) + 1):
        cells = _grid(sheet, len(groups), columns)
        size = min((_names(people, box, LARGEST).size for people, box in zip(groups, cells, strict=True)), default=0)
        if size > best[0]:
            best = (size, cells)
    return best[1], best[0]


def _grid(sheet: Sheet, count: int, columns: int) -> list[QRectF]:
    """Cells filled column by column, as a list is read."""
    rows = -(-count // columns)
    width = (sheet.right - sheet.left - GAP * (columns - 1)) / columns
    height = min(150.0, (BOTTOM - TOP) / rows)
    top = TOP + (BOTTOM - TOP - height * rows) / 2
    return [QRectF(sheet.left + number // rows * (width + GAP), top + number % rows * height, width, height - 8)
            for number in range(count)]


def _names(people: tuple[str, ...], box: QRectF, largest: int) -> Fitted:
    together = "  ·  ".join(name.replace(" ", "\u00a0") for name in people)
    return fit(together, box.width() - 2 * BADGE - 20, box.height(), largest=largest,
               smallest=min(SMALLEST, largest), hand=NAMES)
