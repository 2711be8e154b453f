"""Promises in the words they were made in: whose, who heard them, and by when if they said so.

Nothing here counts, reminds or follows up.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.harvest.kinds import keeps_names, told
from app.harvest.note import Note
from app.library.protocol import Family, Keeps
from app.words import Words, say
from ui.panels.note_editor import NoteEditor
from ui.panels.selectable_row import SelectableRow, rove
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Paragraph
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground, Sheet

PAD = 28


class PromiseRow(SelectableRow):
    """One promise: its words, whose it is and who heard it, by when."""

    def __init__(self, note: Note, family: Family | None, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, words=words, under=True, parent=parent)
        self.note = note
        named = keeps_names(family, note.kind)
        maker = note.name if named and note.name else words(say("No name kept"))
        heard = words(say("to {to}", to=note.to)) if named and note.to else ""
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addStretch(1)
        who.addWidget(Paragraph(maker, Role.BODY_BOLD, theme.ink if named and note.name else theme.ink2))
        if heard:
            who.addWidget(Paragraph(heard, Role.BODY, theme.ink2))
        who.addStretch(1)
        besides = (note.by_when, *(words(text) for _field, text in told(note, named=named)))
        besides = tuple(part for part in besides if part and part != note.text)
        when = Paragraph("\n".join(besides), Role.BODY, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD - 1, 7, PAD, 7)
        row.setSpacing(16)
        row.addWidget(Paragraph(note.text, Role.SAY, theme.ink), 20, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(who, 11)
        row.addWidget(when, 8, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(66)
        self.setAccessibleName(", ".join(part for part in (note.text, maker, heard, *besides) if part))
        self.setToolTip(words(say("Enter changes it, Delete takes it away")))


AROUND, LEAST = 32, 120
"""Pixels: above and below the words at the foot; how much of the promises is to be seen where they stand there."""


class Promises(Ground):
    """`edited` brings a changed `Note`, `added` a new one without id, `dropped` an id.

    A new one belongs to the step that was shown with `show_promises`.
    """

    edited = Signal(object)
    added = Signal(object)
    dropped = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.surface, line=theme.line, lines="l", parent=parent)
        self._theme, self._words = theme, words
        self._gathering: Gathering | None = None
        self._notes: tuple[Note, ...] = ()
        self._step_id = ""
        self._editor: NoteEditor | None = None
        self._frame: QWidget | None = None
        self._rows: list[PromiseRow] = []
        self._add = OutlineButton(words(say("Add")), theme=theme, glyph="plus")
        self._add.setAccessibleName(words(say("Add a promise")))
        self._add.clicked.connect(self._begin)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._scroll = Scroll(inside, name=words(say("Promises")))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 20)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(Rule(theme.line))
        column.addWidget(self._scroll, 1)
        column.addSpacing(12)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        words, theme = self._words, self._theme
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(Paragraph(words(say("Promises")), Role.PANEL, theme.ink))
        titles.addWidget(Paragraph(words(say("Whose it is, who heard it, and by when if they said so.")), Role.BODY,
                                   theme.ink2))
        head = QHBoxLayout()
        head.setContentsMargins(PAD - 1, 20, PAD, 14)
        head.setSpacing(16)
        head.addLayout(titles, 1)
        head.addWidget(self._add, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _foot(self) -> QHBoxLayout:
        words, theme = self._words, self._theme
        sheet = Sheet(fill=theme.window, radius=10)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(4)
        column.addWidget(Paragraph(words(say(
            "Whoever heard a promise looks after it. When you meet again, let those two speak first.")),
            Role.ITALIC, theme.ink))
        column.addWidget(Paragraph(words(say("There is no list of what became of it, and no reminder.")),
                                   Role.BODY, theme.ink2))
        foot = QHBoxLayout()
        foot.setContentsMargins(PAD - 1, 0, PAD, 0)
        foot.addWidget(sheet)
        self._below = sheet
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under large photographs or large words the promises themselves come first."""
        super().resizeEvent(event)
        wants = self._below.heightForWidth(self.width() - 2 * PAD) + AROUND
        self._below.setVisible(self.height() - self._scroll.y() - wants >= LEAST)

    def show_promises(self, gathering: Gathering, notes: tuple[Note, ...], step_id: str) -> None:
        """Show the promises among `notes`; a new one will belong to the step `step_id`."""
        chosen, place = self.selected(), self._place_of(self.selected())
        self._gathering, self._step_id = gathering, step_id
        self._notes = tuple(n for n in notes if n.kind is Keeps.PROMISE)
        if self._editor is not None and self._editor.note.id not in {"", *(n.id for n in self._notes)}:
            self._editor = None
        self._renew()
        if place >= 0 and self._rows and self._editor is None:
            same = next((row for row in self._rows if row.note.id == chosen), None)
            (same or self._rows[min(place, len(self._rows) - 1)]).setFocus(Qt.FocusReason.OtherFocusReason)

    def selected(self) -> str:
        """The id of the promise that has the keyboard, or ""."""
        return next((row.note.id for row in self._rows if row.hasFocus()), "")

    def texts(self) -> tuple[str, ...]:
        """The words of every promise shown, from the top."""
        return tuple(row.note.text for row in self._rows)

    def open(self, note: Note) -> None:
        """Open a promise for writing in its place; one without an id is new and stands on top."""
        step = self._gathering.step(note.step_id) if self._gathering is not None else None
        editor = NoteEditor(note, step.family if step is not None else None, theme=self._theme, words=self._words)
        self._editor, self._frame = editor, QWidget()
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(PAD - 1, 10, PAD, 10)
        row.addWidget(editor)
        editor.kept.connect(self.edited if note.id else self.added)
        editor.left.connect(self.close_editor)
        editor.dropped.connect(lambda: self.dropped.emit(note.id))
        self._renew()
        editor.take_keyboard()
        self._scroll.reveal_soon(editor)

    def show_note(self, note_id: str) -> None:
        """Bring a promise under the hand, if it is one."""
        place = self._place_of(note_id)
        if place >= 0:
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.reveal_soon(self._rows[place])

    def close_editor(self) -> None:
        """Nothing is open for writing; what was has the keyboard."""
        if self._editor is None:
            return
        note_id, self._editor = self._editor.note.id, None
        self._renew()
        place = self._place_of(note_id)
        (self._rows[place] if place >= 0 else self._add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        self.open(Note(id="", step_id=self._step_id, kind=Keeps.PROMISE, text="", at=0))

    def _place_of(self, note_id: str) -> int:
        return next((place for place, row in enumerate(self._rows) if row.note.id == note_id), -1)

    def _move(self, note_id: str, by: int) -> None:
        place = max(0, min(len(self._rows) - 1, self._place_of(note_id) + by))
        self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.reveal_soon(self._rows[place])

    def _renew(self) -> None:
        """Lay everything out afresh, taking over the editor that is open."""
        self._rows = []
        frame, writing = (self._frame, self._editor.note.id) if self._editor is not None else (None, None)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not frame:
                widget.hide()
                widget.deleteLater()
        if frame is not None and writing == "":
            self._put(frame)
        for note in self._notes:
            if frame is not None and writing == note.id:
                self._put(frame)
            else:
                self._add_row(note)
        if not self._notes and frame is None:
            self._put(self._quiet())
        self._list.addStretch(1)
        rove(self._rows, None)

    def _add_row(self, note: Note) -> None:
        step = self._gathering.step(note.step_id) if self._gathering is not None else None
        row = PromiseRow(note, step.family if step is not None else None, theme=self._theme, words=self._words)
        row.opened.connect(lambda: self.open(note))
        row.dropped.connect(lambda: self.dropped.emit(note.id))
        row.moved.connect(lambda by: self._move(note.id, by))
        row.reached.connect(lambda: rove(self._rows, row))
        self._rows.append(row)
        self._put(row)

    def _put(self, widget: QWidget) -> None:
        """At the end of the list, and to be seen at once: a layout alone would show it one turn later."""
        self._list.addWidget(widget)
        widget.show()

    def _quiet(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(PAD - 1, 18, PAD, 18)
        row.addWidget(Paragraph(self._words(say("No promise was written down, and none has to be.")), Role.BODY,
                                self._theme.ink2))
        return holder
