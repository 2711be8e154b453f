"""The notes under their headings, one of them open for writing. Only what is in sight is made: notes can be many."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.harvest.note import Note
from app.harvest.sections import Section, View, sections
from app.library.protocol import Family
from app.words import Words, say
from ui.panels.note_editor import NoteEditor
from ui.panels.note_heads import SectionHead
from ui.panels.note_row import NoteRow
from ui.panels.selectable_row import SelectableRow, rove
from ui.theme import Theme
from ui.type import grown
from ui.widgets.column import Column
from ui.widgets.scroll import Scroll

USUAL = 37
"""Pixels a note of one line takes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One place in the list: a heading, or a note in its section. `key` changes with everything that is drawn of it."""

    key: Hashable
    section: int
    note: Note | None = None


class NoteRows(Scroll):
    """Every note but promises. `edited` brings a changed `Note`, `dropped` a note's id."""

    edited = Signal(object)
    dropped = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, pad: int, parent: QWidget | None = None) -> None:
        """`pad` is the air left and right of the rows, in which the bar stands too."""
        inside = QWidget()
        super().__init__(inside, name=words(say("Notes")), parent=parent)
        self._theme, self._words = theme, words
        self._gathering: Gathering | None = None
        self._notes: tuple[Note, ...] = ()
        self._view = View.STEP
        self._sections: tuple[Section, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._editor: NoteEditor | None = None
        self._stop = ""
        self._column = Column(self._make, usual=grown(USUAL), edge=4)
        self._column.setAccessibleName(words(say("Notes")))
        self._column.follow(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(pad - 4, 0, pad - 4, 16)
        column.setSpacing(0)
        column.addWidget(self._column)
        column.addStretch(1)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: column.setContentsMargins(
            pad - 4, 0, pad - 4 - (bar.sizeHint().width() if most > least else 0), 16))

    # --- in

    def show_notes(self, gathering: Gathering, notes: tuple[Note, ...], view: View) -> None:
        """Show `notes` told apart by `view`; an open editor stays open unless its note is gone."""
        had = self.selected()
        before = self._order()
        self._gathering, self._notes, self._view = gathering, notes, view
        if self._editor is not None and all(note.id != self._editor.note.id for note in notes):
            self._put_editor_away()
        self._renew()
        if had and self._editor is None:
            self._go(had if self._place(had) >= 0 else self._neighbour(had, before))

    def selected(self) -> str:
        """The id of the note that has the keyboard, or ""."""
        return next((row.note.id for row in self._rows() if row.hasFocus()), "")

    def is_writing(self) -> bool:
        """Whether a note is open for writing."""
        return self._editor is not None

    def texts(self) -> tuple[str, ...]:
        """The words of every note, from the top."""
        return tuple(line.note.text for line in self._lines if line.note is not None)

    def come_after(self, widget: QWidget) -> None:
        """Tab comes from this widget to the notes."""
        self._column.come_after(widget)

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
        self._column.reveal(self._place(note_id))
        self._editor.take_keyboard()

    def reveal_note(self, note_id: str) -> None:
        """Bring a note into view, without taking the keyboard."""
        place = self._place(note_id)
        if place >= 0:
            self._column.reveal(place)

    def show_note(self, note_id: str) -> None:
        """Bring a note under the hand: its row, or the place where it is being written."""
        self.reveal_note(note_id)
        if self._editor is not None and self._editor.note.id == note_id:
            self._editor.take_keyboard()
        else:
            self._go(note_id)

    def close_editor(self) -> None:
        """Nothing is open for writing; the row that was has the keyboard."""
        if self._editor is not None:
            self._left(self._editor.note.id)

    # --- lines

    def _renew(self) -> None:
        """Lay everything out in order. What is the same as before stays the same widget."""
        steps = self._gathering.steps if self._gathering is not None else ()
        self._sections = sections(self._view, steps, self._notes)
        self._lines = tuple(self._all_lines())
        if self._place(self._stop) < 0:
            self._stop = next(iter(self._order()), "")
        self._column.show_keys([line.key for line in self._lines])
        self._hold()

    def _all_lines(self) -> Iterator[Line]:
        writing = self._editor.note.id if self._editor is not None else None
        for number, section in enumerate(self._sections):
            yield Line((section.view, section.id, section.step, number == 0), number)
            for note in section.notes:
                yield Line(("editor", note.id) if note.id == writing else (note, self._family(note)), number, note)

    def _make(self, place: int) -> QWidget:
        line = self._lines[place]
        if line.note is None:
            return SectionHead(self._sections[line.section], first=line.section == 0, theme=self._theme,
                               words=self._words)
        if self._editor is not None and line.note.id == self._editor.note.id:
            return self._editor
        return self._row(line.note)

    def _row(self, note: Note) -> NoteRow:
        row = NoteRow(note, self._family(note), theme=self._theme, words=self._words)
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if note.id == self._stop else Qt.FocusPolicy.ClickFocus)
        row.opened.connect(lambda: self.open(note.id))
        row.dropped.connect(lambda: self.dropped.emit(note.id))
        row.moved.connect(lambda by: self._move(note.id, by))
        row.reached.connect(lambda: self._reached(note.id))
        return row

    def _rows(self) -> list[NoteRow]:
        return [row for _place, row in self._column.rows() if isinstance(row, NoteRow)]

    def _family(self, note: Note) -> Family | None:
        step = self._gathering.step(note.step_id) if self._gathering is not None else None
        return step.family if step is not None else None

    # --- the way through them

    def _order(self) -> list[str]:
        return [line.note.id for line in self._lines if line.note is not None]

    def _place(self, note_id: str) -> int:
        return next((place for place, line in enumerate(self._lines)
                     if line.note is not None and line.note.id == note_id), -1)

    def _neighbour(self, note_id: str, before: list[str]) -> str:
        """What stands where a note that is gone stood in the order `before`."""
        at, here = before.index(note_id), set(self._order())
        return next((one for one in (*before[at:], *reversed(before[:at])) if one in here), "")

    def _go(self, note_id: str) -> None:
        """The keyboard comes to that note."""
        place = self._place(note_id)
        if place >= 0:
            self._column.row(place).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, note_id: str, by: int) -> None:
        order = self._order()
        to = self._place(order[max(0, min(len(order) - 1, order.index(note_id) + by))])
        self._column.reveal(to)
        self._column.row(to).setFocus(Qt.FocusReason.TabFocusReason)

    def _reached(self, note_id: str) -> None:
        self._stop = note_id
        self._hold()

    def _hold(self) -> None:
        """Of many rows only one is reached by Tab, in sight or not; what is open for writing is never let go."""
        places = (self._place(self._stop), self._place(self._editor.note.id if self._editor is not None else ""))
        self._column.hold(self._lines[place].key for place in places if place >= 0)
        stop = next((row for row in self._rows() if row.note.id == self._stop), None)
        rows: list[SelectableRow] = [*self._rows()]
        rove(rows, stop)

    # --- writing

    def _put_editor_away(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
        self._editor = None

    def _left(self, note_id: str) -> None:
        self._put_editor_away()
        self._renew()
        self._go(note_id)
