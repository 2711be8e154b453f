"""Photographs in the harvest: above what was typed from them, small enough together to go out with a letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.utils import ImageReader

from app.harvest.photos import MOST_ON_PAPER, for_paper
from app.prints.harvest import HarvestPages
from app.prints.outline import Section, photos_of
from app.prints.paper import LEFT
from app.prints.sheet import Sheets

_BESIDE, _HIGHEST, _GAP = 220.0, 264.0, 12.0
"""Points: those that are this high and fit beside each other make a row, which then grows at most so high that a page
holds two of them below a question."""


@dataclass(frozen=True, slots=True)
class Row:
    """Pictures side by side, all `height` points high."""

    pictures: tuple[ImageReader, ...]
    height: float


def photo_rows(sheets: Sheets, pages: HarvestPages, section: Section) -> list[Row]:
    """The photographs of a step, as many beside each other as there is room for."""
    rows: list[list[ImageReader]] = []
    for _, jpeg in photos_of(pages, section):
        picture = ImageReader(BytesIO(for_paper(jpeg, MOST_ON_PAPER // len(pages.photos))))
        if not rows or _width((*rows[-1], picture), _BESIDE) > sheets.measure:
            rows.append([])
        rows[-1].append(picture)
    return [_row(pictures, sheets.measure) for pictures in rows]


def draw_photos(sheets: Sheets, rows: Sequence[Row]) -> None:
    """Each row whole on one page."""
    for row in rows:
        sheets.need(row.height + _GAP)
        sheets.y -= row.height + _GAP
        x = LEFT
        for picture in row.pictures:
            width = _width((picture,), row.height)
            sheets.canvas.drawImage(picture, x, sheets.y, width, row.height)
            x += width + _GAP
    sheets.y -= _GAP / 2 if rows else 0


def _row(pictures: Sequence[ImageReader], measure: float) -> Row:
    gaps = _GAP * (len(pictures) - 1)
    return Row(tuple(pictures), min(_HIGHEST, (measure - gaps) / (_width(pictures, 1) - gaps)))


def _width(pictures: Sequence[ImageReader], height: float) -> float:
    sizes = [picture.getSize() for picture in pictures]
    return float(sum(height * across / down for across, down in sizes) + _GAP * (len(sizes) - 1))
