"""The steps of a running session in one column: done, live, next and later, with their times and the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.audience import clock_time
from app.live.forecast import Forecast, nearest_minute
from app.live.session import Session, with_left_out
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.glyph import GlyphLabel, family_glyph, form_glyph
from ui.widgets.labels import Paragraph, Runs, label
from ui.widgets.rules import Rule
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground, Sheet

DONE, LIVE, NEXT, LATER, LEFT_OUT = "done", "live", "next", "later", "left out"


_SAID = {NEXT: say("next"), LEFT_OUT: say("left out")}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as the column shows it: `state` is done, live, next, later or left out."""

    step_id: str
    title: str
    time: str
    minutes: int
    family: str
    form: str
    state: str


def step_lines(session: Session, forecast: Forecast) -> tuple[StepLine, ...]:
    """The session's steps with the times they began at, or are expected to."""
    live = session.gathering.index(session.step_id) if session.step is not None else -1
    starts = {step.step_id: step for step in forecast.steps}
    lines = []
    place = -1
    for step, left_out in with_left_out(session):
        place += not left_out
        state = LEFT_OUT if left_out else DONE if place < live else LIVE if place == live else \
            NEXT if place == live + 1 else LATER
        expected = starts.get(step.id)
        time = "" if expected is None else clock_time(
            expected.starts if expected.reached else nearest_minute(expected.starts))
        lines.append(StepLine(step.id, step.title, time, step.minutes, step.family or "", step.form, state))
    return tuple(lines)


class StepRow(QWidget):
    """One step: glyph, time and minutes, title, the dots of its form."""

    def __init__(self, line: StepLine, *, theme: Theme, words: Words, small: bool) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        live, done = line.state == LIVE, line.state == DONE
        colours = theme.family(line.family)
        self._caption = Runs(()) if live else Paragraph("", Role.CAPTION, theme.ink2)
        role = Role.LIVE_BUTTON if live else Role.LIVE_STEP_BOLD if line.state == NEXT else Role.LIVE_STEP
        gone = line.state == LEFT_OUT
        title = Paragraph(line.title, role, theme.ink2 if done or gone else theme.ink)
        text = QVBoxLayout()
        text.setSpacing(5 if live else 1)
        text.addWidget(self._caption)
        text.addWidget(title)
        dots = GlyphLabel(form_glyph(line.form), colours.strong if live else theme.ink3, 20)
        row = QHBoxLayout(self)
        pad = 7 if small else 10
        row.setSpacing(10)
        if live:
            self._sheet = Sheet(fill=colours.tint, bar=colours.strong, parent=self)
            self._sheet.lower()
            row.setContentsMargins(18, pad + 2, 11, pad + 4)
        else:
            glyph = "check" if done else family_glyph(line.family)
            colour = theme.ink3 if done or gone or not line.family else colours.strong
            row.setContentsMargins(4, pad, 11, pad)
            row.addWidget(GlyphLabel(glyph, colour, 20))
        row.addLayout(text, 1)
        row.addWidget(dots, 0, Qt.AlignmentFlag.AlignTop if live else Qt.AlignmentFlag.AlignVCenter)
        self._live = live
        self.show_line(line)

    def show_line(self, line: StepLine) -> None:
        """Show other times for the same step."""
        theme = self._theme
        rest = self._words(say("{n} min", n=line.minutes))
        if isinstance(self._caption, Runs):
            self._caption.show_pieces(((line.time + "   ", Role.LABEL, theme.ink), (rest, Role.CAPTION, theme.ink2)))
        else:
            parts = [part for part in (line.time, rest) if part] if line.state != LEFT_OUT else []
            parts += [self._words(_SAID[line.state])] if line.state in _SAID else []
            self._caption.show_text(" · ".join(parts))
        self.setAccessibleName(f"{self._caption.text()} {line.title}")

    def resizeEvent(self, event: object) -> None:
        """The tint lies under everything."""
        if self._live:
            self._sheet.setGeometry(self.rect())


class StepsColumn(Ground):
    """All steps and the end. `ended` when the host wants to end before the last beat, `undone` to undo."""

    ended = Signal()
    undone = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, line=theme.line, lines="r", parent=parent)
        self._theme, self._words, self._small = theme, words, False
        self._shown: tuple[StepLine, ...] = ()
        self._rows: list[StepRow] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(18, 12, 16, 16)
        self._column.setSpacing(0)
        self._scroll = Scroll(inside, name=words(say("Steps")))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 1, 0)
        outer.addWidget(self._scroll)
        self._glyph = GlyphLabel("clock", theme.ink2, 20)
        self._ends = label("", Role.LIVE_STEP_BOLD, theme.ink)
        self._promise = label("", Role.CAPTION, theme.ink2)
        self._early = QuietButton(words(say("End early")), theme=theme, shape=SMALL)
        self._early.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._early.clicked.connect(self.ended)
        self._undo = QuietButton(words(say("Undo")), theme=theme, glyph="undo", shape=SMALL,
                                 name=words(say("Undo what you just did")))
        self._undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._undo.clicked.connect(self.undone)
        self._end = self._end_row()

    def show_small(self, *, small: bool) -> None:
        """Sit closer on a small screen."""
        if small != self._small:
            self._small = small
            self._build(self._shown)

    def show_steps(self, session: Session, forecast: Forecast) -> None:
        """Show where the session is and when the rest is expected."""
        lines = step_lines(session, forecast)
        if lines != self._shown:
            same = [(a.step_id, a.state, a.title, a.form) for a in lines] == [
                (b.step_id, b.state, b.title, b.form) for b in self._shown]
            self._shown = lines
            if same:
                for row, line in zip(self._rows, lines, strict=True):
                    row.show_line(line)
            else:
                self._build(lines)
        late = forecast.late_minutes > 0
        self._ends.show_text(self._words(say("Ends {time}", time=clock_time(nearest_minute(forecast.ends)))))
        promised = clock_time(nearest_minute(forecast.promised))
        self._promise.show_text(self._words(
            say("as promised") if forecast.holds_exactly else say("promised {time}", time=promised)))
        self._glyph.show_glyph("clock", self._theme.ember if late else self._theme.ink2)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say in tool tips which keys press what, by the id of the action."""
        self._early.setToolTip(keys.get("finish", ""))
        self._undo.setToolTip(keys.get("undo", ""))

    def show_undo(self, *, can: bool) -> None:
        """Whether there is anything to undo."""
        self._undo.setEnabled(can)

    def _end_row(self) -> QWidget:
        end = QWidget()
        column = QVBoxLayout(end)
        column.setContentsMargins(4, 14, 0, 8)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.setSpacing(10)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._ends)
        text.addWidget(self._promise)
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(text, 1)
        column.addLayout(row)
        buttons = QWidget()
        early = FlowLayout(buttons, gap=6, row_gap=2)
        early.setContentsMargins(18, 0, 0, 0)
        early.addWidget(self._early)
        early.addWidget(self._undo)
        column.addWidget(buttons)
        return end

    def _build(self, lines: tuple[StepLine, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._end:
                widget.hide()
                widget.deleteLater()
        self._rows = [StepRow(line, theme=self._theme, words=self._words, small=self._small) for line in lines]
        for place, (line, row) in enumerate(zip(lines, self._rows, strict=True)):
            self._column.addWidget(row)
            following = lines[place + 1].state if place + 1 < len(lines) else ""
            if LIVE in (line.state, following):
                self._column.addSpacing(6)
            else:
                self._column.addWidget(Rule(self._theme.line))
        self._column.addWidget(self._end)
        self._column.addStretch(1)
        self._column.activate()
        self._reveal()

    def showEvent(self, event: object) -> None:
        """The live step is in sight."""
        self._reveal()

    def resizeEvent(self, event: object) -> None:
        """The live step stays in sight."""
        self._reveal()

    def _reveal(self) -> None:
        live = next((row for line, row in zip(self._shown, self._rows, strict=False) if line.state == LIVE), None)
        if live is not None:
            self._scroll.reveal(live)
