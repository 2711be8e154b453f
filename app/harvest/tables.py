"""What single tables found, apart from what the room said: an essence for each table, or for none."""

from __future__ import annotations

from collections.abc import Sequence

from app.harvest.note import Note
from app.library.protocol import Keeps

TABLE = "table"
"""The field in which a note says at which table it was found."""
ESSENCES = (Keeps.INSIGHT, Keeps.THEME, Keeps.QUESTION)
"""What a table may hand on: an insight, a pattern, or a question that is still open."""


def by_table(notes: Sequence[Note]) -> tuple[tuple[tuple[str, tuple[Note, ...]], ...], tuple[Note, ...]]:
    """(what each table found, by its number; the rest in their order). Patterns belong to all tables and are in the
    rest, and so is what says no table.
    """
    found: dict[str, list[Note]] = {}
    rest: list[Note] = []
    for note in notes:
        table = note.said(TABLE)
        if table and note.kind is not Keeps.THEME:
            found.setdefault(table, []).append(note)
        else:
            rest.append(note)
    return tuple((table, tuple(found[table])) for table in sorted(found, key=_order)), tuple(rest)


def _order(table: str) -> tuple[bool, int, str]:
    """Numbers by their size, then names by their letters."""
    return (False, int(table), "") if table.isascii() and table.isdigit() else (True, 0, table)
