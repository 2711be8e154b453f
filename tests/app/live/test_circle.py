"""The stone of a circle: in order, once round, and never a word about who passed."""

from __future__ import annotations

import msgspec
import pytest

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import Form
from app.groups.roster import Roster, named
from app.library.protocol import Beat, Family, Kind
from app.live.audience import audience, audience_at
from app.live.circle import MOST_IN_A_CIRCLE, circle_line
from app.live.engine import Engine
from app.live.events import from_json, to_json
from app.live.scene import Audience, Scene, Turn
from app.live.session import fold, next_place
from app.words import PSEUDO, Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()
NAMES = ("Ada", "Bo", "Cy", "Dora", "Eli")


def circle(*names: str, people: int = 5, kind: Kind = Kind.QUESTION) -> Gathering:
    """Two steps of one circle."""
    steps = tuple(PlannedStep(id=f"c{n}", title="All the voices", family=Family.ART_OF_CONVENING, form=Form.CIRCLE,
                              kind=kind, minutes=12, question="What brings you here?") for n in range(2))
    return msgspec.structs.replace(staff_meeting(), people=people, steps=steps,
                                   roster=named(Roster(), "\n".join(names)))


def begun(*names: str, people: int = 5) -> Engine:
    engine, _, _ = session_of(circle(*names, people=people))
    walk_to(engine, "c0", "round")
    return engine


def wall(engine: Engine) -> Audience:
    return audience(engine.session, WORDS)


def turns(engine: Engine, turn: Turn) -> list[str]:
    return [name for name, its in wall(engine).chairs if its is turn]


def test_until_the_host_lets_the_stone_go_the_wall_shows_the_question_alone() -> None:
    engine = begun(*NAMES)
    assert wall(engine).scene is Scene.QUESTION
    assert engine.pass_stone() and wall(engine).scene is Scene.CIRCLE
    assert wall(engine).heading == "What brings you here?"


def test_the_wall_says_who_holds_the_stone_who_has_and_who_comes() -> None:
    engine = begun(*NAMES)
    for _ in range(3):
        engine.pass_stone()
    assert turns(engine, Turn.HELD) == ["Ada", "Bo"]
    assert (turns(engine, Turn.HOLDS), wall(engine).middle) == (["Cy"], ("Cy", "holds the stone"))
    assert turns(engine, Turn.COMES) == ["Dora", "Eli"]
    assert wall(engine).foot2 == "Then Dora. You may pass: it\u00a0comes round once more."


def test_from_the_last_it_goes_into_the_middle_and_then_once_more_round() -> None:
    engine = begun(*NAMES)
    for _ in range(6):
        engine.pass_stone()
    assert wall(engine).middle == ("", "The stone lies\nin the middle.")
    assert turns(engine, Turn.HELD) == list(NAMES)
    engine.pass_stone()
    assert (wall(engine).foot, turns(engine, Turn.HOLDS)) == ("Once more round", ["Ada"])
    for _ in range(5):
        engine.pass_stone()
    assert turns(engine, Turn.HOLDS) == []


def test_back_takes_the_stone_back() -> None:
    engine = begun(*NAMES)
    engine.pass_stone()
    engine.pass_stone()
    engine.back()
    assert turns(engine, Turn.HOLDS) == ["Ada"] and turns(engine, Turn.COMES) == ["Bo", "Cy", "Dora", "Eli"]
    engine.back()
    assert wall(engine).scene is Scene.QUESTION and engine.session.beat is Beat.ROUND
    engine.redo()
    assert turns(engine, Turn.HOLDS) == ["Ada"]


def test_who_comes_late_sits_down_at_the_end_and_who_leaves_has_no_chair() -> None:
    engine = begun(*NAMES)
    engine.pass_stone()
    engine.arrive("Zoë")
    engine.leave(2)
    assert [name for name, _ in wall(engine).chairs] == ["Ada", "Cy", "Dora", "Eli", "Zoë"]
    engine.pass_stone()
    assert turns(engine, Turn.HOLDS) == ["Cy"]


def test_who_comes_when_everybody_has_spoken_is_next() -> None:
    engine = begun(*NAMES)
    for _ in range(6):
        engine.pass_stone()
    engine.arrive("Zoë")
    engine.pass_stone()
    assert turns(engine, Turn.HOLDS) == ["Zoë"]


def test_when_the_holder_goes_home_the_stone_goes_on_from_there() -> None:
    engine = begun(*NAMES)
    engine.pass_stone()
    engine.pass_stone()
    engine.leave(2)
    assert turns(engine, Turn.HOLDS) == []
    engine.pass_stone()
    assert turns(engine, Turn.HOLDS) == ["Cy"]


def test_without_names_the_chairs_are_counted() -> None:
    engine = begun(people=13)
    engine.pass_stone()
    assert [name for name, _ in wall(engine).chairs] == [str(n) for n in range(1, 14)]
    assert wall(engine).foot2.startswith("Then 2.")
    engine.count(14)
    assert len(wall(engine).chairs) == 14


def test_people_stand_there_by_the_names_they_are_called() -> None:
    engine = begun("Ruth Silva", "Otto Lindqvist", "Ruth Adler", "Maximiliana Zu", "Ruth Adler",
                   "Ann-Kathrin-Sophie Ek")
    engine.pass_stone()
    assert [name for name, _ in wall(engine).chairs] == [
        "Ruth S.", "Otto", "Ruth (3)", "Maximiliana", "Ruth (5)", "Ann-Kathrin…"]


def test_the_stone_stays_in_its_step() -> None:
    engine = begun(*NAMES)
    engine.pass_stone()
    assert audience_at(engine.session, next_place(engine.session), WORDS).scene is Scene.QUESTION
    engine.next()
    assert wall(engine).scene is Scene.QUESTION
    engine.back()
    assert turns(engine, Turn.HOLDS) == ["Ada"]


@pytest.mark.parametrize("people", [1, MOST_IN_A_CIRCLE + 1])
def test_one_person_is_no_circle_and_more_than_thirty_see_each_other_no_more(people: int) -> None:
    engine = begun(people=people)
    assert not engine.pass_stone()


def test_no_stone_goes_round_where_nobody_is_asked() -> None:
    engine, _, _ = session_of(circle(*NAMES, kind=Kind.CLOSING))
    assert not engine.pass_stone()
    engine, _, _ = session_of(staff_meeting())
    assert not engine.pass_stone()


def test_a_crash_leaves_the_stone_in_its_hand() -> None:
    engine = begun(*NAMES)
    for _ in range(4):
        engine.pass_stone()
    again = fold([from_json(to_json(event)) for event in engine.log])
    assert again == engine.session and audience(again, WORDS) == wall(engine)


def test_minutes_per_voice_are_told_for_every_voice_of_the_circle() -> None:
    step = circle().steps[0]
    assert WORDS(circle_line(step, 20 * 60, 13) or "") == "About 1:30 each for 13 voices."
    assert circle_line(step, 60, 13) is None
    assert WORDS(circle_line(step, 20 * 60, 31) or "") == (
        "31 voices are many for one circle. Several circles, each with its own stone?")
    assert circle_line(msgspec.structs.replace(step, form=Form.ROOM), 20 * 60, 13) is None


def test_every_sentence_of_the_circle_is_marked() -> None:
    engine = begun(*NAMES)
    for _ in range(8):
        engine.pass_stone()
        seen = audience(engine.session, Words(PSEUDO))
        assert all("·" in sentence for sentence in (seen.foot, seen.foot2, seen.middle[1]))
