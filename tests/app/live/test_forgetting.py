"""A log from which notes were forgotten reads as if they had never been written."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.harvest.note import Reach
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.events import Event, from_json, to_json
from app.live.forgetting import for_nobody, redacted
from app.live.session import Session, fold
from tests.app.live.room import Hand, session_of
from tests.plans import at

DOINGS = ("keep", "whisper", "edit", "drop", "restore", "next", "back")


def lived(doings: list[str]) -> Engine:
    """A session in which these things were done, one a minute."""
    engine, hand, _ = session_of()
    for doing in doings:
        hand.forward(minutes=1)
        notes, dropped = engine.session.notes, engine.session.dropped
        if doing in ("keep", "whisper"):
            engine.keep(f"{doing} {hand()}", Keeps.INSIGHT, reach=Reach.NOBODY if doing == "whisper" else Reach.HARVEST)
        elif doing == "edit" and notes:
            engine.edit(msgspec.structs.replace(notes[-1], text=f"{notes[-1].text} again"))
        elif doing == "drop" and notes:
            engine.drop(notes[0].id)
        elif doing == "restore" and dropped:
            engine.restore(dropped[0].id)
        elif doing in ("next", "back"):
            getattr(engine, doing)()
    return engine


@given(st.lists(st.sampled_from(DOINGS), max_size=25))
def test_a_redacted_log_folds_to_the_session_without_those_notes(doings: list[str]) -> None:
    engine = lived(doings)
    before = engine.session
    engine.forget(for_nobody(before), lambda: None)
    after = engine.session
    assert after.notes == tuple(note for note in before.notes if note.reach is not Reach.NOBODY)
    assert after.dropped == tuple(note for note in before.dropped if note.reach is not Reach.NOBODY)
    assert (after.spans, after.step_id, after.countdown) == (before.spans, before.step_id, before.countdown)
    assert after == fold(engine.log) and b"whisper" not in b"".join(map(to_json, engine.log))
    assert tuple(from_json(to_json(event)) for event in engine.log) == engine.log


def test_the_session_goes_on_after_forgetting_and_says_so_to_whoever_listens() -> None:
    engine = lived(["keep", "whisper"])
    heard: list[Session] = []
    engine.listen(lambda new, _: heard.append(new))
    engine.forget(for_nobody(engine.session), lambda: None)
    engine.keep("after", Keeps.INSIGHT)
    assert [len(session.notes) for session in heard] == [1, 2]
    log: list[Event] = list(engine.log)
    assert Engine(log, log.append, Hand(at(12))).session == engine.session


def test_an_earlier_wording_of_a_note_is_forgotten_with_it() -> None:
    engine = lived(["whisper", "edit", "edit"])
    left = redacted(engine.log, for_nobody(engine.session))
    assert not any(b"whisper" in to_json(event) for event in left) and len(left) == len(engine.log)
