"""Where the plan ends against what was promised: one bar to scale, and one line of words under it.

Colour is never alone: steps carry their family's glyph, moving is a thin line, slack is hatched, too much is outline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.agenda import Agenda
from app.design.names import weekday
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import draw_glyph, family_glyph
from ui.widgets.labels import Piece, Runs
from ui.widgets.paint import begin, box, hatch

BAR, TICK, GLYPH = 16, 4, 12


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the bar in minutes of the plan, nights left out; `family` is None for ordinary business. `moving` has
    no step, and what is `free` waits for a fixed start.
    """

    begins: int
    ends: int
    family: str | None = None
    moving: bool = False
    free: bool = False
    optional: bool = False


def stretches(agenda: Agenda) -> tuple[Stretch, ...]:
    """Steps and moves of an agenda, in order."""
    parts: list[Stretch] = []
    for row in agenda.rows:
        starts, ends = row.starts - row.nights, row.ends - row.nights
        if row.free > 0:
            parts.append(Stretch(starts - row.moving - row.free, starts - row.moving, free=True))
        if row.moving:
            parts.append(Stretch(starts - row.moving, starts, moving=True))
        family = row.step.family.value if row.step.family is not None else None
        parts.append(Stretch(starts, ends, family, optional=row.step.optional))
    return tuple(parts)


class MinuteBar(QWidget):
    """The bar alone. With `small` it has no glyphs and no tick: a gathering's signature on a card."""

    def __init__(self, *, theme: Theme, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._small = theme, small
        self._parts: tuple[Stretch, ...] = ()
        self._promised = self._total = 0
        self.setFixedHeight(12 if small else BAR + 2 * TICK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_agenda(self, agenda: Agenda) -> None:
        """Show another plan."""
        self._parts, self._promised, self._total = stretches(agenda), agenda.promised, agenda.total
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, parts, slack, what is too much, tick."""
        theme = self._theme
        whole = max(1, self._promised, self._total)
        per_minute = self.width() / (whole if self._small else max(whole, self._promised * 1.02))
        bar = QRectF(0, 0 if self._small else TICK, self.width(), 12 if self._small else BAR)
        painter = begin(self)
        round_ends = QPainterPath()
        round_ends.addRoundedRect(bar, 6, 6)
        painter.fillPath(round_ends, QColor(theme.sunken))
        painter.save()
        painter.setClipPath(round_ends)
        for part in self._parts:
            left = part.begins * per_minute
            rect = QRectF(left, bar.top(), part.ends * per_minute - left, bar.height())
            self._paint_part(painter, part, rect)
        painter.restore()
        tick = self._promised * per_minute
        if self._total < self._promised:
            left = self._total * per_minute + 1
            hatch(painter, QRectF(left, bar.top() + 1, tick - left, bar.height() - 2), theme.ink3, radius=0, gap=5)
        if not self._small:
            painter.fillRect(QRectF(round(min(tick, self.width() - 2)), 0, 2, self.height()), QColor(theme.ink))
        painter.end()

    def _paint_part(self, painter: QPainter, part: Stretch, rect: QRectF) -> None:
        theme, gap = self._theme, 2.0
        promised = rect.left() + (self._promised - part.begins) * rect.width() / max(1, part.ends - part.begins)
        inner = rect.adjusted(0, 0, -min(gap, rect.width() / 2), 0)
        if part.moving:
            painter.fillRect(QRectF(inner.left(), inner.center().y() - 2, inner.width(), 4), QColor(theme.line2))
            return
        if part.free:
            hatch(painter, inner.adjusted(0, 1, 0, -1), theme.ink3, radius=0, gap=5)
            return
        plain = theme.family(part.family).strong == theme.ink
        colour = theme.line2 if plain else theme.family(part.family).strong
        kept = QRectF(inner)
        kept.setRight(max(inner.left(), min(inner.right(), promised)))
        if part.optional:
            box(painter, kept.adjusted(0.75, 0.75, -0.75, -0.75), radius=0, fill=theme.surface, line=colour, width=1.5)
        else:
            painter.fillRect(kept, QColor(colour))
        if kept.right() < inner.right():
            over = QRectF(kept.right(), inner.top(), inner.right() - kept.right(), inner.height())
            box(painter, over, radius=0, fill=theme.surface, line=theme.ink, width=1.5)
        if not self._small and kept.width() >= GLYPH + 6:
            mark = theme.ink if plain else colour if part.optional else theme.surface
            draw_glyph(painter, family_glyph(None if plain else part.family), mark,
                       QRectF(round(kept.center().x() - GLYPH / 2), round(kept.center().y() - GLYPH / 2), GLYPH, GLYPH))


class EndBar(QWidget):
    """The bar and its words: "Ends 20:24, promised 20:30" and "6 min slack, 9 spent moving"."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._bar = MinuteBar(theme=theme)
        self._ends, self._rest = Runs(()), Runs(())
        self._below = QGridLayout()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(0)
        self._below.addWidget(self._ends, 0, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addLayout(self._below)
        self._place()

    def show_agenda(self, agenda: Agenda, *, several: bool = False) -> None:
        """Show another plan, or one day of `several`."""
        self._bar.show_agenda(agenda)
        day = (self._words(weekday(agenda.start.date())) + " · ", Role.BODY, self._theme.ink)
        self._ends.show_pieces(((day,) if several else ()) + tuple(self._ends_pieces(agenda)))
        self._rest.show_pieces(self._rest_pieces(agenda))
        self.setAccessibleName(self.text())
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both on one line where there is room, else one under the other."""
        self._place()

    def _place(self) -> None:
        apart = self._ends.sizeHint().width() + self._rest.sizeHint().width() + 16 <= self.width()
        self._below.removeWidget(self._rest)
        if apart:
            self._below.addWidget(self._rest, 0, 1, Qt.AlignmentFlag.AlignRight)
        else:
            self._below.addWidget(self._rest, 1, 0, Qt.AlignmentFlag.AlignLeft)

    def minimumSizeHint(self) -> QSize:
        """The wider line decides."""
        wide = max(self._ends.sizeHint().width(), self._rest.sizeHint().width())
        return QSize(wide, super().minimumSizeHint().height())

    def text(self) -> str:
        """The words under the bar, as they read."""
        return f"{self._ends.text()}. {self._rest.text()}"

    def _ends_pieces(self, agenda: Agenda) -> Sequence[Piece]:
        theme, words = self._theme, self._words
        promised = words(say("promised {time}", time=f"{agenda.at(agenda.promised):%H:%M}"))
        if not agenda.rows:
            return ((promised[:1].upper() + promised[1:], Role.BODY, theme.ink),)
        ends = words(say("Ends {time}", time=f"{agenda.at(agenda.total):%H:%M}"))
        return ((ends, Role.BODY_BOLD, theme.ink), (f", {promised}", Role.BODY, theme.ink))

    def _rest_pieces(self, agenda: Agenda) -> Sequence[Piece]:
        theme, words = self._theme, self._words
        if not agenda.rows:
            return ((words(say("{n} min to fill", n=agenda.promised)), Role.BODY, theme.ink2),)
        if agenda.slack < 0 and agenda.least <= agenda.promised:
            first = say("Fits without “if there is time”")
        elif agenda.slack < 0:
            first = say("{n} min over", n=-agenda.slack)
        elif agenda.slack:
            first = say("{n} min slack", n=agenda.slack)
        else:
            first = say("No slack")
        moving = words(say("{n} spent moving", n=agenda.moving))
        apart = words(say("{n} if there is time", n=agenda.optional)) if agenda.optional else ""
        rest = " · ".join(part for part in (apart, moving) if part)
        return ((words(first), Role.BODY_BOLD, theme.ink), (f" · {rest}", Role.BODY, theme.ink2))
