"""Notes carried by hand to another section, or to what makes a new theme: what is carried, and where it would go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.harvest.sections import View
from app.words import Words, say, say_n
from ui.panels.note_heads import head_words
from ui.panels.note_rows import NoteRows
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box
from ui.widgets.surfaces import Sheet

EDGE, FASTEST, TICK = 48, 22, 30
"""Pixels from an end of the list at which it scrolls, the most pixels it goes at once, milliseconds between."""
WIDE, SHORT = 300, 60
"""Pixels of what is carried, and the characters of a note that are read there."""


class NoteDrag(QObject):
    """`dropped` brings the notes that are carried and the `Section` they come to, None for a new theme."""

    dropped = Signal(object, object)

    def __init__(self, rows: NoteRows, new: QWidget, *, over: QWidget, theme: Theme, words: Words) -> None:
        """Carried over `over`; let go on `new` they come under a new theme."""
        super().__init__(over)
        self._rows, self._new, self._over, self._words = rows, new, over, words
        self._hand = _Hand(theme, parent=over)
        self._mark = _Mark(theme.ink, parent=rows.ground())
        self._new_mark = _Mark(theme.ink, parent=new)
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._scroll_on)
        rows.carried.connect(self._carry)
        rows.let_go.connect(self._let_go)
        rows.given_up.connect(self._end)

    def _carry(self, at: QPoint) -> None:
        self._at = at
        self._timer.start()
        self._show()

    def _let_go(self) -> None:
        notes, section, new = self._rows.acting(), self._section(), self._is_new()
        self._end()
        if new:
            self.dropped.emit(notes, None)
        elif section >= 0:
            self.dropped.emit(notes, self._rows.section(section))

    def _end(self) -> None:
        self._timer.stop()
        for part in (self._hand, self._mark, self._new_mark):
            part.hide()

    def _is_new(self) -> bool:
        return self._new.isVisible() and self._new.rect().contains(self._new.mapFromGlobal(self._at))

    def _section(self) -> int:
        """The section under the hand, if it would take any of them; else -1."""
        number = self._rows.section_at(self._at)
        return number if number >= 0 and self._rows.section(number).would_take(self._rows.acting()) else -1

    def _show(self) -> None:
        words, notes, section, new = self._words, self._rows.acting(), self._section(), self._is_new()
        text = " ".join(notes[0].text.split()) if len(notes) == 1 else words(
            say_n("{n} note", "{n} notes", len(notes)))
        where = ""
        if new:
            where = words(say("under a new theme"))
        elif section >= 0:
            to = self._rows.section(section)
            name = head_words(to, words)[0]
            where = words(say("under “{name}”", name=name) if to.view is View.THEME and to.id
                          else say("to “{name}”", name=name))
        self._hand.show_carried(text if len(text) <= SHORT else text[:SHORT - 2].rstrip() + " …", where)
        at, room = self._over.mapFromGlobal(self._at) + QPoint(14, 10), self._over.size() - self._hand.size()
        self._hand.move(min(at.x(), room.width()), min(at.y(), room.height()))
        self._mark.setVisible(section >= 0)
        if section >= 0:
            self._mark.setGeometry(self._rows.extent(section))
            self._mark.raise_()
        self._new_mark.setGeometry(self._new.rect())
        self._new_mark.setVisible(new)

    def _scroll_on(self) -> None:
        """Near an end of the list it goes on that way, faster the nearer."""
        port, bar = self._rows.viewport(), self._rows.verticalScrollBar()
        y = port.mapFromGlobal(self._at).y()
        into = min(EDGE, EDGE - y) if y < EDGE else max(-EDGE, port.height() - EDGE - y)
        if (y < EDGE or y > port.height() - EDGE) and not self._is_new():
            bar.setValue(bar.value() - round(FASTEST * into / EDGE))
            self._show()


class _Hand(Sheet):
    """What is carried, beside the hand: its words, and where it would go."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        super().__init__(fill=theme.surface, line=theme.ink, radius=8, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName("carried")
        self._text = Paragraph("", Role.NOTE, theme.ink)
        self._where = Paragraph("", Role.CAPTION, theme.ink2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 7, 12, 8)
        column.setSpacing(1)
        column.addWidget(self._text)
        column.addWidget(self._where)
        self.setFixedWidth(WIDE)
        self.hide()

    def show_carried(self, text: str, where: str) -> None:
        """Show it, over everything."""
        self._text.show_text(text)
        self._where.show_text(where)
        self._where.setVisible(bool(where))
        if (layout := self.layout()) is not None:
            self.resize(WIDE, layout.heightForWidth(WIDE))
        self.show()
        self.raise_()


class _Mark(QWidget):
    """A line round where it would go."""

    def __init__(self, colour: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = colour
        self.setObjectName("drop mark")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two pixels of ink."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=10, line=self._colour, width=2)
        painter.end()
