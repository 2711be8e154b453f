"""Which notes are chosen together, to be merged, moved, gathered or taken away at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Picked:
    """Ids of the chosen notes; `anchor` is the note at which a stretch of them begins, or ""."""

    ids: frozenset[str] = frozenset()
    anchor: str = ""

    def toggled(self, note_id: str) -> Picked:
        """That note as well, or no longer."""
        return Picked(self.ids ^ {note_id}, note_id)

    def joined(self, note_id: str) -> Picked:
        """Toggled by hand: a note that was clicked before, with nothing chosen yet, comes along."""
        before = frozenset({self.anchor} - {"", note_id}) if not self.ids else frozenset()
        return Picked((self.ids | before) ^ {note_id}, note_id)

    def stretched(self, order: Sequence[str], start: str, to: str) -> Picked:
        """Everything from where the stretch began, or else from `start`, up to `to`; a stretch can become shorter."""
        anchor = self.anchor if self.anchor in order else start
        first, last = sorted((order.index(anchor), order.index(to)))
        return Picked(frozenset(order[first:last + 1]), anchor)

    def walked(self) -> Picked:
        """The keyboard has gone elsewhere: the next stretch begins there."""
        return replace(self, anchor="")

    def kept(self, here: Collection[str]) -> Picked:
        """What is left of them among those that are `here`."""
        return Picked(self.ids & frozenset(here), self.anchor if self.anchor in here else "")
