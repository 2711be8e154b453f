"""What narrows the library besides words: families as chips, and under them one quiet row of choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.groups.forms import Form
from app.library.names import family_name, form_word, mode_name, setting_name
from app.library.protocol import CONVERSATIONS, DESIGNS, MODES, SETTINGS, Family
from app.library.sieve import Sieve
from app.words import Text, Words, say
from ui.theme import Theme
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.glyph import family_glyph, form_glyph
from ui.widgets.option import Option

PEOPLE = (5, 12, 25, 50, 100, 200, 300)
MINUTES = (10, 15, 20, 30, 45, 60, 90, 180)

_CHIPS: tuple[tuple[str, Text, str, tuple[Family, ...]], ...] = (
    ("", say("All"), "", ()),
    *((family.value, family_name(family), family_glyph(family), (family,)) for family in CONVERSATIONS),
    ("designs", say("Designs"), "designs", DESIGNS),
    ("part", say("Parts"), family_glyph("part"), (Family.PART,)),
)


class SieveRow(QWidget):
    """`changed` when a person narrows or widens. What is looked for is `sieve()`; `favourites_first()` is its order."""

    changed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._families: tuple[Family, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._make_chips())
        column.addWidget(self._make_choices())

    def sieve(self) -> Sieve:
        """What lets protocols through now."""
        form = self._form.choice()
        return Sieve(families=self._families, setting=self._setting.choice(), mode=self._mode.choice(),
                     people=int(self._people.choice() or 0), minutes=int(self._minutes.choice() or 0),
                     form=Form(form) if form else None)

    def favourites_first(self) -> bool:
        """Whether favourites stand before all others."""
        return self._favourites.isChecked()

    def open_wide(self) -> None:
        """Let everything through, without a word to anybody."""
        for choice in self._choices:
            choice.show_choice("")
        self._show_family("", ())

    def _make_chips(self) -> QWidget:
        holder = QWidget()
        holder.setAccessibleName(self._words(say("Families")))
        flow = FlowLayout(holder)
        self._chips: dict[str, Chip] = {}
        for key, text, glyph, families in _CHIPS:
            family = "world cafe" if key == "designs" else key
            chip = Chip(self._words(text), theme=self._theme, glyph=glyph, family=family)
            chip.setChecked(not key)
            chip.clicked.connect(lambda checked=False, k=key, f=families: self._narrow(k, f))
            self._chips[key] = chip
            flow.addWidget(chip)
        self._favourites = Chip(self._words(say("Favourites first")), theme=self._theme, glyph="star")
        self._favourites.clicked.connect(lambda checked=False: self.changed.emit())
        flow.addWidget(self._favourites)
        return holder

    def _make_choices(self) -> QWidget:
        words = self._words
        holder = QWidget()
        holder.setAccessibleName(words(say("Narrow it down")))
        flow = FlowLayout(holder, gap=4)     # all five on one line of the narrow list
        self._setting = self._choice(say("Occasion"), [Option(s, words(setting_name(s))) for s in SETTINGS])
        self._mode = self._choice(say("Where"), [Option(m, words(mode_name(m))) for m in MODES])
        self._people = self._choice(say("People"), [Option(str(n), words(say("{n} people", n=n))) for n in PEOPLE])
        self._minutes = self._choice(say("Time"), [Option(str(n), words(say("up to {n} min", n=n))) for n in MINUTES])
        self._form = self._choice(say("Form"), [Option(form.value, words(form_word(form)), form_glyph(form))
                                                for form in Form])
        self._choices = (self._setting, self._mode, self._people, self._minutes, self._form)
        for choice in self._choices:
            flow.addWidget(choice)
        return holder

    def _choice(self, name: Text, options: Sequence[Option]) -> Choice:
        words = self._words(name)
        choice = Choice([Option("", words), *options], theme=self._theme, name=words, height=30, narrowing=True)
        choice.chosen.connect(lambda _value: self.changed.emit())
        return choice

    def _narrow(self, key: str, families: tuple[Family, ...]) -> None:
        self._show_family(key, families)
        self.changed.emit()

    def _show_family(self, key: str, families: tuple[Family, ...]) -> None:
        for name, chip in self._chips.items():
            chip.setChecked(name == key)
        self._families = families
