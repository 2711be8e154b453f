"""A clock that can run faster than life, for rehearsals. In life it is the clock it stands on, to the millisecond.

Nothing that is kept may take its time from here: a rehearsal's instants never happened.
"""

from __future__ import annotations

from app.live.clock import Clock

LEAST_WAIT = 40
"""Milliseconds between two looks at a clock that runs faster than life: more often nobody can read."""


class Pace:
    """Answers epoch milliseconds like any clock; `speed` of its minutes go by in one of life."""

    def __init__(self, life: Clock) -> None:
        self._life = life
        self._since: tuple[int, int] | None = None
        self.speed = 1

    def __call__(self) -> int:
        """What time it is, as long as the rehearsal lasts; in life the time."""
        if self._since is None:
            return self._life()
        life, shown = self._since
        return shown + (self._life() - life) * self.speed

    def go(self, speed: int) -> None:
        """From now on `speed` minutes go by in one; no moment is left out or comes twice."""
        self._since, self.speed = (self._life(), self()), speed

    def back_to_life(self) -> None:
        """The time is what it is again."""
        self._since, self.speed = None, 1


def wait(clock: Clock, milliseconds: int) -> int:
    """How long a timer waits, in milliseconds of life, until `clock` has gone on by so many."""
    if isinstance(clock, Pace) and clock.speed != 1:
        return max(LEAST_WAIT, milliseconds // clock.speed)
    return milliseconds
