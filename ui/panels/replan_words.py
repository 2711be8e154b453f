"""What a plan for the rest of a session says to the host: a sentence, a reason, the end, the minutes of each voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.library.protocol import Beat, Kind
from app.live.audience import clock_time
from app.live.clock import Running
from app.live.forecast import Forecast, nearest_minute
from app.live.replan import Change, Proposal, Voices, Way
from app.live.script import group_word, minutes
from app.live.session import Session
from app.words import Text, Words, say, say_n


@dataclass(frozen=True, slots=True)
class Choice:
    """One card, in finished words. `ends` is the time, `but` what was promised where that does not hold, or ""."""

    sentence: str
    reason: str
    ends: str
    but: str
    voices: str


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The whole panel in finished words."""

    title: str
    line: str
    choices: tuple[Choice, ...]
    foot: str


def plan_words(found: Sequence[Proposal], session: Session, expected: Forecast, words: Words) -> PlanWords:
    """What the panel says while the end is `expected` so."""
    if not found:
        time = clock_time(nearest_minute(expected.ends))
        return PlanWords(words(say("The end holds")),
                         words(say("It ends at {time}. Nothing needs to change.", time=time)), (), "")
    running = session.beat is Beat.ROUND and isinstance(session.countdown, Running)
    line = say("The round goes on while you read. Choosing acts at once, and Back takes it back.") if running else \
        say("Choosing acts at once, and Back takes it back.")
    choices = tuple(Choice(
        words(_sentence(one)), words(_reason(one)), clock_time(nearest_minute(one.expected.ends)),
        "" if one.holds else words(say("not {time}", time=clock_time(nearest_minute(one.expected.promised)))),
        words(_voices(one.voices) if one.voices is not None else say("No other voice is cut short") if one.told else "")
        ) for one in found)
    return PlanWords(
        words(say_n("The end has moved one minute", "The end has moved {n} minutes", expected.late_minutes)),
        words(line), choices, _foot([one.voices for one in found if one.voices is not None], words))


def _sentence(one: Proposal) -> Text:
    match one.way:
        case Way.OPTIONAL if len(one.changes) > 1:
            return say("Leave out what was for when there is time.")
        case Way.OPTIONAL | Way.LEAVE_OUT | Way.GIFTS:
            return say("Leave out “{title}”.", title=one.changes[0].step.title)
        case Way.TALK if len(one.changes) > 1:
            return say("Keep the talks and reports short.")
        case Way.TALK if one.changes[0].step.kind is Kind.SAMPLING:
            return say("Hear fewer voices.")
        case Way.TALK:
            return say("Keep “{title}” short.", title=one.changes[0].step.title)
        case Way.ROUNDS if len(one.changes) > 1:
            return say("Let the small groups be shorter.")
        case Way.ROUNDS:
            return say("Let “{title}” be shorter.", title=one.changes[0].step.title)
        case Way.LATER:
            return say("Say it aloud: we end at {time}.", time=clock_time(nearest_minute(one.expected.ends)))


def _reason(one: Proposal) -> Text:
    match one.way:
        case Way.OPTIONAL:
            return say("You planned it for when there is time. Everything else keeps its own.")
        case Way.LEAVE_OUT if len(one.changes) > 1:
            return say("What is heard of it goes too. Every other question keeps its time.")
        case Way.LEAVE_OUT:
            return say("Every other question keeps its time.")
        case Way.GIFTS:
            return say("Nothing else can go. Thank them at the door instead.")
        case Way.LATER:
            return say("Ask whether anyone must leave. Everything stays.")
        case Way.TALK if len(one.changes) > 1:
            return say_n("They give one minute. Small groups keep theirs.",
                         "They give {n} minutes. Small groups keep theirs.", _given(one.changes))
        case Way.ROUNDS if len(one.changes) > 1:
            return say_n("They give one minute. Say so before they turn.",
                         "They give {n} minutes. Say so before they turn.", _given(one.changes))
        case Way.TALK:
            return _minutes(one.changes[0])
        case Way.ROUNDS:
            return say("{minutes} Say so before they turn.", minutes=_minutes(one.changes[0]))


def _minutes(change: Change) -> Text:
    return say_n("“{title}” takes one minute, not {before}.", "“{title}” takes {n} minutes, not {before}.",
                 change.after, title=change.step.title, before=change.before)


def _given(changes: Sequence[Change]) -> int:
    return sum(change.before - change.after for change in changes)


def _voices(voices: Voices) -> Text:
    before, after = minutes(voices.before), minutes(voices.after)
    return say("{each} for each voice, as planned", each=after) if before == after else \
        say("{each} for each voice, not {before}", each=after, before=before)


def _foot(told: Sequence[Voices], words: Words) -> str:
    """For which step and which size the voices are told, and what they are in the other one."""
    if not told:
        return ""
    shortest = min(told, key=lambda voices: voices.after)
    first = words(say("Voices in “{title}”, told for a {group}.", title=shortest.title,
                      group=group_word(shortest.size)))
    if shortest.other is None:
        return first
    size, before, after = shortest.other
    other = say("In a {group}: {each} as planned.", group=group_word(size), each=minutes(before)) \
        if before == after else say("In a {group}: {each} as planned, or {less}.", group=group_word(size),
                                    each=minutes(before), less=minutes(after))
    return f"{first} {words(other)}"
