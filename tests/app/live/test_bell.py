"""The bell rings by itself, each moment once, and only where people talk with their backs to the wall."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from app.design.gathering import Gathering
from app.groups.forms import Form, is_small_group
from app.library.protocol import Beat
from app.live.bell import BEFORE, JUST_RUNG, LATE, Bell, Listening, Ring, next_bell, rings
from app.live.clock import MINUTE, Running
from app.live.engine import Engine
from app.live.session import Session
from tests.app.live.room import session_of, walk_to, with_cues
from tests.plans import gathering


class Room:
    """A room that hears: a step of threes of fifteen minutes in a session, and whoever listens at its side."""

    def __init__(self, step: str = "busy", beat: str = "round", plan: Gathering | None = None) -> None:
        self.engine, self.hand, _ = session_of(plan)
        self.heard: list[tuple[Bell, int]] = []
        self.listening = Listening(self.hand())
        self.engine.listen(self._happened)
        walk_to(self.engine, step, beat)
        self.zero = self.hand()

    @property
    def session(self) -> Session:
        return self.engine.session

    def wait(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Time passes, looked at every second as a timer would."""
        end = self.hand() + round(minutes * MINUTE + seconds * 1000)
        while self.hand() < end:
            self.hand.now = min(end, self.hand() + 1000)
            self._ring(self.listening.passed(self.session, self.hand()))

    def nap(self, *, minutes: float) -> None:
        """The laptop sleeps so long, and is looked at when it wakes."""
        self.hand.forward(minutes=minutes)
        self._ring(self.listening.passed(self.session, self.hand()))

    def total(self) -> int:
        """How long the round is, in minutes."""
        return self.session.countdown.total // MINUTE

    def bells(self) -> list[tuple[Bell, float]]:
        """What was heard since the step began, with the minute of it."""
        return [(bell, (at - self.zero) / MINUTE) for bell, at in self.heard]

    def _happened(self, new: Session, old: Session) -> None:
        self._ring(self.listening.happened(new, old, self.hand()))

    def _ring(self, bell: Bell | None) -> None:
        if bell is not None:
            self.heard.append((bell, self.hand()))


def test_a_round_rings_when_it_begins_in_its_last_minute_and_when_it_is_complete() -> None:
    room = Room()
    room.wait(minutes=room.total() + 5)
    assert room.bells() == [
        (Bell.BEGIN, 0), (Bell.LAST_MINUTE, room.total() - 1), (Bell.CLOSE, room.total())]


def test_a_held_clock_takes_its_bells_along() -> None:
    room = Room()
    total = room.total()
    room.wait(minutes=2)
    room.engine.hold()
    assert next_bell(room.session, room.hand()) is None
    room.wait(minutes=30)
    room.engine.release()
    room.wait(minutes=total)
    assert room.bells()[1:] == [(Bell.LAST_MINUTE, total + 29), (Bell.CLOSE, total + 30)]


def test_a_minute_more_in_the_last_one_makes_another_last_minute() -> None:
    room = Room()
    total = room.total()
    room.wait(minutes=total - 0.5)
    room.engine.stretch(1)
    room.wait(minutes=5)
    assert room.bells()[1:] == [(Bell.LAST_MINUTE, total - 1), (Bell.LAST_MINUTE, total), (Bell.CLOSE, total + 1)]


def test_minutes_that_are_taken_away_ring_no_bell_of_a_moment_that_never_was() -> None:
    room = Room()
    room.wait(minutes=room.total() - 1.5)
    room.engine.stretch(-1)
    assert [bell for bell, _ in room.bells()] == [Bell.BEGIN]
    room.wait(seconds=30)
    assert [bell for bell, _ in room.bells()] == [Bell.BEGIN, Bell.CLOSE]


def test_calling_back_early_rings_at_once() -> None:
    room = Room()
    room.wait(minutes=2)
    room.engine.next()
    room.wait(minutes=20)
    assert room.bells() == [(Bell.BEGIN, 0), (Bell.CLOSE, 2)]


def test_calling_back_just_after_the_bell_rings_no_second_one_but_later_it_does() -> None:
    for overtime, count in ((JUST_RUNG // 2000, 1), (JUST_RUNG // 1000 + 1, 2)):
        room = Room()
        room.wait(minutes=room.total(), seconds=overtime)
        room.engine.next()
        assert [bell for bell, _ in room.bells()].count(Bell.CLOSE) == count


def test_calling_back_taken_back_and_made_again_rings_once_and_the_round_goes_on_to_its_own_bells() -> None:
    room = Room()
    total = room.total()
    room.wait(minutes=2)
    room.engine.next()
    room.wait(minutes=1)
    room.engine.back()
    room.engine.redo()
    room.engine.back()
    room.wait(minutes=total)
    assert room.bells() == [(Bell.BEGIN, 0), (Bell.CLOSE, 2), (Bell.LAST_MINUTE, total - 1), (Bell.CLOSE, total)]


def test_a_moment_that_passed_while_the_program_was_away_stays_silent() -> None:
    room = Room()
    total = room.total()
    room.wait(minutes=1)
    room.hand.forward(minutes=total - 1.5)
    room.listening = Listening(room.hand())   # the program starts again, half a minute before the end
    room.wait(minutes=5)
    assert room.bells()[1:] == [(Bell.CLOSE, total)]


def test_a_laptop_that_slept_through_its_moment_wakes_in_silence() -> None:
    room = Room()
    room.wait(minutes=1)
    room.nap(minutes=room.total())
    assert [bell for bell, _ in room.bells()] == [Bell.BEGIN]


def test_a_bell_a_little_late_still_rings() -> None:
    room = Room()
    room.wait(minutes=room.total() - 0.5)
    room.nap(minutes=0.5 + (LATE - 1000) / MINUTE)
    assert room.bells()[-1][0] is Bell.CLOSE


def test_where_one_voice_speaks_to_the_room_there_is_no_bell() -> None:
    engine, _, _ = session_of()
    quiet = []
    while True:
        step = engine.session.step
        assert step is not None
        if not is_small_group(step.form):
            quiet.append(step.kind)
            assert rings(engine.session) == ()
        if not engine.next():
            break
    assert "sampling" in quiet


def test_a_break_rings_its_people_back_and_a_finished_session_rings_nobody() -> None:
    plan = gathering("welcome", "break", "closing")
    room = Room(plan.steps[1].id, plan=plan)
    total = room.total()
    room.wait(minutes=total + 1)
    assert room.bells() == [(Bell.LAST_MINUTE, total - 1), (Bell.CLOSE, total)]
    other = Room()
    other.engine.finish()
    assert rings(other.session) == () and next_bell(other.session, other.hand()) is None


def test_a_short_round_has_no_last_minute() -> None:
    room = Room()
    while room.total() > BEFORE // MINUTE:
        room.engine.stretch(-1)
    assert [ring.bell for ring in rings(room.session)] == [Bell.BEGIN, Bell.CLOSE]
    room.engine.stretch(1)
    assert [ring.bell for ring in rings(room.session)] == [Bell.BEGIN, Bell.LAST_MINUTE, Bell.CLOSE]


def test_each_cue_rings_softly_once_and_moves_with_minutes_that_are_given() -> None:
    room = Room(plan=with_cues((4, "Second."), (8, "Third.")))
    room.wait(minutes=5)
    room.engine.stretch(3)   # each voice has five minutes now: the second one's turn is just beginning
    room.wait(minutes=20)
    assert [(bell, at) for bell, at in room.bells() if bell is Bell.CUE] == [
        (Bell.CUE, 4), (Bell.CUE, 10)]
    assert room.bells()[-1] == (Bell.CLOSE, 15)


def test_a_minute_more_for_the_voice_that_should_just_end_makes_its_cue_come_again() -> None:
    room = Room(plan=with_cues((6, "Change over.")))
    room.wait(minutes=6, seconds=10)
    room.engine.stretch(2)
    room.wait(minutes=20)
    assert [at for bell, at in room.bells() if bell is Bell.CUE] == [6, 7]


def test_a_warning_rings_at_each_moment_that_was_chosen_and_none_where_none_was() -> None:
    room = Room(plan=with_cues(warnings=(5, 2)))
    room.wait(minutes=13)
    assert room.bells()[1:-1] == [(Bell.LAST_MINUTE, 7), (Bell.LAST_MINUTE, 10)]
    quiet = Room(plan=with_cues(warnings=()))
    quiet.wait(minutes=13)
    assert [bell for bell, _ in quiet.bells()] == [Bell.BEGIN, Bell.CLOSE]


def test_turning_to_a_neighbour_rings_in_the_whole_room_too() -> None:
    room = Room(plan=with_cues((6, "Turn to your neighbour."), form=Form.ROOM))
    room.wait(minutes=16)
    assert room.bells() == [(Bell.CUE, 6)]


@dataclass(frozen=True, slots=True)
class Press:
    """What a host does, after so many seconds of waiting."""

    verb: str
    seconds: int


PRESSES = st.lists(st.builds(Press, st.sampled_from(
    ("next", "back", "redo", "hold", "plus", "minus", "give back", "restart", "wait", "wait")), st.integers(0, 400)),
    max_size=14)


def do(engine: Engine, verb: str) -> None:
    """Press it."""
    match verb:
        case "next" | "back" | "redo":
            getattr(engine, verb)()
        case "hold":
            engine.hold_or_release()
        case "plus" | "minus":
            engine.stretch(1 if verb == "plus" else -1)
        case "give back":
            engine.give_back(30_000)


@given(PRESSES)
def test_whatever_the_host_presses_each_bell_has_a_reason_and_no_moment_rings_twice(presses: list[Press]) -> None:
    room = Room(beat="frame")
    moments: list[Ring] = []

    def note(before: int) -> None:
        """Whatever was just heard stood in the session as a moment of this very time, and never rang before."""
        for bell, at in room.heard[before:]:
            here = [ring for ring in (*rings(room.session), *earlier)
                    if ring.bell is bell and at - LATE <= ring.at <= at]
            assert here, f"{bell} at {at} out of nowhere"
            newest = max(here, key=lambda ring: ring.at)
            assert newest not in moments, "it rang for the same moment before"
            moments.append(newest)

    for press in presses:
        for _ in range(press.seconds // 5):
            earlier, before = rings(room.session), len(room.heard)
            room.nap(minutes=5 / 60)
            note(before)
        earlier, before = rings(room.session), len(room.heard)
        if press.verb == "restart":
            room.listening = Listening(room.hand())
        do(room.engine, press.verb)
        note(before)


@given(st.integers(0, 2_000_000), st.booleans())
def test_the_next_bell_is_the_first_one_ahead(later: int, held: bool) -> None:
    room = Room()
    if held:
        room.engine.hold()
    now = room.hand() + later
    ahead = sorted(ring.at for ring in rings(room.session) if ring.at > now)
    coming = next_bell(room.session, now)
    assert (coming.at if coming else None) == (ahead[0] if ahead else None)
    assert isinstance(room.session.countdown, Running) is not held and room.session.beat is Beat.ROUND
