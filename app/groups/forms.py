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
    CIRCLE = "circle"
    ROOM = "room"


_SIZE = {Form.PAIRS: 2, Form.THREES: 3, Form.FOURS: 4, Form.TABLE: 4}


def nominal_size(form: Form) -> int | None:
    """People in one small group of this form, or None where the room is not split."""
    return _SIZE.get(form)


def is_small_group(form: Form) -> bool:
    """Whether the room splits into small groups for this form."""
    return form in _SIZE
