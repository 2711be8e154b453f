"""What the wall shows now and next, as true miniatures, and what the host can do to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.design.following import pairs_join
from app.design.gathering import Mode
from app.design.open_space import is_open_space
from app.groups.forms import Form, is_small_group
from app.library.protocol import Beat, Kind, Regroup
from app.live.audience import audience, audience_at
from app.live.circle import next_holder
from app.live.phone import phone_script
from app.live.session import Session, next_place
from app.live.shown_note import to_show
from app.words import Text, Words, say
from ui.panels.groups import GroupsPanel
from ui.panels.message import MessagePanel
from ui.panels.notes_to_show import NotesToShow
from ui.panels.now_column import BEATS
from ui.panels.one_line import OneLine
from ui.panels.people_here import PeoplePanel
from ui.panels.phone import PhonePanel
from ui.panels.wordings import Wordings
from ui.projector.view import WIDE, WallView
from ui.theme import NIGHT, Theme, WallTheme
from ui.type import Role, grown
from ui.widgets.buttons import OutlineButton, Shape
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import Paragraph, label
from ui.widgets.paint import begin, box
from ui.widgets.rules import Rule
from ui.widgets.surfaces import Ground

PAD = 22
BETWEEN = 8
"""Pixels between two buttons."""
GAP, GAP_SMALL = 14, 10
SLIGHTEST = 220
CROWDED, NARROW, CROWDED_NARROW = 430, 400, 520
"""Pixels: the least width of a miniature; the height at 1x below which the column says less, and where it is narrow."""
FRAME, NEXT_FRAME, NEXT_WIDTH = 5, 3, 206
_BUTTON = Shape(height=36, radius=8, pad=12, glyph=18, gap=7, role=Role.LABEL)

_COMES: dict[Beat, Text] = {
    Beat.GATHER: say("How to find each other."),
    Beat.FRAME: say("The question alone, while you speak."),
    Beat.ROUND: say("The same question, and a ring that closes."),
    Beat.CALL_BACK: say("One sentence that brings them back."),
}


class Framed(QWidget):
    """A miniature in a frame, as wide as it is told to be."""

    def __init__(self, view: WallView, *, colour: str, frame: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._frame = colour, frame
        self.view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(frame, frame, frame, frame)
        layout.addWidget(view)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_width(self, width: int) -> None:
        """Be `width` pixels wide, frame and all."""
        inside = width - 2 * self._frame
        self.setFixedSize(width, self.view.heightForWidth(inside) + 2 * self._frame)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        painter = begin(self)
        box(painter, QRectF(self.rect()), radius=4 + self._frame, fill=self._colour)
        painter.end()


class WallColumn(Ground):
    """`pressed` brings the id of an action (words, blank, seats, …), `reworded` a question."""

    pressed = Signal(str)
    reworded = Signal(str)

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._words, self._wall_words, self._paper = words, wall_words, wall_theme.name
        dark = theme.name == "dark"
        self.now = Framed(WallView(theme=wall_theme, now=now), colour=theme.line2 if dark else theme.ink, frame=FRAME)
        self.now.view.setAccessibleName(words(say("On the wall now")))
        self.next = Framed(WallView(theme=wall_theme, now=now), colour=theme.line2, frame=NEXT_FRAME)
        self.next.view.setAccessibleName(words(say("Next on the wall")))
        self.groups = GroupsPanel(theme=theme, words=words)
        self.wordings = Wordings(theme=theme, words=words)
        self.wordings.chosen.connect(self._reword)
        self.wordings.closed.connect(lambda: self.show_open(None))
        self.message = MessagePanel(theme=theme, wall_theme=wall_theme, words=words, now=now)
        self.people = PeoplePanel(theme=theme, words=words)
        self.phone = PhonePanel(theme=theme, words=words)
        self.notes = NotesToShow(theme=theme, wall_theme=wall_theme, words=words, wall_words=wall_words, now=now)
        self._head = label("", Role.LABEL, theme.ink2)
        self._colours = theme.ink, theme.ink2
        self._state = OneLine("", Role.CAPTION, theme.ink2)
        self._buttons = self._make_buttons(theme)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._lay_out(theme)
        self._where, self._toggle, self._seen = "", "", True
        self._close = self._crowded = False
        self.show_wall_state("")

    def _make_buttons(self, theme: Theme) -> dict[str, OutlineButton]:
        buttons = {
            "words": OutlineButton(self._words(say("Other words")), theme=theme, glyph="question", shape=_BUTTON),
            "blank": OutlineButton(self._words(say("Blank")), theme=theme, glyph="blank", shape=_BUTTON),
            "message": OutlineButton(self._words(say("Message")), theme=theme, glyph="message", shape=_BUTTON),
            "stone": OutlineButton(self._words(say("Stone")), theme=theme, glyph="form-circle", shape=_BUTTON,
                                   name=self._words(say("The stone goes on"))),
            "topics": OutlineButton(self._words(say("Topics")), theme=theme, glyph="openspace", shape=_BUTTON,
                                    name=self._words(say("The wall of topics"))),
            "seats": OutlineButton(self._words(say("Seats")), theme=theme, glyph="people", shape=_BUTTON,
                                   name=self._words(say("Who sits where"))),
            "copy": OutlineButton(self._words(say("Chat")), theme=theme, glyph="copy", shape=_BUTTON,
                                  name=self._words(say("Copy the question for a chat"))),
            "phone": OutlineButton(self._words(say("Phone")), theme=theme, glyph="quote", shape=_BUTTON,
                                   name=self._words(say("What to read on the phone"))),
            "swap": OutlineButton("", theme=theme, shape=_BUTTON),
            "wall": OutlineButton("", theme=theme, glyph="far", shape=_BUTTON),
        }
        for name, button in buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda checked=False, n=name: self.pressed.emit(n))
        for name in ("blank", "message"):
            buttons[name].setCheckable(True)
        return buttons

    def _lay_out(self, theme: Theme) -> None:
        head = QHBoxLayout()
        head.addWidget(self._head)
        head.addStretch(1)
        head.addSpacing(BETWEEN)
        head.addWidget(self._state)
        row = QWidget()
        flow = FlowLayout(row, gap=BETWEEN, row_gap=BETWEEN)
        for button in self._buttons.values():
            flow.addWidget(button)
        self._next_block = QWidget()
        beside = QHBoxLayout(self._next_block)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        self._next_head = Paragraph("", Role.LABEL, theme.ink2)
        self._next_title = Paragraph("", Role.LIVE_STEP, theme.ink)
        self._next_line = Paragraph("", Role.BODY, theme.ink2)
        text = QVBoxLayout()
        text.setSpacing(3)
        for words in (self._next_head, self._next_title, self._next_line):
            text.addWidget(words)
        text.addStretch(1)
        beside.addLayout(text, 1)
        self._below = QWidget()
        self._coming_column = coming = QVBoxLayout(self._below)
        coming.setContentsMargins(0, 0, 0, 0)
        for part in (self._next_block, Rule(theme.line), self.groups):
            coming.addWidget(part)
        self._column.addLayout(head)
        self._column.addSpacing(7)
        self._column.addWidget(self.now)
        self._column.addSpacing(12)
        self._column.addWidget(row)
        for part in (Rule(theme.line), self._below):
            self._column.addSpacing(GAP)
            self._column.addWidget(part)
        self._column.addWidget(self.message)
        self.message.hide()
        self._column.addWidget(self.wordings, 1)
        self._column.addWidget(self.people, 1)
        self._column.addWidget(self.phone, 1)
        self._column.addWidget(self.notes, 1)
        self._column.addStretch(0)
        self.wordings.hide()
        self.people.hide()
        self.phone.hide()
        self.notes.hide()

    def show_small(self, *, small: bool) -> None:
        """Sit closer on a small screen."""
        self._column.setContentsMargins(PAD, 12 if small else 18, PAD, 8)
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None and spacer.sizeHint().height() in (GAP, GAP_SMALL):
                spacer.changeSize(0, GAP_SMALL if small else GAP)
        self._coming_column.setSpacing(GAP_SMALL if small else GAP)
        self._column.invalidate()

    def show_close(self, *, close: bool) -> None:
        """Save height: the harvest box is awake on a small screen."""
        self._close = close
        self.groups.show_close(close=close or self._crowded)
        self._fit()

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say in tool tips which keys press what, by the id of the action."""
        for name, button in self._buttons.items():
            button.setToolTip(keys.get(name, ""))

    def show_wall_theme(self, theme: WallTheme) -> None:
        """Paper or Night from now on."""
        self._paper = theme.name
        for view in (self.now.view, self.next.view, self.message.view, self.notes.view):
            view.show_theme(theme)
        self.show_wall_state(self._where, self._toggle, seen=self._seen)

    def show_wall_state(self, where: str, toggle: str = "", *, seen: bool = True) -> None:
        """Say where the wall is (a display's name, a window), what its key would do now, and whether it is `seen`."""
        self._where, self._toggle, self._seen = where, toggle, seen
        self._head.show_text(self._words(say("On the wall now") if seen else say("Not on the wall now")))
        self._head.show_colour(self._colours[seen])
        night = self._paper == NIGHT
        name = self._words(say("Night") if night else say("Paper"))
        self._state.show_text(" · ".join(part for part in (name, where) if part))
        self._buttons["swap"].show_words(self._words(say("Paper") if night else say("Night")),
                                         glyph="sun" if night else "moon")
        self._buttons["wall"].show_words(toggle or self._words(say("Whole screen")))

    def show_session(self, session: Session, wordings: tuple[str, ...] = ()) -> None:
        """Show the wall as it is and as it will be; `wordings` are other ways to ask the live question."""
        self.now.view.show_audience(audience(session, self._wall_words))
        place = next_place(session)
        self.next.view.show_audience(audience_at(session, place, self._wall_words))
        self._buttons["blank"].setChecked(session.blank)
        self._buttons["blank"].show_words(self._words(say("Show again") if session.blank else say("Blank")))
        self._buttons["message"].setChecked(session.card is not None)
        self._buttons["message"].show_words(
            self._words(say("Message") if session.card is None else say("Take it away")))
        self._buttons["words"].setVisible(bool(wordings))
        self.wordings.show_questions(wordings)
        if not wordings and self.wordings.isVisible():
            self.show_open(None)
        self.message.show_notes(some=bool(to_show(session)))
        self._buttons["stone"].setVisible(next_holder(session) is not None)
        self._buttons["topics"].setVisible(is_open_space(session.gathering))
        self._buttons["seats"].setVisible(bool(session.gathering.roster.people))
        self._buttons["phone"].setVisible(session.gathering.mode is Mode.PHONE)
        self._buttons["copy"].setVisible(session.gathering.mode in (Mode.PLATFORM, Mode.HYBRID))
        if self.people.isVisible():
            self.people.show_session(session)
        if self.notes.isVisible():
            self.notes.show_session(session)
        if self.phone.isVisible():
            self.show_phone(session)
        head, title, line = self._coming(session)
        self._next_head.show_text(self._words(head))
        self._next_title.show_text(self._words(title))
        self._next_line.show_text(self._words(line))
        self.groups.show_session(session)
        self._fit()

    def show_open(self, panel: QWidget | None) -> None:
        """Show one of the panels in place of what comes next; None puts it away."""
        panels: tuple[QWidget, ...] = (self.wordings, self.message, self.people, self.phone, self.notes)
        for part in panels:
            part.setVisible(part is panel)
        self._below.setVisible(panel is None)
        self._fit()

    def show_phone(self, session: Session) -> None:
        """Show what is read aloud on the phone."""
        self.phone.show_script(phone_script(session, self._wall_words))

    def head(self) -> str:
        """What stands over the picture."""
        return self._head.text()

    def state(self) -> str:
        """Where the wall is, as it reads."""
        return self._state.text()

    def _reword(self, question: str) -> None:
        self.show_open(None)
        self.reworded.emit(question)

    def _coming(self, session: Session) -> tuple[Text, Text | str, Text]:
        place = next_place(session)
        if place is None:
            return say("Then"), say("Thank you"), say("The wall thanks everybody, and stays.")
        if place.step_id == session.step_id:
            return say("Next on the wall"), BEATS[place.beat], _COMES[place.beat]
        step = session.gathering.step(place.step_id)
        if step is None:
            return say("Then"), "", say("")
        if step.kind is Kind.BREAK:
            line = say("The time at which you begin again.")
        elif step.kind is Kind.SESSIONS:
            line = say("People go where they are curious.")
        elif is_small_group(step.form):
            same = step.regroup is Regroup.SAME
            placed = session.gathering.seats_at(step.id) is not None
            line = say("Two pairs make one four.") if pairs_join(session.gathering, step) else \
                say("The same groups turn their chairs in.") if same else \
                say("Everybody is told with whom they sit.") if placed else say("People find new faces.")
        else:
            line = say("One circle.") if step.form is Form.CIRCLE else say("The whole room, as it sits.")
        return say("Then"), step.title, line

    def resizeEvent(self, event: object) -> None:
        """The miniature is as wide as the column; where height is short, only what is needed stays below it."""
        self._crowded = self.height() < grown(CROWDED if self.width() > NARROW else CROWDED_NARROW)
        self._next_line.setVisible(not self._crowded)
        self.groups.show_close(close=self._close or self._crowded)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """A longer word may need one more row of buttons: the miniature makes room for it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        """As wide as the column, or as wide as the height allows: what is below it is never covered."""
        wide = self.width() - 2 * PAD
        buttons = [button for button in self._buttons.values() if button.isVisibleTo(self)]
        tight = sum(button.wide() for button in buttons) + BETWEEN * (len(buttons) - 1) > wide
        for button in buttons:   # one row of words is better than two rows with glyphs
            button.show_bare(bare=tight)
        spare = wide - sum(button.sizeHint().width() for button in buttons) - BETWEEN * (len(buttons) - 1)
        for button in buttons:   # and one row is as wide as the column
            button.setMinimumWidth(button.sizeHint().width() + spare // len(buttons) if spare >= 0 else 0)
        self.next.show_width(min(NEXT_WIDTH, wide // (4 if self._crowded else 2)))
        rest = self._column.minimumHeightForWidth(self.width()) - self.now.minimumHeight()
        inside = round((self.height() - rest - 2 * FRAME) * WIDE)
        self.now.show_width(max(SLIGHTEST, min(wide, inside + 2 * FRAME)))
