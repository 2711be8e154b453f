"""Today's question: choose one, host it. Two keys, no design, with or without a projector.

It remembers nothing: what was counted last comes in, and the gathering that goes out carries what is counted now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.design.gathering import PlannedStep
from app.design.today import OFFERED, asked, own_question, rotation, three, today
from app.library.protocol import Protocol
from app.words import Words, say
from ui.commands import Command, bind
from ui.panels.question_choice import OwnQuestion, QuestionCard
from ui.panels.today_room import TodayRoom
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.buttons import InkButton, OutlineButton, Shape
from ui.widgets.labels import Paragraph
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

WIDE, BETWEEN = 1060, 40
OWN = OFFERED
"""The place of one's own question behind those that are offered."""
_FOOT = Shape(height=52, radius=10, pad=18, glyph=20, gap=10)
_FOOT_INK = Shape(height=52, radius=10, pad=20, glyph=20, gap=10, role=Role.LIVE_BUTTON)


class TodayPage(QWidget):
    """`host` brings a `Gathering` and whether this screen is the wall; `library` asks for all the others."""

    host = Signal(object, bool)
    library = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._now = theme, words, now
        self._turning: tuple[Protocol, ...] = ()
        self._turn = 0
        self._brought: tuple[Protocol, str] | None = None
        self._cards: list[QuestionCard] = []
        self._place = 0
        self._room = TodayRoom(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self._own = OwnQuestion(theme=theme, words=words)
        self._own.wanted.connect(lambda: self._choose(OWN))
        self._own.edited.connect(lambda _text: self._show_step())
        self._own.entered.connect(self._host)
        self._own.left.connect(lambda: self._choose(0))
        self._lay()
        self._shortcuts()
        self._offer()

    def _shortcuts(self) -> None:
        """Letters and numbers; a field that has the keyboard keeps them."""
        self.commands = (
            *(Command(say("Question {number}", number=number + 1), (str(number + 1),), partial(self._choose, number))
              for number in range(OFFERED)),
            Command(say("The question above, below"), ("Up", "Down")),
            Command(say("Write your own"), ("W",), lambda: self._choose(OWN)),
            Command(say("Leave the writing"), ("Esc",)),
            Command(say("Three others"), ("R",), self._others),
            Command(say("Host it"), ("Enter",)),
            Command(say("Host it on this screen"), ("F",), lambda: self._host(on_this_screen=True)))
        bind(self.commands, self)

    def show_choices(self, protocols: Sequence[Protocol]) -> None:
        """Offer three of these; which three come first goes with the day."""
        self._turning = rotation(protocols)
        self._turn = self._local().toordinal()
        self._brought = None
        self._offer()

    def show_last(self, people: int, minutes: int) -> None:
        """Begin with what was counted the last time."""
        self._room.show_counts(people, minutes)

    def choose(self, protocol: Protocol, question: str = "") -> None:
        """A protocol from the library stands first and is chosen, asked as `question`."""
        self._brought = (protocol, question or protocol.main_step.question)
        self._offer()

    def take_keyboard(self) -> None:
        """What is chosen has the keyboard, so that Enter hosts it."""
        if self._place == OWN:
            self._own.show_writing(writing=True)
        elif self._place < len(self._cards):
            self._cards[self._place].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay(self) -> None:
        theme = self._theme
        group = QWidget()
        group.setFixedWidth(WIDE + 8)
        column = QVBoxLayout(group)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(24)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(12)
        self._questions.addWidget(self._own)
        self._questions.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(BETWEEN)
        body.addLayout(self._questions, 1)
        body.addWidget(self._room)
        column.addLayout(body)
        column.addSpacing(24)
        column.addWidget(Rule(theme.line))
        column.addSpacing(20)
        column.addLayout(self._foot())
        centred = QWidget()
        middle = QVBoxLayout(centred)
        middle.setContentsMargins(20, 20, 20, 20)
        middle.addStretch(3)
        across = QHBoxLayout()   # an alignment would ask for the height at the page's width, not at the group's
        across.addStretch(1)
        across.addWidget(group)
        across.addStretch(1)
        middle.addLayout(across)
        middle.addStretch(4)
        ground = Ground(theme.window)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Scroll(centred, name=self._words(say("Today’s question"))))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def _head(self) -> QHBoxLayout:
        theme, words = self._theme, self._words
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(Paragraph(words(say("Today’s question")), Role.HERO, theme.ink))
        titles.addWidget(Paragraph(words(say("A few minutes, nothing to prepare. Choose one and begin.")),
                                   Role.LIVE_STEP, theme.ink2))
        self._other = OutlineButton(words(say("Three others")), theme=theme, key="R")
        self._other.clicked.connect(self._others)
        shelves = OutlineButton(words(say("From the Library")), theme=theme, glyph="library")
        shelves.clicked.connect(self.library)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addLayout(titles, 1)
        for button in (self._other, shelves):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _foot(self) -> QHBoxLayout:
        theme, words = self._theme, self._words
        here = OutlineButton(words(say("On this screen")), theme=theme, glyph="host", key="F", shape=_FOOT)
        here.clicked.connect(lambda: self._host(on_this_screen=True))
        host = InkButton(words(say("Host it")), theme=theme, glyph="play", key=words(say("Enter")), shape=_FOOT_INK)
        host.clicked.connect(lambda: self._host())
        self._buttons = (here, host)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Paragraph(words(say("A number, then Enter. After that you can sit down with them.")),
                                Role.ITALIC, theme.ink2), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(here)
        row.addWidget(host)
        return row

    def _offer(self) -> None:
        """Lay out the questions of this turn, the one from the library first."""
        for old in self._cards:
            self._questions.removeWidget(old)
            old.hide()
            old.deleteLater()
        first = [self._brought] if self._brought else []
        besides = self._brought[0] if self._brought else None
        others = three(self._turning, self._turn, besides=besides, count=OFFERED - len(first))
        pairs = [*first, *((protocol, protocol.main_step.question) for protocol in others)]
        self._cards = [self._card(place, *pair) for place, pair in enumerate(pairs)]
        for place, made in enumerate(self._cards):
            self._questions.insertWidget(place, made)
            made.show()   # now, not at the next layout: what is not seen cannot have the keyboard
        self._other.setVisible(len(self._turning) > len(others))
        before: QWidget = self._other
        after: list[QWidget] = [*self._cards, self._own]
        for card in after:
            QWidget.setTabOrder(before, card)
            before = card
        self._choose(0 if self._cards else OWN)

    def _card(self, place: int, protocol: Protocol, question: str) -> QuestionCard:
        card = QuestionCard(place + 1, protocol, question, theme=self._theme, words=self._words)
        card.pressed.connect(lambda: self._choose(place))
        card.opened.connect(lambda: self._open(place))
        card.walked.connect(lambda by: self._choose(max(0, place + by) if place + by < len(self._cards) else OWN))
        return card

    def _open(self, place: int) -> None:
        self._choose(place)
        self._host()

    def _others(self) -> None:
        """Three that were not here before; one brought from the library goes with them."""
        self._turn += 1
        self._brought = None
        self._offer()

    def _choose(self, place: int) -> None:
        if place != OWN and place >= len(self._cards):
            return
        self._place = place
        for card in self._cards:
            card.show_selected(selected=card is self._chosen())
        self._own.show_selected(selected=place == OWN)
        self._own.show_writing(writing=place == OWN)
        self._show_step()
        if self.isVisible():
            self.take_keyboard()

    def _chosen(self) -> QuestionCard | None:
        return self._cards[self._place] if self._place < len(self._cards) and self._place != OWN else None

    def _step(self) -> PlannedStep | None:
        """The step that would be hosted, or None while nothing is written."""
        card = self._chosen()
        if card is not None:
            return asked(card.protocol, card.question)
        question = self._own.question()
        return own_question(question, title=self._words(say("Today’s question"))) if question else None

    def _show_step(self) -> None:
        step = self._step()
        self._room.show_step(step)
        for button in self._buttons:
            button.setEnabled(step is not None)

    def _host(self, *, on_this_screen: bool = False) -> None:
        step, card = self._step(), self._chosen()
        if step is None:
            return
        made = today(step, people=self._room.people(), minutes=self._room.minutes(), starts=self._local(),
                     title=card.protocol.title if card is not None else "")
        self.host.emit(made, on_this_screen)

    def _local(self) -> datetime:
        return datetime.fromtimestamp(self._now() / 1000)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hosts; in a number it only ends the typing, so that the next Enter hosts."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(self.focusWidget(), QLineEdit):
            self.take_keyboard()
        else:
            self._host()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: what is chosen has the keyboard."""
        self.take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """What is chosen has the keyboard from the first moment."""
        super().showEvent(event)
        self.take_keyboard()
