"""What the host is told: what to say and watch for in this beat with its sums done, and what *Next* will do.

A protocol's own lines come first; where it is silent, the beat has plain words of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.design.following import pairs_join
from app.design.gathering import Gathering, Mode, PlannedStep
from app.design.pools import far_away
from app.groups.follow import GROUPS
from app.groups.forms import Form, is_small_group, nominal_size
from app.groups.split import groups_about, split, tally, voice_seconds
from app.library.protocol import Beat, Kind, Regroup, Seating, Step
from app.live.audience import clock_time
from app.live.clock import Running, left
from app.live.elsewhere import FIRST_FAR, begins_far, is_far, note, say_call_back, say_gather
from app.live.places import turns
from app.live.session import Session, next_place
from app.words import Text, Words, say, say_n

LARGE = 100
"""People in a room that the computer's own bell does not fill."""
LONGEST_BUTTON = 22
"""Characters of a button that names the next step; a longer title becomes "Next step"."""
_GAP = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Script:
    """Finished lines for one beat. `elsewhere` is (where people are, what changes there), or two empty words."""

    say: tuple[str, ...]
    watch: tuple[str, ...]
    elsewhere: tuple[str, str] = ("", "")


def script(session: Session, now: int, words: Words, *, silent: bool = False) -> Script:
    """The lines of the live beat. Where the computer's bell is `silent` and one is waited for, the host is told."""
    step = session.step
    if step is None or session.finished is not None:
        return Script((words(say("It is done. Thank them, and yourself.")),), ())
    over = session.beat is Beat.ROUND and left(session.countdown, now) < 0
    key = "over" if over else session.beat.name.lower()
    lines = _lines(session, step, key, words)
    watch = getattr(step.watch, key) or tuple(words(line) for line in _default_watch(step, key, session.gathering))
    if key in ("over", "call_back") and is_small_group(step.form) and session.people > LARGE:
        lines = (*lines, words(say("Ring a bell of your own: the room is large.")))
    elif silent and _waits_for_a_bell(step, key):
        lines = (*lines, words(say("The bell is silent: ring one of your own.")))
    sums = _sums(session, step, now)
    told = note(step, session.gathering.mode)
    return Script(tuple(_filled(line, sums) for line in lines), tuple(_filled(line, sums) for line in watch),
                  (words(told[0]), told[1]) if told is not None else ("", ""))


def _waits_for_a_bell(step: PlannedStep, key: str) -> bool:
    """Whether people who do not look at the wall wait for a bell to bring them back."""
    if step.kind is Kind.BREAK:
        return key in ("round", "over")
    return key in ("over", "call_back") and (step.kind is Kind.SESSIONS or is_small_group(step.form))


def _lines(session: Session, step: PlannedStep, key: str, words: Words) -> tuple[str, ...]:
    """What the host says: the protocol's own lines or the beat's, changed where people are not in one room."""
    gathering = session.gathering
    placed = gathering.seats_at(step.id) is not None
    silent = _default_say(step, key, placed=placed)
    if key == "gather" and pairs_join(gathering, step):
        silent = _JOINING
    elif key in _TRAVELLING and step.seating in (Seating.HOSTS, Seating.HOME) and turns(gathering, step)[0] > 1:
        silent = _TRAVELLING[key]
    own: tuple[str, ...] = getattr(step.say, key) or tuple(words(line) for line in silent)
    more: tuple[Text, ...] = ()
    match key:
        case "gather":
            more = say_gather(step, gathering.mode)
        case "call_back":
            more = say_call_back(gathering.mode)
        case "round" if begins_far(gathering, step, far_away(gathering, session.people, session.gone)):
            return (words(FIRST_FAR), *own)
    told = tuple(words(line) for line in more)
    return (*own, *told) if gathering.mode is Mode.HYBRID else told or own


def next_words(session: Session) -> Text:
    """What the one ink button does."""
    place = next_place(session)
    if place is None:
        return say("Finish")
    if place.step_id == session.step_id:
        step = session.step
        if step is not None and step.kind in _OPENS and place.beat is Beat.ROUND:
            return _OPENS[step.kind]
        return {Beat.FRAME: say("Show the question"), Beat.ROUND: say("Start the round"),
                Beat.CALL_BACK: say("Call them back"), Beat.GATHER: say("Send them off")}[place.beat]
    step = session.gathering.step(place.step_id)
    title = step.title if step is not None else ""
    return say("Go to {title}", title=title) if 0 < len(title) <= LONGEST_BUTTON - 6 else say("Next step")


def voices_line(round_seconds: int, people: int, form: Form) -> Text | None:
    """Minutes per voice for the sizes that occur, or None where the room is not split or the time too short."""
    return voices_told(round_seconds, split(people, form), form)


def voices_told(round_seconds: int, sizes: tuple[int, ...], form: Form) -> Text | None:
    """Minutes per voice in groups of these sizes, the usual one of `form` first; None for none, or too short a time."""
    parts = [(size, voice_seconds(round_seconds, size)) for size, _ in tally(sizes)]
    parts = [(size, seconds) for size, seconds in parts if seconds > 0]
    if not parts:
        return None
    nominal = nominal_size(form)
    parts.sort(key=lambda part: part[0] != nominal)
    first = say("About {each} each in a {group}", each=minutes(parts[0][1]), group=group_word(parts[0][0]))
    if len(parts) == 1:
        return say("{first}.", first=first)
    return say("{first}, {each} in a {group}.", first=first, each=minutes(parts[1][1]), group=group_word(parts[1][0]))


def groups_line(people: int, form: Form) -> Text | None:
    """How many groups of which size, in words: "One three, two fours." None where the room is not split."""
    return sizes_line(split(people, form))


def sizes_line(sizes: tuple[int, ...]) -> Text | None:
    """Groups of these sizes in words, the smallest first. None for no groups."""
    line = _sizes(sizes)
    return None if line is None else say("{a}.", a=line)


def _sizes(sizes: tuple[int, ...]) -> Text | None:
    parts = [_groups_of(size, number, number_word(number, capital=place == 0))
             for place, (size, number) in enumerate(tally(sizes))]
    line = parts[0] if parts else None
    for part in parts[1:]:
        line = say("{a}, {b}", a=line, b=part)
    return line


def apart_line(near: tuple[int, ...], far: tuple[int, ...]) -> Text | None:
    """Groups of these sizes in words; where there are two pools, each by itself. None for no groups."""
    if not far or not near:
        return sizes_line((*near, *far))
    return say("{here} in the room. {there} far away.", here=_sizes(near), there=_sizes(far))


def about_line(people: int, form: Form, *, why: bool = True) -> Text | None:
    """How many groups when only "about 140" is known: "42 to 51 threes." None where the room is not split.

    `why`: because about so many come; where that stands beside it, it need not be said.
    """
    fewest, most = groups_about(people, form)
    if not most:
        return None
    if fewest == most:
        return groups_line(people, form)
    if not why:
        return say("{fewest} to {most} {groups}.", fewest=fewest, most=most, groups=GROUPS[form])
    return say("{fewest} to {most} {groups}, as about {people} come.", fewest=fewest, most=most, groups=GROUPS[form],
               people=people)


def group_word(size: int) -> Text:
    """A group by its size: "three"."""
    return {1: say("one"), 2: say("pair"), 3: say("three"), 4: say("four"), 5: say("five")}.get(
        size, say("group of {size}", size=size))


def _groups_of(size: int, number: int, word: Text | str) -> Text:
    match size:
        case 1:
            return say("{word} alone", word=word)
        case 2:
            return say_n("{word} pair", "{word} pairs", number, word=word)
        case 3:
            return say_n("{word} three", "{word} threes", number, word=word)
        case 4:
            return say_n("{word} four", "{word} fours", number, word=word)
        case 5:
            return say_n("{word} five", "{word} fives", number, word=word)
        case _:
            return say_n("{word} group of {size}", "{word} groups of {size}", number, word=word, size=size)


_NUMBERS = ((say("One"), say("one")), (say("Two"), say("two")), (say("Three"), say("three")),
            (say("Four"), say("four")), (say("Five"), say("five")), (say("Six"), say("six")),
            (say("Seven"), say("seven")), (say("Eight"), say("eight")), (say("Nine"), say("nine")),
            (say("Ten"), say("ten")), (say("Eleven"), say("eleven")), (say("Twelve"), say("twelve")))


def number_word(number: int, *, capital: bool) -> Text | str:
    """A number as one writes it in a sentence: small ones as words."""
    return _NUMBERS[number - 1][0 if capital else 1] if number <= len(_NUMBERS) else str(number)


def minutes(seconds: int) -> str:
    """Seconds as m:ss; negative ones with a plus, for time past its end."""
    sign = "+" if seconds < 0 else ""
    return f"{sign}{abs(seconds) // 60}:{abs(seconds) % 60:02d}"


def _sums(session: Session, step: Step, now: int) -> dict[str, str]:
    size = nominal_size(step.form) or session.people
    total = session.countdown.total // 1000
    deadline = session.countdown.deadline if isinstance(session.countdown, Running) else now + session.countdown.total
    return {"each": minutes(voice_seconds(total, size)), "size": str(size),
            "people": str(session.people), "back_at": clock_time(deadline)}


def _filled(line: str, sums: dict[str, str]) -> str:
    return _GAP.sub(lambda gap: sums.get(gap[1], gap[0]), line)


_JOINING = (say("Stay with your partner, and together find another pair."), say("A pair left over joins any four."))


_TRAVELLING = {
    "gather": (say("Hosts, stay and wave."), say("Everyone else: part ways. Came late? An empty chair."),
               say("A host who must go: the table picks another.")),
    "frame": (say("Hosts: a minute or two on what lay on this table."), say("Then the question. Read it twice."))}
"""Where people travel from table to table, from the second round on."""


def _default_say(step: Step, key: str, *, placed: bool) -> tuple[Text, ...]:
    """`placed`: it was worked out who sits with whom."""
    grouped = is_small_group(step.form)
    match key:
        case "gather" if step.regroup is Regroup.SAME:
            return (say("Stay with the people you have just heard."), say("Turn your chairs in again."))
        case "gather" if placed:
            return (say("Find the people you are with."), say("Greet them, and sit close."),
                    say("Whoever finds no place, raise a hand."))
        case "gather":
            return (say("Find the people you know least."), say("Chairs close, bags aside."),
                    say("Whoever is still looking, raise a hand."))
        case "frame" if step.kind is Kind.MARKETPLACE:
            return (say("Take a sheet. Write a topic and your name."),
                    say("Read it aloud, then hang it: a time and a place."))
        case "frame" if step.kind is Kind.SESSIONS:
            return (say("Hosts, go to your places."), say("Everyone else, go where you are curious."))
        case "call_back" if step.kind is Kind.SESSIONS:
            return (say("It may end early, or late."), say("Hang up what you wrote, if you wrote anything."))
        case "frame":
            return (say("Read the question aloud, twice."), say("Then begin with your own answer."))
        case "round" if grouped:
            return (say("Nothing for now. Sit down with them."), say("If asked: about {{each}} each."))
        case "over" if grouped:
            return (say("Let them finish the sentence they are in."), say("Then call them back."))
        case "call_back":
            return (say("Thank the people you sat with."), say("Then turn your chair to the room."))
        case "round" if step.kind is Kind.BREAK:
            return (say("We begin again at {{back_at}}."),)
        case "over":
            return (say("One more voice, then thank them."),)
        case "round":
            return _ROUND_OF_THE_ROOM.get(step.kind, ())
        case _:
            return ()


_OPENS = {Kind.MARKETPLACE: say("Open the wall"), Kind.SESSIONS: say("Start the talks")}
_ROUND_OF_THE_ROOM: dict[Kind, tuple[Text, ...]] = {
    Kind.WELCOME: (say("Good that you are here."), say("Sit beside somebody you do not know yet.")),
    Kind.SAMPLING: (say("Who will say one thing aloud?"), say("Three or four voices are plenty."),
                    say("Speak for yourself, and leave names out.")),
    Kind.TALK: (say("Say what they need, and stop before the time does."),),
    Kind.CLOSING: (say("A word from whoever has one."), say("You may pass.")),
    Kind.QUESTION: (say("Let each voice come to its end."),),
    Kind.MARKETPLACE: (say("Wait. The middle of the circle is enough."), say("Is there another one?")),
    Kind.SESSIONS: (say("Nothing for now. Walk, or sit down somewhere."),),
}


_WATCH_THE_ROOM: dict[Kind, Text] = {
    Kind.WELCOME: say("Somebody who came alone and stays at the wall."),
    Kind.SAMPLING: say("Your own answer to each of them. Thank, and look round."),
    Kind.TALK: say("Questions that want a small group. Promise them one."),
    Kind.CLOSING: say("The wish to sum up. Their words are enough."),
    Kind.QUESTION: say("The silence before the first voice. Let it be."),
    Kind.MARKETPLACE: say("A queue behind your keyboard. Paper first, copy later."),
    Kind.SESSIONS: say("The wish to fetch people. Nobody is lost."),
}


def _default_watch(step: Step, key: str, gathering: Gathering) -> tuple[Text, ...]:
    match key:
        case "gather" if is_far(gathering):
            return (say("Somebody who is left behind. Take them to a group."),)
        case "gather":
            return (say("Somebody standing alone. Walk over."),)
        case "frame" if is_small_group(step.form):
            return (say("Your own wish to explain. Read it, then stop."),)
        case "over":
            return (say("Your own hurry. The end can move; a voice cannot."),)
        case "call_back":
            return (say("A group still deep in it. Give them a breath."),)
        case "round" if not is_small_group(step.form) and step.kind in _WATCH_THE_ROOM:
            return (_WATCH_THE_ROOM[step.kind],)
        case _:
            return ()
