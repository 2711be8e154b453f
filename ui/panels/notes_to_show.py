"""Kept notes, one of which the room may see: chosen here, seen in small first, and shown only with Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.note import Note
from app.live.session import Session
from app.live.shown_note import note_wall, to_show
from app.words import Words, say
from ui.panels.message import FRAME, HIGH, WIDE
from ui.projector.view import WallView
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.glyph import GlyphLabel, kind_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Card, Sheet

GAP, BETWEEN = 8, 14
MOST = 40
"""Notes that are listed: the newest ones are what a room has just heard."""


class NoteCard(Card):
    """One note. `looked` when the keyboard comes to it, `walked` brings 1 for Down and -1 for Up."""

    looked = Signal()
    walked = Signal(int)

    def __init__(self, note: Note, *, theme: Theme, name: str) -> None:
        super().__init__(theme=theme, name=name, radius=8)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(GlyphLabel(kind_glyph(note.kind), theme.ink2, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(" ".join(note.text.split()), Role.BLOCK_QUESTION, theme.ink), 1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is seen in small."""
        super().focusInEvent(event)
        self.looked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go through the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class NotesToShow(QWidget):
    """`shown` brings the id of the note that the room shall see, `closed` when none is wanted."""

    shown = Signal(str)
    closed = Signal()

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._wall_words = theme, words, wall_words
        self._session: Session | None = None
        self._notes: tuple[Note, ...] = ()
        self._cards: list[NoteCard] = []
        self._chosen = ""
        self.view = WallView(theme=wall_theme, now=now)
        self.view.setFixedSize(WIDE, HIGH)
        self.view.setAccessibleName(words(say("The note as the room will see it")))
        show = OutlineButton(words(say("Show it")), theme=theme, glyph="quote", shape=SMALL)
        show.clicked.connect(self._show)
        close = QuietButton(words(say("Close")), theme=theme, shape=SMALL)
        close.clicked.connect(lambda: self.closed.emit())
        for button in (show, close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.addWidget(label(words(say("A note on the wall")), Role.LABEL, theme.ink2))
        head.addStretch(1)
        head.addWidget(close)
        frame = Sheet(fill=theme.line2, radius=4 + FRAME)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        inside.addWidget(self.view)
        beside = QHBoxLayout()
        beside.setSpacing(BETWEEN)
        beside.addWidget(frame, 0, Qt.AlignmentFlag.AlignTop)
        self._told = Paragraph(words(say("Only what the room agreed to show.")), Role.BODY, theme.ink)
        self._button = show
        side = QVBoxLayout()
        side.setSpacing(GAP)
        side.addWidget(self._told)
        side.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        side.addStretch(1)
        beside.addLayout(side, 1)
        listed = QWidget()
        self._list = QVBoxLayout(listed)
        self._list.setContentsMargins(2, 2, 4, 2)
        self._list.setSpacing(6)
        self._list.addStretch(1)
        self._scroll = Scroll(listed, name=words(say("Kept notes, the newest first")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(beside)
        column.addWidget(self._scroll, 1)

    def show_session(self, session: Session) -> None:
        """Offer this session's notes; the one that was looked at stays so while it is there."""
        notes = to_show(session)[:MOST]
        fresh, self._session = notes != self._notes, session
        if fresh:
            self._notes = notes
            self._fill()
        if self._chosen not in {note.id for note in notes}:
            self._choose(notes[0].id if notes else "")

    def take_keyboard(self) -> None:
        """The newest note has the keyboard."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the words beside it are higher than the picture, it is smaller and they have fewer lines."""
        for wide in (WIDE, WIDE * 2 // 3):
            high = wide * HIGH // WIDE
            words = self._told.heightForWidth(self.width() - wide - 2 * FRAME - BETWEEN)
            if words + GAP + self._button.sizeHint().height() <= high + 2 * FRAME:
                break
        self.view.setFixedSize(wide, high)

    def _fill(self) -> None:
        for card in self._cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = [self._card(place, note) for place, note in enumerate(self._notes)]
        for place, card in enumerate(self._cards):
            self._list.insertWidget(place, card)

    def _card(self, place: int, note: Note) -> NoteCard:
        card = NoteCard(note, theme=self._theme, name=note.text)
        card.looked.connect(lambda: self._choose(note.id))
        card.pressed.connect(lambda: self._choose(note.id))
        card.opened.connect(self._show)
        card.walked.connect(lambda by: self._walk(place + by))
        return card

    def _walk(self, place: int) -> None:
        if 0 <= place < len(self._cards):
            self._cards[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(self._cards[place])

    def _choose(self, note_id: str) -> None:
        self._chosen = note_id
        for note, card in zip(self._notes, self._cards, strict=True):
            card.show_selected(selected=note.id == note_id)
            if note.id == note_id and self._session is not None:
                self.view.show_audience(note_wall(self._session, note, self._wall_words))

    def _show(self) -> None:
        if self._chosen:
            self.shown.emit(self._chosen)
