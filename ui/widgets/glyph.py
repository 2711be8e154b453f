"""Our glyphs: one hand, one line, drawn in any colour. Names of families, forms and kinds are plain strings here."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from app.paths import resources_folder
from ui.theme import Theme
from ui.widgets.paint import begin, box

DRAWN_IN = "#2A251E"
"""The ink the SVG files are drawn in; it is replaced by the colour asked for."""


def glyph(name: str, colour: str, px: int, ratio: float = 1.0) -> QPixmap:
    """The glyph `name` in `colour` ("#rrggbb"), `px` wide at 1x, for a screen of `ratio` pixels a point.

    Raises `FileNotFoundError` for a name nobody drew.
    """
    pixmap = QPixmap.fromImage(_image(name, colour, round(px * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def draw_glyph(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """The glyph `name` filling `rect` (square), sharp on the painter's device."""
    ratio = painter.device().devicePixelRatio() if painter.device() else 1
    scale = painter.worldTransform().m11() or 1.0
    painter.drawImage(rect, _image(name, colour, max(1, round(rect.width() * ratio * abs(scale)))))


@lru_cache(maxsize=512)
def _image(name: str, colour: str, px: int) -> QImage:
    drawing = QSvgRenderer(QByteArray(_drawing(name).replace(DRAWN_IN, colour).encode()))
    image = QImage(px, px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image


@cache
def _drawing(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


_FAMILY = {
    "world cafe": "designs", "open space": "openspace", "appreciative inquiry": "inquiry",
    "art of convening": "wheel", "part": "speaker",
}
_FORM = {"threes": "form-trios", "room": "form-circle", "table of five": "form-table-five"}
_KIND = {"agreement": "contracting", "nothing": "silence"}
_KIND_FAMILY = {
    "gift": "gifts", "promise": "commitment", "doubt": "dissent", "possibility": "possibility",
    "agreement": "contracting", "proposition": "possibility", "offer": "gifts", "request": "contracting",
}
_VOICE = {"room": "people", "host": "speaker"}


def family_glyph(family: str | None) -> str:
    """The glyph of a library family, a design, or a part (also of no family: ordinary business)."""
    return _FAMILY.get(family or "part", family or "")


def form_glyph(form: str) -> str:
    """The dots of a form: solo, pairs, threes, fours, table (of four or five), circle; the whole room is a circle."""
    return _FORM.get(form, f"form-{form}")


def kind_glyph(kind: str) -> str:
    """The glyph of a kind of note."""
    return _KIND.get(kind, kind)


def kind_family(kind: str) -> str:
    """The family whose colour a kind of note wears, or "" where it is ink on sunken."""
    return _KIND_FAMILY.get(kind, "")


def voice_glyph(voice: str) -> str:
    """The glyph of who speaks: peers, room, host, speaker, silence."""
    return _VOICE.get(voice, voice)


class GlyphLabel(QWidget):
    """One glyph, `px` square, for the eye only: the words beside it carry the meaning."""

    def __init__(self, name: str, colour: str, px: int = 20, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._colour = colour
        self.setFixedSize(px, px)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_glyph(self, name: str, colour: str | None = None) -> None:
        """Show another glyph ("" for none), in another colour if one is given."""
        if (name, colour or self._colour) != (self._name, self._colour):
            self._name = name
            self._colour = colour or self._colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The glyph."""
        if self._name:
            painter = begin(self)
            draw_glyph(painter, self._name, self._colour, QRectF(self.rect()))
            painter.end()


class FamilyTile(QWidget):
    """A rounded tile in a family's tint with its glyph; ink on sunken where there is no family."""

    def __init__(self, family: str | None, *, theme: Theme, px: int = 46, glyph: str = "",
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._family = family
        self._glyph = glyph
        self._px = px
        self.setFixedSize(px, px)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_family(self, family: str | None, glyph: str = "") -> None:
        """Show another family, with its own glyph unless one is given."""
        self._family, self._glyph = family, glyph
        self.update()

    def sizeHint(self) -> QSize:
        """The tile is square."""
        return QSize(self._px, self._px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, then glyph."""
        colours = self._theme.family(self._family)
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=10 if self._px > 40 else 8 if self._px > 26 else 5,
            fill=colours.tint)
        side = round(self._px * (0.62 if self._px > 26 else 0.7) / 2) * 2
        inset = (self._px - side) / 2
        draw_glyph(painter, self._glyph or family_glyph(self._family), colours.strong,
                   QRectF(inset, inset, side, side))
        painter.end()
