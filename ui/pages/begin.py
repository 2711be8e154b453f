"""A new gathering: five answers, and three gatherings proposed side by side; or an empty page.

It keeps nothing. The gathering that goes out is the one that was proposed, with the answers in it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.edits import change_facts, invite
from app.design.gathering import Gathering
from app.design.templates import OFFERED, Proposal, Templates, parts, propose
from app.library.protocol import Protocol
from app.words import Words, say, say_n
from ui.commands import Command, bind
from ui.panels.five_answers import FiveAnswers
from ui.panels.proposal_card import ProposalCard
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import InkButton, OutlineButton, Shape
from ui.widgets.labels import Paragraph
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

WIDEST = 1240
"""Pixels of the page's middle: wider, three proposals no longer lie side by side in one look."""
_FOOT = Shape(height=52, radius=10, pad=18, glyph=20, gap=10)
_FOOT_INK = Shape(height=52, radius=10, pad=20, glyph=20, gap=10, role=Role.LIVE_BUTTON)


class BeginPage(QWidget):
    """`begun` brings the gathering that was chosen, `closed` when none is wanted."""

    begun = Signal(object)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._templates = Templates()
        self._shelf: dict[str, Protocol] = {}
        self._wish: Gathering | None = None
        self._offered: tuple[Proposal, ...] = ()
        self._cards: list[ProposalCard] = []
        self._place = 0
        self._five = FiveAnswers(theme=theme, words=words)
        self._five.answered.connect(lambda fields: self._answer(lambda g: change_facts(g, **fields)))
        self._five.whom.connect(lambda text: self._answer(lambda g: invite(g, whom=text)))
        self._five.walked.connect(self._to_the_cards)
        self.commands = (
            *(Command(say("Proposal {number}", number=number + 1), (str(number + 1),), partial(self._choose, number))
              for number in range(OFFERED)),
            Command(say("The proposal beside it"), ("Left", "Right")),
            Command(say("On to the next question; take the proposal"), ("Enter",)),
            Command(say("Take the proposal, wherever you are"), ("Ctrl+Return",), self._take),
            Command(say("An empty page"), ("0",), self._empty),
            Command(say("Leave it"), ("Esc",), lambda: self.closed.emit()))
        bind(self.commands, self)
        self._lay_out()

    def show_choices(self, templates: Templates, protocols: tuple[Protocol, ...]) -> None:
        """What may be proposed, and which files could not be read."""
        self._templates, self._shelf = templates, {protocol.id: protocol for protocol in protocols}
        self._faults.show_text(" ".join(self._words(fault) for fault in templates.faults))
        self._faults.setVisible(bool(templates.faults))
        self._propose()

    def ask(self, wish: Gathering) -> None:
        """Begin with an empty gathering that says what is usual; what was answered before is gone."""
        self._wish, self._offered = wish, ()
        self._place = 0
        self._five.show_gathering(wish)
        self._propose()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: the first question has the keyboard."""
        self._five.take_keyboard()

    # --- answers and proposals

    def _answer(self, change: Callable[[Gathering], Gathering]) -> None:
        if self._wish is not None:
            self._wish = change(self._wish)
            self._propose()

    def _propose(self) -> None:
        """Lay out what fits the answers; where nothing on the cards would read differently they stay."""
        wish = self._wish
        if wish is None:
            return
        before, self._offered = self._offered, propose(wish, self._templates.found, self._shelf)
        if before and [_seen(one) for one in before] == [_seen(one) for one in self._offered]:
            for card, proposal in zip(self._cards, self._offered, strict=True):
                card.proposal = proposal
        else:
            self._renew()
        self._choose(min(self._place, max(0, len(self._cards) - 1)), quietly=True)

    def _renew(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cards = [self._card(place, proposal) for place, proposal in enumerate(self._offered)]
        before: QWidget = self._five
        for card in self._cards:
            self._row.addWidget(card, 1)
            card.show()
            QWidget.setTabOrder(before, card)
            before = card
        for _ in range(OFFERED - len(self._cards)):
            if self._cards:
                self._row.addStretch(1)
        wish = self._wish
        assert wish is not None
        self._none.show_text(self._words(say_n(
            "Nothing here fits one person in {minutes} minutes. Begin with an empty page, or give it other numbers.",
            "Nothing here fits {n} people in {minutes} minutes. Begin with an empty page, or give it other numbers.",
            wish.people, minutes=wish.minutes)))
        self._none.setVisible(not self._cards)
        self._begin.setEnabled(bool(self._cards))

    def _card(self, place: int, proposal: Proposal) -> ProposalCard:
        card = ProposalCard(place + 1, proposal, parts(proposal.gathering, self._shelf), theme=self._theme,
                            words=self._words)
        card.pressed.connect(lambda: self._choose(place))
        card.opened.connect(lambda: self._open(place))
        card.walked.connect(lambda by: self._choose(place + by))
        return card

    def _choose(self, place: int, *, quietly: bool = False) -> None:
        if not 0 <= place < max(1, len(self._cards)):
            return
        self._place = place
        for at, card in enumerate(self._cards):
            card.show_selected(selected=at == place)
        if not quietly:
            self._to_the_cards()

    def _to_the_cards(self) -> None:
        if self._cards:
            self._cards[self._place].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._none_of_it.setFocus(Qt.FocusReason.TabFocusReason)

    def _open(self, place: int) -> None:
        self._choose(place)
        self._take()

    def _take(self) -> None:
        if self._cards:
            proposal = self._cards[self._place].proposal
            self.begun.emit(msgspec.structs.replace(proposal.gathering, title=proposal.template.title))

    def _empty(self) -> None:
        if self._wish is not None:
            self.begun.emit(self._wish)

    # --- building

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        group = QWidget()
        group.setMaximumWidth(WIDEST)
        column = QVBoxLayout(group)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(0)
        column.addWidget(Paragraph(words(say("A new gathering")), Role.HERO, theme.ink))
        column.addWidget(Paragraph(words(say("Five questions, three proposals. Leave open what you do not know yet.")),
                                   Role.LIVE_STEP, theme.ink2))
        column.addSpacing(20)
        column.addWidget(self._five)
        column.addSpacing(20)
        self._row = QHBoxLayout()
        self._row.setSpacing(16)
        column.addLayout(self._row)
        self._none = Paragraph("", Role.SAY, theme.ink2)
        self._none.hide()
        column.addWidget(self._none)
        self._faults = Paragraph("", Role.CAPTION, theme.ink2)
        self._faults.hide()
        column.addSpacing(8)
        column.addWidget(self._faults)
        column.addSpacing(12)
        column.addWidget(Rule(theme.line))
        column.addSpacing(16)
        column.addLayout(self._foot())
        centred = QWidget()
        across = QHBoxLayout(centred)
        across.setContentsMargins(28, 24, 28, 20)
        across.addStretch(1)
        across.addWidget(group, 1000, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        ground = Ground(theme.window)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(Scroll(centred, name=words(say("A new gathering"))))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def _foot(self) -> QHBoxLayout:
        theme, words = self._theme, self._words
        self._none_of_it = OutlineButton(words(say("An empty page")), theme=theme, glyph="plus", key="0", shape=_FOOT)
        self._none_of_it.clicked.connect(self._empty)
        self._begin = InkButton(words(say("Take this one")), theme=theme, key=words(say("Enter")), shape=_FOOT_INK)
        self._begin.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Paragraph(words(say("A number, then Enter. All of it can be changed afterwards.")), Role.ITALIC,
                                theme.ink2), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._none_of_it)
        row.addWidget(self._begin)
        return row


def _seen(proposal: Proposal) -> object:
    """What a card tells of a proposal."""
    return (proposal.template.id, proposal.without, proposal.gathering.minutes, proposal.gathering.people,
            tuple((step.title, step.minutes) for step in proposal.gathering.steps))
