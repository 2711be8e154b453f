"""Changes to the notes of one session, each with its way back. The engine does them; this remembers how to undo.

The host's *Back* takes back moves and never notes, so notes have a memory of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.design.gathering import new_id
from app.errors import Trouble
from app.harvest.kinds import keeps_names
from app.harvest.note import STANDS_ALONE, Note
from app.harvest.photos import Photo
from app.harvest.shaping import gathered, merged, moved, parted
from app.library.protocol import Keeps
from app.live.engine import Engine
from app.live.pictured import PhotoDropped, PhotoFact, Photographed, PhotoRestored
from app.live.recast import Recast, inverse
from app.words import say

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

    def drop_all(self, ids: Sequence[str]) -> bool:
        """Take these away together, and bring them back together; False when none of them stands."""
        return self._recast((), away=[note.id for note in self._standing(ids)])

    def merge(self, ids: Sequence[str]) -> Note | None:
        """One note of these, their words in this order; what was gathered under a theme among them comes along.

        None when fewer than two stand.
        """
        parts = self._standing(ids)
        if len(parts) < 2:
            return None
        whole = merged(parts, named=self._keeps_names)
        self._recast([whole, *self._under(ids, whole)], away=[part.id for part in parts])
        return next(iter(self._standing((whole.id,))), None)

    def part(self, note_id: str, texts: Sequence[str]) -> bool:
        """Several notes of one; what was gathered under a theme stays with its first part. Raises Trouble."""
        whole = next(iter(self._standing((note_id,))), None)
        if whole is None:
            return False
        parts = parted(whole, texts)
        return self._recast([*parts, *self._under((note_id,), parts[0])], away=[note_id])

    def move(self, ids: Sequence[str], *, step_id: str | None = None, kind: Keeps | None = None) -> bool:
        """Put these into another step, or make them another kind; False when nothing differs."""
        return self._recast([moved(note, step_id=step_id, kind=kind) for note in self._standing(ids)])

    def gather(self, ids: Sequence[str], theme_id: str) -> bool:
        """Put these under a theme, or under none (""). What stands alone is left where it is; Trouble where all do."""
        notes = self._standing(ids)
        if theme_id and not any(theme.kind is Keeps.THEME for theme in self._standing((theme_id,))):
            return False
        if theme_id and notes and all(note.kind in STANDS_ALONE for note in notes):
            raise Trouble(say("Themes, promises, offers and requests stand on their own; gather other notes here."))
        return self._recast([gathered(note, theme_id) for note in notes])

    def new_theme(self, words: str, ids: Sequence[str], step_id: str) -> Note:
        """Keep a theme with these words and put the notes under it; both are one change. Raises Trouble."""
        theme = Note(id=new_id(), step_id=step_id, kind=Keeps.THEME, text=words, at=0)
        self._recast([theme, *(gathered(note, theme.id) for note in self._standing(ids))])
        return self._standing((theme.id,))[0]

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

    def _standing(self, ids: Sequence[str]) -> list[Note]:
        here = {note.id: note for note in self._engine.session.notes}
        return [here[note_id] for note_id in dict.fromkeys(ids) if note_id in here]

    def _under(self, ids: Sequence[str], theme: Note) -> list[Note]:
        """What was gathered under these, now under `theme` where it is one."""
        if theme.kind is not Keeps.THEME:
            return []
        return [gathered(note, theme.id) for note in self._engine.session.notes
                if note.theme in ids and note.id not in ids]

    def _keeps_names(self, note: Note) -> bool:
        step = self._engine.session.gathering.step(note.step_id)
        return keeps_names(step.family if step is not None else None, note.kind)

    def _recast(self, notes: Sequence[Note], away: Sequence[str] = ()) -> bool:
        """These notes stand instead of those that go `away`; the others among them only read differently. One fact."""
        before = {note.id: note for note in self._engine.session.notes}
        differs = tuple(note for note in notes if before.get(note.id) != note)
        fact = Recast(gone=(*away, *(note.id for note in differs if note.id in before)), notes=differs)
        if not self._engine.recast(fact):
            return False
        back = inverse(fact, tuple(before.values()))
        again = inverse(back, self._engine.session.notes)
        self._remember(Change(lambda: self._engine.recast(back), lambda: self._engine.recast(again)))
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
