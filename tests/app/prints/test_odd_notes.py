"""Random notes with markup, formulas, control characters and tricks of direction: found again in every kind of file,
while nothing is opened for what they say.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import docx
import msgspec
import pytest
from pypdf import PdfReader

from app.paths import project_root, resources_folder
from app.prints.faces import Face, Faces
from app.prints.outline import tidy
from app.prints.published import Harvest
from app.prints.spreadsheet import cell
from tests.app.prints import odd_notes as odd
from tests.app.prints.odd_notes import odd_notes

pytestmark = pytest.mark.slow

MANY = int(os.environ.get("CONVENER_ODD_NOTES", "150"))
FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@＝＋－＠|\t\r]")


@dataclass(frozen=True)
class Written:
    """A folder with a file of each kind, and what was opened for them."""

    folder: Path
    opened: list[tuple[str, str]]
    cache: Path


@pytest.fixture(scope="module")
def files(made_faces: Faces, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Every kind of file, written by a program that was watched."""
    folder, cache = tmp_path_factory.mktemp("odd"), made_faces.cut(Face.TEXT).path.parents[2]
    done = subprocess.run([sys.executable, "-m", odd.__name__, str(folder), str(MANY)], capture_output=True, text=True,
                          check=True, cwd=project_root(), env={**os.environ, "XDG_CACHE_HOME": str(cache)})
    return Written(folder, [(event, name) for event, name in json.loads(done.stdout)], cache)


def unbroken(text: str) -> str:
    """Without the white space that lines and pages bring."""
    return "".join(text.split())


def test_nothing_is_opened_but_fonts_drawings_and_the_files_that_are_written(files: Written) -> None:
    ours = (str(files.folder), str(files.cache), str(resources_folder()))
    packed = re.compile(r"site-packages/(fontpkg_\w+/|docx/templates/)")
    foreign = [(event, name) for event, name in files.opened
               if event != "open" or not (name.startswith(ours) or packed.search(name))]
    assert foreign == [("open", str(Path(odd.__file__)))]   # opened on purpose, so that the watch is seen to see
    assert len(files.opened) > 10


def test_every_note_is_found_again_on_paper(files: Written) -> None:
    pages = [page.extract_text() for page in PdfReader(files.folder / "harvest.pdf").pages]
    told = unbroken("".join(re.sub(r"Staff meeting\s+\d+\s*$", "", page) for page in pages))
    lost = [(one.note.text, piece) for one in odd_notes(MANY) for piece in one.found if unbroken(piece) not in told]
    assert lost == []


def test_every_note_stands_word_for_word_in_json(files: Written) -> None:
    told = msgspec.json.decode((files.folder / "harvest.json").read_bytes(), type=Harvest)
    texts = [tidy(one.note.text) for one in odd_notes(MANY)]
    assert sorted(entry.words for _, entry in told.everything()) == sorted(texts)


def test_no_cell_of_the_table_begins_a_formula_and_every_note_is_in_one(files: Written) -> None:
    rows = list(csv.DictReader(io.StringIO((files.folder / "harvest.csv").read_text(encoding="utf-8-sig"), newline="")))
    assert [text for row in rows for text in row.values() if FORMULA.match(text)] == []
    assert sorted(row["words"] for row in rows) == sorted(cell(tidy(one.note.text)) for one in odd_notes(MANY))
    assert FORMULA.match("\u200b=2") and not FORMULA.match("'=2")


def test_every_note_is_found_again_in_word_and_markdown(files: Written) -> None:
    document = docx.Document(str(files.folder / "harvest.docx"))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    word = unbroken("".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))
    markdown = unbroken((files.folder / "harvest.md").read_text(encoding="utf-8").replace("\\", ""))
    texts = [unbroken(tidy(one.note.text)) for one in odd_notes(MANY)]
    assert [text for text in texts if text not in word] == []
    assert [text for text in texts if text.replace("\\", "") not in markdown] == []
