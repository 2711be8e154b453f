"""How long the program was away from a session that went on without it, and what its clock lost meanwhile.

After a restart the computer's clock is trusted; where it has gone back, nothing was lost that could be counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec

from app.design.names import day_words
from app.live.audience import clock_time
from app.live.clock import MINUTE, Running
from app.live.events import Event, Finished, GivenBack, Moved, Undone
from app.live.session import fold
from app.words import Text, say, say_n

SECOND = 1000
_ANSWERS = Moved | GivenBack | Undone | Finished
"""Facts after which the minutes of the beat before are nobody's question any more."""


class Away(msgspec.Struct, frozen=True, kw_only=True):
    """From `since` to `until` (epoch ms) the program was not there.

    `lost`: the milliseconds that a running countdown lost meanwhile; 0 where it was held or rested.
    """

    since: int
    until: int
    lost: int


@dataclass(frozen=True, slots=True)
class AwayWords:
    """What the card says; `give` is "" where there is nothing to give back."""

    title: Text
    line: Text
    give: Text | str


def away_from(log: Sequence[Event], now: int, *, seen: int = 0, before: Away | None = None) -> Away | None:
    """What the program missed of the session in `log`, taken up at `now`; None for one that is over.

    It surely lived at its last fact and at `seen`, when it last said so. `before` is an absence that was offered to
    the host and not answered yet: both are told as one, and only what it lost is added up.
    """
    session = fold(log)
    if session is None or session.finished is not None:
        return None
    since = max(seen, log[-1].at)
    lost = max(0, now - since) if isinstance(session.countdown, Running) else 0
    if before is None or any(isinstance(event.what, _ANSWERS) and event.at >= before.until for event in log):
        return Away(since=since, until=now, lost=lost)
    return Away(since=before.since, until=now, lost=before.lost + lost)


def away_words(away: Away) -> AwayWords:
    """The card's words."""
    line = (say("The session went on by itself, and so did its clock.") if away.lost >= SECOND
            else say("The session went on by itself, and no time was lost."))
    since, until = datetime.fromtimestamp(away.since / 1000), datetime.fromtimestamp(away.until / 1000)
    gone = away.until - away.since
    if gone < -MINUTE:
        title = say("Convener stopped, and is here again.")
        line = say("This computer's clock stands earlier than before. Look whether the time left is right.")
    elif gone < MINUTE:
        title = say("Convener was away for a moment.")
    elif since.date() == until.date():
        title = say("Convener was away from {since} to {until}.", since=clock_time(away.since),
                    until=clock_time(away.until))
    else:
        title = say("Convener was away since {day}, {time}.", day=day_words(since.date()),
                    time=clock_time(away.since))
    return AwayWords(title, line, _give(away.lost))


def _give(lost: int) -> Text | str:
    if lost < SECOND:
        return ""
    if lost < MINUTE:
        return say("Give back {n} s", n=lost // SECOND)
    if lost < 100 * MINUTE:
        return say_n("Give back {n} min", "Give back {n} min", (lost + MINUTE // 2) // MINUTE)
    return say("Give back the time")
