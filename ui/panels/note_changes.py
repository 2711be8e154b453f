"""Changes to the notes of one session, each with its way back. The engine does them; this remembers how to undo.

The host's *Back* takes back moves and never notes, so notes have a memory of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.harvest.note import Note
from app.harvest.photos import Photo
from app.live.engine import Engine
from app.live.pictured import PhotoDropped, PhotoFact, Photographed, PhotoRestored

Verb = Callable[[], object]
DEEPEST = 200
"""Changes that can be taken back; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change that was made: how to take it back, how to make it again. Either is false when it no longer fits."""

    back: Verb
    again: Verb


class NoteChanges:
    """The notes' door to one engine. Its verbs raise Trouble when a change was not kept; then nothing is remembered."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._done: list[Change] = []
        self._undone: list[Change] = []

    def keep(self, note: Note) -> Note:
        """Keep a new note with these words; its id and instant are the engine's."""
        kept = self._engine.keep(note.text, note.kind, step_id=note.step_id, said=note.all_said(),
                                 reach=note.reach)
        self._remember(Change(lambda: self._engine.drop(kept.id), lambda: self._engine.restore(kept.id)))
        return kept

    def keep_all(self, notes: Sequence[Note]) -> None:
        """Keep these one by one; they are taken back together. A full disk refuses one and all that follow it."""
        kept: list[str] = []
        before = list(self._done)
        try:
            for note in notes:
                kept.append(self.keep(note).id)
        finally:
            self._done = before
            if kept:
                self._remember(Change(lambda: any([self._engine.drop(one) for one in kept]),
                                      lambda: any([self._engine.restore(one) for one in kept])))

    def edit(self, note: Note) -> bool:
        """Change a note; False when nothing differs or it is gone."""
        before = next((n for n in self._engine.session.notes if n.id == note.id), None)
        if before is None or not self._engine.edit(note):
            return False
        self._remember(Change(lambda: self._engine.edit(before), lambda: self._engine.edit(note)))
        return True

    def drop(self, note_id: str) -> bool:
        """Take a note away; False when it is gone already."""
        if not self._engine.drop(note_id):
            return False
        self._remember(Change(lambda: self._engine.restore(note_id), lambda: self._engine.drop(note_id)))
        return True

    def add_photo(self, photo: Photo) -> bool:
        """Put a photograph with the notes; its pixels are kept already."""
        return self._pictured(Photographed(photo=photo), PhotoDropped(photo_id=photo.id),
                              PhotoRestored(photo_id=photo.id))

    def drop_photo(self, photo_id: str) -> bool:
        """Take a photograph away; False when it is gone already."""
        dropped = PhotoDropped(photo_id=photo_id)
        return self._pictured(dropped, PhotoRestored(photo_id=photo_id), dropped)

    def _pictured(self, fact: PhotoFact, back: PhotoFact, again: PhotoFact) -> bool:
        if not self._engine.picture(fact):
            return False
        self._remember(Change(lambda: self._engine.picture(back), lambda: self._engine.picture(again)))
        return True

    def undo(self) -> bool:
        """Take the last change back that can be; False when there is none."""
        while self._done:
            change = self._done[-1]
            fits = bool(change.back())
            self._done.pop()
            if fits:
                self._undone.append(change)
                return True
        return False

    def redo(self) -> bool:
        """Make the change again that was taken back last; False when there is none."""
        while self._undone:
            change = self._undone[-1]
            fits = bool(change.again())
            self._undone.pop()
            if fits:
                self._done.append(change)
                return True
        return False

    def _remember(self, change: Change) -> None:
        self._done = [*self._done, change][-DEEPEST:]
        self._undone = []
