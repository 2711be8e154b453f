"""The wall of topics as rows of spaces and columns of times; above it who waits, below it what was merged or taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.live.clock import clock_time
from app.live.marketplace import Market, Slot, at_time, conveners, put_by, sharing, signs, slots, told_place, waiting
from app.live.posting import Topic
from app.live.session import Session
from app.words import Text, Words, say
from ui.panels.topic_cells import TopicCell, emptied
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll

SIGN, LEAST = 18, 112
"""Pixels: the column of letters, and the height that the wall keeps when many wait."""


class TopicGrid(QWidget):
    """`opened`, `joined` and `gone` bring a topic's id; `moved` also how far across and down; `chosen` the topic that
    has the keyboard; `left` when somebody walks up out of it; `undone` on Ctrl+Z.
    """

    opened = Signal(str)
    joined = Signal(str)
    gone = Signal(str)
    moved = Signal(str, int, int)
    chosen = Signal(str)
    left = Signal()
    undone = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._market = Market()
        self._times: tuple[Slot, ...] = ()
        self._columns: list[list[str]] = []
        self._cells: dict[str, TopicCell] = {}
        self._inside = QWidget()
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 6, 4)
        self._rows.setSpacing(5)
        self._rows.addStretch(1)
        self._scroll = Scroll(self._inside, name=words(say("Topics by space and time")))
        self._scroll.setMinimumHeight(LEAST)
        self._waiting = QWidget()
        self._waits = QVBoxLayout(self._waiting)   # out of the scrolling part: who waits is always in sight
        self._waits.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self._waiting)
        outer.addWidget(self._scroll, 1)

    def show_session(self, session: Session) -> None:
        """Show the wall as it is; the topic that had the keyboard keeps it."""
        before = next((topic_id for topic_id, cell in self._cells.items() if cell.hasFocus()), "")
        self._market, self._times = session.market, slots(session.gathering, session.market)
        for layout, stays in ((self._rows, 1), (self._waits, 0)):
            while layout.count() > stays:
                item = layout.takeAt(0)
                widget = item.widget() if item is not None else None
                if widget is not None:
                    emptied(widget)
        self._cells, self._columns = {}, []
        waits, put = waiting(self._market, self._times), put_by(self._market)
        parts = [self._grid(signs(session.gathering, self._market))] if self._times else []
        self._columns.append([topic.id for topic in waits])
        self._columns.append([topic.id for topic in put])
        self._waiting.setVisible(bool(waits))
        if waits:
            self._waits.addWidget(self._list(say("Waiting for a place"), waits))
        if put:
            parts.append(self._list(say("Merged or taken away"), put))
        for place, part in enumerate(parts):
            self._rows.insertWidget(place, part)
            part.show()
        self._rows.activate()   # each cell has its place before one of them is given the keyboard
        self._waits.activate()
        if before in self._cells:
            self._cells[before].setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.reveal_soon(self._cells[before])

    def take_keyboard(self, topic_id: str = "") -> bool:
        """The topic, or the first there is, has the keyboard. False without any."""
        first = next((name for column in self._columns for name in column), "")
        cell = self._cells.get(topic_id) or self._cells.get(first)
        if cell is None:
            return False
        cell.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.reveal_soon(cell)
        return True

    def show_joining(self, topic_id: str) -> None:
        """Mark the topic that looks for another; "" for none."""
        for name, cell in self._cells.items():
            cell.show_selected(selected=name == topic_id)

    def lines(self) -> tuple[str, ...]:
        """Every cell as a screen reader says it, in the order of the columns."""
        return tuple(self._cells[name].accessibleName() for column in self._columns for name in column)

    def _grid(self, letters: str) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.setColumnMinimumWidth(0, SIGN)
        for row, sign in enumerate(letters, 1):
            grid.addWidget(label(sign, Role.BODY_BOLD, self._theme.ink2), row, 0)
        for column, slot in enumerate(self._times, 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(Paragraph(f"{column} · {clock_time(slot.begins)}–{clock_time(slot.ends)}", Role.LABEL,
                                     self._theme.ink2, wrap=False), 0, column)
            here = at_time(self._market, slot)
            self._columns.append([topic.id for topic in here])
            for row, sign in enumerate(letters, 1):
                place = QVBoxLayout()
                place.setSpacing(1)
                for topic in here:
                    if topic.spot is not None and topic.spot.space == sign:
                        place.addWidget(self._cell(topic))
                grid.addLayout(place, row, column)
        return part

    def _list(self, heading: Text, topics: Sequence[Topic]) -> QWidget:
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, 0, 2)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(label(self._words(heading), Role.LABEL, self._theme.ink2), 0, 0, 1, 2)
        for place, topic in enumerate(topics):
            grid.addWidget(self._cell(topic), 1 + place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        return part

    def _cell(self, topic: Topic) -> TopicCell:
        market, words = self._market, self._words
        who = ", ".join(conveners(market, topic))
        shared = bool(sharing(market, topic)) and not topic.away and not topic.into
        cell = TopicCell(topic.title, words(say("two here · {who}", who=who)) if shared else who,
                         name=words(self._told(topic, who, shared=shared)), shared=shared, theme=self._theme)
        cell.opened.connect(lambda: self.opened.emit(topic.id))
        cell.joined.connect(lambda: self.joined.emit(topic.id))
        cell.gone.connect(lambda: self.gone.emit(topic.id))
        cell.undone.connect(lambda: self.undone.emit())
        cell.held.connect(lambda: self.chosen.emit(topic.id))
        cell.pressed.connect(lambda: cell.setFocus(Qt.FocusReason.MouseFocusReason))
        cell.walked.connect(lambda across, down: self._walk(topic.id, across, down))
        cell.moved.connect(lambda across, down: self.moved.emit(topic.id, across, down))
        self._cells[topic.id] = cell
        return cell

    def _told(self, topic: Topic, who: str, *, shared: bool) -> Text:
        called = say("{title}, {who}", title=topic.title, who=who) if who else say("{title}", title=topic.title)
        if topic.into:
            other = self._market.topic(topic.into)
            return say("{topic}: merged into {other}", topic=called, other=other.title if other is not None else "")
        if topic.away:
            return say("{topic}: taken away", topic=called)
        place = told_place(topic.spot, self._times) if topic.spot is not None else ""
        if not place:
            return say("{topic}: waits for a place", topic=called)
        return say("{place}: {topic}. Another topic is there too", place=place, topic=called) if shared else \
            say("{place}: {topic}", place=place, topic=called)

    def _walk(self, topic_id: str, across: int, down: int) -> None:
        """To the next topic that way; upwards out of the first it is the sheet's turn."""
        columns = [column for column in self._columns if column]
        at = next(n for n, column in enumerate(columns) if topic_id in column)
        row = columns[at].index(topic_id) + down
        if across:
            at = max(0, min(len(columns) - 1, at + across))
            row = min(row, len(columns[at]) - 1)
        elif row < 0:
            self.left.emit()
            return
        elif row >= len(columns[at]):
            lower = [n for n in range(at + 1, len(columns)) if columns[n] in self._columns[len(self._times):]]
            at, row = (lower[0], 0) if lower else (at, row - 1)
        self.take_keyboard(columns[at][row])
