"""Home: a greeting, three doors, and every gathering there is. It keeps and reads nothing itself."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Gathering, Plans
from app.words import Text, Words, say, say_n
from ui.commands import Command, bind
from ui.panels.doors import Doors
from ui.panels.gathering_card import IN_LIST, GatheringCard, GatheringRow, asked_to_forget, title_of
from ui.theme import Theme
from ui.type import Role, grown
from ui.widgets.banner import Banner
from ui.widgets.column import Column
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll

LOW = 820
EDGE = 4
"""Pixels round a row, for the ring of the one that has the keyboard."""
WIDEST = 1560
"""Beyond this many pixels the page stays in the middle: nobody reads across a whole wall."""


class GatheringsPage(QWidget):
    """`open`, `host`, `rehearse`, `duplicate`, `remove` and `restore` bring a gathering's id; `sample` asks for it."""

    open = Signal(str)
    host = Signal(str)
    rehearse = Signal(str)
    new = Signal()
    today = Signal()
    remove = Signal(str)
    restore = Signal(str)
    duplicate = Signal(str)
    ready = Signal()
    sample = Signal()
    forget = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._plans = Plans((), lambda _id: None)
        self._now = datetime(2000, 1, 1)
        self._selected = self._removed = self._asked = ""
        self._rows = Column(self._make_row, usual=grown(IN_LIST), edge=EDGE)
        self._greeting = Paragraph("", Role.STANDBACK, theme.ink)
        self._doors = Doors(theme=theme, words=words)
        self._doors.today.connect(self.today)
        self._doors.new.connect(self.new)
        self._doors.sample.connect(self.sample)
        self._gone = Banner(theme=theme)
        self._gone.pressed.connect(self._answered)
        self._card = GatheringCard(theme=theme, words=words)
        self._card.open.connect(self.open)
        self._card.host.connect(self.host)
        self._card.rehearse.connect(self.rehearse)
        self._card.ready.connect(self.ready)
        self._card.duplicate.connect(self.duplicate)
        self._card.remove.connect(self._remove)
        self._card.forget.connect(self._ask_to_forget)
        self._count = label("", Role.CAPTION, theme.ink2)
        self._place = Paragraph("", Role.CAPTION, theme.ink2)
        self.commands = (
            Command(say("Another gathering"), ("Up", "Down")),
            Command(say("Open it"), ("Enter",)),
            Command(say("Rehearse it"), ("Ctrl+R",), self._rehearse),
            Command(say("Remove it"), ("Del",)))
        bind(self.commands, self)
        self._lay_out()

    def show_plans(self, plans: Plans, now: datetime) -> None:
        """Show these; only what is in sight is read. `now` is local and without a zone."""
        self._now, self._plans, ids = now, plans, plans.ids
        if self._selected not in ids:
            self._selected = ids[0] if ids else ""
        if self._removed in ids:
            self._removed = ""
            self._gone.show_message("")
        self._greeting.show_text(self._words(greeting(now)))
        self._count.show_text(self._words(self._counted()))
        self._alone.setVisible(len(ids) == 1)
        had = any(row.hasFocus() for _place, row in self._rows.rows())
        self._rows.show_keys(ids, anew=True)
        if had and self._selected:
            self._rows.row(ids.index(self._selected)).setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_selected()

    @property
    def chosen(self) -> str:
        """The id of the gathering on the card, or ""."""
        return self._selected

    def show_place(self, place: str) -> None:
        """Say where everything is kept: a folder's path."""
        self._place.show_text(self._words(say("Kept in {place}", place=place)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page is opened: arrows and Enter act on the chosen gathering at once."""
        ids = self._plans.ids
        if self._selected in ids:
            self._rows.reveal(ids.index(self._selected))
            self._rows.row(ids.index(self._selected)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_row(self, place: int) -> GatheringRow:
        gathering = self._plan(self._plans.ids[place])
        row = GatheringRow(gathering, self._now, theme=self._theme, words=self._words)
        row.show_selected(selected=gathering.id == self._selected)
        row.pressed.connect(lambda: self._choose(gathering.id))
        row.opened.connect(lambda: self.open.emit(gathering.id))
        row.walked.connect(lambda by: self._walk(gathering.id, by))
        row.removed.connect(lambda: self._remove(gathering.id))
        return row

    def _plan(self, gathering_id: str) -> Gathering:
        """A plan as it is kept; one that was lost meanwhile is an empty page."""
        return self._plans.read(gathering_id) or Gathering(id=gathering_id, starts=self._now)

    def _show_selected(self) -> None:
        for place, row in self._rows.rows():
            if isinstance(row, GatheringRow):
                row.show_selected(selected=self._plans.ids[place] == self._selected)
        for part in (self._left, self._right):
            part.setVisible(bool(self._selected))
        self._none.setVisible(not self._selected)
        if self._selected:
            self._card.show_gathering(self._plan(self._selected), self._now)

    def _choose(self, gathering_id: str) -> None:
        self._selected = gathering_id
        self._show_selected()

    def _rehearse(self) -> None:
        if self._selected and self._plan(self._selected).steps:
            self.rehearse.emit(self._selected)

    def _walk(self, gathering_id: str, by: int) -> None:
        ids = self._plans.ids
        to = ids.index(gathering_id) + by
        if 0 <= to < len(ids):
            self._rows.reveal(to)
            self._rows.row(to).setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(ids[to])

    def _remove(self, gathering_id: str) -> None:
        words = self._words
        self._removed, self._asked = gathering_id, ""
        self._gone.show_message(words(say("“{title}” is removed.", title=title_of(self._plan(gathering_id)))),
                                (words(say("Bring it back")),), glyph="trash")
        self.remove.emit(gathering_id)

    def _ask_to_forget(self, gathering_id: str) -> None:
        """Asked once, in one sentence, in the page."""
        words = self._words
        self._asked, self._removed = gathering_id, ""
        self._gone.show_message(words(asked_to_forget(title_of(self._plan(gathering_id)))),
                                (words(say("Keep it")), words(say("Forget it for good"))), glyph="message")

    def _answered(self, button: int) -> None:
        if not self._asked:
            self._restore()
            return
        asked, self._asked = self._asked, ""
        self._gone.show_message("")
        if button == 1:
            self.forget.emit(asked)

    def _restore(self) -> None:
        removed, self._removed = self._removed, ""
        self._gone.show_message("")
        if removed:
            self._selected = removed
            self.restore.emit(removed)

    def _counted(self) -> Text:
        count = len(self._plans.ids)
        if count == 1:
            return say("one, and it is a sample") if self._plan(self._plans.ids[0]).sample else say("one")
        return say_n("{n}, newest first", "{n}, newest first", count)

    def _lay_out(self) -> None:
        theme, words = self._theme, self._words
        self._left, self._right = QWidget(), QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(label(words(say("Chosen")), Role.LABEL, theme.ink2))
        left.addWidget(self._card)
        left.addStretch(1)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 0, EDGE, 10 - EDGE)
        head.addWidget(label(words(say("Your gatherings")), Role.LABEL, theme.ink2))
        head.addStretch(1)
        head.addWidget(self._count)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addWidget(self._rows)
        self._alone = Paragraph(words(say("What you plan next will lie here too. Nothing needs saving.")), Role.BODY,
                                theme.ink2)
        alone = QHBoxLayout()
        alone.setContentsMargins(EDGE, 10 - EDGE, EDGE, 0)
        alone.addWidget(self._alone)
        right.addLayout(alone)
        right.addStretch(1)
        self._none = Paragraph(words(say("Nothing is planned. Every gathering you begin will lie here.")), Role.SAY,
                               theme.ink2)
        both = QHBoxLayout()
        both.setSpacing(44 - EDGE)
        both.addWidget(self._left, 640)
        both.addWidget(self._right, 556)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._column.addWidget(self._greeting)
        self._column.addWidget(Paragraph(
            words(say("Everything stays on this laptop. No network, no account, nothing to save.")), Role.LIVE_STEP,
            theme.ink2))
        for part, above in ((self._doors, 26), (self._gone, 20)):
            row = QHBoxLayout()
            row.setContentsMargins(0, above, EDGE, 0)
            row.addWidget(part)
            self._column.addLayout(row)
        self._column.addSpacing(34)
        self._column.addLayout(both)
        self._column.addWidget(self._none)
        self._column.addStretch(1)
        self._column.addSpacing(20)
        self._column.addWidget(self._place)
        self._scroll = Scroll(inside, name=words(say("Home")))
        self._rows.follow(self._scroll)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._scroll)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins of 56; less air on a low screen, more beside the page on a wide one."""
        low = self.height() < LOW
        side = max(56, (self.width() - WIDEST) // 2)
        self._column.setContentsMargins(side, 28 if low else 44, side - EDGE, 16)
        self._doors.show_low(low=low)


def greeting(now: datetime) -> Text:
    """By the time of day, local."""
    if 5 <= now.hour < 12:
        return say("Good morning. Begin wherever you like.")
    if 12 <= now.hour < 18:
        return say("Good afternoon. Begin wherever you like.")
    return say("Good evening. Begin wherever you like.")
