"""Which way words run: levels by the Unicode rules for text in both directions, and the order in which parts of a line
stand from left to right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from bidi.algorithm import (
    explicit_embed_and_overrides,
    get_base_level,
    get_embedding_levels,
    get_empty_storage,
    resolve_implicit_levels,
    resolve_neutral_types,
    resolve_weak_types,
)
from bidi.mirror import MIRRORED

P = TypeVar("P")
_ISOLATES = frozenset({"LRI", "RLI", "FSI", "PDI"})
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINERS = str.maketrans({"\u200c": "\u0300", "\u200d": "\u0300"})
"""Joiners go with the letter before them, as its marks do; the rules for levels would leave them out."""


def has_leftward(text: str) -> bool:
    """Whether any letter is of a script that runs from right to left."""
    return _LEFTWARD.search(text) is not None


def levels(text: str) -> tuple[int, list[int]]:
    """(level of the paragraph, a level for each of its letters); an odd level runs from right to left.

    Marks that turn the direction must be gone from it, and it is one paragraph.
    """
    text = "".join(map(_known, text.translate(_JOINERS)))
    base = get_base_level(text)
    storage = get_empty_storage() | {"base_level": base, "base_dir": "LR"[base]}
    get_embedding_levels(text, storage)
    explicit_embed_and_overrides(storage)
    resolve_weak_types(storage)
    resolve_neutral_types(storage, False)
    resolve_implicit_levels(storage, False)
    found = [letter["level"] for letter in storage["chars"]]
    return base, found if len(found) == len(text) else [base] * len(text)


def _known(letter: str) -> str:
    """The letter, or one that runs the same way where the rules know none, as for letters yet to come."""
    way = unicodedata.bidirectional(letter)
    if way in _ISOLATES:
        return "\ufffc"
    return letter if way else "\u05d0" if has_leftward(letter) else "a"


def in_sight(parts: Sequence[P], level: Callable[[P], int]) -> list[P]:
    """The parts of one line as they stand from left to right (rule L2)."""
    out = list(parts)
    highest = max(map(level, out), default=0)
    for at_least in range(highest, 0, -1):
        start = 0
        while start < len(out):
            end = start
            while end < len(out) and level(out[end]) >= at_least:
                end += 1
            out[start:end] = out[start:end][::-1]
            start = max(end, start + 1)
    return out


def turned(text: str) -> str:
    """Letters without a direction of their own as they stand among words that run from right to left."""
    return "".join(MIRRORED.get(letter, letter) for letter in reversed(text))
