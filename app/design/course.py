"""Looks at the way through a gathering: room for doubt, how it ends, what it costs to say, who is met, who was asked.

The order of conversations is looked at only where a plan is made of them: Appreciative Inquiry, a circle and an Open
Space have ways of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from app.design.following import remarks as on_forms
from app.design.gathering import PlannedStep, Setting
from app.design.invitation import NEEDED, open_elements
from app.design.look import OURS, Look, Topic, Weight, ids
from app.design.measures import Measures, is_of_a_design, sits_small
from app.design.remedies import Change, Remedy, before_the_closing, fitting, put_in
from app.groups.follow import Why
from app.library.protocol import CONVERSATIONS, Family, Kind, Protocol, Regroup
from app.words import say

ROOM_FOR_DOUBT = 8
"""Minutes in which a doubt can be spoken and heard."""
SHORT = 30
"""Minutes up to which a gathering has no course: one question, well asked."""
LAST_WORDS = 5
"""Minutes from the front after the last time people speak to each other."""
SAME_FACES = 45
"""Minutes in one group after which people could meet somebody new."""
SMALL_TALK = 10
"""People for whom no invitation has to be written."""

_COST = {Family.INVITATION: 0, Family.CONTRACTING: 1, Family.CROSSROADS: 2, Family.POSSIBILITY: 2, Family.OWNERSHIP: 3,
         Family.DISSENT: 4, Family.COMMITMENT: 5, Family.GIFTS: 5}
"""What it costs to answer, from little to much. It orders remarks and is never shown."""
_STAYS = frozenset({Family.DISSENT, Family.COMMITMENT, Family.GIFTS})


def conversations(seen: Measures) -> tuple[PlannedStep, ...]:
    """The steps of the eight conversations, in order; none where a design takes most of the time."""
    talks = tuple(step for step in seen.questions if step.family in CONVERSATIONS)
    design = sum(step.minutes for step in seen.steps if is_of_a_design(step))
    return talks if sum(step.minutes for step in talks) >= design else ()


def doubt_before_promise(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """A yes means something where a no could be said."""
    name = say("Doubt before promise")
    measured = say("A conversation of doubt of {n} minutes or more comes before each promise.", n=ROOM_FOR_DOUBT)
    source = say("Peter Block, Community: dissent opens the way to commitment.")
    fine = Look(Topic.DOUBT, name, measured, source)
    doubted = False
    for step in conversations(seen):
        if step.family is Family.DISSENT and step.minutes >= ROOM_FOR_DOUBT:
            doubted = True
        if step.family is Family.COMMITMENT and not doubted:
            return fine.asks(Weight.SUFFERS, say("Where may people doubt before they promise?"),
                             say("“{title}” asks for a promise, and nothing before it makes room for a no.",
                                 title=step.title),
                             ids(step), put_in(say("Put a doubt before it"),
                                               fitting(shelf, Family.DISSENT, seen.gathering), step))
    return fine


def ends_well(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """The last thing people say to each other is a gift or a promise, and gifts are told somewhere."""
    name = say("How it ends")
    measured = say("The last conversation is of gifts or of promises; at most {n} minutes from the front follow.",
                   n=LAST_WORDS)
    source = say("Peter Block, Community: gifts, not deficiencies, are what people leave with.")
    fine = Look(Topic.ENDING, name, measured, source)
    talks = conversations(seen)
    if not talks or (seen.gathering.minutes <= SHORT and len(talks) < 2):
        return fine
    last = talks[-1]
    gifts = [step for step in talks if step.family is Family.GIFTS]
    at = before_the_closing(seen.gathering)
    closing = seen.gathering.steps[at] if at < len(seen.gathering.steps) else None
    if not gifts:
        weight = Weight.THOUGHT if last.family is Family.COMMITMENT else Weight.SUFFERS
        return fine.asks(weight, say("When do they hear what they gave each other?"),
                         say("Nobody is told of a gift, and “{title}” is the last they say to each other.",
                             title=last.title), ids(last),
                         put_in(say("Close with gifts"), fitting(shelf, Family.GIFTS, seen.gathering), closing))
    if last.family not in (Family.GIFTS, Family.COMMITMENT):
        return fine.asks(Weight.THOUGHT, say("With what do people leave?"),
                         say("“{title}” comes after the gifts.", title=last.title), ids(gifts[-1], last),
                         Remedy(say("Put the gifts last"), Change.LAST, gifts[-1].id))
    after = seen.steps[seen.steps.index(last) + 1:]
    talk = [step for step in after if step.kind is Kind.TALK]
    if sum(step.minutes for step in talk) > LAST_WORDS:
        return fine.asks(Weight.THOUGHT, say("Who has the last word?"),
                         say("After “{title}” somebody speaks from the front again.", title=last.title), ids(*talk),
                         Remedy(say("Put the gifts last"), Change.LAST, gifts[-1].id) if last is gifts[-1] else None)
    return fine


def rises_gently(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """What costs little to say comes before what costs much."""
    name = say("From light to heavy")
    measured = say("What costs little to say comes first, and no step is much heavier than the one before.")
    source = say("Peter Block, Community: begin with what is easier and end with what is hard.")
    fine = Look(Topic.COURSE, name, measured, source)
    talks = conversations(seen)
    if len(talks) < 2 or seen.gathering.minutes <= SHORT:
        return fine
    easy = fitting(shelf, Family.CROSSROADS, seen.gathering)
    if _COST[talks[0].family or Family.GIFTS] > 3:
        return fine.asks(Weight.THOUGHT, say("Is “{title}” asked too early?", title=talks[0].title),
                         say("It is the first thing people are asked, and it costs a lot to answer."), ids(talks[0]),
                         put_in(say("Put something lighter first"), easy, talks[0]))
    for before, step in pairwise(talks):
        rise = _COST[step.family or Family.GIFTS] - _COST[before.family or Family.GIFTS]
        between = seen.steps[seen.steps.index(before):seen.steps.index(step)]
        if rise > 3 and step.family is not Family.GIFTS and not any(one.kind is Kind.TALK for one in between):
            return fine.asks(Weight.THOUGHT, say("Is “{title}” asked too early?", title=step.title),
                             say("“{before}” before it costs much less to say.", before=before.title),
                             ids(step, before), put_in(say("Put something between them"), easy, step))
    return fine


def new_faces(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """People meet somebody new, except where one group is kept for trust."""
    name = say("New faces")
    measured = say("After {n} minutes in one group people could meet somebody new; doubts, promises and gifts keep "
                   "theirs.", n=SAME_FACES)
    fine = Look(Topic.NEW_FACES, name, measured, OURS)
    together: list[PlannedStep] = []
    for step in seen.gathering.steps:
        if not sits_small(step) or is_of_a_design(step):
            continue
        if step.regroup is Regroup.NEW:
            together = []
        together.append(step)
        free = [one for one in together[1:] if one.family not in _STAYS]
        if sum(one.minutes for one in together) > SAME_FACES and free:
            return fine.asks(Weight.THOUGHT, say("When do they meet somebody new?"),
                             say("One group stays together up to “{title}”.", title=step.title),
                             ids(free[0], *together),
                             Remedy(say("New faces for “{title}”", title=free[0].title), Change.FORM, free[0].id,
                                    form=free[0].form))
    return fine


def forms(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """How the forms follow each other: whom a change strands, which change serves nothing."""
    name = say("How the forms follow each other")
    measured = say("Groups join whole or part evenly; pairs out of threes leave a third of the room alone.")
    fine = Look(Topic.FORMS, name, measured, OURS)
    found = sorted(on_forms(seen.gathering), key=lambda one: one.finding.why is not Why.STRANDS)
    if not found:
        return fine
    first = found[0]
    weight = Weight.SUFFERS if first.finding.why is Why.STRANDS else Weight.THOUGHT
    return fine.asks(weight, first.text, say("In “{title}”.", title=first.title),
                     tuple(one.step_id for one in found),
                     Remedy(first.offer, Change.FORM, first.step_id, form=first.finding.offer, same=first.finding.same))


def invited(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """People were asked, and could have said no; where they must come, it is taking part that is invited."""
    invitation = seen.gathering.invitation
    left = open_elements(invitation)
    name = say("The invitation")
    measured = say("{n} of six elements are written; that a no is free and what is asked are the two it needs.",
                   n=6 - len(left))
    source = say("Peter Block, Community: choice comes before accountability. Where attendance is required, people are "
                 "invited to take part.")
    fine = Look(Topic.INVITATION, name, measured, source)
    needed = [element for element in left if element.field in NEEDED]
    routine = seen.gathering.setting is Setting.STAFF or seen.gathering.people <= SMALL_TALK
    if not needed or routine or not seen.steps:
        return fine
    return fine.asks(Weight.THOUGHT, say("How will people know that they may say no?"),
                     say("The invitation does not say it yet.") if needed[0].field == "choice" else
                     say("The invitation does not say yet what it asks of them."), (),
                     Remedy(say("Write the invitation"), Change.INVITE))
