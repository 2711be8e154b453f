"""What can be handed out. It stands alone, so that a screen may name it without the press behind it."""

from __future__ import annotations

from enum import StrEnum


class Handout(StrEnum):
    """What a room in which people are told where to sit, or how to go on, needs on paper."""

    SLIPS = "slips"
    TABLES = "tables"
    SEATING = "seating"
    SEATS = "seats"
