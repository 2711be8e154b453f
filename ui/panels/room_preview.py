"""What the room will see in a step, beat by beat, and what its protocol says about places other than one room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.design.gathering import Gathering, PlannedStep
from app.groups.forms import is_small_group
from app.library.protocol import Beat, Kind
from app.live.audience import audience_of
from app.live.elsewhere import note
from app.words import Text, Words, say
from ui.projector.view import WallView
from ui.theme import Theme, WallTheme
from ui.type import Role
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option
from ui.widgets.rules import Rule
from ui.widgets.segment import Segment
from ui.widgets.surfaces import Ground

SIDE = 26
"""Pixels of air at the left and the right."""


class RoomPreview(QWidget):
    """A true miniature of the wall for one step, with room for more `below` it. It reports nothing."""

    def __init__(self, *, theme: Theme, wall_theme: WallTheme, words: Words, wall_words: Words,
                 now: Callable[[], int], below: Sequence[QWidget] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words, self._wall_words = theme, words, wall_words
        self._shown: tuple[Gathering, PlannedStep] | None = None
        self._beat = Beat.FRAME
        self._wall = WallView(theme=wall_theme, now=now)
        self._wall.setAccessibleName(words(say("What the room will see")))
        frame = Ground(theme.ink)
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(4, 4, 4, 4)
        inner.addWidget(self._wall)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        frame.setSizePolicy(policy)
        self._frame = frame
        self._beats = Segment([Option(Beat.GATHER.value, words(say("Gather"))),
                               Option(Beat.FRAME.value, words(say("Question"))),
                               Option(Beat.CALL_BACK.value, words(say("Call back")))], theme=theme,
                              name=words(say("Which moment")), height=34, pad=6)
        self._beats.show_choice(self._beat.value)
        self._beats.chosen.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 16, SIDE, 16)
        column.setSpacing(0)
        self._heading = Paragraph(words(say("What the room will see")), Role.PANEL, theme.ink)
        column.addWidget(self._heading)
        column.addSpacing(10)
        column.addWidget(frame)
        column.addSpacing(12)
        column.addWidget(self._beats)
        for part in below:
            column.addWidget(part)
        self._notes = QVBoxLayout()
        self._notes.setContentsMargins(0, 22, 0, 0)
        self._notes.setSpacing(4)
        column.addLayout(self._notes)
        column.addStretch(1)

    def show_step(self, gathering: Gathering, step: PlannedStep | None) -> None:
        """Show this step of that gathering; None shows nothing."""
        self._shown = (gathering, step) if step is not None else None
        for part in (self._heading, self._frame):
            part.setVisible(step is not None)
        asks = (Kind.QUESTION, Kind.SAMPLING, Kind.TALK)
        grouped = step is not None and is_small_group(step.form) and step.kind in asks
        self._beats.setVisible(grouped)
        self._renew(grouped=grouped)

    def least_width(self) -> int:
        """Pixels below which words are cut, in whatever step is shown."""
        return max(self.minimumSizeHint().width(), self._beats.minimumSizeHint().width() + 2 * SIDE)

    def show_moment(self, beat: Beat) -> None:
        """Show this moment of steps with small groups."""
        self._beats.show_choice(beat.value)
        self._turn(beat.value)

    def _turn(self, beat: str) -> None:
        self._beat = Beat(beat)
        self._renew(grouped=self._beats.isVisibleTo(self))

    def _renew(self, *, grouped: bool) -> None:
        while self._notes.count():
            item = self._notes.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._shown is None:
            return
        gathering, step = self._shown
        beat = self._beat if grouped else Beat.FRAME
        self._wall.show_audience(audience_of(step, self._wall_words, beat=beat, gathering=gathering))
        for number, (heading, lines) in enumerate(self._told(gathering, step)):
            if number:
                self._notes.addSpacing(10)
            self._note(Rule(self._theme.line))
            self._notes.addSpacing(10)
            self._note(label(self._words(heading), Role.LABEL, self._theme.ink2))
            for line in lines:
                self._note(Paragraph(line, Role.BODY, self._theme.ink))

    def _note(self, part: QWidget) -> None:
        self._notes.addWidget(part)
        part.show()

    def _told(self, gathering: Gathering, step: PlannedStep) -> tuple[tuple[Text, tuple[str, ...]], ...]:
        """Notes for where people are, then what to watch for."""
        for_mode = note(step, gathering.mode)
        watch = (*step.watch.gather, *step.watch.frame, *step.watch.round)[:4]
        told: list[tuple[Text, tuple[str, ...]]] = []
        if for_mode is not None:
            told.append((for_mode[0], (for_mode[1],)))
        if watch:
            told.append((say("Watch for"), watch))
        return tuple(told)
