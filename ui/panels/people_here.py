"""Who comes late, who goes home, who sits where: one field, one list, in the column where the host already looks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.groups.roster import next_badge
from app.library.folding import folded
from app.live.session import Session
from app.live.whereabouts import Ask, Table, Where, found, tables, whereabouts
from app.words import Text, Words, say
from ui.panels.people_rows import GroupRow, PersonCard, PersonRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.column import Column
from ui.widgets.fields import Field
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll

ROW, LEAST = 36, 112
"""Pixels: the height of a row, and of the list on the smallest screen."""


_HEADS = {Ask.SEATS: say("Who sits where"), Ask.CAME: say("Somebody came late"), Ask.GOES: say("Somebody goes home")}
_ASKS = {Ask.SEATS: say("A name or a number"), Ask.CAME: say("A name, if they wear one"), Ask.GOES: say("Who?")}


class _Finder(Field):
    """A line that answers to Enter."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the question alone: the page must not take it for its own."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class PeoplePanel(QWidget):
    """`arrived` brings the name of somebody new and whether they are elsewhere, `returned` and `left` a badge; `closed`
    when nothing is wanted.
    """

    arrived = Signal(str, bool)
    returned = Signal(int)
    left = Signal(int)
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.ask = Ask.SEATS
        self._people: tuple[Where, ...] = ()
        self._tables: tuple[Table, ...] = ()
        self._title, self._apart = "", False
        self._rows: tuple[Where | Table, ...] = ()
        self._at = 0
        self._head = Paragraph("", Role.LABEL, theme.ink2, wrap=False)
        self._close = QuietButton(words(say("Close")), theme=theme, shape=SMALL)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.closed)
        self.field = _Finder(theme=theme, name=words(_HEADS[Ask.SEATS]), height=36)
        self.field.edited.connect(lambda _typed: self._show_rows())
        self.field.entered.connect(self._enter)
        self._give = OutlineButton("", theme=theme, glyph="plus", shape=SMALL)
        self._give.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._give.clicked.connect(self._arrive)
        self._remote = OutlineButton(words(say("not in the room")), theme=theme, shape=SMALL)
        self._remote.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._remote.setCheckable(True)
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        self._column = Column(self._row, usual=ROW, gap=4, edge=4)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._close)
        ask = QHBoxLayout()
        ask.setSpacing(10)
        ask.addWidget(self.field, 1)
        ask.addWidget(self._give)
        apart = QHBoxLayout()
        apart.addWidget(self._remote)
        apart.addStretch(1)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.addWidget(self._column)
        rows.addStretch(1)
        self._scroll = Scroll(inside, name=self._words(say("People with badges")))
        self._scroll.setMinimumHeight(LEAST)
        self._column.follow(self._scroll)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(head)
        outer.addLayout(ask)
        outer.addLayout(apart)
        outer.addWidget(self._line)
        outer.addWidget(self._scroll, 1)

    # --- in

    def show_session(self, session: Session) -> None:
        """Show where people are now."""
        self._people = whereabouts(session)
        step, self._tables = tables(session)
        self._title = step.title if step is not None else ""
        self._apart = any(person.remote for person in session.gathering.roster.people)
        badge = next_badge(session.gathering.roster)
        self._give.show_words(self._words(say("Badge {n}", n=badge)))
        self._give.setAccessibleName(self._words(say("Give badge {n}", n=badge)))
        self._show_rows()

    def show_ask(self, ask: Ask, typed: str = "") -> None:
        """Be open for this, with `typed` in the field."""
        self.ask = ask
        self._head.show_text(self._words(_HEADS[ask]))
        self.field.setAccessibleName(self._words(_HEADS[ask]))
        self.field.setPlaceholderText(self._words(_ASKS[ask]))
        self.field.show_text(typed)
        self._give.setVisible(ask is Ask.CAME)
        self._remote.setVisible(ask is Ask.CAME and self._apart)
        self._remote.setChecked(False)
        self._show_rows()

    def take_keyboard(self) -> None:
        """Ready to type."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> tuple[str, ...]:
        """The rows as they read."""
        return tuple(self._reads(row) for row in self._rows)

    # --- inside

    def _show_rows(self) -> None:
        typed, came, seats = self.field.text().strip(), self.ask is Ask.CAME, self.ask is Ask.SEATS
        line: Text | str = ""
        if seats and not typed and self._tables:
            self._rows, line = self._tables, self._title
        else:
            self._rows = found([who for who in self._people if seats or who.here is not came], typed)
            if came and self._rows:
                line = say("Or is it somebody who went home?")
            elif typed and not self._rows and not came:
                line = say("Nobody here is called “{typed}”.", typed=typed)
        self._line.show_text(self._words(line))
        self._line.setVisible(bool(self._line.text()))
        self._at = 0
        self._column.show_keys([(self.ask, line) for line in self.lines()])
        self._mark_all()

    def _reads(self, row: Where | Table) -> str:
        if isinstance(row, Table):
            return f"{self._words(row.name)}: {', '.join(row.people)}"
        return f"{row.label}: {self._words(row.line)}"

    def _row(self, place: int) -> QWidget:
        row, words, theme = self._rows[place], self._words, self._theme
        if isinstance(row, Table):
            return GroupRow(words(row.name), ", ".join(row.people), theme=theme)
        if self.ask is Ask.SEATS:
            return PersonRow(row.label, words(row.line), theme=theme)
        does = say("{who} is back", who=row.label) if self.ask is Ask.CAME else say("{who} goes home", who=row.label)
        card = PersonCard(row.label, words(row.line), does=words(does), theme=theme)
        card.pressed.connect(lambda: self._choose(row))
        card.opened.connect(lambda: self._choose(row))
        card.walked.connect(lambda by: self._walk(self._rows.index(row) + by))
        self._mark(card, place)
        return card

    def _mark(self, row: QWidget, place: int) -> None:
        """One row is a stop of Tab, the arrow keys go on from there."""
        if isinstance(row, PersonCard):
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == self._at else Qt.FocusPolicy.ClickFocus)

    def _mark_all(self) -> None:
        for place, row in self._column.rows():
            self._mark(row, place)

    def _walk(self, to: int) -> None:
        """The row there has the keyboard; above the first it is the field."""
        if to < 0:
            self.take_keyboard()
            return
        self._at = min(to, len(self._rows) - 1)
        self._mark_all()
        self._column.reveal(self._at)
        self._column.row(self._at).setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, who: Where) -> None:
        (self.returned if self.ask is Ask.CAME else self.left).emit(who.number)

    def _arrive(self) -> None:
        self.arrived.emit(self.field.text().strip(), self._remote.isChecked())

    def _enter(self) -> None:
        """Do what is asked where one person can be meant; with several the keyboard goes to the first of them."""
        typed = self.field.text().strip()
        people = [row for row in self._rows if isinstance(row, Where)]
        if self.ask is Ask.CAME:
            again = next((who for who in people if folded(who.label) == folded(typed)), None)
            if again is None:
                self._arrive()
            else:
                self.returned.emit(again.number)
        elif not typed or self.ask is Ask.SEATS:
            self.closed.emit()
        elif len(people) == 1:
            self._choose(people[0])
        elif people:
            self._walk(0)
