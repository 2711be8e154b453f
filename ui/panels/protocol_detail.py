"""One protocol, told whole: what it is for, its question and other ways to ask it, what to say, what is kept.

It decides nothing but which wording is looked at; `protocol_words` has the sentences, `protocol_parts` the parts.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.kinds import kind_name
from app.library.protocol import Protocol, Step
from app.words import Words, say
from ui.panels.detail_head import DetailHead
from ui.panels.protocol_parts import Asked, BarredList, Facts, StepList, Told
from ui.panels.protocol_words import kept_line, told
from ui.theme import Theme
from ui.type import Role
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.glyph import kind_family, kind_glyph
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.rules import Rule
from ui.widgets.segment import Segment

WIDEST, MEASURE = 940, 680
_PLACES = {"platform": say("Platform"), "phone": say("Phone"), "hybrid": say("Hybrid")}


class ProtocolDetail(QWidget):
    """What is scrolled; its `head` stands above it and stays in sight.

    `add` and `host_now` say that the protocol shown is wanted, asked as `question()`.
    """

    add = Signal()
    host_now = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._asked: Asked | None = None
        self.head = DetailHead(theme=theme, words=words)
        self.head.add.connect(self.add)
        self.head.host_now.connect(self.host_now)
        self._body = QWidget()
        self.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._body)
        self._column.addStretch(1)

    def question(self) -> str:
        """The wording chosen, or "" where the protocol asks nothing."""
        return self._asked.question() if self._asked is not None else ""

    def show_open_gathering(self, title: str) -> None:
        """Which gathering a protocol would be added to; "" where none is open."""
        self.head.show_open_gathering(title)

    def show_notice(self, text: str) -> None:
        """A quiet sentence under the buttons, until another protocol is shown."""
        self.head.show_notice(text)

    def show_protocol(self, protocol: Protocol) -> None:
        """Tell `protocol`, asked as its file asks it."""
        self.head.show_protocol(protocol)
        body = self._told(protocol)
        self._column.replaceWidget(self._body, body)
        body.setGeometry(self._body.geometry())   # so that the first layout is at the right width, and the only one
        self._body.hide()
        self._body.deleteLater()
        self._body = body
        body.show()

    def _told(self, protocol: Protocol) -> QWidget:
        theme, words, step = self._theme, self._words, protocol.main_step
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        purpose = Paragraph(protocol.purpose, Role.LIVE_STEP, theme.ink2)
        purpose.setMaximumWidth(MEASURE)
        measured = QHBoxLayout()   # in a column its height would be asked for at the column's width
        measured.addWidget(purpose, 1)
        measured.addStretch(0)
        column.addLayout(measured)
        column.addSpacing(20)
        self._asked = Asked(step, theme=theme, words=words) if step.question else None
        if self._asked is not None:
            column.addWidget(self._asked)
        else:
            column.addWidget(Rule(theme.line))
        column.addWidget(Facts(protocol, theme=theme, words=words))
        for section in self._sections(protocol, step):
            column.addWidget(Rule(theme.line))
            column.addSpacing(18)
            column.addWidget(section)
            column.addSpacing(18)
        return body

    def _sections(self, protocol: Protocol, step: Step) -> list[QWidget]:
        theme, words = self._theme, self._words
        spoken = told(step.say, step, words)
        watched = told(step.watch, step, words)
        sections = [StepList(protocol.steps, theme=theme, words=words)] if len(protocol.steps) > 1 else []
        pairs = [
            (Told(say("Say"), spoken, theme=theme, words=words) if spoken else None,
             Told(say("Watch for"), watched, theme=theme, words=words, barred=True) if watched else None),
            (BarredList(say("When it helps"), protocol.when, theme=theme, words=words) if protocol.when else None,
             BarredList(say("When something else is better"), protocol.when_not, theme=theme, words=words)
             if protocol.when_not else None),
            (_Kept(step, theme=theme, words=words), _elsewhere(step, theme=theme, words=words)),
        ]
        return [*sections, *(_side_by_side(left, right) for left, right in pairs if left or right)]


class _Kept(QWidget):
    """Which kinds of notes are kept, if any."""

    def __init__(self, step: Step, *, theme: Theme, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(Paragraph(words(say("When the room speaks, keep")), Role.LABEL, theme.ink2))
        kinds = QWidget()
        flow = FlowLayout(kinds, gap=8)
        for kind in step.keeps:
            chip = Chip(words(kind_name(kind)), theme=theme, glyph=kind_glyph(kind), family=kind_family(kind),
                        tinted=True, checkable=False)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # it is read here, not pressed
            flow.addWidget(chip)
        column.addWidget(kinds)
        column.addWidget(Paragraph(words(kept_line(step)), Role.BODY, theme.ink2))
        column.addStretch(1)


class _Elsewhere(QWidget):
    """How it changes on a platform, on the phone, in a hybrid room: whichever of them the file tells."""

    def __init__(self, notes: dict[str, str], *, theme: Theme, words: Words) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(10)
        column.addWidget(Paragraph(words(say("When not in one room")), Role.LABEL, theme.ink2))
        segment = Segment([Option(place, words(_PLACES[place])) for place in notes], theme=theme,
                          name=words(say("When not in one room")))
        note = Paragraph("", Role.BODY, theme.ink2)
        segment.chosen.connect(lambda place: note.show_text(notes[place]))
        note.show_text(notes[segment.choice()])
        column.addWidget(segment, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(note)
        column.addStretch(1)


def _elsewhere(step: Step, *, theme: Theme, words: Words) -> QWidget | None:
    notes = {place: getattr(step.elsewhere, place) for place in _PLACES if getattr(step.elsewhere, place)}
    return _Elsewhere(notes, theme=theme, words=words) if notes else None


def _side_by_side(left: QWidget | None, right: QWidget | None) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(28)
    for part, share in ((left, 51), (right, 49)):
        row.addWidget(part or QWidget(), share)
    return pair
