"""The harvest as a table, one row for each note, that a spreadsheet opens and nothing in it can begin a formula.

The columns keep their English names in every language, so that a sheet made once fits the next gathering: `COLUMNS`.
"""

from __future__ import annotations

import csv
import unicodedata
from io import StringIO

from app.prints.published import Conversation, Entry, Harvest, TopicReport

COLUMNS = ("conversation", "step", "question", "kind", "words", "name", "to", "by_when", "table", "headline",
           "topic", "present", "next", "grounded", "answer", "written", "theme")
"""`name` is whose words they are, `to` who a gift was for or who heard a promise, `written` the time it was written
down (ISO 8601), `theme` the words of the theme it was gathered under; the others are the fields of the kinds that have
them.
"""
_FORMULA = frozenset("=+-@\t\n|%＝＋－＠")
"""What makes a spreadsheet count instead of show, in its wide forms too."""


def as_csv(harvest: Harvest) -> bytes:
    """UTF-8 with the mark that tells a spreadsheet so, every cell between quotes."""
    out = StringIO(newline="")
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for part, entry in harvest.everything():
        table.writerow([cell(text) for text in _row(part, entry)])
    return out.getvalue().encode("utf-8-sig")


def cell(text: str) -> str:
    """The text, behind an apostrophe where it could begin a formula, also after spaces or letters nobody sees."""
    if text[:1] in _FORMULA or _first_seen(text) in _FORMULA:
        return "'" + text
    return text


def _first_seen(text: str) -> str:
    for letter in text:
        if not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Mn"):
            return letter
    return ""


def _row(part: Conversation | TopicReport, entry: Entry) -> list[str]:
    told = {detail.field: detail.text for detail in entry.details}
    if isinstance(part, TopicReport):
        where = ("Open Space", "", "")
        told["topic"] = part.title
    else:
        where = (part.name, part.title, part.question)
    besides = [told.get(column, "") for column in COLUMNS[8:-2]]
    return [*where, entry.kind.value, entry.words, entry.name, entry.to, entry.by_when, *besides, entry.at, entry.theme]
