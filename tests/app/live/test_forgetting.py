"""A log from which notes were forgotten reads as if they had never been written."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.harvest.note import Note, Reach
from app.harvest.shaping import merged, moved, parted
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.events import Event, from_json, to_json
from app.live.forgetting import for_nobody, redacted
from app.live.recast import Recast, inverse
from app.live.session import Session, fold
from tests.app.live.room import Hand, session_of
from tests.plans import at

DOINGS = ("keep", "whisper", "edit", "drop", "restore", "next", "back", "merge", "part", "move", "hush", "unshape")


SHAPING = ("merge", "part", "move", "hush", "unshape")


def shape(engine: Engine, doing: str, undo: Recast) -> Recast:
    """One thing that is done to notes afterwards; the fact that takes it back. "unshape" does what `undo` says."""
    notes = engine.session.notes
    fact = undo
    if doing == "merge" and len(notes) > 1:
        fact = Recast(gone=(notes[0].id, notes[-1].id), notes=(merged((notes[0], notes[-1])),))
    elif doing == "part" and notes and " " in notes[-1].text:
        fact = Recast(gone=(notes[-1].id,), notes=parted(notes[-1], notes[-1].text.rsplit(" ", 1)))
    elif doing == "move":
        fact = Recast(gone=tuple(n.id for n in notes), notes=tuple(moved(n, step_id="gift") for n in notes))
    elif doing == "hush" and notes:
        engine.edit(msgspec.structs.replace(notes[-1], reach=Reach.NOBODY))
        return undo
    back = inverse(fact, notes)
    return back if engine.recast(fact) else undo


def lived(doings: list[str]) -> Engine:
    """A session in which these things were done, one a minute."""
    engine, hand, _ = session_of()
    undo = Recast()
    for doing in doings:
        hand.forward(minutes=1)
        notes, dropped = engine.session.notes, engine.session.dropped
        if doing in ("keep", "whisper"):
            reach = Reach.NOBODY if doing == "whisper" else Reach.HARVEST
            engine.keep(f"{doing}{hand()}a {doing}{hand()}b", Keeps.INSIGHT, reach=reach)
        elif doing == "edit" and notes:
            engine.edit(msgspec.structs.replace(notes[-1], text=f"{notes[-1].text} again{hand()}"))
        elif doing == "drop" and notes:
            engine.drop(notes[0].id)
        elif doing == "restore" and dropped:
            engine.restore(dropped[0].id)
        elif doing in SHAPING:
            undo = shape(engine, doing, undo)
        elif doing in ("next", "back"):
            getattr(engine, doing)()
    return engine


@given(st.lists(st.sampled_from(DOINGS), max_size=25))
def test_a_redacted_log_folds_to_the_session_without_those_notes(doings: list[str]) -> None:
    engine = lived(doings)
    before, hidden = engine.session, for_nobody(engine.log)
    engine.forget(hidden, lambda: None)
    after = engine.session
    left = [note for note in before.notes if note.reach is not Reach.NOBODY]
    assert sorted(after.notes, key=_place) == sorted(left, key=_place)
    assert [note.at for note in after.notes] == [note.at for note in left], "of one instant any may stand first"
    assert after.dropped == tuple(note for note in before.dropped if note.id not in hidden)
    open_words = " ".join(note.text for note in after.notes).split()
    written = b"".join(map(to_json, engine.log)).decode()
    for note in before.notes:
        if note.reach is Reach.NOBODY:   # not in what it was made of either, nor in what it was parted from
            assert not [word for word in note.text.split() if word in written and word not in open_words]
    assert (after.spans, after.step_id, after.countdown) == (before.spans, before.step_id, before.countdown)
    assert after == fold(engine.log)
    assert tuple(from_json(to_json(event)) for event in engine.log) == engine.log


def _place(note: Note) -> tuple[int, str]:
    return note.at, note.id


def test_the_session_goes_on_after_forgetting_and_says_so_to_whoever_listens() -> None:
    engine = lived(["keep", "whisper"])
    heard: list[Session] = []
    engine.listen(lambda new, _: heard.append(new))
    engine.forget(for_nobody(engine.log), lambda: None)
    engine.keep("after", Keeps.INSIGHT)
    assert [len(session.notes) for session in heard] == [1, 2]
    log: list[Event] = list(engine.log)
    assert Engine(log, log.append, Hand(at(12))).session == engine.session


def test_notes_that_only_moved_together_share_no_words() -> None:
    engine = lived(["keep", "whisper", "move", "drop"])
    assert len(engine.session.dropped) == 1 and len(for_nobody(engine.log)) == 1, "only the whisper"


def test_what_is_left_of_a_parted_note_keeps_its_place_when_the_whole_is_forgotten() -> None:
    engine = lived(["keep", "keep", "keep"])
    first, whole, last = engine.session.notes
    engine.recast(Recast(gone=(whole.id,), notes=parted(whole, ("open", "hush"))))
    engine.edit(msgspec.structs.replace(engine.session.notes[2], reach=Reach.NOBODY))
    engine.forget(for_nobody(engine.log), lambda: None)
    assert [note.text for note in engine.session.notes] == [first.text, "open", last.text]
    assert engine.session.dropped == (), "the whole had the hushed words in it"


def test_an_earlier_wording_of_a_note_is_forgotten_with_it() -> None:
    engine = lived(["whisper", "edit", "edit"])
    left = redacted(engine.log, for_nobody(engine.log))
    assert not any(b"whisper" in to_json(event) for event in left) and len(left) == len(engine.log)
