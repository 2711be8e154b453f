"""A gathering of ninety minutes in which whatever can happen happens: it is late, cables go, the program is killed.

After each of them both displays are looked at. The clock is moved; what is asked of the host is one key at a time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.design.gathering import Gathering
from app.store.store import Store
from tests.display.both import Both
from tests.display.desk import Desk
from tests.display.seen import Place
from tests.display.staff_meeting import digits
from tests.displays import LAPTOP, PROJECTOR, TwoDisplays
from tests.plans import gathering
from tests.xorg import Outputs, why_not

pytestmark = [pytest.mark.display, pytest.mark.slow]

ON_THE_LAPTOP, ON_THE_WALL = Place(0, 0, 1368, 768), Place(1368, 0, 1920, 1080)
LARGE, SMALL, SAME = "1920/508x1080/286+1368+0", "1280/338x720/190+1368+0", "1368/361x768/203+0+0"
NOTE = "Nobody had asked the porter."
MESSAGE = "The soup is on the other side of the yard."
STEPS = ("welcome", "invitation", "sampling", "ownership", "break", "commitment", "gifts", "closing")


def test_ninety_minutes_in_which_everything_happens(tmp_path: Path) -> None:
    plan = gathering(*STEPS)
    with Desk(tmp_path, Outputs() if not why_not() else TwoDisplays(
            {LAPTOP: SAME, PROJECTOR: LARGE})) as desk:
        keep(desk, plan)
        desk.start()
        desk.press("Host it")
        both = Both(desk, ON_THE_WALL, ON_THE_LAPTOP, private=[NOTE, *said_by_the_host(plan)])
        both.are_well("welcome", "So that we look")
        the_first_cable(both)
        nine_minutes_late(both)
        the_break_and_the_second_cable(both)
        two_come_late(both)
        console_and_wall_change_places(both)
        two_crashes(both)
        overtime_is_held(both)
        a_message_and_the_third_cable(both)
        the_same_on_both(both)
        another_resolution(both)
        to_the_end(both)


def keep(desk: Desk, plan: Gathering) -> None:
    """The plan lies in the data folder before the program starts."""
    store = Store.open(desk.data)
    store.keep_gathering(plan, 1)
    store.close()


def said_by_the_host(plan: Gathering) -> list[str]:
    """Every line that is the host's alone."""
    return [line for step in plan.steps for lines in (step.say, step.watch) for beat in
            (lines.gather, lines.frame, lines.round, lines.call_back) for line in beat]


def go(desk: Desk, scene: str, what: Callable[[], bool] = lambda: True, *, after: float = 1 / 60) -> None:
    """So many minutes later the clicker goes on, and the wall shows that."""
    desk.move_clock(minutes=after)
    desk.key("Next")
    desk.until(lambda: desk.wall().scene == scene and what(), f"the wall does not show “{scene}”")


def runs(desk: Desk) -> bool:
    """Whether the wall has a ring with time left."""
    return bool(desk.wall().left)


def the_first_cable(both: Both) -> None:
    """Threes meet; in the middle of their round the projector is pulled out and put back."""
    desk = both.desk
    go(desk, "gather", after=5)
    go(desk, "question", after=2)
    go(desk, "question", lambda: runs(desk), after=1)
    desk.move_clock(minutes=4)
    both.are_well("question", "nearly kept you")
    desk.unplug()
    both.wall_is_away()
    desk.plug()
    both.are_well("question", "nearly kept you")


def nine_minutes_late(both: Both) -> None:
    """In the third step it is nine minutes late. A plan is taken, taken back, and taken again."""
    desk = both.desk
    go(desk, "call back", after=8)
    go(desk, "question", lambda: desk.wall().heading.startswith("What did you hear"), after=2)
    desk.type(NOTE)   # the box has the keyboard by itself
    desk.key("Return")
    desk.until(lambda: any(thing.kind == "_NoteRow" for thing in desk.look().things), "the note was not kept")
    desk.move_clock(minutes=9 - late(desk))
    desk.key("alt+r")
    desk.until(lambda: desk.look().reads("The end has moved"), "it is not said how late it is")
    both.are_well("question")
    desk.key("1")
    desk.until(lambda: not desk.look().reads("The end has moved"), "it was not taken")
    both.are_well("question")
    desk.key("Prior")
    desk.until(lambda: late(desk) > 7, "it was not taken back")
    both.are_well("question")
    desk.key("alt+r")
    desk.until(lambda: desk.look().reads("The end has moved"), "it is not said how late it is")
    desk.key("1")
    desk.until(lambda: late(desk) <= 0, "it was not taken again")
    both.are_well("question")


def late(desk: Desk) -> int:
    """Minutes from the promised end to the end as the console tells it."""
    ends, promised = re.findall(r"(\d\d):(\d\d)", next(
        thing.name for thing in desk.look().things if thing.kind == "EndPill"))
    return (int(ends[0]) * 60 + int(ends[1]) - int(promised[0]) * 60 - int(promised[1]) + 720) % 1440 - 720


def the_break_and_the_second_cable(both: Both) -> None:
    """The wall says when it ends, also after its cable was out for five minutes."""
    desk = both.desk
    go(desk, "question", lambda: runs(desk))
    go(desk, "break", after=4)
    back = desk.wall().audience["time"]
    both.are_well("break", back)
    desk.unplug()
    both.wall_is_away()
    desk.move_clock(minutes=5)
    desk.plug()
    both.are_well("break", back)


def two_come_late(both: Both) -> None:
    """Two more people, while the threes look for each other."""
    desk = both.desk
    go(desk, "gather", after=10)
    desk.find("14 threes.", kind="GroupDots")
    desk.key("ctrl+Up", "ctrl+Up")
    desk.find("Twelve threes, two fours.", kind="GroupDots")
    both.are_well("gather")


def console_and_wall_change_places(both: Both) -> None:
    """F10, and F10 again."""
    desk = both.desk
    desk.key("F10")
    other = Both(desk, both.host, both.room, both.private)
    other.are_well("gather")
    desk.key("F10")
    both.are_well("gather")


def two_crashes(both: Both) -> None:
    """Killed in a round, and killed again while it goes on."""
    desk = both.desk
    go(desk, "question", after=2)
    go(desk, "question", lambda: runs(desk), after=1)
    asked = desk.wall().heading.split()[-1]
    desk.kill()
    desk.move_clock(minutes=2)
    desk.start()
    both.are_well("question", asked)
    desk.kill()
    desk.move_clock(minutes=1)
    desk.start()
    desk.find("Convener was away from", kind="Paragraph", part=True)
    both.are_well("question", asked)
    desk.key("g")
    desk.until(lambda: not desk.look().called("Give back", part=True), "the card did not fold away")
    both.are_well("question", asked)


def overtime_is_held(both: Both) -> None:
    """The round is over its time: the host alone has a number. Then the clock is held."""
    desk = both.desk
    desk.move_clock(minutes=(desk.wall().left or 0) / 60_000 + 2)
    desk.until(lambda: digits(desk.look()).startswith("+"), "the host is not told how long it is over")
    both.are_well("question")
    assert not any(character.isdigit() for word in desk.letters() for character in word.text)
    desk.key("F5")
    desk.find("Go on", kind="LiveButton")
    both.are_well("question")
    desk.key("F5")


def a_message_and_the_third_cable(both: Both) -> None:
    """A message is on the wall when the cable goes."""
    desk = both.desk
    desk.key("m")
    desk.find("Message to the wall", kind="MessageArea")
    desk.type(MESSAGE)
    both.are_well("question")
    desk.key("Return")
    both.are_well("message", "yard")
    desk.unplug()
    both.wall_is_away()
    desk.plug()
    both.are_well("message", "yard")
    go(desk, "call back")


def the_same_on_both(both: Both) -> None:
    """The projector shows what the laptop shows: that is told, and the wall stays away from the console."""
    desk = both.desk
    lay(desk, SAME)
    desk.until(lambda: desk.look().reads("The room sees your notes"), "nothing was said")
    both.wall_is_away()
    lay(desk, LARGE)
    desk.until(lambda: not desk.look().reads("The room sees your notes"), "it is still said")
    both.are_well("call back")


def another_resolution(both: Both) -> None:
    """The projector takes fewer px, and then more."""
    desk = both.desk
    lay(desk, SMALL)
    Both(desk, Place(1368, 0, 1280, 720), both.host, both.private).are_well("call back")
    lay(desk, LARGE)
    both.are_well("call back")


def lay(desk: Desk, place: str) -> None:
    """The projector has another size or place; where that cannot change while plugged in, its cable goes first."""
    if not isinstance(desk.displays, Outputs):
        desk.unplug()
        desk.until(lambda: not desk.wall().shown, "the wall stayed without its display")
    desk.displays.lay(PROJECTOR, place)


def one_beat_further(desk: Desk) -> None:
    """Whatever comes next."""
    before = desk.wall().audience
    desk.move_clock(minutes=3)
    desk.key("Next")
    desk.until(lambda: desk.wall().audience != before, "nothing went on")


def to_the_end(both: Both) -> None:
    """Everything that is left, the closing, and the end."""
    desk = both.desk
    while desk.wall().scene != "closing":
        one_beat_further(desk)
    both.are_well("closing")
    desk.move_clock(minutes=1)
    desk.press("Finish")
    desk.press("End it")
    desk.find("Open the harvest")
    assert desk.close() == (0, "")
