"""The words around what was sought, cut between words and never inside a letter, and where in them it stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

BEFORE, LONGEST = 60, 190
"""Characters that lead to what was found, and those of a whole snippet: two lines of a list."""
CUT = "…"
_JOINER = "\u200d"
_FLAGS = range(0x1F1E6, 0x1F200)
_JAMO = range(0x1160, 0x1200)
"""The vowels and endings of a Korean syllable that is written in parts."""
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)
_VIRAMA = 9

Span = tuple[int, int]
"""From a character to the one behind the last."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words as they were written. `marks` are the places of what was sought, in order, none upon another."""

    text: str
    marks: tuple[Span, ...]


def around(text: str, found: Sequence[Span], *, longest: int = LONGEST) -> Snippet:
    """At most about `longest` characters of `text` around the first of `found`, and all of `found` that lie in them.

    What is left out leaves an ellipsis. A mark takes in whole letters with all their signs.
    """
    spans = _apart([whole(text, *span) for span in found])
    first = spans[0] if spans else (0, 0)
    start = _from(text, max(0, min(first[0] - BEFORE, len(text) - longest)), first[0])
    end = _to(text, start + longest, first[1]) if len(text) - start > longest else len(text)
    before, after = f"{CUT} " if start else "", f" {CUT}" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return Snippet(before + text[start:end] + after, inside)


def whole(text: str, start: int, end: int) -> Span:
    """The span that holds every letter it touches, with all their signs."""
    while 0 < start < len(text) and _belongs(text, start):
        start -= 1
    while 0 < end < len(text) and _belongs(text, end):
        end += 1
    return start, end


def _from(text: str, start: int, found: int) -> int:
    """Where to begin: behind a space before what was found, or where no word ends, between two letters."""
    space = text.find(" ", start, found) if start else -1
    return space + 1 if space >= 0 else whole(text, start, start)[0]


def _to(text: str, end: int, found: int) -> int:
    """Where to end, likewise."""
    end = max(end, found)
    space = text.rfind(" ", found, end + 1)
    return space if space >= 0 else whole(text, end, end)[1]


def _apart(spans: Sequence[Span]) -> list[Span]:
    """The spans in order; those that touch are one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start <= apart[-1][1]:
            apart[-1] = apart[-1][0], max(end, apart[-1][1])
        else:
            apart.append((start, end))
    return apart


def _belongs(text: str, place: int) -> bool:
    """Whether the character at `place` is part of the letter before it."""
    here, before = text[place], text[place - 1]
    code = ord(here)
    if here == _JOINER or before == _JOINER or code in _TONES or code in _TAGS or code in _JAMO:
        return True
    if code in _FLAGS:
        return _flags_before(text, place) % 2 == 1
    category = unicodedata.category(here)
    return category.startswith("M") or (unicodedata.combining(before) == _VIRAMA and category == "Lo")


def _flags_before(text: str, place: int) -> int:
    """How many halves of flags stand right before `place`."""
    count = 0
    while count < place and ord(text[place - 1 - count]) in _FLAGS:
        count += 1
    return count
