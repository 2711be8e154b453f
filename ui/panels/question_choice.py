"""Questions to choose from for today, numbered, and a place to write one's own. It offers; it chooses nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.library.coach import remark
from app.library.names import family_name
from app.library.protocol import Protocol
from app.words import Text, Words, say, say_n
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import Balanced
from ui.widgets.fields import TextArea
from ui.widgets.glyph import FamilyTile
from ui.widgets.keycap import KeyCap
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Card

LONGEST = 500
"""Characters of a question: the most a wall takes."""
_NUMBERS = (say("one other wording"), say("two other wordings"), say("three other wordings"),
            say("four other wordings"), say("five other wordings"))


class QuestionCard(Card):
    """A question with its number, family and name; larger while it is the one chosen.

    `walked` brings -1 or 1 for the arrow keys.
    """

    walked = Signal(int)

    def __init__(self, number: int, protocol: Protocol, question: str, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=question, parent=parent)
        self.protocol, self.question = protocol, question
        self._question = Balanced(question, Role.CARD_QUESTION, theme.ink)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addStretch(1)
        text.addWidget(self._question)
        text.addWidget(Paragraph(_origin(protocol, words), Role.CAPTION, theme.ink2))
        text.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 24, 16)
        row.setSpacing(18)
        row.addWidget(KeyCap(str(number), theme=theme))
        row.addWidget(FamilyTile(protocol.family, theme=theme))
        row.addLayout(text, 1)
        self._row = row

    def show_selected(self, *, selected: bool) -> None:
        """Larger, with the ink line, or not."""
        super().show_selected(selected=selected)
        self._question.show_role(Role.CHOSEN_QUESTION if selected else Role.CARD_QUESTION)
        air = 22 if selected else 16
        self._row.setContentsMargins(20, air, 24, air)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go to the neighbour."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in by:
            self.walked.emit(by[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _origin(protocol: Protocol, words: Words) -> str:
    """"Ownership · Looking busy · three other wordings"."""
    parts: list[Text | str] = [family_name(protocol.family), protocol.title]
    others = len(protocol.main_step.wordings)
    if others:
        parts.append(_NUMBERS[others - 1] if others <= len(_NUMBERS) else
                     say_n("{n} other wording", "{n} other wordings", others))
    if len(protocol.steps) > 1:
        parts.append(say("this question alone; all {n} steps are in the Library", n=len(protocol.steps)))
    return " · ".join(words(part) for part in parts)


class OwnQuestion(Card):
    """A dashed card that becomes a place to write in. `edited` brings the words, `entered` and `left` the keys.

    `wanted` when somebody means to write.
    """

    wanted = Signal()
    edited = Signal(str)
    entered = Signal()
    left = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=words(say("Write your own question")), dashed=True, parent=parent)
        self._words = words
        self._invitation = Paragraph(words(say("Write your own")), Role.BODY, theme.ink2)
        self._text = _Writing(theme=theme, name=words(say("Your own question")), role=Role.CARD_QUESTION, least=1,
                              most=5, placeholder=words(say("What do you want to ask each other?")))
        self._advice = Paragraph("", Role.CAPTION, theme.ink2)
        writing = QVBoxLayout()
        writing.setSpacing(4)
        writing.addStretch(1)
        writing.addWidget(self._invitation)
        writing.addWidget(self._text)
        writing.addWidget(self._advice)
        writing.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(16)
        row.addWidget(KeyCap("W", theme=theme))
        row.addLayout(writing, 1)
        self.setMinimumHeight(58)
        self._text.hide()
        self._advice.hide()
        self.pressed.connect(self.wanted)
        self.opened.connect(self.wanted)
        self._text.edited.connect(self._written)
        self._text.entered.connect(self.entered)
        self._text.left.connect(self.left)

    def question(self) -> str:
        """What is written, on one line."""
        return " ".join(self._text.text().split())

    def show_writing(self, *, writing: bool) -> None:
        """A field with the keyboard, or the invitation to write; what was written stays."""
        if writing == self._text.isHidden():
            self._text.setVisible(writing)
            self._invitation.setVisible(not writing)
            self._invitation.show_text(self.question() or self._words(say("Write your own")))
        self._advise()
        if writing:
            self._text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def is_writing(self) -> bool:
        """Whether the field is open."""
        return not self._text.isHidden()

    def _written(self, text: str) -> None:
        if len(text) > LONGEST:
            self._text.show_text(text[:LONGEST])
        self._advise()
        self.edited.emit(self.question())

    def _advise(self) -> None:
        told = remark(self.question()) if self.is_writing() else None
        self._advice.setVisible(told is not None)
        if told is not None:
            self._advice.show_text(self._words(told))


class _Writing(TextArea):
    """The field. Enter and Esc are the card's, because a question has one line of thought."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is enough; Esc leaves; the rest is written."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
