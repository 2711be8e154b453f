"""How far a note may go, in one button: onto the wall, into the harvest, or no further than today."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.harvest.note import Reach
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import QuietButton, Shape
from ui.widgets.option import Option

_SHAPE = Shape(height=34, radius=8, pad=8, glyph=18, gap=6, role=Role.CAPTION)
_ORDER = (Reach.HARVEST, Reach.WALL, Reach.NOBODY)
_GLYPH = {Reach.WALL: "eye", Reach.HARVEST: "harvest", Reach.NOBODY: "moon"}
_NAME: dict[Reach, Text] = {Reach.WALL: say("For the wall"), Reach.HARVEST: say("For the harvest"),
                            Reach.NOBODY: say("For nobody")}
_WHY: dict[Reach, Text] = {
    Reach.WALL: say("It may be shown to the room, and stands in the harvest."),
    Reach.HARVEST: say("It stands in the harvest."),
    Reach.NOBODY: say("It helps you today. When the gathering ends it is gone, really."),
}


class ReachButton(QuietButton):
    """`turned` when a person wants it to go further, or less far: each press is the next of three."""

    turned = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words(_NAME[Reach.HARVEST]), theme=theme, glyph=_GLYPH[Reach.HARVEST], shape=_SHAPE,
                         parent=parent)
        self._words, self._reach = words, Reach.HARVEST
        self.clicked.connect(self.turn)
        self.show_reach(Reach.HARVEST)

    def show_reach(self, reach: Reach) -> None:
        """Show this one."""
        self._reach = reach
        self.show_words(self._words(_NAME[reach]), glyph=_GLYPH[reach])
        self.setAccessibleName(self._words(say("{name}. {why}", name=_NAME[reach], why=_WHY[reach])))
        self.setToolTip(self._words(say("{why} Ctrl+K changes it.", why=_WHY[reach])))

    def reach(self) -> Reach:
        """What is chosen."""
        return self._reach

    def turn(self) -> None:
        """The next of the three."""
        self.show_reach(_ORDER[(_ORDER.index(self._reach) + 1) % len(_ORDER)])
        self.turned.emit()


def reach_options(words: Words, *, over: bool) -> tuple[Option, ...]:
    """What can be chosen for a note; of a gathering that is over nothing is for nobody, it would be gone at once."""
    return tuple(Option(reach.value, words(_NAME[reach]), _GLYPH[reach]) for reach in _ORDER
                 if not (over and reach is Reach.NOBODY))
