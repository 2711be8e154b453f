"""An Open Space for sixty, from an empty folder to the PDF: eighteen sheets are copied; the machine dies half-way."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.app.live.open_space import EIGHTEEN
from tests.display.desk import Desk
from tests.display.paper import missing_from
from tests.display.staff_meeting import Caught, go_on, host, judge_wall
from tests.display.test_staff_meeting import export_here

pytestmark = [pytest.mark.display, pytest.mark.slow]

BEES = Caught("Report", 1, "Two hives behind the sluice, and Otto holds the ladder.")
QUAY = Caught("Report", 1, "The harbour office has a lamp already; nobody had asked.")


def test_an_open_space_for_sixty_from_an_empty_folder_to_the_pdf(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    prepare(desk)
    host(desk)
    to_the_wall_of_topics(desk)
    copy(desk, EIGHTEEN[:9])
    the_machine_dies_half_way(desk)
    copy(desk, EIGHTEEN[9:])
    judge_wall(desk, "Where do you want to be?", *(title for title, _, _ in EIGHTEEN))
    one_comes_late_and_one_goes_home(desk)
    the_talks(desk)
    to_the_end(desk)
    pdf = export_here(desk, tmp_path / "open space.pdf")
    told = [BEES.text, QUAY.text, "Without a report:", "A key for every child", "What we talked about",
            *(title for title, _, _ in EIGHTEEN if title != "Walking to school")]
    assert missing_from(pdf, told) == [] and missing_from(pdf, ["Walking to school"]) == ["Walking to school"]
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(pdf).pages).split())
    silent = text.split("Without a report:")[1]
    assert "Light on" not in silent and "Bees behind" not in silent and "Signs in both languages" in silent
    assert desk.complaints() == ""


def prepare(desk: Desk) -> None:
    """Sixty people, half a day, the steps of an Open Space; the designer says what they need."""
    desk.press("New gathering")
    desk.press("An empty page")
    desk.press("Title")
    desk.write("The quay, twenty years on")
    desk.press("12 people")
    for fact, number in (("People", 60), ("Minutes in all", 210)):
        desk.press(fact, kind="_Number")
        desk.write(str(number))
        desk.key("Return")
    desk.press("Done")
    if not desk.look().called("Find a step"):
        desk.press("Add a step", kind="AddButton")
    desk.press("Find a step")
    desk.write("Open Space")
    desk.press("Open Space", kind="_Row")
    desk.until(lambda: any(thing.kind == "StepRow" and "Last circle" in thing.name for thing in desk.look().things),
               "the Open Space was not added")


def to_the_wall_of_topics(desk: Desk) -> None:
    """The theme, the principles, the empty wall; then the panel opens at one key."""
    judge_wall(desk, "The quay, twenty years on")
    go_on(desk, "Go to How it goes", "lines")
    judge_wall(desk, "Whoever sits down with you is enough.", "Early or late, it may end.", "One law:")
    go_on(desk, "Go to The wall fills", "question")
    go_on(desk, "Open the wall", "question")
    open_the_panel(desk)


def open_the_panel(desk: Desk) -> None:
    """A, and the field of the topic has the keyboard."""
    desk.key("a")
    desk.until(lambda: (field := desk.look().focus()) is not None and field.name == "Topic", "the panel did not open")


def copy(desk: Desk, sheets: tuple[tuple[str, str, str], ...]) -> None:
    """Title, Enter, name, Enter, place, Enter: nothing is waited for until the last is on the wall."""
    for title, by, place in sheets:
        for words in (title, by, place):
            desk.type(words)
            desk.key("Return")
    desk.until(lambda: all(sheet in drawn(desk) for sheet, _, _ in sheets), "the sheets are not on the wall")


def the_machine_dies_half_way(desk: Desk) -> None:
    """What was copied stands on the wall again, every letter and name; only the line that was half typed is gone."""
    before = desk.wall().audience["walls"]
    desk.type("Half a li")
    desk.until(lambda: (field := desk.look().focus()) is not None and field.text == "Half a li", "it was not typed")
    desk.kill()
    desk.start()
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "topics", "the wall of topics is not back")
    assert desk.wall().audience["walls"] == before and len(topics(desk)) == 9
    judge_wall(desk, "Where do you want to be?", *(title for title, _, _ in EIGHTEEN[:9]))
    open_the_panel(desk)


def one_comes_late_and_one_goes_home(desk: Desk) -> None:
    """Zora's topic waits until Karl, who goes home, has taken his away; then it hangs in his place."""
    desk.type("A key for every child")
    desk.key("Return")
    desk.type("Zora")
    desk.key("Return", "Return")
    desk.find("18 topics on the wall · 1 waits", kind="Paragraph")
    desk.press("A1: Light on the quay steps, Amina", kind="TopicCell")
    desk.key(*["Down"] * 7)
    desk.until(lambda: (cell := desk.look().focus()) is not None and cell.name == "H1: Walking to school, Karl",
               "the keys do not walk to H1")
    desk.key("Delete")
    desk.find("17 topics on the wall · 1 waits", kind="Paragraph")
    desk.press("A key for every child, Zora: waits for a place", kind="TopicCell")
    desk.key("Return", "Return", "Return")
    desk.type("h1")
    desk.key("Return")
    desk.find("18 topics on the wall", kind="Paragraph")
    judge_wall(desk, "A key for every child", "An apology we still owe")
    assert "Walking to school" not in drawn(desk)


def the_talks(desk: Desk) -> None:
    """What runs now stands on the wall with the ring; a report is typed when its page comes in."""
    go_on(desk, "Go to First talks", "topics")
    assert len(desk.wall().audience["walls"]) == 1 and desk.wall().left is None
    go_on(desk, "Start the talks", "topics")
    desk.until(lambda: desk.wall().left is not None, "there is no ring")
    judge_wall(desk, "Light on the quay steps", "A key for every child", "The letter hangs where they meet.")
    assert len(topics(desk)) == 9
    desk.key("h")
    desk.press("A note", kind="NoteField")
    desk.write(QUAY.text)
    choose(desk, "Topic", "Light")
    desk.press("A note", kind="NoteField")
    desk.key("Return")
    desk.until(lambda: desk.look().called("1 note kept."), "the report was not kept")
    desk.move_clock(minutes=57)
    go_on(desk, "Call them back", "call back")
    go_on(desk, "Go to Second talks", "topics")
    judge_wall(desk, "Bees behind the sluice", "Marek")
    go_on(desk, "Start the talks", "topics")
    go_on(desk, "Call them back", "call back")


def to_the_end(desk: Desk) -> None:
    """News, the last circle, the end; a page that came in late is typed up under its topic."""
    go_on(desk, "Go to News", "question")
    go_on(desk, "Start the round", "question")
    go_on(desk, "Go to Last circle", "question")
    go_on(desk, "Start the round", "question")
    desk.move_clock(minutes=1)
    desk.press("Finish")
    desk.press("End it")
    desk.press("Open the harvest")
    choose(desk, "Step the card belongs to", "Second")
    choose(desk, "Topic", "Bees")
    desk.press("Words on the card", kind="NoteField")
    desk.write(BEES.text)
    desk.key("Return")
    desk.until(lambda: any(thing.kind == "NoteRow" or BEES.text in thing.name for thing in desk.look().things),
               "the report was not kept")


def choose(desk: Desk, name: str, beginning: str) -> None:
    """Open a drop-down, type how what is wanted begins, Enter."""
    desk.press(name, kind="Choice")
    desk.until(lambda: len(desk.look().windows) > 2, f"{name} did not open")
    desk.type(beginning)
    desk.key("Return")
    desk.until(lambda: len(desk.look().windows) == 2, f"{name} did not close")


def topics(desk: Desk) -> list[str]:
    """The titles that the wall holds now."""
    return [talk["title"] for wall in desk.wall().audience["walls"] for column in wall for hour in column
            for talk in hour["talks"]]


def drawn(desk: Desk) -> str:
    """Every word on the wall."""
    return " ".join(word.text for word in desk.letters())
