"""Word and the table as LibreOffice reads them: a program of others, so that our own reading back deceives nobody."""

from __future__ import annotations

import csv
import io
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest

from app.library.protocol import Keeps
from app.prints.export import written
from app.prints.formats import Format
from app.prints.harvest import HarvestPages
from app.prints.spreadsheet import cell
from app.words import Words
from tests.app.prints.harvests import harvest, note

SOFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not here (soffice)")]

NOTES = 300
PATIENCE = 300
"""Seconds after which LibreOffice is ended: it hangs then."""
SCRIPTS = ("Wir warten auf den Schlüssel", "Περιμένουμε τη λίστα", "Мы ждём списка", "ننتظر القائمة",
           "אנחנו מחכים לרשימה", "हम सूची की प्रतीक्षा करते हैं", "我们等名单", "나는 목록을 기다린다")
FORMULAS = ("=1+1", "+49 30", "-5", "@SUM(A1)", "＝1+1", " =1+1", '=HYPERLINK("http://x.example")', "=1+1\nand so on",
            "|cmd", "'=1+1")
FLAGS = ("--headless", "--norestore", "--infilter=CSV:44,34,76,1", "--convert-to", "html")
"""The filter says how a person would open the table: commas, quotes, UTF-8. A document goes its own way past it."""


@dataclass
class Seen(HTMLParser):
    """What LibreOffice shows: headings, points of lists, and tables of cells; `counted` are values it worked out."""

    headings: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("h1", "h2", "h3", "li", "td", "th"):
            self._open.append((tag, []))
        elif tag == "br" and self._open:
            self._open[-1][1].append("\n")
        self.counted += [value for name, value in attrs if name in ("sdval", "sdnum") and value is not None]

    def handle_endtag(self, tag: str) -> None:
        tag = "li" if tag == "p" and self._open and self._open[-1][0] == "li" else tag   # it writes no end of a point
        if self._open and self._open[-1][0] == tag:
            text = "".join(self._open.pop()[1])
            if tag in ("td", "th"):
                self.tables[-1][-1].append(text)
            else:
                (self.points if tag == "li" else self.headings).append(_plain(text))

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1][1].append(data)


def _plain(text: str) -> str:
    return " ".join(text.split())


def kept() -> HarvestPages:
    """Three hundred notes in eight scripts, forty of them promises, and what would be a formula."""
    texts = [f"{SCRIPTS[number % len(SCRIPTS)]}, {number}" for number in range(NOTES)]
    notes = [note("heard", text, Keeps.INSIGHT, name=f"Ada {number}") for number, text in enumerate(texts[:-40])]
    notes += [note("begin", text, Keeps.PROMISE, name="Zoë", to="ليلى", by_when="before Easter")
              for text in texts[-40:]]
    return harvest(*notes, *(note("gift", text, Keeps.GIFT) for text in FORMULAS))


@dataclass
class Opened:
    """The files that were written, and what LibreOffice made of each."""

    word: bytes
    table: bytes
    word_seen: Seen
    table_seen: Seen


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Opened:
    """Both files, opened once by one LibreOffice with a profile of its own."""
    folder = tmp_path_factory.mktemp("office")
    word, table = (written(kept(), kind, Words()) for kind in (Format.WORD, Format.CSV))
    (folder / "harvest.docx").write_bytes(word)
    (folder / "table.csv").write_bytes(table)
    _convert(folder, "harvest.docx", "table.csv")
    return Opened(word, table, *(_seen(folder / f"{name}.html") for name in ("harvest", "table")))


def _convert(folder: Path, *files: str) -> None:
    assert SOFFICE is not None
    office = subprocess.Popen(
        [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", *FLAGS, "--outdir", str(folder), *files],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    try:
        said, _ = office.communicate(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(office.pid, signal.SIGKILL)
        said, _ = office.communicate()
    assert office.returncode == 0 and len(list(folder.glob("*.html"))) == len(files), said


def _seen(path: Path) -> Seen:
    seen = Seen()
    seen.feed(path.read_text(encoding="utf-8"))
    return seen


def test_word_s_headings_are_headings_and_its_tables_are_tables(opened: Opened) -> None:
    document = docx.Document(io.BytesIO(opened.word))
    assert opened.word_seen.headings == [
        _plain(one.text) for one in document.paragraphs if str(one.style and one.style.name).startswith("Heading")]
    assert "Planned and lived" in opened.word_seen.headings
    assert [[[_plain(text) for text in row] for row in table] for table in opened.word_seen.tables] == [
        [[_plain(one.text) for one in row.cells] for row in table.rows] for table in document.tables]


def test_every_note_in_every_script_is_read_in_word_note_by_note(opened: Opened) -> None:
    said = [f"{one.text} {one.name}".strip() for one in kept().notes if one.kind is not Keeps.PROMISE]
    assert opened.word_seen.points == [_plain(text) for text in said]
    promises = opened.word_seen.tables[0][1:]
    assert [[_plain(text) for text in row] for row in promises] == [
        [one.text, "Zoë", "ليلى", "before Easter"] for one in kept().notes if one.kind is Keeps.PROMISE]


def test_every_cell_of_the_table_is_the_one_that_was_written(opened: Opened) -> None:
    wanted = list(csv.reader(io.StringIO(opened.table.decode("utf-8-sig"), newline="")))
    (table,) = opened.table_seen.tables
    assert len(wanted) == 1 + NOTES + len(FORMULAS)
    assert [[text.strip("\n") for text in row[:len(wanted[0])]] for row in table] == wanted


def test_nothing_in_the_table_is_counted(opened: Opened) -> None:
    assert opened.table_seen.counted == []
    held = {text for row in opened.table_seen.tables[0] for text in row}
    assert {cell(text) for text in FORMULAS} <= held and "'=1+1" in held
