"""What a desk does to a program: it is opened twice, closed, unplugged, left with one display, and killed."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.live.session import fold
from app.paths import project_root
from app.store.crash import crash_files
from app.store.store import Store
from tests.display.desk import LAPTOP_AT, WALL_AT, Desk
from tests.display.seen import Place
from tests.display.staff_meeting import go_on, host_the_sample
from tests.patience import PATIENCE

pytestmark = [pytest.mark.display, pytest.mark.slow]

PULLS = int(os.environ.get("CONVENER_PULLS", "50"))
"""How often the projector's cable is pulled; 500 is what is promised, and takes two and a half minutes."""


def command(desk: Desk, *arguments: str) -> tuple[int, str]:
    """Run `python -m app` on this desk: its exit code and what it says where errors are said."""
    run = subprocess.run([sys.executable, "-m", "app", *arguments], cwd=project_root(), env=desk.environment(),
                         capture_output=True, text=True, timeout=PATIENCE, check=False)
    return run.returncode, run.stderr.strip()


def test_the_console_opens_whole_on_a_small_laptop(desk: Desk) -> None:
    desk.start()
    desk.until(lambda: within(desk, "console", LAPTOP_AT), "a part of the console is off the screen")


def test_closing_the_window_ends_the_program_quietly(desk: Desk) -> None:
    desk.start()
    for page in ("Library", "Host", "Harvest", "Gatherings"):
        desk.press(page, kind="_Stop")
    assert desk.close() == (0, "")


def test_closing_the_window_while_hosting_ends_the_program_and_takes_the_wall_away(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.until(lambda: desk.wall().shown, "the wall did not open")
    desk.press("Say and watch for", kind="Scroll")
    assert desk.close() == (0, "")


def test_a_second_start_brings_the_minimised_console_to_the_front_and_leaves(desk: Desk) -> None:
    desk.start()
    window = desk.displays.tool("xdotool", "search", "--onlyvisible", "--name", "^Convener$").split()[-1]
    desk.displays.tool("xdotool", "windowminimize", window)
    desk.until(lambda: not in_front(desk, "console"), "the console was not put away")
    assert command(desk, "--data", str(desk.data))[0] == 0   # it may say that it set itself up
    desk.until(lambda: in_front(desk, "console"), "the console did not come forward")
    desk.until(lambda: desk.shown_by_the_server("Convener"), "the server does not show it")
    assert desk.complaints() == ""


def test_a_second_start_brings_the_console_before_a_wall_that_has_the_whole_screen(desk: Desk) -> None:
    desk.unplug()
    desk.start()
    host_the_sample(desk)
    desk.key("F11")
    desk.until(lambda: in_front(desk, "wall") and desk.wall().at == LAPTOP_AT, "the wall did not take the screen")
    assert command(desk, "--data", str(desk.data))[0] == 0   # it may say that it set itself up
    desk.until(lambda: in_front(desk, "console"), "the console did not come forward")
    desk.find("Say and watch for", kind="Scroll")
    assert desk.wall().shown, "the wall was taken from the room"
    desk.key("F11", "F11")
    desk.until(lambda: in_front(desk, "wall") and desk.wall().at == LAPTOP_AT, "the wall did not come back")
    assert desk.complaints() == ""


def test_after_a_hard_crash_the_next_start_goes_on_and_says_where_it_was_written_down(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.key("Next")
    desk.until(lambda: desk.wall().heading == "Notices and the rota", "the clicker did nothing")
    assert desk.kill(signal.SIGSEGV) == -signal.SIGSEGV
    desk.start()
    desk.find("Convener ended unexpectedly last time.", kind="Banner", part=True)
    assert desk.wall().heading == "Notices and the rota"
    (crash,) = crash_files(desk.data)
    said = crash.read_text(encoding="utf-8")
    assert "Segmentation fault" in said and "fact moved" in said and "Notices" not in said


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("not a folder", encoding="utf-8")
    code, said = command(desk, "--data", str(tmp_path / "a file" / "data"))
    assert code == 1
    assert len(said.splitlines()) == 1
    assert "a file" in said


def test_the_cable_may_be_pulled_again_and_again(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    for time_ in range(PULLS):
        desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, f"the wall is not back, time {time_}")
        desk.unplug()
        desk.until(lambda: not desk.wall().shown, f"the wall is still there, time {time_}")
        desk.until(lambda: not desk.shown_by_the_server("Convener: the wall"), "the server still shows it")
        desk.until(lambda: in_front(desk, "console") and within(desk, "console", LAPTOP_AT), "the console is not whole")
        desk.plug()
    desk.until(lambda: desk.wall().shown and desk.wall().at == WALL_AT, "the wall is not back")
    desk.find("Say and watch for", kind="Scroll")
    assert desk.complaints() == ""


def test_one_key_gives_the_whole_screen_to_the_wall_and_brings_the_console_back(desk: Desk) -> None:
    desk.unplug()
    desk.start()
    host_the_sample(desk)
    assert not desk.wall().shown
    for _ in range(5):
        desk.key("F11")
        desk.until(lambda: desk.wall().shown and desk.wall().at == LAPTOP_AT, "the wall did not take the screen")
        desk.until(lambda: in_front(desk, "wall"), "the wall has not the keyboard")
        desk.key("F11")
        desk.until(lambda: in_front(desk, "console") and not desk.wall().shown, "the console did not come back")
        desk.until(lambda: not desk.shown_by_the_server("Convener: the wall"), "the server still shows it")
    assert desk.complaints() == ""


def test_a_clicker_walks_the_session_while_the_wall_has_the_whole_screen(desk: Desk) -> None:
    desk.unplug()
    desk.start()
    host_the_sample(desk)
    desk.key("F11")
    desk.until(lambda: in_front(desk, "wall"), "the wall has not the keyboard")
    assert desk.wall().scene == "welcome"
    click(desk, "period", lambda: desk.wall().scene == "blank")
    click(desk, "period", lambda: desk.wall().scene == "welcome")
    click(desk, "Next", lambda: desk.wall().heading == "Notices and the rota")
    click(desk, "Prior", lambda: desk.wall().scene == "welcome")
    click(desk, "Next", lambda: desk.wall().heading == "Notices and the rota")
    click(desk, "Next", lambda: desk.wall().scene == "gather")
    click(desk, "Next", lambda: desk.wall().scene == "question")
    click(desk, "Next", lambda: runs(desk))
    click(desk, "F5", lambda: not runs(desk))
    click(desk, "Escape", lambda: runs(desk))
    click(desk, "Escape", lambda: not runs(desk))
    click(desk, "F5", lambda: runs(desk))
    assert desk.wall().shown
    assert desk.wall().at == LAPTOP_AT
    assert desk.complaints() == ""


def test_a_clicker_that_bounces_goes_on_only_once(desk: Desk) -> None:
    desk.start()
    host_the_sample(desk)
    desk.stop_clock()    # a machine that stops for a moment between the two makes no second wish of a bounce
    desk.key("Next", "Next")
    desk.until(lambda: desk.wall().heading == "Notices and the rota", "the clicker did nothing")
    go_on(desk, "Go to I saw it coming", "gather")


def test_ten_kills_while_notes_are_typed_lose_no_note_that_was_acknowledged(desk: Desk) -> None:
    chance = random.Random(20)
    acknowledged: set[str] = set()
    desk.start()
    host_the_sample(desk)
    for run in range(10):
        notes = [f"run {run} note {number} of a gift" for number in range(6)]
        acknowledged |= typed_until_killed(desk, notes, chance.randint(1, 2))
        desk.start()
        desk.find("Say and watch for", kind="Scroll")
    desk.key("h")
    desk.type("never entered")
    desk.kill()
    kept = notes_in(desk.data)
    assert acknowledged - kept == set(), "acknowledged and lost"
    assert "never entered" not in kept, "what was never entered would have been found too: this proves nothing"
    assert desk.complaints() == ""


def typed_until_killed(desk: Desk, notes: list[str], count: int) -> set[str]:
    """Type notes at a stretch and kill the program as soon as `count` are listed. Those that the console listed."""
    listed: set[str] = set()
    words = ["key", "h"]
    words += [word for note in notes for word in ("type", "--delay", "8", "--args", "1", note, "key", "Return")]

    def enough() -> bool:
        listed.update(thing.name for thing in desk.look().things if thing.kind == "_NoteRow" and thing.name in notes)
        return len(listed) >= count

    with subprocess.Popen(["xdotool", *words], env=desk.environment()):
        desk.until(enough, f"{count} notes were not listed")
        desk.kill()
    return listed   # leaving waits for the typist: stopped in a stroke, it would leave a key down for the next start


def notes_in(data: Path) -> set[str]:
    """What the closed database keeps of the session that runs."""
    store = Store.open(data)
    try:
        row = store.live_session()
        session = fold(store.log(row.id)) if row is not None else None
    finally:
        store.close()
    return {note.text for note in session.notes} if session is not None else set()


def click(desk: Desk, key: str, what: Callable[[], bool]) -> None:
    """Press a key of the clicker and see what it does."""
    desk.move_clock(minutes=1 / 60)
    desk.key(key)
    desk.until(what, f"{key} did not do it")


def runs(desk: Desk) -> bool:
    """Whether the wall's ring runs."""
    ring = desk.wall().audience["ring"]
    return ring is not None and ring["deadline"] is not None


def within(desk: Desk, name: str, screen: Place) -> bool:
    """Whether the whole of a window lies on this screen."""
    window = desk.look().window(name)
    return window is not None and window.at.lies_in(screen)


def in_front(desk: Desk, name: str) -> bool:
    """Whether this window has the keyboard."""
    window = desk.look().window(name)
    return window is not None and window.active
