"""The beats of a step side by side, each with what it takes, and the rows of its other wordings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.library.names import beat_name
from app.library.protocol import Beat, Step, beats_of, round_minutes
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.focus import FocusRing
from ui.widgets.labels import Paragraph
from ui.widgets.paint import begin, box, line_of_text, text_width


def beat_lines(step: Step, moving: int) -> tuple[tuple[Text, Text], ...]:
    """Each beat's name and what it takes. `moving` minutes go into gathering."""
    frame = step.minutes - round_minutes(step)
    takes = {
        Beat.GATHER: say("{n} min", n=moving) if moving else say("they sit already"),
        Beat.FRAME: say("{n} min, clock rests", n=frame) if frame else say("clock rests"),
        Beat.ROUND: say("{n} min", n=round_minutes(step)),
        Beat.CALL_BACK: say("a bell"),
    }
    return tuple((beat_name(beat), takes[beat]) for beat in beats_of(step))


class BeatColumns(QWidget):
    """Columns with a hairline at their left: the name, and below it what the beat takes."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._lines: tuple[tuple[str, str], ...] = ()
        self.setFixedHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, moving: int) -> None:
        """Show the beats of `step`, which `moving` minutes precede."""
        self._lines = tuple((self._words(name), self._words(takes)) for name, takes in beat_lines(step, moving))
        self.setAccessibleName(", ".join(f"{name}: {takes}" for name, takes in self._lines))
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        return [max(text_width(name, Role.LABEL), text_width(takes, Role.CAPTION)) + 24 for name, takes in self._lines]

    def minimumSizeHint(self) -> QSize:
        """Nothing is cut."""
        return QSize(round(sum(self._widths())), 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The columns, sharing what room is left."""
        theme, widths = self._theme, self._widths()
        spare = max(0.0, self.width() - sum(widths)) / max(1, len(widths))
        painter, x = begin(self), 0.0
        for (name, takes), width in zip(self._lines, widths, strict=True):
            painter.fillRect(QRectF(round(x), 0, 1, self.height()), QColor(theme.line))
            line_of_text(painter, QRectF(x + 11, 0, width, 20), name, Role.LABEL, theme.ink)
            line_of_text(painter, QRectF(x + 11, 20, width, 20), takes, Role.CAPTION, theme.ink2)
            x += width + spare
        painter.end()


class Wordings(QWidget):
    """Other ways to ask, each a row that can be pressed. `chosen` brings the words."""

    chosen = Signal(str)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[str, ...] = ()

    def show_wordings(self, wordings: Sequence[str]) -> None:
        """Offer these."""
        if tuple(wordings) == self._shown:
            return
        self._shown = tuple(wordings)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for wording in self._shown:
            row = _Wording(wording, theme=self._theme)
            row.clicked.connect(lambda checked=False, text=wording: self.chosen.emit(text))
            self._column.addWidget(row)


class _Wording(QPushButton):
    """One other wording, on as many lines as it needs."""

    def __init__(self, wording: str, *, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(wording)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = Paragraph(wording, Role.BLOCK_QUESTION, theme.ink, parent=self)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 7, 14, 7)
        column.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        FocusRing(self, theme=theme, radius=8)

    def heightForWidth(self, width: int) -> int:
        """The words and their air."""
        return self._words.heightForWidth(width - 28) + 14

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def sizeHint(self) -> QSize:
        """One line if there is room."""
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(120, 35)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A quiet box."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=8, line=self._theme.line,
            fill=self._theme.hover if self.underMouse() else self._theme.surface)
        painter.end()
