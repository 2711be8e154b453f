"""What the tests of paper share: the faces, made once, and a way to read a PDF back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from app.prints.faces import Faces, faces
from app.prints.harvest import HarvestPages, write_harvest
from app.words import Words

Press = Callable[[HarvestPages], "Pdf"]


class Pdf:
    """A PDF as a reader finds it. `words` has every run of white space as one space."""

    def __init__(self, path: Path, missing: tuple[str, ...]) -> None:
        self.missing = missing
        self.reader = PdfReader(path)
        self.pages = [" ".join(page.extract_text().split()) for page in self.reader.pages]
        self.words = re.sub(r"\s+", " ", " ".join(self.pages))


@pytest.fixture(scope="session")
def made_faces(tmp_path_factory: pytest.TempPathFactory) -> Faces:
    """The faces for paper, in a cache of the test run's own."""
    return faces(tmp_path_factory.mktemp("cache") / "convener")


@pytest.fixture
def press(made_faces: Faces, tmp_path: Path) -> Press:
    """Write a harvest in English and open it."""
    def write(pages: HarvestPages) -> Pdf:
        to = tmp_path / "harvest.pdf"
        return Pdf(to, write_harvest(pages, to, Words(), faces=made_faces))
    return write
