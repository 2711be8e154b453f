"""Every key of the program on one page, under the names of the places where it works."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Text, Words, say
from ui.panels.key_row import KeyRow
from ui.panels.keys_list import KeysGroup, Listed
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton, QuietButton
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

COLUMN, BETWEEN, MOST = 400, 44, 3
"""Pixels of the narrowest column, pixels between two of them, and how many there are at most."""


class KeysPage(Ground):
    """`closed` when it is read, `asked` a command's id and the key pressed for it, `restored` all keys as at first."""

    closed = Signal()
    asked = Signal(str, str)
    restored = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self.setObjectName("every key")
        self._theme, self._words = theme, words
        self._groups: list[KeysGroup] = []
        self._weights: list[int] = []
        self._columns = [QVBoxLayout() for _ in range(MOST)]
        self._close = QuietButton(words(say("Close")), theme=theme, key="Esc")
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Paragraph(words(say("Every key")), Role.TITLE, theme.ink), 1)
        self._restore = OutlineButton(words(say("All keys as at first")), theme=theme, glyph="undo")
        self._restore.clicked.connect(self.restored)
        self._restore.hide()
        head.addWidget(self._restore)
        head.addWidget(self._close)
        self._told = Paragraph("", Role.BODY, theme.ink2)
        self.show_told(say("To change a key you host with, press its command, then the key it shall have as well."))
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 10, 20)
        self._row.setSpacing(BETWEEN)
        for column in self._columns:
            column.setSpacing(24)
            self._row.addLayout(column, 1)
        self._scroll = Scroll(inside, name=words(say("Every key")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(28, 24, 18, 0)
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addWidget(self._told)
        whole.addWidget(self._scroll, 1)

    def show_groups(self, groups: Sequence[Listed]) -> None:
        """List these."""
        for old in self._groups:
            old.hide()
            old.deleteLater()
        self._groups = [KeysGroup(group, theme=self._theme, words=self._words) for group in groups]
        for shown in self._groups:
            shown.asked.connect(lambda command, key: self.asked.emit(command, key))
        self._weights = [len(group.rows) + 2 for group in groups]
        self._share()

    def show_told(self, text: Text) -> None:
        """Say what came of a key, or what can be done."""
        self._told.show_text(self._words(text))

    def show_changed(self, *, changed: bool) -> None:
        """Whether there is anything to restore."""
        self._restore.setVisible(changed)

    def ask_again(self, command: str) -> None:
        """Wait for the same key once more."""
        for row in self._rows_of(command):
            row.show_waiting(waits=True)

    def take_keyboard(self, command: str) -> None:
        """Give the keyboard to the row of this command, so that the next can be changed."""
        for row in self._rows_of(command):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, row, lambda shown=row: self._scroll.ensureWidgetVisible(shown))   # once it is laid out

    def _rows_of(self, command: str) -> list[KeyRow]:
        return [row for group in self._groups for row in group.findChildren(KeyRow) if row.command == command]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: Enter and Space close it again."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened it, or Esc, closes it; Page Up and Page Down turn it."""
        bar = self._scroll.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Escape | Qt.Key.Key_Question | Qt.Key.Key_F1:
                self.closed.emit()
            case Qt.Key.Key_PageDown | Qt.Key.Key_Down:
                bar.setValue(bar.value() + round(bar.pageStep() * 0.85))
            case Qt.Key.Key_PageUp | Qt.Key.Key_Up:
                bar.setValue(bar.value() - round(bar.pageStep() * 0.85))
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Lay the groups into columns of about one height, in their order."""
        count = max(1, min(MOST, (self.width() - 46 + BETWEEN) // (COLUMN + BETWEEN)))
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        part, filled, at = sum(self._weights) / count, 0.0, 0
        for group, weight in zip(self._groups, self._weights, strict=True):
            if filled + weight / 2 > part * (at + 1) and at < count - 1:
                at += 1
            self._columns[at].addWidget(group)
            group.show()
            filled += weight
        for place, column in enumerate(self._columns):
            column.addStretch(1)
            self._row.setStretch(place, 1 if place < count else 0)
