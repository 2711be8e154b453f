"""Searching all gatherings: one field, and below it what was found, newest first where it fits as well.

The page does not search: it tells what is typed, and shows an answer only to what stands in the field now.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.found import MOST, Finds, Run, sessions_of
from app.words import Text, Words, say, say_n
from ui.commands import Command, bind
from ui.panels.find_list import EDGE, NOTHING, FindList
from ui.panels.find_row import run_words
from ui.panels.search_field import SearchField
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton
from ui.widgets.labels import Paragraph

PAD, WIDEST, TALL = 28, 960, 46
SEVERAL = 3
"""Sessions that cannot be read and are named; the others are counted."""
_WHERE = say("Every word you type must be in what is found, in any order; words in quotation marks stand together. "
             "Looked through are notes, promises and topics, and what each gathering was called and was for.")
_NONE = say("Nothing that was kept holds this. A word less, or only how it begins, may find it.")


class SearchPage(QWidget):
    """`sought` brings the words in the field whenever they become others, `opened` the `Saying` to be read in its
    harvest; `left` when somebody goes back.
    """

    sought = Signal(str)
    opened = Signal(object)
    left = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._back = OutlineButton(words(say("Back")), theme=theme, glyph="back")
        self._field = SearchField(theme=theme, name=words(say("Search all gatherings")), glyph="search",
                                  placeholder=words(say("A word or two of what was said")), height=TALL)
        self._told = Paragraph("", Role.BODY, theme.ink2)
        self._unread = Paragraph("", Role.CAPTION, theme.ink2)
        self._unread.hide()
        self._list = FindList(theme=theme, words=words)
        self._lay_out(Paragraph(words(say("Search all gatherings")), Role.TITLE, theme.ink))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(words(say("Search all gatherings")))
        self._back.clicked.connect(lambda checked=False: self.left.emit())
        self._field.edited.connect(lambda typed: self.sought.emit(typed))
        self._field.entered.connect(lambda: self._list.take_keyboard())
        self._list.opened.connect(lambda saying: self.opened.emit(saying))
        self._list.left.connect(self._take_field)
        self.commands = (
            Command(say("Search for something else"), ("Ctrl+F",), self._take_field),
            Command(say("From the field to what was found"), ("Enter", "Down")),
            Command(say("Another find"), ("Up", "Down", "Home", "End")),
            Command(say("Read it in its harvest"), ("Enter", "Space")),
            Command(say("Back to the harvest that was open"), ("Esc",), lambda: self.left.emit()))
        bind(self.commands, self)
        self._show(_WHERE)

    def _lay_out(self, title: Paragraph) -> None:
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._back)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 0, EDGE, 0)
        top.setSpacing(0)
        top.addLayout(head)
        top.addSpacing(14)
        top.addWidget(self._field)
        top.addSpacing(10)
        top.addWidget(self._told)
        top.addWidget(self._unread)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 24, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAD - EDGE, 0, PAD - EDGE, 0)
        row.addWidget(inside, 10)
        row.addStretch(1)

    # --- in

    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text()

    def ask(self, typed: str) -> None:
        """Look for this, as if it were typed."""
        self._field.show_text(typed)
        self.sought.emit(typed)

    def show_waiting(self, *, told: bool = False) -> None:
        """The answer comes later; until then nothing stands here. `told`: it takes a moment, and that is said."""
        self._list.show_finds(NOTHING)
        self._show(say("Reading what was kept …") if told else say(""))

    def show_finds(self, typed: str, finds: Finds) -> None:
        """What was found for `typed`; an answer to other words than those in the field is not shown."""
        if typed != self.typed():
            return
        self._list.show_finds(finds)
        self._show(_told(finds))

    def show_unread(self, runs: tuple[Run, ...]) -> None:
        """These cannot be read any more, so that nothing of them is found."""
        named: Text | str = ""
        for run in runs[:SEVERAL]:
            named = say("{one}; {other}", one=named, other=run_words(run)) if named else run_words(run)
        self._unread.show_text(self._words(say_n(
            "One session cannot be read any more and is not looked through: {named}.",
            "{n} sessions cannot be read any more and are not looked through: {named}.", len(runs), named=named))
            if runs else "")
        self._unread.setVisible(bool(runs))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: what stands in the field can be typed over."""
        self._take_field()

    # --- inside

    def _take_field(self) -> None:
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _show(self, text: Text) -> None:
        self._told.show_text(self._words(text))


def _told(finds: Finds) -> Text:
    if not finds.sought:
        return _WHERE
    if not finds.sayings:
        return _NONE
    if finds.more:
        return say("Found more than {most} times. The best of them, the newest first; another word finds less.",
                   most=MOST)
    times = say_n("Found once", "Found {n} times", len(finds.sayings))
    return say_n("{times}, in one gathering.", "{times}, in {n} gatherings: what fits best first, then the newest.",
                 sessions_of(finds.sayings), times=times)
