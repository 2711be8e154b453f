"""What the plan's own words are called by people: settings, modes, days, and what people do between steps.

Also reads a day or a time as somebody types it. No screen and no clock here.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from app.design.agenda import Move, Row
from app.design.gathering import Mode, Seating, Setting
from app.groups.forms import Form
from app.library import names
from app.words import Text, say, say_n

LONGEST_IN_MINUTES = 90
"""A longer span is told in hours and minutes: nobody sees in 547 minutes how long that is."""

_MODE = {
    Mode.ROOM: say("In the room"), Mode.PLATFORM: say("On a platform"), Mode.PHONE: say("On the phone"),
    Mode.HYBRID: say("Room and remote"),
}
_WEEKDAYS = (say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday"), say("Saturday"),
             say("Sunday"))
_MONTHS = (say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"),
           say("August"), say("September"), say("October"), say("November"), say("December"))
_FACES = {Form.PAIRS: say("one new face"), Form.THREES: say("two new faces"), Form.FOURS: say("three new faces"),
          Form.TABLE: say("a table of new faces"), Form.TABLE_OF_FIVE: say("a table of new faces")}
_FIRST_FACES = {Form.PAIRS: say("find one you know least"), Form.THREES: say("find two you know least"),
                Form.FOURS: say("find three you know least"), Form.TABLE: say("find a table of new faces"),
                Form.TABLE_OF_FIVE: say("find a table of new faces")}
_STAY = {Form.PAIRS: say("the same pair stays"), Form.THREES: say("the same three stay"),
         Form.FOURS: say("the same four stay"), Form.TABLE: say("the same table stays"),
         Form.TABLE_OF_FIVE: say("the same table stays")}


def setting_name(setting: Setting) -> Text:
    """The occasion in words."""
    return names.setting_name(setting)


def mode_name(mode: Mode) -> Text:
    """Where people are, in words."""
    return _MODE[mode]


def short_span(minutes: int) -> Text:
    """So long, where there is little room: "90 min", "2 h", "9 h 07 min"."""
    hours, rest = divmod(minutes, 60)
    if minutes <= LONGEST_IN_MINUTES:
        return say("{n} min", n=minutes)
    return say("{hours} h {minutes} min", hours=hours, minutes=f"{rest:02}") if rest else say("{hours} h", hours=hours)


def span(minutes: int) -> Text:
    """So long, in a sentence: "1 minute", "90 minutes", "2 hours", "9 hours 7 minutes"."""
    hours, rest = divmod(minutes, 60)
    if minutes <= LONGEST_IN_MINUTES:
        return say_n("{n} minute", "{n} minutes", minutes)
    told = say_n("{n} hour", "{n} hours", hours)
    return say("{hours} {minutes}", hours=told, minutes=say_n("{n} minute", "{n} minutes", rest)) if rest else told


def weekday(day: date) -> Text:
    """"Thursday"."""
    return _WEEKDAYS[day.weekday()]


def day_words(day: date, *, year: bool = False) -> Text:
    """"Thursday 26 November", with the year where asked."""
    month = _MONTHS[day.month - 1]
    if year:
        return say("{weekday} {day} {month} {year}", weekday=weekday(day), day=day.day, month=month, year=day.year)
    return say("{weekday} {day} {month}", weekday=weekday(day), day=day.day, month=month)


def when_words(starts: datetime, now: datetime) -> Text:
    """"Thursday 26 November, 19:00", with the year when it is not this one."""
    return say("{day}, {time}", day=day_words(starts.date(), year=starts.year != now.year), time=f"{starts:%H:%M}")


def people_words(people: int, *, about: bool) -> Text:
    """"11 people", or "about 140 people"."""
    return say_n("about {n} person", "about {n} people", people) if about else \
        say_n("{n} person", "{n} people", people)


def minutes_words(minutes: int) -> Text:
    """"45 minutes"."""
    return say_n("{n} minute", "{n} minutes", minutes)


def move_words(row: Row, *, first: bool) -> Text | None:
    """What people do before `row`, or None where they do nothing. `first` is the first time groups form."""
    form, minutes = row.step.form, row.moving
    match row.move:
        case Move.NEW_FACES if row.step.seating is Seating.ASSIGNED:
            return say("{n} min to move: by the list", n=minutes)
        case Move.NEW_FACES:
            faces = (_FIRST_FACES if first else _FACES)[form]
            return say("{n} min to move: {faces}", n=minutes, faces=faces)
        case Move.SAME_GROUP:
            return say("{n} min to turn back to the same people", n=minutes)
        case Move.BACK_TO_ROOM:
            return say("{n} min to turn back to the room", n=minutes)
        case Move.STAY:
            return _STAY[form]
        case _:
            return None


def read_day(text: str, near: date) -> date | None:
    """A day as typed: 2026-11-26, 26.11.2026, 26/11, 26. Missing parts are taken from `near`. None if it is none."""
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    if re.fullmatch(r"\s*\d{4}\D\d{1,2}\D\d{1,2}\s*", text):
        numbers.reverse()
    if not 1 <= len(numbers) <= 3:
        return None
    day, month, year = (*numbers, *(near.month, near.year)[len(numbers) - 1:])
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """A time as typed: 19:00, 19.00, 1900, 9. None if it is none."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*", text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
