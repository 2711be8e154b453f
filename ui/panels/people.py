"""Who comes, for plans that tell people where to sit: names or numbered badges, and what to know about somebody.

A plan needs no such list; without one people choose each other.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.design.edits import change_roster
from app.design.gathering import Gathering
from app.groups.roster import MOST_BADGES, Person, Roster, clean_name, keep_apart, labels, named, numbered, with_person
from app.words import Text, Words, say, say_n
from ui.panels.in_between import InBetween
from ui.panels.person_row import PersonRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.column import Column
from ui.widgets.fields import Field, TextArea
from ui.widgets.labels import Paragraph, label
from ui.widgets.stepper import Stepper

USUAL, MANY = 40, 12
"""Pixels of a closed row, and people from which on somebody is looked for by name."""


class People(InBetween):
    """Names, or badges, and what is known of each."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(say("Who comes"), theme=theme, words=words, spacing=6, parent=parent)
        self._roster = Roster()
        self._called: dict[int, str] = {}
        self._shown: tuple[Person, ...] = ()
        self._opened = self._here = self._wanted = 0
        self._count = Paragraph("", Role.BODY, theme.ink2)
        self._column.addWidget(self._count)
        self._make_names()
        self._make_list()
        self._column.addStretch(1)

    def follow(self, scroll: QScrollArea) -> None:
        """The list lies in `scroll`."""
        self._rows.follow(scroll)

    def show_gathering(self, gathering: Gathering) -> None:
        """Show its list; what is being typed stays as long as it says the same."""
        roster = gathering.roster
        if sorted(_names(self._names.text())) != sorted(_names(_lines(roster))):
            self._names.show_text(_lines(roster))
        named_ = any(person.name for person in roster.people)
        self._count.show_text(self._words(_told(roster)))
        self._badges_row.setVisible(not named_)
        self._badges.show_value(len(roster.people))
        self._offer.setVisible(not roster.people)
        self._offer.show_words(self._words(say("1 to {n}", n=gathering.people)))
        self._wanted = gathering.people
        if roster != self._roster:
            self._roster, self._called = roster, labels(roster)
            self._renew()

    def take_keyboard(self) -> None:
        """Give the keyboard to the names."""
        self._names.setFocus(Qt.FocusReason.TabFocusReason)

    # --- building

    def _make_names(self) -> None:
        theme, words = self._theme, self._words
        name = words(say("Names, one on each line"))
        self._names = TextArea(theme=theme, name=name, least=5, most=9,
                               placeholder=words(say("Type or paste them here")))
        self._names.edited.connect(self._type)
        self._badges = Stepper(0, theme=theme, least=0, most=MOST_BADGES, name=words(say("Badges from 1 to")),
                               less=words(say("One badge fewer")), more=words(say("One badge more")))
        self._badges.valueChanged.connect(self._number)
        self._offer = OutlineButton("", theme=theme, shape=SMALL)
        self._offer.clicked.connect(lambda: self._number(self._wanted))
        self._badges_row = QWidget()
        column = QVBoxLayout(self._badges_row)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(5)
        column.addWidget(Paragraph(words(say("Or badges with numbers, from 1 to")), Role.LABEL, theme.ink2))
        row = QHBoxLayout()
        row.addWidget(self._badges)
        row.addWidget(self._offer)
        row.addStretch(1)
        column.addLayout(row)
        self._column.addSpacing(6)
        self._column.addWidget(label(name, Role.LABEL, theme.ink2))
        self._column.addWidget(self._names)
        self._column.addWidget(self._badges_row)

    def _make_list(self) -> None:
        theme, words = self._theme, self._words
        self._each = QWidget()
        column = QVBoxLayout(self._each)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(words(say("What to know about somebody")), Role.LABEL, theme.ink2))
        self._find = Field(theme=theme, name=words(say("Find somebody")), placeholder=words(say("Find somebody")),
                           glyph="search", height=36)
        self._find.edited.connect(lambda _text: self._renew())
        self._rows = Column(self._row, usual=USUAL, gap=5, edge=4)
        column.addWidget(self._find)
        column.addWidget(self._rows)
        self._column.addWidget(self._each)
        self._each.hide()

    # --- the list

    def _renew(self) -> None:
        people = self._roster.people
        self._each.setVisible(bool(people))
        self._find.setVisible(len(people) > MANY)
        sought = self._find.text().casefold().strip() if len(people) > MANY else ""
        self._shown = tuple(person for person in people if sought in self._called[person.number].casefold())
        self._here = max(0, min(self._here, len(self._shown) - 1))
        self._rows.show_keys([person.number for person in self._shown])
        for place, row in self._rows.rows():
            if isinstance(row, PersonRow):
                self._show(row, place)
        self._rows.show_keys([person.number for person in self._shown])     # as high as they are now

    def _row(self, place: int) -> QWidget:
        number = self._shown[place].number
        row = PersonRow(theme=self._theme, words=self._words)
        row.pressed.connect(lambda: self._open(number))
        row.opened.connect(lambda: self._open(number))
        row.went.connect(lambda by: self._go(number, by))
        row.changed.connect(lambda person: self._do(lambda roster: with_person(roster, person)))
        row.apart.connect(lambda one, other, apart: self._do(
            lambda roster: keep_apart(roster, one, other, apart=apart)))
        self._show(row, place)
        return row

    def _show(self, row: PersonRow, place: int) -> None:
        person, called = self._shown[place], self._called
        apart = [(other if one == person.number else one) for one, other in self._roster.apart
                 if person.number in (one, other)]
        opened = person.number == self._opened
        others = tuple(called.items()) if opened else ()
        row.show_person(person, called[person.number], [(number, called[number]) for number in apart], others,
                        opened=opened)
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == self._here else Qt.FocusPolicy.ClickFocus)

    def _open(self, number: int) -> None:
        """Open this person's row and close the one that was open, or close it."""
        self._opened = 0 if number == self._opened else number
        self._here = next((place for place, person in enumerate(self._shown) if person.number == number), 0)
        self._renew()

    def _go(self, number: int, by: int) -> None:
        place = next((place for place, person in enumerate(self._shown) if person.number == number), 0) + by
        if 0 <= place < len(self._shown):
            self._here = place
            self._rows.reveal(place)
            for at, row in self._rows.rows():
                row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at == place else Qt.FocusPolicy.ClickFocus)
            self._rows.row(place).setFocus(Qt.FocusReason.TabFocusReason)

    # --- changes

    def _type(self, lines: str) -> None:
        self.typed.emit("names", lambda gathering: change_roster(gathering, named(gathering.roster, lines)))

    def _number(self, people: int) -> None:
        self._do(lambda roster: numbered(roster, people))

    def _do(self, change: Callable[[Roster], Roster]) -> None:
        self.edited.emit(lambda gathering: change_roster(gathering, change(gathering.roster)))


def _lines(roster: Roster) -> str:
    return "\n".join(person.name for person in roster.people if person.name)


def _names(lines: str) -> list[str]:
    return [name for name in map(clean_name, lines.splitlines()) if name][:MOST_BADGES]


def _told(roster: Roster) -> Text:
    if not roster.people:
        return say("Only where people are told where to sit. Without a list they choose each other.")
    return say_n("One person is on the list. The plan counts on one.",
                 "{n} people are on the list. The plan counts on so many.", len(roster.people))
