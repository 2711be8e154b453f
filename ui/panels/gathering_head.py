"""The head of the designer: title, purpose and facts of the gathering, each edited where it stands."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering
from app.design.names import minutes_words, mode_name, people_words, setting_name, when_words
from app.design.pools import far_away
from app.words import Text, Words, say
from ui.commands import native
from ui.panels.facts_row import FactsRow
from ui.panels.print_row import PrintRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import InkButton, OutlineButton, QuietButton, Shape
from ui.widgets.chips import FlowLayout
from ui.widgets.inplace import INSET, InPlace
from ui.widgets.surfaces import Ground

FACT = Shape(height=28, pad=6, glyph=18, gap=8, role=Role.BODY)
FACTS = (("starts", "clock"), ("people", "people"), ("minutes", "timer"), ("setting", "gatherings"),
         ("mode", "far"), ("place", "invitation"))


class GatheringHead(Ground):
    """Title, purpose, one line of facts; the ink button hosts, `paper` is what can be printed. It changes nothing.

    `typed` brings ("title" | "purpose" | "place", words); `changed` a dict of facts, `people` asks for the
    list of who comes, `invite` for the invitation.
    """

    typed = Signal(str, str)
    changed = Signal(object)
    left = Signal()
    people = Signal()
    undo = Signal()
    host = Signal()
    rehearse = Signal()
    ready = Signal()
    invite = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, line=theme.line, lines="b", parent=parent)
        self._theme, self._words = theme, words
        self._title = InPlace(theme=theme, name=words(say("Title")), role=Role.TITLE, longest=120,
                              placeholder=words(say("Name this gathering")))
        self._purpose = InPlace(theme=theme, name=words(say("Purpose")), role=Role.ITALIC, colour=theme.ink2,
                                longest=240, placeholder=words(say("So that … what may become possible?")))
        self._title.edited.connect(lambda text: self.typed.emit("title", text))
        self._purpose.edited.connect(lambda text: self.typed.emit("purpose", text))
        for field in (self._title, self._purpose):
            field.left.connect(self.left)
        self._print = OutlineButton(words(say("Print")), theme=theme, glyph="export")
        self._print.clicked.connect(self.open_paper)
        self.paper = PrintRow(theme=theme, words=words)
        self.paper.hide()
        self.paper.closed.connect(self._close_paper)
        self._undo = QuietButton(words(say("Undo")), theme=theme, glyph="undo")
        self._undo.clicked.connect(self.undo)
        self._try = OutlineButton(words(say("Rehearse")), theme=theme, glyph="practice")
        self._try.setToolTip(native("Ctrl+R"))
        self._try.clicked.connect(self.rehearse)
        self._host = InkButton(words(say("Host it")), theme=theme, glyph="play")
        self._host.clicked.connect(self.host)
        self._invite = QuietButton(words(say("Invitation")), theme=theme, glyph="invitation")
        self._invite.setToolTip(native("Ctrl+I"))
        self._invite.clicked.connect(lambda: self.invite.emit())
        self._ready = QuietButton(words(say("Get ready")), theme=theme, glyph="check")
        self._ready.clicked.connect(self.ready)
        self._facts = {name: self._fact(name, glyph) for name, glyph in FACTS}
        self._row = FactsRow(theme=theme, words=words)
        self._row.hide()
        self._row.changed.connect(self.changed)
        self._row.typed.connect(lambda fields: self.typed.emit("place", fields["place"]))
        self._row.done.connect(self._close_facts)
        self._row.people.connect(self._ask_people)
        self._listed = False
        self._lay_out()

    def show_gathering(self, gathering: Gathering, now: datetime) -> None:
        """Show another gathering, or the same one changed. `now` is local and only tells which year it is."""
        self._title.show_text(gathering.title)
        self._purpose.show_text(gathering.purpose)
        words = self._words
        self._listed = bool(gathering.roster.people)
        self.paper.show_plan(gathering)
        texts = {
            "starts": words(when_words(gathering.starts, now)),
            "people": words(self._crowd(gathering)),
            "minutes": words(minutes_words(gathering.minutes)),
            "setting": words(setting_name(gathering.setting)), "mode": words(mode_name(gathering.mode)),
            "place": gathering.place or words(say("Add a place")),
        }
        for name, button in self._facts.items():
            button.show_words(texts[name])
        self._row.show_gathering(gathering)
        for does in (self._try, self._host):
            does.setEnabled(bool(gathering.steps))
        why = say("A gathering needs a step before it can be hosted.")
        self._host.setToolTip("" if gathering.steps else words(why))

    def _crowd(self, gathering: Gathering) -> Text:
        people, far = people_words(gathering.people, about=gathering.about), far_away(gathering, gathering.people)
        if far:
            return say("{people}, {far} far away", people=people, far=far)
        return say("{people}, on a list", people=people) if self._listed else people

    def show_undo(self, *, possible: bool) -> None:
        """Whether there is something to undo."""
        self._undo.setEnabled(possible)

    def show_low(self, *, low: bool) -> None:
        """Stand closer together, on a screen of little height."""
        self._column.setContentsMargins(28 - INSET, 8 if low else 14, 28, 6 if low else 9)
        self._column.setSpacing(0 if low else 2)
        self.updateGeometry()

    def write_title(self) -> None:
        """Give the title the keyboard, all of it selected."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _fact(self, name: str, glyph: str) -> QuietButton:
        button = QuietButton("", theme=self._theme, glyph=glyph, shape=FACT)
        button.clicked.connect(lambda: self._open_facts(name))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addSpacing(12)
        top.addWidget(self._undo)
        top.addWidget(self._invite)
        top.addWidget(self._ready)
        top.addWidget(self._print)
        top.addWidget(self._try)
        top.addWidget(self._host)
        line = FlowLayout(gap=12, row_gap=0)
        line.setContentsMargins(INSET - FACT.pad, 0, 0, 0)
        for button in self._facts.values():
            line.addWidget(button)
        self._told = QWidget()
        self._told.setLayout(line)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._purpose)
        self._column.addWidget(self._told)
        self._column.addWidget(self._row)
        self._column.addWidget(self.paper)
        told = (self._title, self._purpose, *self._facts.values(), self._undo, self._invite, self._ready, self._print,
                self._try, self._host)
        for before, after in pairwise(told):
            QWidget.setTabOrder(before, after)   # what is told first, then what is done with it
        self.show_low(low=False)

    def open_paper(self) -> None:
        """Show what can be printed, or put it away."""
        if self.paper.isVisible():
            self._close_paper()
            return
        self.paper.show_hint()
        self.paper.show()
        self.paper.take_keyboard()

    def _close_paper(self) -> None:
        self._print.setFocus(Qt.FocusReason.TabFocusReason)
        self.paper.hide()

    def _ask_people(self) -> None:
        self._close_facts()
        self.people.emit()

    def _open_facts(self, name: str) -> None:
        if name == "people" and self._listed:
            self.people.emit()
            return
        self._told.hide()
        self._row.show()
        self._row.take_keyboard(name)

    def _close_facts(self) -> None:
        self._row.hide()
        self._told.show()
        self._facts["starts"].setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()
