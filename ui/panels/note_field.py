"""The field a note is written in. Enter keeps, Shift and Enter begin a line; a clicker's keys are never text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.actions import key_name
from ui.theme import Theme
from ui.type import Role
from ui.widgets.fields import TextArea
from ui.widgets.labels import label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_CLICKER = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Escape)
_BEGIN_NO_NOTE = frozenset({"Space", "Left", "Right", ".", "Ctrl+Shift+Z", "Ctrl+Y"})
HINT_ROOM = 24


class NoteField(TextArea):
    """`entered` on Enter, `named` on an @ that begins a word, `numbered` on Ctrl and 1 to 3 (from 0).

    `taken_back` on Ctrl+Z and `last_wished` on Up in an empty field, `left` on Down where `corrects`, `turned` on
    Ctrl+K, `pasted` after something was. `all_entered` on Ctrl+Enter. What it holds is plain text.
    """

    entered = Signal()
    named = Signal()
    numbered = Signal(int)
    taken_back = Signal()
    last_wished = Signal()
    left = Signal()
    turned = Signal()
    pasted = Signal()
    all_entered = Signal()

    def __init__(self, *, theme: Theme, name: str, placeholder: str, hint: str,
                 parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=name, placeholder=placeholder, role=Role.SAY, least=1, most=5,
                         parent=parent)
        self._hint = label(hint, Role.CAPTION, theme.ink2, parent=self)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.offers_name = True
        self.corrects = False
        margins = self.viewportMargins()
        self._alone = QMargins(margins.left() + 2, margins.top(), margins.right(), margins.bottom())
        self._beside = QMargins(margins.left() + 2, margins.top(), self._hint.sizeHint().width() + HINT_ROOM,
                                margins.bottom())
        self.setViewportMargins(self._beside)
        self.show_small(small=False)

    def show_small(self, *, small: bool) -> None:
        """58 pixels for one line, or a little less."""
        self.document().setDocumentMargin(4.5 if small else 7.5)
        self._most = 3 if small else 5
        self._grow()

    def event(self, event: QEvent) -> bool:
        """Ctrl and a number are the field's own before they are anybody's shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (
                self._number(event) >= 0 or self._turns(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, @, Ctrl and a number; a clicker's keys go on to the page."""
        key, held = event.key(), event.modifiers()
        if key in _CLICKER or self.leaves(key_name(key, held)):
            event.ignore()
        elif key in _ENTER and not held & Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                (self.all_entered if held & _CONTROL else self.entered).emit()
        elif key == Qt.Key.Key_Up and not self.toPlainText():
            self.last_wished.emit()
        elif key == Qt.Key.Key_Down and self.corrects and self.textCursor().atEnd():
            self.left.emit()
        elif self._turns(event):
            self.turned.emit()
        elif self._number(event) >= 0:
            self.numbered.emit(self._number(event))
        elif event.text() == "@" and self.offers_name and self._word_begins():
            self.named.emit()
        elif key == Qt.Key.Key_Z and held == _CONTROL and not self.toPlainText():
            if not event.isAutoRepeat():
                self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def leaves(self, name: str) -> bool:
        """Whether the key of that name is the page's: nothing is written yet, and no note begins with it."""
        return name in _BEGIN_NO_NOTE and not self.toPlainText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hint stands at the right, on the first line's height, unless what is asked for needs the room."""
        super().resizeEvent(event)
        asked = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 2 * self.document().documentMargin()
        room = self.width() - self._beside.left() - self._beside.right() >= asked
        self._hint.setVisible(room)
        if self.viewportMargins() != (self._beside if room else self._alone):
            self.setViewportMargins(self._beside if room else self._alone)
        size = self._hint.sizeHint()
        line = self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin() + 16
        self._hint.setGeometry(self.width() - size.width() - 16, round((line - size.height()) / 2),
                               size.width(), size.height())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain words, and whoever shows the field may ask whether they are several notes."""
        super().insertFromMimeData(source)
        self.pasted.emit()

    def show_what_enter_does(self, hint: str) -> None:
        """Say something else at the right end."""
        self._hint.setText(hint)
        self._beside.setRight(self._hint.sizeHint().width() + HINT_ROOM)
        self.setViewportMargins(self._beside if self._hint.isVisibleTo(self) else self._alone)
        QApplication.sendEvent(self, QResizeEvent(self.size(), self.size()))

    @staticmethod
    def _turns(event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_K and event.modifiers() == _CONTROL

    @staticmethod
    def _number(event: QKeyEvent) -> int:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = event.key() - Qt.Key.Key_1
        return place if held == _CONTROL and 0 <= place < 3 else -1

    def _word_begins(self) -> bool:
        before = self.toPlainText()[:self.textCursor().position()]
        return not before or before[-1].isspace()
