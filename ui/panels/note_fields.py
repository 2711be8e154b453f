"""The few fields a kind of note has of its own, drawn from what `app.harvest.kinds` says of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.harvest.kinds import ANSWER
from app.harvest.kinds import Field as Asked
from app.words import Words, say
from ui.theme import Theme
from ui.widgets.choice import Choice
from ui.widgets.fields import Field
from ui.widgets.option import Option

ROW = 34


class NoteFields(QWidget):
    """`entered` on Enter in any field. What was written stays when another kind is shown that asks for it too."""

    entered = Signal()

    def __init__(self, *, theme: Theme, words: Words, across: int, after: QWidget,
                 parent: QWidget | None = None) -> None:
        """`across` fields stand in one row; one of several lines has a row for itself. Tab comes to them `after`."""
        super().__init__(parent)
        self._theme, self._words, self._across, self._after = theme, words, across, after
        self._asked: tuple[Asked, ...] = ()
        self._said: dict[str, str] = {}
        self._made: dict[str, Field | Choice] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

    def show_fields(self, asked: tuple[Asked, ...]) -> None:
        """Ask for these; with none nothing is seen."""
        self.setVisible(bool(asked))
        if asked == self._asked:
            return
        self._said |= self.values()
        self._asked = asked
        for widget in self._made.values():
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made = {field.id: self._choice(field) if field.answers else self._line(field) for field in asked}
        self._lay_out()
        self.show_values(self._said)

    def values(self) -> dict[str, str]:
        """Field id to what stands in it, of the fields that are asked for."""
        return {field_id: made.choice() if isinstance(made, Choice) else made.text()
                for field_id, made in self._made.items()}

    def show_values(self, said: Mapping[str, str]) -> None:
        """Fill the fields; those that are not named are empty, now and when they are asked for later."""
        self._said = dict(said)
        for field_id, made in self._made.items():
            if isinstance(made, Choice):
                made.show_choice(said.get(field_id, ""))
            else:
                made.show_text(said.get(field_id, ""))

    def answer(self) -> str:
        """The words of the answer that was given in the place of a promise, "" where none was."""
        made = self._made.get(ANSWER)
        return made.currentText() if isinstance(made, Choice) and made.choice() else ""

    def stops(self) -> tuple[QWidget, ...]:
        """The fields that are asked for, in their order."""
        return tuple(self._made.values())

    def take_keyboard(self) -> None:
        """Ready to write in the first field."""
        for made in list(self._made.values())[:1]:
            made.setFocus()

    def _lay_out(self) -> None:
        rows: list[list[Asked]] = []
        for field in self._asked:
            if not rows or field.lines > 1 or rows[-1][0].lines > 1 or len(rows[-1]) == self._across:
                rows.append([])
            rows[-1].append(field)
        for row, fields in enumerate(rows):
            for column, field in enumerate(fields):
                last = field is fields[-1]
                self._grid.addWidget(self._made[field.id], row, column, 1, self._across - column if last else 1)
                self._made[field.id].show()
        before = self._after
        for made in self._made.values():
            self.setTabOrder(before, made)
            before = made

    def _line(self, asked: Asked) -> Field:
        """One field; once it holds words, a short hint behind them says what they are."""
        hint, short = self._words(asked.hint), self._words(asked.label).lower()
        field = Field(theme=self._theme, name=hint, placeholder=hint, height=ROW)
        field.textChanged.connect(lambda words: field.show_hint(short if words else ""))
        field.returnPressed.connect(self.entered)
        return field

    def _choice(self, asked: Asked) -> Choice:
        words = self._words
        none = say("Promised") if asked.id == "answer" else asked.hint
        options = [Option("", words(none)), *(Option(value, words(text)) for value, text in asked.answers)]
        return Choice(options, theme=self._theme, name=words(asked.label), height=ROW)
