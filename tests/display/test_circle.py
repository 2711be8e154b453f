"""Thirteen people in one circle, from an empty folder to the PDF: a stone goes round, one comes late, one goes home."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.display.desk import Desk
from tests.display.paper import missing_from
from tests.display.staff_meeting import Caught, catch, go_on, host, judge_wall
from tests.display.test_staff_meeting import export_by_hand

pytestmark = [pytest.mark.display, pytest.mark.slow]

NAMES = ("Ruth", "Otto", "Leila", "Bram", "Noor", "Amina", "Tomas", "Joan", "Piet", "Mei", "Karl", "Dina", "Ade")
AGREED = Caught("Agreement", 1, "One of us speaks, and the others do not prepare an answer.")
HEARD = Caught("Insight", 1, "We have been polite to each other for two years.")
PROMISE = Caught("Promise", 1, "I ring the four who left, and I listen.")


def test_a_circle_of_thirteen_from_an_empty_folder_to_the_pdf(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    prepare(desk)
    host(desk)
    context_and_agreements(desk)
    the_stone_goes_round(desk)
    one_comes_and_one_goes(desk)
    a_kill_leaves_the_stone_in_its_hand(desk)
    to_the_end(desk)
    pdf = export_by_hand(desk, tmp_path / "circle.pdf")
    assert missing_from(pdf, [AGREED.text, HEARD.text, PROMISE.text, "14 voices, one circle."]) == []
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert not [name for name in (*NAMES, "Zora") if name in text.split()], "nobody said yes to be named"
    assert desk.complaints() == ""


def prepare(desk: Desk) -> None:
    """A plan of the circle's six aspects, and thirteen names."""
    desk.press("New gathering")
    desk.press("An empty page")
    desk.press("Title")
    desk.write("Before we merge")
    if not desk.look().called("Find a step"):
        desk.press("Add a step", kind="AddButton")
    desk.press("Find a step")
    desk.write("Art of Convening")
    desk.press("Art of Convening", kind="_Row")
    desk.until(lambda: any(thing.kind == "StepRow" and "All the voices" in thing.name for thing in desk.look().things),
               "the circle was not added")
    desk.key("ctrl+g")
    desk.until(lambda: (field := desk.look().focus()) is not None and field.name == "Names, one on each line",
               "the list did not open")
    for name in NAMES:
        desk.type(name)
        desk.key("Return")
    desk.press("Done")
    desk.find("13 people, on a list")


def context_and_agreements(desk: Desk) -> None:
    """Why this circle, and what is asked of each other."""
    go_on(desk, "Go to How we will be", "question")
    catch(desk, AGREED, 1)
    go_on(desk, "Start the round", "question")
    go_on(desk, "Go to All the voices", "question")
    judge_wall(desk, "What must we know of you")
    go_on(desk, "Start the round", "question")


def the_stone_goes_round(desk: Desk) -> None:
    """The first press draws the circle; each further one passes the stone; a clicker's key takes it back."""
    desk.key("d")
    desk.until(lambda: desk.wall().scene == "circle", "the circle was not drawn")
    judge_wall(desk, "holds the stone", "Then Otto.", *NAMES)
    for name in NAMES[1:6]:
        passed(desk, name)
    desk.key("Prior")
    held_by(desk, "Noor")
    passed(desk, "Amina")
    judge_wall(desk, "Every voice, once round", "Then Tomas.")


def one_comes_and_one_goes(desk: Desk) -> None:
    """Zora sits down at the end of the circle, Karl's chair is taken away."""
    desk.key("ctrl+Up")
    desk.find("Somebody came late", kind="_Finder")
    desk.write("Zora")
    desk.key("Return")
    desk.until(lambda: "Zora" in drawn(desk), "Zora has no chair")
    desk.key("ctrl+Down")
    desk.find("Somebody goes home", kind="_Finder")
    desk.write("Karl")
    desk.key("Return")
    desk.until(lambda: "Karl" not in drawn(desk), "Karl still has a chair")
    held_by(desk, "Amina")


def a_kill_leaves_the_stone_in_its_hand(desk: Desk) -> None:
    """The same circle, the same hand; then it goes on."""
    before = drawn(desk)
    desk.kill()
    desk.start()
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "circle", "the circle is not back")
    desk.until(lambda: drawn(desk) == before, "the circle is another one")
    passed(desk, "Tomas")


def to_the_end(desk: Desk) -> None:
    """The conversation, what takes shape, what is promised."""
    go_on(desk, "Go to The heart of it", "question")
    catch(desk, HEARD, 2)
    for words in ("Start the round", "Go to What takes shape", "Start the round", "Go to Into good hands"):
        go_on(desk, words, "question")
    catch(desk, PROMISE, 3)
    go_on(desk, "Start the round", "question")
    go_on(desk, "Go to The open circle", "closing")
    desk.move_clock(minutes=1)
    desk.press("Finish")
    desk.press("End it")
    desk.find("Open the harvest")


def passed(desk: Desk, name: str) -> None:
    """Let the stone go on, and see whose it is."""
    desk.key("d")
    held_by(desk, name)


def held_by(desk: Desk, name: str) -> None:
    """The name stands beside its chair and, large, in the middle."""
    desk.until(lambda: drawn(desk).count(name) == 2, f"{name} does not hold the stone")


def drawn(desk: Desk) -> list[str]:
    """The words on the wall."""
    return [word.text for word in desk.letters()]
