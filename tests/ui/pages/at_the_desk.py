"""Hands and eyes for the designer and the home page: find by name, press, type, drag, read."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.panels.step_row import BLOCK_X, StepRow

W = TypeVar("W", bound=QWidget)


def named(page: QWidget, name: str, kind: type[W]) -> W:
    """The one visible widget of `kind` that is called so, by accessible name or by its words."""
    found = [widget for widget in page.findChildren(kind) if widget.isVisible() and name in (
        widget.accessibleName(), widget.text() if isinstance(widget, QAbstractButton) else "")]
    assert found, f"nothing is called {name!r}"
    return found[0]


def press(page: QWidget, name: str) -> None:
    """Click the button called so."""
    QTest.mouseClick(named(page, name, QAbstractButton), Qt.MouseButton.LeftButton)


def write(field: QWidget, text: str) -> None:
    """Replace what a field holds, letter by letter."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)


def rows(page: QWidget) -> list[StepRow]:
    """The step rows from the top."""
    return sorted((row for row in page.findChildren(StepRow) if row.isVisible()), key=lambda row: row.y())


def read_steps(page: QWidget) -> list[str]:
    """Each row as it begins: "19:00 Welcome"."""
    return [row.accessibleName().split(",")[0] for row in rows(page)]


def drag(row: StepRow, to: StepRow, *, below: bool) -> None:
    """Take a row by its grip and let it go just above or just below another."""
    start = QPoint(BLOCK_X + 30, row.height() // 2)
    target = QPointF(start.x(), to.height() - 2 if below else 2).toPoint()
    end = row.mapFromGlobal(to.mapToGlobal(target))
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(row, start + (end - start) * part)
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
