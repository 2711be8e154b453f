"""The middle of the host page: the live step with its question, its beats, its clock, its row and its script."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.gathering import PlannedStep
from app.library.protocol import Beat, Voice, beats_of
from app.live.audience import form_name
from app.live.face import face
from app.live.script import script
from app.live.session import Session
from app.words import Text, Words, say
from ui.panels.clock import ClockPanel
from ui.panels.live_row import LiveRow
from ui.panels.one_line import OneLine
from ui.panels.script import ScriptPanel
from ui.panels.topics import TopicsPanel
from ui.theme import Theme
from ui.type import Role, line_height
from ui.widgets.balanced import Balanced
from ui.widgets.beats import BeatTrail
from ui.widgets.glyph import FamilyTile
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

PAD, PAD_SMALL = 34, 24
LINES = 3
"""Lines of a question before it is set smaller: the wall and its miniature show it whole."""

LOW = 640
"""Pixels of height below which the column stands closer, as on a small screen: a card lies above it."""
SCRIPT_LEAST = 2
"""Lines to say that must be in sight, heading and all, before the clock gives way."""


@dataclass(frozen=True, slots=True)
class _Room:
    """Pixels before the beats, the clock, the row and the script, and the clock's size. `close`: no meta line."""

    gaps: tuple[int, int, int, int]
    clock: Role
    close: bool = False


_ROOMS = (_Room((9, 26, 18, 28), Role.CLOCK), _Room((4, 12, 14, 20), Role.CLOCK_SMALL),
          _Room((4, 8, 10, 12), Role.CLOCK_LOW, close=True))

BEATS: dict[Beat, Text] = {
    Beat.GATHER: say("Gather"), Beat.FRAME: say("Frame"), Beat.ROUND: say("Round"), Beat.CALL_BACK: say("Call back"),
}
_FAMILIES: dict[str, Text] = {
    "invitation": say("Invitation"), "possibility": say("Possibility"), "ownership": say("Ownership"),
    "dissent": say("Dissent"), "commitment": say("Commitment"), "gifts": say("Gifts"),
    "crossroads": say("Crossroads"), "contracting": say("Contracting"), "world cafe": say("World Café"),
    "open space": say("Open Space"), "appreciative inquiry": say("Appreciative Inquiry"),
    "art of convening": say("Art of Convening"),
}
_VOICES: dict[Voice, Text] = {
    Voice.PEERS: say("peers speak"), Voice.ROOM: say("the room speaks"), Voice.HOST: say("you speak"),
    Voice.SPEAKER: say("a guest speaks"), Voice.SILENCE: say("silence"),
}


def meta_line(step: PlannedStep, words: Words) -> str:
    """Family, form and voice of a step in one line."""
    family = _FAMILIES.get(step.family or "", step.title if step.question else say("Business"))
    form = words(form_name(step.form))
    return " · ".join((words(family), form[:1].lower() + form[1:], words(_VOICES[step.voice])))


class NowColumn(Ground):
    """What is now. Buttons are in `row`."""

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.surface, line=theme.line, lines="r", parent=parent)
        self._words = words
        self.row = LiveRow(theme=theme, words=words)
        self.clock = ClockPanel(theme=theme, words=words)
        self.script = ScriptPanel(theme=theme, words=words)
        self.silent = False
        """Whether the computer's bell does not ring."""
        self.topics = TopicsPanel(theme=theme, words=words)
        self._tile = FamilyTile("", theme=theme, px=46)
        self._meta = OneLine("", Role.BODY, theme.ink2)
        self._question = Balanced("", Role.LIVE_QUESTION, theme.ink)
        self._beats = BeatTrail((), 0, theme=theme)
        self._scroll = Scroll(self._question, name=words(say("The question")))
        head = QHBoxLayout()
        head.setSpacing(15)
        tile = QVBoxLayout()
        tile.addWidget(self._tile)
        tile.addStretch(1)
        head.addLayout(tile)
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addWidget(self._meta)
        text.addWidget(self._scroll)
        head.addLayout(text, 1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        for part in (self._beats, self.clock, self.row):
            self._column.addSpacing(10)
            self._column.addWidget(part)
        self._column.addSpacing(10)
        self._column.addWidget(self.script, 1)
        self._column.addWidget(self.topics, 1)
        self.topics.hide()
        self._has_beats = False
        self._small, self._room = False, _ROOMS[-1]
        self._column.setContentsMargins(PAD, 20, PAD + 1, 8)

    def show_small(self, *, small: bool) -> None:
        """Use the room of a small screen, or of a large one."""
        self._small = small
        pad = PAD_SMALL if small else PAD
        self._column.setContentsMargins(pad, 14 if small else 20, pad + 1, 8)
        self._fit()

    def show_topics(self, *, shown: bool) -> None:
        """The wall of topics takes the place of question, clock and script, or gives it back. The row stays."""
        self.topics.setVisible(shown)
        self.clock.setVisible(not shown)
        self.script.setVisible(not shown)
        for part in (self._tile, self._scroll, self._meta):
            part.setVisible(not shown)
        self._beats.setVisible(not shown and self._has_beats)
        self._fit()

    def shows_topics(self) -> bool:
        """Whether the wall of topics is in the clock's place."""
        return not self.topics.isHidden()

    def show_session(self, session: Session, now: int) -> None:
        """Show the live step."""
        step = session.step
        if step is None:
            return
        beats = beats_of(step)
        self._tile.show_family(step.family or "part")
        self._meta.show_text(meta_line(step, self._words))
        self._question.show_text(step.question or step.title)
        self._beats.show_beats(tuple(self._words(BEATS[beat]) for beat in beats),
                               beats.index(session.beat) if session.beat in beats else len(beats))
        self._has_beats = len(beats) > 1
        self._beats.setVisible(self._has_beats and not self.shows_topics())
        self.show_time(session, now)
        self._fit()

    def show_time(self, session: Session, now: int) -> None:
        """Show what the clock says at `now` (epoch ms)."""
        step = session.step
        if step is None:
            return
        self.clock.show_face(face(session, now), step.family or "")
        self.script.show_script(script(session, now, self._words, silent=self.silent), big=session.beat is Beat.FRAME)

    def resizeEvent(self, event: object) -> None:
        """A question may need more lines; a card above the page, or large words, leave less height."""
        self._fit()

    def _fit(self) -> None:
        margins = self._column.contentsMargins()
        inner = self.width() - margins.left() - margins.right()
        width = inner - self._tile.width() - 15
        self._question.show_role(Role.LIVE_QUESTION)
        if self._question.heightForWidth(width) > LINES * line_height(Role.LIVE_QUESTION):
            self._question.show_role(Role.SAY)
        asked = min(self._question.heightForWidth(width), 4 * line_height(Role.SAY))
        self._scroll.setFixedHeight(asked)
        low = self._small or self.height() < LOW
        for room in _ROOMS[-1:] if self.shows_topics() else _ROOMS[low:]:
            self._wear(room)
            head = max(self._tile.height(), asked + (0 if room.close else 3 + line_height(Role.BODY)))
            beats = 0 if self._beats.isHidden() else self._beats.sizeHint().height()
            taken = head + beats + self.clock.high(room.clock, inner) + self.row.height() + sum(room.gaps)
            if margins.top() + taken + margins.bottom() + SCRIPT_LEAST * line_height(Role.SAY) <= self.height():
                return

    def _wear(self, room: _Room) -> None:
        if room is self._room:
            return
        self._room = room
        for place, gap in zip((1, 3, 5, 7), room.gaps, strict=True):
            item = self._column.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                spacer.changeSize(0, gap)
        self._meta.setVisible(not room.close and not self.shows_topics())
        self.clock.show_role(room.clock)
        self.row.show_small(small=room is not _ROOMS[0])
        self._column.invalidate()
