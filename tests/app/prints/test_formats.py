"""Word, Markdown, CSV and JSON: what goes out is found again, nothing typed is read as markup or begins a formula."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import docx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Trouble
from app.groups.roster import Roster, named
from app.library.protocol import Family, Keeps
from app.paths import resources_folder
from app.prints.export import export_harvest, written
from app.prints.faces import Faces
from app.prints.formats import Format, format_of
from app.prints.harvest import HarvestPages, harvest_of, nameless, write_harvest
from app.prints.outline import tidy
from app.prints.paper import Paper
from app.prints.published import Harvest, published, schema
from app.prints.spreadsheet import COLUMNS, cell
from app.prints.writing import Progress, Stopped
from app.words import Words
from tests.app.live.open_space import call, open_space
from tests.app.live.room import session_of
from tests.app.prints.harvests import harvest, note, staff_meeting
from tests.app.prints.test_open_space import report

pytestmark = pytest.mark.slow

WORDS = Words()
OTHERS = tuple(kind for kind in Format if kind is not Format.PDF)


def kept() -> HarvestPages:
    """The staff meeting with a note of many kinds."""
    return harvest(
        note("busy", "The door sticks.\nSo do we.", name="Ottokar"),
        note("heard", "Tuesday is nobody's", Keeps.THEME, name="Tomasz", table="3"),
        note("heard", "*Nobody* asked [me](http://x)", name="Mechthild"),
        note("gift", "You held the ladder", Keeps.GIFT, name="Tomasz", to="Ottokar"),
        note("begin", "I will call on Friday", Keeps.PROMISE, name="Mechthild", to="Wilhelmine", by_when="Friday"),
        note("begin", "I can lend a van", Keeps.OFFER, name="Tomasz"))


def rows(data: bytes) -> list[dict[str, str]]:
    """A CSV file as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_word(data: bytes) -> Any:
    """A Word file as Word reads it."""
    return docx.Document(io.BytesIO(data))


def everything(document: Any) -> str:
    """Every word of a document, tables included."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_word_document_has_headings_a_table_of_promises_and_a_language() -> None:
    document = read_word(written(kept(), Format.WORD, WORDS, Paper.LETTER))
    heads = [(one.style.name, one.text) for one in document.paragraphs if one.style.name.startswith(("Head", "Title"))]
    assert heads[:3] == [("Title", "Staff meeting"), ("Heading 1", "What do you leave for others by being busy?"),
                         ("Heading 1", "Heard in the room")]
    assert ("Heading 1", "Promises, offers") in heads and ("Heading 2", "Themes") in heads
    promises = document.tables[0]
    assert [cell.text for cell in promises.rows[0].cells] == ["Promise", "Whose promise", "Heard by", "By when"]
    assert [cell.text for cell in promises.rows[1].cells] == ["I will call on Friday", "Mechthild", "Wilhelmine",
                                                              "Friday"]
    assert (round(document.sections[0].page_width.inches, 2), document.core_properties.language) == (8.5, "en")
    assert 'w:lang w:val="en"' in document.styles.element.xml


def test_a_note_in_arabic_runs_from_the_right_in_word() -> None:
    document = read_word(written(harvest(note("heard", "الباب عالق, said Omar"), note("heard", "Straight on")),
                                 Format.WORD, WORDS))
    turned = {one.text for one in document.paragraphs if "<w:bidi/>" in one._p.xml}
    assert turned == {"الباب عالق, said Omar"}


def test_markdown_shows_marks_instead_of_obeying_them() -> None:
    text = written(kept(), Format.MARKDOWN, WORDS).decode()
    assert "\n## What do you leave for others by being busy?\n" in text
    assert "- The door sticks.\\\n  So do we." in text
    assert r"\*Nobody\* asked \[me\](http://x)" in text
    assert "*Mechthild · heard by Wilhelmine · Friday*" in text
    assert "| Closing word | 4 min | not reached |" in text


def test_a_table_has_one_row_for_each_note_and_the_columns_that_are_told() -> None:
    data = written(kept(), Format.CSV, WORDS)
    assert data.startswith(b"\xef\xbb\xbf")
    found = rows(data)
    assert tuple(found[0]) == COLUMNS
    assert [row["kind"] for row in found] == ["insight", "insight", "theme", "gift", "promise", "offer"]
    assert (found[4]["name"], found[4]["to"], found[4]["by_when"]) == ("Mechthild", "Wilhelmine", "Friday")
    assert (found[2]["table"], found[0]["words"], found[0]["name"]) == ("3", "The door sticks.\nSo do we.", "")


@pytest.mark.parametrize("typed", ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "＝1+1", "＠x", " =1", "\u200b=1",
                                   "\n=1", "|cmd"])
def test_a_cell_that_could_begin_a_formula_stands_behind_an_apostrophe(typed: str) -> None:
    assert cell(typed) == "'" + typed


def test_a_cell_that_is_only_words_stays_as_it_was() -> None:
    assert [cell(text) for text in ("", "a = b", "Tür", "'tis", "3 + 4")] == ["", "a = b", "Tür", "'tis", "3 + 4"]


def test_json_is_what_the_published_schema_says() -> None:
    data = written(kept(), Format.JSON, WORDS)
    assert msgspec.json.decode(data, type=Harvest, strict=True) == published(kept(), WORDS)
    told = json.loads(data)
    assert (told["format"], told["version"]) == ("convener-harvest", 1)
    assert told["given"][0]["entries"][0]["to"] == "Wilhelmine"


def test_the_published_schema_is_the_one_that_is_written_down() -> None:
    assert (resources_folder() / "harvest.schema.json").read_bytes() == schema()


@pytest.mark.parametrize("kind", OTHERS)
def test_ownership_is_nameless_in_every_kind_of_file(kind: Format) -> None:
    data = written(kept(), kind, WORDS)
    text = everything(read_word(data)) if kind is Format.WORD else data.decode()
    assert "Ottokar" in text and text.count("Ottokar") == 1   # who was given the gift, not whose ownership it was


@pytest.mark.parametrize("kind", OTHERS)
def test_without_names_no_kind_of_file_holds_one(kind: Format) -> None:
    people = ("Ottokar", "Mechthild", "Tomasz", "Wilhelmine")
    plan = msgspec.structs.replace(staff_meeting(), title="Wilhelmine goes", roster=named(Roster(), "\n".join(people)))
    pages = nameless(harvest(*kept().notes, gathering=plan), WORDS)
    data = written(pages, kind, WORDS)
    text = everything(read_word(data)) if kind is Format.WORD else data.decode()
    assert not [name for name in people if name in text]
    assert "You held the ladder" in text and ("Nobody is named here." in text or kind in (Format.CSV, Format.JSON))


def test_topics_of_an_open_space_go_out_with_their_reports() -> None:
    engine, _, _ = session_of(open_space())
    call(engine, "Bees", "Dina", "B2")
    call(engine, "Quiet hours", "Edda")
    report(engine, "bees", "Two hives, and who will hold the ladder.", present="Otto, Mei", next="Ask the miller")
    pages = harvest_of(engine.session)
    told = published(pages, WORDS)
    assert [(topic.title, topic.place, topic.conveners) for hour in told.agenda for topic in hour.topics] == [
        ("Bees", "B", ("Dina",)), ("Quiet hours", "", ("Edda",))]
    assert (told.reports[0].title, told.without_report) == ("Bees", ("Quiet hours",))
    assert rows(written(pages, Format.CSV, WORDS))[0]["topic"] == "Bees"
    for text in (written(pages, Format.MARKDOWN, WORDS).decode(),
                 everything(read_word(written(pages, Format.WORD, WORDS)))):
        assert text.index("Without a place") < text.index("What was reported") < text.index("Two hives")
        assert "What next: Ask the miller" in text and "Without a report: Quiet hours." in text


@pytest.mark.parametrize("kind", OTHERS)
def test_a_harvest_in_which_nothing_was_written_says_that_this_is_fine(kind: Format) -> None:
    data = written(harvest(), kind, WORDS)
    if kind in (Format.WORD, Format.MARKDOWN):
        assert "And that is a harvest too." in (everything(read_word(data)) if kind is Format.WORD else data.decode())


def test_an_ending_that_is_not_written_here_is_told_with_those_that_are(tmp_path: Path) -> None:
    assert [format_of(Path(f"x.{kind.upper()}")) for kind in Format] == list(Format)
    engine, _, _ = session_of(open_space())
    with pytest.raises(Trouble) as told:
        export_harvest(engine.session, tmp_path / "paper.odt", WORDS)
    assert WORDS(told.value.text) == ("paper.odt ends in no kind of file that is written here. "
                                      "End it in .pdf, .docx, .md, .csv, .json.")
    assert list(tmp_path.iterdir()) == []


class Impatient(Progress):
    """Somebody who presses Stop when the second page is made."""

    def turned(self) -> None:
        """Stop at the second page."""
        if self.pages:
            self.stop()
        super().turned()


def test_a_file_that_is_stopped_leaves_what_stood_there(tmp_path: Path, made_faces: Faces) -> None:
    to = tmp_path / "harvest.pdf"
    to.write_bytes(b"the one of yesterday")
    impatient = Impatient()
    with pytest.raises(Stopped):
        write_harvest(harvest(*(note("heard", f"Note {n}") for n in range(400))), to, WORDS, faces=made_faces,
                      progress=impatient)
    assert (to.read_bytes(), list(tmp_path.iterdir()), impatient.pages) == (b"the one of yesterday", [to], 2)


def test_a_table_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    engine, _, _ = session_of(open_space())
    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        export_harvest(engine.session, tmp_path / "harvest.csv", WORDS, progress=progress)
    assert list(tmp_path.iterdir()) == []


HARVESTS = int(os.environ.get("CONVENER_ODD_HARVESTS", "10"))
"""Random harvests of up to sixteen notes; more where the environment asks for them."""
ODD = st.text(st.one_of(
    st.sampled_from("=+-@\t\r\n*_`[]()<>#|\\~&\"',;\x00\x1b\x7f\u202e\u2066\u200f\ufeff\uffff\u2028＝＠א😀"),
    st.characters(exclude_categories=())), max_size=40)


@settings(max_examples=HARVESTS, deadline=None)
@given(st.lists(ODD, min_size=1, max_size=8), ODD)
def test_whatever_is_typed_is_found_again_in_every_kind_of_file(texts: list[str], name: str) -> None:
    notes = [note("heard", text, Keeps.INSIGHT, name=name) for text in texts]
    notes += [note("begin", text, Keeps.PROMISE, to=name) for text in texts]
    pages = harvest(*notes)
    wanted = [tidy(text) for text in texts * 2]
    found = rows(written(pages, Format.CSV, WORDS))
    assert [row["words"] for row in found] == [cell(text) for text in wanted]
    assert not [text for row in found for text in row.values() if text.lstrip()[:1] in tuple("=+-@＝＋－＠|")]
    told = msgspec.json.decode(written(pages, Format.JSON, WORDS), type=Harvest)
    assert [entry.words for _, entry in told.everything()] == wanted
    held = "".join(everything(read_word(written(pages, Format.WORD, WORDS))).split())
    assert all("".join(text.split()) in held for text in wanted)
    shown = written(pages, Format.MARKDOWN, WORDS).decode().replace("\\", "")
    assert all("".join(line.replace("\\", "").split()) in "".join(shown.split())
               for text in wanted for line in text.split("\n"))


def test_a_family_without_names_says_so() -> None:
    told = published(kept(), WORDS)
    assert [part.nameless for part in told.conversations if part.family == Family.OWNERSHIP] == [True]
