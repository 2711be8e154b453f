"""What somebody reaches without a pointer and without eyes: names, roles, the way of Tab, the ring."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from tests.ui.cut import in_sight
from ui.panels.rail import Rail
from ui.panels.selectable_row import SelectableRow

ROLES = {
    QAbstractButton: {QAccessible.Role.Button, QAccessible.Role.PushButton, QAccessible.Role.CheckBox,
                      QAccessible.Role.RadioButton},
    QLineEdit: {QAccessible.Role.EditableText},
    QPlainTextEdit: {QAccessible.Role.EditableText},
    QComboBox: {QAccessible.Role.ComboBox},
}
MOST = 300
"""Presses of Tab after which a page has no end."""
RING, RAIL, ROW = 2, 84, 40
"""Pixels: how strong the ring is, how wide the rail, how much higher or lower still is the same row."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a hand or the keyboard can use: in sight, enabled, and not the insides of something else."""
    for widget in in_sight(window, QWidget):
        if not widget.isEnabled() or isinstance(widget, QScrollArea):
            continue
        if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            continue
        if isinstance(widget.parentWidget(), QAbstractScrollArea | QComboBox):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.ClickFocus and widget.findChildren(QAbstractButton):
            continue   # a page that takes the keyboard for what is in it
        if isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


def name(widget: QWidget) -> str:
    """What a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return str(interface.text(QAccessible.Text.Name)).strip() if interface is not None else ""


def nameless(window: QWidget, files: set[str]) -> list[str]:
    """Controls that are called nothing, or by the name of a picture's file."""
    return [told(widget) for widget in controls(window) if not name(widget) or (
        name(widget) in files and not _says(widget))]


def _says(widget: QWidget) -> bool:
    """Whether it shows words, which may happen to be a picture's name: "peers" is both."""
    return bool(widget.text() if isinstance(widget, QAbstractButton) else
                widget.accessibleName() and widget.currentText() if isinstance(widget, QComboBox) else "")


def misnamed_roles(window: QWidget) -> list[str]:
    """Controls whose role says something else than they are."""
    wrong = []
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        for kind, roles in ROLES.items():
            if isinstance(widget, kind) and interface is not None and interface.role() not in roles:
                wrong.append(f"{told(widget)}: {interface.role()}")
    return wrong


def told(widget: QWidget) -> str:
    """A control for a failure's message."""
    at = place(widget)
    return f"{type(widget).__name__} “{name(widget)[:50]}” at {at.x()},{at.y()} {at.width()}x{at.height()}"


@dataclass(frozen=True, slots=True)
class Stop:
    """A control at the moment it had the keyboard: where it was, and where the one `before` it was then, because a
    page may have scrolled; whether it was in sight, how much ring there was.
    """

    widget: QWidget
    words: str
    at: QRect
    before: QRect | None
    seen: bool
    ring: int


def by_tab(window: QWidget, colour: str) -> list[Stop]:
    """The way of Tab, round to where it began. `colour` is the ring's, "#rrggbb"."""
    found: list[Stop] = []
    for _ in range(MOST):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        if here is None or not here.focusPolicy() & Qt.FocusPolicy.TabFocus or here in [s.widget for s in found]:
            return found
        QApplication.sendPostedEvents()
        before = place(found[-1].widget) if found else None
        found.append(Stop(here, told(here), place(here), before, not here.visibleRegion().isEmpty(),
                          ring_pixels(window, here, colour)))
    raise AssertionError("Tab never comes round")


def kind(widget: QWidget) -> type[QWidget]:
    """What the arrows walk: rows of a list, whatever each of them shows, or things of one class."""
    return SelectableRow if isinstance(widget, SelectableRow) else type(widget)


def left_out(window: QWidget, way: Sequence[Stop]) -> list[str]:
    """Controls that neither Tab comes to nor the arrows from a neighbour of their kind."""
    reached = {stop.widget for stop in way}
    kinds = {(kind(stop.widget), stop.widget.parentWidget()) for stop in way}
    missing = []
    for widget in controls(window):
        group = widget.group() if isinstance(widget, QAbstractButton) else None
        by_arrows = group is not None or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        beside = by_arrows and (kind(widget), widget.parentWidget()) in kinds
        holder = widget.parentWidget()
        number = holder.focusProxy() if holder is not None else None
        if not (widget in reached or widget.focusProxy() in reached or beside or number in reached
                or isinstance(widget, QLabel)):
            missing.append(told(widget))
    return missing


def without_ring(way: Sequence[Stop]) -> list[str]:
    """Stops round which two pixels of ring are not to be seen; where it is round its edge is softened."""
    return [f"{stop.words}: {stop.ring}" for stop in way
            if stop.ring < 0.8 * RING * (min(stop.at.width(), 400) + stop.at.height())]


def place(widget: QWidget) -> QRect:
    """Where it is in its window; what is scrolled away lies at the edge it went over."""
    window = widget.window()
    rect = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    above = widget.parentWidget()
    while above is not None and above is not window:
        over = above.parentWidget()
        if isinstance(over, QAbstractScrollArea):
            port = QRect(above.mapTo(window, QPoint(0, 0)), above.size())
            top, bottom = _within(rect.topLeft(), port), _within(rect.bottomRight(), port)
            rect = QRect(top, bottom)
        above = over
    return rect


def _within(point: QPoint, port: QRect) -> QPoint:
    return QPoint(min(max(point.x(), port.left()), port.right()), min(max(point.y(), port.top()), port.bottom()))


def steps_back(way: Sequence[Stop]) -> list[str]:
    """Where Tab goes against the reading: left in a row, or up without going on to the next column."""
    rail = any(rail.isVisible() for stop in way[:1] for rail in stop.widget.window().findChildren(Rail))
    first = min(range(len(way)), key=lambda at: (rail and way[at].at.x() >= RAIL, way[at].at.y() // ROW,
                                                 way[at].at.x()), default=0)
    wrong = []
    for one, other in pairwise([*way[first:], *way[:first]]):
        a, b = other.before or one.at, other.at
        up = b.bottom() <= a.top() + 2 and b.left() < a.right() - 2
        left = b.right() <= a.left() + 2 and b.top() < a.bottom() - 2
        if up or left:
            wrong.append(f"{one.words} -> {other.words}")
    return wrong


def ring_pixels(window: QWidget, widget: QWidget, colour: str) -> int:
    """How many pixels at and round a control have the ring's colour."""
    around = place(widget).adjusted(-60, -12, 60, 12)
    image = window.grab(around.intersected(window.rect())).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return bytes(image.constBits()).count(QColor(colour).rgb().to_bytes(4, sys.byteorder))
