from __future__ import annotations

import msgspec

from app.groups.forms import Form
from app.library.protocol import Beat, Keeps, Kind, Lines, Regroup
from app.live.audience import audience, audience_at, audience_of
from app.live.scene import Scene
from app.live.session import foreseen, next_place
from app.words import PSEUDO, Words
from tests.app.live.room import session_of, walk_to
from tests.plans import staff_meeting

WORDS = Words()


def test_the_wall_goes_through_its_scenes_with_the_host() -> None:
    engine, _, _ = session_of()
    scenes = [audience(engine.session, WORDS).scene]
    while engine.next():
        scenes.append(audience(engine.session, WORDS).scene)
    engine.finish()
    scenes.append(audience(engine.session, WORDS).scene)
    q, g, c = Scene.QUESTION, Scene.GATHER, Scene.CALL_BACK
    assert scenes == [Scene.WELCOME, q, g, q, q, c, q, q, g, q, q, c, Scene.CLOSING, Scene.CLOSING]


def test_the_ring_is_on_the_wall_only_while_the_round_runs() -> None:
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "frame")
    assert audience(engine.session, WORDS).ring is None
    engine.next()
    ring = audience(engine.session, WORDS).ring
    assert ring is not None and ring.remaining(hand()) == 12 * 60_000
    hand.forward(minutes=15)
    assert ring.remaining(hand()) == 0


def test_the_next_picture_is_what_next_then_shows() -> None:
    engine, _, _ = session_of()
    while (place := next_place(engine.session)) is not None:
        foreseen = audience_at(engine.session, place, WORDS)
        engine.next()
        shown = audience(engine.session, WORDS)
        assert (foreseen.scene, foreseen.heading, foreseen.foot) == (shown.scene, shown.heading, shown.foot)


def test_the_welcome_shows_the_purpose_and_the_hour() -> None:
    engine, _, _ = session_of()
    wall = audience(engine.session, WORDS)
    assert wall.heading == "So that Tuesday belongs to all of us"
    assert (wall.time_label, wall.time) == ("We begin at", "09:00")


def test_a_break_shows_when_to_be_back() -> None:
    plan = staff_meeting()
    rest = msgspec.structs.replace(plan.steps[1], id="tea", title="Tea", kind=Kind.BREAK, minutes=15)
    engine, _, _ = session_of(msgspec.structs.replace(plan, steps=(rest, *plan.steps)))
    wall = audience(engine.session, WORDS)
    assert (wall.scene, wall.time) == (Scene.BREAK, "09:15")
    engine.stretch(5)
    assert audience(engine.session, WORDS).time == "09:20"


def test_the_same_three_is_asked_to_stay() -> None:
    engine, _, _ = session_of()
    walk_to(engine, "gift", "gather")
    wall = audience(engine.session, WORDS)
    assert "same people" in wall.heading
    assert wall.foot == ""


def test_nothing_of_the_host_reaches_the_wall() -> None:
    """What the host says, watches for and catches is never in an Audience, whatever the beat."""
    secret = "only for the host"
    plan = staff_meeting()
    steps = tuple(msgspec.structs.replace(
        s, say=Lines(frame=(secret,), round=(secret,)), watch=Lines(round=(secret,))) for s in plan.steps)
    engine, _, _ = session_of(msgspec.structs.replace(plan, steps=steps))
    engine.keep(secret, Keeps.DOUBT)
    seen = [str(audience(engine.session, WORDS))]
    while engine.next():
        seen.append(str(audience(engine.session, WORDS)))
    assert not [s for s in seen if secret in s]
    assert any("What stayed with you?" in s for s in seen)


def test_a_blank_wall_holds_nothing() -> None:
    engine, _, _ = session_of()
    engine.blank(on=True)
    assert audience(engine.session, WORDS).heading == ""
    assert audience(engine.session, WORDS).scene is Scene.BLANK


def test_every_sentence_of_the_wall_is_marked() -> None:
    pseudo = Words(PSEUDO)
    for form in Form:
        for regroup in Regroup:
            step = msgspec.structs.replace(staff_meeting().steps[2], form=form, regroup=regroup)
            for beat in Beat:
                wall = audience_of(step, pseudo, beat=beat)
                own = [wall.foot, wall.foot2, *wall.last, *wall.over]
                assert all("·" in sentence for sentence in own if sentence)


def test_previews_do_not_need_a_session() -> None:
    wall = audience_of(staff_meeting().steps[2], WORDS)
    assert wall.heading == "What do you leave for others by being busy?"
    assert wall.family == "ownership"


def test_what_is_foreseen_is_what_next_then_shows_to_the_last_letter() -> None:
    engine, hand, _ = session_of()
    while next_place(engine.session) is not None:
        coming = audience(foreseen(engine.session, hand()), WORDS)
        engine.next()
        assert coming == audience(engine.session, WORDS)
    coming = audience(foreseen(engine.session, hand()), WORDS)
    engine.finish()
    assert coming == audience(engine.session, WORDS)


def test_what_was_put_on_the_wall_is_foreseen_to_be_taken_away_again() -> None:
    engine, hand, _ = session_of()
    scene = audience(engine.session, WORDS)
    engine.show_message("Coats are in room 4")
    assert audience(foreseen(engine.session, hand()), WORDS) == scene
    engine.blank(on=True)
    assert audience(foreseen(engine.session, hand()), WORDS).heading == "Coats are in room 4"
