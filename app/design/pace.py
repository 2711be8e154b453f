"""Looks at time: few questions and room for each, questions before answers, short reports, breaks, the promised end."""

from __future__ import annotations

from collections.abc import Sequence

from app.design.agenda import agenda, one_day
from app.design.gathering import Gathering, PlannedStep
from app.design.look import OURS, Look, Topic, Weight, ids
from app.design.measures import FREE, Measures, is_led, is_of_a_design, sits_small
from app.design.names import span, weekday
from app.design.remedies import left_out, longer, part, put_in, shorter
from app.library.protocol import Family, Kind, Protocol, Voice
from app.words import say, say_n

EACH_QUESTION = 20
"""Minutes that a question takes of a gathering, with moving, framing and what follows it."""
SHORTEST, HURRIED = 10, 7
"""Minutes of a question in small groups: enough, and hurried below."""
REPORT, REPORTS = 8, 15
"""Minutes of one round of voices, and per cent of the whole for all of them."""
ANSWERS = 10
"""Per cent of the time for questions to the front."""
SITTING = 90
"""Minutes that people can sit."""
LAST_TO_GO = (Family.COMMITMENT, Family.DISSENT, Family.GIFTS)
"""Left out after everything else, in this order: a promise goes before the doubt that makes room for it."""


def slow_and_few(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """Few questions, and time for each. Ordinary business lies between them and gives them room."""
    minutes = agenda(seen.gathering).total - sum(s.minutes for s in seen.gathering.steps if s.kind is Kind.BREAK)
    most = max(1, minutes // EACH_QUESTION)
    count = seen.different_questions
    name = say("Slow and few")
    measured = say("{count} different questions in {span}; one in twenty minutes is well, so {most} here. A question "
                   "in small groups takes ten minutes or more.", count=count, span=span(minutes), most=most)
    source = say("Groups that meet this way ask about four questions in an hour at the very fastest.")
    fine = Look(Topic.SLOW, name, measured, source)
    asked = [step for step in seen.questions if not is_of_a_design(step)]
    brief = sorted((step for step in asked if sits_small(step) and step.minutes < SHORTEST),
                   key=lambda step: step.minutes)
    if count > most and asked:
        weight = Weight.SUFFERS if count > 2 * most else Weight.THOUGHT
        waits = left_out_first(seen.gathering, asked)
        return fine.asks(weight, say("Which of these questions could wait for another day?"),
                         say("{count} questions are a lot for {span}. “{title}” would be missed least.",
                             count=count, span=span(minutes), title=waits.title), ids(waits, *asked), left_out(waits))
    if brief:
        step = brief[0]
        weight = Weight.SUFFERS if step.minutes < HURRIED else Weight.THOUGHT
        return fine.asks(weight, say("Could one question have the time of two?"),
                         say_n("“{title}” has {n} minute.", "“{title}” has {n} minutes.", step.minutes,
                               title=step.title),
                         ids(*brief), longer(step, SHORTEST))
    return fine


def left_out_first(gathering: Gathering, asked: Sequence[PlannedStep]) -> PlannedStep:
    """The question that is missed least: of the light ones the shortest; gifts last of all."""
    return min(asked, key=lambda step: (LAST_TO_GO.index(step.family) + 1 if step.family in LAST_TO_GO else 0,
                                        step.minutes, -gathering.index(step.id)))


def questions_before_answers(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """More is asked than told, and questions to the front stay few."""
    told = [step for step in seen.steps if step.kind is Kind.TALK and is_led(step)]
    front = [step for step in seen.steps if step.kind is Kind.TALK and step.voice is Voice.ROOM]
    share = round(100 * seen.share(sum(step.minutes for step in front)))
    asked = len(seen.questions)
    name = say("Questions before answers")
    measured = say("{asked} steps ask and {told} tell; questions to the front take {share} per cent of the time, at "
                   "most {most} are well.", asked=asked, told=len(told), share=share, most=ANSWERS)
    fine = Look(Topic.QUESTIONS, name, measured, OURS)
    if front and share > ANSWERS:
        step = max(front, key=lambda one: one.minutes)
        return fine.asks(Weight.THOUGHT, say("What would they ask each other, if not you?"),
                         say("“{title}” sends every question to the front.", title=step.title), ids(*front),
                         left_out(step))
    if told and asked < len(told):
        step = max(told, key=lambda one: one.minutes)
        return fine.asks(Weight.THOUGHT, say("Which of these answers could be a question?"),
                         say("More is told here than asked, and longest in “{title}”.", title=step.title), ids(*told),
                         left_out(step))
    return fine


def short_reports(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """A few voices, never a report from each group. Nothing written is a good harvest and is not remarked on."""
    reports = [step for step in seen.steps if step.kind is Kind.SAMPLING and not is_of_a_design(step)]
    heard = sum(step.minutes for step in reports)
    share = round(100 * seen.share(heard))
    name = say("Voices from the room")
    measured = say("{span} of voices from the room, {share} per cent of the time; eight minutes for one round and "
                   "{most} per cent in all are well.", span=span(heard), share=share, most=REPORTS)
    source = say("Report-outs are disliked by those who sit through them: Nancy Dixon, 2009.")
    fine = Look(Topic.REPORTS, name, measured, source)
    longest = max(reports, key=lambda step: step.minutes, default=None)
    if longest is None or (longest.minutes <= REPORT and (share <= REPORTS or len(reports) == 1)):
        return fine
    weight = Weight.SUFFERS if longest.minutes > 2 * REPORT else Weight.THOUGHT
    if longest.minutes > REPORT:
        reason = say("“{title}” takes {span}.", title=longest.title, span=span(longest.minutes))
    else:
        reason = say("The room listens to itself for {span} in all, and longest in “{title}”.", span=span(heard),
                     title=longest.title)
    return fine.asks(weight, say("Must every group report, or would four voices do?"), reason, ids(longest, *reports),
                     shorter(longest, REPORT) or left_out(longest))


def breaks(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """People get up at least every ninety minutes."""
    plan = agenda(seen.gathering)
    name = say("Breaks")
    since, longest, where, day = 0, 0, None, 0
    for row in plan.rows:
        if row.day > day:
            since, day = row.starts - row.moving, row.day
        if row.step.kind is Kind.BREAK or row.step.kind in FREE:
            since = row.ends
        elif row.ends - since > longest:
            longest = row.ends - since
        if where is None and since < row.starts and row.ends - since > SITTING:
            where = row.step
    measured = say("At most {span} without a break; {most} minutes are what people sit well.", span=span(longest),
                   most=SITTING)
    fine = Look(Topic.BREAKS, name, measured, OURS)
    if longest <= SITTING or where is None:
        return fine
    weight = Weight.SUFFERS if longest > 2 * SITTING else Weight.THOUGHT
    return fine.asks(weight, say("When do people stand up?"),
                     say("{span} pass without a break.", span=span(longest)), ids(where),
                     put_in(say("Put a break in"), part(shelf, Kind.BREAK), where))


def promised_end(seen: Measures, shelf: Sequence[Protocol]) -> Look:
    """The plan, moving counted, fits into what people were promised: each day into what was promised for it."""
    gathering = seen.gathering
    plan = agenda(gathering)
    name = say("The promised end")
    measured = say("{total} with {moving} of moving; {promised} promised.", total=span(plan.total),
                   moving=span(plan.moving), promised=span(plan.promised))
    fine = Look(Topic.END, name, measured, OURS)
    day = max((one_day(gathering, day) for day in range(plan.days)), key=lambda one: one.over)
    if not day.over:
        return fine
    over = say("The plan is {span} longer than promised.", span=span(day.over)) if plan.days == 1 else \
        say("{day} is {span} longer than promised.", day=weekday(day.start.date()), span=span(day.over))
    steps = [row.step for row in day.rows]
    asked = [step for step in seen.questions if step in steps]
    if len(asked) < 2:
        return fine.asks(Weight.SUFFERS, say("What could be shorter, so that you end when you said?"), over,
                         ids(max(steps, key=lambda step: step.minutes)))
    waits = left_out_first(gathering, asked)
    return fine.asks(Weight.SUFFERS, say("What would you rather leave out than hurry?"),
                     say("{over} “{title}” would be missed least.", over=over, title=waits.title), ids(waits),
                     left_out(waits))
