"""Every command of a live session as data: what it is called, which keys press it, when it may be pressed.

A key in `anywhere` works while a text field has the keyboard (clickers send these); the others do not.
Nothing here touches a widget: what only the page can do is handed in as `Hands`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from app.design.open_space import is_open_space
from app.live.away import SECOND, Away
from app.live.circle import next_holder
from app.live.clock import Done, Held, Resting, Running
from app.live.engine import MOST_PEOPLE, Engine
from app.live.script import next_words
from app.live.session import Session, next_place
from app.live.shown_note import note_on_wall, to_show
from app.live.whereabouts import Ask
from app.words import Text, say
from ui.commands import Command, native


class PlanHands(Protocol):
    """Re-planning, as the page has it."""

    @property
    def offered(self) -> int:
        """How many numbers can be pressed now; -1 while it is not open."""

    def toggle(self) -> None:
        """Open it, or put it away."""

    def choose(self, number: int) -> None:
        """Do what that number says, counted from 0."""

    def close(self) -> None:
        """Not now."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What the page does itself."""

    wake: Callable[[], None]
    other_words: Callable[[], None]
    finish: Callable[[], None]
    leave: Callable[[], None]
    swap_paper: Callable[[], None]
    toggle_wall: Callable[[], None]
    list_keys: Callable[[], None]
    write_message: Callable[[], None]
    ask_people: Callable[[Ask], None]
    topics: Callable[[], None]
    stand_back: Callable[[], None]
    fold: Callable[[], None]
    away: Callable[[], Away | None]
    mute: Callable[[], None]
    copy: Callable[[], None]
    phone: Callable[[], None]
    show_notes: Callable[[], None]
    rehearsing: Callable[[], bool]
    other_speed: Callable[[], None]
    identify: Callable[[], None]
    plan: PlanHands
    take_note_back: Callable[[Engine], object]


@dataclass(frozen=True, slots=True)
class Action:
    """One command. `keys` and `anywhere` are portable key names ("PgDown", "Ctrl+Z"); `repeats` allows a held key.

    `plain` is what it is called while nothing runs, where `text` follows the session.
    """

    id: str
    text: Text | Callable[[Session], Text]
    glyph: str
    enabled: Callable[[Engine], bool]
    run: Callable[[Engine], object]
    keys: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    repeats: bool = False
    plain: Text | None = None

    @property
    def command(self) -> Command:
        """The same for the list of every key, where no session may be running."""
        text = self.plain or self.text
        assert isinstance(text, Text), f"{self.id} has no words without a session"
        return Command(text, (*self.keys, *self.anywhere), id=self.id)

    def words(self, session: Session) -> Text:
        """What it is called now."""
        return self.text if isinstance(self.text, Text) else self.text(session)


WRITING = (
    Command(say("Keep the note, show the message, or end what is asked"), ("Enter",)),
    Command(say("Begin a line"), ("Shift+Enter",)),
    Command(say("What kind of note it is"), ("Ctrl+1", "Ctrl+2", "Ctrl+3")),
    Command(say("Add a name"), ("@",)),
    Command(say("For the wall, the harvest, or nobody"), ("Ctrl+K",)),
    Command(say("Correct the last note, while nothing is written"), ("Up",)),
    Command(say("Leave a note as it was"), ("Down",)),
    Command(say("Keep what was pasted as several notes"), ("Ctrl+Enter",)),
    Command(say("On the wall of topics: move one"), ("Shift+Up", "Shift+Down", "Shift+Left", "Shift+Right")),
    Command(say("On the wall of topics: join it with another"), ("J",)),
    Command(say("On the wall of topics: take it away"), ("Del", "Backspace")),
)
"""What the keys do while a note is written."""


def live_actions(hands: Hands) -> tuple[Action, ...]:
    """Everything a host can do while a session runs."""
    return (*_flow(hands), *_late(hands), *_room(hands), *_notes(hands), *_after_absence(hands))


def _flow(hands: Hands) -> tuple[Action, ...]:
    return (
        Action("next", next_words, "next", _live, lambda e: _next(e, hands),
               keys=("Space", "Right"), anywhere=("PgDown",), plain=say("The next beat, the next step")),
        Action("back", say("Back"), "back", Engine.can_go_back, Engine.back, keys=("Left",), anywhere=("PgUp",)),
        Action("undo", say("Undo what you just did"), "undo", Engine.can_undo, Engine.undo, keys=("Z",)),
        Action("hold", _hold_words, "pause", _can_hold, Engine.hold_or_release,
               keys=("P",), anywhere=("F5", "Shift+F5", "Esc"), plain=say("Hold, then go on")),
        Action("stone", lambda s: say("The stone goes on") if s.stone else say("The stone goes round"), "form-circle",
               lambda e: next_holder(e.session) is not None, Engine.pass_stone, keys=("D",),
               plain=say("In a circle: the stone goes on")),
        Action("plus", say("One minute more"), "plus", _can_stretch, lambda e: e.stretch(1),
               keys=("+", "="), repeats=True),
        Action("minus", say("One minute less"), "minus", _can_shorten, lambda e: e.stretch(-1),
               keys=("-",), repeats=True),
        Action("finish", say("End early"), "check", _live, lambda _: hands.finish(), keys=("E",)),
        Action("leave", say("Console"), "home", lambda _: True, lambda _: hands.leave(), anywhere=("Ctrl+L",)),
        Action("far", say("Stand back"), "eye", _live, lambda _: hands.stand_back(), keys=("S",)),
        Action("speed", say("In a rehearsal: the other speed"), "timer", lambda e: _live(e) and hands.rehearsing(),
               lambda _: hands.other_speed(), keys=("X",)),
        Action("keys", say("Every key"), "dots", lambda _: True, lambda _: hands.list_keys(),
               keys=("?",), anywhere=("F1",)),
    )


def _late(hands: Hands) -> tuple[Action, ...]:
    def accept(number: int, text: Text) -> Action:
        return Action(f"plan {number + 1}", text, "check", lambda e: _live(e) and number < hands.plan.offered,
                      lambda _: hands.plan.choose(number), keys=(str(number + 1),))

    return (
        Action("replan", say("Re-plan the rest"), "clock", _live, lambda _: hands.plan.toggle(), keys=("R",)),
        accept(0, say("While re-planning: the first")), accept(1, say("While re-planning: the second")),
        accept(2, say("While re-planning: the third")),
        Action("keep plan", say("While re-planning: not now"), "close", lambda e: _live(e) and hands.plan.offered >= 0,
               lambda _: hands.plan.close(), keys=("0",)),
    )


def _room(hands: Hands) -> tuple[Action, ...]:
    return (
        Action("blank", lambda s: say("Show again") if s.blank else say("Blank"), "blank", _live,
               lambda e: e.blank(on=not e.session.blank), keys=(".", "B"),
               plain=say("Blank the wall, then show it again")),
        Action("unblank", say("Show again"), "blank", lambda e: e.session.blank, lambda e: e.blank(on=False)),
        Action("message", lambda s: say("Message") if s.card is None else say("Take it away"), "message", _live,
               lambda e: e.take_card_away() if e.session.card is not None else hands.write_message(), keys=("M",),
               plain=say("Write a message, then take it away")),
        Action("note", lambda s: say("Take the note away") if _note_is_shown(s) else say("Show a note"), "quote",
               lambda e: _live(e) and bool(to_show(e.session)),
               lambda e: e.take_card_away() if _note_is_shown(e.session) else hands.show_notes(), keys=("V",),
               plain=say("Show a note the room agreed to show, then take it away")),
        Action("silence", say("Silence on the wall"), "silence", _live,
               lambda e: e.take_card_away() if e.session.card and e.session.card.silence else e.show_silence(),
               keys=("Q",)),
        Action("words", say("Other words"), "question", _has_wordings, lambda _: hands.other_words(), keys=("W",)),
        Action("swap", say("Paper or Night"), "theme", lambda _: True, lambda _: hands.swap_paper(), keys=("N",)),
        Action("mute", say("Silence the bell, then let it ring again"), "bell", _live, lambda _: hands.mute(),
               keys=("U",)),
        Action("copy", say("Copy the question for a chat"), "copy", _live, lambda _: hands.copy(), keys=("C",)),
        Action("phone", say("What to read on the phone"), "quote", _live, lambda _: hands.phone(), keys=("L",)),
        Action("topics", say("The wall of topics"), "openspace", _has_topics, lambda _: hands.topics(), keys=("A",),
               plain=say("In an Open Space: copy the wall of topics")),
        Action("wall", say("Wall on or away"), "far", lambda _: True, lambda _: hands.toggle_wall(), keys=("F",)),
        Action("identify", say("Number the displays"), "host", lambda _: True, lambda _: hands.identify(), keys=("I",)),
        Action("seats", say("Who sits where"), "people", lambda e: _live(e) and _badges(e.session),
               lambda _: hands.ask_people(Ask.SEATS), keys=("T",)),
        Action("count up", lambda s: say("Somebody came late") if _badges(s) else say("One person more"), "plus",
               lambda e: e.session.people < MOST_PEOPLE, lambda e: _one_more(e, hands), keys=("Ctrl+Up",), repeats=True,
               plain=say("One person more; with badges, who came late")),
        Action("count down", lambda s: say("Somebody goes home") if _badges(s) else say("One person fewer"), "minus",
               lambda e: e.session.people > 1, lambda e: _one_fewer(e, hands), keys=("Ctrl+Down",), repeats=True,
               plain=say("One person fewer; with badges, who goes home")),
    )


def _notes(hands: Hands) -> tuple[Action, ...]:
    return (
        Action("wake", say("Write a note"), "edit", _live, lambda _: hands.wake(), keys=("H",)),
        Action("take back", say("Take back the last"), "undo", lambda e: bool(e.session.notes),
               hands.take_note_back, keys=("Ctrl+Z",)),
        Action("put back", say("Put it back"), "redo", Engine.can_put_back, Engine.put_back,
               keys=("Ctrl+Shift+Z", "Ctrl+Y")),
    )


def always(action: Action) -> tuple[str, ...]:
    """The keys that work while a text field has the keyboard: a clicker's, and with Alt each letter."""
    return (*action.anywhere, *(f"Alt+{key}" for key in action.keys if len(key) == 1 and key.isalpha()))


def _after_absence(hands: Hands) -> tuple[Action, ...]:
    def lost() -> int:
        away = hands.away()
        return away.lost if away is not None else 0

    def give_back(engine: Engine) -> None:
        if engine.give_back(lost()):
            hands.fold()

    return (
        Action("give back", say("After a stop: give back the lost minutes"), "clock",
               lambda e: lost() >= SECOND and isinstance(e.session.countdown, Running | Held), give_back, keys=("G",)),
        Action("go on", say("After a stop: go on"), "check", lambda _: hands.away() is not None,
               lambda _: hands.fold(), keys=("O",)),
    )


def action_for(actions: Iterable[Action], name: str, *, typing: bool) -> Action | None:
    """The command of a key, or None. While somebody is `typing` only the keys that always work count."""
    return next((a for a in actions if name in always(a) or (not typing and name in a.keys)), None)


def key_names(action: Action) -> tuple[str, ...]:
    """Each key of a command as this computer's keyboard names it."""
    return tuple(native(key) for key in (*action.keys, *action.anywhere))


def keys_of(action: Action) -> str:
    """The keys of a command in one line."""
    return "   ".join(key_names(action))


def key_name(key: int, modifiers: Qt.KeyboardModifier) -> str:
    """A key with its modifiers as Qt writes it portably. Shift only counts where it does not make the sign."""
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier & ~Qt.KeyboardModifier.GroupSwitchModifier
    sign = 0x20 < key < 0x7F and not chr(key).isalnum()
    if sign:
        held &= ~Qt.KeyboardModifier.ShiftModifier
    combination = QKeyCombination(held, Qt.Key(key))
    return QKeySequence(combination).toString(QKeySequence.SequenceFormat.PortableText)


def _live(engine: Engine) -> bool:
    return engine.session.finished is None


def _next(engine: Engine, hands: Hands) -> bool:
    if next_place(engine.session) is None:
        hands.finish()
        return False
    return engine.next()


def _hold_words(session: Session) -> Text:
    return say("Go on") if isinstance(session.countdown, Held) else say("Hold")


def _can_hold(engine: Engine) -> bool:
    return _live(engine) and not isinstance(engine.session.countdown, Resting | Done)


def _can_stretch(engine: Engine) -> bool:
    return _live(engine) and not isinstance(engine.session.countdown, Done)


def _can_shorten(engine: Engine) -> bool:
    return _can_stretch(engine) and engine.session.countdown.total >= 2 * 60_000


def _has_topics(engine: Engine) -> bool:
    return _live(engine) and is_open_space(engine.session.gathering)


def _note_is_shown(session: Session) -> bool:
    return note_on_wall(session) is not None


def _badges(session: Session) -> bool:
    """Whether people wear badges: then somebody comes or goes, not a number."""
    return bool(session.gathering.roster.people)


def _one_more(engine: Engine, hands: Hands) -> None:
    if _badges(engine.session):
        hands.ask_people(Ask.CAME)
    else:
        engine.count(engine.session.people + 1)


def _one_fewer(engine: Engine, hands: Hands) -> None:
    if _badges(engine.session):
        hands.ask_people(Ask.GOES)
    else:
        engine.count(engine.session.people - 1)


def _has_wordings(engine: Engine) -> bool:
    return _live(engine) and bool(engine.wordings())
