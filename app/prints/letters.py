"""One face in one PDF: letters of it, kerned or shaped, as the codes a page holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bidi.mirror import MIRRORED
from reportlab.pdfbase import pdfmetrics
from uharfbuzz import Blob, Buffer, BufferClusterLevel, Font, shape
from uharfbuzz import Face as ShapingFace

from app.prints.direction import turned
from app.prints.faces import Cut
from app.prints.telling_font import PRIVATE, TellingFont

_PLAIN = {"kern": True, "liga": False, "clig": False, "calt": False, "ccmp": False, "rlig": False}
"""Kerning but no ligatures: a ligature has no letter of its own, and a word must be found again in the PDF."""
_JOINED = {"kern": True, "liga": True, "dlig": True}
"""Scripts that join their letters; every shape of such a face tells the letters it stands for."""
UNTOLD = "\u200b"
"""Told by a shape whose letters another one has told already."""
_UNTYPED = range(0xE000, 0xF900)
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
            pdfmetrics.registerFont(TellingFont(path, path))
        self._font = pdfmetrics.getFont(path)
        self._canvas = canvas
        self._shaper = _shaper(Path(path)) if cut is None else _shaper(cut.source, cut.axes)
        self._joins = cut is None
        self._known: dict[tuple[str, int], Run] = {}
        self._codes: dict[str, tuple[str, str, float]] = {}
        self.holds = frozenset(code for code in self._font.face.charToGlyph
                               if code < PRIVATE and code not in _UNTYPED)

    def run(self, word: str, level: int = 0) -> Run:
        """The word in this face, from right to left at an odd level; every letter must be in `holds`."""
        if (word, level) not in self._known:
            self._known[word, level] = self._run(word, level)
        return self._known[word, level]

    def _run(self, word: str, level: int) -> Run:
        shapes_itself = level % 2 and any(unicodedata.bidirectional(letter) in _SPOKEN for letter in word)
        letters, places, told = self._placed(turned(word) if level % 2 and not shapes_itself else word)
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
        return Run(width, tuple(code), level, "" if told else word)

    def _coded(self, letter: str) -> tuple[str, str, float]:
        """The PDF's own name of the font that has the letter, what stands for it on a page, and how wide it is."""
        if letter not in self._codes:
            (subset, byte), = self._font.splitString(letter, self._canvas._doc)
            self._codes[letter] = (self._font.getSubsetInternalName(subset, self._canvas._doc),
                                   self._canvas._escape(byte), float(self._font.face.getCharWidth(ord(letter))))
        return self._codes[letter]

    def _placed(self, word: str) -> tuple[str, list[Place], bool]:
        """The letters as they stand from left to right, where, and whether they tell the word."""
        infos, positions, leftward = self._shaped(word)
        scale = 1000 / self._shaper.face.upem
        if not self._joins:
            if len(positions) != len(word):
                return word, [(0.0, 0.0, 0.0)] * len(word), True
            after = [self._coded(letter)[2] - position.x_advance * scale
                     for letter, position in zip(word, positions, strict=True)]
            return word, [(0.0, space if abs(space) >= 1 else 0.0, 0.0) for space in after], True
        told = _told(word, [info.cluster for info in infos], leftward=leftward)
        letters, places = "", []
        for info, position, text in zip(infos, positions, told, strict=True):
            own = self._shaper.get_glyph_h_advance(info.codepoint)
            letters += self._font.shape(info.codepoint, text, own)
            places.append((position.x_offset * scale, (own - position.x_advance + position.x_offset) * scale,
                           position.y_offset * scale))
        return letters, places, leftward or UNTOLD not in told

    def _shaped(self, word: str) -> tuple[Sequence[Any], Sequence[Any], bool]:
        """The glyphs from left to right, their positions, and whether the word runs from right to left."""
        buffer = Buffer()
        buffer.cluster_level = (BufferClusterLevel.MONOTONE_CHARACTERS if self._joins
                                else BufferClusterLevel.CHARACTERS)
        buffer.add_str(word)
        buffer.guess_segment_properties()
        shape(self._shaper, buffer, _JOINED if self._joins else _PLAIN)
        return buffer.glyph_infos, buffer.glyph_positions or [], buffer.direction == "rtl"


def _told(word: str, clusters: Sequence[int], *, leftward: bool) -> list[str]:
    """What each glyph tells: the letters of its cluster, once. From right to left they stand as they are seen: the last
    letter of a ligature first, and a bracket as it is turned; a reader turns them around with the rest.
    """
    starts = sorted({*clusters, len(word)})
    texts = {start: word[start:end] for start, end in pairwise(starts)}
    if leftward:
        texts = {start: MIRRORED.get(text, text[::-1]) for start, text in texts.items()}
    return [texts.pop(cluster, UNTOLD) for cluster in clusters]


def _shaper(source: Path, axes: tuple[tuple[str, float], ...] = ()) -> Font:
    font = Font(ShapingFace(Blob.from_file_path(str(source))))
    if axes:
        font.set_variations(dict(axes))
    return font
