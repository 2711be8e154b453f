"""Words that are only read: one line, or a paragraph whose lines stand at the pitch the design gives.

Qt's own spacing for Literata is 1.48 and cannot be lowered in a label, so lines are placed here.
Everything is plain text: what a person typed is never markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.type import Role, font, line_height
from ui.widgets.paint import begin

WIDEST = 16_777_215.0
KEPT = 4
"""Widths whose lines are remembered."""
MEASURED = 64
"""Widths whose measure is remembered: nested columns ask for the same heights hundreds of times."""


class Paragraph(QLabel):
    """Words in one role and one colour ("#rrggbb"), wrapped at the widget's width unless `wrap` is False."""

    def __init__(
        self, text: str, role: Role, colour: str, *, wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._role = role
        self._colour = colour
        self._align = align
        self._wrap = wrap
        self._kept: dict[float, list[QTextLayout]] = {}
        self._measures: dict[float, tuple[int, float]] = {}
        self._longest: int | None = None
        self.setFont(font(role))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Minimum,
                             QSizePolicy.Policy.Fixed if not wrap else QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Hold other words; lines laid for the old ones are forgotten."""
        self._forget()
        super().setText(text)

    def show_text(self, text: str) -> None:
        """Show other words."""
        if text != self.text():
            self.setText(text)
            self.updateGeometry()
            self.update()

    def show_colour(self, colour: str) -> None:
        """Show the same words in another colour ("#rrggbb")."""
        if colour != self._colour:
            self._colour = colour
            self.update()

    def show_role(self, role: Role) -> None:
        """Show the same words in another role's font and pitch."""
        if role != self._role:
            self._role = role
            self._forget()
            self.setFont(font(role))
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """A wrapped paragraph is higher where it is narrower."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width` pixels."""
        return max(1, self._laid(float(width))[0]) * line_height(self._role)

    def sizeHint(self) -> QSize:
        """One line as wide as it comes, but at most a comfortable measure when it may wrap."""
        natural = ceil(self._laid(WIDEST)[1])
        width = min(natural, 34 * line_height(self._role)) if self._wrap else natural
        return QSize(width, self.heightForWidth(width) if self._wrap else self._lines() * line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """Unwrapped words are never cut; wrapped ones ask for their longest word."""
        if not self._wrap:
            return self.sizeHint()
        if self._longest is None:
            metrics = QFontMetricsF(font(self._role))
            self._longest = ceil(max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0))
        return QSize(min(self._longest, 240), line_height(self._role))

    def _lines(self) -> int:
        return self.text().count("\n") + 1

    def _laid(self, width: float) -> tuple[int, float]:
        """How many lines the words take at `width`, and how wide the widest of them is."""
        if width not in self._measures:
            layouts = self._layouts(width)
            widths = [layout.lineAt(i).naturalTextWidth() for layout in layouts for i in range(layout.lineCount())]
            if len(self._measures) >= MEASURED:
                self._measures.clear()
            self._measures[width] = len(widths), max(widths, default=0.0)
        return self._measures[width]

    def _forget(self) -> None:
        """Other words, or another size: nothing measured holds any more."""
        self._kept.clear()
        self._measures.clear()
        self._longest = None

    def _layouts(self, width: float) -> list[QTextLayout]:
        """The lines at `width`, laid once: a layout asks several times, and then it is painted."""
        if width not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[width] = self._lay(width)
        return self._kept[width]

    def _lay(self, width: float) -> list[QTextLayout]:
        face, option = font(self._role), self._option()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if self._wrap
                           else QTextOption.WrapMode.NoWrap)
        layouts = []
        for piece in self.text().split("\n"):
            layout = QTextLayout(piece, face)
            layout.setTextOption(option)
            layout.setFormats(self._formats())
            layout.beginLayout()
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(width)
                line = layout.createLine()
            layout.endLayout()
            layouts.append(layout)
        return layouts

    def _option(self) -> QTextOption:
        """Where lines stand; people's own words are read from the side on which they begin."""
        option = QTextOption(self._align)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        return option

    def _formats(self) -> list[QTextLayout.FormatRange]:
        """Where words of one line are drawn otherwise."""
        return []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every line, its capitals centred in its own pitch, as they are in buttons and beside glyphs."""
        painter = begin(self)
        self.paint_words(painter, float(self.width()))
        painter.end()

    def paint_words(self, painter: QPainter, width: float) -> None:
        """The lines at `width` from the painter's origin."""
        painter.setPen(QColor(self._colour))
        metrics, pitch = QFontMetricsF(font(self._role)), line_height(self._role)
        base = round((pitch + metrics.capHeight()) / 2)  # Literata's own ascent is mostly air
        y = 0
        for layout in self._layouts(width):
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                line.draw(painter, QPointF(0, y + base - line.ascent() - line.y()))
                y += pitch


def label(text: str, role: Role, colour: str, *, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
          parent: QWidget | None = None) -> Paragraph:
    """One line of words that is never cut and never wrapped."""
    return Paragraph(text, role, colour, wrap=False, align=align, parent=parent)


class Aside(Paragraph):
    """A remark with a short upright line before it: what to watch for."""

    INSET, BAR = 15, 3

    def __init__(self, text: str, role: Role, colour: str, *, bar: str, parent: QWidget | None = None) -> None:
        """`bar` is the colour of the upright line, "#rrggbb"."""
        super().__init__(text, role, colour, parent=parent)
        self._bar = bar

    def heightForWidth(self, width: int) -> int:
        """The height of all lines beside the bar."""
        return super().heightForWidth(max(1, width - self.INSET))

    def sizeHint(self) -> QSize:
        """Words and bar."""
        hint = super().sizeHint()
        return QSize(hint.width() + self.INSET, self.heightForWidth(hint.width() + self.INSET))

    def paint_words(self, painter: QPainter, width: float) -> None:
        """The bar, then the words to its right."""
        painter.fillRect(QRectF(0, 1, self.BAR, self.height() - 2), QColor(self._bar))
        painter.translate(self.INSET, 0)
        super().paint_words(painter, width - self.INSET)


Piece = tuple[str, Role, str]
"""Words, their role, their colour ("#rrggbb")."""


class Runs(QWidget):
    """One line in several weights or colours, on one baseline: "Ends", then the time in bold."""

    def __init__(self, pieces: Sequence[Piece], *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces. Spaces between them are the caller's."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self.setAccessibleName(self.text())
            self.updateGeometry()
            self.update()

    def text(self) -> str:
        """The whole line as it reads."""
        return "".join(text for text, _, _ in self._pieces)

    def sizeHint(self) -> QSize:
        """As wide as the pieces, as high as the highest pitch."""
        width = sum(QFontMetricsF(font(role)).horizontalAdvance(text) for text, role, _ in self._pieces)
        return QSize(ceil(width), max((line_height(role) for _, role, _ in self._pieces), default=0))

    def minimumSizeHint(self) -> QSize:
        """The line is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pieces from the left, on the first one's baseline."""
        if not self._pieces:
            return
        painter = begin(self)
        first = QFontMetricsF(font(self._pieces[0][1]))
        base = round((self.height() + first.capHeight()) / 2)
        x = 0.0
        for text, role, colour in self._pieces:
            painter.setFont(font(role))
            painter.setPen(QColor(colour))
            painter.drawText(QRectF(x, 0, 0, 0).topLeft() + QPointF(0, base), text)
            x += QFontMetricsF(font(role)).horizontalAdvance(text)
        painter.end()
