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
        self.holds = frozenset(code for code in self._font.face.charToGlyph if code not in _PRIVATE)

    def run(self, word: str, level: int = 0) -> Run:
        """The word in this face, from right to left at an odd level; every letter must be in `holds`."""
        if (word, level) not in self._known:
            self._known[word, level] = self._run(word, level)
        return self._known[word, level]

    def width(self, letter: str) -> float:
        """One letter's width in thousandths of the size, unkerned."""
        return float(self._font.face.getCharWidth(ord(letter)))

    def _run(self, word: str, level: int) -> Run:
        shapes_itself = any(unicodedata.bidirectional(letter) in _SPOKEN for letter in word)
        letters, places = self._placed(turned(word) if level % 2 and not shapes_itself else word)
        code: list[tuple[str, str, float]] = []
        start = 0
        for subset, encoded in self._font.splitString(letters, self._canvas._doc):
            name = self._font.getSubsetInternalName(subset, self._canvas._doc)
            parts: list[str] = []
            text, high = b"", 0.0
            for byte, (offset, after, rise) in zip(encoded, places[start:start + len(encoded)], strict=True):
                if rise != high:
                    parts += [f"({self._canvas._escape(text)})"] if text else []
                    code += [(name, " ".join(parts), high)] if parts else []
                    parts, text, high = [], b"", rise
                if offset:
                    parts += [f"({self._canvas._escape(text)})", f"{-offset:.0f}"] if text else [f"{-offset:.0f}"]
                    text = b""
                text += bytes((byte,))
                if after:
                    parts += [f"({self._canvas._escape(text)})", f"{after:.0f}"]
                    text = b""
            if text:
                parts.append(f"({self._canvas._escape(text)})")
            code.append((name, " ".join(parts), high))
            start += len(encoded)
        width = sum(self.width(letter) - after + offset for letter, (offset, after, _) in
                    zip(letters, places, strict=True))
        told = sorted(turned(letters)) == sorted(word) or sorted(letters) == sorted(word)
        return Run(width, tuple(code), level, "" if told else word)

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
            after = self.width(letter) - position.x_advance * scale
            places.append((0.0, after if abs(after) >= 1 else 0.0, 0.0))
        return word, places


def _shaper(cut: Cut) -> Font:
    font = Font(ShapingFace(Blob.from_file_path(str(cut.source))))
    font.set_variations(dict(cut.axes))
    return font
