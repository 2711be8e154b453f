"""The kinds of file a harvest goes out as. It stands alone, so that a screen may name them without the press behind."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from app.errors import Trouble
from app.words import Text, say


class Format(StrEnum):
    """A kind of file, by the ending of its name."""

    PDF = "pdf"
    WORD = "docx"
    MARKDOWN = "md"
    CSV = "csv"
    JSON = "json"


FORMAT_NAMES: dict[Format, Text] = {
    Format.PDF: say("PDF"), Format.WORD: say("Word"), Format.MARKDOWN: say("Markdown"),
    Format.CSV: say("Table (CSV)"), Format.JSON: say("JSON"),
}

EACH = "each"
"""What is chosen where everybody shall have a page of their own, in one PDF."""
OFFERED: dict[str, Text] = {**{kind.value: name for kind, name in FORMAT_NAMES.items()},
                            EACH: say("Take-home pages (PDF)")}
"""Everything a harvest can leave as, by what a host's choice is kept as."""


def kind_of(chosen: str) -> Format:
    """The kind of file of what was chosen."""
    return Format.PDF if chosen == EACH else Format(chosen)


def format_of(path: Path) -> Format:
    """The kind of file the ending asks for. Raises Trouble for one that is not written here."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in set(Format):
        raise Trouble(say("{name} ends in no kind of file that is written here. End it in {endings}.",
                          name=path.name, endings=", ".join(f".{one}" for one in Format)))
    return Format(ending)
