"""Where do these notes go? A field to type in and what fits, over the list: a step, a kind, or a theme new or old."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.library.folding import folded
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.fields import Field
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.options import Options
from ui.widgets.surfaces import Sheet

_NEW = "new:"
"""Begins the value of the option that is what was typed."""
PAGE = 5
EDGE = 16
"""Pixels of what lies below it that are seen round it."""


class _Line(Field):
    """A field of which the arrows walk what is offered."""

    entered = Signal()
    walked = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Esc are the question's."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -PAGE, Qt.Key.Key_PageDown: PAGE}
        if event.key() in by:
            self.walked.emit(by[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class WhereTo(Sheet):
    """`chosen` brings the value of an option, `named` the words of a theme that is not there yet; `closed` on Esc."""

    chosen = Signal(str)
    named = Signal(str)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.ink, radius=10, parent=parent)
        self._words = words
        self._known: tuple[Option, ...] = ()
        self._new = False
        self._asks = Paragraph("", Role.BODY_BOLD, theme.ink)
        self._close = QuietButton(words(say("Leave it")), theme=theme, key="Esc", shape=SMALL)
        self._close.clicked.connect(self.closed)
        self._field = _Line(theme=theme, name=words(say("Where to")), height=36)
        self._field.edited.connect(lambda _typed: self._show_fitting())
        self._field.entered.connect(self._enter)
        self._field.left.connect(self.closed)
        self._options = Options(theme=theme, name=words(say("What fits")))
        self._field.walked.connect(self._options.walk)
        self._options.chosen.connect(self._take)
        head = QHBoxLayout()
        head.addWidget(self._asks, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._field)
        column.addWidget(self._options)
        self.hide()

    def ask(self, question: Text, options: Sequence[Option], *, hint: Text, new: bool = False) -> None:
        """Ask, with the keyboard in the field; where something `new` may be typed that is offered too."""
        self._known, self._new = tuple(options), new
        self._asks.show_text(self._words(question))
        self._field.setAccessibleName(self._words(question))
        self._field.setPlaceholderText(self._words(hint))
        self._field.show_text("")
        self._show_fitting()
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def place(self) -> None:
        """Lie at the lower end of what it is shown over."""
        over, layout = self.parentWidget(), self.layout()
        if over is not None and layout is not None:
            layout.invalidate()
            wide = over.width() - 2 * EDGE
            high = layout.heightForWidth(wide) if layout.hasHeightForWidth() else layout.sizeHint().height()
            self.setGeometry(EDGE, max(EDGE, over.height() - EDGE - high), wide, high)

    def _show_fitting(self) -> None:
        typed = self._field.text().strip()
        sought = folded(typed)
        fitting = [option for option in self._known if sought in folded(option.text)]
        if self._new and typed and all(folded(option.text) != sought for option in self._known):
            fitting.append(Option(_NEW + typed, self._words(say("New theme: {words}", words=typed)), "plus"))
        self._options.show_options(fitting)
        self.place()

    def _enter(self) -> None:
        marked = self._options.marked()
        if marked is not None:
            self._take(marked)

    def _take(self, value: str) -> None:
        if value.startswith(_NEW):
            self.named.emit(value.removeprefix(_NEW))
        else:
            self.chosen.emit(value)
