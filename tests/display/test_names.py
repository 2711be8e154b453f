"""A small room with names on the wall: one comes late, the laptop dies, and everybody still knows where to go."""

from __future__ import annotations

from datetime import datetime, timedelta

import msgspec
import pytest

from app.groups.roster import Roster, named
from app.store.store import Store
from tests.app.design.test_seats import day, seated
from tests.display.desk import Desk
from tests.display.staff_meeting import go_on, judge_wall

pytestmark = [pytest.mark.display, pytest.mark.slow]
NAMES = ("Ada", "Bo", "Cy", "Dora", "Eli", "Hana", "Ivo", "Jo", "Zoe")


def test_a_latecomer_is_on_the_wall_and_still_after_a_crash(desk: Desk) -> None:
    a_plan_with_names(desk)
    desk.start()
    desk.press("Host it")
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "seats", "the wall shows no names")
    assert everybody(desk) == sorted(NAMES)
    desk.key("ctrl+Up")
    desk.find("Badge 10", part=True)
    desk.write("Mia")
    desk.key("Return")
    desk.until(lambda: everybody(desk) == sorted((*NAMES, "Mia")), "Mia is not on the wall")
    judge_wall(desk, "Find your people")
    go_on(desk, "Show the question", "question")
    go_on(desk, "Start the round", "question")
    go_on(desk, "Call them back", "call back")
    go_on(desk, "Go to Step 1", "seats")
    desk.until(lambda: everybody(desk) == sorted((*NAMES, "Mia")), "Mia has no place in the next step")
    groups = desk.wall().audience["groups"]
    assert desk.kill() < 0
    desk.start()
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "seats", "the wall did not come back")
    assert desk.wall().audience["groups"] == groups
    desk.key("alt+t")
    desk.find("Close", kind="QuietButton")
    desk.write("mia")
    desk.find("Mia", kind="Paragraph")
    go_on(desk, "Show the question", "question")
    assert desk.close() == (0, "")


def a_plan_with_names(desk: Desk) -> None:
    """Nine people by a list, in the data folder before the program has ever run."""
    plan = seated(day(len(NAMES), named(Roster(), "\n".join(NAMES))))
    desk.data.mkdir(parents=True)
    store = Store.open(desk.data)
    store.keep_gathering(msgspec.structs.replace(plan, starts=datetime.now() + timedelta(minutes=5)), 1)
    store.close()


def everybody(desk: Desk) -> list[str]:
    """Who is on the wall."""
    return sorted(name for group in desk.wall().audience["groups"] for name in group)
