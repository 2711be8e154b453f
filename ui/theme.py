"""Reads the colours of the console and of the wall, and renders the style sheet with them.

Three laws: colour means a conversation family, ink means action, ember means lateness. A colour that is not
in a theme file does not exist; a fault in a theme file is `Trouble`, never a default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from string import Template
from typing import TypeVar

import msgspec
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.errors import Trouble
from app.paths import resources_folder
from app.words import say

LIGHT, DARK = "light", "dark"
PAPER, NIGHT = "paper", "night"

_DESIGNS = frozenset({"world cafe", "open space", "appreciative inquiry", "art of convening"})


@dataclass(frozen=True, slots=True)
class FamilyColours:
    """`strong` for glyphs, bars and one-word tags; `tint` to lie under ink. Both "#rrggbb"."""

    strong: str
    tint: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The console's colours, all "#rrggbb". `families` is keyed by family name, with `designs` for all four."""

    name: str
    window: str
    surface: str
    sunken: str
    hover: str
    line: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    focus: str
    ember: str
    ember_tint: str
    ok: str
    field: str
    band: str
    families: Mapping[str, FamilyColours]

    def family(self, name: str | None) -> FamilyColours:
        """The colours of a library family; a part, or no family at all, is ink on sunken."""
        return self.families.get(colour_family(name)) or FamilyColours(self.ink, self.sunken)


@dataclass(frozen=True, slots=True)
class WallTheme:
    """The wall's colours, all "#rrggbb". Words are `ink` or `ink2`; `families` colours shapes only."""

    name: str
    bg: str
    panel: str
    ink: str
    ink2: str
    track: str
    families: Mapping[str, str]

    def family(self, name: str | None) -> str:
        """The colour of a family's ribbon and ring; ink where a scene has no family."""
        return self.families.get(colour_family(name)) or self.ink


def colour_family(name: str | None) -> str:
    """The family whose colours `name` wears: the four designs share one, a part has none ("")."""
    if name in _DESIGNS:
        return "designs"
    return "" if name in (None, "part") else str(name)


@cache
def load_theme(name: str, folder: Path | None = None) -> Theme:
    """The console's theme, `light` or `dark`. Raises `Trouble` if its file is missing or wrong."""
    return _read((folder or resources_folder() / "themes") / f"{name}.toml", Theme)


@cache
def load_wall_theme(name: str, folder: Path | None = None) -> WallTheme:
    """The wall's theme, `paper` or `night`. Raises `Trouble` if its file is missing or wrong."""
    return _read((folder or resources_folder() / "themes") / f"wall-{name}.toml", WallTheme)


_T = TypeVar("_T", Theme, WallTheme)


def _read(path: Path, kind: type[_T]) -> _T:
    try:
        theme = msgspec.toml.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError) as fault:
        raise Trouble(say("The colours in {name} could not be read: {why}.", name=path.name, why=str(fault))) from fault
    for colour in colours(theme):
        if not (len(colour) == 7 and QColor.isValidColorName(colour)):
            raise Trouble(say("The colours in {name} could not be read: {why}.", name=path.name, why=colour))
    return theme


def colours(theme: Theme | WallTheme) -> tuple[str, ...]:
    """Every colour of a theme."""
    found: list[str] = []
    for field in fields(theme):
        value = getattr(theme, field.name)
        if field.name == "families":
            for pair in value.values():
                found += [pair] if isinstance(pair, str) else [pair.strong, pair.tint]
        elif field.name != "name":
            found.append(value)
    return tuple(found)


def style_sheet(theme: Theme) -> str:
    """The style sheet with the theme's colours in place of `$ink`, `$surface` and so on."""
    tokens = {field.name: getattr(theme, field.name) for field in fields(theme) if field.name != "families"}
    path = resources_folder() / "style.qss"
    return Template(path.read_text(encoding="utf-8")).substitute(tokens)


def palette(theme: Theme) -> QPalette:
    """Qt's palette in the theme's colours, so that nothing comes out default grey."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.window), (roles.Base, theme.surface), (roles.AlternateBase, theme.hover),
        (roles.Button, theme.surface), (roles.WindowText, theme.ink), (roles.Text, theme.ink),
        (roles.ButtonText, theme.ink), (roles.BrightText, theme.ink), (roles.PlaceholderText, theme.ink3),
        (roles.Highlight, theme.ink), (roles.HighlightedText, theme.surface), (roles.ToolTipBase, theme.ink),
        (roles.ToolTipText, theme.surface), (roles.Light, theme.surface), (roles.Midlight, theme.hover),
        (roles.Mid, theme.line), (roles.Dark, theme.line2), (roles.Shadow, theme.line2), (roles.Link, theme.ink),
    ):
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.ink3))
    return made


def wear(application: QApplication, theme: Theme) -> None:
    """Give the application the theme's style, palette and sheet. What it wears already is not put on again."""
    sheet = style_sheet(theme)
    if application.styleSheet() != sheet:
        application.setStyle("Fusion")
        application.setPalette(palette(theme))
        application.setStyleSheet(sheet)
