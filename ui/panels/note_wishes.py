"""What somebody wishes for notes that are chosen, as data; granted through the door that remembers how to undo it."""

from __future__ import annotations

from dataclasses import dataclass

from app.harvest.note import Note
from app.library.protocol import Keeps
from ui.panels.note_changes import NoteChanges


@dataclass(frozen=True, slots=True)
class Merge:
    """One note of these, in this order."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToStep:
    """These into another step."""

    ids: tuple[str, ...]
    step_id: str


@dataclass(frozen=True, slots=True)
class ToKind:
    """These as another kind."""

    ids: tuple[str, ...]
    kind: Keeps


@dataclass(frozen=True, slots=True)
class Gather:
    """These under a theme, or under none ("")."""

    ids: tuple[str, ...]
    theme_id: str


@dataclass(frozen=True, slots=True)
class NewTheme:
    """These under a theme in these words that is not there yet; it belongs to the step `step_id`."""

    ids: tuple[str, ...]
    words: str
    step_id: str


@dataclass(frozen=True, slots=True)
class Part:
    """This note, as it reads now but for its words, in several of these words."""

    note: Note
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Away:
    """None of these any more."""

    ids: tuple[str, ...]


Wish = Merge | ToStep | ToKind | Gather | NewTheme | Part | Away


def grant(wish: Wish, changes: NoteChanges) -> None:
    """Make the change. Raises Trouble when it was not kept."""
    match wish:
        case Merge(ids):
            changes.merge(ids)
        case ToStep(ids, step_id):
            changes.move(ids, step_id=step_id)
        case ToKind(ids, kind):
            changes.move(ids, kind=kind)
        case Gather(ids, theme_id):
            changes.gather(ids, theme_id)
        case NewTheme(ids, words, step_id):
            changes.new_theme(words, ids, step_id)
        case Part(note, texts):
            changes.edit(note)
            changes.part(note.id, texts)
        case Away(ids):
            changes.drop_all(ids)
