"""Which kinds of notes a step catches when the room speaks: chips to take away, and one that offers the rest."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.harvest.kinds import KINDS, kind_name
from app.library.protocol import Keeps
from app.words import Words, say
from ui.theme import Theme
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.glyph import kind_family, kind_glyph


class KeepsChips(QWidget):
    """`kept` and `left_out` bring a kind. Nothing is chosen here: it shows what it is told."""

    kept = Signal(object)
    left_out = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._kinds: tuple[Keeps, ...] = ()
        self._offering = False
        self._flow = FlowLayout(gap=8, row_gap=8)
        self.setLayout(self._flow)

    def show_kinds(self, kinds: tuple[Keeps, ...]) -> None:
        """Show what is kept; `nothing` stands for nothing written."""
        if kinds != self._kinds or not self._flow.count():
            self._kinds = kinds
            self._renew()

    def put_away(self) -> None:
        """No longer offer the rest."""
        if self._offering:
            self._offering = False
            self._renew()

    def _renew(self) -> None:
        words = self._words
        self._flow.clear()
        for kind in self._kinds:
            chip = self._chip(kind, tinted=True)
            if kind is not Keeps.NOTHING:
                name = words(say("{kind}, kept. Press to leave it out", kind=kind_name(kind)))
                chip.setAccessibleName(name)
                chip.setToolTip(words(say("Leave it out")))
                chip.clicked.connect(lambda checked=False, k=kind: self.left_out.emit(k))
        if self._offering:
            for kind in KINDS:
                if kind not in self._kinds:
                    chip = self._chip(kind, tinted=False)
                    chip.clicked.connect(lambda checked=False, k=kind: self.kept.emit(k))
        elif set(KINDS) - set(self._kinds):
            more = Chip(words(say("one more")), theme=self._theme, glyph="plus", checkable=False)
            more.clicked.connect(self._offer)
            self._add(more)

    def _chip(self, kind: Keeps, *, tinted: bool) -> Chip:
        chip = Chip(self._words(kind_name(kind)), theme=self._theme, glyph=kind_glyph(kind), family=kind_family(kind),
                    tinted=tinted, checkable=False)
        self._add(chip)
        return chip

    def _add(self, chip: Chip) -> None:
        chip.setParent(self)
        self._flow.addWidget(chip)
        chip.show()

    def _offer(self) -> None:
        self._offering = True
        self._renew()
