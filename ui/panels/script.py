"""What to say, and what to watch for. The host reads it at arm's length while people settle."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.live.script import Script
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import begin
from ui.widgets.scroll import Scroll

BAR, INDENT = 3, 15
GAP, BETWEEN = 9, 30


class _Watched(QWidget):
    """One thing to watch for, behind a quiet bar."""

    def __init__(self, text: str, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(INDENT, 0, 0, 0)
        row.addWidget(Paragraph(text, Role.BODY, theme.ink2))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = begin(self)
        painter.fillRect(QRectF(0, 0, BAR, self.height()), QColor(self._theme.line))
        painter.end()


class ScriptPanel(QWidget):
    """Say | Watch for. `big` says that the host speaks now and reads from afar."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._script: tuple[Script, bool] | None = None
        self._lines: list[Paragraph] = []
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BETWEEN)
        self._say, self._watch = QVBoxLayout(), QVBoxLayout()
        self._say_head = label(words(say("Say")), Role.LABEL, theme.ink2)
        self._watch_head = label(words(say("Watch for")), Role.LABEL, theme.ink2)
        for column, head in ((self._say, self._say_head), (self._watch, self._watch_head)):
            column.setSpacing(0)
            column.addWidget(head)
            column.addSpacing(8)
        row.addLayout(self._say, 2)
        row.addLayout(self._watch, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inside, name=words(say("Say and watch for"))))

    def show_script(self, script: Script, *, big: bool) -> None:
        """Show other lines."""
        if (script, big) == self._script:
            return
        self._script = (script, big)
        self._lines = [Paragraph(line, Role.SAY, self._theme.ink) for line in script.say]
        self._fill(self._say, self._lines, GAP)
        watched: list[QWidget] = [_Watched(line, theme=self._theme) for line in script.watch]
        where, changes = script.elsewhere
        if changes:
            watched += [label(where, Role.LABEL, self._theme.ink2), _Watched(changes, theme=self._theme)]
        self._fill(self._watch, watched, 10)
        self._say_head.setVisible(bool(script.say))
        self._watch_head.setVisible(bool(script.watch))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large lines may not fit any more, or fit again."""
        self._fit()

    def _fit(self) -> None:
        """Large where that is wished and nothing has to be scrolled for it."""
        wide = (self.width() - BETWEEN) * 2 // 3
        role = Role.SAY_BIG if self._script is not None and self._script[1] else Role.SAY
        for size in (role, Role.SAY):
            for line in self._lines:
                line.show_role(size)
            needed = 26 + sum(line.heightForWidth(wide) + GAP for line in self._lines)
            if needed <= self.height():
                return

    def lines(self) -> tuple[str, ...]:
        """What to say, as it reads."""
        return self._script[0].say if self._script else ()

    @staticmethod
    def _fill(column: QVBoxLayout, widgets: Sequence[QWidget], gap: int) -> None:
        while column.count() > 2:
            item = column.takeAt(2)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for widget in widgets:
            column.addWidget(widget)
            column.addSpacing(gap)
        column.addStretch(1)
