"""Where a note is written while the room speaks: the words, their kind, and a name only where it was agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import fields_of, kind_name
from app.library.protocol import Keeps
from app.words import Words, say
from ui.panels.note_field import NoteField
from ui.panels.note_fields import ROW, NoteFields
from ui.theme import Theme
from ui.type import USUAL, Role, text_size
from ui.widgets.buttons import QuietButton, Shape
from ui.widgets.chips import Chip
from ui.widgets.glyph import kind_family, kind_glyph
from ui.widgets.labels import Paragraph

_NAME = Shape(height=ROW, radius=8, pad=8, glyph=18, gap=8, role=Role.CAPTION)


@dataclass(frozen=True, slots=True)
class Written:
    """Words on their way to be kept; `said` are the fields of their kind, id to text."""

    text: str
    kind: Keeps
    said: Mapping[str, str]


class NoteWriter(QWidget):
    """`written` brings a `Written` and leaves the words where they are; `clear` once they are kept.

    `grown` when the field needs another height; `taken_back` when the last note is not wanted.
    """

    written = Signal(object)
    grown = Signal()
    taken_back = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._names = theme, words, True
        self._kinds: tuple[Keeps, ...] = ()
        self._chips: list[Chip] = []
        self._group = QButtonGroup(self)
        self._naming = False
        self.field = NoteField(theme=theme, name=words(say("A note")), hint=words(say("Enter keeps it")),
                               placeholder=words(say("What was just said, in their own words")))
        self.fields = NoteFields(theme=theme, words=words, across=3)
        self._adds = QuietButton(words(say("Add a name")), theme=theme, key="@", shape=_NAME)
        self._adds.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._quiet = Paragraph("", Role.CAPTION, theme.ink2)
        self._row = QHBoxLayout()
        self._row.setSpacing(6)
        self._row.addStretch(1)
        names = QHBoxLayout()
        names.setSpacing(8)
        names.addWidget(self.fields, 3)
        names.addWidget(self._quiet, 2)
        (names if text_size() > USUAL else self._row).addWidget(self._adds)   # larger words leave no room by the kinds
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
        column.addStretch(1)
        self._connect()
        self._one_line = self.field.height()
        self._show_naming(naming=False)

    def _connect(self) -> None:
        self.field.entered.connect(self._enter)
        self.field.named.connect(self.add_name)
        self.field.numbered.connect(self._number)
        self.field.taken_back.connect(self.taken_back)
        self.field.document().documentLayout().documentSizeChanged.connect(lambda _size: self.grown.emit())
        self.fields.entered.connect(self._enter)
        self._adds.clicked.connect(self.add_name)
        self._group.buttonToggled.connect(lambda *_: self._show_naming(naming=self._naming))

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
        """Offer these kinds, the first chosen; `names` says whether a name may be kept at all."""
        if (kinds, names) == (self._kinds, self._names) and self._chips:
            return
        before = self.kind()
        self._kinds, self._names = kinds, names
        self.field.offers_name = names
        for chip in self._chips:
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(self._words(kind_name(kind)), theme=self._theme, glyph=kind_glyph(kind),
                            family=kind_family(kind) or "part", key=str(number), tinted=True)
                       for number, kind in enumerate(kinds, 1)]
        for place, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(chip)
            self._row.insertWidget(place, chip)
        chosen = before if before in kinds and self.field.text() else kinds[0]
        self._chips[kinds.index(chosen)].setChecked(True)
        if not names:
            self.fields.show_values({})
            self._naming = False
        self._show_naming(naming=self._naming)

    def kind(self) -> Keeps:
        """The kind that is chosen."""
        checked = [kind for kind, chip in zip(self._kinds, self._chips, strict=True) if chip.isChecked()]
        return checked[0] if checked else Keeps.INSIGHT

    def text(self) -> str:
        """The words so far."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Put words back that were written before."""
        self.field.show_text(text)
        self.grown.emit()

    def clear(self) -> None:
        """Empty: the words were kept."""
        self.field.show_text("")
        self.fields.show_values({})
        self._show_naming(naming=False)
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
        return self._column.minimumHeightForWidth(self.width()) + 6

    def _enter(self) -> None:
        if not self.text().strip():   # one Enter too many is no mistake to be told of
            return
        self.written.emit(Written(self.text(), self.kind(), self.fields.values()))

    def _number(self, place: int) -> None:
        if place < len(self._chips):
            self._chips[place].setChecked(True)

    def _show_naming(self, *, naming: bool) -> None:
        self._naming = naming
        kind = self.kind()
        asked = tuple(field for field in fields_of(kind, named=self._names) if not field.later)
        shown = naming or any(field.at_once for field in asked)
        self.fields.show_fields(asked if shown else ())
        self._adds.setVisible(bool(asked) and not shown)
        if not self._names:
            quiet = say("Kept without names, always, in this conversation.")
        elif kind is Keeps.DOUBT:
            quiet = say("A doubt is kept word for word and without a name. Nobody has to answer it.")
        else:
            quiet = say("A name only if that person has just said yes.")
        self._quiet.show_text(self._words(quiet))
        self._quiet.setVisible(not shown or len(asked) < 2)
