"""Notes by step: a heading for each conversation, a row for each note, and one of them open for writing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering, PlannedStep
from app.harvest.kinds import KINDS, keeps_names, kind_name, told
from app.harvest.note import Note
from app.library.protocol import Family, Keeps
from app.words import Text, Words, say
from ui.panels.note_editor import NoteEditor
from ui.panels.selectable_row import ROOM, SelectableRow, rove
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import FamilyTile, GlyphLabel, kind_family, kind_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import text_width


class NoteRow(SelectableRow):
    """One note: its kind as glyph and word, its words, the name that was given."""

    def __init__(self, note: Note, family: Family | None, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, words=words, parent=parent)
        self.note = note
        wears = kind_family(note.kind) or "part"
        colour = theme.family(wears).strong
        kind = label(words(kind_name(note.kind)), Role.LABEL, colour)
        kind.setFixedWidth(kind_width(words))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 7, ROOM, 6)
        row.setSpacing(8)
        row.addLayout(_lowered(GlyphLabel(kind_glyph(note.kind), colour, 20), 2))
        row.addLayout(_lowered(kind, 4))
        row.addLayout(_told(note, family, theme, words), 1)
        whose = words(whose_words(note, family))
        if whose:
            name = Paragraph(whose, Role.CAPTION, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
            name.setMaximumWidth(150)
            row.addLayout(_lowered(name, 4))
        self.setAccessibleName(words(say("{kind}: {text}", kind=kind_name(note.kind), text=note.text)))
        self.setToolTip(words(say("Enter changes it, Delete takes it away")))


def _told(note: Note, family: Family | None, theme: Theme, words: Words) -> QVBoxLayout:
    """The words of a note, what leads them above and what else it says below."""
    besides = told(note, named=keeps_names(family, note.kind))
    column = QVBoxLayout()
    column.setSpacing(2)
    for field, text in besides:
        if field.leads:
            column.addWidget(Paragraph(words(text), Role.BODY_BOLD, theme.ink))
    column.addWidget(Paragraph(note.text, Role.NOTE, theme.ink))
    for field, text in besides:
        if not field.leads:
            line = words(say("{label}: {text}", label=field.label, text=text))
            column.addWidget(Paragraph(line, Role.CAPTION, theme.ink2))
    column.addStretch(1)
    return column


_FIRST_LINE = Qt.AlignmentFlag.AlignTop


def _lowered(widget: QWidget, by: int) -> QVBoxLayout:
    """`widget` on the first line of a row, `by` pixels down so that small and large words share a baseline."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addSpacing(by)
    column.addWidget(widget)
    column.addStretch(1)
    return column


def whose_words(note: Note, family: Family | None) -> Text:
    """Whose words they are and to whom, or nothing where no name is kept."""
    if not keeps_names(family, note.kind):
        return say("")
    if note.name and note.to:
        return say("{name} to {to}", name=note.name, to=note.to)
    if note.to:
        return say("to {to}", to=note.to)
    return say("{name}", name=note.name) if note.name else say("")


def kind_width(words: Words) -> int:
    """Room for the longest name of a kind, so that all words begin at one line."""
    return max(84, *(round(text_width(words(kind_name(kind)), Role.LABEL)) + 12 for kind in KINDS))


class StepHead(QWidget):
    """The conversation a group of notes belongs to, and its question."""

    def __init__(self, step: PlannedStep | None, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = (step.title or step.question) if step is not None else words(say("Of no step"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.setSpacing(12)
        row.addWidget(FamilyTile(step.family if step is not None else None, theme=theme, px=36), 0, _FIRST_LINE)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Paragraph(title, Role.CARD_NAME, theme.ink))
        if step is not None and step.question and step.question != title:
            column.addWidget(Paragraph(step.question, Role.CAPTION, theme.ink2))
        row.addLayout(column, 1)


class NoteRows(QWidget):
    """Every note but promises, by step. `edited` brings a changed `Note`, `dropped` a note's id."""

    edited = Signal(object)
    dropped = Signal(str)
    shown = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._gathering: Gathering | None = None
        self._notes: tuple[Note, ...] = ()
        self._kind: Keeps | None = None
        self._editor: NoteEditor | None = None
        self._rows: list[NoteRow] = []
        self._made: dict[Hashable, QWidget] = {}
        self._stop: NoteRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 4, 4, 20)
        self._column.setSpacing(0)

    def show_notes(self, gathering: Gathering, notes: tuple[Note, ...], kind: Keeps | None) -> None:
        """Show `notes` of `kind` (None for all kinds); an open editor stays open unless its note is gone."""
        chosen = self.selected()
        place = self._place_of(chosen)
        self._gathering, self._kind = gathering, kind
        self._notes = tuple(n for n in notes if n.kind is not Keeps.PROMISE and kind in (None, n.kind))
        editing = self._editor.note.id if self._editor is not None else ""
        if editing not in {n.id for n in self._notes}:
            self._put_editor_away()
        self._renew()
        if place >= 0 and self._rows and self._editor is None:
            same = next((row for row in self._rows if row.note.id == chosen), None)
            (same or self._rows[min(place, len(self._rows) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> str:
        """The id of the note that has the keyboard, or ""."""
        return next((row.note.id for row in self._rows if row.hasFocus()), "")

    def stops(self) -> tuple[QWidget, ...]:
        """Everything the keyboard can reach, from the top."""
        return tuple(self._rows)

    def is_writing(self) -> bool:
        """Whether a note is open for writing."""
        return self._editor is not None

    def texts(self) -> tuple[str, ...]:
        """The words of every note shown, from the top."""
        return tuple(row.note.text for row in self._rows)

    def open(self, note_id: str) -> None:
        """Open a note for writing in its place."""
        note = next((n for n in self._notes if n.id == note_id), None)
        if note is None:
            return
        self._put_editor_away()
        self._editor = NoteEditor(note, self._family(note), theme=self._theme, words=self._words)
        self._editor.kept.connect(self.edited)
        self._editor.left.connect(lambda: self._left(note.id))
        self._editor.dropped.connect(lambda: self.dropped.emit(note.id))
        self._renew()
        self._editor.take_keyboard()
        self.shown.emit(self._editor)

    def reveal(self, note_id: str) -> None:
        """Ask for a note to be brought into view, without taking the keyboard."""
        place = self._place_of(note_id)
        if place >= 0:
            self.shown.emit(self._rows[place])

    def close_editor(self) -> None:
        """Nothing is open for writing; the row that was has the keyboard."""
        if self._editor is not None:
            self._left(self._editor.note.id)

    def _put_editor_away(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = None

    def _left(self, note_id: str) -> None:
        self._put_editor_away()
        self._renew()
        row = next((row for row in self._rows if row.note.id == note_id), None)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _family(self, note: Note) -> Family | None:
        step = self._gathering.step(note.step_id) if self._gathering is not None else None
        return step.family if step is not None else None

    def _groups(self) -> Iterator[tuple[PlannedStep | None, list[Note]]]:
        steps = self._gathering.steps if self._gathering is not None else ()
        by_step: dict[str, list[Note]] = {}
        for note in self._notes:
            by_step.setdefault(note.step_id if note.step_id in {s.id for s in steps} else "", []).append(note)
        for step in steps:
            if step.id in by_step:
                yield step, by_step[step.id]
        if "" in by_step:
            yield None, by_step[""]

    def _renew(self) -> None:
        """Lay everything out in order. What is the same as before stays the same widget: notes can be many."""
        self.setUpdatesEnabled(False)
        self._column.setEnabled(False)   # else each row that is shown lays out all of them
        before, self._made, self._rows = self._made, {}, []
        while self._column.count():
            self._column.takeAt(self._column.count() - 1)
        for step, notes in self._groups():
            if self._made:
                self._column.addSpacing(22)
            self._put(("head", step), before, partial(StepHead, step, theme=self._theme, words=self._words))
            family = step.family if step is not None else None
            for note in notes:
                if self._editor is not None and self._editor.note.id == note.id:
                    self._column.addWidget(self._editor)
                    self._editor.show()
                else:
                    row = self._put((note, family), before, partial(self._row, note, family))
                    self._rows.append(cast(NoteRow, row))
        self._column.addStretch(1)
        for widget in before.values():
            widget.hide()
            widget.deleteLater()
        rove(self._rows, self._stop if self._stop in self._rows else None)
        self._column.setEnabled(True)
        self.setUpdatesEnabled(True)

    def _put(self, key: Hashable, before: dict[Hashable, QWidget], make: Callable[[], QWidget]) -> QWidget:
        """The widget of `key`, the one from before if there was one, at the end of the column and to be seen."""
        found = before.pop(key, None)
        widget = found or make()
        self._made[key] = widget
        self._column.addWidget(widget)
        if found is None:
            widget.show()   # a layout alone would show it one turn later
        return widget

    def _row(self, note: Note, family: Family | None) -> NoteRow:
        row = NoteRow(note, family, theme=self._theme, words=self._words)
        row.opened.connect(lambda: self.open(note.id))
        row.dropped.connect(lambda: self.dropped.emit(note.id))
        row.moved.connect(lambda by: self._move(note.id, by))
        row.reached.connect(lambda: self._reached(row))
        return row

    def _reached(self, row: NoteRow) -> None:
        self._stop = row
        rove(self._rows, row)

    def _place_of(self, note_id: str) -> int:
        return next((place for place, row in enumerate(self._rows) if row.note.id == note_id), -1)

    def _move(self, note_id: str, by: int) -> None:
        place = max(0, min(len(self._rows) - 1, self._place_of(note_id) + by))
        self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        self.shown.emit(self._rows[place])
