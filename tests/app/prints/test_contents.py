"""The contents of a long harvest: every heading, and the page on which it really stands."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from app.design.gathering import PlannedStep
from app.harvest.note import Note
from app.library.protocol import Family, Keeps
from app.prints.faces import Faces
from app.prints.harvest import HarvestPages, write_harvest
from app.prints.paper import Paper
from app.words import Words
from tests.app.prints.conftest import Pdf, Press
from tests.app.prints.harvests import harvest, note, staff_meeting

pytestmark = pytest.mark.slow

BUSY, GIFT = "What do you leave for others by being busy?", "What did you receive here this week?"
LONG = "so they sat down on the stairs and listened to each other until it was dark " * 60
PROMISE = note("begin", "I will open at ten.", Keeps.PROMISE, to="Ruth")


def kept(many: int, text: str = "they said so on the stairs") -> tuple[Note, ...]:
    """As many insights as gifts."""
    return tuple(note(step, f"{n} {text}", kind) for n in range(many // 2)
                 for step, kind in (("busy", Keeps.INSIGHT), ("gift", Keeps.GIFT)))


def told(pdf: Pdf, headings: tuple[str, ...]) -> dict[str, int]:
    """The page each heading has in the contents, which stand between the cover and the first page of notes."""
    listed = " ".join(pdf.pages[1:4])
    found = {heading: re.search(re.escape(heading) + r" (\d+)\b", listed) for heading in headings}
    return {heading: int(match[1]) for heading, match in found.items() if match}


def true(pdf: Pdf, contents: int, heading: str) -> int:
    """The number at the foot of the first page after the contents on which the heading stands."""
    page = next(page for page in pdf.pages[1 + contents:] if heading in page)
    return int(page.split()[-1])


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("notes", [kept(200), kept(12, LONG)], ids=["many", "few and long"])
def test_every_heading_stands_on_the_page_the_contents_tell(
        paper: Paper, notes: tuple[Note, ...], made_faces: Faces, tmp_path: Path) -> None:
    to = tmp_path / "long.pdf"
    pdf = Pdf(to, write_harvest(harvest(*notes, PROMISE), to, Words(), faces=made_faces, paper=paper))
    headings = (BUSY, GIFT, "Promises", "Planned and lived")
    assert len(pdf.pages) > 7 and pdf.pages[1].startswith("Contents")
    assert told(pdf, headings) == {heading: true(pdf, 1, heading) for heading in headings}
    assert told(pdf, headings)[BUSY] == 3


@pytest.mark.parametrize("notes", [kept(20), kept(84, "yes")], ids=["few", "many and short"])
def test_a_harvest_of_six_pages_has_no_contents(press: Press, notes: tuple[Note, ...]) -> None:
    pdf = press(harvest(*notes, PROMISE))
    assert len(pdf.pages) <= 6
    assert "Contents" not in pdf.words and BUSY in pdf.pages[1]


def many_questions() -> HarvestPages:
    """Thirty questions, each with notes of its own."""
    steps = tuple(PlannedStep(id=f"q{n}", title=f"Round {n}", family=Family.GIFTS, minutes=5,
                              question=f"What came to you in round number {n}?") for n in range(30))
    notes = (note(step.id, f"Something for {step.id}, take {n}.", Keeps.GIFT) for step in steps for n in range(4))
    return harvest(*notes, gathering=msgspec.structs.replace(staff_meeting(), steps=steps))


def test_contents_longer_than_a_page_go_on_and_stay_true(press: Press) -> None:
    pdf = press(many_questions())
    headings = tuple(f"What came to you in round number {n}?" for n in range(30))
    assert pdf.pages[1].startswith("Contents") and headings[29] in pdf.pages[2] and headings[0] in pdf.pages[3]
    assert told(pdf, headings) == {heading: true(pdf, 2, heading) for heading in headings}


def test_the_outline_leads_to_the_contents(press: Press) -> None:
    def entries(pages: HarvestPages) -> list[str]:
        return [str(entry["/Title"]) for entry in press(pages).reader.outline if isinstance(entry, dict)]

    assert entries(harvest(*kept(200)))[:3] == ["Staff meeting", "Contents", BUSY]
    assert "Contents" not in entries(harvest(*kept(20)))


def led_to(pdf: Pdf, sheet: int) -> dict[str, int]:
    """Where a click on each line of contents leads, by the words in the box that is clicked: the number of a page."""
    pieces: list[tuple[float, float, str]] = []
    pdf.reader.pages[sheet].extract_text(
        visitor_text=lambda text, _, matrix, *others: pieces.append((matrix[4], matrix[5], text)))
    numbers = {page.indirect_reference: number for number, page in enumerate(pdf.reader.pages, start=1)}
    found = {}
    for link in (one.get_object() for one in pdf.reader.pages[sheet].get("/Annots", ())):
        left, low, right, high = (float(edge) for edge in link["/Rect"])
        words = "".join(text for x, y, text in pieces if left - 1 <= x <= right and low <= y <= high)
        found[" ".join(words.split())] = numbers[link["/Dest"][0]]
    return found


def test_a_click_on_a_line_of_contents_opens_the_page_it_tells(press: Press) -> None:
    pdf = press(many_questions())
    led = {line: page for sheet in (1, 2) for line, page in led_to(pdf, sheet).items()}
    assert len(led) == 31   # thirty questions, and planned and lived
    assert {line: page for line, page in led.items() if not line.endswith(f" {page}")} == {}
    assert [pdf.reader.pages[number].get("/Annots") for number in (0, 3, 4)] == [None, None, None]
