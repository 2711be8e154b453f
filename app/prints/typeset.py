"""Words become lines: kerned, wrapped, and split between faces by what each of them holds.

Nothing a person typed is ever read as markup, and no letter is a silent box: what no face holds is written as
a word in brackets and remembered in `missing`. Lines are set here and not by reportlab's paragraphs because
those take quadratic time for a long note and read markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from app.prints.direction import has_leftward, in_sight, levels
from app.prints.faces import Face, Faces
from app.prints.letters import Letters, Run
from app.prints.machine_fonts import letters_of, machine_fonts
from app.prints.paper import Style
from app.prints.wrapping import BLANKS, NEW_LINE, Group, Setting, breaks, parts_of

_WORD = re.compile(r"[^ \t\n]+")
UNNAMED = "[?]"
"""Stands where a letter was that no face holds and that has no name of its own."""
_UNSEEN = frozenset({"Cf", "Cc"})
UNBOUNDED = 1e8
"""A width from which on a line is only measured."""
JOINERS = "\u200c\u200d"
"""They part or join the shapes of letters in Arabic and Indian scripts, and are dropped elsewhere."""
_JOINING = re.compile("[\u0600-\u08ff\u0900-\u0dff]")
_SKIN_TONES = range(0x1F3FB, 0x1F400)

Piece = tuple[str, Style]
"""Words and how they are set."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn from left to right, and its width in points. `indent`: what is free before a line that
    runs from right to left, where it is to end at the right.
    """

    parts: tuple[tuple[Run, Style], ...]
    width: float
    indent: float = 0.0


class Typesetter:
    """Sets lines in one PDF. `missing` holds every letter no face had."""

    def __init__(self, faces: Faces, canvas: Any) -> None:
        self._letters = {face: Letters(str(cut.path), canvas, cut) for face, cut in faces.cuts}
        self._others = [self._letters[Face.SANS], Letters(str(faces.fallback), canvas)]
        self._canvas = canvas
        self._waiting = chain(faces.scripts, machine_fonts(faces.folders))
        self._closed: dict[Path, frozenset[int]] = {}
        self._homeless: set[str] = set()
        self._settings: dict[tuple[Style, int], Setting] = {}
        self.missing: set[str] = set()

    def width(self, text: str, style: Style) -> float:
        """Points from edge to edge of `text` in one line."""
        return sum(line.width for line in self.lines([(text, style)], 1e9))

    def legible(self, text: str) -> bool:
        """Whether every letter can be read on paper, as itself or by its name; else a mark stands where one was."""
        letters = self._letters[Face.TEXT]
        return all(letter.isspace() or self._holder(letter, letters) is not None or _named(letter) != UNNAMED
                   for letter in cleaned(text))

    def unshown(self, text: str) -> tuple[str, ...]:
        """The letters of `text` that no face has."""
        letters = self._letters[Face.TEXT]
        return tuple(letter for letter in sorted(set(cleaned(text)))
                     if not letter.isspace() and self._holder(letter, letters) is None)

    def lines(self, pieces: Iterable[Piece], width: float) -> list[Line]:
        """The pieces in one paragraph, wrapped at `width` points; "\\n" begins a new line."""
        groups, base = self._set(pieces, width)
        return _lines(groups, breaks(groups, width), base, width)

    def balanced(self, text: str, style: Style, width: float) -> list[Line]:
        """As many lines as `width` needs, all about as long; no word is broken for that."""
        groups, base = self._set([(text, style)], width)
        found = breaks(groups, width)
        low, high = max([*(used / 2 for _, _, used in found), *(group.wide for group in groups)]), width
        while len(found) > 1 and high - low > 2:
            middle = (low + high) / 2
            low, high = (low, middle) if len(breaks(groups, middle)) == len(found) else (middle, high)
        return _lines(groups, breaks(groups, high), base, width)

    def _set(self, pieces: Iterable[Piece], width: float) -> tuple[list[Group], int | None]:
        """What stays together, never wider than `width`, as it is read; the level of the first paragraph, None where
        nothing runs from right to left.
        """
        clear = [(cleaned(text), style) for text, style in pieces]
        if not any(has_leftward(text) for text, _ in clear):
            return self._groups([(text, style, 0) for text, style in clear], width), None
        base, parts = _levelled(clear)
        return self._groups(parts, width), base

    def _groups(self, pieces: Iterable[tuple[str, Style, int]], width: float) -> list[Group]:
        groups: list[Group] = []
        before: Setting | None = None       # whose space stands before the next word; none at the start of a line
        clings = False                      # to the word before it, which is of another piece
        for text, style, level in pieces:
            setting = self._setting(style, level)
            for number, row in enumerate(text.split("\n")):
                if number:
                    groups.append(NEW_LINE)
                    before, clings = None, False
                if row.startswith(BLANKS):
                    before, clings = setting, False
                for word in _WORD.findall(row):
                    group = setting[word]
                    if clings or group.wide > width:
                        self._fit(groups, word, setting, width, before=None if clings else before or setting)
                    else:
                        groups.append(group if before is None or before is setting else group.after(before.space))
                    before, clings = setting, False
                clings = row[-1] not in BLANKS if row else clings
        return groups

    def _fit(self, groups: list[Group], word: str, setting: Setting, width: float, before: Setting | None) -> None:
        """Add a word in pieces that fit, to the group before it where no space stands `before`."""
        for part in _chopped(word, setting, width):
            if before is None:
                groups[-1:] = groups[-1].and_then(setting[part], width)
            else:
                groups.append(setting[part].after(before.space))
            before = None

    def _setting(self, style: Style, level: int) -> Setting:
        if (style, level) not in self._settings:
            self._settings[style, level] = Setting(style, lambda word: self._runs(word, style.face, level))
        return self._settings[style, level]

    def _runs(self, word: str, face: Face, level: int) -> tuple[Run, ...]:
        letters = self._letters[face]
        if letters.holds.issuperset(map(ord, word)):
            return (letters.run(word, level),)
        return tuple(self._split(word, letters, level))

    def _split(self, word: str, letters: Letters, level: int) -> Iterable[Run]:
        """Runs of letters by the first face that holds them."""
        text, holder = "", letters
        for letter in self._spelled(word, letters):
            goes_along = text and ord(letter) in holder.holds and _clings(letter)
            face = holder if goes_along else self._holder(letter, letters) or letters
            if text and face is not holder:
                yield holder.run(text, level)
                text = ""
            text, holder = text + letter, face
        if text:
            yield holder.run(text, level)

    def _holder(self, letter: str, letters: Letters) -> Letters | None:
        """The first face that has the letter, or None. Faces for other scripts are opened when they are needed."""
        code = ord(letter)
        found = next((face for face in (letters, *self._others) if code in face.holds), None)
        if found is not None or letter in self._homeless:
            return found
        path = next((path for path, holds in self._looked_at() if code in holds), None)
        if path is None:
            self._homeless.add(letter)
            return None
        del self._closed[path]
        self._others.append(Letters(str(path), self._canvas))
        return self._others[-1] if code in self._others[-1].holds else self._holder(letter, letters)

    def _looked_at(self) -> Iterator[tuple[Path, frozenset[int]]]:
        """Fonts that are not open yet, with their letters: those that were looked at, then the next ones."""
        yield from tuple(self._closed.items())
        for path in self._waiting:
            self._closed[path] = letters_of(path)
            yield path, self._closed[path]

    def _spelled(self, word: str, letters: Letters) -> str:
        """The word with what no face holds written out in brackets."""
        spelled = []
        for letter in word:
            if self._holder(letter, letters) is not None:
                spelled.append(letter)
            else:
                self.missing.add(letter)
                spelled.append(_named(letter))
        return "".join(spelled)


def _lines(groups: Sequence[Group], found: Iterable[tuple[int, int, float]], base: int | None,
           width: float) -> list[Line]:
    """Lines as they are drawn; those of a paragraph from right to left end at `width`."""
    if base is None:
        return [Line(tuple(parts_of(groups[start:end])), used) for start, end, used in found]
    return [Line(tuple(in_sight(parts_of(groups[start:end]), lambda part: part[0].level)), used,
                 max(0.0, width - used) if base % 2 and width < UNBOUNDED else 0.0)
            for start, end, used in found]


def _chopped(word: str, setting: Setting, width: float) -> Sequence[str]:
    """The word, or its pieces where it is wider than a line."""
    if setting[word].wide <= width:
        return (word,)
    parts, part, used = [], "", 0.0
    for letter in word:
        wide = setting[letter].wide
        if part and used + wide > width * 0.97:
            parts.append(part)
            part, used = "", 0.0
        part += letter
        used += wide
    return (*parts, part)


def _clings(letter: str) -> bool:
    """Whether a letter stands only with the one before it."""
    return letter in JOINERS or unicodedata.category(letter).startswith("M")


def _levelled(pieces: Sequence[Piece]) -> tuple[int, list[tuple[str, Style, int]]]:
    """(level of the first paragraph, the pieces cut where the level changes)."""
    text = "".join(part for part, _ in pieces)
    found: list[int] = []
    bases: list[int] = []
    for paragraph in text.split("\n"):
        base, levels_ = levels(paragraph)
        bases.append(base)
        found += [*levels_, base]
    out: list[tuple[str, Style, int]] = []
    at = 0
    for part, style in pieces:
        for level, letters in groupby(zip(found[at:at + len(part)], part, strict=True), lambda pair: pair[0]):
            out.append(("".join(letter for _, letter in letters), style, level))
        at += len(part)
    return bases[0], out


def _named(letter: str) -> str:
    """A symbol by its name; anything else only as a mark that something was here."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter) in ("So", "Sm", "Sk") else ""
    return f"[{name.lower()}]".replace(" ", "\u00a0") if name else UNNAMED


def cleaned(text: str) -> str:
    """Composed letters, one kind of line break, nothing that cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    joins = _JOINING.search(text) is not None
    return "".join(letter if joins and letter in JOINERS else _seen(letter) for letter in text)


@cache
def _seen(letter: str) -> str:
    if letter in "\n\t":
        return letter
    if letter in "\x0b\x0c\x85\u2028\u2029":
        return "\n"
    category = unicodedata.category(letter)
    if category == "Cs":
        return "\ufffd"
    if category in _UNSEEN or 0xFE00 <= ord(letter) <= 0xFE0F or ord(letter) in _SKIN_TONES:
        return ""
    return " " if category == "Zs" and letter not in "\u00a0\u202f" else letter
