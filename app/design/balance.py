"""What a plan makes one ask: at most three questions at a time, each with what causes it and one remedy.

Advice, never enforcement. Everything is measured on labels of steps, so it says something about the plan and nothing
about people. What is fine stays behind a click, with its numbers and where they come from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.design import course, pace, sharing
from app.design.gathering import Gathering
from app.design.look import Look, Weight
from app.design.measures import measures
from app.library.protocol import Protocol

MOST = 3
"""Questions at a time: more than three are marks, not questions."""

_LOOKS = (course.doubt_before_promise, pace.promised_end, pace.slow_and_few, sharing.small_groups, course.forms,
          sharing.peers, sharing.airtime, course.ends_well, sharing.first_meeting, pace.short_reports, pace.breaks,
          course.new_faces, course.rises_gently, pace.questions_before_answers, course.invited)
"""In the order in which a room would miss them."""
_OF_A_SHORT_ONE = frozenset({course.doubt_before_promise, pace.promised_end, sharing.small_groups, course.forms,
                             sharing.peers, sharing.airtime, pace.questions_before_answers})
"""Half an hour is looked at for these alone."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Every look at a plan, in order; `remarks` are the first that leave something to ask."""

    looks: tuple[Look, ...] = ()

    @property
    def remarks(self) -> tuple[Look, ...]:
        """At most three, what a room would suffer first."""
        asking = [look for look in self.looks if look.weight is not Weight.FINE]
        return tuple(sorted(asking, key=lambda look: -look.weight)[:MOST])


def balance(gathering: Gathering, shelf: Iterable[Protocol]) -> Balance:
    """What `gathering` makes one ask; remedies take what they put in from `shelf`. An empty plan asks nothing."""
    if not gathering.steps:
        return Balance()
    seen, protocols = measures(gathering), tuple(shelf)
    short = gathering.minutes <= course.SHORT
    return Balance(tuple(look(seen, protocols) for look in _LOOKS if not short or look in _OF_A_SHORT_ONE))
