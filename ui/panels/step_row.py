"""One step of the timeline: when it begins, what is asked, who speaks, how long. It decides nothing.

The row is the thing that has the keyboard and the hand; the timeline places it and answers its signals.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from app.library.protocol import Step
from ui.theme import Theme
from ui.type import Role, font, grown, line_height
from ui.widgets.glyph import draw_glyph, form_glyph, voice_glyph
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box, hatch, line_of_text, text_width

AIR = 4
"""Pixels above and below the block that belong to the row, for the focus ring."""
TIME_X, GRIP_X, BLOCK_X, RIGHT = 28, 72, 96, 14
TWO_LINES, ONE_LINE = 66, 46
"""Heights of a block from which it shows its question on two lines, and on one."""
TITLE_LEAST = 110
"""Pixels a title has at 1x before the glyph alone says who speaks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A step's finished words: `time` "19:08", `who`, `minutes` "12 min", `spoken` for a screen reader; `aside` stands
    in place of who speaks where it is `optional`. A `fixed` time is bold.
    """

    step: Step
    step_id: str
    time: str
    who: str
    minutes: str
    spoken: str
    optional: bool = False
    aside: str = ""
    fixed: bool = False


class StepRow(QWidget):
    """A row that can be chosen, dragged and worked by keys. `stretched` and `toggled`: pressed with Shift or Ctrl."""

    pressed = Signal(str)
    pointed = Signal(str)
    stretched = Signal(str)
    toggled = Signal(str)
    opened = Signal(str)
    key = Signal(str, object)
    dragged = Signal(str, int)
    dropped = Signal(str)

    def __init__(self, line: Line, *, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._line = theme, line
        self._selected = self._along = self._by_keys = self._dragging = False
        self._grabbed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMouseTracking(True)
        self._question = Paragraph("", Role.BLOCK_QUESTION, theme.ink2)
        self.show_line(line)

    @property
    def step_id(self) -> str:
        """Which step this is."""
        return self._line.step_id

    def show_line(self, line: Line) -> None:
        """Show other words."""
        self._line = line
        self._question.show_text(" ".join(line.step.question.split()))
        self.setAccessibleName(line.spoken)
        self.setToolTip(line.step.question)
        self.update()

    def show_selected(self, *, selected: bool, along: bool = False) -> None:
        """Wear the ink line, also where it is chosen `along` with the one in the hand; only that one is on the way of
        Tab.
        """
        self._selected, self._along = selected, along
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if selected else Qt.FocusPolicy.ClickFocus)
        self.update()

    def show_dragging(self, *, dragging: bool) -> None:
        """Fade while a copy of the block is under the hand."""
        self._dragging = dragging
        self.update()

    def block(self) -> QRectF:
        """Where the block lies in the row."""
        return QRectF(BLOCK_X, AIR, self.width() - BLOCK_X - RIGHT, self.height() - 2 * AIR)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring only where the keyboard came from keys."""
        self._by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        if self._by_keys:
            self.pressed.emit(self.step_id)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key is the timeline's."""
        self.key.emit(self.step_id, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses and may become a drag; on one of several it chooses when the hand lets go without one."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.stretched.emit(self.step_id)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(self.step_id)
        else:
            self._grabbed = event.position()
            if not self._along:
                self.pressed.emit(self.step_id)
                self.pointed.emit(self.step_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it in the inspector."""
        self.opened.emit(self.step_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Past the system's drag distance the row is dragged."""
        over = self.block().adjusted(GRIP_X - BLOCK_X, 0, 0, 0).contains(event.position())
        self.setCursor(Qt.CursorShape.ClosedHandCursor if self._dragging
                       else Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = abs(event.position().y() - self._grabbed.y()) >= QApplication.startDragDistance()
        if far or self._dragging:
            self.dragged.emit(self.step_id, round(self.y() + event.position().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._grabbed is not None:
            self._grabbed = None
            if self._dragging:
                self.dropped.emit(self.step_id)
            elif self._along:
                self.pointed.emit(self.step_id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Time, grip, block."""
        theme, block = self._theme, self.block()
        painter = begin(self)
        if self._dragging:
            painter.setOpacity(0.35)
        role = Role.BODY_BOLD if self._line.fixed else Role.BODY
        time_x = min(TIME_X, GRIP_X - 4 - text_width(self._line.time, role))
        line_of_text(painter, QRectF(time_x, block.top() - 1, 40, min(grown(24), block.height() + 2)),
                     self._line.time, role, theme.ink if self._line.fixed else theme.ink2)
        draw_glyph(painter, "grip", theme.ink3 if self.underMouse() else theme.line2,
                   QRectF(GRIP_X, round(block.center().y() - 10), 20, 20))
        self.paint_block(painter, block)
        if self._selected or self._along:
            box(painter, block.adjusted(-1, -1, 1, 1), radius=9, line=theme.ink, width=2)
        if self.hasFocus() and self._by_keys:
            box(painter, block.adjusted(-4, -4, 4, 4), radius=12, line=theme.focus, width=2)
        painter.end()

    def paint_block(self, painter: QPainter, block: QRectF) -> None:
        """The block alone: also what is drawn under the hand while it is dragged."""
        step, theme = self._line.step, self._theme
        colours = theme.family(step.family)
        own = theme.family(None).strong == colours.strong
        shape = QPainterPath()
        shape.addRoundedRect(block, 8, 8)
        painter.fillPath(shape, QColor(colours.tint))
        if self._line.optional:
            hatch(painter, block, theme.line, radius=8, gap=9)
        bar = QPainterPath()
        bar.addRect(QRectF(block.left(), block.top(), 7, block.height()))
        painter.fillPath(bar.intersected(shape), QColor(theme.line2 if own else colours.strong))
        self._paint_words(painter, block, theme.ink2 if own else colours.strong)

    def _paint_words(self, painter: QPainter, block: QRectF, mark: str) -> None:
        step, theme, line = self._line.step, self._theme, self._line
        left, right = block.left() + 54, block.right() - 14
        shown = 0
        if line.step.question and block.height() >= grown(ONE_LINE):
            needed = self._question.heightForWidth(int(right - left)) // line_height(Role.BLOCK_QUESTION)
            shown = min(needed, 2 if block.height() >= grown(TWO_LINES) else 1)
        pitch, line_high = line_height(Role.BLOCK_QUESTION), line_height(Role.BODY)
        top = block.center().y() - (line_high + shown * pitch) / 2
        first = QRectF(left, round(top), right - left, line_high)
        draw_glyph(painter, form_glyph(step.form), mark,
                   QRectF(block.left() + 18, round(block.center().y() - 12), 24, 24))
        minutes = text_width(line.minutes, Role.BODY_BOLD)
        at_right = QRectF(right - minutes, first.top(), minutes, line_high)
        line_of_text(painter, at_right, line.minutes, Role.BODY_BOLD, theme.ink)
        told_who = line.aside if line.optional else line.who
        who = text_width(told_who, Role.CAPTION)
        who_x = min(right - 134, right - minutes - 18 - who - 24)
        told = who_x - left >= grown(TITLE_LEAST)   # where the words are large the title goes before who speaks
        if not told:
            who_x = right - minutes - 18 - 18
        draw_glyph(painter, voice_glyph(step.voice), theme.ink2, QRectF(who_x, round(first.center().y() - 9), 18, 18))
        if told:
            line_of_text(painter, QRectF(who_x + 24, first.top(), who, line_high), told_who, Role.CAPTION,
                         theme.ink2)
        metrics = QFontMetricsF(font(Role.BODY_BOLD))
        title = metrics.elidedText(step.title, Qt.TextElideMode.ElideRight, who_x - left - 10)
        line_of_text(painter, first, title, Role.BODY_BOLD, theme.ink)
        if shown:
            self._paint_question(painter, QRectF(left, first.bottom(), right - left, shown * pitch), shown)

    def _paint_question(self, painter: QPainter, rect: QRectF, lines: int) -> None:
        """At most `lines` lines; what has no room is cut at the end of the last one."""
        metrics = QFontMetricsF(font(Role.BLOCK_QUESTION))
        pitch = line_height(Role.BLOCK_QUESTION)
        rest = self._question.text()
        for number in range(lines):
            piece = rest if number == lines - 1 else _halved(rest, metrics, rect.width())
            rest = rest[len(piece):].lstrip()
            shown = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, rect.width())
            line_of_text(painter, QRectF(rect.left(), rect.top() + number * pitch, rect.width(), pitch), shown,
                         Role.BLOCK_QUESTION, self._theme.ink2)


def _halved(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The whole words of `text` that make a first line of two about as long as the second, within `width`."""
    words = text.split(" ")
    best, least = words[0], metrics.horizontalAdvance(text)
    for count in range(1, len(words)):
        first, second = " ".join(words[:count]), " ".join(words[count:])
        longer = max(metrics.horizontalAdvance(first), metrics.horizontalAdvance(second))
        if metrics.horizontalAdvance(first) <= width and longer <= least:
            best, least = first, longer
    return best
