"""The designer's right column: what the room will see, who sits with whom, and what the plan makes one ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.design import cafe, met_again, open_space
from app.design.balance import balance
from app.design.gathering import Gathering
from app.library.protocol import Beat, Protocol
from app.words import Text, Words, say
from ui.panels.balance import BalancePanel
from ui.panels.layout_advice import LayoutAdvice
from ui.panels.met_again import MetAgain
from ui.panels.preparation_offer import PreparationOffer
from ui.panels.room_preview import RoomPreview
from ui.panels.seating_told import SeatingTold
from ui.theme import Theme, WallTheme
from ui.widgets.scroll import Scroll


class RoomColumn(Scroll):
    """`chosen` brings the id of a step, `heeded` a remedy, `people` asks who comes, `enough` ends the working out.

    `prepares` asks for the convener's own preparation, `grew` when its words want another width.
    """

    chosen = Signal(str)
    heeded = Signal(object)
    people = Signal()
    enough = Signal()
    prepares = Signal()
    grew = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        self._least = 0
        self._seating = SeatingTold(theme=theme, words=words)
        self._advice = LayoutAdvice(theme=theme, words=words)
        self._offer = PreparationOffer(theme=theme, words=words)
        self._balance = BalancePanel(theme=theme, words=words)
        self._met_again = MetAgain(theme=theme, words=words)
        self._made: date | None = None
        self._shelf: tuple[Protocol, ...] = ()
        self._preview = RoomPreview(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now,
                                    below=(self._seating, self._offer, self._advice, self._met_again, self._balance))
        super().__init__(self._preview, name=words(say("What the room will see")), parent=parent)
        self._seating.people.connect(lambda: self.people.emit())
        self._seating.stop.connect(lambda: self.enough.emit())
        self._offer.prepares.connect(lambda: self.prepares.emit())
        self._balance.chosen.connect(lambda step_id: self.chosen.emit(step_id))
        self._met_again.heeded.connect(lambda remedy: self.heeded.emit(remedy))
        self._balance.heeded.connect(lambda remedy: self.heeded.emit(remedy))

    def show_protocols(self, protocols: tuple[Protocol, ...]) -> None:
        """What a remedy may put in."""
        self._shelf = protocols

    def show_promises(self, made: date | None) -> None:
        """From the next plan on: the day on which those who come made promises, or None."""
        self._made = made

    def show_plan(self, gathering: Gathering, step_id: str) -> None:
        """Show the step of that id as the room will see it."""
        self._seating.show_gathering(gathering, step_id)
        self._offer.show_gathering(gathering)
        self._advice.show_advice(cafe.advice(gathering) or open_space.advice(gathering))
        self._met_again.show_offer(met_again.offer(gathering, self._made, self._shelf))
        self._balance.show_balance(balance(gathering, self._shelf))
        self._preview.show_step(gathering, gathering.step(step_id))

    def show_gather(self) -> None:
        """Show how people find each other."""
        self._preview.show_moment(Beat.GATHER)

    def show_matching(self) -> None:
        """Say that who sits with whom is being worked out."""
        self._seating.show_working()

    def show_matched(self, text: Text) -> None:
        """Say what came of it."""
        self._seating.show_said(text)

    def least_width(self) -> int:
        """Pixels below which its words do not fit."""
        return self._preview.least_width() + self.verticalScrollBar().sizeHint().width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice what is shown or hidden, wherever it lies."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._preview:
            before, self._least = self._least, self.least_width()
            if before != self._least:
                self.grew.emit()
        return super().eventFilter(watched, event)
