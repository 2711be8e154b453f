"""Which steps of a plan are chosen: one that everything is shown of, and others that go along when it is moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """`chosen` is the step in the hand ("" for none) and always one of `all`; `anchor` is where a stretch began."""

    chosen: str = ""
    others: frozenset[str] = NOBODY
    anchor: str = ""

    @property
    def all(self) -> frozenset[str]:
        """Every chosen step."""
        return self.others | {self.chosen} if self.chosen else NOBODY

    def only(self, step_id: str) -> Selection:
        """That step alone."""
        return Selection(step_id, NOBODY, step_id)

    def stretched(self, order: Sequence[str], to: str) -> Selection:
        """Everything from where the stretch began up to `to`, which is in the hand now."""
        if to not in order:
            return self
        anchor = self.anchor if self.anchor in order else to
        first, last = sorted((order.index(anchor), order.index(to)))
        return Selection(to, frozenset(order[first:last + 1]) - {to}, anchor)

    def toggled(self, order: Sequence[str], step_id: str) -> Selection:
        """That step as well, or no longer; the last one stays."""
        if step_id not in self.all:
            return Selection(step_id, self.all, step_id)
        left = [name for name in order if name in self.all - {step_id}]
        if not left:
            return self
        chosen = self.chosen if self.chosen != step_id else left[0]
        return Selection(chosen, frozenset(left) - {chosen}, chosen)

    def everything(self, order: Sequence[str]) -> Selection:
        """All steps; the one in the hand stays in it."""
        chosen = self.chosen if self.chosen in order else order[0] if order else ""
        return Selection(chosen, frozenset(order) - {chosen}, chosen)

    def kept(self, order: Sequence[str]) -> Selection:
        """What is left of it in a plan of that order; the first step where nothing is."""
        if self.chosen in order:
            return replace(self, others=self.others & frozenset(order))
        left = [name for name in order if name in self.others]
        return Selection(left[0], frozenset(left[1:]), left[0]) if left else self.only(order[0] if order else "")
