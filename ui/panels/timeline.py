"""The plan as blocks to scale: order by hand or by keys, moves as gaps of one height with their words.

It shows an agenda and reports what a person asks for; it changes nothing itself.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.design.agenda import Agenda, Move, Row
from app.design.selection import Selection
from app.library.names import voice_word
from app.words import Words, say
from ui.panels.between import Between, above, paint_between
from ui.panels.step_row import AIR, BLOCK_X, ONE_LINE, RIGHT, Line, StepRow
from ui.theme import Theme
from ui.type import Role, grown
from ui.widgets.balanced import narrowest
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box, dot

GAP, STILL_GAP = 18, 6
"""Pixels between two blocks: where one is carried to, and where people sit still."""
LEAST = 27
"""No block is lower than its first line, even where that is more than its minutes."""
TOP, BOTTOM = 16, 10
USUAL, WIDEST_SCALE = 90, 1.8
"""The pictures' scale is that of 90 promised minutes; shorter gatherings may use the room, up to this factor."""
LONG, CLOSEST_SCALE = 120, 0.6
"""Past so many minutes the blocks come closer together, down to this factor, and each still shows its question."""


class Timeline(QWidget):
    """The steps of an agenda. `chosen` and `pointed` (by hand, the same again) bring a step's id, `moved` also its new
    place in the order.

    With Shift or Ctrl it is `stretched` or `toggled`; `shifted` asks for the chosen steps to go up (-1) or down.

    `carried` brings the height at which a block is under the hand, so that what lies beyond can come into view.
    """

    chosen = Signal(str)
    pointed = Signal(str)
    opened = Signal(str)
    stretched = Signal(str)
    toggled = Signal(str)
    moved = Signal(str, int)
    shifted = Signal(int)
    removed = Signal(str)
    duplicated = Signal()
    carried = Signal(int)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._agenda: Agenda | None = None
        self._rows: list[StepRow] = []
        self._between: list[Between] = []
        self._selection = Selection()
        self._scale, self._across = 6.7, 540
        self._drag: tuple[str, int] | None = None
        self.setAccessibleName(words(say("Steps, in order")))
        self._empty = Paragraph(
            words(say("An empty page.\nWhat would you like them to ask each other?")), Role.SAY_BIG, theme.ink2,
            parent=self)
        self._ghost = QLabel(self)
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.hide()
        self._insertion = _Insertion(theme.ink, parent=self)

    def show_width(self, width: int) -> None:
        """Lay blocks out for a column of `width` pixels, whether or not a scroll bar stands in it."""
        self._across = width
        self._place()

    def show_scale(self, pixels: float) -> None:
        """How many pixels a minute of a 90-minute gathering takes."""
        if pixels != self._scale:
            self._scale = pixels
            self._place()

    def show_agenda(self, agenda: Agenda, selection: Selection) -> None:
        """Show another plan, with the chosen steps in ink."""
        self._agenda, self._selection = agenda, selection
        lines = [self._line(row, agenda) for row in agenda.rows]
        known = {row.step_id: row for row in self._rows}
        self._rows = []
        for line in lines:
            row = known.pop(line.step_id, None) or self._make(line)
            row.show_line(line)
            self._show_choice(row)
            self._rows.append(row)
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        self._order_of_tab()
        self._place()

    def rows(self) -> tuple[StepRow, ...]:
        """The rows in their order."""
        return tuple(self._rows)

    def row(self, step_id: str) -> StepRow | None:
        """The row of a step."""
        return next((row for row in self._rows if row.step_id == step_id), None)

    def take_keyboard(self, step_id: str) -> None:
        """Give the keyboard to a step's row."""
        row = self.row(step_id)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, line: Line) -> StepRow:
        row = StepRow(line, theme=self._theme, parent=self)
        row.pressed.connect(self._choose)
        row.stretched.connect(lambda step_id: self.stretched.emit(step_id))
        row.toggled.connect(lambda step_id: self.toggled.emit(step_id))
        row.pointed.connect(lambda step_id: self.pointed.emit(step_id))
        row.opened.connect(self.opened)
        row.key.connect(self._key)
        row.dragged.connect(self._dragged)
        row.dropped.connect(self._dropped)
        row.show()
        return row

    def _line(self, row: Row, agenda: Agenda) -> Line:
        words, step = self._words, row.step
        time, who = f"{agenda.at(row.starts):%H:%M}", words(voice_word(step.voice))
        spoken = words(say("{time} {title}, {who}, {n} minutes", time=time, title=step.title, who=who, n=step.minutes))
        if step.optional:
            spoken = words(say("{step}, if there is time", step=spoken))
        return Line(step, step.id, time, who, words(say("{n} min", n=step.minutes)), spoken, optional=step.optional,
                    aside=words(say("if there is time")), fixed=step.starts_at is not None)

    def _order_of_tab(self) -> None:
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)
        if self._rows and not any(row.step_id == self._selection.chosen for row in self._rows):
            self._rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _place(self) -> None:
        """Every block where its minute is; gaps of a fixed height between them."""
        self._empty.setVisible(not self._rows)
        across = self._across - BLOCK_X - RIGHT
        high = self._empty.heightForWidth(across)
        self._empty.setGeometry(BLOCK_X, TOP + 8, narrowest(self._empty, across), high)
        self._between = []
        if self._agenda is None or not self._rows:
            self.setFixedHeight(TOP + 16 + high)
            return
        longest = max(1, self._agenda.promised, self._agenda.total)
        closest = CLOSEST_SCALE if longest > LONG else 1.0
        scale = self._scale * min(WIDEST_SCALE, max(closest, USUAL / longest))
        y, met, before = TOP, False, None
        for row, widget in zip(self._agenda.rows, self._rows, strict=True):
            lines = above(row, before, self._agenda, y, self._words, first=not met)
            met, before = met or row.move is Move.NEW_FACES, row
            self._between += lines
            y += sum(line.high for line in lines) if lines else STILL_GAP if y > TOP else 0
            least = ONE_LINE if longest > LONG and row.step.question else LEAST
            height = max(grown(least), round(row.step.minutes * scale))
            widget.setGeometry(0, y - AIR, self._across, height + 2 * AIR)
            y += height
        self.setFixedHeight(y + BOTTOM)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """What stands between the blocks."""
        painter = begin(self)
        for line in self._between:
            paint_between(painter, self._theme, line, self._across)
        painter.end()

    def _choose(self, step_id: str) -> None:
        if step_id != self._selection.chosen:
            self._selection = self._selection.only(step_id)
            for row in self._rows:
                self._show_choice(row)
            self.chosen.emit(step_id)

    def _show_choice(self, row: StepRow) -> None:
        row.show_selected(selected=row.step_id == self._selection.chosen, along=row.step_id in self._selection.others)

    def _key(self, step_id: str, event: QKeyEvent) -> None:
        at = [row.step_id for row in self._rows].index(step_id)
        key, held = event.key(), event.modifiers()
        alt, control = bool(held & Qt.KeyboardModifier.AltModifier), bool(held & Qt.KeyboardModifier.ControlModifier)
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(key), 0)
        if by and alt:
            self.shifted.emit(by)
        elif by or key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = at + by if by else 0 if key == Qt.Key.Key_Home else len(self._rows) - 1
            if 0 <= to < len(self._rows):
                self._go(self._rows[to], along=bool(held & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(step_id)
        elif key == Qt.Key.Key_D and control:
            self.duplicated.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(step_id)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif key == Qt.Key.Key_Escape and self._selection.others:
            self.pointed.emit(step_id)
        else:
            event.ignore()

    def _go(self, row: StepRow, *, along: bool) -> None:
        """On to another row; what was chosen stays chosen where it goes `along`."""
        if along:
            self.stretched.emit(row.step_id)
        else:
            row.setFocus(Qt.FocusReason.TabFocusReason)

    def _dragged(self, step_id: str, y: int) -> None:
        row = self.row(step_id)
        if row is None:
            return
        if self._drag is None:
            row.show_dragging(dragging=True)
            self._ghost.setPixmap(self._picture(row))
            self._ghost.adjustSize()
            self._ghost.show()
            self._ghost.raise_()
        at, line = self._place_at(step_id, y)
        self._drag = (step_id, at)
        self._ghost.move(BLOCK_X + 6, y - self._ghost.height() // 2)
        self._insertion.setGeometry(BLOCK_X - 8, line - 4, self._across - BLOCK_X - RIGHT + 12, 8)
        self._insertion.show()
        self._insertion.raise_()
        self.carried.emit(y)

    def _place_at(self, step_id: str, y: int) -> tuple[int, int]:
        """The place in the order that `y` stands for, and where its line is drawn."""
        chosen = self._selection.all
        going = chosen if step_id in chosen else {step_id}
        others = [row for row in self._rows if row.step_id not in going]
        at = sum(row.geometry().center().y() < y for row in others)
        if at < len(others):
            top = others[at].y() + AIR
            above = others[at - 1].geometry().bottom() - AIR if at else top - grown(GAP)
            return at, (top + above) // 2
        return at, others[-1].geometry().bottom() - AIR + grown(GAP) // 2 if others else TOP

    def _dropped(self, step_id: str) -> None:
        drag = self._drag
        self._end_drag()
        if drag is not None:
            self.moved.emit(step_id, drag[1])

    def _end_drag(self) -> None:
        self._drag = None
        self._ghost.hide()
        self._insertion.hide()
        for row in self._rows:
            row.show_dragging(dragging=False)

    def _picture(self, row: StepRow) -> QPixmap:
        """The block as it is carried."""
        block, ratio = row.block(), self.devicePixelRatio()
        picture = QPixmap(round(block.width() * ratio), round(block.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = begin(picture)
        whole = QRectF(0, 0, block.width(), block.height())
        row.paint_block(painter, whole)
        box(painter, whole, radius=8, line=self._theme.ink)
        painter.end()
        return picture


class _Insertion(QWidget):
    """The line that shows where a dragged block will come to lie."""

    def __init__(self, colour: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setObjectName("insertion line")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line with a dot at either end."""
        painter = begin(self)
        painter.setPen(QPen(QColor(self._colour), 2))
        painter.drawLine(QPointF(4, 4), QPointF(self.width() - 4, 4))
        for x in (4.0, self.width() - 4.0):
            dot(painter, QPointF(x, 4), 3.5, self._colour)
        painter.end()
