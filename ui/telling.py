"""Which one sentence stands above the page, and how long. The worse wins; no sentence is ever put on another.

A question waits for its answer, as long as its page is open. What is out of order stays until it is in order again or
is put away. News goes with the next page or beat, once there was time to see it, and by itself after a while.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from app.words import Text

log = logging.getLogger(__name__)
GLANCE = 4_000
"""Milliseconds that news is left to be seen: a move may follow it at once."""
LEAST, A_LETTER = 15_000, 120
"""How long news stays by itself, in ms: for somebody who looks up now and then."""

Answers = tuple[tuple[Text, Callable[[], None]], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`holds` names what is out of order while it stands ("notes", "draft"); "" is news, or with answers a question."""

    text: Text
    answers: Answers = ()
    holds: str = ""
    told: int = 0

    def until(self) -> int | None:
        """The moment at which it goes by itself, or None."""
        return None if self.answers or self.holds else self.told + max(LEAST, len(self.text.one) * A_LETTER)


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that can be out of order: tell that it is, tell that it is in order again."""

    tell: Callable[[Text], None]
    heal: Callable[[], None]


class Telling:
    """What has been told and still counts. Moments are milliseconds of any clock that only goes forward."""

    def __init__(self) -> None:
        self._question: Sentence | None = None
        self._holding: dict[str, Sentence] = {}
        self._news: Sentence | None = None

    @property
    def now(self) -> Sentence | None:
        """The sentence to show: a question, else what was out of order last, else news."""
        return self._question or next(reversed(self._holding.values()), None) or self._news

    def tell(self, sentence: Sentence) -> None:
        """From now on this counts. What cannot be seen for it, or is out of order, is in the log."""
        before = self.now
        if sentence.answers:
            self._question = sentence
        elif sentence.holds:
            log.warning("told: %s", sentence.text.one.format_map(dict(sentence.text.values)))
            self._holding.pop(sentence.holds, None)
            self._holding[sentence.holds] = sentence
        else:
            self._news = sentence
        for hidden in (before, sentence):
            if hidden is not None and hidden is not self.now and not hidden.holds and not hidden.answers:
                log.warning("told, behind another: %s", hidden.text.one.format_map(dict(hidden.text.values)))

    def heal(self, holds: str) -> None:
        """What `holds` names is in order again."""
        self._holding.pop(holds, None)

    def move_on(self, at: int, *, page: bool = False) -> None:
        """The next beat, or the next `page`: news that was seen goes, and with a page an old question."""
        if self._news is not None and at >= self._news.told + GLANCE:
            self._news = None
        if page:
            self._question = None

    def expire(self, at: int) -> None:
        """So late it is: news goes by itself."""
        end = self._news.until() if self._news is not None else None
        if end is not None and at >= end:
            self._news = None

    def put_away(self) -> None:
        """The host has read the sentence that is shown."""
        shown = self.now
        if shown is self._question:
            self._question = None
        elif shown is self._news:
            self._news = None
        elif shown is not None:
            self.heal(shown.holds)
