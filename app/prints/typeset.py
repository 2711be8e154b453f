"""Words become lines: kerned, wrapped, and split between faces by what each of them holds.

Nothing a person typed is ever read as markup, and no letter is a silent box: what no face holds is written as
a word in brackets and remembered in `missing`. Lines are set here and not by reportlab's paragraphs because
those take quadratic time for a long note and read markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from app.prints.direction import has_leftward, in_sight, levels
from app.prints.faces import Face, Faces
from app.prints.letters import Letters, Run
from app.prints.machine_fonts import letters_of, machine_fonts
from app.prints.paper import Style

_TOKEN = re.compile(r"\n|[ \t]+|[^ \t\n]+")
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
        self._words: dict[tuple[Face, str, int], tuple[Run, ...]] = {}
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
        clear = [(cleaned(text), style) for text, style in pieces]
        if not any(has_leftward(text) for text, _ in clear):
            return self._wrapped([(text, style, 0) for text, style in clear], width)
        base, parts = _levelled(clear)
        return [Line(tuple(in_sight(line.parts, lambda part: part[0].level)), line.width,
                     max(0.0, width - line.width) if base % 2 and width < UNBOUNDED else 0.0)
                for line in self._wrapped(parts, width)]

    def _wrapped(self, pieces: Iterable[tuple[str, Style, int]], width: float) -> list[Line]:
        lines: list[Line] = []
        parts: list[tuple[Run, Style]] = []
        used = 0.0
        for space, group, wide in self._groups(pieces, width):
            gap = 0.0 if space is None else space[0].width * space[1].size / 1000
            if not group or (parts and used + gap + wide > width):
                lines.append(Line(tuple(parts), used))
                parts, used = [], 0.0
            if parts and space is not None:
                parts.append(space)
                used += gap
            parts += group
            used += wide
        if parts or not lines:
            lines.append(Line(tuple(parts), used))
        return lines

    def balanced(self, text: str, style: Style, width: float) -> list[Line]:
        """As many lines as `width` needs, all about as long."""
        lines = self.lines([(text, style)], width)
        low, high = max((line.width for line in lines), default=0.0) / 2, width
        while len(lines) > 1 and high - low > 2:
            middle = (low + high) / 2
            low, high = (low, middle) if len(self.lines([(text, style)], middle)) == len(lines) else (middle, high)
        if len(lines) > 1:
            lines = self.lines([(text, style)], high)
        return [replace(line, indent=width - line.width) if line.indent else line for line in lines]

    def _groups(self, pieces: Iterable[tuple[str, Style, int]], width: float,
                ) -> Iterable[tuple[tuple[Run, Style] | None, list[tuple[Run, Style]], float]]:
        """(space before, parts that stay together, their width); no parts at all means a new line."""
        space: tuple[Run, Style] | None = None
        group: list[tuple[Run, Style]] = []
        wide = 0.0
        for text, style, level in pieces:
            for token in _TOKEN.findall(text):
                if token == "\n" or token[0] in " \t":
                    if group:
                        yield space, group, wide
                    group, wide = [], 0.0
                    space = None if token == "\n" else (self._letters[style.face].run(" ", level), style)
                    if token == "\n":
                        yield None, [], 0.0
                    continue
                for part in self._chopped(token, style, width, level):
                    runs = self._runs(part, style.face, level)
                    long = sum(run.width for run in runs) * style.size / 1000
                    if group and wide + long > width:
                        yield space, group, wide
                        space, group, wide = None, [], 0.0
                    group += [(run, style) for run in runs]
                    wide += long
        if group:
            yield space, group, wide

    def _chopped(self, word: str, style: Style, width: float, level: int) -> Sequence[str]:
        """The word, or its pieces where it is wider than a line."""
        if word.isascii() and len(word) * style.size < width:
            return (word,)
        if sum(run.width for run in self._runs(word, style.face, level)) * style.size / 1000 <= width:
            return (word,)
        parts, part, used = [], "", 0.0
        for letter in word:
            wide = sum(run.width for run in self._runs(letter, style.face, level)) * style.size / 1000
            if part and used + wide > width * 0.97:
                parts.append(part)
                part, used = "", 0.0
            part += letter
            used += wide
        return (*parts, part)

    def _runs(self, word: str, face: Face, level: int) -> tuple[Run, ...]:
        key = (face, word, level)
        if key not in self._words:
            self._words[key] = tuple(self._split(word, self._letters[face], level))
        return self._words[key]

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
        if all(ord(letter) in letters.holds for letter in word):
            return word
        spelled = []
        for letter in word:
            if self._holder(letter, letters) is not None:
                spelled.append(letter)
            else:
                self.missing.add(letter)
                spelled.append(_named(letter))
        return "".join(spelled)


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
