"""Which paper the console writes for: what the host chose, until then what lies in the printers of their country."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QLocale

from app.prints.paper import Paper
from app.settings import Settings

LETTER = frozenset(("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"))
"""Territories that print on US Letter, as Unicode's locale data has them; everywhere else it is A4."""


def paper_name(settings: Settings, locale: QLocale | None = None) -> Literal["a4", "letter"]:
    """The paper as it stands in the settings; where nobody chose, that of `locale`, by default the system's."""
    if settings.paper:
        return settings.paper
    territory = (QLocale.system() if locale is None else locale).territory()
    return "letter" if QLocale.territoryToCode(territory) in LETTER else "a4"


def paper_of(settings: Settings, locale: QLocale | None = None) -> Paper:
    """The paper to write for."""
    return Paper[paper_name(settings, locale).upper()]
