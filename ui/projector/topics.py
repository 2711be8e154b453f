"""What runs when and where: topics by time in two columns, and the ring of the talks that run now.

The letter comes first, because people look for a place; a long title takes a second line.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.live.scene import Audience, Hour, Talk
from ui.projector import question
from ui.projector.changes import wall_at
from ui.projector.fit import SMALLEST, Hand, fit
from ui.projector.moments import foot_at
from ui.projector.sheet import QUIET, Sheet, foot, ribbon, write
from ui.type import wall_font
from ui.widgets.glyph import family_glyph

HEADING = Hand(pitch=0.80)
TOP, BOTTOM, ABOVE_RING = 182.0, 866.0, 704.0
HEAD, BETWEEN_HOURS = 95.0, 6.0
LARGEST, USUAL, LEAST_ROW, OF_ROW = 50, 42, 46.0, 0.656
"""The px of the largest letters and of the usual ones, of the lowest row, and letters as a share of their row."""
GUTTER = 80.0
SHORTEST = 9
"""Letters of a name that is cut: fewer say nothing."""
WIDEST = 1240.0
"""A single column is no wider: the eye must find from the title to the name."""


class _Wide(Sheet):
    """The sheet with smaller margins: this wall has the most on it."""

    __slots__ = ()

    @property
    def left(self) -> float:
        """100 at 16:9."""
        return 100.0 * self.width / 1920.0


@dataclass(frozen=True, slots=True)
class _Letters:
    """How the rows of a wall are set: the height of one, the px of its letters, and the most lines of a title."""

    row: float
    size: int
    long: int = 2

    def font(self, *, weight: int) -> QFont:
        return wall_font(self.size, serif=False, weight=weight)

    @property
    def indent(self) -> float:
        """Where a title begins, after the letter of its place."""
        return self.size * 1.3

    def title(self, talk: Talk, width: float) -> tuple[str, ...]:
        """The title on one line, or on two where it is too long for one; its very end may be left out."""
        measure, room = QFontMetricsF(self.font(weight=600)), width - self.indent
        if measure.horizontalAdvance(talk.title) <= room or self.long == 1:
            return (measure.elidedText(talk.title, Qt.TextElideMode.ElideRight, room),)
        first = fit_words(talk.title, measure, room)
        return first, measure.elidedText(talk.title[len(first):].strip(), Qt.TextElideMode.ElideRight, room)

    def names(self, talk: Talk, width: float) -> bool:
        """Whether the title and the whole name stand on one line."""
        bold, plain = QFontMetricsF(self.font(weight=600)), QFontMetricsF(self.font(weight=400))
        return self.indent + bold.horizontalAdvance(talk.title) + 24 + plain.horizontalAdvance(talk.who) <= width

    def high(self, talk: Talk, width: float) -> float:
        """The height of a row."""
        return self.row + (len(self.title(talk, width)) - 1) * self.size * 1.16


def paint(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """The whole scene."""
    paint_still(painter, sheet, audience, now)
    question.paint_ring(painter, sheet, audience, now)


def paint_still(painter: QPainter, sheet: Sheet, audience: Audience, now: int) -> None:
    """All but the ring."""
    page = _Wide(sheet.width, sheet.theme)
    ribbon(painter, page, family=audience.family, glyph=family_glyph(audience.family) if audience.family else "people")
    x = page.left + 92 + 36
    head = fit(audience.heading, page.right - x, 100, largest=84, hand=HEADING, lines=1)
    write(painter, head, x, 106 - head.height / 2, page.theme.ink)
    number = wall_at(audience, now)
    wall = audience.walls[number]
    bottom = BOTTOM if audience.ring is None else ABOVE_RING
    width = min(WIDEST, page.right - page.left) if len(wall) == 1 else (page.right - page.left - GUTTER) / 2
    letters = _letters(wall, width, bottom - TOP)
    for place, column in enumerate(wall):
        _column(painter, page, column, QRectF(page.left + place * (width + GUTTER), TOP, width, bottom - TOP), letters)
    if audience.ring is not None:
        words = foot_at(audience, now)
        until = question.words_end(sheet, audience)
        if words.panel:
            question.panel(painter, page, words, until)
        else:
            foot(painter, page, words.strong, words.quiet, until=until)
    else:
        _foot(painter, page, audience, number)


def _foot(painter: QPainter, page: Sheet, audience: Audience, number: int) -> None:
    """One quiet line; with several walls, which of them this is."""
    right = page.right
    if len(audience.walls) > 1:
        which = fit(f"{number + 1} / {len(audience.walls)}", 160, 60, largest=44, hand=QUIET, lines=1)
        write(painter, which, right - which.width, 884, page.theme.ink2)
        right -= which.width + 40
    quiet = fit(" ".join(filter(None, (audience.foot, audience.foot2))), right - page.left, 64, largest=44, hand=QUIET,
                lines=1)
    write(painter, quiet, page.left, 884, page.theme.ink2)


def _letters(wall: tuple[tuple[Hour, ...], ...], width: float, height: float) -> _Letters:
    """The largest letters with which every column of the wall stands on it. Larger than usual they are only where each
    title and each name keeps its line; then long titles take two.
    """
    talks = [talk for column in wall for hour in column for talk in hour.talks]
    for size in range(LARGEST, SMALLEST - 1, -1):
        letters = _Letters(max(LEAST_ROW, size / OF_ROW), size)
        if all(_high(column, letters, width) <= height for column in wall) and (
                size <= USUAL or all(letters.names(talk, width) for talk in talks)):
            return letters
    rows = max(sum(len(hour.talks) for hour in column) + len(column) * HEAD / LEAST_ROW for column in wall)
    row = min(LEAST_ROW, height / rows)
    return _Letters(row, min(SMALLEST, round(row * 0.8)), long=1)


def _high(column: tuple[Hour, ...], letters: _Letters, width: float) -> float:
    rows = sum(letters.high(talk, width) for hour in column for talk in hour.talks)
    return rows + len(column) * HEAD + (len(column) - 1) * BETWEEN_HOURS


def _column(painter: QPainter, page: Sheet, hours: tuple[Hour, ...], box: QRectF, letters: _Letters) -> None:
    top = box.top()
    for hour in hours:
        _time(painter, page, hour, box.left(), box.right(), top)
        top += HEAD
        for number, talk in enumerate(hour.talks):
            if number:
                painter.fillRect(QRectF(box.left(), top - 1, box.width(), 2), QColor(page.theme.track))
            high = letters.high(talk, box.width())
            _talk(painter, page, talk, QRectF(box.left(), top, box.width(), high), letters)
            top += high
        top += BETWEEN_HOURS


def _time(painter: QPainter, page: Sheet, hour: Hour, left: float, right: float, top: float) -> None:
    figures = wall_font(64, serif=True, weight=480)
    baseline = top + 70
    painter.setPen(QColor(page.theme.ink))
    painter.setFont(figures)
    painter.drawText(QPointF(left, baseline), hour.time)
    after = left + QFontMetricsF(figures).horizontalAdvance(hour.time) + 16
    painter.setFont(wall_font(42, serif=False, weight=400))
    painter.setPen(QColor(page.theme.ink2))
    painter.drawText(QPointF(after, baseline), f"– {hour.until}")
    painter.fillRect(QRectF(left, top + HEAD - 8, right - left, 3), QColor(page.theme.ink))


def _talk(painter: QPainter, page: Sheet, talk: Talk, box: QRectF, letters: _Letters) -> None:
    """One row: letter, title, who called it out. A name that finds no room is left to the sheet on the wall."""
    bold, plain = letters.font(weight=600), letters.font(weight=400)
    measure, quiet = QFontMetricsF(bold), QFontMetricsF(plain)
    title = letters.title(talk, box.width())
    baseline = box.center().y() + measure.capHeight() / 2 - (len(title) - 1) * letters.size * 0.58
    painter.setFont(bold)
    painter.setPen(QColor(page.theme.ink))
    painter.drawText(QPointF(box.left(), baseline), talk.sign)
    for line in title:
        painter.drawText(QPointF(box.left() + letters.indent, baseline), line)
        baseline += letters.size * 1.16
    room = box.width() - letters.indent - measure.horizontalAdvance(title[-1]) - 24
    who = quiet.elidedText(talk.who, Qt.TextElideMode.ElideRight, max(0.0, room))
    if who == talk.who or len(who) > SHORTEST:
        painter.setFont(plain)
        painter.setPen(QColor(page.theme.ink2))
        painter.drawText(QPointF(box.right() - quiet.horizontalAdvance(who), baseline - letters.size * 1.16), who)


def fit_words(text: str, measure: QFontMetricsF, room: float) -> str:
    """As many whole words of `text` as stand in `room` px; of a single endless word, as many letters."""
    words = text.split(" ")
    many = next((n for n in range(len(words), 0, -1) if measure.horizontalAdvance(" ".join(words[:n])) <= room), 0)
    if many:
        return " ".join(words[:many])
    return next((text[:n] for n in range(len(text), 1, -1) if measure.horizontalAdvance(text[:n]) <= room), text[:1])
