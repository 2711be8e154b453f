"""Copying the wall of topics: a sheet in three fields and Enter, and the wall as it stands under it.

Paper is first: people have written and hung up their sheets, and nobody waits behind this keyboard.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.clock import clock_time
from app.live.marketplace import (
    FITS_WALL,
    at_time,
    free_spots,
    put_by,
    signs,
    slots,
    told_place,
    waiting,
)
from app.live.posting import SlotTime, Spot
from app.live.session import Session
from app.words import Text, Words, say, say_n
from ui.panels.topic_cells import SheetField
from ui.panels.topic_grid import TopicGrid
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import Paragraph

ROW = 36


class TopicsPanel(QWidget):
    """`written` brings id ("" for a new one), title, who and place as they were typed, and leaves them until `clear`.

    `moved` brings id, letter and step; `merged` two ids; `taken` and `stood` one; `retimed` the times that the signs
    shall say; `opened` how many spaces; `undone` and `closed` nothing.
    """

    written = Signal(str, str, str, str)
    moved = Signal(str, str, str)
    merged = Signal(str, str)
    taken = Signal(str)
    stood = Signal(str)
    retimed = Signal(object)
    opened = Signal(int)
    undone = Signal()
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._session: Session | None = None
        self._editing, self._joining, self._chosen = "", "", ""
        self._expected: tuple[SlotTime, ...] = ()
        self.title = SheetField(theme=theme, name=words(say("Topic")), placeholder=words(say("Topic")), height=ROW)
        self.who = SheetField(theme=theme, name=words(say("Who called it out")), placeholder=words(say("Who")),
                              height=ROW)
        self.place = SheetField(theme=theme, name=words(say("Place and time")), placeholder=words(say("B2")),
                                height=ROW)
        self._up = OutlineButton(words(say("Hang it up")), theme=theme, shape=SMALL)
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        self._head = Paragraph("", Role.LABEL, theme.ink2, wrap=False)
        self._retime = OutlineButton("", theme=theme, glyph="clock", shape=SMALL)
        self.grid = TopicGrid(theme=theme, words=words)
        self._buttons = {
            name: QuietButton(words(text), theme=theme, key=key, shape=SMALL)
            for name, text, key in (("edit", say("Change"), "↵"), ("join", say("Join with"), "J"),
                                    ("gone", say("Take away"), "Del"), ("undo", say("Undo"), "Ctrl+Z"),
                                    ("space", say("One space more"), ""), ("close", say("Close"), "A"))}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        sheet = QHBoxLayout()
        sheet.setSpacing(8)
        sheet.addWidget(self.title, 5)
        sheet.addWidget(self.who, 2)
        self.place.setFixedWidth(92)
        sheet.addWidget(self.place)
        sheet.addWidget(self._up)
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addWidget(self._retime)
        row = QWidget()
        flow = FlowLayout(row, gap=2, row_gap=2)
        for button in self._buttons.values():
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(sheet)
        column.addWidget(self._line)
        column.addWidget(self.grid, 1)
        column.addWidget(row)

    def _connect(self) -> None:
        for button in (self._up, self._retime, *self._buttons.values()):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.title.entered.connect(self._past_title)
        self.who.entered.connect(lambda: self.place.setFocus(Qt.FocusReason.TabFocusReason))
        self.place.entered.connect(self._enter)
        self.place.walked.connect(self._offer)
        self.title.edited.connect(lambda _typed: self._show_line())
        for field in (self.title, self.who):
            field.walked.connect(lambda by: self.grid.take_keyboard() if by > 0 else None)
        for field in (self.title, self.who, self.place):
            field.undone.connect(lambda: self.undone.emit())
        self._up.clicked.connect(self._enter)
        self._retime.clicked.connect(lambda: self.retimed.emit(self._expected))
        self.grid.opened.connect(self._open)
        self.grid.joined.connect(self._join)
        self.grid.gone.connect(lambda topic_id: self.taken.emit(topic_id))
        self.grid.undone.connect(lambda: self.undone.emit())
        self.grid.moved.connect(self._move)
        self.grid.chosen.connect(self._choose)
        self.grid.left.connect(self.take_keyboard)
        for name, does in (("edit", lambda: self._open(self._chosen)), ("join", lambda: self._join(self._chosen)),
                           ("gone", lambda: self.taken.emit(self._chosen)), ("undo", self.undone.emit),
                           ("space", self._one_more_space), ("close", self.closed.emit)):
            self._buttons[name].clicked.connect(lambda checked=False, does=does: does())

    # --- in

    def show_hints(self, key_of: Callable[[str], str]) -> None:
        """Say which key puts it away now; its others are its own."""
        self._buttons["close"].show_key(key_of("topics"))

    def show_session(self, session: Session, expected: tuple[SlotTime, ...] = ()) -> None:
        """Show the wall of topics; `expected` are other times than its signs say, where the day runs otherwise."""
        self._session, self._expected = session, expected
        times, market = slots(session.gathering, session.market), session.market
        self.grid.show_session(session)
        placed, waits = sum(len(at_time(market, slot)) for slot in times), len(waiting(market, times))
        parts = [say_n("{n} topic on the wall", "{n} topics on the wall", placed)]
        if waits:
            parts.append(say_n("{n} waits", "{n} wait", waits))
        self._head.show_text(" · ".join(self._words(part) for part in parts))
        self._retime.setVisible(bool(expected))
        if expected:
            self._retime.show_words(self._words(say("Change the signs to {times}", times=", ".join(
                clock_time(time.begins) for time in expected))))
        if market.topic(self._chosen) is None:
            self._chosen = ""
        self._show_line()

    def clear(self) -> None:
        """The sheet was copied: ready for the next."""
        self._editing = ""
        for field in (self.title, self.who, self.place):
            field.show_text("")
        self._show_line()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Ready to copy a sheet."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self) -> str:
        """What it says under the sheet."""
        return self._line.text()

    # --- inside

    def _show_line(self) -> None:
        market = self._session.market if self._session is not None else None
        joining = market.topic(self._joining) if market is not None else None
        chosen = market.topic(self._chosen) if market is not None else None
        put = market is not None and chosen in put_by(market)
        self.grid.show_joining(self._joining)
        self._up.show_words(self._words(say("Change it") if self._editing else say("Hang it up")))
        for name in ("edit", "join", "gone"):
            self._buttons[name].setEnabled(chosen is not None and (not put or name == "edit"))
        self._buttons["edit"].show_words(self._words(say("Let it stand again") if put else say("Change")))
        text: Text = say("B2 is space B at the second time; Up and Down offer what is free. Without one it waits.")
        if joining is not None:
            text = say("Join “{title}” with which? Walk there, then Enter. Both conveners must wish it.",
                       title=joining.title)
        elif len(self.title.text()) > FITS_WALL:
            text = say("{n} letters; the wall gives {most} a line of their own.", n=len(self.title.text()),
                       most=FITS_WALL)
        self._line.show_text(self._words(text))

    def _past_title(self) -> None:
        """Enter in an empty title hangs up nothing."""
        if self.title.text().strip():
            self.who.setFocus(Qt.FocusReason.TabFocusReason)

    def _enter(self) -> None:
        if self.title.text().strip():
            self.written.emit(self._editing, self.title.text(), self.who.text(), self.place.text())
        else:
            self.take_keyboard()

    def _offer(self, by: int) -> None:
        """The next free place, or the one before."""
        session = self._session
        if session is None:
            return
        times = slots(session.gathering, session.market)
        free = [told_place(spot, times)
                for spot in free_spots(session.market, times, signs(session.gathering, session.market))]
        if free:
            at = free.index(self.place.text()) + by if self.place.text() in free else 0 if by > 0 else -1
            self.place.show_text(free[at % len(free)])

    def _choose(self, topic_id: str) -> None:
        self._chosen = topic_id
        self._show_line()

    def _open(self, topic_id: str) -> None:
        """Enter on a topic: the other half of a joining, or back to standing, or into the sheet to be changed."""
        topic = self._session.market.topic(topic_id) if self._session is not None else None
        if topic is None or self._session is None:
            return
        joining, self._joining = self._joining, ""
        if joining and joining != topic_id:
            self.merged.emit(joining, topic_id)
        elif topic.away or topic.into:
            self.stood.emit(topic_id)
        elif not joining:
            times = slots(self._session.gathering, self._session.market)
            self._editing = topic_id
            self.title.show_text(topic.title)
            self.who.show_text(", ".join(topic.conveners))
            self.place.show_text(told_place(topic.spot, times) if topic.spot is not None else "")
            self.take_keyboard()
        self._show_line()

    def _join(self, topic_id: str) -> None:
        self._joining = "" if self._joining == topic_id else topic_id
        self._show_line()
        self.grid.take_keyboard(topic_id)

    def _move(self, topic_id: str, across: int, down: int) -> None:
        """To the next free space at the same time, or the same space at the next time."""
        session = self._session
        topic = session.market.topic(topic_id) if session is not None else None
        if session is None or topic is None or topic.away or topic.into:
            return
        times, letters = slots(session.gathering, session.market), signs(session.gathering, session.market)
        free = free_spots(session.market, times, letters)
        known = [slot.step_id for slot in times]
        if topic.spot is None or topic.spot.step_id not in known:
            spot = next(iter(free), None)
        elif across:
            at = known.index(topic.spot.step_id) + across
            spot = Spot(space=topic.spot.space, step_id=known[at]) if 0 <= at < len(known) else None
        else:
            same = [other for other in free if other.step_id == topic.spot.step_id]
            after = [other for other in same if (other.space > topic.spot.space) is (down > 0)]
            spot = next(iter(after if down > 0 else after[::-1]), None)
        if spot is not None:
            self.moved.emit(topic_id, spot.space, spot.step_id)

    def _one_more_space(self) -> None:
        if self._session is not None:
            self.opened.emit(len(signs(self._session.gathering, self._session.market)) + 1)
