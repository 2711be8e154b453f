"""The harvest strip under the host page: asleep while small groups talk, awake when the room speaks to the room.

It never loses a word: what is written stays until somebody says that it was kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.groups.forms import Form, is_small_group
from app.library.protocol import NAMELESS, Beat, Keeps, Kind
from app.live.session import Session
from app.live.stone import MIDDLE
from app.words import Text, Words, say, say_n
from ui.panels.last_notes import LastNotes
from ui.panels.note_writer import NoteWriter
from ui.theme import Theme
from ui.touch import target
from ui.type import USUAL, Role, text_size
from ui.widgets.glyph import GlyphLabel
from ui.widgets.labels import Paragraph, label
from ui.widgets.surfaces import Ground

ASLEEP, ASLEEP_SMALL, TALLER = 92, 76, 16
AWAKE, AWAKE_SMALL, CHIP = 190, 160, 32
MOST_KINDS = 3
_UNSAID = (Keeps.INSIGHT, Keeps.QUESTION, Keeps.PROMISE)
"""Kinds offered where a step expects nothing written and the host writes all the same."""

_ASLEEP: dict[Form, Text] = {
    Form.PAIRS: say("Asleep while pairs talk. Press {key} to wake it.", key="H"),
    Form.THREES: say("Asleep while threes talk. Press {key} to wake it.", key="H"),
    Form.FOURS: say("Asleep while fours talk. Press {key} to wake it.", key="H"),
    Form.TABLE: say("Asleep while tables talk. Press {key} to wake it.", key="H"),
    Form.TABLE_OF_FIVE: say("Asleep while tables talk. Press {key} to wake it.", key="H"),
}
_BELONGS: dict[Form, Text] = {
    Form.PAIRS: say("What a pair says stays with the pair."),
    Form.THREES: say("What a three says stays with the three."),
    Form.FOURS: say("What a four says stays with the four."),
    Form.TABLE: say("What a table says stays at the table."),
    Form.TABLE_OF_FIVE: say("What a table says stays at the table."),
}


_CIRCLE = say("What is said in the circle stays in the circle.")


@dataclass(frozen=True, slots=True)
class Sleep:
    """Why the box sleeps: two sentences."""

    words: Text
    why: Text


def why_asleep(session: Session) -> Sleep | None:
    """Whether the harvest box sleeps by itself in the live beat, and with which words. None: it is awake."""
    step = session.step
    if step is not None and is_small_group(step.form):
        words = _ASLEEP[step.form] if session.beat is Beat.ROUND else \
            say("Asleep until the room speaks. Press {key} to wake it.", key="H")
        return Sleep(words, _BELONGS[step.form])
    if step is not None and step.form is Form.CIRCLE and step.kind is Kind.QUESTION:
        if session.stone is not None and session.stone.holder != MIDDLE:
            return Sleep(say("Asleep for the stone. Press {key} to wake it.", key="H"), _CIRCLE)
        if all(kind is Keeps.NOTHING for kind in step.keeps):
            return Sleep(say("Asleep for the circle. Press {key} to wake it.", key="H"), _CIRCLE)
    if step is not None and step.kind is Kind.BREAK:
        return Sleep(say("Asleep during the break. Press {key} to wake it.", key="H"), say("Yours is the break, too."))
    if step is not None and step.kind is Kind.MARKETPLACE:
        return Sleep(say("Asleep while the wall fills. Press {key} to wake it.", key="H"),
                     say("Topics are copied with {key}.", key="A"))
    if step is not None and step.kind is Kind.SESSIONS:
        return Sleep(say("Asleep while talks run. Press {key} to wake it.", key="H"),
                     say("Reports can be typed when they come in."))
    return None


def _pressed_by(key: str, sentence: Text) -> Text:
    """The same sentence, if it names a key, with the one that is the host's own."""
    return replace(sentence, values=(("key", key),)) if key and sentence.values else sentence


def kinds(session: Session) -> tuple[Keeps, ...]:
    """The kinds of note the live step offers, three at most."""
    step = session.step
    offered = tuple(k for k in step.keeps if k is not Keeps.NOTHING) if step is not None else ()
    return (offered or _UNSAID)[:MOST_KINDS]


def names_allowed(session: Session) -> bool:
    """Whether a name may stand with a note of the live step, if the named person agreed."""
    return session.step is None or session.step.family not in NAMELESS


class _Asleep(QWidget):
    """The quiet strip. A click anywhere wakes it."""

    pressed = Signal()

    def __init__(self, *, theme: Theme) -> None:
        super().__init__()
        self.words = Paragraph("", Role.SAY, theme.ink2)
        self.why = label("", Role.BODY, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
        self.count = label("", Role.BODY, theme.ink2, align=Qt.AlignmentFlag.AlignRight)
        self.row = QHBoxLayout(self)
        self.row.setSpacing(18)
        self.row.addWidget(GlyphLabel("moon", theme.ink2, 22))
        self.row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addStretch(1)
        text.addWidget(self.why)
        text.addWidget(self.count)
        text.addStretch(1)
        self.row.addLayout(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wake."""
        self.pressed.emit()


class HarvestStrip(Ground):
    """`woken` when a hand wakes it, `written` brings notes, `taken_back` the wish to undo the last note."""

    woken = Signal()
    written = Signal(object)
    taken_back = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.sunken, line=theme.line2, lines="t", parent=parent)
        self._theme, self._words, self._small, self._awake = theme, words, False, False
        self._session: Session | None = None
        self._wakes = self._copies = ""
        self._asleep = _Asleep(theme=theme)
        self._asleep.pressed.connect(self.woken)
        self.writer = NoteWriter(theme=theme, words=words)
        self.notes = LastNotes(theme=theme, words=words)
        self.writer.written.connect(self.written)
        self.writer.taken_back.connect(self.taken_back)
        self.writer.grown.connect(self._fit)
        self.notes.taken_back.connect(self.taken_back)
        awake = QWidget()
        self._row = QHBoxLayout(awake)
        self._row.setSpacing(0)
        self._row.addWidget(self.writer)
        self._row.addWidget(self.notes, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._asleep)
        self._stack.addWidget(awake)
        self._now_width, self._pad = 676, 34
        self.show_awake(awake=False)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say which keys wake it, take a note back and copy topics, by the id of the command."""
        self._wakes, self._copies = keys.get("wake", ""), keys.get("topics", "")
        self.notes.show_key(keys.get("take back", "").replace("+", " "))
        if self._session is not None:
            self.show_session(self._session)

    def show_small(self, *, small: bool) -> None:
        """Use less height on a small screen."""
        self._small = small
        self.writer.show_small(small=small)
        self.notes.show_small(small=small)
        self._fit()

    def show_columns(self, *, now: int, pad: int, right: int) -> None:
        """Stand under the now column (`now` wide, its `pad`) and the wall column (whose pad is `right`), in pixels."""
        self._asleep.row.setContentsMargins(pad, 0, right + 12, 0)
        self._row.setContentsMargins(pad, 1, right, 0)
        self.writer.setFixedWidth(max(240, now - 2 * pad))
        self._row.setSpacing(pad + right)
        self._fit()

    def show_session(self, session: Session) -> None:
        """Show the live step's kinds and the notes so far."""
        self._session = session
        asleep = why_asleep(session)
        if asleep is not None:
            self._asleep.words.show_text(self._words(_pressed_by(self._wakes, asleep.words)))
            self._asleep.why.show_text(self._words(_pressed_by(self._copies, asleep.why)))
        count = len(session.notes)
        self._asleep.count.show_text(self._words(
            say_n("{n} note kept.", "{n} notes kept.", count) if count else say("Nothing kept yet.")))
        self._asleep.setAccessibleName(self._asleep.words.text())
        self.writer.show_topics(tuple(topic.title for topic in session.market.standing()))
        self.writer.show_kinds(kinds(session), names=names_allowed(session))
        self._fit()
        self.notes.show_notes(session.notes)

    def show_awake(self, *, awake: bool) -> None:
        """Open for writing, or sleep. With words in it, it stays open."""
        self._awake = awake or bool(self.writer.text().strip())
        self._stack.setCurrentIndex(1 if self._awake else 0)
        self.show_colour(self._theme.window if self._awake else self._theme.sunken)
        self._fit()

    def is_awake(self) -> bool:
        """Whether notes can be written."""
        return self._awake

    def text(self) -> str:
        """The sentence of the sleeping box."""
        return self._asleep.words.text()

    def clear(self) -> None:
        """The note was kept: begin a new one."""
        self.writer.clear()

    def _fit(self) -> None:
        if self._awake:
            height = (AWAKE_SMALL if self._small else AWAKE) + self.writer.grown_by() + target(CHIP) - CHIP
            height = max(height, self.writer.least())   # larger words may need one line more
        else:
            height = (ASLEEP_SMALL if self._small else ASLEEP) + TALLER * (text_size() - USUAL) // USUAL
        if height != self.height():
            self.setFixedHeight(height)


