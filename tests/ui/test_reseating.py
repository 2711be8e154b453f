"""While people come late and go home, who sits where stays true by itself, and no keypress waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import msgspec
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.design.gathering import Gathering
from app.errors import NotKept
from app.groups.roster import Roster, keep_apart
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.events import Event, Seated
from app.live.reseating import is_settled
from app.live.session import Session
from app.settings import Choices, Settings
from app.store.store import Store
from app.words import Text, Words, say
from tests.app.design.test_seats import day, seated
from tests.app.live.room import walk_to
from tests.fakes import FakeClock
from ui.bridge import Bridge
from ui.hosting import Hosting
from ui.reseating import Reseating
from ui.tasks import Tasks

T = TypeVar("T")


class Room:
    """One store, one session, and what keeps its seats."""

    def __init__(self, folder: Path, *, starts: bool = True, tasks: Tasks | None = None) -> None:
        self.store, self.bridge, self.tasks = Store.open(folder), Bridge(), tasks or Tasks()
        self.hosting = Hosting(self.store, FakeClock(), self.bridge, Choices(folder, Settings()))
        self.reseating = Reseating(bridge=self.bridge, tasks=self.tasks)
        self.told: list[Text] = []
        self.reseating.told.connect(self.told.append)
        if starts:
            self.reseating.start()

    async def settled(self) -> None:
        """Everything that was asked is answered."""
        await self.tasks.finish()

    @property
    def log(self) -> list[Event]:
        """The facts on the disk."""
        return list(self.store.log(self.hosting.session_id))

    def dies(self) -> None:
        """The program is gone; only the disk stays."""
        self.reseating.stop()
        self.store.close()


def tables(engine: Engine, step: str) -> tuple[tuple[int, ...], ...]:
    """Who sits with whom there."""
    seats = engine.session.gathering.seats_at(step)
    assert seats is not None
    return seats.tables


def badges(engine: Engine, step: str) -> set[int]:
    """Everybody who has a place there."""
    return {number for table in tables(engine, step) for number in table}


class Slow(Tasks):
    """Does what it was asked when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Callable[[], object]] = []

    def in_thread(self, work: Callable[[], T], then: Callable[[T], None],
                  failed: Callable[[Exception], bool] | None = None) -> None:
        """Keep it for later."""
        self.asked.append(lambda: then(work()))


def lived(story: Callable[[Room], Awaitable[None]], folder: Path, tasks: Tasks | None = None) -> None:
    """Tell a story in a loop of its own."""
    async def told() -> None:
        room = Room(folder, tasks=tasks)
        await story(room)
        await room.settled()
        room.dies()
    asyncio.run(told())


def test_a_latecomer_sits_at_once_and_in_the_steps_to_come_a_moment_later(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(seated(day(12)))
        walk_to(engine, "s1", "round")
        before = tables(engine, "s1")
        engine.arrive("Zoë")
        joined = [table for table in tables(engine, "s1") if 13 in table]
        assert len(joined) == 1 and joined[0][:-1] in before and len(joined[0]) == min(map(len, before)) + 1
        assert 13 not in badges(engine, "s4"), "the rest is worked out beside, not in this keypress"
        await room.settled()
        assert is_settled(engine.session) and 13 in badges(engine, "s4") & badges(engine, "s7")

    lived(story, tmp_path)


def test_who_goes_home_and_comes_back_has_a_place_again(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(seated(day(12)))
        walk_to(engine, "s1", "round")
        sitting = tables(engine, "s1")
        engine.leave(3)
        await room.settled()
        assert 3 not in badges(engine, "s4")
        assert tables(engine, "s1") == sitting, "who sits, stays"
        engine.come_back(3)
        await room.settled()
        assert tables(engine, "s1") == sitting
        assert 3 in badges(engine, "s4") and is_settled(engine.session)

    lived(story, tmp_path)


def test_a_crash_before_the_answer_works_it_out_at_the_next_start(qapp: QApplication, tmp_path: Path) -> None:
    async def story() -> None:
        room = Room(tmp_path, starts=False)
        engine = room.hosting.begin(seated(day(12)))
        walk_to(engine, "s1", "round")
        engine.arrive()
        live = tables(engine, "s1")
        assert not is_settled(engine.session)
        room.dies()
        again = Room(tmp_path)
        back = again.hosting.take_up(returning=True)
        assert back is not None
        await again.settled()
        assert is_settled(back.session) and tables(back, "s1") == live
        settled = {step: tables(back, step) for step in ("s2", "s4", "s7")}
        facts = len(again.log)
        again.dies()
        third = Room(tmp_path)
        last = third.hosting.take_up(returning=True)
        assert last is not None
        await third.settled()
        assert {step: tables(last, step) for step in settled} == settled and len(third.log) == facts
        third.dies()

    asyncio.run(story())


def test_an_answer_to_what_is_no_longer_asked_is_dropped(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(seated(day(46)))
        walk_to(engine, "s1", "round")
        engine.leave(3)
        engine.leave(4)
        engine.come_back(3)
        await room.settled()
        assert badges(engine, "s4") == set(range(1, 47)) - {4}
        assert sum(isinstance(event.what, Seated) for event in room.log) == 1, "only the last answer was kept"

    lived(story, tmp_path)


def test_back_and_forth_ends_with_everybody_in_one_place(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(seated(day(12)))
        walk_to(engine, "s1", "gather")
        engine.arrive()
        await room.settled()
        engine.back()
        await room.settled()
        engine.leave(2)
        await room.settled()
        walk_to(engine, "s7", "round")
        await room.settled()
        assert is_settled(engine.session)
        for step in ("s1", "s3", "s7"):
            assert badges(engine, step) == set(range(1, 14)) - {2}, step

    lived(story, tmp_path)


def test_a_plan_nobody_worked_out_has_its_names_while_people_still_look(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(day(12))
        await room.settled()
        assert badges(engine, "s0") == set(range(1, 13)) == badges(engine, "s7")

    lived(story, tmp_path)


def test_where_people_cannot_be_kept_apart_it_is_said_once_and_they_choose(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(all_apart())
        await room.settled()
        assert ["Badge 1 is kept apart from 5 of 5" in Words()(text) for text in room.told] == [True]
        for _ in range(6):
            engine.next()
            await room.settled()
        assert len(room.told) == 1
        assert engine.session.gathering.seats_at(engine.session.step_id) is None

    lived(story, tmp_path)


class Broken(Tasks):
    """Every search ends in a fault of ours."""

    def in_thread(self, work: Callable[[], T], then: Callable[[T], None],
                  failed: Callable[[Exception], bool] | None = None) -> None:
        """Do the work, and stumble."""
        def stumble() -> T:
            work()
            raise RuntimeError("of ours")

        super().in_thread(stumble, then, failed)


def test_a_search_that_fails_by_a_fault_of_ours_is_not_said_to_go_on(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        busy: list[bool] = []
        room.reseating.busy.connect(busy.append)
        room.hosting.begin(day(12))
        room.reseating.findChildren(QTimer)[0].timeout.emit()
        await room.settled()
        assert busy == [True, False] and room.told == []

    lived(story, tmp_path, Broken())


def all_apart() -> Gathering:
    """Six people of whom nobody may sit with anybody."""
    plan = day(6)
    roster = plan.roster
    for one in range(1, 7):
        for other in range(one + 1, 7):
            roster = keep_apart(roster, one, other)
    return msgspec.structs.replace(plan, roster=roster)


def test_a_session_without_badges_is_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(msgspec.structs.replace(day(12), roster=Roster()))
        engine.count(13)
        await room.settled()
        assert not any(isinstance(event.what, Seated) for event in room.log)

    lived(story, tmp_path)


def test_everybody_hears_of_an_arrival_before_its_seat(qapp: QApplication, tmp_path: Path) -> None:
    async def story(room: Room) -> None:
        engine = room.hosting.begin(seated(day(12)))
        heard: list[int] = []
        engine.listen(lambda new, old: heard.append(seated_in_s0(new)))
        engine.arrive()
        assert heard == [12, 13]

    def seated_in_s0(session: Session) -> int:
        seats = session.gathering.seats_at("s0")
        return sum(map(len, seats.tables)) if seats is not None else 0

    lived(story, tmp_path)


def test_an_answer_that_comes_too_late_changes_nothing(qapp: QApplication, tmp_path: Path) -> None:
    tasks = Slow()
    room = Room(tmp_path, tasks=tasks)
    engine = room.hosting.begin(seated(day(12)))
    walk_to(engine, "s1", "round")
    engine.leave(3)
    engine.leave(4)
    old, new = tasks.asked
    old()
    assert badges(engine, "s4") == set(range(1, 13)), "nothing of the first answer is kept"
    new()
    assert badges(engine, "s4") == set(range(1, 13)) - {3, 4}
    engine.keep("A note asks for nothing.", Keeps.INSIGHT)
    engine.next()
    assert len(tasks.asked) == 2
    room.dies()


def test_what_takes_a_while_is_said_and_taken_back(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    tasks, busy = Slow(), list[bool]()
    room = Room(tmp_path, tasks=tasks)
    room.reseating.busy.connect(busy.append)
    engine = room.hosting.begin(seated(day(12)))
    walk_to(engine, "s1", "round")
    engine.leave(3)
    qtbot.waitUntil(lambda: busy == [True])
    tasks.asked[0]()
    assert busy == [True, False]
    room.dies()


def test_a_search_that_was_given_up_ends_with_what_it_has(qapp: QApplication, tmp_path: Path) -> None:
    tasks = Slow()
    room = Room(tmp_path, tasks=tasks)
    engine = room.hosting.begin(seated(day(12)))
    walk_to(engine, "s1", "round")
    engine.leave(3)
    room.reseating.stop()
    tasks.asked[0]()
    assert badges(engine, "s4") == set(range(1, 13)), "nobody hears of it"
    room.reseating.start()
    assert len(tasks.asked) == 2
    tasks.asked[1]()
    assert is_settled(engine.session)
    room.dies()


def test_a_disk_that_refuses_is_tried_again_with_the_next_fact(qapp: QApplication) -> None:
    bridge, tasks, told = Bridge(), Slow(), list[Text]()
    reseating = Reseating(bridge=bridge, tasks=tasks)
    reseating.told.connect(told.append)
    reseating.start()
    log, refuses = list(opening(seated(day(12)), FakeClock()())), [True]

    def append(event: Event) -> None:
        if refuses[0] and isinstance(event.what, Seated):
            raise NotKept(say("The disk is full."))
        log.append(event)

    engine = Engine(log, append, FakeClock())
    bridge.carry(engine)
    engine.arrive()
    tasks.asked[-1]()
    assert [Words()(text) for text in told] == ["The disk is full."] * len(told) and told
    refuses[0] = False
    engine.keep("Here is room again.", Keeps.INSIGHT)
    tasks.asked[-1]()
    assert is_settled(engine.session) and 13 in badges(engine, "s0") & badges(engine, "s4")
