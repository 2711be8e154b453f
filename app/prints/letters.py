"""One face in one PDF: letters of it, kerned or shaped, as the codes a page holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import ShapedStr, TTFont, shapeStr
from uharfbuzz import Blob, Buffer, BufferClusterLevel, Font, shape
from uharfbuzz import Face as ShapingFace

from app.prints.direction import turned
from app.prints.faces import Cut

_PLAIN = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "rlig": False}
"""Kerning but no ligatures: a ligature has no letter of its own, and a word must be found again in the PDF."""
_PRIVATE = range(0xE000, 0xF900)
"""Where shapes without a letter of their own are numbered; nobody types these."""
_SPOKEN = frozenset({"R", "AL"})
Place = tuple[float, float, float]
"""How far a letter is pushed, how much the next one is pulled back, how high it stands; in thousandths of the size."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face: their width in thousandths of the size, and their code by the PDF's own font name, with how
    high it stands in thousandths.

    An odd `level` runs from right to left. `says` are the letters where their shapes do not tell them.
    """

    width: float
    code: tuple[tuple[str, str, float], ...]
    level: int = 0
    says: str = ""

    def and_then(self, more: Run) -> Run | None:
        """Both as one, where nobody would see or read a difference: from left to right, in one face, at one height."""
        name, array, high = self.code[-1]
        next_name, next_array, next_high = more.code[0]
        if self.level or more.level or self.says or more.says or (name, high) != (next_name, next_high):
            return None
        return Run(self.width + more.width,
                   (*self.code[:-1], (name, f"{array} {next_array}", high), *more.code[1:]))


class Letters:
    """One face in one PDF."""

    def __init__(self, path: str, canvas: Any, cut: Cut | None = None) -> None:
        """`cut` names the variable font that knows the kerning; without it the face shapes itself."""
        if path not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(path, path))
        self._font = pdfmetrics.getFont(path)
        self._canvas = canvas
        self._shaper = None if cut is None else _shaper(cut)
        self._known: dict[tuple[str, int], Run] = {}
        self._codes: dict[str, tuple[str, str, float]] = {}
        self.holds = frozenset(code for code in self._font.face.charToGlyph if code not in _PRIVATE)

    def run(self, word: str, level: int = 0) -> Run:
        """The word in this face, from right to left at an odd level; every letter must be in `holds`."""
        if (word, level) not in self._known:
            self._known[word, level] = self._run(word, level)
        return self._known[word, level]

    def _run(self, word: str, level: int) -> Run:
        shapes_itself = level % 2 and any(unicodedata.bidirectional(letter) in _SPOKEN for letter in word)
        letters, places = self._placed(turned(word) if level % 2 and not shapes_itself else word)
        code: list[tuple[str, str, float]] = []
        parts: list[str] = []
        text, font, high, width = "", "", 0.0, 0.0
        for letter, (offset, after, rise) in zip(letters, places, strict=True):
            name, byte, wide = self._coded(letter)
            if name != font or rise != high:
                if text or parts:
                    code.append((font, " ".join([*parts, f"({text})"] if text else parts), high))
                parts, text, font, high = [], "", name, rise
            if offset:
                parts += [f"({text})", f"{-offset:.0f}"] if text else [f"{-offset:.0f}"]
                text = ""
            text += byte
            if after:
                parts += [f"({text})", f"{after:.0f}"]
                text = ""
            width += wide - after + offset
        code.append((font, " ".join([*parts, f"({text})"] if text else parts), high))
        told = letters == word or sorted(letters) in (sorted(word), sorted(turned(word)))
        return Run(width, tuple(code), level, "" if told else word)

    def _coded(self, letter: str) -> tuple[str, str, float]:
        """The PDF's own name of the font that has the letter, what stands for it on a page, and how wide it is."""
        if letter not in self._codes:
            (subset, byte), = self._font.splitString(letter, self._canvas._doc)
            self._codes[letter] = (self._font.getSubsetInternalName(subset, self._canvas._doc),
                                   self._canvas._escape(byte), float(self._font.face.getCharWidth(ord(letter))))
        return self._codes[letter]

    def _placed(self, word: str) -> tuple[str, list[Place]]:
        """The letters as they stand from left to right, and where."""
        if self._shaper is None:
            shaped = shapeStr(word, self._font.fontName, 10, force=True)
            if not isinstance(shaped, ShapedStr):
                return word, [(0.0, 0.0, 0.0)] * len(word)
            data = shaped.__shapeData__
            return str(shaped), [(d.x_offset, d.width - d.x_advance + d.x_offset, d.y_offset) for d in data]
        buffer = Buffer()
        buffer.cluster_level = BufferClusterLevel.CHARACTERS
        buffer.add_str(word)
        buffer.guess_segment_properties()
        shape(self._shaper, buffer, _PLAIN)
        positions = buffer.glyph_positions or []
        if len(positions) != len(word):
            return word, [(0.0, 0.0, 0.0)] * len(word)
        scale = 1000 / self._shaper.face.upem
        places = []
        for letter, position in zip(word, positions, strict=True):
            after = self._coded(letter)[2] - position.x_advance * scale
            places.append((0.0, after if abs(after) >= 1 else 0.0, 0.0))
        return word, places


def _shaper(cut: Cut) -> Font:
    font = Font(ShapingFace(Blob.from_file_path(str(cut.source))))
    font.set_variations(dict(cut.axes))
    return font
