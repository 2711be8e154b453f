"""What of a session can be found again, and what can not."""

from __future__ import annotations

import msgspec

from app.harvest.found import Run, Saying, Sort
from app.harvest.note import Reach
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.posting import Merged, TakenAway
from app.live.sayings import sayings_of
from tests.app.live.open_space import call, open_space
from tests.app.live.room import session_of
from tests.app.prints.harvests import staff_meeting

RUN = Run("s1", "staff", "Staff meeting", 0)


def of(engine: Engine) -> tuple[Saying, ...]:
    return sayings_of(RUN, engine.session)


def texts(engine: Engine, sort: Sort = Sort.NOTE) -> list[str]:
    return [saying.text for saying in of(engine) if saying.sort is sort]


def test_a_note_is_found_by_its_words_and_by_every_field_on_one_line() -> None:
    engine, *_ = session_of(staff_meeting())
    engine.keep("I will open\n at eight.", Keeps.PROMISE, step_id="gift", name="Joan", to="Ruth", by_when="from Monday")
    engine.keep("It was warm.", Keeps.STORY, step_id="gift", said={"headline": "The bakery"})
    assert texts(engine) == ["I will open at eight. · Joan · Ruth · from Monday", "The bakery · It was warm."]
    promise = of(engine)[1]
    assert (promise.kind, promise.conversation, promise.note_id) == (
        Keeps.PROMISE, "Made lighter", engine.session.notes[0].id)


def test_title_and_purpose_of_the_gathering_come_first() -> None:
    engine, *_ = session_of(staff_meeting())
    first = of(engine)[0]
    assert (first.sort, first.text) == (Sort.GATHERING, "Staff meeting · So that Tuesday belongs to all of us")


def test_what_was_for_nobody_is_not_found_even_while_the_gathering_runs() -> None:
    engine, *_ = session_of(staff_meeting())
    engine.keep("whispered", Keeps.INSIGHT, reach=Reach.NOBODY)
    said = engine.keep("said aloud", Keeps.INSIGHT)
    assert texts(engine) == ["said aloud"]
    engine.edit(msgspec.structs.replace(said, reach=Reach.NOBODY))
    assert texts(engine) == []


def test_what_was_taken_away_is_not_found_and_what_was_brought_back_is() -> None:
    engine, *_ = session_of(staff_meeting())
    note = engine.keep("said aloud", Keeps.INSIGHT)
    engine.drop(note.id)
    assert texts(engine) == []
    engine.restore(note.id)
    assert texts(engine) == ["said aloud"]


def test_where_no_name_is_kept_none_is_found() -> None:
    engine, *_ = session_of(staff_meeting())
    for step_id, kind in (("busy", Keeps.INSIGHT), ("gift", Keeps.DOUBT)):
        note = engine.keep("nameless", kind, step_id=step_id)
        engine.edit(msgspec.structs.replace(note, name="Otto"))
    assert [text for text in texts(engine) if "Otto" in text] == []
    note = engine.keep("with a name", Keeps.GIFT, step_id="gift", name="Otto")
    assert texts(engine)[-1] == "with a name · Otto"


def test_topics_of_an_open_space_are_found_with_who_called_them_until_they_are_taken_away() -> None:
    engine, *_ = session_of(open_space())
    bees, oven, walk = (call(engine, title, by) for title, by in (("Bees", "Dina"), ("An oven", "Joan"), ("Walk", "")))
    engine.post(Merged(topic_id=oven.id, into=bees.id))
    assert texts(engine, Sort.TOPIC) == ["Bees · Dina", "An oven · Joan", "Walk"]
    engine.post(TakenAway(topic_id=walk.id))
    assert texts(engine, Sort.TOPIC) == ["Bees · Dina", "An oven · Joan"]
