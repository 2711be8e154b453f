"""The bar over a running session: what is hosted, what time it is, when it ends, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.live.audience import clock_time
from app.live.forecast import Forecast, nearest_minute
from app.live.session import Session, is_guessed
from app.words import Words, say, say_n
from ui.panels.one_line import OneLine
from ui.theme import Theme
from ui.touch import target
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Runs
from ui.widgets.mark import Mark
from ui.widgets.paint import begin, box
from ui.widgets.surfaces import Ground

HEIGHT, HEIGHT_SMALL = 64, 56


class EndPill(QWidget):
    """When it ends. Ember only when the promised end no longer holds, and words first; then it offers `replan`."""

    replan = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._late = theme, words, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(target(42))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(9)
        self._glyph = GlyphLabel("clock", theme.ink2, 20)
        self._runs = Runs(())
        row.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._runs, 0, Qt.AlignmentFlag.AlignVCenter)
        self._replan = OutlineButton(words(say("Re-plan")), theme=theme, shape=SMALL)
        self._replan.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._replan.clicked.connect(self.replan)
        self._replan.hide()
        row.addWidget(self._replan, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_forecast(self, forecast: Forecast) -> None:
        """Say when it ends, and what was promised."""
        theme, words = self._theme, self._words
        before = self._runs.text()
        self._late = forecast.late_minutes > 0
        ends = clock_time(nearest_minute(forecast.ends))
        promised = clock_time(nearest_minute(forecast.promised))
        tail = say("as promised") if forecast.holds_exactly else say("promised {time}", time=promised)
        strong = theme.ink
        first = Role.BODY_BOLD if self._late else Role.BODY
        self._runs.show_pieces((
            (words(say("Ends")) + " ", first, strong), (ends, Role.BODY_BOLD, strong),
            (", " + words(tail), Role.BODY, strong)))
        self._glyph.show_glyph("clock", theme.ember if self._late else theme.ink2)
        self._replan.setVisible(self._late)
        self._row.setContentsMargins(14, 0, 6 if self._late else 14, 0)
        if self._runs.text() != before:
            self.setAccessibleName(self._runs.text())
            self.updateGeometry()
            self.update()

    def show_keys(self, keys: str) -> None:
        """Say in a tool tip which keys re-plan."""
        self._replan.setToolTip(keys)

    def text(self) -> str:
        """The sentence as it reads."""
        return self._runs.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet box, or an ember tint."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=10, fill=self._theme.ember_tint if self._late else None,
            line=None if self._late else self._theme.line)
        painter.end()


class LiveBar(Ground):
    """`left` when the host wants to look at other pages, `stood_back` to see the clock from four metres away."""

    left = Signal()
    stood_back = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, line=theme.line, lines="b", parent=parent)
        self._theme, self._words = theme, words
        self._title = OneLine("", Role.PANEL, theme.ink)
        self._who = OneLine("", Role.BODY, theme.ink2)
        self._now = Runs(())
        self._pill = EndPill(theme=theme, words=words)
        self._console = QuietButton(words(say("Console")), theme=theme, glyph="home", key="Ctrl L")
        self._console.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._console.clicked.connect(self.left)
        self._far = OutlineButton(words(say("Stand back")), theme=theme, glyph="far", key="S")
        self._far.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._far.clicked.connect(self.stood_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 18, 1)
        row.setSpacing(14)
        row.addWidget(Mark(theme=theme, px=36))
        row.addWidget(self._title)
        row.addWidget(self._who, 1)
        row.addWidget(self._now)
        row.addWidget(self._pill)
        row.addWidget(self._console)
        row.addWidget(self._far)
        self.show_small(small=False)

    def show_hints(self, key_of: Callable[[str], str]) -> None:
        """Say which keys press what now, by the id of the command."""
        self._far.show_key(key_of("far"))
        self._console.show_key(key_of("leave").replace("+", " "))

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say in tool tips which keys press what, by the id of the action."""
        self._pill.show_keys(keys.get("replan", ""))

    def show_small(self, *, small: bool) -> None:
        """Be as high as a small screen has room for."""
        self.setFixedHeight(HEIGHT_SMALL if small else HEIGHT)

    def show_session(self, session: Session) -> None:
        """Say what is hosted, for how many and where."""
        gathering = session.gathering
        self._title.show_text(gathering.title)
        here = self._words(say("about {n} people", n=session.people) if is_guessed(session) else
                           say_n("{n} person", "{n} people", session.people))
        self._who.show_text(" · ".join(part for part in (here, gathering.place) if part))

    def show_time(self, now: int, forecast: Forecast) -> None:
        """Say what time it is (epoch ms), and when it ends."""
        theme = self._theme
        self._now.show_pieces((
            (self._words(say("It is")) + " ", Role.LIVE_STEP, theme.ink2),
            (clock_time(now), Role.LIVE_STEP_BOLD, theme.ink)))
        self._pill.show_forecast(forecast)

    @property
    def pill(self) -> EndPill:
        """The pill that says when it ends."""
        return self._pill
