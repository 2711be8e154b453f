"""Where the plan ends against what was promised: one bar to scale, and one line of words under it.

Colour is never alone: steps carry their family's glyph, moving is a thin line, slack is hatched, too much is outline.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.agenda import Agenda
from app.design.names import short_span, weekday
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import draw_glyph, family_glyph
from ui.widgets.labels import Piece, Runs
from ui.widgets.paint import begin, box, hatch, text_width

BAR, TICK, GLYPH = 16, 4, 12
MOST_PARTS = 5
"""The day, the end, the slack, what is there if there is time, and the moving."""
Part = tuple[Piece, ...]
"""Words that stay on one line."""


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
    """The bar and its words: "Ends 20:24, promised 20:30" and "6 min slack · 9 min spent moving"."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._bar = MinuteBar(theme=theme)
        self._ends: tuple[Part, ...] = ()
        self._rest: tuple[Part, ...] = ()
        self._lines = [Runs(()) for _ in range(MOST_PARTS)]
        self._right = Runs(())
        first = QHBoxLayout()
        first.addWidget(self._lines[0])
        first.addStretch(1)
        first.addWidget(self._right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addSpacing(4)
        column.addLayout(first)
        for line in self._lines[1:]:
            column.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
        self._place()

    def show_agenda(self, agenda: Agenda, *, several: bool = False) -> None:
        """Show another plan, or one day of `several`."""
        self._bar.show_agenda(agenda)
        day = ((self._words(weekday(agenda.start.date())), Role.BODY, self._theme.ink),)
        self._ends = ((day,) if several else ()) + (self._ends_part(agenda),)
        self._rest = self._rest_parts(agenda)
        self.setAccessibleName(self.text())
        self.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All on one line where there is room, else as many as it takes."""
        self._place()

    def _place(self) -> None:
        apart = _wide(_joined(self._ends, self._theme)) + _wide(_joined(self._rest, self._theme)) + 16 <= self.width()
        lines = [self._ends] if apart else [*self._packed(self._ends), *self._packed(self._rest)]
        self._right.show_pieces(_joined(self._rest, self._theme) if apart else ())
        self._right.setVisible(apart)
        for place, line in enumerate(self._lines):
            line.show_pieces(_joined(lines[place], self._theme) if place < len(lines) else ())
            line.setVisible(place < len(lines))

    def _packed(self, parts: tuple[Part, ...]) -> list[tuple[Part, ...]]:
        """As many parts on each line as it has room for."""
        lines: list[tuple[Part, ...]] = []
        for part in parts:
            if lines and _wide(_joined((*lines[-1], part), self._theme)) <= self.width():
                lines[-1] = (*lines[-1], part)
            else:
                lines.append((part,))
        return lines

    def minimumSizeHint(self) -> QSize:
        """The widest part decides."""
        return QSize(max((_wide(part) for part in (*self._ends, *self._rest)), default=0),
                     super().minimumSizeHint().height())

    def text(self) -> str:
        """The words under the bar, as they read."""
        return ". ".join("".join(text for text, _, _ in _joined(parts, self._theme))
                         for parts in (self._ends, self._rest))

    def _ends_part(self, agenda: Agenda) -> Part:
        theme, words = self._theme, self._words
        promised = words(say("promised {time}", time=f"{agenda.at(agenda.promised):%H:%M}"))
        if not agenda.rows:
            return ((promised[:1].upper() + promised[1:], Role.BODY, theme.ink),)
        ends = words(say("Ends {time}", time=f"{agenda.at(agenda.total):%H:%M}"))
        return ((ends, Role.BODY_BOLD, theme.ink), (f", {promised}", Role.BODY, theme.ink))

    def _rest_parts(self, agenda: Agenda) -> tuple[Part, ...]:
        theme, words = self._theme, self._words
        if not agenda.rows:
            return (((words(say("{span} to fill", span=short_span(agenda.promised))), Role.BODY, theme.ink2),),)
        quiet = [say("without “if there is time”") if agenda.slack < 0 else
                 say("{span} if there is time", span=short_span(agenda.optional))] if agenda.optional else []
        first = say("{span} over", span=short_span(agenda.over)) if agenda.over else say("Fits") if agenda.slack < 0 \
            else say("{span} slack", span=short_span(agenda.slack)) if agenda.slack else say("No slack")
        quiet.append(say("{span} spent moving", span=short_span(agenda.moving)))
        return (((words(first), Role.BODY_BOLD, theme.ink),),
                *(((words(text), Role.BODY, theme.ink2),) for text in quiet))


def _joined(parts: tuple[Part, ...], theme: Theme) -> Part:
    """Side by side, with a point between."""
    pieces: list[Piece] = []
    for part in parts:
        pieces += [(" · ", Role.BODY, theme.ink2)] if pieces else []
        pieces += part
    return tuple(pieces)


def _wide(part: Part) -> int:
    return ceil(sum(text_width(text, role) for text, role, _ in part))
