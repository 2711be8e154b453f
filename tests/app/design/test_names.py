"""Days and times as people say and type them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from app.design.agenda import agenda
from app.design.edits import change
from app.design.gathering import Mode, Seating, Setting
from app.design.names import (
    mode_name,
    move_words,
    people_words,
    read_day,
    read_time,
    setting_name,
    short_span,
    span,
    when_words,
)
from app.words import Words
from tests.plans import gathering

SAY = Words()
NEAR = date(2026, 11, 26)


@pytest.mark.parametrize(("typed", "day"), [
    ("2026-12-03", date(2026, 12, 3)), ("3.12.2026", date(2026, 12, 3)), ("3/12/26", date(2026, 12, 3)),
    ("03.12.", date(2026, 12, 3)), ("30", date(2026, 11, 30)), ("3 12 2027", date(2027, 12, 3)),
    ("31.11.", None), ("tomorrow", None), ("", None), ("1.2.3.4", None), ("99999", None),
])
def test_a_day_is_read_as_it_is_typed_or_not_at_all(typed: str, day: date | None) -> None:
    assert read_day(typed, NEAR) == day


@pytest.mark.parametrize(("typed", "when"), [
    ("19:00", time(19)), ("19.30", time(19, 30)), ("1930", time(19, 30)), ("9", time(9)), ("9 h", time(9)),
    ("24:00", None), ("19:60", None), ("noon", None), ("", None),
])
def test_a_time_is_read_as_it_is_typed_or_not_at_all(typed: str, when: time | None) -> None:
    assert read_time(typed) == when


def test_the_year_is_told_only_when_it_is_not_this_one() -> None:
    words, starts = Words(), datetime(2026, 11, 26, 19, 0)
    assert words(when_words(starts, datetime(2026, 1, 1))) == "Thursday 26 November, 19:00"
    assert words(when_words(starts, datetime(2025, 1, 1))) == "Thursday 26 November 2026, 19:00"


def test_about_140_is_an_answer() -> None:
    assert Words()(people_words(140, about=True)) == "about 140 people"
    assert Words()(people_words(1, about=False)) == "1 person"


def test_every_setting_and_mode_has_a_name() -> None:
    words = Words()
    assert all(words(setting_name(setting)) for setting in Setting)
    assert all(words(mode_name(mode)) for mode in Mode)


def test_moves_are_told_in_words_and_sitting_still_is_not() -> None:
    rows = agenda(gathering("welcome", "ownership", "sampling", "commitment", "gifts", people=11)).rows
    told = [move_words(row, first=number == 1) for number, row in enumerate(rows)]
    assert [Words()(text) if text else None for text in told] == [
        None, "1 min to move: find two you know least", "1 min to turn back to the room",
        "1 min to move: two new faces", "the same three stay"]


def test_people_who_go_by_a_list_are_not_told_to_find_those_they_know_least() -> None:
    plan = gathering("ownership")
    plan = change(plan, plan.steps[0].id, seating=Seating.ASSIGNED)
    told = move_words(agenda(plan).rows[0], first=True)
    assert told is not None and Words()(told) == "2 min to move: by the list"


@pytest.mark.parametrize(("minutes", "short", "told"), [
    (1, "1 min", "1 minute"), (90, "90 min", "90 minutes"), (91, "1 h 31 min", "1 hour 31 minutes"),
    (120, "2 h", "2 hours"), (547, "9 h 07 min", "9 hours 7 minutes"), (121, "2 h 01 min", "2 hours 1 minute")])
def test_a_long_span_is_told_in_hours_and_minutes(minutes: int, short: str, told: str) -> None:
    assert (SAY(short_span(minutes)), SAY(span(minutes))) == (short, told)
