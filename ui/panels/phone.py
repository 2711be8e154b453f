"""What is read aloud to people on the phone, large enough to be read while speaking."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.phone import PhoneScript
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.focus import FocusRing
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll

LINE, PART, LEAST = 6, 16, 270
"""Pixels between two lines, between two parts, and of the whole: on the phone nobody sees the wall beside it."""


class PhonePanel(QWidget):
    """`closed` when it was read. Up and Down turn it."""

    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._script: PhoneScript | None = None
        close = QuietButton(words(say("Close")), theme=theme, shape=SMALL)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(Paragraph(words(say("Read aloud on the phone")), Role.LABEL, theme.ink2), 1,
                       Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(close)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(10, 6, 8, 8)
        self._column.setSpacing(LINE)
        self._scroll = Scroll(inside, name=words(say("Read aloud on the phone")))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        FocusRing(self._scroll, theme=theme, radius=8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        self.setMinimumHeight(LEAST)

    def show_script(self, script: PhoneScript) -> None:
        """Show other lines."""
        if script == self._script:
            return
        self._script = script
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        ink, quiet = self._theme.ink, self._theme.ink2
        for place, line in enumerate(script.question):
            self._add(Paragraph(line, Role.BODY if place % 2 == 0 else Role.SAY, quiet if place % 2 == 0 else ink))
        self._column.addSpacing(PART)
        for line in script.how:
            self._add(Paragraph(line, Role.BODY, ink))
        if script.order:
            self._column.addSpacing(PART)
            self._add(label(self._words(say("Who speaks after whom")), Role.LABEL, quiet))
        for heading, lines in script.order:
            if heading:
                self._add(label(heading, Role.CAPTION, quiet))
            for line in lines:
                self._add(Paragraph(line, Role.BODY_BOLD, ink))
        self._column.addStretch(1)

    def take_keyboard(self) -> None:
        """Ready to be turned."""
        self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> tuple[str, ...]:
        """Everything as it reads."""
        script = self._script
        return () if script is None else (*script.question, *script.how,
                                          *(line for _, names in script.order for line in names))

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        part.show()
