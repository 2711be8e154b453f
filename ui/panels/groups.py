"""How many people are here, in which form, and how many groups of which size that makes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import Mode
from app.groups.forms import TABLES, Form, is_small_group
from app.groups.split import split
from app.live.audience import form_name
from app.live.engine import MOST_PEOPLE
from app.live.script import about_line, apart_line, groups_line
from app.live.session import Session, is_guessed
from app.live.whereabouts import sizes_apart, too_few
from app.words import Words, say
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import OutlineButton, Shape
from ui.widgets.dots import GroupDots
from ui.widgets.glyph import form_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.stepper import Stepper

CHOICES = (Form.PAIRS, Form.THREES, Form.FOURS)
_SQUARE = Shape(height=36, radius=8, pad=11, glyph=20)


class GroupsPanel(QWidget):
    """`counted` brings the people present, `formed` a `Form`. With badges `came` and `went` ask who it was."""

    counted = Signal(int)
    came = Signal()
    went = Signal()
    formed = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._people = Stepper(1, theme=theme, least=1, most=MOST_PEOPLE, name=words(say("People here")),
                               less=words(say("One person fewer")), more=words(say("One person more")), height=36)
        self._people.valueChanged.connect(self.counted)
        self._people.asked.connect(lambda by: (self.came if by > 0 else self.went).emit())
        self._forms = {form: OutlineButton("", theme=theme, glyph=form_glyph(form), shape=_SQUARE,
                                           name=words(form_name(form))) for form in (*CHOICES, *TABLES)}
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._people)
        row.addWidget(label(words(say("here")), Role.BODY, theme.ink2))
        row.addStretch(1)
        for form, button in self._forms.items():
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda checked=False, f=form: self._form(f))
            row.addWidget(button)
        self._side = GroupDots((), theme.ink2, px=26, width=150)
        row.addWidget(self._side)
        self._dots = GroupDots((), theme.ink2, px=28, width=170, rows=2)
        self._line = Paragraph("", Role.BODY_BOLD, theme.ink)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self._line)
        self._self = Paragraph("", Role.BODY, theme.ink2)
        text.addWidget(self._self)
        text.addStretch(1)
        self._groups = QWidget()
        below = QHBoxLayout(self._groups)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(24)
        below.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignTop)
        below.addLayout(text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(row)
        column.addWidget(self._groups)
        self._close, self._sized, self._busy, self._badges, self._here = False, False, False, False, True
        self._show_self()

    def show_close(self, *, close: bool) -> None:
        """Give up the second row: the harvest box is awake on a small screen."""
        self._close = close
        self._groups.setVisible(self._sized and not close)

    def show_session(self, session: Session) -> None:
        """Show the live step's groups, or those of the next step that has some."""
        step = session.step
        form = step.form if step is not None else Form.ROOM
        live = is_small_group(form)
        self._here = session.gathering.mode is Mode.ROOM   # to people on a screen nobody sits down
        self._badges = bool(session.gathering.roster.people)
        self._people.show_value(session.people)
        self._people.show_asking(
            asks=self._badges,
            less=self._words(say("Somebody goes home") if self._badges else say("One person fewer")),
            more=self._words(say("Somebody came late") if self._badges else say("One person more")))
        self._show_self()
        for choice, button in self._forms.items():
            button.setVisible(live and (choice in CHOICES or choice is form))
            button.setChecked(choice is form)
        near, far = sizes_apart(session)
        guessed = is_guessed(session) and not far
        told = about_line(session.people, form, why=False) if guessed else apart_line(near, far)
        lonely = too_few(session)
        line = (say("{sizes} {lonely}", sizes=told, lonely=lonely) if told and lonely else told) if live else None
        self._sized = line is not None
        self._line.show_text(self._words(line) if line is not None else "")
        self._dots.show_sizes((*near, *far), self._line.text())
        self._groups.setVisible(self._sized and not self._close)
        coming = Form.ROOM if live else _coming(session)
        coming_line = about_line(session.people, coming, why=False) if guessed else groups_line(session.people, coming)
        self._side.show_sizes(split(session.people, coming),
                              self._words(coming_line) if coming_line is not None else "")
        self._side.setToolTip(self._side.accessibleName())
        self._side.setVisible(coming_line is not None)

    def show_busy(self, *, busy: bool) -> None:
        """Whether it is being worked out who sits with whom from here on."""
        self._busy = busy
        self._show_self()

    def line(self) -> str:
        """How many groups of which size, as it reads; "" where the room is not split."""
        return self._line.text()

    def _show_self(self) -> None:
        """What the host reads under the groups."""
        text = say("Working out who sits with whom next.") if self._busy else \
            say("Sit with them if you wear a badge too.") if self._badges else \
            say("Sit with them, and count yourself in.")
        self._self.show_text(self._words(text))
        self._self.setVisible(self._busy or self._here)

    def _form(self, form: Form) -> None:
        for choice, button in self._forms.items():
            button.setChecked(choice is form)
        self.formed.emit(form)


def _coming(session: Session) -> Form:
    """The form of the next step with small groups, or the room."""
    steps = session.gathering.steps
    live = session.gathering.index(session.step_id) if session.step is not None else -1
    return next((step.form for step in steps[live + 1:] if is_small_group(step.form)), Form.ROOM)
