"""A gathering at a glance: its title and facts, its bar, its steps by the clock, and what can be done with it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.agenda import Agenda, Row, agenda
from app.design.gathering import Gathering
from app.design.names import minutes_words, people_words, when_words
from app.words import Text, Words, say
from ui.commands import native
from ui.panels.end_bar import MinuteBar
from ui.panels.one_line import OneLine
from ui.theme import Theme
from ui.type import Role, font, grown
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.glyph import draw_glyph, family_glyph, form_glyph
from ui.widgets.paint import begin, box, line_of_text, text_width
from ui.widgets.surfaces import Card, Sheet

MOST_ROWS = 9
"""Steps told on the card; a longer plan says how many more there are."""
ROW, IN_LIST = 32, 60
"""Heights in pixels: of a step on the card, and of a gathering in the list."""


def title_of(gathering: Gathering) -> Text | str:
    """Its title, or what a gathering without one is called."""
    return gathering.title or say("Without a name yet")


def asked_to_forget(title: Text | str) -> Text:
    """The one sentence before a gathering is forgotten."""
    return say("Forget “{title}” with its people and every note, here and in all backups? Nothing can bring it back.",
               title=title)


class GatheringCard(Sheet):
    """The chosen gathering. Each signal brings its id."""

    open = Signal(str)
    host = Signal(str)
    rehearse = Signal(str)
    duplicate = Signal(str)
    remove = Signal(str)
    ready = Signal(str)
    forget = Signal(str)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.line, parent=parent)
        self._theme, self._words = theme, words
        self._id = ""
        self._title = OneLine("", Role.PANEL, theme.ink)
        self._facts = OneLine("", Role.BODY, theme.ink2)
        self._sample = _Tag(words(say("Sample")), theme=theme)
        self._minutes = MinuteBar(theme=theme, small=True)
        self._steps = _StepLines(theme=theme, words=words)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(2)
        opened, ready, tried, double, away, forget = self._buttons()
        top = QHBoxLayout()
        top.setSpacing(10)
        for part in (self._title, self._sample):
            top.addWidget(part)
        top.addStretch(1)
        for button in (opened, self._host):
            top.addWidget(button)
        column.addLayout(top)
        column.addWidget(self._facts)
        column.addSpacing(12)
        column.addWidget(self._minutes)
        column.addSpacing(6)
        column.addWidget(self._steps)
        column.addSpacing(6)
        below = QWidget()
        flow = FlowLayout(below, gap=6, row_gap=2)   # larger words need a second row
        for button in (ready, tried, double, away, forget):
            flow.addWidget(button)
        column.addWidget(below)

    def show_gathering(self, gathering: Gathering, now: datetime) -> None:
        """Show this one."""
        words, plan = self._words, agenda(gathering)
        self._id = gathering.id
        self._title.show_text(words(title_of(gathering)))
        facts = [words(when_words(gathering.starts, now)), words(minutes_words(gathering.minutes)),
                 words(people_words(gathering.people, about=gathering.about))]
        self._facts.show_text(" · ".join([*facts, gathering.place] if gathering.place else facts))
        self._sample.setVisible(gathering.sample)
        self._minutes.show_agenda(plan)
        self._minutes.setVisible(bool(plan.rows))
        self._steps.show_agenda(plan)
        for button in (self._tried, self._host):
            button.setEnabled(bool(plan.rows))

    def _buttons(self) -> tuple[QWidget, ...]:
        theme, words = self._theme, self._words
        opened = OutlineButton(words(say("Open")), theme=theme, glyph="edit")
        self._tried = QuietButton(words(say("Rehearse")), theme=theme, glyph="practice", shape=SMALL)
        self._tried.setToolTip(native("Ctrl+R"))
        self._host = OutlineButton(words(say("Host it")), theme=theme, glyph="play")
        ready = QuietButton(words(say("Get ready")), theme=theme, glyph="check", key=native("Ctrl+O"),
                            shape=SMALL)
        double = QuietButton(words(say("Duplicate")), theme=theme, glyph="copy", shape=SMALL)
        away = QuietButton(words(say("Remove")), theme=theme, glyph="trash", shape=SMALL)
        gone = QuietButton(words(say("Forget …")), theme=theme, glyph="close", shape=SMALL)
        gone.setToolTip(words(say("With every note of it, and from every backup")))
        for button, signal in ((opened, self.open), (self._tried, self.rehearse), (self._host, self.host),
                               (ready, self.ready), (double, self.duplicate), (away, self.remove),
                               (gone, self.forget)):
            button.clicked.connect(lambda checked=False, s=signal: s.emit(self._id))
        return opened, ready, self._tried, double, away, gone


class _Tag(QWidget):
    """A word in a thin pill."""

    def __init__(self, text: str, *, theme: Theme) -> None:
        super().__init__()
        self._text, self._theme = text, theme
        self.setFixedSize(round(text_width(text, Role.CAPTION)) + 24, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill and word."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=14, line=self._theme.line2)
        line_of_text(painter, QRectF(self.rect()), self._text, Role.CAPTION, self._theme.ink2,
                     Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _StepLines(QWidget):
    """Steps by the clock: time, glyph, title, minutes, form."""

    def __init__(self, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self._plan: Agenda | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, plan: Agenda) -> None:
        """Show these steps."""
        self._plan = plan
        shown = min(len(plan.rows), MOST_ROWS) + (len(plan.rows) > MOST_ROWS)
        self.setFixedHeight(max(1, shown) * ROW)
        self.setAccessibleName(", ".join(f"{plan.at(row.starts):%H:%M} {row.step.title}" for row in plan.rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """One line a step."""
        plan, theme = self._plan, self._theme
        if plan is None:
            return
        painter = begin(self)
        for number, row in enumerate(plan.rows[:MOST_ROWS]):
            top = number * ROW
            line_of_text(painter, QRectF(0, top, 50, ROW), f"{plan.at(row.starts):%H:%M}", Role.BODY, theme.ink2)
            self._paint_step(painter, row, top)
        more = len(plan.rows) - MOST_ROWS
        if more > 0 or not plan.rows:
            text = say("and {n} more", n=more) if more > 0 else say("An empty page, so far.")
            left = grown(56) + 32 if more > 0 else 0
            line_of_text(painter, QRectF(left, min(len(plan.rows), MOST_ROWS) * ROW, 300, ROW), self._words(text),
                         Role.BODY, theme.ink2)
        painter.end()

    def _paint_step(self, painter: QPainter, row: Row, top: int) -> None:
        theme, step = self._theme, row.step
        family = step.family.value if step.family is not None else None
        draw_glyph(painter, family_glyph(family), theme.family(family).strong, QRectF(grown(56), top + 6, 20, 20))
        minutes = self._words(say("{n} min", n=step.minutes))
        width = text_width(minutes, Role.BODY)
        right = self.width() - 20
        draw_glyph(painter, form_glyph(step.form), theme.ink, QRectF(right, top + 6, 20, 20))
        line_of_text(painter, QRectF(right - 14 - width, top, width, ROW), minutes, Role.BODY, theme.ink2)
        title = QFontMetricsF(font(Role.BODY)).elidedText(step.title, Qt.TextElideMode.ElideRight,
                                                          right - 28 - width - grown(56) - 32)
        line_of_text(painter, QRectF(grown(56) + 32, top, 10, ROW), title, Role.BODY, theme.ink)


class GatheringRow(Card):
    """A gathering in the list: title, when and how many, and the glyphs of its conversations.

    `walked` brings -1 or 1 for Up or Down; `removed` when Delete is pressed.
    """

    walked = Signal(int)
    removed = Signal()

    def __init__(self, gathering: Gathering, now: datetime, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        self.gathering_id = gathering.id
        self._title_text = words(title_of(gathering))
        self._when = words(say("{when} · {people}", when=when_words(gathering.starts, now),
                               people=people_words(gathering.people, about=gathering.about)))
        super().__init__(theme=theme, name=f"{self._title_text}, {self._when}", parent=parent)
        self._families = _families(gathering)
        self.setFixedHeight(grown(IN_LIST))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, grown(IN_LIST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk the list, which would else scroll; Delete removes."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by:
            self.walked.emit(by)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A hairline below; the ink line when chosen."""
        theme = self._theme
        painter = begin(self)
        if self.is_selected():
            box(painter, QRectF(self.rect()), radius=10, fill=theme.surface, line=theme.ink, width=2)
        else:
            if self.underMouse():
                box(painter, QRectF(self.rect()), radius=10, fill=theme.hover)
            painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(theme.line))
        x = self.width() - 14.0
        for family in reversed(self._families):
            x -= 22
            draw_glyph(painter, family_glyph(family), theme.family(family).strong,
                       QRectF(x, round(self.height() / 2) - 10, 20, 20))
            x -= 8
        for text, role, top, colour in ((self._title_text, Role.BODY_BOLD, 9, theme.ink),
                                        (self._when, Role.CAPTION, 31, theme.ink2)):
            shown = QFontMetricsF(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, x - 24)
            line_of_text(painter, QRectF(14, grown(top), x - 24, grown(20)), shown, role, colour)
        painter.end()


def _families(gathering: Gathering) -> tuple[str, ...]:
    """The conversations of a plan in their order, neighbours once, seven at most."""
    found: list[str] = []
    for step in gathering.steps:
        if step.family is not None and step.family.value != "part" and step.family.value not in found[-1:]:
            found.append(step.family.value)
    return tuple(found[:7])
