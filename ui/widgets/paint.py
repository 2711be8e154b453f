"""The few strokes every painted widget shares: boxes, hatching, keycaps, one line of text."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPaintDevice, QPainter, QPainterPath, QPen

from ui.type import Role, font

KEYCAP_HEIGHT = 22


def begin(widget: QPaintDevice) -> QPainter:
    """An antialiased painter on `widget` (or a picture); the caller ends it."""
    painter = QPainter(widget)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform)
    return painter


def box(
    painter: QPainter, rect: QRectF, *, radius: float, fill: str | None = None, line: str | None = None,
    width: float = 1.0, dashed: bool = False,
) -> None:
    """A rounded box whose line lies wholly inside `rect`. Colours are "#rrggbb" or None."""
    pen = QPen(QColor(line), width) if line else QPen(Qt.PenStyle.NoPen)
    if line and dashed:
        pen.setDashPattern([3, 3])
    inset = width / 2 if line else 0.0
    painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    rounding = max(0.0, min(radius, rect.height() / 2) - inset)
    painter.drawRoundedRect(inner, rounding, rounding)


def dot(painter: QPainter, centre: QPointF, radius: float, colour: str) -> None:
    """A filled dot."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, radius, radius)


def hatch(painter: QPainter, rect: QRectF, colour: str, *, radius: float, gap: float = 6) -> None:
    """Slanting lines inside a rounded `rect`: time that rests, or time that is free."""
    clip = QPainterPath()
    clip.addRoundedRect(rect, radius, radius)
    painter.save()
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 1.2))
    x = rect.left() - rect.height()
    while x < rect.right():
        painter.drawLine(QLineF(x, rect.bottom(), x + rect.height() * 0.8, rect.top()))
        x += gap
    painter.restore()


def text_width(text: str, role: Role) -> float:
    """How wide `text` is in one line, in pixels at 1x, rounded up."""
    return float(-(-QFontMetricsF(font(role)).horizontalAdvance(text) // 1))


def line_of_text(
    painter: QPainter, rect: QRectF, text: str, role: Role, colour: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of `text`, its capitals centred in the height of `rect`."""
    face = font(role)
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    width = metrics.horizontalAdvance(text)
    x = rect.left()
    if align == Qt.AlignmentFlag.AlignHCenter:
        x += (rect.width() - width) / 2
    elif align == Qt.AlignmentFlag.AlignRight:
        x += rect.width() - width
    painter.drawText(QPointF(x, baseline(rect, metrics)), text)


def baseline(rect: QRectF, metrics: QFontMetricsF) -> float:
    """Where a line stands so that its capitals look centred in `rect`."""
    return round(rect.center().y() + metrics.capHeight() / 2)


def keycap_width(text: str) -> float:
    """The width of a keycap that names `text`."""
    return max(float(KEYCAP_HEIGHT), text_width(text, Role.LABEL) + 12)


def keycap(painter: QPainter, right: float, middle: float, text: str, *, ink: str, line: str) -> None:
    """A keycap that ends at `right`, centred on the height `middle`."""
    width = keycap_width(text)
    rect = QRectF(right - width, round(middle - KEYCAP_HEIGHT / 2), width, KEYCAP_HEIGHT)
    box(painter, rect, radius=4, line=line)
    line_of_text(painter, rect, text, Role.LABEL, ink, Qt.AlignmentFlag.AlignHCenter)
