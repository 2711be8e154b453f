"""From table to table while essences are typed up: at which one, of how many. A table without any is a table too."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph, label
from ui.widgets.stepper import Stepper

MOST = 999


class TableWalk(QWidget):
    """It reports nothing: whoever keeps a note asks for its `table`."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._tables = words, 0
        self._number = Stepper(1, theme=theme, least=1, most=MOST, name=words(say("Table")),
                               less=words(say("The table before")), more=words(say("The next table")), height=34)
        self._number.valueChanged.connect(lambda _table: self._tell())
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label(words(say("Table")), Role.LABEL, theme.ink2))
        row.addWidget(self._number)
        row.addWidget(self._line, 1, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_tables(self, tables: int) -> None:
        """There were about so many tables."""
        self._tables = tables
        self._tell()

    def begin(self) -> None:
        """Stand at the first table."""
        self._number.show_value(1)
        self._tell()

    def go_on(self) -> None:
        """To the next table."""
        self._number.show_value(min(MOST, self._number.value() + 1))
        self._tell()

    def table(self) -> int:
        """The table at which this stands."""
        return self._number.value()

    def _tell(self) -> None:
        if self.table() > self._tables:
            line = say("That was the last of {n}. One more, or Done.", n=self._tables)
        else:
            line = say("of {n}. An essence, or Enter and on to the next.", n=self._tables)
        self._line.show_text(self._words(line))
