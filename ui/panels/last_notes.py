"""The last notes kept, newest first, and the way to take the last one back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.note import Note
from app.live.audience import clock_time
from app.words import Words, say
from ui.panels.one_line import OneLine
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import QuietButton, Shape
from ui.widgets.glyph import FamilyTile, kind_family, kind_glyph
from ui.widgets.labels import label
from ui.widgets.rules import Rule

MOST, MOST_SMALL = 3, 2
_CORNER = Shape(height=26, radius=6, pad=6, glyph=18, gap=7, role=Role.CAPTION)


class _NoteRow(QWidget):
    """One note on one line: kind, words, the name that was agreed to, the time."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._tile = FamilyTile("", theme=theme, px=26)
        self._text = OneLine("", Role.SAY, theme.ink)
        self._who = OneLine("", Role.CAPTION, theme.ink2)
        self._time = label("", Role.CAPTION, theme.ink2)
        row.addWidget(self._tile)
        row.addWidget(self._text, 1)
        row.addWidget(self._who)
        row.addWidget(self._time)
        self.setFixedHeight(37)

    def show_note(self, note: Note, words: Words) -> None:
        """Show this note."""
        self._tile.show_family(kind_family(note.kind) or "part", kind_glyph(note.kind))
        self._text.show_text(note.text)
        who = words(say("{name}, agreed", name=note.name)) if note.name else ""
        heard = words(say("heard by {name}", name=note.to)) if note.to else ""
        self._who.show_text(" · ".join(part for part in (who, heard) if part))
        self._who.setVisible(bool(who or heard))
        self._time.show_text(clock_time(note.at))
        self.setAccessibleName(note.text)


class LastNotes(QWidget):
    """Up to three notes, two on a small screen. `taken_back` when the last one is not wanted after all."""

    taken_back = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._most, self._notes = words, MOST, tuple[Note, ...]()
        self._back = QuietButton(words(say("Take back the last")), theme=theme, key="Ctrl Z", shape=_CORNER)
        self._back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._back.clicked.connect(self.taken_back)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(words(say("Last notes")), Role.LABEL, theme.ink2))
        head.addStretch(1)
        head.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        column.addSpacing(14)
        column.addLayout(head)
        column.addSpacing(4)
        self._rows: list[tuple[Rule, _NoteRow]] = []
        for _ in range(MOST):
            rule, row = Rule(theme.line), _NoteRow(theme=theme)
            self._rows.append((rule, row))
            column.addWidget(rule)
            column.addWidget(row)
        self._none = label(words(say("Nothing kept yet, and that is fine.")), Role.BODY, theme.ink2)
        column.addWidget(self._none)
        column.addStretch(1)
        self.show_notes(())

    def show_key(self, key: str) -> None:
        """Say which key takes the last one back."""
        self._back.show_key(key)

    def show_small(self, *, small: bool) -> None:
        """Show fewer on a small screen."""
        self._most = MOST_SMALL if small else MOST
        item = self._column.itemAt(0)
        spacer = item.spacerItem() if item is not None else None
        if spacer is not None:
            spacer.changeSize(0, 8 if small else 14)
            self._column.invalidate()
        self.show_notes(self._notes)

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show the last of `notes` (oldest first)."""
        self._notes = notes
        last = tuple(reversed(notes))[:self._most]
        for place, (rule, row) in enumerate(self._rows):
            shown = place < len(last)
            rule.setVisible(shown)
            row.setVisible(shown)
            if shown:
                row.show_note(last[place], self._words)
        self._none.setVisible(not last)
        self._back.setVisible(bool(last))

    def texts(self) -> tuple[str, ...]:
        """The notes as they read, newest first."""
        return tuple(note.text for note in tuple(reversed(self._notes))[:self._most])
