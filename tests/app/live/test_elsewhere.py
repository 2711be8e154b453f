"""Gatherings that are not in one room: what the wall says, what the host says, and how two pools are split."""

from __future__ import annotations

import msgspec
import pytest

from app.design.agenda import agenda
from app.design.gathering import Gathering, Mode, PlannedStep, Seating, Seats
from app.design.pools import far_away, pools
from app.groups.forms import TABLES, Form
from app.groups.roster import Person, Roster
from app.groups.split import split_apart
from app.library.protocol import Beat, Elsewhere, Kind, Lines
from app.live.audience import audience
from app.live.engine import Engine
from app.live.forecast import forecast
from app.live.phone import phone_script
from app.live.script import apart_line, script
from app.live.whereabouts import sizes, sizes_apart
from app.words import Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()
ASKED = PlannedStep(
    id="s", title="A step", minutes=12, form=Form.THREES, question="What stays easy?",
    say=Lines(gather=("Leave the table. Bring only the chair.",)),
    elsewhere=Elsewhere(platform="Three to a room.", hybrid="Far with far."))
HEARD = PlannedStep(id="h", title="Heard", minutes=6, kind=Kind.SAMPLING, question="What struck you?",
                    say=Lines(round=("Who begins?",)))


def plan(mode: Mode, *, people: int = 13, far: int = 0, roster: Roster | None = None,
         tables: tuple[tuple[int, ...], ...] = ()) -> Gathering:
    return msgspec.structs.replace(
        staff_meeting(), mode=mode, people=people, far=far, steps=(ASKED, HEARD), roster=roster or Roster(),
        seats=(Seats(step_id="s", tables=tables),) if tables else ())


def hosted(gathering: Gathering, beat: str, step: str = "s") -> Engine:
    engine, _, _ = session_of(gathering)
    walk_to(engine, step, beat)
    return engine


def said(engine: Engine) -> tuple[str, ...]:
    return script(engine.session, engine.log[-1].at, WORDS).say


def test_eight_in_the_room_and_five_far_away_are_two_fours_a_pair_and_a_three() -> None:
    assert split_apart(13, 5, Form.THREES) == ((4, 4), (2, 3))
    line = apart_line(*split_apart(13, 5, Form.THREES))
    assert line is not None
    assert WORDS(line) == "Two fours in the room. One pair, one three far away."


@pytest.mark.parametrize(("people", "far"), [(13, 0), (13, 1), (13, 12), (13, 13), (2, 1), (1, 5)])
def test_nobody_is_a_pool_alone(people: int, far: int) -> None:
    here, there = split_apart(people, far, Form.THREES)
    assert sum(here) + sum(there) == people
    assert 1 not in (*here, *there) or people == 1


def test_every_two_pools_hold_exactly_who_is_there() -> None:
    for people in range(1, 60):
        for far in range(people + 1):
            for form in (Form.PAIRS, Form.THREES, Form.FOURS, *TABLES):
                assert sum(map(sum, split_apart(people, far, form))) == people, (people, far, form)


def test_only_a_hybrid_gathering_has_anybody_far_away() -> None:
    assert [far_away(plan(mode, far=5), 13) for mode in Mode] == [0, 0, 0, 5]


def test_a_list_says_who_is_far_away_and_who_of_them_went_home() -> None:
    people = tuple(Person(number=n, remote=n > 8) for n in range(1, 14))
    gathering = plan(Mode.HYBRID, far=1, roster=Roster(people=people))
    assert far_away(gathering, 13) == 5
    assert far_away(gathering, 12, gone={13}) == 4
    assert pools(gathering, Form.THREES) == ((4, 4), (2, 3))


def test_who_comes_is_counted_in_the_room() -> None:
    engine = hosted(plan(Mode.HYBRID, far=5), "gather")
    engine.count(14)
    assert sizes_apart(engine.session) == ((3, 3, 3), (2, 3))
    assert sizes(engine.session) == (2, 3, 3, 3, 3)


def test_groups_that_were_worked_out_are_told_by_where_they_sit() -> None:
    people = tuple(Person(number=n, remote=n > 4) for n in range(1, 8))
    gathering = plan(Mode.HYBRID, roster=Roster(people=people), tables=((1, 2), (3, 4), (5, 6, 7)))
    assert sizes_apart(hosted(gathering, "round").session) == ((2, 2), (3,))


def test_in_one_room_nothing_changes() -> None:
    engine = hosted(plan(Mode.ROOM, far=5), "gather")
    assert sizes_apart(engine.session) == ((3, 3, 3, 4), ())
    assert said(engine) == ("Leave the table. Bring only the chair.",)
    assert script(engine.session, 0, WORDS).elsewhere == ("", "")


def test_on_a_platform_nobody_is_told_about_chairs() -> None:
    engine = hosted(plan(Mode.PLATFORM), "gather")
    wall = audience(engine.session, WORDS)
    assert wall.heading == "You will be\nwith two others."
    assert "chair" not in " ".join((wall.heading, wall.second, wall.foot, wall.foot2, *said(engine)))
    walk_to(engine, "s", "call back")
    wall = audience(engine.session, WORDS)
    assert "chair" not in " ".join((wall.heading, wall.second, wall.foot, wall.foot2, *said(engine)))


def test_the_protocols_own_word_about_the_mode_stands_beside_the_script() -> None:
    told = script(hosted(plan(Mode.PLATFORM), "round").session, 0, WORDS)
    assert told.elsewhere == ("On a platform", "Three to a room.")


def test_where_some_are_far_away_the_wall_tells_them_and_keeps_the_rooms_own_words() -> None:
    engine = hosted(plan(Mode.HYBRID, far=5), "gather")
    wall = audience(engine.session, WORDS)
    assert wall.heading == "Find two people\nyou know least."
    assert wall.foot == "Far away: you are taken to a room of your own."
    assert said(engine)[0] == "Leave the table. Bring only the chair."
    assert said(engine)[-1] == "Far away: you go to rooms of your own now."


def test_sampling_begins_with_a_voice_from_far_away() -> None:
    assert said(hosted(plan(Mode.HYBRID, far=5), "round", "h")) == ("First a voice from far away.", "Who begins?")
    assert said(hosted(plan(Mode.HYBRID), "round", "h")) == ("Who begins?",)


def test_every_move_takes_longer_where_rooms_are_opened_and_closed() -> None:
    assert [agenda(plan(mode)).moving for mode in Mode] == [2, 4, 4, 4]
    assert [agenda(plan(mode, people=60)).moving for mode in (Mode.ROOM, Mode.PLATFORM)] == [5, 9]


def test_the_expected_end_counts_it_too() -> None:
    ends = []
    for mode in (Mode.ROOM, Mode.PLATFORM):
        engine, hand, _ = session_of(plan(mode))
        ends.append(forecast(engine.session, hand()).ends)
    assert ends[1] - ends[0] == 2 * 60_000


def test_on_the_phone_the_question_is_read_twice_and_the_names_come_in_speaking_order() -> None:
    people = tuple(Person(number=n, name=name) for n, name in enumerate(("Ada", "Bo", "Cy", "Dora"), 1))
    gathering = plan(Mode.PHONE, people=4, roster=Roster(people=people), tables=((1, 3), (2, 4)))
    engine = hosted(gathering, "gather")
    read = phone_script(engine.session, WORDS)
    assert read.question == ("I read it twice.", "What stays easy?", "Once more.", "What stays easy?")
    assert read.order == (("Group 1", ("Ada, Cy",)), ("Group 2", ("Bo, Dora",)))
    engine.leave(3)
    assert phone_script(engine.session, WORDS).order[0] == ("Group 1", ("Ada",))


def test_the_whole_call_speaks_in_lines_of_three_names() -> None:
    people = tuple(Person(number=n) for n in range(1, 8))
    read = phone_script(hosted(plan(Mode.PHONE, people=7, roster=Roster(people=people)), "round", "h").session, WORDS)
    assert read.order == (("", ("1, 2, 3", "4, 5, 6", "7")),)


def test_without_a_list_people_speak_in_the_order_in_which_they_joined() -> None:
    assert phone_script(hosted(plan(Mode.PHONE), "frame").session, WORDS).order == (
        ("", ("In the order in which you joined.",)),)


def test_an_old_plan_without_a_number_far_away_opens() -> None:
    old = msgspec.json.encode(plan(Mode.HYBRID))
    assert b'"far"' not in old
    assert msgspec.json.decode(old, type=Gathering).far == 0


def test_assigned_steps_keep_the_pools_apart_whatever_the_beat() -> None:
    people = tuple(Person(number=n, remote=n > 4) for n in range(1, 8))
    gathering = msgspec.structs.replace(
        plan(Mode.HYBRID, roster=Roster(people=people), tables=((1, 2), (3, 4), (5, 6, 7))),
        steps=(msgspec.structs.replace(ASKED, seating=Seating.ASSIGNED), HEARD))
    for beat in (Beat.GATHER, Beat.ROUND):
        assert sizes_apart(hosted(gathering, beat.value).session) == ((2, 2), (3,))
