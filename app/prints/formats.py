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


def format_of(path: Path) -> Format:
    """The kind of file the ending asks for. Raises Trouble for one that is not written here."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in set(Format):
        raise Trouble(say("{name} ends in no kind of file that is written here. End it in {endings}.",
                          name=path.name, endings=", ".join(f".{one}" for one in Format)))
    return Format(ending)
