"""The kinds of note that are offered, one of them chosen: by hand, or by its number."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from app.harvest.kinds import kind_name
from app.library.protocol import Keeps
from app.words import Words
from ui.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.glyph import kind_family, kind_glyph


class KindChips(QButtonGroup):
    """Stands in `row`, before whatever is there. `chosen` on every change, a person's or not."""

    chosen = Signal()

    def __init__(self, row: QHBoxLayout, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._row, self._theme, self._words = row, theme, words
        self._kinds: tuple[Keeps, ...] = ()
        self._chips: list[Chip] = []
        self.buttonToggled.connect(lambda *_: self.chosen.emit())

    def show_kinds(self, kinds: tuple[Keeps, ...], chosen: Keeps) -> None:
        """Offer these."""
        if kinds != self._kinds:
            self._renew(kinds)
        self._chips[kinds.index(chosen)].setChecked(True)

    def kind(self) -> Keeps:
        """The kind that is chosen."""
        return next((kind for kind, chip in zip(self._kinds, self._chips, strict=True) if chip.isChecked()),
                    Keeps.INSIGHT)

    def choose(self, place: int) -> None:
        """Choose by number, from 0; what is not offered changes nothing."""
        if place < len(self._chips):
            self._chips[place].setChecked(True)

    def _renew(self, kinds: tuple[Keeps, ...]) -> None:
        for chip in self._chips:
            self.removeButton(chip)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._kinds = kinds
        self._chips = [Chip(self._words(kind_name(kind)), theme=self._theme, glyph=kind_glyph(kind),
                            family=kind_family(kind) or "part", key=str(number), tinted=True)
                       for number, kind in enumerate(kinds, 1)]
        for place, chip in enumerate(self._chips):
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.addButton(chip)
            self._row.insertWidget(place, chip)
