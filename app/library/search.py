"""Search as you type: every word must be found somewhere in a protocol. What is looked through is folded once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.library.protocol import Family, Protocol

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class _Said:
    """A protocol, its title and questions, and all that a search looks through, folded."""

    protocol: Protocol
    front: str
    whole: str


class Index:
    """Finds among the same protocols again and again; a search that goes on from the last looks through its finds."""

    def __init__(self, protocols: Iterable[Protocol]) -> None:
        self._all = [_said(protocol) for protocol in protocols]
        self._last: tuple[str, list[_Said]] = ("", self._all)

    def find(self, text: str) -> tuple[Protocol, ...]:
        """Those where each word of `text` begins or lies within a word, in case and accents alike.

        Matches in a title or a question come first; otherwise the order given is kept.
        """
        sought = folded(text)
        before, found = self._last
        found = found if sought.startswith(before) else self._all
        for word in sought.split():
            found = [said for said in found if word in said.whole]
        self._last = sought, found
        front = found
        for word in sought.split():
            front = [said for said in front if word in said.front]
        if len(front) == len(found):
            return tuple(said.protocol for said in found)
        first = {id(said) for said in front}
        return tuple(said.protocol for said in (*front, *(said for said in found if id(said) not in first)))


def search(protocols: Iterable[Protocol], text: str, family: Family | None = None) -> tuple[Protocol, ...]:
    """The same, once."""
    return Index(p for p in protocols if family is None or p.family is family).find(text)


def folded(text: str) -> str:
    """`text` without case and accents, and with plain apostrophes, for comparing."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return _BEYOND_ASCII.sub(lambda c: "" if unicodedata.combining(c[0]) else c[0], apart).casefold()


def _said(protocol: Protocol) -> _Said:
    front = [protocol.title, *(step.question for step in protocol.steps)]
    rest = [protocol.family.value, protocol.purpose, *protocol.when, *protocol.settings]
    for step in protocol.steps:
        lines = step.say
        rest += [step.title, *step.wordings, *lines.gather, *lines.frame, *lines.round, *lines.over,
                 *lines.call_back]
    return _Said(protocol, folded("\n".join(front)), folded("\n".join(front + rest)))
