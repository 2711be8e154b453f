"""What is shaped afterwards: one change each, taken back and made again to the letter, and no word is ever lost."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable

import msgspec
import pytest

from app.errors import NotKept, Trouble
from app.harvest.note import Note, Reach
from app.harvest.shaping import by_theme
from app.library.protocol import Keeps
from app.live.audience import audience
from app.live.engine import Engine
from app.live.events import Event, from_json, to_json
from app.live.recast import Recast
from app.live.scene import Scene
from app.live.session import fold
from app.words import Words, say
from tests.app.live.room import session_of, walk_to
from ui.panels.note_changes import NoteChanges

PLAYS, PRESSES = int(os.environ.get("AFTERNOONS", "200")), 14
"""1,000 were played once; the whole run plays fewer."""
STEPS = ("busy", "heard", "gift")


class Desk:
    """Somebody who shapes what was kept; the engine, its log, and a disk that may be full."""

    def __init__(self) -> None:
        self.engine, self.hand, self.log = session_of()
        self.full = False
        self.engine = Engine(self.engine.log, self._append, self.hand)
        self.changes = NoteChanges(self.engine)

    def _append(self, event: Event) -> None:
        if self.full:
            raise NotKept(say("The disk is full."))
        self.log.append(event)

    def keep(self, words: str, kind: Keeps = Keeps.INSIGHT, **said: str) -> str:
        """Keep a note in the step "heard", a second after the one before; its id."""
        self.hand.forward(seconds=1)
        return self.engine.keep(words, kind, step_id=said.pop("step_id", "heard"),
                                reach=Reach(said.pop("reach", Reach.HARVEST)), said=said).id

    def texts(self) -> list[str]:
        return [note.text for note in self.engine.session.notes]

    def note(self, words: str) -> Note:
        return next(note for note in self.engine.session.notes if words in note.text)


def presses(desk: Desk, dice: random.Random, number: int) -> list[Callable[[], object]]:
    """Everything that can be done to notes now, each with words of its own."""
    notes, changes = desk.engine.session.notes, desk.changes
    some = [note.id for note in dice.sample(notes, min(len(notes), dice.randint(1, 4)))] or ["none"]
    one = dice.choice(notes) if notes else None
    themes = [note.id for note in notes if note.kind is Keeps.THEME]

    def part() -> object:
        words = one.text.split() if one is not None else []
        at = dice.randint(1, max(1, len(words) - 1))
        return len(words) > 1 and one is not None and changes.part(
            one.id, (" ".join(words[:at]), " ".join(words[at:])))

    def gather() -> object:
        try:
            return changes.gather(some, dice.choice([*themes, "", "none"]))
        except Trouble:
            return False

    return [
        lambda: changes.keep(Note(id="", step_id=dice.choice(STEPS), kind=dice.choice(list(Keeps)), at=0,
                                  text=f"w{number}a w{number}b w{number}c")),
        lambda: one is not None and changes.edit(msgspec.structs.replace(one, text=f"{one.text} e{number}")),
        lambda: changes.drop(some[0]), lambda: changes.merge(some), part, gather,
        lambda: changes.move(some, step_id=dice.choice(STEPS), kind=dice.choice((None, *Keeps))),
        lambda: changes.new_theme(f"t{number}", some, "heard"),
        changes.undo, changes.redo, lambda: changes.drop_all(some),
    ]


def words_in(notes: tuple[Note, ...]) -> Counter[str]:
    return Counter(word for note in notes for word in note.text.split())


def play(seed: int) -> None:
    """One afternoon: every state is what its log says, and all of it can be taken back and made again."""
    dice, desk = random.Random(seed), Desk()
    desk.changes.keep_all([Note(id="", step_id="heard", kind=Keeps.INSIGHT, at=0, text=f"p{n} q{n}") for n in range(4)])
    shaping = range(3, 8)   # merge, part, gather, move, new theme
    for number in range(PRESSES):
        if dice.random() < 0.5:
            desk.hand.forward(seconds=1)
        before = desk.engine.session.notes
        choice = dice.randrange(10)
        presses(desk, dice, number)[choice]()
        after = desk.engine.session.notes
        if choice in shaping:
            lost = words_in(before) - words_in(after)
            assert not lost, f"seed {seed}: {lost} lost by {choice}"
            assert all(word.startswith("t") for word in words_in(after) - words_in(before)), f"seed {seed}"
        assert len(after) == len({note.id for note in after})
    kept = words_in((*desk.engine.session.notes, *desk.engine.session.dropped))
    assert {f"{letter}{n}" for n in range(4) for letter in "pq"} <= kept.keys(), f"seed {seed}"
    assert fold([from_json(to_json(event)) for event in desk.log]) == desk.engine.session, f"seed {seed}"
    states = [desk.engine.session.notes]
    while desk.changes.undo():
        states.append(desk.engine.session.notes)
    assert states[-1] == (), f"seed {seed}"
    for state in reversed(states[:-1]):
        assert desk.changes.redo() and desk.engine.session.notes == state, f"seed {seed}"
    assert fold(desk.log) == desk.engine.session, f"seed {seed}"


def test_afternoons_of_shaping_lose_no_word_and_can_be_taken_back() -> None:
    for seed in range(30):
        play(seed)


@pytest.mark.slow
def test_many_more_afternoons_do() -> None:
    for seed in range(30, PLAYS):
        play(seed)


def test_merged_notes_stand_where_the_first_stood_and_come_apart_again_in_one_undo() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two", "three", "four")]
    whole = desk.changes.merge([ids[3], ids[1]])
    assert whole is not None and desk.texts() == ["one", "four\ntwo", "three"]
    assert len(desk.log) == 2 + 4 + 1, "all of it is one fact"
    assert desk.changes.undo() and desk.texts() == ["one", "two", "three", "four"]
    assert desk.changes.redo() and desk.texts() == ["one", "four\ntwo", "three"]
    assert desk.changes.merge([whole.id]) is None


def test_a_parted_note_leaves_its_parts_in_its_place() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two and three", "four")]
    assert desk.changes.part(ids[1], ("two", "three")) and desk.texts() == ["one", "two", "three", "four"]
    with pytest.raises(Trouble, match="Part 2 has no words"):
        desk.changes.part(ids[0], ("one", " "))
    assert not desk.changes.part("none", ("a", "b")) and desk.texts() == ["one", "two", "three", "four"]
    assert desk.changes.undo() and desk.texts() == ["one", "two and three", "four"]


def test_a_new_theme_and_what_is_gathered_under_it_are_one_change() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two", "three")]
    theme = desk.changes.new_theme("Keys", ids[:2], "heard")
    assert [(t.text, [n.text for n in under]) for t, under in by_theme(desk.engine.session.notes)] == [
        ("Keys", ["one", "two"])]
    assert theme.at == desk.hand(), "it is of this moment"
    assert desk.changes.gather([ids[2], theme.id], theme.id), "a theme among them stays what it is"
    assert len(by_theme(desk.engine.session.notes)[0][1]) == 3 and desk.note("Keys").theme == ""
    assert desk.changes.gather(ids[:1], "") and desk.note("one").theme == ""
    assert all(desk.changes.undo() for _ in range(3)) and desk.texts() == ["one", "two", "three"]
    assert not any(note.theme for note in desk.engine.session.notes)


def test_several_that_are_taken_away_are_one_change() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two", "three")]
    facts = len(desk.log)
    assert desk.changes.drop_all([ids[0], ids[2], "gone long ago"]) and desk.texts() == ["two"]
    assert len(desk.log) == facts + 1, "a full disk keeps all of it or nothing"
    assert desk.changes.undo() and desk.texts() == ["one", "two", "three"]
    assert desk.changes.redo() and desk.texts() == ["two"]
    assert not desk.changes.drop_all([ids[0]]), "it is gone already"


def test_a_dropped_theme_gathers_nothing_and_again_everything_when_it_is_back() -> None:
    desk = Desk()
    theme = desk.changes.new_theme("Keys", [desk.keep("one")], "heard")
    desk.changes.drop(theme.id)
    assert by_theme(desk.engine.session.notes) == ()
    desk.changes.undo()
    assert len(by_theme(desk.engine.session.notes)[0][1]) == 1
    desk.changes.move([theme.id], kind=Keeps.INSIGHT)
    assert by_theme(desk.engine.session.notes) == () and not desk.changes.gather([desk.keep("two")], theme.id)


def test_promises_and_themes_are_gathered_under_no_theme_and_leave_one_when_they_become_such() -> None:
    desk = Desk()
    promise, note = desk.keep("I promise.", Keeps.PROMISE), desk.keep("one")
    theme = desk.changes.new_theme("Keys", [note, promise], "heard")
    assert (desk.note("one").theme, desk.note("promise").theme) == (theme.id, "")
    with pytest.raises(Trouble, match="stand on their own"):
        desk.changes.gather([promise], theme.id)
    desk.changes.move([note], kind=Keeps.PROMISE)
    assert desk.note("one").theme == ""
    desk.changes.undo()
    assert desk.note("one").theme == theme.id
    desk.engine.edit(msgspec.structs.replace(desk.note("one"), kind=Keeps.OFFER))
    assert desk.note("one").theme == "", "also where it is written over"


def test_two_themes_become_one_with_all_that_was_gathered_and_a_parted_theme_keeps_it() -> None:
    desk = Desk()
    one, two = desk.keep("one"), desk.keep("two")
    keys = desk.changes.new_theme("Keys", [one], "heard")
    doors = desk.changes.new_theme("Doors", [two], "heard")
    both = desk.changes.merge([keys.id, doors.id])
    assert both is not None and [len(under) for _, under in by_theme(desk.engine.session.notes)] == [2]
    desk.changes.part(both.id, ("Keys", "Doors"))
    assert [len(under) for _, under in by_theme(desk.engine.session.notes)] == [2, 0]
    assert desk.changes.undo() and desk.changes.undo()
    assert [(t.text, [n.text for n in under]) for t, under in by_theme(desk.engine.session.notes)] == [
        ("Keys", ["one"]), ("Doors", ["two"])]


def test_a_note_of_a_nameless_conversation_gives_no_name_to_the_whole() -> None:
    desk = Desk()
    said, owned = desk.keep("I said so.", name="Ada"), desk.keep("It was me.", name="Ada", step_id="busy")
    whole = desk.changes.merge([said, owned])
    assert whole is not None and whole.name == ""
    assert (whole := desk.changes.merge([whole.id, desk.keep("And more.", name="Ada")])) and whole.name == ""


def test_a_full_disk_changes_nothing_and_leaves_nothing_to_take_back() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two")]
    before, desk.full = desk.engine.session, True
    changes = desk.changes
    for change in (lambda: changes.merge(ids), lambda: changes.part(ids[0], ("o", "ne")),
                   lambda: changes.move(ids, step_id="gift"), lambda: changes.new_theme("Keys", ids, "heard")):
        with pytest.raises(NotKept):
            change()
        assert desk.engine.session == before
    desk.full = False
    assert not desk.changes.undo()


def test_a_shown_note_leaves_the_wall_when_it_is_merged_and_stays_when_it_only_moves() -> None:
    desk = Desk()
    walk_to(desk.engine, "busy", "call back")
    ids = [desk.keep(words) for words in ("one", "two")]
    desk.engine.show_note(ids[0])
    desk.changes.move(ids, step_id="gift")
    assert audience(desk.engine.session, Words()).scene is Scene.NOTE
    desk.changes.merge(ids)
    assert audience(desk.engine.session, Words()).scene is not Scene.NOTE
    desk.changes.undo()
    assert audience(desk.engine.session, Words()).scene is not Scene.NOTE


def test_putting_back_brings_no_note_that_is_part_of_another_by_now() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two")]
    desk.engine.drop(ids[0])
    assert desk.engine.put_back()
    desk.changes.merge(ids)
    assert not desk.engine.can_put_back() and not desk.engine.put_back() and desk.texts() == ["one\ntwo"]


def test_a_recast_to_no_words_or_to_a_note_that_is_known_changes_nothing() -> None:
    desk = Desk()
    ids = [desk.keep(words) for words in ("one", "two")]
    one, two = desk.engine.session.notes
    with pytest.raises(Trouble, match="nothing in this note"):
        desk.engine.recast(Recast(gone=tuple(ids), notes=(msgspec.structs.replace(one, id="new", text=" "),)))
    new, other = msgspec.structs.replace(one, id="new"), msgspec.structs.replace(two, text="other")
    for fact in (Recast(gone=("none",), notes=(new,)), Recast(back=(one.id,)), Recast(notes=(other,)),
                 Recast(gone=(one.id,), notes=(one,)), Recast()):
        assert not desk.engine.recast(fact)
    assert desk.texts() == ["one", "two"] and len(desk.log) == 4


def test_what_was_forgotten_cannot_come_back_by_an_undo() -> None:
    desk = Desk()
    ids = [desk.keep("one"), desk.keep("hush", reach=Reach.NOBODY)]
    desk.changes.merge(ids)
    assert desk.engine.session.notes[0].reach is Reach.NOBODY
    desk.engine.forget([ids[1]], lambda: None)
    assert not desk.changes.undo() and desk.texts() == ["one\nhush"]


def test_a_clock_that_stands_still_keeps_every_place() -> None:
    desk = Desk()
    desk.changes.keep_all([Note(id="", step_id="heard", kind=Keeps.INSIGHT, at=0, text=text) for text in "abcd"])
    ids = [note.id for note in desk.engine.session.notes]
    desk.changes.merge([ids[0], ids[2]])
    assert desk.texts() == ["a\nc", "b", "d"]
    desk.changes.undo()
    assert desk.texts() == ["a", "b", "c", "d"]
