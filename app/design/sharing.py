"""Looks at who speaks and how people sit: small groups, peers, the first meeting, time for each voice."""

from __future__ import annotations

from collections.abc import Sequence

from app.design.gathering import PlannedStep
from app.design.look import OURS, Look, Topic, Weight, ids
from app.design.measures import Measures, is_led, is_of_a_design, seconds_for_each, sits_small
from app.design.names import span
from app.design.remedies import Remedy, fitting, in_threes, longer, put_in, shorter
from app.groups.forms import Form, nominal_size
from app.groups.split import SETTLING_SECONDS
from app.library.protocol import Family, Kind, Protocol, Voice, round_minutes
from app.words import Text, say

HALF, THIRD = 50, 35
"""Per cent of the time in small groups: from the one on it is well, below the other the room stays an audience."""
PEERS, FEW_PEERS = 70, 55
LED, LONG_LED, TOO_LONG_LED = 20, 15, 20
"""Per cent in one voice; minutes of one voice that are worth a thought, and that a room suffers."""
FIRST_MEETING, LATE_MEETING = 10, 20
FULL_TURN, SHORT_TURN, CIRCLE_TURN = 180, 120, 60
"""Seconds for a voice: enough, hurried below, and one turn round a circle."""


def small_groups(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """The small group is the unit: half of the time at least."""
    held = seen.in_small_groups
    share = round(100 * seen.share(held))
    name = say("Small groups")
    measured = say("{share} per cent of the time in groups of two to six; {half} and more is well, under {third} is "
                   "little.", share=share, half=HALF, third=THIRD)
    source = say("Talk among more than four people divides by itself: Dunbar, Duncan and Nettle, Human Nature 6, 1995.")
    fine = Look(Topic.SMALL_GROUPS, name, measured, source)
    if share >= HALF or not seen.steps:
        return fine
    circle = any(step.form is Form.CIRCLE for step in seen.questions)
    weight = Weight.SUFFERS if share < THIRD and not circle else Weight.THOUGHT
    wide = _widest(seen)
    if not held and not circle:
        before = next((step for step in seen.steps if step.kind is Kind.CLOSING), None)
        return fine.asks(weight, say("When will people talk to each other?"),
                         say("So far the whole room sits and listens."), ids(wide),
                         put_in(say("Put a question in threes"), fitting(shelf, Family.POSSIBILITY, seen.gathering),
                                before))
    return fine.asks(weight, say("What could happen in threes that happens before everyone?"),
                     say("The room sits as one for most of the time, longest in “{title}”.", title=wide.title),
                     ids(wide), _smaller(wide))


def peers(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """Most of the time is given to peers, and nobody speaks from the front for long."""
    counted = seen.minutes - seen.heard
    share = round(100 * seen.among_peers / counted) if counted else 100
    longest = seen.longest_led
    long = sum(step.minutes for step in longest)
    led = round(100 * seen.share(seen.led))
    name = say("Time given to peers")
    measured = say("{share} per cent of the time is given to peers ({peers} and more is well), {led} to one voice "
                   "({most} at most), {long} minutes of it without a stop (ten, and fifteen for a guest).",
                   share=share, peers=PEERS, led=led, most=LED, long=long)
    source = say("Groups grow wiser with equal turns: Woolley and others, Science 330, 2010.")
    fine = Look(Topic.PEERS, name, measured, source)
    too_long = long > TOO_LONG_LED
    if (share >= PEERS and long <= LONG_LED and led <= LED) or not seen.steps:
        return fine
    weight = Weight.SUFFERS if too_long or share < FEW_PEERS else Weight.THOUGHT
    if not longest:
        wide = _widest(seen)
        return fine.asks(weight, say("Could more of this be said among peers?"),
                         say("“{title}” takes the most of what is not theirs.", title=wide.title), ids(wide),
                         _smaller(wide))
    step = max(longest, key=lambda one: one.minutes)
    remedy = shorter(step, 10 if long > LONG_LED else max(3, step.minutes // 2))
    return fine.asks(weight, say("Which part of this could people find out from each other?"),
                     say("With “{title}” one voice has the room for {span}.", title=step.title, span=span(long))
                     if long > LONG_LED else say("Much of the time belongs to one voice, most of it in “{title}”.",
                                                 title=step.title), ids(step, *longest), remedy)


def first_meeting(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """People turn to each other before there is much to listen to."""
    spent = seen.before_first_meeting
    most = min(FIRST_MEETING, max(5, seen.minutes // 10))
    name = say("First meeting")
    measured = say("People first turn to each other after {span}; {most} minutes are well, more than {late} are late.",
                   span=span(spent), most=most, late=LATE_MEETING)
    fine = Look(Topic.FIRST_MEETING, name, measured, OURS)
    if spent <= most or not seen.steps:
        return fine
    weight = Weight.SUFFERS if spent > LATE_MEETING else Weight.THOUGHT
    first = next((step for step in seen.steps if step.kind not in (Kind.WELCOME,)), seen.steps[0])
    remedy = put_in(say("Let them meet first"), fitting(shelf, Family.INVITATION, seen.gathering), first)
    return fine.asks(weight, say("Whom will people have met before it becomes serious?"),
                     say("For {span} nobody turns to anybody.", span=span(spent)), ids(first), remedy)


def airtime(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """Each voice has time to finish a thought; the step where it is shortest is told.

    In the circle of a design some rounds are open: whoever wants to speaks.
    """
    name = say("Time for each voice")
    source = say("Facilitators tell that two minutes feel rushed; three to five are usual in threes.")
    found = [(seconds, step) for step in seen.questions if not (is_of_a_design(step) and step.form is Form.CIRCLE)
             and (seconds := seconds_for_each(step, seen.gathering.people)) is not None]
    if not found:
        return Look(Topic.AIRTIME, name, say("No step divides its time among voices."), source)
    short = [(seconds / _enough(step), seconds, step) for seconds, step in found]
    part, seconds, step = min(short, key=lambda one: one[0])
    measured = say("The shortest turn is {turn}, in “{title}”; three minutes are enough in a group, one in a circle.",
                   turn=_turn(seconds), title=step.title)
    fine = Look(Topic.AIRTIME, name, measured, source)
    if part >= 1:
        return fine
    weight = Weight.SUFFERS if part < SHORT_TURN / FULL_TURN else Weight.THOUGHT
    hurried = tuple(s for p, _, s in sorted(short, key=lambda one: one[0]) if p < 1)
    return fine.asks(weight, say("Is there time for each to finish a thought?"),
                     say("In “{title}” each voice has about {turn}.", title=step.title, turn=_turn(seconds)),
                     ids(*hurried), _longer(step, seen.gathering.people))


def _widest(seen: Measures) -> PlannedStep:
    return max(seen.steps, key=lambda step: (not sits_small(step), step.minutes))


def _enough(step: PlannedStep) -> int:
    return CIRCLE_TURN if step.form is Form.CIRCLE else FULL_TURN


def _turn(seconds: float) -> Text:
    minutes, rest = divmod(round(seconds), 60)
    return say("{minutes}:{rest}", minutes=minutes, rest=f"{rest:02}")


def _longer(step: PlannedStep, people: int) -> Remedy | None:
    """The length that gives each voice of a full group its time; a circle too large for it becomes threes."""
    if step.form is Form.CIRCLE and people > 20:
        return in_threes(step)
    voices = people if step.form is Form.CIRCLE else nominal_size(step.form) or 1
    settling = 0 if step.form is Form.CIRCLE else SETTLING_SECONDS
    framing = step.minutes - round_minutes(step)
    minutes = framing + -(-(voices * _enough(step) + settling) // 60)
    return longer(step, minutes)


def _smaller(step: PlannedStep) -> Remedy | None:
    if is_led(step):
        return shorter(step, max(3, min(10, step.minutes // 2)))
    if step.kind is Kind.QUESTION and step.voice in (Voice.PEERS, Voice.ROOM):
        return in_threes(step)
    return None

