"""Finding again what was said, in whatever gathering it was: every word typed must be there, in any order.

What is looked through lies in memory and nowhere else: what is forgotten leaves no trace in an index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from app.harvest.snippet import Snippet, Span, around
from app.library.folding import folded, origins
from app.library.protocol import Family, Keeps

BETWEEN = " · "
"""Stands between the words of a note and what its fields say."""
MOST = 500
"""Finds that are handed out; whoever gets more than that types another word."""
_AT_ONCE = 300
"""Sayings that are looked through between two looks at whether there are enough."""
_QUOTED = re.compile(r'["“”„«»「」](.*?)(["“”„«»「」]|$)')
_MARK = "\0"
_SPACES = r"\s!-/:-@\[-`{-~\u00a1-\u00bf\u05be\u05f3\u05f4\u060c\u061b\u061f\u0964\u0965\u2000-\u206f\u3000-\u303f"
"""What stands between words: spaces, and the punctuation of the scripts that have any."""
_FREE = (r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
         r"\uf900-\ufaff\U0001f000-\U0001faff\U00020000-\U0003ffff")
"""Thai and Lao, Burmese, Khmer, Chinese, Japanese, emoji: words stand side by side and may begin anywhere."""
_SPACE, _FREELY = re.compile(rf"[{_SPACES}]"), re.compile(rf"[{_FREE}]")
_BEGINS = re.compile(rf"(?=[{_FREE}])|(?<![^{_SPACES}{_FREE}])(?=[^{_SPACES}])")
_ENDS = re.compile(rf"\Z|(?=[{_SPACES}{_FREE}])|(?<=[{_FREE}])")


class Sort(StrEnum):
    """What was found."""

    NOTE = "note"
    TOPIC = "topic"
    GATHERING = "gathering"


@dataclass(frozen=True, slots=True)
class Run:
    """One session of a gathering. `began` is milliseconds since the epoch."""

    session_id: str
    gathering_id: str
    title: str
    began: int


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that was said or written. `text` is a single line: its words, then what its fields say.

    A note has its `kind`, its `note_id` and the conversation it belongs to. `key` is its text folded, with a mark
    before every word.
    """

    run: Run
    sort: Sort
    text: str
    kind: Keeps = Keeps.NOTHING
    note_id: str = ""
    conversation: str = ""
    family: Family | None = None
    key: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", _marked(self.text))


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody typed, folded: words that are to be found anywhere, and phrases that stand whole as quoted."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases)


@dataclass(frozen=True, slots=True)
class Finds:
    """The sayings that hold what was sought, the best first; `more`: there are others beside these `MOST`."""

    sought: Sought
    sayings: tuple[Saying, ...]
    more: bool


def understood(typed: str) -> Sought:
    """What is meant: words, and in any quotation marks a phrase; one that is still being typed counts as a word."""
    words = folded(_QUOTED.sub(" ", typed)).split()
    phrases: list[str] = []
    for quoted in _QUOTED.finditer(typed):
        phrase = " ".join(folded(quoted[1]).split())
        (phrases if quoted[2] else words).append(phrase)
    return Sought(tuple(dict.fromkeys(filter(None, words))), tuple(dict.fromkeys(filter(None, phrases))))


def find(sayings: Sequence[Saying], sought: Sought) -> Finds:
    """Those of `sayings` that hold all of `sought`. They keep their order, but for how well they fit:

    first those where the words stand side by side as typed, each from its beginning; then those where each begins
    a word; then those that hold them inside of words. Nothing sought finds nothing.
    """
    if not sought:
        return Finds(sought, (), more=False)
    terms = [_term(words) for words in (*sought.words, *sought.phrases)]
    whole = [re.compile(rf"{re.escape(_term(phrase))}(?=[{_SPACES}{_MARK}]|\Z)") for phrase in sought.phrases]
    insides, together = [term.lstrip(_MARK) for term in terms], _term(" ".join(sought.words))
    best: list[Saying] = []
    good: list[Saying] = []
    rest: list[Saying] = []
    for first in range(0, len(sayings), _AT_ONCE):
        hits = list(sayings[first:first + _AT_ONCE])
        for inside in insides:
            hits = [said for said in hits if inside in said.key]
        for phrase in whole:
            hits = [said for said in hits if phrase.search(said.key)]
        for said in hits:
            fits = together in said.key
            (best if fits else good if all(term in said.key for term in terms) else rest).append(said)
        if len(best) > MOST:
            break
    found = (*best, *good, *rest)
    return Finds(sought, found[:MOST], more=len(found) > MOST)


def snippet(saying: Saying, sought: Sought) -> Snippet:
    """The words of `saying` around what was sought, which is marked where it begins a word, or else wherever it is."""
    key, back = folded(saying.text), origins(saying.text)
    begins = {place.start() for place in _BEGINS.finditer(key)}
    ends = {place.start() for place in _ENDS.finditer(key)}
    spans: list[Span] = []
    for phrase in sought.phrases:
        spans += [(a, b) for a, b in _places(key, phrase) if a in begins and b in ends]
    for word in sought.words:
        places = _places(key, word)
        spans += [span for span in places if span[0] in begins] or places
    return around(saying.text, [(back[start], back[end - 1] + 1) for start, end in spans])


def _places(key: str, sought: str) -> list[Span]:
    return [found.span() for found in re.finditer(re.escape(sought), key)]


def _marked(text: str) -> str:
    """`text` folded, with a mark before each word: whether something begins a word is then asked as quickly as any
    other question. Letter by letter, so that what is sought is marked as it is where it is found.
    """
    return _MARK + text.translate(_marks())


def _term(words: str) -> str:
    """`words` as they stand in a key where they begin a word."""
    return _marked(words).rstrip(_MARK)


@cache
def _marks() -> _Marks:
    return _Marks()


class _Marks(dict[int, str]):
    """What becomes of a letter; each is looked at once."""

    def __missing__(self, code: int) -> str:
        made = _FREELY.sub(rf"{_MARK}\g<0>{_MARK}", folded(chr(code)))
        self[code] = made = _SPACE.sub(rf"\g<0>{_MARK}", made)
        return made


def sessions_of(sayings: Iterable[Saying]) -> int:
    """In how many sessions these were said."""
    return len({saying.run.session_id for saying in sayings})
