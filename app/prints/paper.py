"""The measures and colours of everything that is handed out. Points from the bottom left."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.library.protocol import DESIGNS, Family, Keeps
from app.prints.faces import Face

MM = 72 / 25.4
LEFT, RIGHT, TOP, BOTTOM = 33 * MM, 25 * MM, 25 * MM, 37 * MM


class Paper(Enum):
    """What lies in the printer: width and height in points, upright."""

    A4 = (210 * MM, 297 * MM)
    LETTER = (8.5 * 72, 11 * 72)


@dataclass(frozen=True, slots=True)
class Style:
    """How words are set: face, size and pitch in points, colour "#rrggbb"."""

    face: Face
    size: float
    pitch: float
    colour: str


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours on paper, those of the light theme."""

    ink: str
    ink2: str
    ink3: str
    line: str
    families: Mapping[str, str]

    def family(self, family: Family | None) -> str:
        """A conversation's colour; the four designs share one, everything else is ink."""
        if family in DESIGNS:
            return self.families["designs"]
        return self.families.get(family.value, self.ink) if family is not None else self.ink


def inks(themes: Path) -> Inks:
    """The inks, from the light theme in the folder `themes`."""
    theme = tomllib.loads((themes / "light.toml").read_text(encoding="utf-8"))
    families = {name: pair["strong"] for name, pair in theme["families"].items()}
    return Inks(theme["ink"], theme["ink2"], theme["ink3"], theme["line2"], families)


_FAMILY = {
    Family.WORLD_CAFE: "designs", Family.OPEN_SPACE: "openspace", Family.APPRECIATIVE_INQUIRY: "inquiry",
    Family.ART_OF_CONVENING: "wheel", Family.PART: "speaker",
}
_KIND = {Keeps.AGREEMENT: "contracting", Keeps.NOTHING: "silence"}
_KIND_FAMILY = {
    Keeps.GIFT: Family.GIFTS, Keeps.PROMISE: Family.COMMITMENT, Keeps.DOUBT: Family.DISSENT,
    Keeps.POSSIBILITY: Family.POSSIBILITY, Keeps.AGREEMENT: Family.CONTRACTING,
    Keeps.PROPOSITION: Family.POSSIBILITY, Keeps.OFFER: Family.GIFTS, Keeps.REQUEST: Family.CONTRACTING,
}


def family_glyph(family: Family | None) -> str:
    """The drawing of a conversation; of ordinary business, a speaker."""
    return "speaker" if family is None else _FAMILY.get(family, family.value)


def kind_glyph(kind: Keeps) -> str:
    """The drawing of a kind of note."""
    return _KIND.get(kind, kind.value)


def kind_family(kind: Keeps) -> Family | None:
    """The conversation whose colour a kind of note wears, or None for ink."""
    return _KIND_FAMILY.get(kind)
