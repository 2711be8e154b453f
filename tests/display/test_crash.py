"""The laptop stops in the middle of a round and is there again five minutes later, on two displays."""

from __future__ import annotations

import json

import pytest

from app.live.clock import Running
from app.live.events import GivenBack
from app.live.session import Session, fold
from app.store.presence import NAME, read_presence
from app.store.store import Store
from tests.display.desk import Desk
from tests.display.seen import Sight
from tests.display.staff_meeting import digits, go_on, judge_wall

pytestmark = [pytest.mark.display, pytest.mark.slow]
MINUTE = 60_000


def test_one_key_gives_back_what_a_crash_took(desk: Desk) -> None:
    desk.start()
    question = to_a_round(desk)
    before = desk.wall().left or 0
    assert before > 4 * MINUTE
    desk.kill()
    died, session = last_seen(desk)
    desk.move_clock(minutes=5)
    desk.start()
    desk.find("Convener was away from", kind="Paragraph", part=True)
    desk.find("Call them back", kind="LiveInkButton")
    assert (desk.wall().left or 0) < before - 5 * MINUTE
    desk.key("g")
    desk.until(lambda: not desk.look().called("Give back 5 min"), "the card did not fold away")
    desk.until(lambda: (desk.wall().left or 0) > before - MINUTE, "the wall did not get its minutes back")
    desk.until(lambda: same_time(desk.look()), "console and wall do not tell the same time")
    judge_wall(desk, question)
    assert desk.close() == (0, "")
    the_deadline_moved_by_what_was_lost(desk, session, died)


def to_a_round(desk: Desk) -> str:
    """Today's question, its round running and nine minutes of it gone or fewer; the question."""
    desk.key("ctrl+1")
    desk.find("Search the library")
    desk.key("h")
    desk.find("Host it", kind="InkButton")
    desk.key("Return")
    desk.until(lambda: desk.wall().shown and desk.wall().scene == "gather", "the wall did not open")
    go_on(desk, "Show the question", "question")
    go_on(desk, "Start the round", "question")
    desk.until(lambda: desk.wall().left is not None, "there is no ring")
    first = presence(desk)
    desk.until(lambda: presence(desk) > first, "it does not say that it is there")
    return desk.wall().heading


def same_time(sight: Sight) -> bool:
    """Whether the console's clock is the wall's ring at one look, to the second."""
    minutes, seconds = digits(sight).split(":")
    left = sight.wall.left if sight.wall is not None else None
    return left is not None and abs((int(minutes) * 60 + int(seconds)) * 1000 - left) < 2000


def presence(desk: Desk) -> int:
    """When the program said last that it is there."""
    return int(json.loads((desk.data / NAME).read_bytes())["at"])


def last_seen(desk: Desk) -> tuple[int, Session]:
    """When the dead program was last there, and the session it leaves."""
    store = Store.open(desk.data)
    row = store.live_session()
    assert row is not None
    session = fold(store.log(row.id))
    store.close()
    assert session is not None and isinstance(session.countdown, Running)
    return read_presence(desk.data, row.id).at, session


def the_deadline_moved_by_what_was_lost(desk: Desk, before: Session, died: int) -> None:
    """Exactly: the facts say so, no clock is asked."""
    store = Store.open(desk.data)
    row = store.live_session()
    assert row is not None
    log = store.log(row.id)
    store.close()
    given, after = log[-1], fold(log)
    assert isinstance(given.what, GivenBack) and after is not None
    assert isinstance(before.countdown, Running) and isinstance(after.countdown, Running)
    assert after.countdown == Running(before.countdown.deadline + given.what.by, before.countdown.total)
    assert 5 * MINUTE < given.what.by <= given.at - died
