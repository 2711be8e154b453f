"""What the tests of paper share: the faces, made once, and a way to read a PDF back."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest
from pypdf import PdfReader

from app.design.gathering import Gathering
from app.prints.export import handout
from app.prints.faces import Faces, faces
from app.prints.handouts import Handout
from app.prints.harvest import HarvestPages, write_harvest
from app.prints.paper import Paper
from app.words import Words

Press = Callable[[HarvestPages], "Pdf"]


class HandOut(Protocol):
    """Writes one handout and opens it."""

    def __call__(self, plan: Gathering, what: Handout, paper: Paper = Paper.A4,
                 words: Words | None = None) -> Handed: ...


@dataclass(frozen=True)
class Piece:
    """One line on a page: where it begins, in points from the top left."""

    text: str
    x: float
    y: float


class Handed:
    """A handout as a reader finds it: `pieces` of each page in the order they were drawn."""

    def __init__(self, path: Path, missing: tuple[str, ...]) -> None:
        self.path, self.missing = path, missing
        self.reader = PdfReader(path)
        self.pieces = [self._pieces(page) for page in range(len(self.reader.pages))]
        self.words = " ".join(piece.text for page in self.pieces for piece in page)

    def size(self, page: int = 0) -> tuple[float, float]:
        """Width and height of a page in points."""
        box = self.reader.pages[page].mediabox
        return float(box.width), float(box.height)

    def cells(self, columns: int, rows: int) -> list[list[str]]:
        """What stands in each place of a grid over each page: [page][place], places row by row."""
        width, height = (whole / parts for whole, parts in zip(self.size(), (columns, rows), strict=True))
        out = []
        for pieces in self.pieces:
            places = [""] * (columns * rows)
            for piece in pieces:
                place = int(piece.x // width) + columns * int(piece.y // height)
                places[place] = f"{places[place]} {piece.text}".strip()
            out.append(places)
        return out

    def _pieces(self, number: int) -> list[Piece]:
        page, height, out = self.reader.pages[number], self.size(number)[1], []

        def note(text: str, current: list[float], matrix: list[float], font: object, size: float) -> None:
            if text.strip():
                out.append(Piece(" ".join(text.split()), matrix[4], height - matrix[5]))

        page.extract_text(visitor_text=note)
        return out


class Pdf:
    """A PDF as a reader finds it. `words` has every run of white space as one space."""

    def __init__(self, path: Path, missing: tuple[str, ...]) -> None:
        self.missing, self.raw = missing, path.read_bytes()
        self.reader = PdfReader(path)
        self.pages = [" ".join(page.extract_text().split()) for page in self.reader.pages]
        self.words = re.sub(r"\s+", " ", " ".join(self.pages))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Cutting the faces takes seconds: whatever is set in them is left to the whole run."""
    for item in items:
        if "made_faces" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def made_faces(tmp_path_factory: pytest.TempPathFactory) -> Faces:
    """The faces for paper, in a cache of the test run's own: cut by whichever of its workers comes first."""
    ours = tmp_path_factory.getbasetemp()
    return faces((ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "cache" / "convener")


@pytest.fixture
def press(made_faces: Faces, tmp_path: Path) -> Press:
    """Write a harvest in English and open it."""
    def write(pages: HarvestPages) -> Pdf:
        to = tmp_path / "harvest.pdf"
        return Pdf(to, write_harvest(pages, to, Words(), faces=made_faces))
    return write


@pytest.fixture
def hand_out(made_faces: Faces, tmp_path: Path) -> HandOut:
    """Write a handout, in English on A4 unless told otherwise, and open it."""
    def write(plan: Gathering, what: Handout, paper: Paper = Paper.A4, words: Words | None = None) -> Handed:
        data, missing = handout(plan, what, words or Words(), paper, faces=made_faces)
        to = tmp_path / f"{what}.pdf"
        to.write_bytes(data)
        return Handed(to, missing)
    return write
