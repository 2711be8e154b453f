"""Undo for the designer: a stack of frozen gatherings. It knows nothing of screens or files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.design.gathering import Gathering

DEEPEST = 500
"""Steps back that are kept; a plan is small and its steps are shared between them."""


@dataclass(frozen=True, slots=True)
class History:
    """`now`, what was before it (oldest first) and what was undone (next first). `field` is being typed in."""

    now: Gathering
    past: tuple[Gathering, ...] = ()
    future: tuple[Gathering, ...] = ()
    field: str = ""

    def push(self, gathering: Gathering, field: str = "") -> History:
        """One change further. Consecutive changes of the same non-empty `field` are one step back."""
        if gathering == self.now:
            return self
        if field and field == self.field:
            return History(gathering, self.past, (), field)
        return History(gathering, (*self.past, self.now)[-DEEPEST:], (), field)

    def amend(self, gathering: Gathering) -> History:
        """What was worked out for the present plan belongs to it, and is no step back of its own."""
        return replace(self, now=gathering)

    def seal(self) -> History:
        """The next change begins a new step back, even in the same field."""
        return replace(self, field="") if self.field else self

    def undo(self) -> History:
        """One step back; the same where there is none."""
        if not self.past:
            return self
        return History(self.past[-1], self.past[:-1], (self.now, *self.future))

    def redo(self) -> History:
        """What was last undone, again; the same where there is nothing."""
        if not self.future:
            return self
        return History(self.future[0], (*self.past, self.now), self.future[1:])

    @property
    def can_undo(self) -> bool:
        """Whether there is a step back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether something undone can come again."""
        return bool(self.future)
