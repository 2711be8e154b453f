"""Several notes in one text: what was typed elsewhere, a list from a chat or a table host, one thing on each line."""

from __future__ import annotations

import re

MOST = 200
"""Notes that one text is taken for; more is a document, and stays in one piece."""
_BULLET = re.compile(r"^\s*(?:[-–—*•◦▪‣·☐☑✓✔]|\[[ xX]?\]|\(?\d{1,3}[.)])\s+(?=\S)")


def notes_in(text: str) -> tuple[str, ...]:
    """The notes of a pasted text in order, without their bullets; () when it is one note.

    Where any line has a bullet each bullet begins a note, and a line without one goes on with it. Else paragraphs
    between empty lines are notes where there are any, or every line is one.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").split("\n")
    if any(_BULLET.match(line) for line in lines):
        parts: list[list[str]] = []
        for line in lines:
            if _BULLET.match(line) or not parts:
                parts.append([_BULLET.sub("", line)])
            else:
                parts[-1].append(line)
    elif any(not line.strip() for line in "\n".join(lines).strip().split("\n")):
        parts = [part.split("\n") for part in re.split(r"\n\s*\n", "\n".join(lines))]
    else:
        parts = [[line] for line in lines]
    notes = tuple(note for part in parts if (note := " ".join(" ".join(part).split())))
    return notes if 1 < len(notes) <= MOST else ()
