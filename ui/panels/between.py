"""What stands between two blocks of the timeline: a day, minutes free or too many, a heading, people moving."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.design.agenda import Agenda, Row
from app.design.names import day_words, move_words, short_span
from app.words import Words, say
from ui.panels.step_row import BLOCK_X, RIGHT, TIME_X
from ui.theme import Theme
from ui.type import Role, font, grown
from ui.widgets.paint import box, hatch, line_of_text, text_width


class Sort(Enum):
    """What it is, with its height in pixels at 1x."""

    DAY = 38
    FREE = 24
    OVER = 25
    SECTION = 34
    MOVE = 18


@dataclass(frozen=True, slots=True)
class Between:
    """One line between two blocks, in finished words, `y` pixels from the top."""

    sort: Sort
    words: str
    y: int

    @property
    def high(self) -> int:
        """Pixels."""
        return grown(self.sort.value)


def above(row: Row, before: Row | None, plan: Agenda, y: int, words: Words, *, first: bool) -> tuple[Between, ...]:
    """What stands above a row, beginning at `y`. `first` is the first time that groups form."""
    lines: list[tuple[Sort, str]] = []
    if plan.days > 1 and (before is None or row.day > before.day):
        lines.append((Sort.DAY, words(day_words(plan.at(row.starts).date()))))
    if row.free > 0:
        lines.append((Sort.FREE, words(say("{span} free", span=short_span(row.free)))))
    elif row.free < 0 and row.step.starts_at is not None:
        lines.append((Sort.OVER, words(say("{span} over: {time} was its start", span=short_span(-row.free),
                                           time=f"{row.step.starts_at:%H:%M}"))))
    if row.step.section:
        lines.append((Sort.SECTION, row.step.section))
    if (told := move_words(row, first=first)) is not None:
        lines.append((Sort.MOVE, words(told)))
    found: list[Between] = []
    for sort, text in lines:
        found.append(Between(sort, text, y))
        y += found[-1].high
    return tuple(found)


def paint_between(painter: QPainter, theme: Theme, line: Between, across: int) -> None:
    """One of them, in a column `across` pixels wide."""
    match line.sort:
        case Sort.DAY:
            _paint_day(painter, theme, line, across)
        case Sort.SECTION:
            metrics = QFontMetricsF(font(Role.SAY))
            told = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, across - BLOCK_X - RIGHT)
            line_of_text(painter, QRectF(BLOCK_X, line.y + 4, across - BLOCK_X - RIGHT, line.high - 6), told, Role.SAY,
                         theme.ink)
        case Sort.FREE | Sort.OVER:
            _paint_wait(painter, theme, line, across)
        case Sort.MOVE:
            _paint_move(painter, theme, line, across)


def _paint_day(painter: QPainter, theme: Theme, line: Between, across: int) -> None:
    middle, width = line.y + line.high / 2 + 2, text_width(line.words, Role.BODY_BOLD)
    line_of_text(painter, QRectF(TIME_X, line.y + 4, width, line.high - 4), line.words, Role.BODY_BOLD, theme.ink)
    painter.setPen(QPen(QColor(theme.ink3), 1))
    painter.drawLine(QPointF(TIME_X + width + 12, middle), QPointF(across - RIGHT, middle))


def _paint_wait(painter: QPainter, theme: Theme, line: Between, across: int) -> None:
    """Free minutes are hatched; too many are an outline, as on the bar below."""
    block = QRectF(BLOCK_X, line.y + 3, across - BLOCK_X - RIGHT, line.high - 6)
    width = text_width(line.words, Role.CAPTION)
    words = QRectF(block.left() + 54, block.top(), width, block.height())
    if line.sort is Sort.FREE:
        hatch(painter, block, theme.line2, radius=6)
        painter.fillRect(words.adjusted(-8, 0, 8, 0), QColor(theme.window))
    else:
        box(painter, block.adjusted(0.75, 0.75, -0.75, -0.75), radius=6, line=theme.ink, width=1.5)
    line_of_text(painter, words, line.words, Role.CAPTION, theme.ink)


def _paint_move(painter: QPainter, theme: Theme, line: Between, across: int) -> None:
    """A dotted stroke, words, a dotted rule."""
    dotted = QPen(QColor(theme.line2), 1, Qt.PenStyle.CustomDashLine)
    dotted.setDashPattern([1, 2])
    x, middle, high = BLOCK_X + 20.5, line.y + line.high / 2, line.high
    painter.setPen(dotted)
    painter.drawLine(QPointF(x, line.y + 3), QPointF(x, line.y + high - 3))
    told = QFontMetricsF(font(Role.CAPTION)).elidedText(line.words, Qt.TextElideMode.ElideRight,
                                                        across - RIGHT - x - 15)
    width = text_width(told, Role.CAPTION)
    line_of_text(painter, QRectF(x + 15, line.y - 1, width, high), told, Role.CAPTION, theme.ink2)
    painter.setPen(dotted)
    painter.drawLine(QPointF(x + 15 + width + 10, middle), QPointF(across - RIGHT, middle))
