"""The one row a host needs: the ink button that names what it will do, hold, a minute more or less, and back.

When the end is asked about, the question takes the row's place; nothing ever opens over the page.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.library.protocol import Beat
from app.live.clock import Held
from app.live.script import next_words
from app.live.session import Session, next_place
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import LIVE_HEIGHT, LIVE_HEIGHT_SMALL, LiveButton, LiveInkButton
from ui.widgets.labels import Paragraph
from ui.widgets.stepper import MinuteStepper

GAP = 10


class LiveRow(QWidget):
    """`pressed` brings the id of an action: next, hold, minus, plus, back.

    `ended` and `kept_on` answer the question.
    """

    pressed = Signal(str)
    ended = Signal()
    kept_on = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._height, self._asking = LIVE_HEIGHT, False
        self._offer_hold, self._offer_minutes = True, True
        self.next = LiveInkButton("", theme=theme, parent=self)
        self.hold = LiveButton(words(say("Hold")), theme=theme, glyph="pause", parent=self)
        self.minutes = MinuteStepper(words(say("1 min")), theme=theme, less=words(say("One minute less")),
                                     more=words(say("One minute more")), parent=self)
        self.back = LiveButton(words(say("Back")), theme=theme, glyph="back", parent=self)
        self.end = LiveInkButton(words(say("End it")), theme=theme, glyph="check", parent=self)
        self.keep_on = LiveButton(words(say("Not yet")), theme=theme, parent=self)
        self._question = Paragraph("", Role.SAY, theme.ink, parent=self)
        for button, name in ((self.next, "next"), (self.hold, "hold"), (self.back, "back")):
            button.clicked.connect(lambda checked=False, n=name: self.pressed.emit(n))
        self.minutes.minus.connect(lambda: self.pressed.emit("minus"))
        self.minutes.plus.connect(lambda: self.pressed.emit("plus"))
        self.end.clicked.connect(self.ended)
        self.keep_on.clicked.connect(self.kept_on)
        for pressed in self.findChildren(QPushButton):
            pressed.setFocusPolicy(Qt.FocusPolicy.TabFocus)   # a click leaves the keyboard with the page
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_question("")

    def show_small(self, *, small: bool) -> None:
        """Be lower on a small screen."""
        self._height = LIVE_HEIGHT_SMALL if small else LIVE_HEIGHT
        for button in (self.next, self.hold, self.back, self.end, self.keep_on):
            button.setFixedHeight(self._height)
        self.next.setMinimumWidth(190 if small else 214)
        self.end.setMinimumWidth(140)
        self.minutes.show_height(self._height)
        self._place()

    def show_session(self, session: Session, can: Mapping[str, bool]) -> None:
        """Show what can be pressed now; `can` says it by the id of the action."""
        glyph, place = next_glyph(session), next_place(session)
        self.show_next(self._words(next_words(session)), glyph=glyph, after="" if glyph or place is None else "arrow")
        held = isinstance(session.countdown, Held)
        self.show_hold(self._words(say("Go on") if held else say("Hold")), glyph="play" if held else "pause",
                       offered=can["hold"])
        self.show_minutes(minus=can["minus"], plus=can["plus"], offered=can["plus"])
        self.back.setEnabled(can["back"])

    def show_next(self, text: str, *, glyph: str = "", after: str = "") -> None:
        """Say what the ink button will do."""
        if text != self.next.text():
            self.next.show_words(text, glyph=glyph, after=after)
            self._place()

    def show_hold(self, text: str, *, glyph: str, offered: bool) -> None:
        """Offer to hold or to go on, or neither."""
        self.hold.show_words(text, glyph=glyph)
        self._offer_hold = offered
        self.hold.setVisible(offered and not self._asking)
        self._place()

    def show_minutes(self, *, minus: bool, plus: bool, offered: bool) -> None:
        """Offer to take or give a minute."""
        self.minutes.show_enabled(minus=minus, plus=plus)
        self._offer_minutes = offered
        self.minutes.setVisible(offered and not self._asking)
        self._place()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say in tool tips which keys press what, by the id of the action."""
        for name, button in (("next", self.next), ("hold", self.hold), ("back", self.back)):
            button.setToolTip(keys.get(name, ""))

    def show_question(self, question: str) -> None:
        """Ask whether to end; "" brings the row back."""
        self._asking = bool(question)
        self._question.show_text(question)
        for widget in (self._question, self.end, self.keep_on):
            widget.setVisible(self._asking)
        for widget in (self.next, self.back):
            widget.setVisible(not self._asking)
        self.hold.setVisible(self._offer_hold and not self._asking)
        self.minutes.setVisible(self._offer_minutes and not self._asking)
        self._place()

    def is_asking(self) -> bool:
        """Whether the question stands."""
        return self._asking

    def sizeHint(self) -> QSize:
        """One row, or two where the words are long."""
        return QSize(575, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._place()

    def _place(self) -> None:
        wide = self.width()
        rows = self._ask_rows() if self._asking else self._rows(wide)
        height = len(rows) * self._height + (len(rows) - 1) * GAP
        if height != self.height():
            self.setFixedHeight(height)
        for number, (left, right) in enumerate(rows):
            y, x = number * (self._height + GAP), 0
            for widget in left:
                width = self._width(widget, wide)
                high = min(self._height, widget.heightForWidth(width)) if widget is self._question else self._height
                widget.setGeometry(x, y + (self._height - high) // 2, width, high)
                x += width + GAP
            for widget in right:
                width = widget.sizeHint().width()
                widget.setGeometry(wide - width, y, width, self._height)

    def _rows(self, wide: int) -> list[tuple[list[QWidget], list[QWidget]]]:
        """One row; where the words are long without two glyphs, then without *next*'s as well; else two rows."""
        middle: list[QWidget] = [self.hold] if self._offer_hold else []
        middle += [self.minutes] if self._offer_minutes else []
        everything: list[QWidget] = [self.next, *middle, self.back]
        for bare in ((), (self.hold, self.back), (self.next, self.hold, self.back)):
            for button in (self.next, self.hold, self.back):
                button.show_bare(bare=button in bare)
            needed = sum(self._width(widget, wide) for widget in everything) + GAP * (len(everything) - 1)
            if needed <= wide or not middle:
                return [([self.next, *middle], [self.back])]
        self.next.show_bare(bare=False)
        return [([self.next], [self.back]), (middle, [])]

    def _ask_rows(self) -> list[tuple[list[QWidget], list[QWidget]]]:
        return [([self.end, self.keep_on, self._question], [])]

    def _width(self, widget: QWidget, wide: int) -> int:
        if widget is self._question:
            taken = self._width(self.end, wide) + self._width(self.keep_on, wide) + 3 * GAP
            return max(120, wide - taken)
        return max(widget.sizeHint().width(), widget.minimumWidth())


def next_glyph(session: Session) -> str:
    """The glyph of what *Next* does; "" where it goes to another step."""
    place = next_place(session)
    if place is None:
        return "check"
    known = {Beat.ROUND: "play", Beat.CALL_BACK: "bell", Beat.FRAME: "eye"}
    return known.get(place.beat, "") if place.step_id == session.step_id else ""
