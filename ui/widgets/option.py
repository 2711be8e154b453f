"""One of several choices, as a drop-down or a segment shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """`value` is what is reported, `text` the finished words, `glyph` a name or "", `family` its colour or ""."""

    value: str
    text: str
    glyph: str = ""
    family: str = ""
