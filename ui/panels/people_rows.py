"""Rows of people: a group with who sits in it, somebody with where they are, somebody who can be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import Theme
from ui.type import Role
from ui.widgets.labels import Paragraph
from ui.widgets.surfaces import Card

_MARGINS = (10, 6, 10, 6)


class GroupRow(QWidget):
    """A group's name, and its people in as many lines as they take."""

    def __init__(self, name: str, people: str, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = _row(self)
        row.addWidget(Paragraph(name, Role.BODY_BOLD, theme.ink, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Paragraph(people, Role.BODY, theme.ink), 1)


class PersonRow(QWidget):
    """Somebody, and where they are."""

    def __init__(self, name: str, where: str, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _person(_row(self), name, where, theme)


class PersonCard(Card):
    """The same, to be chosen. `does` says what choosing them does, for screen readers; `walked` up (-1) or down (1)."""

    walked = Signal(int)

    def __init__(self, name: str, where: str, *, does: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, name=does, radius=8, parent=parent)
        self.setToolTip(does)
        _person(_row(self), name, where, theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go on to the next."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and not event.modifiers():
            self.walked.emit(by)
        else:
            super().keyPressEvent(event)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(*_MARGINS)
    row.setSpacing(12)
    return row


def _person(row: QHBoxLayout, name: str, where: str, theme: Theme) -> None:
    """Both whole: the end of a name may be the number that tells two of that name apart."""
    row.addWidget(Paragraph(name, Role.BODY_BOLD, theme.ink), 1)
    row.addWidget(Paragraph(where, Role.BODY, theme.ink2, align=Qt.AlignmentFlag.AlignRight), 1)
