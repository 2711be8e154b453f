"""How far the ink of a page reaches, told by another program than the one that set it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtPdf import QPdfDocument


def inked(path: Path) -> Iterator[tuple[int, float, float, float, float]]:
    """(page, left, top, right, bottom) of every stretch of letters, in points from the top left."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    for page in range(document.pageCount()):
        for stretch in document.getAllText(page).bounds():
            box = stretch.boundingRect()
            yield page, box.left(), box.top(), box.right(), box.bottom()


def beyond(path: Path, columns: int, rows: int, inset: float) -> list[tuple[int, float, float, float, float]]:
    """What stands nearer than `inset` points to a cut, or across one, in a grid over each page."""
    document = QPdfDocument()
    document.load(str(path))
    size = document.pagePointSize(0)
    width, height = size.width() / columns, size.height() / rows
    return [(page, left, top, right, bottom) for page, left, top, right, bottom in inked(path)
            if left < (x := left // width * width) + inset or right > x + width - inset
            or top < (y := top // height * height) + inset or bottom > y + height - inset]
