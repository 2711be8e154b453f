"""One note as it stands in a list: its kind as glyph and word, its words, the name that was given."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import KINDS, keeps_names, kind_name, told
from app.harvest.note import Note
from app.library.protocol import Family
from app.words import Text, Words, say
from ui.panels.selectable_row import ROOM, SelectableRow
from ui.theme import Theme
from ui.type import Role
from ui.widgets.glyph import GlyphLabel, kind_family, kind_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import begin, box, text_width


class PickableRow(SelectableRow):
    """A row of a note that may be chosen with others and carried elsewhere.

    `key` brings every key first; what the list does not accept is the row's own. `pressed`, `toggled` and `stretched`:
    clicked, with Ctrl, with Shift. `carried` brings where the hand is on the screen, `let_go` when it lets go there.
    """

    key = Signal(object)
    pressed = Signal()
    toggled = Signal()
    stretched = Signal()
    carried = Signal(QPoint)
    let_go = Signal()

    def __init__(self, note: Note, *, theme: Theme, words: Words, head: int = 0,
                 parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, words=words, head=head, parent=parent)
        self.note = note
        self._picked = self._carrying = False
        self._grabbed: QPointF | None = None
        self.setAccessibleName(words(say("{kind}: {text}", kind=kind_name(note.kind), text=note.text)))
        self.setToolTip(words(say("Enter changes it, Delete takes it away")))

    def show_picked(self, *, picked: bool) -> None:
        """Wear the ink bar of what is chosen."""
        self._picked, self._ground = picked, self._theme.surface if picked else ""
        self.update()

    def is_picked(self) -> bool:
        """Whether it is chosen."""
        return self._picked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The list's keys, then the row's."""
        event.setAccepted(False)
        self.key.emit(event)
        if not event.isAccepted():
            event.setAccepted(True)
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a carrying; with Ctrl or Shift it chooses."""
        held = event.modifiers()
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if held & Qt.KeyboardModifier.ShiftModifier:
            self.stretched.emit()
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit()
        else:
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Past the system's drag distance the note is carried."""
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = (event.position() - self._grabbed).manhattanLength()
        if self._carrying or way >= QApplication.startDragDistance():
            self._carrying = True
            self.carried.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, or clicked."""
        if self._grabbed is not None and event.button() is Qt.MouseButton.LeftButton:
            carrying, self._grabbed, self._carrying = self._carrying, None, False
            (self.let_go if carrying else self.pressed).emit()

    def put_down(self) -> None:
        """The carrying is over, wherever the hand is."""
        self._grabbed, self._carrying = None, False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The row, and the ink bar where it is chosen."""
        super().paintEvent(event)
        if self._picked:
            painter = begin(self)
            box(painter, QRectF(0, self._head + 5, 4, self.height() - self._head - 10), radius=2, fill=self._theme.ink)
            painter.end()


class NoteRow(PickableRow):
    """One note: its kind as glyph and word, its words, the name that was given."""

    def __init__(self, note: Note, family: Family | None, *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(note, theme=theme, words=words, parent=parent)
        wears = kind_family(note.kind) or "part"
        colour = theme.family(wears).strong
        kind = label(words(kind_name(note.kind)), Role.LABEL, colour)
        kind.setFixedWidth(kind_width(words))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, ROOM, 6)
        row.setSpacing(8)
        row.addLayout(lowered(GlyphLabel(kind_glyph(note.kind), colour, 20), 2))
        row.addLayout(lowered(kind, 4))
        row.addLayout(_told(note, family, theme, words), 1)
        whose = words(whose_words(note, family))
        if whose:
            name = Paragraph(whose, Role.CAPTION, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
            name.setMaximumWidth(150)
            row.addLayout(lowered(name, 4))


def _told(note: Note, family: Family | None, theme: Theme, words: Words) -> QVBoxLayout:
    """The words of a note, what leads them above and what else it says below."""
    besides = told(note, named=keeps_names(family, note.kind))
    column = QVBoxLayout()
    column.setSpacing(2)
    for field, text in besides:
        if field.leads:
            column.addWidget(Paragraph(words(text), Role.BODY_BOLD, theme.ink))
    column.addWidget(Paragraph(note.text, Role.NOTE, theme.ink))
    for field, text in besides:
        if not field.leads:
            line = words(say("{label}: {text}", label=field.label, text=text))
            column.addWidget(Paragraph(line, Role.CAPTION, theme.ink2))
    column.addStretch(1)
    return column


def lowered(widget: QWidget, by: int) -> QVBoxLayout:
    """`widget` on the first line of a row, `by` pixels down so that small and large words share a baseline."""
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addSpacing(by)
    column.addWidget(widget)
    column.addStretch(1)
    return column


def whose_words(note: Note, family: Family | None) -> Text:
    """Whose words they are and to whom, or nothing where no name is kept."""
    if not keeps_names(family, note.kind):
        return say("")
    if note.name and note.to:
        return say("{name} to {to}", name=note.name, to=note.to)
    if note.to:
        return say("to {to}", to=note.to)
    return say("{name}", name=note.name) if note.name else say("")


def kind_width(words: Words) -> int:
    """Room for the longest name of a kind, so that all words begin at one line."""
    return max(84, *(round(text_width(words(kind_name(kind)), Role.LABEL)) + 12 for kind in KINDS))
