"""The fact that the rest of a session goes on by another plan. A choice is one fact: one undo takes it back whole."""

from __future__ import annotations

import msgspec

from app.live.fact import FactOfSession


class StepMinutes(msgspec.Struct, frozen=True, kw_only=True):
    """How many minutes a step is to take from now on, its frame included."""

    step_id: str
    minutes: int


class Replanned(FactOfSession, frozen=True, kw_only=True, tag="replanned"):
    """These steps are left out, these take other minutes, and so many minutes are promised in all (0: as before): as
    much more as that is, the end of the day that is lived is later. What has begun stays what it was.
    """

    left_out: tuple[str, ...] = ()
    minutes: tuple[StepMinutes, ...] = ()
    promised: int = 0
