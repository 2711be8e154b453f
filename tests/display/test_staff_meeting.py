"""A real gathering, from an empty folder to the PDF: the program on two displays, a pointer, a keyboard, a cable."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.paths import project_root
from app.store.store import Store
from tests.display.desk import LAPTOP_AT, WALL_AT, Desk
from tests.display.paper import missing_from
from tests.display.picture import unlike
from tests.display.staff_meeting import (
    QUESTION,
    TITLE,
    Caught,
    build,
    catch,
    digits,
    go_on,
    host,
    judge_wall,
)
from tests.display.test_desk import in_front, within
from tests.displays import LAPTOP
from tests.patience import PATIENCE

pytestmark = [pytest.mark.display, pytest.mark.slow]

LONG = " ".join(f"word{number:03d}" if number % 7 else "and" for number in range(1, 401))
NOTES = (
    Caught("Promise", 3, "We end at the minute we promised, whoever is speaking."),
    Caught("Insight", 1, "Müller heard the pump für drei Wochen, and nobody asked."),
    Caught("Theme", 2, LONG),
    Caught("Question", 3, "Who may say no to a delivery?"),
    Caught("Gift", 1, "You held the door with your foot while you counted."),
    Caught("Possibility", 1, "A morning on which nobody is surprised by the rota."),
)
PROMISE, INSIGHT, THEME, ASKED, GIFT, POSSIBILITY = NOTES


def test_a_staff_meeting_from_an_empty_folder_to_the_pdf(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    desk.find("one, and it is a sample")
    build(desk)
    keep_possibilities_at_the_end(desk)
    host(desk)
    judge_wall(desk, TITLE)
    catch(desk, PROMISE, 1)
    to_the_round(desk)
    the_projector_is_pulled_out_and_put_back(desk)
    the_process_is_killed_and_goes_on(desk)
    to_the_end(desk)
    shown = export_by_hand(desk, tmp_path / "by hand.pdf")
    assert missing_from(shown, [note.text for note in NOTES]) == []
    assert desk.close() == (0, "")
    printed = export_by_command(desk, tmp_path / "by command.pdf")
    assert missing_from(printed, [note.text for note in NOTES]) == []


def keep_possibilities_at_the_end(desk: Desk) -> None:
    """The closing is to keep possibilities: said in the inspector."""
    desk.scroll_to("one more", within="The chosen step", kind="Chip")
    desk.press("one more", kind="Chip")
    desk.press("Possibility", kind="Chip", part=True)
    desk.find("Possibility, kept. Press to leave it out")


def to_the_round(desk: Desk) -> None:
    """Through the beats of the threes; each picture is judged on the second display."""
    go_on(desk, "Go to I saw it coming", "gather")
    judge_wall(desk, "Find two people")
    go_on(desk, "Show the question", "question")
    judge_wall(desk, QUESTION)
    go_on(desk, "Start the round", "question")
    desk.until(lambda: desk.wall().left is not None, "there is no ring")
    assert desk.wall().heading == QUESTION
    before, after = ends_at(desk)
    desk.move_clock(minutes=5)
    moved = before - 300, after - 300
    desk.until(lambda: is_one(ends_at(desk), moved), "the clock did not move")
    desk.until(lambda: is_one(clock_ends_at(desk), moved), "the console's clock did not move")
    judge_wall(desk, QUESTION)


def the_projector_is_pulled_out_and_put_back(desk: Desk) -> None:
    """The wall hides at once, the console stays as it is, and the wall comes back by itself, its time right."""
    ends = ends_at(desk)
    before = desk.shot(LAPTOP)
    desk.unplug()
    desk.until(lambda: not desk.wall().shown, "the wall is still there without its display")
    desk.until(lambda: not desk.shown_by_the_server("Convener: the wall"), "the server still shows it")
    desk.until(lambda: unlike(before, desk.shot(LAPTOP)) < 0.1, "something covers the console")
    desk.until(lambda: in_front(desk, "console") and within(desk, "console", LAPTOP_AT), "the console is not whole")
    desk.find("Call them back", kind="LiveInkButton")
    desk.plug()
    desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "the wall did not come back")
    desk.until(lambda: is_one(ends_at(desk), ends), "the ring lost its time")
    judge_wall(desk, QUESTION)


def the_process_is_killed_and_goes_on(desk: Desk) -> None:
    """The same beat, the right time left, the wall on its display, and the note."""
    ends = ends_at(desk)
    desk.kill()
    desk.start()
    desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "the wall is not back")
    assert (desk.wall().scene, desk.wall().heading) == ("question", QUESTION)
    desk.find("Call them back", kind="LiveInkButton")
    desk.until(lambda: is_one(ends_at(desk), ends), "the ring lost its time")
    desk.until(lambda: is_one(clock_ends_at(desk), ends), "the console's clock says something else")
    desk.find("1 note kept.")
    judge_wall(desk, QUESTION)


def ends_at(desk: Desk) -> tuple[float, float]:
    """Between which two moments the wall's ring is whole, in seconds of the machine's clock: looking takes a while."""
    before = time.monotonic()
    left = (desk.wall().left or 0) / 1000
    return before + left, time.monotonic() + left


def clock_ends_at(desk: Desk) -> tuple[float, float]:
    """The same by the digits of the console's clock."""
    before = time.monotonic()
    minutes, seconds = digits(desk.look()).split(":")
    left = int(minutes) * 60 + int(seconds)
    return before + left, time.monotonic() + left


def is_one(seen: tuple[float, float], before: tuple[float, float]) -> bool:
    """Whether both can be the same moment; a clock shows whole seconds."""
    return seen[0] <= before[1] + 1 and before[0] <= seen[1] + 1


def to_the_end(desk: Desk) -> None:
    """What the room says to the room is caught; then it is over."""
    go_on(desk, "Call them back", "call back")
    judge_wall(desk, "Come back,", "Thank each other.")
    go_on(desk, "Go to A few voices", "question")
    for count, note in enumerate((INSIGHT, THEME, ASKED), 2):
        catch(desk, note, count)
    go_on(desk, "Start the round", "question")
    go_on(desk, "Go to Without knowing", "gather")
    go_on(desk, "Show the question", "question")
    catch(desk, GIFT, 5)
    go_on(desk, "Start the round", "question")
    go_on(desk, "Call them back", "call back")
    go_on(desk, "Go to Closing", "closing")
    judge_wall(desk, "Go gently.")
    catch(desk, POSSIBILITY, 6)
    desk.move_clock(minutes=1)
    desk.press("Finish")
    desk.press("End it")
    desk.find("Open the harvest")
    judge_wall(desk, "Thank you")


def export_by_hand(desk: Desk, to: Path) -> Path:
    """From the session's end over the harvest page to the paper."""
    desk.press("Open the harvest")
    return export_here(desk, to)


def export_here(desk: Desk, to: Path) -> Path:
    """The harvest page's button, the real file dialog, a name typed in."""
    desk.press("Export")
    desk.until(lambda: any(thing.window == "QFileDialog" and thing.focus for thing in desk.look().things),
               "the file dialog did not open")
    desk.write(str(to))
    desk.key("Return")
    desk.until(to.exists, "no PDF was written")
    desk.find(f"Kept as {to.name}.", kind="Banner")
    return to


def export_by_command(desk: Desk, to: Path) -> Path:
    """The same without a window. The sample has the same title, so the gathering is named by its number."""
    store = Store.open(desk.data)
    ours = next(gathering.id for gathering in store.gatherings() if not gathering.sample)
    store.close()
    command = [sys.executable, "-m", "app", "export", ours, "--to", str(to), "--data", str(desk.data)]
    run = subprocess.run(command, cwd=project_root(), env=desk.environment(), capture_output=True, text=True,
                         timeout=PATIENCE, check=False)
    assert run.returncode == 0, run.stderr
    assert str(to) in run.stdout
    return to
