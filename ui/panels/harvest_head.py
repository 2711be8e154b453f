"""The head of the harvest: what it is, of which gathering and day, and the way to paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.names import day_words, people_words
from app.harvest.together import UNCOUNTED, Together, in_a_line
from app.live.session import Session
from app.prints.formats import OFFERED
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, TALL, InkButton, QuietButton
from ui.widgets.chips import Chip
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.surfaces import Ground

HEIGHT, PAD, GAP = 92, 28, 12
WIDEST_CHOICE, NARROWEST_CHOICE, LONGEST_TITLE = 500, 160, 24


class SessionRow(Protocol):
    """One run of a gathering, as the store lists it. `began` is epoch milliseconds."""

    @property
    def id(self) -> str:
        """The session's own id."""

    @property
    def gathering_id(self) -> str:
        """The plan it ran."""

    @property
    def title(self) -> str:
        """What the gathering was called then."""

    @property
    def began(self) -> int:
        """When it began."""


class HarvestHead(Ground):
    """`export` when the harvest is wanted as a file, `kind_chosen` with the kind of file it shall be, `chosen` with the
    id of another session; `forget` when the gathering is to be forgotten, `search` when all of them are searched.
    """

    export = Signal()
    forget = Signal()
    search = Signal()
    chosen = Signal(str)
    kind_chosen = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, line=theme.line, lines="b", parent=parent)
        self._words, self._newest = words, 0
        self._about = Paragraph("", Role.BODY, theme.ink2)
        self._time = Paragraph("", Role.CAPTION, theme.ink2)
        self._time.setToolTip(words(UNCOUNTED))
        self._time.hide()
        self._sessions = Choice((), theme=theme, name=words(say("Which session")), height=46)
        self._sessions.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._sessions.hide()
        self._export = InkButton(words(say("Export")), theme=theme, glyph="export", shape=TALL)
        self._export.setToolTip(words(say("Ctrl+E writes the file")))
        self._kind = Choice([Option(kind, words(name)) for kind, name in OFFERED.items()], theme=theme,
                            name=words(say("Kind of file")), height=46)
        self._kind.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._forget = QuietButton(words(say("Forget …")), theme=theme, glyph="close", shape=SMALL)
        self._forget.setToolTip(words(say("With every note of it, and from every backup")))
        self._names = Chip(words(say("Without names")), theme=theme)
        self._names.setToolTip(words(say("Nobody is named in the file; where a note says a name, it says somebody")))
        self._search = QuietButton("", theme=theme, glyph="search", shape=SMALL,
                                   name=words(say("Search all gatherings")))
        self._search.setToolTip(words(say("Search all gatherings (Ctrl+F)")))
        self._lay_out(Paragraph(words(say("What the room kept")), Role.TITLE, theme.ink, wrap=False))
        self.setMinimumHeight(HEIGHT)   # higher where larger words take two lines
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sessions.chosen.connect(self.chosen)
        self._kind.chosen.connect(self.kind_chosen)
        self._export.clicked.connect(self.export)
        self._forget.clicked.connect(self.forget)
        self._search.clicked.connect(lambda checked=False: self.search.emit())

    def _lay_out(self, title: Paragraph) -> None:
        self._title = title
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addStretch(1)
        titled = QHBoxLayout()
        titled.setSpacing(4)
        titled.addWidget(title)
        titled.addWidget(self._search)
        titled.addStretch(1)
        titles.addLayout(titled)
        titles.addWidget(self._about)
        titles.addWidget(self._time)
        titles.addStretch(1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(GAP)
        self._controls.addStretch(1)
        for part in (self._sessions, self._forget, self._names, self._kind, self._export):
            self._controls.addWidget(part)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PAD, 4, PAD, 5)
        self._row.setSpacing(GAP)
        self._row.addLayout(titles, 1)
        self._row.addLayout(self._controls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider window may have room for one row again."""
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Other sessions may need more room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """One row, or the buttons under the title where both are too wide for one; then the sessions take what is left.
        """
        inside = self.width() - 2 * PAD
        title = self._title.sizeHint().width() + 4 + self._search.sizeHint().width()
        wide = min(WIDEST_CHOICE, self._sessions.sizeHint().width())
        others = self._controls.sizeHint().width() - (0 if self._sessions.isHidden() else self._sessions.minimumWidth())
        beside = title + GAP + others + (0 if self._sessions.isHidden() else wide) <= inside
        self._sessions.setFixedWidth(wide if beside else max(NARROWEST_CHOICE, min(wide, inside - others)))
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        close = beside and self._time.isHidden()   # three lines of words want the air that two have by themselves
        self._row.setContentsMargins(PAD, 4 if close else 12, PAD, 5 if close else 13)

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Offer these, the newest first; the choice shows only where there are several."""
        self._newest = _day(rows[0].began).year if rows else 0
        self._sessions.show_options([Option(row.id, self._words(_named(row))) for row in rows])
        self._sessions.setVisible(len(rows) > 1)

    def show_session(self, session: Session | None, session_id: str = "") -> None:
        """Say which session this is, or nothing."""
        self._about.show_text(self._words(self._told_of(session)) if session is not None else "")
        self._about.setVisible(session is not None)
        for part in (self._forget, self._names, self._kind):
            part.setVisible(session is not None)
        if session_id:
            self._sessions.show_choice(session_id)

    def show_time(self, time: Together | None) -> None:
        """Say how much time people had with each other; nothing where they had none yet."""
        line = None if time is None else in_a_line(time)
        self._time.show_text("" if line is None else self._words(line))
        self._time.setVisible(line is not None)

    def _told_of(self, session: Session) -> Text:
        """Its title, its day and how many came; the year too where it is not that of the newest."""
        day = _day(session.began)
        return say("{title} · {day} · {people}", title=session.gathering.title,
                   day=day_words(day, year=day.year != (self._newest or day.year)),
                   people=people_words(session.people, about=session.gathering.about))

    def show_ready(self, *, ready: bool) -> None:
        """Whether there is something to write, and nobody is writing it yet."""
        self._export.setEnabled(ready)

    def show_kind(self, kind: str) -> None:
        """Show the kind of file that was chosen last."""
        self._kind.show_choice(kind)

    def kind(self) -> str:
        """The kind of file that is wanted."""
        return self._kind.choice()

    def names(self) -> bool:
        """Whether people are named on paper."""
        return not self._names.isChecked()

    def is_ready(self) -> bool:
        """Whether Export can be pressed."""
        return self._export.isEnabled()


def _named(row: SessionRow) -> Text:
    """The day first, which tells runs of one gathering apart; the title as far as it goes."""
    began = datetime.fromtimestamp(row.began / 1000)
    title = row.title if len(row.title) <= LONGEST_TITLE else row.title[:LONGEST_TITLE - 2].rstrip() + " …"
    return say("{day}, {time} · {title}", day=day_words(began.date()), time=f"{began:%H:%M}", title=title)


def _day(began: int) -> date:
    return datetime.fromtimestamp(began / 1000).date()
