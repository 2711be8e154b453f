"""Leaves of one PDF, of any paper: its faces and inks, and where a line, a glyph or a dash is drawn.

It knows nothing of gatherings and nothing of what comes next. All measures are points from the bottom left.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from app.prints.faces import Faces
from app.prints.glyphs import Glyphs
from app.prints.paper import Paper, inks
from app.prints.typeset import Line, Typesetter
from app.words import PSEUDO, Words

rl_config.useA85 = 0   # plain bytes: a fifth smaller, and a third faster for a long harvest


class Leaves:
    """The pages of one PDF, each drawn on until the next begins."""

    def __init__(self, words: Words, *, faces: Faces, resources: Path, paper: Paper = Paper.A4) -> None:
        """`resources` is the folder of icons and themes."""
        self.width, self.height = paper.value
        self._file = BytesIO()
        language = "en" if words.language == PSEUDO else words.language
        self.canvas = Canvas(self._file, pagesize=paper.value, pageCompression=1, lang=language)
        self.canvas.setCreator("Convener")
        self.type = Typesetter(faces, self.canvas)
        self.inks = inks(resources / "themes")
        self._glyphs = Glyphs(resources / "icons")
        self._bookmarks = self._linked = 0

    def finished(self) -> bytes:
        """The whole file. Nothing can be added afterwards."""
        self.canvas.save()
        return self._file.getvalue()

    def about(self, *, title: str, subject: str) -> None:
        """What a reader's window and a search will say of this file."""
        self.canvas.setTitle(title)
        self.canvas.setSubject(subject)
        self.canvas.setAuthor("Convener")
        self.canvas.setViewerPreference("DisplayDocTitle", "true")

    def mark(self, title: str, y: float, level: int = 0) -> str:
        """An entry of the outline that leads to the height `y` on this page; the key under which a link leads there."""
        self._bookmarks += 1
        key = f"p{self._bookmarks}"
        self.canvas.bookmarkHorizontal(key, 0, min(self.height, y))
        self.canvas.addOutlineEntry(" ".join(title.split())[:120], key, level)
        return key

    def links(self) -> list[Any]:
        """The links of this page; more can be added to them when it is turned already."""
        found: list[Any] = self.canvas._annotationrefs
        return found

    def link(self, key: str, box: tuple[float, float, float, float], links: list[Any], title: str) -> None:
        """Whoever clicks into `box` (left, bottom, right, top) on the page of `links` goes where `key` was marked."""
        self._linked += 1
        name = f"link{self._linked}"
        self.canvas.linkRect(title, key, box, addtopage=0, relative=0, name=name, Border="[0 0 0]")
        links.append(self.canvas._doc.refAnnotation(name))

    def hairline(self, x: float, y: float, width: float, colour: str) -> None:
        """A thin rule from (x, y) to the right."""
        self.canvas.setStrokeColor(HexColor(colour))
        self.canvas.setLineWidth(0.6)
        self.canvas.line(x, y, x + width, y)

    def dashes(self, x: float, y: float, x2: float, y2: float, *, fold: bool = False) -> None:
        """Where to cut; with `fold`, dots where to fold."""
        self.canvas.saveState()
        self.canvas.setStrokeColor(HexColor(self.inks.line))
        self.canvas.setLineWidth(1.6 if fold else 0.7)
        self.canvas.setLineCap(1 if fold else 0)
        self.canvas.setDash((0.01, 5) if fold else (5, 4))
        self.canvas.line(x, y, x2, y2)
        self.canvas.restoreState()

    def glyph(self, name: str, *, x: float, y: float, side: float, colour: str) -> None:
        """A glyph with its lower left corner at (x, y)."""
        self._glyphs.draw(self.canvas, name, x=x, y=y, side=side, colour=colour)

    def draw(self, line: Line, x: float, y: float) -> None:
        """One line with its baseline at `y`."""
        code = [f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm"]
        font, colour, high, open_array = ("", 0.0), "", 0.0, False
        for run, style in line.parts:
            if run.says:
                code.append(f"{'] TJ ' if open_array else ''}/Span <</ActualText <{_spelled(run.says)}>>> BDC")
                font, open_array = ("", 0.0), False
            for name, array, rise in run.code:
                if (name, style.size) != font or style.colour != colour or rise != high:
                    code.append("] TJ" if open_array else "")
                    font, open_array = (name, style.size), True
                    if style.colour != colour:
                        colour = style.colour
                        code.append(_fill(colour))
                    if rise != high:
                        high = rise
                        code.append(f"{high * style.size / 1000:.2f} Ts")
                    code.append(f"{name} {style.size:g} Tf [")
                code.append(array)
            if run.says:
                code.append("] TJ EMC" if open_array else "EMC")
                font, open_array = ("", 0.0), False
        code.append("] TJ" if open_array else "")
        code.append("0 Ts ET" if high else "ET")
        self.canvas._code.append(" ".join(part for part in code if part))


def _spelled(text: str) -> str:
    """What a reader finds for shapes that do not tell their letters, as a PDF writes it."""
    return ("\ufeff" + text).encode("utf-16-be").hex().upper()


@cache
def _fill(colour: str) -> str:
    """The operator that fills in "#rrggbb"."""
    return " ".join(f"{int(colour[i:i + 2], 16) / 255:.3f}" for i in (1, 3, 5)) + " rg"
