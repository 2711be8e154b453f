"""Headings between notes: the conversation they belong to, what kind they are, or the theme they are under."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import kind_names
from app.harvest.note import Note
from app.harvest.sections import Section, View
from app.library.protocol import Keeps
from app.words import Words, say
from ui.panels.note_row import PickableRow
from ui.panels.selectable_row import ROOM
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import FamilyTile, kind_family, kind_glyph
from ui.widgets.labels import Paragraph

APART = 22
"""Pixels of air above a heading that is not the first."""


class ThemeRow(PickableRow):
    """A theme as the heading of what was gathered under it: a note that is changed and taken away as any other."""

    def __init__(self, note: Note, *, first: bool, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(note, theme=theme, words=words, head=4 if first else APART, parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, self._head, ROOM, 8)
        row.setSpacing(12)
        row.addWidget(FamilyTile(kind_family(note.kind) or None, theme=theme, px=36, glyph=kind_glyph(note.kind)), 0,
                      Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(note.text, Role.CARD_NAME, theme.ink), 1, Qt.AlignmentFlag.AlignVCenter)


class SectionHead(QWidget):
    """A tile, what the section is called and, for a step, its question."""

    def __init__(self, section: Section, *, first: bool, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, line = head_words(section, words)
        if first and section.view is View.THEME:
            line = words(say("T gathers a note under a theme; by hand, carry it to “New theme”."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0 if first else APART, 0, 8)
        row.setSpacing(12)
        row.addWidget(_tile(section, theme), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Paragraph(title, Role.CARD_NAME, theme.ink))
        if line:
            column.addWidget(Paragraph(line, Role.CAPTION, theme.ink2))
        column.addStretch(1)
        row.addLayout(column, 1)


def head_words(section: Section, words: Words) -> tuple[str, str]:
    """What a section is called, and the line under it or ""."""
    if section.view is View.KIND:
        return words(kind_names(Keeps(section.id))), ""
    if section.theme is not None:
        return section.theme.text, ""
    if section.view is View.THEME:
        return words(say("Not gathered")), "" if section.notes else words(say("Everything stands under a theme."))
    if section.step is None:
        return words(say("Of no step")), ""
    step = section.step
    title = step.title or step.question
    return title, step.question if step.question != title else ""


def _tile(section: Section, theme: Theme) -> FamilyTile:
    if section.view is View.KIND:
        return FamilyTile(kind_family(section.id) or None, theme=theme, px=36, glyph=kind_glyph(section.id))
    return FamilyTile(section.step.family if section.step is not None else None, theme=theme, px=36)
