"""Search as you type: every word must be found somewhere in a protocol. What is looked through is folded once.

A word that stands nowhere in the library may hold one slip of the hand; its nearest neighbours are taken for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.library.folding import folded
from app.library.protocol import Family, Lines, Protocol

FORGIVEN = 4
"""Letters from which a word may hold one slip: one letter too many, too few, another, or two that changed places."""

_EDGES = "\"'()[]{}.,;:!?“”‘«»…–-/"


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
        self._vocabulary: frozenset[str] | None = None
        self._meant: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> tuple[Protocol, ...]:
        """Those where each word of `text` begins or lies within a word, in case and accents alike.

        Matches in a title or a question come first; otherwise the order given is kept.
        """
        sought = folded(text)
        before, found = self._last
        found = found if sought.startswith(before) else self._all
        words = sought.split()
        plain = found
        for word in words:
            plain = [said for said in plain if word in said.whole]
        self._last = sought, plain or self._all      # what a slip found is no ground to go on from
        if not plain and words:
            return self._forgiving(words)
        return _front_first(plain, [(word,) for word in words])

    def _forgiving(self, words: list[str]) -> tuple[Protocol, ...]:
        """Each word that is nowhere stands for its neighbours; the others must still be found as they are."""
        meant = [self._neighbours(word) for word in words]
        found = self._all
        for near in meant:
            found = [said for said in found if any(word in said.whole for word in near)]
        return _front_first(found, meant)

    def _neighbours(self, word: str) -> tuple[str, ...]:
        """The word itself where it stands anywhere or is short; else the words, or their beginnings, one slip away."""
        if word not in self._meant:
            if len(self._meant) > 200:      # a day of typing
                self._meant.clear()
            if len(word) < FORGIVEN or any(word in said.whole for said in self._all):
                self._meant[word] = (word,)
            else:
                self._meant[word] = tuple(sorted(known for known in self._known() if slipped(word, known)))
        return self._meant[word]

    def _known(self) -> frozenset[str]:
        if self._vocabulary is None:
            seen: set[str] = set()
            for said in self._all:
                seen.update(said.whole.split())
            self._vocabulary = frozenset(bare for word in seen if len(bare := word.strip(_EDGES)) >= FORGIVEN - 1)
        return self._vocabulary


def search(protocols: Iterable[Protocol], text: str, family: Family | None = None) -> tuple[Protocol, ...]:
    """The same, once."""
    return Index(p for p in protocols if family is None or p.family is family).find(text)


def slipped(typed: str, known: str) -> bool:
    """Whether one slip lies between what was typed and `known` or a beginning of it. Both are folded."""
    same = 0
    for a, b in zip(typed, known, strict=False):
        if a != b:
            break
        same += 1
    rest, there = typed[same:], known[same:]
    if len(rest) <= 1:                       # the last letter is wrong, too many, or not needed
        return True
    swapped = rest[1] + rest[0] + rest[2:]
    return (there.startswith((rest[1:], swapped))                # one too many, or two changed places
            or there[1:].startswith((rest, rest[1:])))           # one too few, or another


def _front_first(found: list[_Said], meant: Iterable[tuple[str, ...]]) -> tuple[Protocol, ...]:
    front = found
    for near in meant:
        front = [said for said in front if any(word in said.front for word in near)]
    if len(front) == len(found):
        return tuple(said.protocol for said in found)
    first = {id(said) for said in front}
    return tuple(said.protocol for said in (*front, *(said for said in found if id(said) not in first)))


def _said(protocol: Protocol) -> _Said:
    front = [protocol.title, *(step.question for step in protocol.steps)]
    rest = [protocol.family.value, protocol.purpose, *protocol.when, *protocol.settings]
    for step in protocol.steps:
        rest += [step.title, *step.wordings, *_lines(step.say), *_lines(step.watch), step.wall.foot]
    return _Said(protocol, folded("\n".join(front)), folded("\n".join(front + rest)))


def _lines(lines: Lines) -> tuple[str, ...]:
    return (*lines.gather, *lines.frame, *lines.round, *lines.over, *lines.call_back)
