"""Where a note is written while the room speaks: the words, their kind, and a name only where it was agreed to."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import fields_of, of_topics, usual_reach
from app.harvest.note import Note
from app.harvest.wording import question_about
from app.library.protocol import Keeps
from app.words import Words, say
from ui.panels.kind_chips import KindChips
from ui.panels.note_field import NoteField
from ui.panels.note_fields import ROW, NoteFields
from ui.panels.reach import ReachButton
from ui.panels.several import Several
from ui.theme import Theme
from ui.type import USUAL, Role, text_size
from ui.widgets.buttons import QuietButton, Shape
from ui.widgets.labels import Paragraph

_NAME = Shape(height=ROW, radius=8, pad=8, glyph=18, gap=8, role=Role.CAPTION)
_NOTHING = Note(id="", step_id="", kind=Keeps.INSIGHT, text="", at=0)


class NoteWriter(QWidget):
    """`written` brings notes and leaves the words where they are; `clear` once they are kept. A note without an id is
    new, one with an id is the one that was to be corrected.

    `grown` when it needs another height; `taken_back` when the last note is not wanted, `last_wished` when it is to be
    corrected.
    """

    written = Signal(object)
    grown = Signal()
    taken_back = Signal()
    last_wished = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._names, self._naming, self._turned, self._pasted = words, True, False, False, False
        self._offered: tuple[tuple[Keeps, ...], bool] = ((), True)
        self._correcting = _NOTHING
        self._topics: tuple[str, ...] = ()
        self.field = NoteField(theme=theme, name=words(say("A note")), hint=words(say("Enter keeps it")),
                               placeholder=words(say("What was just said, in their own words")))
        self.reach = ReachButton(theme=theme, words=words)
        self.reach.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._several = Several(theme=theme, words=words)
        self._adds = QuietButton(words(say("Add a name")), theme=theme, key="@", shape=_NAME)
        self._adds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.fields = NoteFields(theme=theme, words=words, across=3, after=self._adds)
        self._quiet = Paragraph("", Role.CAPTION, theme.ink2)
        self._remark = Paragraph("", Role.BODY, theme.ink2)
        self._remark.hide()
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._chips = KindChips(self._row, theme=theme, words=words)
        self._lay_out()
        self._connect()
        self._one_line = self.field.height()
        self._show_naming(naming=False)

    def _lay_out(self) -> None:
        names = self._below
        names.setSpacing(8)
        names.addWidget(self.fields, 3)
        names.addWidget(self._quiet, 2, Qt.AlignmentFlag.AlignVCenter)
        (names if text_size() > USUAL else self._row).addWidget(self._adds)   # larger words leave no room by the kinds
        names.addWidget(self.reach, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        column.addSpacing(18)
        column.addWidget(self.field)
        column.addSpacing(10)
        column.addLayout(self._row)
        column.addSpacing(8)
        column.addLayout(names)
        column.addWidget(self._remark)
        column.addWidget(self._several)
        column.addStretch(1)

    def _connect(self) -> None:
        field = self.field
        field.entered.connect(self._enter)
        field.named.connect(self.add_name)
        field.numbered.connect(self._chips.choose)
        field.taken_back.connect(self.taken_back)
        field.last_wished.connect(self.last_wished)
        field.left.connect(self.clear)
        field.turned.connect(self.reach.turn)
        field.pasted.connect(self._was_pasted)
        field.all_entered.connect(self._enter_all)
        field.textChanged.connect(self._show_besides)
        field.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())
        self.fields.entered.connect(self._enter)
        self.reach.turned.connect(lambda: setattr(self, "_turned", True))
        self._several.wished.connect(self._enter_all)
        self._adds.clicked.connect(self.add_name)
        self._chips.chosen.connect(self._kind_chosen)

    def show_small(self, *, small: bool) -> None:
        """Sit closer on a small screen."""
        text = self.field.text()
        self.field.show_text("")
        self.field.show_small(small=small)
        self._one_line = self.field.height()
        self.field.show_text(text)
        for place, gap in zip((0, 2, 4), (10, 7, 6) if small else (18, 10, 8), strict=True):
            item = self._column.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, gap)
        self._column.invalidate()

    def show_kinds(self, kinds: tuple[Keeps, ...], *, names: bool) -> None:
        """Offer these kinds, the first chosen; `names` says whether a name may be kept at all.

        A note that is being corrected keeps what it has, and is followed by these.
        """
        if (kinds, names) != self._offered:
            self._offered = (kinds, names)
            if not self._correcting.id:
                before = self.kind()
                self._offer(kinds, before if before in kinds and self.field.text() else kinds[0], names=names)

    def show_note(self, note: Note, *, names: bool) -> None:
        """Open a note that was kept for another wording, over the empty field."""
        self._correcting = note
        kinds = tuple(dict.fromkeys((note.kind, *self._offered[0])))[:3]
        self._offer(kinds, note.kind, names=names)
        self.fields.show_values(note.all_said())
        self._show_naming(naming=bool(note.all_said()))
        self._turned = True
        self.reach.show_reach(note.reach)
        self.field.corrects = True
        self.field.show_what_enter_does(self._words(say("Enter corrects it, Down leaves it")))
        self.show_text(note.text)
        self.go_on("")

    def show_topics(self, topics: tuple[str, ...]) -> None:
        """A report is about one of these topics, where any were called out."""
        if topics != self._topics:
            self._topics = topics
            self._show_naming(naming=self._naming)

    def kind(self) -> Keeps:
        """The kind that is chosen."""
        return self._chips.kind()

    def text(self) -> str:
        """The words so far."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Put words back that were written before."""
        self.field.show_text(text)
        self.grown.emit()

    def clear(self) -> None:
        """Empty: the words were kept, or a note stays as it was."""
        if self._correcting.id:
            self._correcting = _NOTHING
            self.field.corrects = False
            self.field.show_what_enter_does(self._words(say("Enter keeps it")))
            self._offer(self._offered[0], self._offered[0][0], names=self._offered[1])
        self._pasted = self._turned = False
        self.field.show_text("")
        self.fields.show_values({})
        self._show_naming(naming=False)
        self._kind_chosen()
        self.grown.emit()

    def take_keyboard(self) -> None:
        """Ready to write."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, words: str) -> None:
        """Write these behind the words so far, and have the keyboard for the next."""
        cursor = self.field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        cursor.insertText(words)
        self.field.setTextCursor(cursor)
        self.take_keyboard()

    def add_name(self) -> None:
        """Open the place for a name."""
        if self._names:
            self._show_naming(naming=True)
            self.fields.take_keyboard()

    def grown_by(self) -> int:
        """How many pixels higher the field is than with one line."""
        return max(0, self.field.height() - self._one_line)

    def least(self) -> int:
        """Pixels of height that everything takes as wide as it is now, and a little air below."""
        wrapped = self._column.minimumHeightForWidth(self.width())   # -1 where nothing in sight is wrapped
        return max(wrapped, self._column.minimumSize().height()) + 6

    def event(self, event: QEvent) -> bool:
        """Fields of another kind may need more height."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return done

    # --- inside

    def _offer(self, kinds: tuple[Keeps, ...], chosen: Keeps, *, names: bool) -> None:
        self._names = self.field.offers_name = names
        self._chips.show_kinds(kinds, chosen)
        if not names:
            self.fields.show_values({})
            self._naming = False
        self._kind_chosen()

    def _note(self, text: str) -> Note:
        note = msgspec.structs.replace(self._correcting, kind=self.kind(), text=text, reach=self.reach.reach())
        return note.filled(self.fields.values())

    def _enter(self) -> None:
        if self.text().strip():   # one Enter too many is no mistake to be told of
            self.written.emit((self._note(self.text()),))

    def _enter_all(self) -> None:
        notes = self._several.notes()
        if notes:
            self.written.emit(tuple(self._note(text) for text in notes))
        else:
            self._enter()

    def _was_pasted(self) -> None:
        self._pasted = not self._correcting.id
        self._show_besides()

    def _kind_chosen(self) -> None:
        if not self._turned:
            self.reach.show_reach(usual_reach(self.kind()))
        self._show_naming(naming=self._naming)
        self._show_besides()

    def _show_besides(self) -> None:
        """A question about how it is worded; an offer where several notes were pasted."""
        asks = question_about(self.kind(), self.text())
        before = (self._remark.isHidden(), self._several.isHidden())
        self._remark.show_text(self._words(asks) if asks is not None else "")
        self._remark.setVisible(asks is not None)
        self._several.show_pasted(self.text() if self._pasted else "")
        if before != (self._remark.isHidden(), self._several.isHidden()):
            self._column.invalidate()
            self.grown.emit()

    def _show_naming(self, *, naming: bool) -> None:
        self._naming = naming
        kind = self.kind()
        asked = of_topics(tuple(field for field in fields_of(kind, named=self._names) if not field.later), self._topics)
        shown = naming or any(field.at_once for field in asked)
        self.fields.show_fields(asked if shown else ())
        self._adds.setVisible(bool(asked) and not shown)
        if text_size() <= USUAL:   # where the name was asked for, above the fields, there is room now
            (self._row if self.fields.isVisibleTo(self) else self._below).addWidget(self.reach)
        if not self._names:
            quiet = say("Kept without names, always, in this conversation.")
        elif kind is Keeps.DOUBT:
            quiet = say("A doubt is kept word for word and without a name. Nobody has to answer it.")
        else:
            quiet = say("A name only if that person has just said yes.")
        self._quiet.show_text(self._words(quiet))
        self._quiet.setVisible(not shown or len(asked) < 2)
