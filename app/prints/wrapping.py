"""Where a line ends: words in one style, what stays together with them, and as much of it as fits.

A harvest of ten thousand notes says the same words again and again: each is set once in a style, the space before it
together with it, and a line is only a sum of widths. It knows nothing of fonts. Widths are points.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.prints.letters import Run
from app.prints.paper import Style

BLANKS = (" ", "\t")
Part = tuple[Run, Style]


class Group(NamedTuple):
    """Parts that no line end comes between, and their width: as they begin a line, and with the space before them.

    Without parts it is the end of a line.
    """

    parts: tuple[Part, ...]
    wide: float
    spaced: tuple[Part, ...]
    spaced_wide: float

    def after(self, space: Part) -> Group:
        """The same behind another space."""
        return Group(self.parts, self.wide, (space, *self.parts), self.wide + _width((space,)))

    def and_then(self, more: Group, width: float) -> tuple[Group, ...]:
        """Both without a space between: as one, or as two where that would be wider than `width`."""
        if self.wide + more.wide > width:
            return self, Group(more.parts, more.wide, more.parts, more.wide)
        return Group(self.parts + more.parts, self.wide + more.wide,
                     self.spaced + more.parts, self.spaced_wide + more.wide),


NEW_LINE = Group((), 0.0, (), 0.0)


class Setting(dict[str, Group]):
    """Every word that was ever set in one style and at one level, and `space`, which stands between them."""

    def __init__(self, style: Style, runs: Callable[[str], tuple[Run, ...]]) -> None:
        super().__init__()
        self._style, self._runs = style, runs
        self.space: Part = (runs(" ")[0], style)

    def __missing__(self, word: str) -> Group:
        runs = self._runs(word)
        parts = tuple((run, self._style) for run in runs)
        blank, wide = self.space[0], _width(parts)
        joined = blank.and_then(runs[0])
        spaced = (self.space, *parts) if joined is None else ((joined, self._style), *parts[1:])
        group = self[word] = Group(parts, wide, spaced, wide + _width((self.space,)))
        return group


def breaks(groups: Sequence[Group], width: float) -> list[tuple[int, int, float]]:
    """Every line of at most `width`: its first group, the one after its last, and how wide it is."""
    found: list[tuple[int, int, float]] = []
    start, used = 0, 0.0
    for at, (parts, wide, _, spaced_wide) in enumerate(groups):
        if not parts:
            found.append((start, at, used))
            start, used = at + 1, 0.0
        elif at == start:
            used = wide
        elif used + spaced_wide > width:
            found.append((start, at, used))
            start, used = at, wide
        else:
            used += spaced_wide
    if start < len(groups) or not found:
        found.append((start, len(groups), used))
    return found


def parts_of(groups: Sequence[Group]) -> list[Part]:
    """One line of them as it is read."""
    parts = list(groups[0].parts) if groups else []
    for group in groups[1:]:
        parts += group.spaced
    return parts


def _width(parts: Sequence[Part]) -> float:
    return sum(run.width * style.size for run, style in parts) / 1000
