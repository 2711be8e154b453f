"""What can be added to a plan: everything in the library, found as one types, and a step of one's own."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.library.names import family_name
from app.library.protocol import Family, Protocol
from app.library.search import search
from app.words import Text, Words, say
from ui.theme import Theme
from ui.type import Role, font
from ui.widgets.buttons import SMALL, Look, PaintedButton, QuietButton
from ui.widgets.fields import Field
from ui.widgets.glyph import draw_glyph, family_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import begin, box, line_of_text, text_width
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Sheet

ROW, HEIGHT = 50, 330


class AddStep(Sheet):
    """A list to choose from. `added` brings a protocol, `empty` asks for an empty step, `closed` for nothing."""

    added = Signal(object)
    empty = Signal()
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.line2, parent=parent)
        self._theme, self._words = theme, words
        self._protocols: tuple[Protocol, ...] = ()
        self._rows: list[_Row] = []
        self._lit = 0
        self.setFixedHeight(HEIGHT)
        self._where = label("", Role.LABEL, theme.ink2)
        self._search = _Search(theme=theme, name=words(say("Find a step")), glyph="search", height=38,
                               placeholder=words(say("Find a question or a part")))
        self._search.edited.connect(lambda _text: self._list())
        self._search.walked.connect(self._walk)
        self._search.entered.connect(self._take)
        self._search.escaped.connect(self.closed)
        close = QuietButton("", theme=theme, glyph="close", shape=SMALL, name=words(say("Put the list away")))
        close.clicked.connect(self.closed)
        self._inside = QWidget()
        self._list_column = QVBoxLayout(self._inside)
        self._list_column.setContentsMargins(0, 0, 6, 0)
        self._list_column.setSpacing(2)
        self._nothing = Paragraph(words(say("Nothing here is called that. Add an empty step and write it yourself.")),
                                  Role.BODY, theme.ink2)
        self._scroll = Scroll(self._inside, name=words(say("Steps to add")))
        top = QHBoxLayout()
        top.addWidget(self._where, 1)
        top.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 10)
        column.setSpacing(6)
        column.addLayout(top)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, 6, 0)
        field.addWidget(self._search)
        column.addLayout(field)
        column.addWidget(self._scroll, 1)

    def show_protocols(self, protocols: tuple[Protocol, ...]) -> None:
        """Offer these."""
        self._protocols = protocols
        if self.isVisible():        # else they are listed when they are offered
            self._list()

    def show_place(self, title: str) -> None:
        """Say behind which step it will come; "" is the end of the plan."""
        self._where.show_text(self._words(say("Add after “{title}”", title=title) if title else say("Add a step")))

    def offer(self) -> None:
        """Show everything."""
        self._search.show_text("")
        self._list()
        self.show()

    def open(self) -> None:
        """Show everything and begin a search."""
        self.offer()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self) -> None:
        while self._list_column.count():
            item = self._list_column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None and widget is not self._nothing:
                widget.hide()
                widget.deleteLater()
        found = search(self._protocols, self._search.text())
        words = self._words
        self._rows = [_Row(p, p.title, words(self._about(p)), words(say("{n} min", n=p.minutes)), theme=self._theme)
                      for p in found]
        own = _Row(None, words(say("An empty step")), words(say("Notices, a talk, a meal: your own business")),
                   words(say("{n} min", n=5)), theme=self._theme)
        self._rows.insert(0 if not self._search.text() else len(self._rows), own)
        self._nothing.setVisible(not found)
        if not found:
            self._list_column.addWidget(self._nothing)
        for row in self._rows:
            row.pressed.connect(self._add)
            self._list_column.addWidget(row)
        self._list_column.addStretch(1)
        self._lit = 1 if not self._search.text() and found else 0
        self._light()

    def _about(self, protocol: Protocol) -> Text | str:
        question = " ".join(protocol.main_step.question.split())
        if question:
            return question
        return protocol.purpose if protocol.family is Family.PART else family_name(protocol.family)

    def _walk(self, by: int) -> None:
        self._lit = max(0, min(len(self._rows) - 1, self._lit + by))
        self._light()
        self._scroll.reveal(self._rows[self._lit], 4)

    def _light(self) -> None:
        for place, row in enumerate(self._rows):
            row.show_lit(lit=place == self._lit)

    def _take(self) -> None:
        if self._rows:
            self._add(self._rows[self._lit].protocol)

    def _add(self, protocol: Protocol | None) -> None:
        if protocol is None:
            self.empty.emit()
        else:
            self.added.emit(protocol)


class AddButton(PaintedButton):
    """The dashed place where the next step will lie."""

    def look(self) -> Look:
        """Words on no ground, until a hand comes near."""
        theme = self._theme
        return Look(theme.hover if self.underMouse() or self.isDown() else None, theme.line2, theme.ink2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed box."""
        look = self.look()
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=8, fill=look.fill, line=look.line, dashed=True)
        self._paint_contents(painter, look)
        painter.end()


class _Search(Field):
    """The search field; Up, Down, Enter and Escape are the list's."""

    walked = Signal(int)
    entered = Signal()
    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the list without leaving the field."""
        match event.key():
            case Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case _:
                super().keyPressEvent(event)


class _Row(QWidget):
    """One thing that can be added: glyph, title, what it asks, minutes."""

    pressed = Signal(object)

    def __init__(self, protocol: Protocol | None, title: str, about: str, minutes: str, *, theme: Theme) -> None:
        super().__init__()
        self.protocol = protocol
        self._theme, self._title, self._about, self._minutes = theme, title, about, minutes
        self._lit = False
        self.setAccessibleName(title)
        self.setToolTip(about)
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, ROW)

    def show_lit(self, *, lit: bool) -> None:
        """Whether Enter takes this one."""
        self._lit = lit
        self.update()

    def mouseReleaseEvent(self, event: object) -> None:
        """A click adds it."""
        self.pressed.emit(self.protocol)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, glyph, two lines, minutes."""
        theme, family = self._theme, self.protocol.family if self.protocol else None
        painter = begin(self)
        if self._lit or self.underMouse():
            box(painter, QRectF(self.rect()), radius=8, fill=theme.hover, line=theme.ink if self._lit else None,
                width=1.5)
        colours = theme.family(family)
        box(painter, QRectF(8, 9, 32, 32), radius=8, fill=colours.tint)
        draw_glyph(painter, family_glyph(family) if self.protocol else "plus", colours.strong, QRectF(14, 15, 20, 20))
        minutes = text_width(self._minutes, Role.CAPTION)
        right = self.width() - 12 - minutes
        line_of_text(painter, QRectF(right, 4, minutes, 22), self._minutes, Role.CAPTION, theme.ink2)
        for text, role, top, width, colour in (
            (self._title, Role.BODY_BOLD, 4, right - 62, theme.ink),
            (self._about, Role.CAPTION, 25, self.width() - 64, theme.ink2),
        ):
            shown = QFontMetricsF(font(role)).elidedText(text, Qt.TextElideMode.ElideRight, width)
            line_of_text(painter, QRectF(52, top, width, 20), shown, role, colour)
        painter.end()
