"""The focus ring: two pixels, two pixels outside its control, shown when the keyboard brought the focus.

It lies beside the control in the same parent, so that it scrolls along and moves no layout; where the parent
leaves no room it is drawn at the parent's edge. It takes no clicks.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.theme import Theme
from ui.widgets.paint import begin, box

GAP, WIDTH = 2, 2
BY_MOUSE = frozenset({Qt.FocusReason.MouseFocusReason, Qt.FocusReason.PopupFocusReason})


def reveal(control: QWidget) -> None:
    """Scroll whatever it is scrolled away in: nobody has the keyboard on something out of sight."""
    above = control.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(control, 0, GAP + WIDTH)
            above.horizontalScrollBar().setValue(0)
        above = above.parentWidget()


class FocusRing(QObject):
    """Gives `control` a focus ring for as long as it lives. `radius` is the control's own, in pixels.

    With `around` the ring lies round another widget: the box a field is part of. A negative `gap` draws it inside.
    """

    def __init__(self, control: QWidget, *, theme: Theme, radius: float, around: QWidget | None = None,
                 gap: int = GAP) -> None:
        super().__init__(control)
        self._control = around or control
        self._colour = theme.focus
        self._radius, self._gap = max(0.0, radius + gap + WIDTH), gap
        self._line: RingLine | None = None
        control.installEventFilter(self)
        if around is not None:
            around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the control; never swallow anything."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() not in BY_MOUSE:
                self._appear()
        elif self._line is not None:
            if kind in (QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.ParentChange):
                self._line.hide()
            elif kind in (QEvent.Type.Move, QEvent.Type.Resize) and self._line.isVisible():
                self._place(self._line)
        return False

    def _appear(self) -> None:
        parent = self._control.parentWidget()
        if parent is None:
            return
        if self._line is None:
            self._line = RingLine(self._colour, self._radius)
            self._control.destroyed.connect(self._line.deleteLater)
        if self._line.parentWidget() is not parent:
            self._line.setParent(parent)
        self._place(self._line)
        self._line.show()
        self._line.raise_()
        reveal(self._control)

    def _place(self, line: RingLine) -> None:
        parent = line.parentWidget()
        room = self._gap + WIDTH
        around = self._control.geometry().adjusted(-room, -room, room, room)
        line.setGeometry(around.intersected(parent.rect()) if parent else around)


class RingLine(QWidget):
    """The ring itself. It is made and placed by `FocusRing`."""

    def __init__(self, colour: str, radius: float) -> None:
        super().__init__()
        self.setObjectName("focus ring")
        self._colour = colour
        self._radius = radius
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line alone; the control shows through."""
        painter = begin(self)
        box(painter, QRectF(QRect(0, 0, self.width(), self.height())), radius=self._radius,
            line=self._colour, width=WIDTH)
        painter.end()
