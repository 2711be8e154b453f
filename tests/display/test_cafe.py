"""A World Café of 46 through the real windows: planned from the library, its cards printed, three tables, one comes
late and one goes home, the room speaks, essences are typed up table by table, and the PDF holds them all.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.display.desk import Desk
from tests.display.paper import missing_from
from tests.display.staff_meeting import Caught, catch, go_on, host, judge_wall

pytestmark = [pytest.mark.display, pytest.mark.slow]

FIRST, LAST = "What here matters more to you than you let on?", "What keeps coming back that you did not bring?"
HEARD = (Caught("Insight", 1, "We came for answers and stayed for each other."),
         Caught("Theme", 2, "Doors, and who holds them."),
         Caught("Question", 3, "Who opens in the morning?"))
ESSENCES = {1: "We listen best on the way to something else.", 3: "The new ones ask what we gave up asking."}


def test_a_cafe_of_forty_six_from_preparation_to_the_pdf(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    a_cafe_is_planned(desk)
    cards_are_printed(desk, tmp_path / "hosts.pdf")
    host(desk)
    judge_wall(desk, "Ask once more before you answer.", "Draw on the cloth. Enjoy it.")
    a_round(desk, "First table", "gather", "Find a table", FIRST)
    go_on(desk, "Go to Second table", "move")
    somebody_comes_late(desk)
    a_round(desk, "", "move", "Hosts stay. Everyone else: a different table each. Take an empty chair.", "")
    go_on(desk, "Go to Third table", "move")
    somebody_goes_home(desk)
    a_round(desk, "", "move", "Round 3 of 3", LAST)
    the_room_speaks(desk)
    essences_are_typed_up(desk)
    paper = exported(desk, tmp_path / "harvest.pdf")
    assert missing_from(paper, [note.text for note in HEARD] + list(ESSENCES.values())) == []
    told = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    assert told.index(LAST) < told.index("Table 1") < told.index("Table 3") < told.index(HEARD[0].text)
    assert "Table 2" not in told, "a table without an essence is not mentioned"
    assert desk.close() == (0, "")


def a_cafe_is_planned(desk: Desk) -> None:
    """A new gathering of 46 people and two hours, with the café from the list; it says what to lay out."""
    desk.press("New gathering")
    desk.press("An empty page")
    desk.press("Title")
    desk.write("An evening at tables")
    desk.press("12 people")
    for fact, number in (("People", 46), ("Minutes in all", 120)):
        desk.press(fact, kind="_Number")
        desk.write(str(number))
        desk.key("Return")
    desk.press("Done")
    desk.find("46 people")
    desk.press("Find a step")
    desk.write("World Caf")
    desk.press("World Café", kind="_Row")
    desk.find("Lay out 12 tables of four with 48 chairs", kind="Paragraph", part=True)


def cards_are_printed(desk: Desk, to: Path) -> None:
    """One for each of twelve hosts and a spare one, two to a sheet."""
    desk.key("ctrl+p")
    desk.press("Cards for table hosts")
    saved(desk, to)
    desk.find(f"Kept as {to.name}.", kind="Paragraph")
    assert len(PdfReader(to).pages) == 7


def a_round(desk: Desk, goes_to: str, scene: str, gathers: str, question: str) -> None:
    """One table from finding it to the bell; the second display is judged, the question where it is new."""
    if goes_to:
        go_on(desk, f"Go to {goes_to}", scene)
    judge_wall(desk, gathers)
    go_on(desk, "Show the question", "question")
    if question:
        judge_wall(desk, question)
    go_on(desk, "Start the round", "question")
    desk.until(lambda: desk.wall().left is not None, "there is no ring")
    go_on(desk, "Call them back", "call back")


def somebody_comes_late(desk: Desk) -> None:
    desk.key("ctrl+Up")
    desk.find("One three, eleven fours.", kind="GroupDots")


def somebody_goes_home(desk: Desk) -> None:
    desk.key("ctrl+Down")
    desk.find("Two threes, ten fours.", kind="GroupDots")


def the_room_speaks(desk: Desk) -> None:
    """Across the tables, then the closing, then it is over."""
    go_on(desk, "Go to Off the cloths", "question")
    for count, note in enumerate(HEARD, 1):
        catch(desk, note, count)
    go_on(desk, "Start the round", "question")
    go_on(desk, "Go to The café closes", "closing")
    desk.move_clock(minutes=1)
    desk.press("Finish")
    desk.press("End it")


def essences_are_typed_up(desk: Desk) -> None:
    """Table 1 has one, table 2 has none, table 3 has one."""
    desk.press("Open the harvest")
    desk.press("Step the card belongs to", kind="Choice")
    desk.key("Up", "Return")
    desk.press("Words on the card", kind="NoteField")
    for table in (1, 2, 3):
        stands_at(desk, table)
        if table in ESSENCES:
            desk.write(ESSENCES[table])
        desk.key("Return")
    stands_at(desk, 4)


def stands_at(desk: Desk, table: int) -> None:
    """The card asks for the essence of this table."""
    desk.until(lambda: desk.find("Table", kind="_Number").text == str(table), f"it does not stand at table {table}")


def exported(desk: Desk, to: Path) -> Path:
    desk.press("Export")
    saved(desk, to)
    desk.find(f"Kept as {to.name}.", kind="Banner")
    return to


def saved(desk: Desk, to: Path) -> None:
    """The real file dialog, a name typed in."""
    desk.until(lambda: any(thing.window == "QFileDialog" and thing.focus for thing in desk.look().things),
               "the file dialog did not open")
    desk.write(str(to))
    desk.key("Return")
    desk.until(to.exists, "no PDF was written")
