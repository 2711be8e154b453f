"""One note open for writing, where it stands: its words, its kind, and the names that were agreed to."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import fields_of, keeps_names
from app.harvest.note import Note, Reach
from app.harvest.shaping import unseen
from app.library.protocol import Family, Keeps
from app.words import Words, say
from ui.panels.note_field import NoteField
from ui.panels.note_fields import ROW, NoteFields
from ui.panels.reach import reach_options
from ui.panels.typing_up import kind_options
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Sheet


class NoteEditor(Sheet):
    """`kept` brings the note as it reads now, on Enter in any field; `left` on Esc, without a change.

    `dropped` when the note is to be taken away; a note that was never kept cannot be. `parted` on Ctrl+Enter, where it
    `parts`, brings the note with its old words and the words before and after the cursor.
    """

    kept = Signal(object)
    left = Signal()
    dropped = Signal()
    parted = Signal(object, object)

    def __init__(self, note: Note, family: Family | None, *, theme: Theme, words: Words, parts: bool = False,
                 parent: QWidget | None = None) -> None:
        """`family` is the step's conversation: it decides whether a name may stand here at all."""
        super().__init__(fill=theme.surface, line=theme.ink, radius=10, parent=parent)
        self.note = note
        self._family, self._words = family, words
        self.field = NoteField(theme=theme, name=words(say("Words of the note")), placeholder="",
                               hint=words(say("Enter keeps it")))
        self.field.offers_name = False
        self.field.show_text(note.text)
        self.kind = Choice(kind_options(words), theme=theme, name=words(say("Kind of note")), height=ROW)
        self.kind.show_choice(note.kind)
        self.reach = Choice(reach_options(words, over=note.reach is not Reach.NOBODY), theme=theme,
                            name=words(say("Who the note is for")), height=ROW)
        self.reach.show_choice(note.reach)
        self.fields = NoteFields(theme=theme, words=words, across=2, after=self.reach)
        self.fields.show_values(note.all_said())
        self._nameless = Paragraph(words(say("Kept without a name.")), Role.CAPTION, theme.ink2)
        self._keep = OutlineButton(words(say("Keep")), theme=theme, shape=SMALL)
        self._leave = QuietButton(words(say("Leave as it was")), theme=theme, key="Esc", shape=SMALL)
        self._drop = QuietButton(words(say("Take it away")), theme=theme, glyph="trash", shape=SMALL)
        self._drop.setVisible(bool(note.id))
        self._drop.clicked.connect(self.dropped)
        self._part = QuietButton(words(say("Part it here")), theme=theme, key="Ctrl Enter", shape=SMALL,
                                 name=words(say("Part the note in two where the cursor stands")))
        self._part.setVisible(parts)
        self._lay_out()
        if parts:
            self._part.clicked.connect(self._divide)
            self.field.all_entered.connect(self._divide)
        self.field.entered.connect(self._enter)
        self.fields.entered.connect(self._enter)
        self._keep.clicked.connect(self._enter)
        self._leave.clicked.connect(self.left)
        self.kind.currentIndexChanged.connect(lambda _row: self._show_fields())
        self._show_fields()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.kind, 3)
        names.addWidget(self.reach, 3)
        names.addWidget(self._nameless, 4, Qt.AlignmentFlag.AlignVCenter)
        buttons = FlowLayout(gap=8, row_gap=4, right=True)
        for button in (self._drop, self._part, self._leave, self._keep):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addLayout(names)
        column.addWidget(self.fields)
        column.addLayout(buttons)

    def stops(self) -> tuple[QWidget, ...]:
        """What the keyboard comes to, in its order."""
        seldom, last = (self._drop, self._part), (self._leave, self._keep)
        return (self.field, self.kind, self.reach, *self.fields.stops(), *seldom, *last)

    def take_keyboard(self) -> None:
        """Ready to write, at the end of the words."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.field.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the note as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_fields(self) -> None:
        kind = Keeps(self.kind.choice())
        named = keeps_names(self._family, kind)
        self._nameless.setVisible(not named)
        self.fields.show_fields(fields_of(kind, named=named))

    def _divide(self) -> None:
        """The words before the cursor and those after it."""
        cursor = self.field.textCursor()
        units = self.field.toPlainText().encode("utf-16-le")    # Qt counts so, and an emoji is two of them
        texts = [units[:2 * cursor.position()], units[2 * cursor.position():]]
        self.parted.emit(msgspec.structs.replace(self._reads(), text=self.note.text),
                         tuple(text.decode("utf-16-le").strip() for text in texts))

    def _enter(self) -> None:
        self.kept.emit(self._reads())

    def _reads(self) -> Note:
        kind = Keeps(self.kind.choice())
        note = msgspec.structs.replace(self.note, text=self.field.text() or self.fields.answer(), kind=kind,
                                       reach=Reach(self.reach.choice()))
        return note.filled({**unseen(self.note, kind), **self.fields.values()})
