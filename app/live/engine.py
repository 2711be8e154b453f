"""The one mutable thing in a live session. Its verbs are the list of what a host can do.

A verb checks, appends a fact, applies it and tells its listeners `(new, old)`. `append` must make the fact
durable before it returns; when it raises, nothing has changed. A listener may use a verb: everybody hears of the first
fact before anybody hears of the second.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from app.design.days import begun_at
from app.design.gathering import Gathering, Seats, new_id, whole_minute
from app.design.preparation import for_others
from app.errors import Trouble
from app.groups.forms import Form, is_small_group
from app.groups.roster import MOST_BADGES, Person, clean_name, next_badge
from app.harvest.note import Note, Reach, checked
from app.library.protocol import Beat, Keeps
from app.live.circle import next_holder
from app.live.clock import MINUTE, Clock, Held, Resting, Running
from app.live.events import (
    Arrived,
    Began,
    Blanked,
    ClockHeld,
    ClockReleased,
    Counted,
    Dropped,
    Edited,
    Event,
    Fact,
    Finished,
    GivenBack,
    Kept,
    Left,
    Moved,
    Reformed,
    Restored,
    Reworded,
    Seated,
    Shown,
    Stretched,
    Undone,
)
from app.live.forgetting import redacted
from app.live.marketplace import posted
from app.live.noted import fits
from app.live.pictured import PhotoFact, pictured
from app.live.posting import MarketFact
from app.live.recast import Recast
from app.live.replanned import Replanned
from app.live.session import Session, apply, first_place, fold, next_place
from app.live.shown_note import LONGEST_SHOWN, to_show
from app.live.stone import StonePassed
from app.live.undoing import can_go_back, can_undo, going_back, last_dropped, last_undone, undoing, unposting
from app.words import say

Append = Callable[[Event], None]
Listener = Callable[[Session, Session], None]
FAR_FROM_PLAN = timedelta(hours=2)
"""A session that begins further than this from its planned start keeps its length, not its clock times."""
MOST_PEOPLE = 2000
LONGEST_MESSAGE = 300
"""Characters of a message: as many as a back row can read."""


class Engine:
    """Runs one session. `log` is what has happened so far; it begins with *began*."""

    def __init__(self, log: Sequence[Event], append: Append, clock: Clock) -> None:
        session = fold(log)
        if session is None:
            raise ValueError("a session's log begins with 'began'")
        self._log = list(log)
        self._session = session
        self._append = append
        self._clock = clock
        self._listeners: list[Listener] = []
        self._untold: deque[tuple[Session, Session]] = deque()

    @property
    def session(self) -> Session:
        """What is true now."""
        return self._session

    @property
    def log(self) -> tuple[Event, ...]:
        """Every fact so far."""
        return tuple(self._log)

    def wordings(self) -> tuple[str, ...]:
        """Every other way to ask the live question, the plan's own first."""
        step = self._session.step
        if step is None:
            return ()
        planned = self._session.planned.step(step.id)
        asked = (planned.question, *planned.wordings) if planned is not None else step.wordings
        return tuple(q for q in dict.fromkeys(asked) if q and q != step.question)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(new, old)` after every change, until the callable that comes back is called."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)
        return stop

    # --- flow

    def next(self) -> bool:
        """Go to the next beat, or the next step's first. False when only *finish* is left."""
        place = next_place(self._session)
        if place is None or self._session.finished is not None:
            return False
        return self._record(Moved(step_id=place.step_id, beat=place.beat))

    def back(self) -> bool:
        """Take the last move on the way back (a beat, a plan), its clock included, as if it had never been made."""
        return self._take_back(going_back(self._log))

    def can_go_back(self) -> bool:
        """Whether there is a move to take back."""
        return self._session.finished is None and can_go_back(self._log)

    def undo(self) -> bool:
        """Take back what was done last, whatever it was: a beat, the clock, the wall, the room. Never a note."""
        return self._take_back(undoing(self._log, self._session))

    def can_undo(self) -> bool:
        """Whether anything was done that is not a note."""
        return self._session.finished is None and can_undo(self._log)

    def redo(self) -> bool:
        """Take the last *back* or *undo* back: the move counts again, at the moment it was made."""
        undone = self._last_undo()
        return undone is not None and self._record(Undone(taken_back=undone))

    def can_redo(self) -> bool:
        """Whether there is a *back* to take back: nothing has changed the flow since."""
        return self._last_undo() is not None

    def put_back(self) -> bool:
        """Bring back what was taken back last: a move or a note."""
        dropped = last_dropped(self._log, self._session)
        if dropped is not None and dropped.id > (self._last_undo() or 0) and isinstance(dropped.what, Dropped):
            return self.restore(dropped.what.note_id)
        return self.redo()

    def can_put_back(self) -> bool:
        """Whether a move or a note can come back."""
        return self.can_redo() or last_dropped(self._log, self._session) is not None

    def hold(self) -> bool:
        """Let the countdown stand still."""
        s = self._session
        return isinstance(s.countdown, Running) and self._record(ClockHeld(step_id=s.step_id, beat=s.beat))

    def release(self) -> bool:
        """Let a held countdown go on."""
        s = self._session
        return isinstance(s.countdown, Held) and self._record(ClockReleased(step_id=s.step_id, beat=s.beat))

    def hold_or_release(self) -> bool:
        """One key for both: common clickers alternate two keys on one button."""
        return self.release() if isinstance(self._session.countdown, Held) else self.hold()

    def stretch(self, minutes: int) -> bool:
        """Give (or take) whole minutes. A round never gets shorter than one minute."""
        s = self._session
        if not isinstance(s.countdown, Resting | Running | Held) or s.finished is not None:
            return False
        if minutes < 0 and s.countdown.total + minutes * MINUTE < MINUTE:
            return False
        return self._record(Stretched(step_id=s.step_id, beat=s.beat, by=minutes * MINUTE))

    def give_back(self, by: int) -> bool:
        """Give back `by` milliseconds that the countdown lost while the program was away. *Back* takes them again."""
        s = self._session
        if by <= 0 or not isinstance(s.countdown, Running | Held) or s.finished is not None:
            return False
        return self._record(GivenBack(step_id=s.step_id, beat=s.beat, by=by))

    def pass_stone(self) -> bool:
        """Let the stone of a circle go on. *Back* takes it back."""
        to = next_holder(self._session)
        return to is not None and self._record(StonePassed(step_id=self._session.step_id, to=to))

    def replan(self, plan: Replanned) -> bool:
        """Let the rest go on by another plan. One *back* takes all of it."""
        s = self._session
        return s.finished is None and apply(s, plan, self._now()) != s and self._record(plan)

    def finish(self) -> bool:
        """End the session. Notes may still follow."""
        return self._session.finished is None and self._record(Finished())

    # --- the room

    def count(self, people: int) -> bool:
        """So many people are present (1 to 2,000)."""
        people = max(1, min(MOST_PEOPLE, people))
        return people != self._session.people and self._record(Counted(people=people))

    def blank(self, *, on: bool) -> bool:
        """Empty the wall, or show it again."""
        return on is not self._session.blank and self._record(Blanked(blank=on))

    def show_message(self, text: str) -> bool:
        """Show the host's own words on the wall until the next beat. Raises Trouble for too many of them."""
        text = text.strip()
        if len(text) > LONGEST_MESSAGE:
            raise Trouble(say("This message has {length} characters and a wall holds {most}; say it in fewer words.",
                              length=len(text), most=LONGEST_MESSAGE))
        return bool(text) and self._show_card(text)

    def show_silence(self) -> bool:
        """Show the card of silence until the next beat."""
        return self._show_card("", silence=True)

    def show_note(self, note_id: str) -> bool:
        """Show a kept note that the room agreed to show, until the next beat. Raises Trouble for an overlong one."""
        note = next((note for note in to_show(self._session) if note.id == note_id), None)
        if note is not None and len(note.text) > LONGEST_SHOWN:
            raise Trouble(say("This note has {length} characters and a wall holds {most}; read it aloud instead.",
                              length=len(note.text), most=LONGEST_SHOWN))
        return note is not None and self._show_card("", note_id=note_id)

    def take_card_away(self) -> bool:
        """The wall shows its own scene again."""
        return self._session.card is not None and self._show_card("")

    def arrive(self, name: str = "", *, remote: bool = False) -> Person:
        """Somebody came late and gets the next badge. Raises Trouble when the room has no more."""
        roster = self._session.gathering.roster
        if len(roster.people) >= MOST_BADGES:
            raise Trouble(say("There are {n} badges and no room has more; count the people instead.", n=MOST_BADGES))
        person = Person(number=next_badge(roster), name=clean_name(name), remote=remote)
        self._record(Arrived(person=person))
        return person

    def come_back(self, number: int) -> bool:
        """Who went home is here again."""
        person = self._session.gathering.roster.person(number)
        return person is not None and number in self._session.gone and self._record(Arrived(person=person))

    def leave(self, number: int) -> bool:
        """Whoever wears this badge goes home."""
        person = self._session.gathering.roster.person(number)
        return person is not None and number not in self._session.gone and self._record(Left(number=number))

    def seat(self, seats: tuple[Seats, ...]) -> bool:
        """These people sit together in these steps; what was lived stays as it was."""
        known = {old.step_id: old for old in self._session.gathering.seats}
        fresh = tuple(new for new in seats if known.get(new.step_id) != new)
        return bool(fresh) and self._session.finished is None and self._record(Seated(seats=fresh))

    def reword(self, question: str) -> bool:
        """Ask the live step's question in other words."""
        step = self._session.step
        if step is None or not question.strip() or question == step.question:
            return False
        return self._record(Reworded(step_id=step.id, question=question))

    def reform(self, form: Form) -> bool:
        """Give the live step another small group. The same one once more lets those who came since find groups anew."""
        s, step = self._session, self._session.step
        if step is None or not (is_small_group(form) and is_small_group(step.form)):
            return False
        anew = form != step.form or (s.sat != s.people and s.gathering.seats_at(step.id) is None)
        return anew and self._record(Reformed(step_id=step.id, form=form))

    def post(self, fact: MarketFact) -> bool:
        """Copy what happened at the wall of topics: called out, placed, merged, taken away, standing again."""
        return posted(self._session.market, fact) != self._session.market and self._record(fact)

    def unpost(self) -> bool:
        """Take back the last thing that was copied from the wall of topics; a redo brings it again."""
        undone = unposting(self._log)
        return undone is not None and self._record(undone)

    # --- notes

    def keep(self, text: str, kind: Keeps, *, step_id: str = "", said: Mapping[str, str] | None = None,
             reach: Reach = Reach.HARVEST, name: str = "", to: str = "", by_when: str = "") -> Note:
        """Keep a note; `said` are the fields of its kind, id to text (the three others are short for it).

        Raises Trouble for an empty or an overlong one, NotKept when it did not reach the disk.
        """
        note = Note(id=new_id(), step_id=step_id or self._session.step_id, kind=kind, text=text, at=self._now(),
                    reach=reach)
        note = checked(note.filled({"name": name, "to": to, "by_when": by_when, **(said or {})}))
        self._record(Kept(note=note))
        return note

    def edit(self, note: Note) -> bool:
        """Change a note's words, kind or fields."""
        note = checked(note)
        old = next((n for n in self._session.notes if n.id == note.id), None)
        return old is not None and old != note and self._record(Edited(note=note))

    def drop(self, note_id: str) -> bool:
        """Take a note away. It can be restored."""
        return any(n.id == note_id for n in self._session.notes) and self._record(Dropped(note_id=note_id))

    def restore(self, note_id: str) -> bool:
        """Bring a dropped note back."""
        return any(n.id == note_id for n in self._session.dropped) and self._record(Restored(note_id=note_id))

    def recast(self, fact: Recast) -> bool:
        """Take notes away and put others in their place, all in one fact; a new note with `at` 0 is of this moment.

        False where some of it no longer fits, or nothing differs. Raises Trouble for an empty or an overlong note.
        """
        notes = tuple(checked(msgspec.structs.replace(note, at=note.at or self._now())) for note in fact.notes)
        fact = msgspec.structs.replace(fact, notes=notes)
        return fits(self._session.kept, fact) and self._record(fact)

    def picture(self, fact: PhotoFact) -> bool:
        """A photograph comes to the notes, goes, or comes back; its pixels are kept before."""
        return pictured(self._session.photos, fact) != self._session.photos and self._record(fact)

    def forget(self, notes: Collection[str], forgotten: Callable[[], object]) -> bool:
        """Lose every word of these notes. `forgotten` takes them off the disk; where it raises, all is as it was."""
        log = redacted(self._log, notes)
        if list(log) == self._log:
            return False
        forgotten()
        self._log = list(log)
        self._turn(fold(log) or self._session)
        return True

    # --- inside

    def _show_card(self, message: str, *, silence: bool = False, note_id: str = "") -> bool:
        s = self._session
        fact = Shown(step_id=s.step_id, beat=s.beat, message=message, silence=silence, note_id=note_id)
        return s.finished is None and (fact != s.card or s.blank) and self._record(fact)

    def _take_back(self, undone: Undone | None) -> bool:
        return undone is not None and self._session.finished is None and self._record(undone)

    def _last_undo(self) -> int | None:
        return last_undone(self._log) if self._session.finished is None else None

    def _now(self) -> int:
        return max(self._clock(), self._log[-1].at)

    def _record(self, fact: Fact) -> bool:
        event = Event(id=self._log[-1].id + 1, at=self._now(), what=fact)
        self._append(event)
        self._log.append(event)
        new = fold(self._log) if isinstance(fact, Undone) else apply(self._session, fact, event.at)
        assert new is not None
        self._turn(new)
        return True

    def _turn(self, new: Session) -> None:
        old, self._session = self._session, new
        self._untold.append((new, old))
        if len(self._untold) == 1:
            self._tell()

    def _tell(self) -> None:
        try:
            while self._untold:
                for listener in tuple(self._listeners):
                    listener(*self._untold[0])
                self._untold.popleft()
        finally:
            self._untold.clear()


def opening(gathering: Gathering, now: int) -> tuple[Event, ...]:
    """The first facts of a session of `gathering` that begins at `now`, on its first beat. What its convener wrote for
    herself is not among them.
    """
    begins = whole_minute(datetime.fromtimestamp(now / 1000))
    if abs(begins - gathering.starts) > FAR_FROM_PLAN:
        gathering = begun_at(gathering, begins)
    place = first_place(gathering)
    if place is None:
        raise Trouble(say("“{title}” has no steps yet; add one before you host it.", title=gathering.title))
    return (Event(id=1, at=now, what=Began(gathering=for_others(gathering))),
            Event(id=2, at=now, what=Moved(step_id=place.step_id, beat=Beat(place.beat))))
