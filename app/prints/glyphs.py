"""Our SVG glyphs as strokes on a PDF page: paths, circles and ellipses in the one hand they are drawn in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

GRID = 24
STROKE = 1.6
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape on the grid of 24, y downwards. `steps` are ("move" | "line" | "curve" | "close", numbers)."""

    steps: tuple[tuple[str, tuple[float, ...]], ...]
    filled: bool


class Glyphs:
    """Reads the glyphs of one folder once each, and draws them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawn: dict[str, tuple[Shape, ...]] = {}

    def draw(self, canvas: Any, name: str, *, x: float, y: float, side: float, colour: str) -> None:
        """The glyph with its lower left corner at (x, y), `side` points wide, in `colour`."""
        from reportlab.lib.colors import HexColor

        if name not in self._drawn:
            self._drawn[name] = shapes((self._folder / f"{name}.svg").read_text(encoding="utf-8"))
        canvas.saveState()
        canvas.translate(x, y + side)
        canvas.scale(side / GRID, -side / GRID)
        canvas.setLineWidth(STROKE)
        canvas.setLineCap(1)
        canvas.setLineJoin(1)
        canvas.setStrokeColor(HexColor(colour))
        canvas.setFillColor(HexColor(colour))
        for shape in self._drawn[name]:
            path = canvas.beginPath()
            for step, numbers in shape.steps:
                {"move": path.moveTo, "line": path.lineTo, "curve": path.curveTo, "close": path.close}[step](*numbers)
            canvas.drawPath(path, stroke=0 if shape.filled else 1, fill=1 if shape.filled else 0)
        canvas.restoreState()


class _Pen:
    """Notes what a path does, for fontTools' reader of SVG paths."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def moveTo(self, point: tuple[float, float]) -> None:
        self.steps.append(("move", point))

    def lineTo(self, point: tuple[float, float]) -> None:
        self.steps.append(("line", point))

    def curveTo(self, *points: tuple[float, float]) -> None:
        self.steps.append(("curve", tuple(number for point in points for number in point)))

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        x, y = self.steps[-1][1][-2:]
        first = (x + 2 / 3 * (control[0] - x), y + 2 / 3 * (control[1] - y))
        second = (end[0] + 2 / 3 * (control[0] - end[0]), end[1] + 2 / 3 * (control[1] - end[1]))
        self.curveTo(first, second, end)

    def closePath(self) -> None:
        self.steps.append(("close", ()))

    def endPath(self) -> None:
        """An open path needs no last stroke."""


def shapes(svg: str) -> tuple[Shape, ...]:
    """Every visible shape of a glyph. Raises ValueError for a shape our hand does not use."""
    return tuple(_walk(ElementTree.fromstring(svg), filled=False, dx=0.0, dy=0.0))


def _walk(node: ElementTree.Element, *, filled: bool, dx: float, dy: float) -> list[Shape]:
    from fontTools.pens.transformPen import TransformPen
    from fontTools.svgLib.path import parse_path

    if node.get("fill") is not None:
        filled = node.get("fill") != "none"
    if node.get("opacity") in (".0", "0"):
        return []
    if move := node.get("transform"):
        x, y = move.removeprefix("translate(").removesuffix(")").replace(",", " ").split()
        dx, dy = dx + float(x), dy + float(y)
    match node.tag.removeprefix(_SVG):
        case "svg" | "g":
            return [shape for child in node for shape in _walk(child, filled=filled, dx=dx, dy=dy)]
        case "path":
            outline = node.get("d", "")
        case "circle" | "ellipse" as tag:
            cx, cy = float(node.get("cx", 0)), float(node.get("cy", 0))
            rx = float(node.get("r" if tag == "circle" else "rx", 0))
            ry = float(node.get("r" if tag == "circle" else "ry", 0))
            outline = f"M{cx - rx} {cy}A{rx} {ry} 0 1 0 {cx + rx} {cy}A{rx} {ry} 0 1 0 {cx - rx} {cy}Z"
        case other:
            raise ValueError(f"a glyph may not hold <{other}>")
    pen = _Pen()
    parse_path(outline, TransformPen(pen, (1, 0, 0, 1, dx, dy)))
    return [Shape(tuple(pen.steps), filled)]
