"""The notes under their headings, one of them open for writing. Only what is in sight is made: notes can be many."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.harvest.note import Note
from app.harvest.picked import Picked
from app.harvest.sections import Section, View, sections
from app.library.protocol import Family, Keeps
from app.words import Words, say
from ui.panels.note_editor import NoteEditor
from ui.panels.note_heads import APART, SectionHead, ThemeRow
from ui.panels.note_lines import Lines
from ui.panels.note_row import NoteRow, PickableRow
from ui.panels.note_wishes import Away, Part
from ui.panels.selectable_row import SelectableRow, rove
from ui.theme import Theme
from ui.type import grown
from ui.widgets.column import Column
from ui.widgets.scroll import Scroll

USUAL = 37
"""Pixels a note of one line takes."""
_FAR = 1_000_000
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
ASKS = {Qt.Key.Key_M: "merge", Qt.Key.Key_S: "step", Qt.Key.Key_K: "kind", Qt.Key.Key_T: "theme"}


class NoteRows(Scroll):
    """Every note but promises. `edited` brings a changed `Note`, `dropped` a note's id, `wished` what is wished for
    several or for a part of one; `asked` is "merge", "step", "kind" or "theme", for those that are chosen or in hand.

    `picked` when others are chosen; `carried` brings where on the screen the hand carries some, until they are
    `let_go` or `given_up`.
    """

    edited = Signal(object)
    dropped = Signal(str)
    wished = Signal(object)
    asked = Signal(str)
    picked = Signal()
    carried = Signal(QPoint)
    let_go = Signal()
    given_up = Signal()

    def __init__(self, *, theme: Theme, words: Words, pad: int, parent: QWidget | None = None) -> None:
        """`pad` is the air left and right of the rows, in which the bar stands too."""
        inside = QWidget()
        super().__init__(inside, name=words(say("Notes")), parent=parent)
        self._theme, self._words = theme, words
        self._gathering: Gathering | None = None
        self._notes: tuple[Note, ...] = ()
        self._view = View.STEP
        self._lines = Lines()
        self._editor: NoteEditor | None = None
        self._stop = self._carrying = ""
        self._picked = Picked()
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
        had, before = bool(self.selected()), self._lines if view is self._view else Lines()
        self._gathering, self._notes, self._view = gathering, notes, view
        if self._editor is not None and all(note.id != self._editor.note.id for note in notes):
            self._put_editor_away()
        if self._carrying:
            self._give_up()
        self._renew(before)
        if had and self._editor is None:
            self._go(self._stop)

    def selected(self) -> str:
        """The id of the note that has the keyboard, or "". What is done with one stays where the hand was."""
        return next((row.note.id for row in self._rows() if row.hasFocus()), "")

    def is_writing(self) -> bool:
        """Whether a note is open for writing."""
        return self._editor is not None

    def texts(self) -> tuple[str, ...]:
        """The words of every note, from the top."""
        return tuple(note.text for note in self._lines.notes(self._lines.order))

    def come_after(self, widget: QWidget) -> None:
        """Tab comes from this widget to the notes."""
        self._column.come_after(widget)

    def open(self, note_id: str) -> None:
        """Open a note for writing in its place."""
        note = next((n for n in self._notes if n.id == note_id), None)
        if note is None:
            return
        self._put_editor_away()
        self._editor = NoteEditor(note, self._family(note), theme=self._theme, words=self._words, parts=True)
        self._editor.kept.connect(self.edited)
        self._editor.left.connect(lambda: self._left(note.id))
        self._editor.dropped.connect(lambda: self.dropped.emit(note.id))
        self._editor.parted.connect(lambda changed, texts: self.wished.emit(Part(changed, texts)))
        self._renew()
        self._column.reveal(self._lines.place(note_id))
        self.reveal_soon(self._editor)      # it grows with its words
        self._editor.take_keyboard()

    def reveal_note(self, note_id: str) -> None:
        """Bring a note into view, without taking the keyboard."""
        place = self._lines.place(note_id)
        if place >= 0:
            self._column.reveal(place)

    def show_note(self, note_id: str) -> None:
        """Bring a note under the hand: its row, or the place where it is being written."""
        self.reveal_note(note_id)
        if self._editor is not None and self._editor.note.id == note_id:
            self._editor.take_keyboard()
        else:
            self._go(note_id)

    def go_to_top(self) -> None:
        """Read from the beginning."""
        self.verticalScrollBar().setValue(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab into an open note shows all of it, where there is room, and not only the first of its fields."""
        moved = super().focusNextPrevChild(forward)
        editor, here = self._editor, QApplication.focusWidget()
        if editor is not None and here is not None and editor.isAncestorOf(here) and (
                editor.height() < self.viewport().height()):
            self._column.reveal(self._lines.place(editor.note.id))
        return moved

    def close_editor(self) -> None:
        """Nothing is open for writing; the row that was has the keyboard."""
        if self._editor is not None:
            self._left(self._editor.note.id)

    # --- several

    def acting(self) -> tuple[Note, ...]:
        """The notes that are chosen, from the top, or the one in hand."""
        alone = self._carrying if self._carrying not in self._picked.ids else ""
        return self._lines.notes({alone} if alone else self._picked.ids or {self.selected()})

    def picks(self) -> int:
        """How many are chosen."""
        return len(self._picked.ids)

    def themes(self) -> tuple[Note, ...]:
        """The themes there are."""
        return tuple(note for note in self._notes if note.kind is Keeps.THEME)

    def show_picked(self, picked: Picked) -> None:
        """Let these be chosen."""
        self._picked = picked
        for row in self._rows():
            row.show_picked(picked=row.note.id in picked.ids)
        self.picked.emit()

    def take_keyboard(self, note_id: str = "") -> None:
        """The keyboard comes to this note, brought into view, or to the one it was at."""
        self._walk(note_id or self._stop)

    def section_at(self, at: QPoint) -> int:
        """The section at a point of the screen, counted from 0; -1 where none is."""
        here = self.viewport().mapFromGlobal(at)
        if not self._lines.all or not self.viewport().rect().contains(here):
            return -1
        place = self._column.place_at(self._column.mapFromGlobal(at).y())
        return self._lines.all[place].section

    def section(self, number: int) -> Section:
        """The section of that number."""
        return self._lines.sections[number]

    def extent(self, number: int) -> QRect:
        """Where a section lies on the column of rows, without the air above it."""
        top, bottom = self._column.extent(*self._lines.span(number))
        top += APART if number else 0
        return QRect(0, top, self._column.width(), bottom - top)

    def ground(self) -> QWidget:
        """What the rows lie on."""
        return self._column

    # --- lines

    def _renew(self, before: Lines | None = None) -> None:
        """Lay everything out in order. What is the same as `before` stays the same widget."""
        steps = self._gathering.steps if self._gathering is not None else ()
        writing = self._editor.note.id if self._editor is not None else ""
        before = before or self._lines
        self._lines = Lines(sections(self._view, steps, self._notes), self._family, writing)
        stop = self._lines.stop(self._stop, before)
        self._column.show_keys([line.key for line in self._lines.all])
        self._stop = stop       # a row that went may have handed the keyboard to just any other
        self._hold()
        kept = self._picked.kept(set(self._lines.order))
        if kept != self._picked:
            self.show_picked(kept)

    def _make(self, place: int) -> QWidget:
        line = self._lines.all[place]
        section, first, theme, words = self._lines.sections[line.section], line.section == 0, self._theme, self._words
        if line.note is None:
            return SectionHead(section, first=first, theme=theme, words=words)
        if self._editor is not None and line.note.id == self._editor.note.id:
            return self._editor
        if line.note is section.theme:
            return self._wired(ThemeRow(line.note, first=first, theme=theme, words=words))
        return self._wired(NoteRow(line.note, self._family(line.note), theme=theme, words=words))

    def _wired(self, row: PickableRow) -> PickableRow:
        note_id = row.note.id
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if note_id == self._stop else Qt.FocusPolicy.ClickFocus)
        row.show_picked(picked=note_id in self._picked.ids)
        row.opened.connect(lambda: self.open(note_id))
        row.dropped.connect(self._drop)
        row.moved.connect(lambda by: self._move(note_id, by))
        row.reached.connect(lambda: self._reached(note_id))
        row.key.connect(lambda event: self._key(note_id, event))
        row.pressed.connect(lambda: self.show_picked(Picked(anchor=note_id)))
        row.toggled.connect(lambda: self.show_picked(self._picked.joined(note_id)))
        row.stretched.connect(lambda: self.show_picked(self._picked.stretched(self._lines.order, note_id, note_id)))
        row.carried.connect(lambda at: self._carry(note_id, at))
        row.let_go.connect(self._put_down)
        return row

    def _rows(self) -> list[PickableRow]:
        return [row for _place, row in self._column.rows() if isinstance(row, PickableRow)]

    def _family(self, note: Note) -> Family | None:
        step = self._gathering.step(note.step_id) if self._gathering is not None else None
        return step.family if step is not None else None

    # --- keys and the hand

    def _key(self, note_id: str, event: QKeyEvent) -> None:
        """The keys of the list; the others are the row's."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        by = STEPS.get(Qt.Key(key), 0)
        if key == Qt.Key.Key_Escape and (self._carrying or self._picked.ids):
            self._give_up()
        elif by and held == Qt.KeyboardModifier.ShiftModifier:
            self._stretch(note_id, by)
        elif abs(by) == 1 and held == Qt.KeyboardModifier.ControlModifier:
            self._walk(self._lines.next_section(note_id, by))
        elif key == Qt.Key.Key_A and held == Qt.KeyboardModifier.ControlModifier:
            self.show_picked(Picked(frozenset(self._lines.order), note_id))
        elif held:
            return
        elif key == Qt.Key.Key_Space:
            self.show_picked(self._picked.toggled(note_id))
        elif key in ASKS:
            self.asked.emit(ASKS[Qt.Key(key)])
        else:
            return
        event.accept()

    def _give_up(self) -> None:
        """What is carried stays where it was; where nothing is, what is chosen is let go."""
        if self._carrying:
            for row in self._rows():
                row.put_down()
            self._carrying = ""
            self.given_up.emit()
        else:
            self.show_picked(Picked())

    def _carry(self, note_id: str, at: QPoint) -> None:
        self._carrying = note_id
        self.carried.emit(at)

    def _put_down(self) -> None:
        if self._carrying:
            self.let_go.emit()
            self._carrying = ""

    def _drop(self) -> None:
        notes = self.acting()
        if len(notes) == 1:
            self.dropped.emit(notes[0].id)
        elif notes:
            self.wished.emit(Away(tuple(note.id for note in notes)))

    # --- the way through them

    def _go(self, note_id: str) -> None:
        """The keyboard comes to that note, which is left where it is."""
        place = self._lines.place(note_id)
        if place >= 0:
            self._column.row(place).setFocus(Qt.FocusReason.OtherFocusReason)

    def _walk(self, note_id: str) -> None:
        """The keyboard comes to that note, which comes into view."""
        place = self._lines.place(note_id)
        if place >= 0:
            self._column.reveal(place)
            self._column.row(place).setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, note_id: str, by: int) -> None:
        self._picked = self._picked.walked()
        self._walk(self._lines.beyond(note_id, by))

    def _stretch(self, note_id: str, by: int) -> None:
        to = self._lines.beyond(note_id, by)
        self.show_picked(self._picked.stretched(self._lines.order, note_id, to))
        self._walk(to)

    def _reached(self, note_id: str) -> None:
        self._stop = note_id
        self._hold()

    def _hold(self) -> None:
        """Of many rows only one is reached by Tab, in sight or not; what is open for writing is never let go."""
        held = (self._stop, self._carrying, self._editor.note.id if self._editor is not None else "")
        places = (self._lines.place(note_id) for note_id in held)
        self._column.hold(self._lines.all[place].key for place in places if place >= 0)
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
