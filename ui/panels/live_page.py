"""The parts of a running session laid out: bar, steps, now, wall, harvest strip. It places, it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.live.replan import MOST
from app.words import Words
from ui.key_choice import hint
from ui.panels.away_card import AwayCard
from ui.panels.harvest_box import HarvestStrip
from ui.panels.keys_list import KeysList
from ui.panels.live_bar import LiveBar
from ui.panels.now_column import PAD, PAD_SMALL, NowColumn
from ui.panels.rehearsal_card import RehearsalCard
from ui.panels.replan import ReplanPanel
from ui.panels.steps import StepsColumn
from ui.panels.wall_column import PAD as WALL_PAD
from ui.panels.wall_column import WallColumn
from ui.theme import Theme, WallTheme
from ui.type import USUAL, text_size

STEPS, STEPS_SMALL, WIDER = 272, 256, 60
"""Pixels; how many more for words of twice the size."""
WALL_SHARE, WALL_LEAST, WALL_MOST = 0.3417, 486, 660
NOW_LEAST = 624
SMALL_WIDTH, SMALL_HEIGHT = 1400, 840
LEAST = (1096, 560)


class LivePage(QWidget):
    """Bar over steps, now and wall, and the harvest strip under the last two."""

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = LiveBar(theme=theme, words=words)
        self.away = AwayCard(theme=theme, words=words)
        self.rehearsal = RehearsalCard(theme=theme, words=words)
        self.steps = StepsColumn(theme=theme, words=words)
        self.now = NowColumn(theme=theme, words=words)
        self.wall = WallColumn(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self.keys = KeysList(theme=theme, words=words)
        self.replan = ReplanPanel(theme=theme, words=words, most=MOST)
        for beside in (self.keys, self.replan):
            beside.hide()
        self.strip = HarvestStrip(theme=theme, words=words)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.now, 1)
        columns.addWidget(self.wall)
        columns.addWidget(self.keys)
        columns.addWidget(self.replan)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(columns, 1)
        right.addWidget(self.strip)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.steps)
        below.addLayout(right, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.bar)
        page.addWidget(self.rehearsal)
        page.addWidget(self.away)
        page.addLayout(below, 1)
        self._small = False
        self._first: Mapping[str, str] = {}
        self.setMinimumSize(*LEAST)

    def show_names_of_keys(self, keys: Mapping[str, str], first: Mapping[str, str]) -> None:
        """Say in tool tips and on buttons which keys press what, by the id of the command: all of them, the first."""
        self._first = first
        for told in (self.bar, self.steps, self.now.row, self.wall):
            told.show_keys(keys)
        self.strip.show_keys(first)
        self.keys.show_key(first.get("keys", ""))
        self.show_awake(awake=self.strip.is_awake())

    def hint(self, command: str) -> str:
        """The key of a command as it is told now."""
        return hint(self._first, command, free=not self.strip.is_awake())

    def show_awake(self, *, awake: bool) -> None:
        """Open the harvest strip or let it sleep; on a small screen the wall column makes room."""
        self.strip.show_awake(awake=awake)
        for part in (self.bar, self.rehearsal, self.away, self.replan, self.now.topics):
            part.show_hints(self.hint)
        self.wall.show_close(close=self._small and self.strip.is_awake())

    def show_beside(self, panel: QWidget | None) -> None:
        """Show `keys` or `replan` where the wall column is; None shows the wall again."""
        self.wall.setVisible(panel is None)
        for beside in (self.keys, self.replan):
            beside.setVisible(beside is panel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: the wall column grows with the screen, the now column takes what is left."""
        width, height = self.width(), self.height()
        self._small = width < SMALL_WIDTH or height < SMALL_HEIGHT
        steps = (STEPS_SMALL if self._small else STEPS) + WIDER * (text_size() - USUAL) // USUAL
        wall = min(WALL_MOST, max(WALL_LEAST, round(width * WALL_SHARE)))
        wall = max(360, min(wall, width - steps - NOW_LEAST))
        if height < SMALL_HEIGHT:
            wall = min(wall, WALL_LEAST)
        for part in (self.bar, self.away, self.steps, self.now, self.wall, self.strip):
            part.show_small(small=self._small)
        self.steps.setFixedWidth(steps)
        self.wall.setFixedWidth(wall)
        for beside in (self.keys, self.replan):
            beside.setFixedWidth(wall)
        self.strip.show_columns(now=width - steps - wall, pad=PAD_SMALL if self._small else PAD, right=WALL_PAD)
        self.show_awake(awake=self.strip.is_awake())
