"""The forms a group can take. A form is a shape of sitting, never a number of people in the room."""

from __future__ import annotations

from enum import StrEnum


class Form(StrEnum):
    """How people sit: alone, in small groups, round tables, in one circle, or as the whole room."""

    SOLO = "solo"
    PAIRS = "pairs"
    THREES = "threes"
    FOURS = "fours"
    TABLE = "table"
    TABLE_OF_FIVE = "table of five"
    CIRCLE = "circle"
    ROOM = "room"


_SIZE = {Form.PAIRS: 2, Form.THREES: 3, Form.FOURS: 4, Form.TABLE: 4, Form.TABLE_OF_FIVE: 5}
TABLES = (Form.TABLE, Form.TABLE_OF_FIVE)
"""Forms with a table between the chairs: four to one, or five where tables are few."""


def nominal_size(form: Form) -> int | None:
    """People in one small group of this form, or None where the room is not split."""
    return _SIZE.get(form)


def is_small_group(form: Form) -> bool:
    """Whether the room splits into small groups for this form."""
    return form in _SIZE


def is_table(form: Form) -> bool:
    """Whether people sit round tables, whichever number to each."""
    return form in TABLES
