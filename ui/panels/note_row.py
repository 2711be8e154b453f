"""One note as it stands in a list: its kind as glyph and word, its words, the name that was given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import KINDS, keeps_names, kind_name, told
from app.harvest.note import Note
from app.library.protocol import Family
from app.words import Text, Words, say
from ui.panels.selectable_row import ROOM, SelectableRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import GlyphLabel, kind_family, kind_glyph
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
        row.addLayout(lowered(GlyphLabel(kind_glyph(note.kind), colour, 20), 2))
        row.addLayout(lowered(kind, 4))
        row.addLayout(_told(note, family, theme, words), 1)
        whose = words(whose_words(note, family))
        if whose:
            name = Paragraph(whose, Role.CAPTION, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
            name.setMaximumWidth(150)
            row.addLayout(lowered(name, 4))
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


def lowered(widget: QWidget, by: int) -> QVBoxLayout:
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
