"""What the library's tests share: a small protocol that is right, and a way to spoil it in one place."""

from __future__ import annotations

from pathlib import Path

from app.library.reader import faults_in
from app.words import Words

PROTOCOLS = Path(__file__).resolve().parents[3] / "protocols"

GOOD = """\
title = "Looking up"
family = "ownership"
purpose = "For people who look down."

[[steps]]
title = "Looking up"
question = "What do you look at when you look up?"
form = "threes"
minutes = 13
"""


def lines_of(folder: Path, text: str | bytes, name: str = "looking-up.toml") -> list[str]:
    """The lines an author would read about a file that holds `text`; empty if it is right."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [Words()(fault.text) for fault in faults_in(path)[1]]


def spoiled(*changes: tuple[str, str]) -> str:
    """The good protocol with each `(there, instead)` changed."""
    text = GOOD
    for there, instead in changes:
        assert there in text, there
        text = text.replace(there, instead, 1)
    return text


def with_step(line: str) -> str:
    """The good protocol with one more line in its step."""
    return GOOD + line + "\n"
