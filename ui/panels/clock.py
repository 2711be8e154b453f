"""The host's clock: large digits, three facts beside them, the bar and the minutes each voice has.

It shows a `Face` and counts nothing; whoever owns it says when to look again.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.live.face import Face
from app.words import Words
from ui.theme import Theme
from ui.type import Role, font, line_height
from ui.widgets.bar import TimeBar
from ui.widgets.labels import Paragraph, Runs
from ui.widgets.paint import begin

FACTS, BELOW = 3, 2


class Digits(QWidget):
    """The time in digits that do not jitter. Where there is no room they are smaller, never cut."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text, self._quiet, self._role = theme, "", False, Role.CLOCK
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_digits(self, text: str, *, quiet: bool) -> None:
        """Show `text`; `quiet` digits are in the second ink."""
        if (text, quiet) != (self._text, self._quiet):
            wider = len(text) != len(self._text)
            self._text, self._quiet = text, quiet
            self.setAccessibleName(text)
            if wider:
                self.updateGeometry()
            self.update()

    def show_role(self, role: Role) -> None:
        """Wear the large clock's font or the small one's."""
        if role != self._role:
            self._role = role
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """The digits and nothing beside them."""
        return QSize(ceil(self._width()), line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """They can be painted smaller."""
        return QSize(min(160, self.sizeHint().width()), line_height(self._role))

    def _width(self) -> float:
        return QFontMetricsF(font(self._role)).horizontalAdvance(self._text) - self._bearing()

    def _bearing(self) -> float:
        return QFontMetricsF(font(self._role)).leftBearing(self._text[0]) if self._text else 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The digits stand on one line, a little above the bar."""
        painter = begin(self)
        face = font(self._role)
        painter.setFont(face)
        painter.setPen(QColor(self._theme.ink2 if self._quiet else self._theme.ink))
        scale = min(1.0, self.width() / max(1.0, self._width()))
        painter.translate(0, self.height() - 10)
        painter.scale(scale, scale)
        painter.drawText(QPointF(-self._bearing(), 0), self._text)
        painter.end()


class ClockPanel(QWidget):
    """Digits, facts, bar, minutes per voice."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._low, self._forgot = theme, words, False, False
        self.digits = Digits(theme=theme)
        self.bar = TimeBar(theme.ink, theme=theme)
        self._facts = tuple(Runs(()) for _ in range(FACTS))
        self._line = Paragraph("", Role.CAPTION, theme.ink2)
        facts = QVBoxLayout()
        facts.setSpacing(4)
        facts.addStretch(1)
        for fact in self._facts:
            facts.addWidget(fact)
        facts.addSpacing(10)
        top = QHBoxLayout()
        top.setSpacing(28)
        top.addWidget(self.digits)
        top.addLayout(facts)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addSpacing(BELOW)
        column.addWidget(self._line)

    def show_role(self, role: Role) -> None:
        """Wear the large clock's digits, a small screen's, or those for hardly any height: then two facts do."""
        self._low = role is Role.CLOCK_LOW
        self.digits.show_role(role)
        self._facts[1].setVisible(not self._low)
        self._show_line()

    def high(self, role: Role, width: int) -> int:
        """Pixels it takes in `role` at `width`."""
        facts = FACTS - 1 if role is Role.CLOCK_LOW else FACTS
        beside = facts * (line_height(Role.LIVE_STEP) + 4) + 6
        told = bool(self._line.text()) and (role is not Role.CLOCK_LOW or self._forgot)
        line = self._line.heightForWidth(width) if told else 0
        return max(line_height(role), beside) + self.bar.minimumHeight() + BELOW + line

    def show_face(self, face: Face, family: str) -> None:
        """Show one look at the clock; the bar wears the family's colour."""
        theme, words = self._theme, self._words
        self.digits.show_digits(face.digits, quiet=face.quiet)
        for runs, (quiet, strong) in zip(self._facts, face.facts, strict=False):
            runs.show_pieces((
                (words(quiet) + (" " if strong else ""), Role.LIVE_STEP, theme.ink2),
                (strong, Role.LIVE_STEP_BOLD, theme.ink)))
        self.bar.show_time(face.used, ticks=face.ticks, hatched=face.hatched, colour=theme.family(family).strong)
        self._line.show_text(words(face.line) if face.line is not None else "")
        self._forgot = face.forgot
        self._line.show_role(Role.BODY_BOLD if face.forgot else Role.CAPTION)
        self._line.show_colour(theme.ink if face.forgot else theme.ink2)
        self._show_line()

    def _show_line(self) -> None:
        """Where there is hardly any height only what must be known is told."""
        self._line.setVisible(bool(self._line.text()) and (self._forgot or not self._low))

    def facts(self) -> tuple[str, ...]:
        """The facts as they read."""
        return tuple(runs.text() for runs in self._facts)

    def line(self) -> str:
        """The line under the bar, or ""."""
        return self._line.text()
