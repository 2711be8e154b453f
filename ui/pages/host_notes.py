"""Joins the harvest strip with the session that runs: what is written is kept, the last note corrected, taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.harvest.kinds import keeps_names
from app.harvest.note import Note
from app.live.engine import Engine
from ui.panels.harvest_box import HarvestStrip


class HostNotes(QObject):
    """`kept` when the words in the strip are in the log and it is empty again. `do` runs a verb of the engine."""

    kept = Signal()

    def __init__(self, parent: QObject, strip: HarvestStrip, *, engine: Callable[[], Engine | None],
                 do: Callable[[Callable[[Engine], object]], bool]) -> None:
        super().__init__(parent)
        self._strip, self._engine, self._do = strip, engine, do
        self._together: tuple[str, ...] = ()
        strip.written.connect(self._keep)
        strip.writer.last_wished.connect(self._correct_last)

    def take_back(self, engine: Engine) -> bool:
        """Take the last note away; those that were kept together go together."""
        notes = engine.session.notes
        last = notes[-1].id if notes else ""
        together = self._together if last in self._together else (last,)
        gone = [engine.drop(note.id) for note in reversed(notes) if note.id in together]
        return any(gone)

    def _keep(self, notes: tuple[Note, ...]) -> None:
        self._together = ()
        for place, note in enumerate(notes):
            if not self._do(lambda engine, note=note: self._write(engine, note)):   # type: ignore[misc]
                if place:   # those before are kept; what is not stays in the field
                    self._strip.writer.show_text("\n".join(f"– {left.text}" for left in notes[place:]))
                return
        self._strip.clear()
        self.kept.emit()

    def _write(self, engine: Engine, note: Note) -> None:
        if any(known.id == note.id for known in engine.session.notes):
            engine.edit(note)
        else:   # new, or taken away while it was corrected
            kept = engine.keep(note.text, note.kind, step_id=note.step_id, said=note.all_said(), reach=note.reach)
            self._together = (*self._together, kept.id)

    def _correct_last(self) -> None:
        engine = self._engine()
        if engine is None or not engine.session.notes:
            return
        note = engine.session.notes[-1]
        step = engine.session.gathering.step(note.step_id)
        self._strip.writer.show_note(note, names=keeps_names(step.family if step is not None else None, note.kind))
