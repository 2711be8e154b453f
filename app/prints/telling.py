"""The sentences that Markdown and Word share: when and where, whose words, who heard a promise."""

from __future__ import annotations

from datetime import datetime

from app.design.names import day_words, people_words
from app.harvest.kinds import kind_names
from app.harvest.note import OWN
from app.harvest.together import UNCOUNTED, Time, Together, in_a_line
from app.prints.outline import GIVEN
from app.prints.published import AgendaTime, Conversation, Entry, Harvest, TalkedAbout
from app.words import Words, say, say_n

PROMISE_KEPT = say("The person who heard a promise keeps the other half of it. Nothing here is counted or chased; "
                   "when we meet again in threes, whoever wants to may say what became of it.")
NOTHING_WRITTEN = say("And that is a harvest too. What was said stays with the people who heard it, "
                      "and they took it home.")


def facts(harvest: Harvest, words: Words, *, about: bool) -> tuple[str, ...]:
    """When it was, and how many people where; one line each."""
    began = datetime.fromisoformat(harvest.began)
    day = words(day_words(began.date(), year=True))
    if harvest.finished is None:
        when = f"{began:%H:%M}"
    else:
        when = words(say("{began} to {ended}", began=f"{began:%H:%M}",
                         ended=f"{datetime.fromisoformat(harvest.finished):%H:%M}"))
    where = (words(people_words(harvest.people, about=about)), harvest.place.strip())
    return f"{day} · {when}", " · ".join(part for part in where if part)


def foot(harvest: Harvest, words: Words) -> tuple[str, str]:
    """What holds for every name and every group."""
    return (words(say("What was said in a small group stays in the small group.")),
            words(say("A name stands here only because the person said yes to it.") if harvest.named else
                  say("Nobody is named here.")))


def whose(entry: Entry, words: Words) -> str:
    """The names that were given: who said it, and to whom."""
    if entry.name and entry.to:
        return words(say("{name} to {to}", name=entry.name, to=entry.to))
    return entry.name or (words(say("to {to}", to=entry.to)) if entry.to else "")


def besides(entry: Entry, words: Words) -> tuple[str, ...]:
    """What else a note says, each with its label."""
    return tuple(words(say("{label}: {text}", label=one.label, text=one.text)) for one in entry.details
                 if one.field not in OWN)


def circle_words(harvest: Harvest, words: Words) -> str:
    """The circle in a line, or ""."""
    if harvest.circle is None:
        return ""
    many = words(say_n("One voice.", "{n} voices, one circle.", harvest.circle.voices))
    return " ".join((many, ", ".join(harvest.circle.names))).strip()


def hour_words(hour: AgendaTime, words: Words) -> str:
    """When some topics ran."""
    return words(say("{begins} to {ends}", begins=hour.begins, ends=hour.ends) if hour.begins else
                 say("Without a place"))


def topic_words(topic: TalkedAbout, words: Words) -> str:
    """A topic with its place, what was put together with it, and who called it out."""
    also = words(say("with {topics}", topics=", ".join(topic.with_topics))) if topic.with_topics else ""
    return " · ".join(part for part in (topic.place, topic.title, also, ", ".join(topic.conveners)) if part)


def heading(conversation: Conversation, words: Words) -> str:
    """What was asked, or what the step is called."""
    return conversation.question or conversation.title or words(say("Also kept"))


def under(conversation: Conversation, words: Words) -> str:
    """Which conversation it was, and whether it kept names."""
    title = conversation.title if conversation.question else ""
    return " · ".join(part for part in (conversation.name, title, words(say("kept without names"))
                                        if conversation.nameless else "") if part)


def kinds_of(conversation: Conversation, words: Words) -> list[tuple[str, list[Entry]]]:
    """Its notes kind by kind, each with the name of the kind; the name is "" where there is only one."""
    found: dict[str, list[Entry]] = {}
    for entry in conversation.entries:
        found.setdefault(words(kind_names(entry.kind)), []).append(entry)
    return [(name if len(found) > 1 else "", entries) for name, entries in found.items()]


def given_heading(harvest: Harvest, words: Words) -> str:
    """What people gave each other, by its kinds: "Promises, offers"."""
    here = {entry.kind for part in harvest.given for entry in part.entries}
    heading = ", ".join(words(kind_names(kind)).lower() for kind in GIVEN if kind in here)
    return heading[:1].upper() + heading[1:]


def together_words(harvest: Harvest, words: Words) -> str:
    """The time people had with each other, in a line, or ""."""
    if harvest.peers is None:
        return ""
    planned, lived = (Time(one.together, one.of, one.each) for one in (harvest.peers.planned, harvest.peers.lived))
    line = in_a_line(Together(planned, lived, harvest.finished is not None))
    return "" if line is None else f"{words(line)} {words(UNCOUNTED)}"


def time_words(planned: int, lived: int | None, words: Words) -> tuple[str, str]:
    """Minutes planned and lived, in words."""
    plan = words(say_n("{n} min", "{n} min", planned))
    if lived is None:
        return plan, words(say("not reached"))
    return plan, words(say_n("{n} min", "{n} min", round(lived / 60)) if lived >= 60 else say("under 1 min"))
