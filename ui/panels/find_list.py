"""What was found, in a column of which only what is in sight is made; the keys walk it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.harvest.found import Finds, Saying, Sought
from app.words import Words, say
from ui.panels.find_row import FindRow
from ui.panels.note_row import kind_width
from ui.theme import Theme
from ui.type import grown
from ui.widgets.column import Column
from ui.widgets.scroll import Scroll

USUAL, GAP, EDGE = 64, 8, 4
NOTHING = Finds(Sought(), (), more=False)


class FindList(Scroll):
    """`opened` brings the `Saying` that is to be read in its harvest; `left` when the keys go above the first."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        inside = QWidget()
        super().__init__(inside, name=words(say("What was found")), parent=parent)
        self._theme, self._words = theme, words
        self._finds, self._kind_width, self._stop = NOTHING, kind_width(words), 0
        self._column = Column(self._row, usual=grown(USUAL), gap=GAP, edge=EDGE)
        self._column.follow(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 16)
        column.setSpacing(0)
        column.addWidget(self._column)
        column.addStretch(1)

    def show_finds(self, finds: Finds) -> None:
        """Show these from the first on. The row of something that is found again stays, marked as it is sought now."""
        stays = {id(saying) for saying in finds.sayings}
        for row in self._rows():
            if id(row.saying) in stays:
                row.show_sought(finds.sought)
        self._finds = finds
        self.verticalScrollBar().setValue(0)
        self._column.show_keys([id(saying) for saying in finds.sayings])
        self._stop_at(0)

    def take_keyboard(self, place: int = 0) -> None:
        """That row has the keyboard, or the last one; nothing happens where there is none."""
        if self._finds.sayings:
            place = min(place, len(self._finds.sayings) - 1)
            self._column.reveal(place)
            self._column.row(place).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no row takes are the page's: the list follows the row that is chosen."""
        event.ignore()

    def _row(self, place: int) -> FindRow:
        saying = self._finds.sayings[place]
        row = FindRow(saying, theme=self._theme, words=self._words, kind_width=self._kind_width)
        row.show_sought(self._finds.sought)
        row.pressed.connect(lambda: self.opened.emit(saying))
        row.opened.connect(lambda: self.opened.emit(saying))
        row.walked.connect(lambda by: self._walk(saying, by))
        row.reached.connect(lambda: self._stop_at(self._place(saying)))
        self._mark(row)
        return row

    def _rows(self) -> list[FindRow]:
        return [row for _place, row in self._column.rows() if isinstance(row, FindRow)]

    def _place(self, saying: Saying) -> int:
        return next(place for place, found in enumerate(self._finds.sayings) if found is saying)

    def _stop_at(self, place: int) -> None:
        """Of many rows Tab reaches this one, in sight or not; the arrows do the rest."""
        self._stop = id(self._finds.sayings[place]) if self._finds.sayings else 0
        self._column.hold([self._stop] if self._stop else [])
        for row in self._rows():
            self._mark(row)

    def _mark(self, row: FindRow) -> None:
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if id(row.saying) == self._stop else Qt.FocusPolicy.ClickFocus)

    def _walk(self, saying: Saying, by: int) -> None:
        to = self._place(saying) + by
        if to == -1:
            self.left.emit()
        else:
            self.take_keyboard(max(0, to))
