"""Words become lines: kerned, wrapped, and split between faces by what each of them holds.

Nothing a person typed is ever read as markup, and no letter is a silent box: what no face holds is written as
a word in brackets and remembered in `missing`. Lines are set here and not by reportlab's paragraphs because
those take quadratic time for a long note and read markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr
from uharfbuzz import Blob, Buffer, BufferClusterLevel, Font, shape
from uharfbuzz import Face as ShapingFace

from app.prints.faces import Cut, Face, Faces
from app.prints.paper import Style

_PLAIN = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "rlig": False}
"""Kerning but no ligatures: a ligature has no letter of its own, and a word must be found again in the PDF."""
_TOKEN = re.compile(r"\n|[ \t]+|[^ \t\n]+")
UNNAMED = "[?]"
"""Stands where a letter was that no face holds and that has no name of its own."""
_UNSEEN = frozenset({"Cf", "Cc"})
_SKIN_TONES = range(0x1F3FB, 0x1F400)

Piece = tuple[str, Style]
"""Words and how they are set."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face: their width in thousandths of the size, and their code by the PDF's own font name."""

    width: float
    code: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is drawn, and its width in points."""

    parts: tuple[tuple[Run, Style], ...]
    width: float


class Letters:
    """One face in one PDF."""

    def __init__(self, path: str, canvas: Any, cut: Cut | None = None) -> None:
        """`cut` names the variable font that knows the kerning; without it the face shapes itself."""
        if path not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(path, path))
        self._font = pdfmetrics.getFont(path)
        self._canvas = canvas
        self._shaper = None if cut is None else _shaper(cut)
        self._known: dict[str, Run] = {}
        self.holds = frozenset(self._font.face.charToGlyph)

    def run(self, word: str) -> Run:
        """The word in this face; every letter must be in `holds`."""
        if word not in self._known:
            self._known[word] = self._run(word)
        return self._known[word]

    def width(self, letter: str) -> float:
        """One letter's width in thousandths of the size, unkerned."""
        return float(self._font.face.getCharWidth(ord(letter)))

    def _run(self, word: str) -> Run:
        letters, places = self._placed(word)
        code: list[tuple[str, str]] = []
        start = 0
        for subset, encoded in self._font.splitString(letters, self._canvas._doc):
            parts: list[str] = []
            text = b""
            for byte, (offset, after) in zip(encoded, places[start:start + len(encoded)], strict=True):
                if offset:
                    parts += [f"({self._canvas._escape(text)})", f"{-offset:.0f}"] if text else [f"{-offset:.0f}"]
                    text = b""
                text += bytes((byte,))
                if after:
                    parts += [f"({self._canvas._escape(text)})", f"{after:.0f}"]
                    text = b""
            if text:
                parts.append(f"({self._canvas._escape(text)})")
            code.append((self._font.getSubsetInternalName(subset, self._canvas._doc), " ".join(parts)))
            start += len(encoded)
        width = sum(self.width(letter) - after - offset for letter, (offset, after) in
                    zip(letters, places, strict=True))
        return Run(width, tuple(code))

    def _placed(self, word: str) -> tuple[str, list[tuple[float, float]]]:
        """The letters, with how far each is pushed and how much the next one is pulled back, in thousandths."""
        if self._shaper is None:
            shaped = shapeStr(word, self._font.fontName, 10, force=True)
            if not isinstance(shaped, ShapedStr):
                return word, [(0.0, 0.0)] * len(word)
            data = shaped.__shapeData__
            return str(shaped), [(d.x_offset, d.width - d.x_advance + d.x_offset) for d in data]
        buffer = Buffer()
        buffer.cluster_level = BufferClusterLevel.CHARACTERS
        buffer.add_str(word)
        buffer.guess_segment_properties()
        shape(self._shaper, buffer, _PLAIN)
        positions = buffer.glyph_positions or []
        if len(positions) != len(word):
            return word, [(0.0, 0.0)] * len(word)
        scale = 1000 / self._shaper.face.upem
        places = []
        for letter, position in zip(word, positions, strict=True):
            after = self.width(letter) - position.x_advance * scale
            places.append((0.0, after if abs(after) >= 1 else 0.0))
        return word, places


def _shaper(cut: Cut) -> Font:
    font = Font(ShapingFace(Blob.from_file_path(str(cut.source))))
    font.set_variations(dict(cut.axes))
    return font


class Typesetter:
    """Sets lines in one PDF. `missing` holds every letter no face had."""

    def __init__(self, faces: Faces, canvas: Any) -> None:
        self._letters = {face: Letters(str(cut.path), canvas, cut) for face, cut in faces.cuts}
        self._others = (self._letters[Face.SANS], Letters(str(faces.fallback), canvas))
        self._words: dict[tuple[Face, str], tuple[Run, ...]] = {}
        self.missing: set[str] = set()

    def width(self, text: str, style: Style) -> float:
        """Points from edge to edge of `text` in one line."""
        return sum(line.width for line in self.lines([(text, style)], 1e9))

    def legible(self, text: str) -> bool:
        """Whether every letter can be read on paper, as itself or by its name; else a mark stands where one was."""
        letters = self._letters[Face.TEXT]
        return all(letter.isspace() or self._holder(letter, letters) is not None or _named(letter) != UNNAMED
                   for letter in cleaned(text))

    def lines(self, pieces: Iterable[Piece], width: float) -> list[Line]:
        """The pieces in one paragraph, wrapped at `width` points; "\\n" begins a new line."""
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
        return self.lines([(text, style)], high) if len(lines) > 1 else lines

    def _groups(self, pieces: Iterable[Piece], width: float,
                ) -> Iterable[tuple[tuple[Run, Style] | None, list[tuple[Run, Style]], float]]:
        """(space before, parts that stay together, their width); no parts at all means a new line."""
        space: tuple[Run, Style] | None = None
        group: list[tuple[Run, Style]] = []
        wide = 0.0
        for text, style in pieces:
            for token in _TOKEN.findall(cleaned(text)):
                if token == "\n" or token[0] in " \t":
                    if group:
                        yield space, group, wide
                    group, wide = [], 0.0
                    space = None if token == "\n" else (self._letters[style.face].run(" "), style)
                    if token == "\n":
                        yield None, [], 0.0
                    continue
                for part in self._chopped(token, style, width):
                    runs = self._runs(part, style.face)
                    long = sum(run.width for run in runs) * style.size / 1000
                    if group and wide + long > width:
                        yield space, group, wide
                        space, group, wide = None, [], 0.0
                    group += [(run, style) for run in runs]
                    wide += long
        if group:
            yield space, group, wide

    def _chopped(self, word: str, style: Style, width: float) -> Sequence[str]:
        """The word, or its pieces where it is wider than a line."""
        if len(word) * style.size < width:
            return (word,)
        if sum(run.width for run in self._runs(word, style.face)) * style.size / 1000 <= width:
            return (word,)
        parts, part, used = [], "", 0.0
        for letter in word:
            wide = sum(run.width for run in self._runs(letter, style.face)) * style.size / 1000
            if part and used + wide > width * 0.97:
                parts.append(part)
                part, used = "", 0.0
            part += letter
            used += wide
        return (*parts, part)

    def _runs(self, word: str, face: Face) -> tuple[Run, ...]:
        key = (face, word)
        if key not in self._words:
            self._words[key] = tuple(self._split(word, self._letters[face]))
        return self._words[key]

    def _split(self, word: str, letters: Letters) -> Iterable[Run]:
        """Runs of letters by the first face that holds them."""
        text, holder = "", letters
        for letter in self._spelled(word, letters):
            face = self._holder(letter, letters) or letters
            if text and face is not holder:
                yield holder.run(text)
                text = ""
            text, holder = text + letter, face
        if text:
            yield holder.run(text)

    def _holder(self, letter: str, letters: Letters) -> Letters | None:
        """The first face that has the letter, or None."""
        return next((face for face in (letters, *self._others) if ord(letter) in face.holds), None)

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


def _named(letter: str) -> str:
    """A symbol by its name; anything else only as a mark that something was here."""
    name = unicodedata.name(letter, "") if unicodedata.category(letter) in ("So", "Sm", "Sk") else ""
    return f"[{name.lower()}]".replace(" ", "\u00a0") if name else UNNAMED


def cleaned(text: str) -> str:
    """Composed letters, one kind of line break, nothing that cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    return "".join(_seen(letter) for letter in text)


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
