"""The notes of a gathering in the order they are looked at: by step, by kind or by theme. Promises stand elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.design.gathering import PlannedStep
from app.harvest.kinds import KINDS
from app.harvest.note import STANDS_ALONE, Note
from app.harvest.shaping import by_theme
from app.library.protocol import Keeps


class View(StrEnum):
    """What the notes are told apart by."""

    STEP = "step"
    KIND = "kind"
    THEME = "theme"


@dataclass(frozen=True, slots=True)
class Section:
    """Notes under one heading. `id` is that of a step, the name of a kind, or the id of `theme`; "" is of none."""

    view: View
    id: str
    notes: tuple[Note, ...]
    step: PlannedStep | None = None
    theme: Note | None = None

    def would_take(self, notes: Sequence[Note]) -> bool:
        """Whether some of these may be put here and are not here yet."""
        coming = [note for note in notes if note not in self.notes]
        if self.view is View.THEME:
            return any(note.kind not in STANDS_ALONE for note in coming)
        return bool(coming) and bool(self.id)


def sections(view: View, steps: Sequence[PlannedStep], notes: Iterable[Note]) -> tuple[Section, ...]:
    """The sections in which something stands, in the order of the plan, or of the kinds as they are offered.

    By theme every theme is there, also one that gathers nothing yet, and last what stands under none.
    """
    shown = [note for note in notes if note.kind is not Keeps.PROMISE]
    if view is View.KIND:
        by_kind = _apart((note.kind.value, note) for note in shown)
        return tuple(Section(view, kind, by_kind[kind]) for kind in KINDS if kind in by_kind)
    if view is View.THEME:
        themes = by_theme(shown)
        under = {note.id for theme, notes in themes for note in (theme, *notes)}
        rest = tuple(note for note in shown if note.id not in under)
        found = tuple(Section(view, theme.id, notes, theme=theme) for theme, notes in themes)
        return (*found, Section(view, "", rest)) if shown else ()
    known = {step.id: step for step in steps}
    by_step = _apart((note.step_id if note.step_id in known else "", note) for note in shown)
    return tuple(Section(view, step_id, by_step[step_id], known.get(step_id))
                 for step_id in (*known, "") if step_id in by_step)


def _apart(pairs: Iterable[tuple[str, Note]]) -> dict[str, tuple[Note, ...]]:
    found: dict[str, list[Note]] = {}
    for key, note in pairs:
        found.setdefault(key, []).append(note)
    return {key: tuple(notes) for key, notes in found.items()}
