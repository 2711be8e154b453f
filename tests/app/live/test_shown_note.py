"""A note on the wall: only that one, only its words, and gone when it is dropped."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.errors import Trouble
from app.harvest.note import Reach
from app.library.protocol import Keeps
from app.live.audience import audience
from app.live.engine import Engine
from app.live.scene import Scene
from app.live.session import fold
from app.live.shown_note import LONGEST_SHOWN, to_show
from app.words import Words
from tests.app.live.room import session_of, walk_to

WORDS = Words()


def heard() -> Engine:
    """A session in which three things were said, the last of them for nobody."""
    engine, hand, _ = session_of()
    walk_to(engine, "busy", "call back")
    engine.keep("The yard is lit on Thursdays.", Keeps.POSSIBILITY, name="Ada")
    hand.forward(seconds=5)
    engine.keep("I doubt that we mean it.", Keeps.DOUBT, name="Bo")
    engine.keep("Only for my own ears.", Keeps.INSIGHT, reach=Reach.NOBODY)
    return engine


def show(engine: Engine, words: str) -> None:
    assert engine.show_note(next(note.id for note in engine.session.notes if words in note.text))


def test_the_newest_note_comes_first_and_what_is_for_nobody_is_not_offered() -> None:
    assert [note.kind for note in to_show(heard().session)] == [Keeps.DOUBT, Keeps.POSSIBILITY]


def test_the_wall_carries_that_note_and_nothing_of_any_other() -> None:
    engine = heard()
    show(engine, "yard")
    wall = audience(engine.session, WORDS)
    assert (wall.scene, wall.heading) == (Scene.NOTE, "“The yard is lit on Thursdays.”")
    assert "doubt" not in str(wall).lower() and "ears" not in str(wall)


def test_doubts_and_what_was_said_about_ownership_have_no_name_on_the_wall() -> None:
    engine = heard()
    show(engine, "doubt")
    assert audience(engine.session, WORDS).foot == "A doubt"
    show(engine, "yard")
    assert audience(engine.session, WORDS).foot == "A possibility", "it was said about ownership"
    walk_to(engine, "gift", "call back")
    engine.keep("You listened.", Keeps.GIFT, name="Cy")
    show(engine, "listened")
    assert audience(engine.session, WORDS).foot == "A gift, from Cy"


def test_a_note_that_is_dropped_leaves_the_wall_at_once_and_does_not_come_back_by_being_restored() -> None:
    engine = heard()
    own = audience(engine.session, WORDS)
    show(engine, "yard")
    note = next(note for note in engine.session.notes if "yard" in note.text)
    engine.drop(note.id)
    assert audience(engine.session, WORDS) == own
    engine.restore(note.id)
    assert audience(engine.session, WORDS) == own


def test_a_note_that_becomes_for_nobody_leaves_the_wall_and_the_next_beat_takes_any_away() -> None:
    engine = heard()
    own = audience(engine.session, WORDS)
    show(engine, "yard")
    note = next(note for note in engine.session.notes if "yard" in note.text)
    engine.edit(replace(note, reach=Reach.NOBODY))
    assert audience(engine.session, WORDS) == own
    show(engine, "doubt")
    engine.next()
    assert audience(engine.session, WORDS).scene is not Scene.NOTE


def test_a_note_longer_than_a_wall_holds_is_told_so_and_nothing_changes() -> None:
    engine = heard()
    own = audience(engine.session, WORDS)
    note = engine.keep("long " * LONGEST_SHOWN, Keeps.STORY)
    with pytest.raises(Trouble, match="holds 500"):
        engine.show_note(note.id)
    assert audience(engine.session, WORDS) == own


def test_the_log_tells_it_again() -> None:
    engine = heard()
    show(engine, "yard")
    assert fold(engine.log) == engine.session
