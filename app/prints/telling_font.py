"""A font whose shapes tell the letters they stand for, so that a word is found again in the PDF.

A joined letter, a ligature or a mark has a shape without a letter of its own. Readers take shapes in the order they
stand, from left to right, and turn words that run from right to left around by themselves: so every shape has to tell
its own letters, and a word that is spelled out beside its shapes would come back reversed. Vowel points are
drawn where they belong, but most readers take them for words of their own.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.ttfonts import TTFont

PRIVATE = 0xF0000
"""From here on shapes are numbered; nobody types these."""
_ROWS = 100
"""The most a table of a PDF holds in one go."""


class TellingFont(TTFont):  # type: ignore[misc]
    """A face of reportlab's with more shapes than its letters have."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self._codes: dict[tuple[int, str], int] = {}
        self._told: dict[int, str] = {0: "\ufffd", 0xA0: " "}

    def shape(self, glyph: int, told: str, width: float) -> str:
        """What stands in a line for this glyph where it is read as `told`; `width` in units of the font."""
        if len(told) == 1 and self.face.charToGlyph.get(ord(told)) == glyph:
            return told
        if (glyph, told) not in self._codes:
            code = self._codes[glyph, told] = PRIVATE + len(self._codes)
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.pdfScale(width)
            self._told[code] = told
        return chr(self._codes[glyph, told])

    def addObjects(self, document: Any) -> None:
        """Add the font to a PDF that is being finished, with a table of what its shapes tell."""
        subsets = self.state[document].subsets
        names = [self.getSubsetInternalName(number, document)[1:] for number in range(len(subsets))]
        super().addObjects(document)
        fonts = document.idToObject["BasicFonts"].dict
        for name, subset in zip(names, subsets, strict=True):
            stream = document.idToObject[fonts[name].ToUnicode.name]
            stream.content = table([self._told.get(code, chr(code)) for code in subset])


def table(told: list[str]) -> str:
    """What each code from 0 on tells, as a PDF writes it."""
    rows = [f"<{code:02X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>" for code, text in enumerate(told)]
    parts = [rows[at:at + _ROWS] for at in range(0, len(rows), _ROWS)]
    return "\n".join([
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def", "/CMapType 2 def",
        "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
        *(line for part in parts for line in (f"{len(part)} beginbfchar", *part, "endbfchar")),
        "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])
