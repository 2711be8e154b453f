"""The fields of a host's own protocol, from its question to what is different far away. Several lines, several texts.

Steps other than the one that asks, and whatever has no field here, stay as they are. What is chosen lies in the step
as it is here; texts are read from their fields.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.cue_sets import offered
from app.design.refit import in_form, keeping, leaving_out, turned, voices_in
from app.groups.forms import Form
from app.library.coach import remark
from app.library.names import family_name, form_word, mode_name, setting_name, voice_word
from app.library.protocol import MODES, SETTINGS, Elsewhere, Family, Lines, Protocol, Step, Timer, Voice
from app.library.rules import MOST_MINUTES, MOST_PEOPLE
from app.words import Text, Words, say
from ui.panels.protocol_kept import ProtocolKept
from ui.panels.round_moments import AS_SET, RoundMoments, read_warnings
from ui.theme import Theme
from ui.type import Role, grown
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.choice import Choice
from ui.widgets.fields import Field, TextArea
from ui.widgets.glyph import family_glyph, form_glyph, voice_glyph
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.stepper import Stepper

_BEATS: tuple[tuple[str, Text], ...] = (
    ("gather", say("While they find each other")), ("frame", say("With the question")),
    ("round", say("During the round")), ("over", say("When the time is over")),
    ("call_back", say("When you call them back")))
_PLACES = (("platform", say("On a platform")), ("phone", say("On the phone")), ("hybrid", say("Hybrid")))


class ProtocolForm(QWidget):
    """`changed` on every change by a person; what is written is `protocol()`."""

    changed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._shown: Protocol | None = None
        self._step: Step | None = None
        self._areas: dict[str, TextArea] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._make_head()
        self._make_facts()
        self._make_round()
        self._heading(say("What you say, line by line"))
        for beat, text in _BEATS:
            self._area(f"say.{beat}", text)
        self._heading(say("What you watch for"))
        for beat, text in _BEATS:
            self._area(f"watch.{beat}", text)
        self._make_kept()
        self._heading(say("When, and for whom"))
        self._area("when", say("When it helps"))
        self._area("when_not", say("When something else is better"))
        self._settings = self._chips(say("Occasions; none means all"), {s: setting_name(s) for s in SETTINGS})
        self._modes = self._chips(say("Where"), {m: mode_name(m) for m in MODES})
        self._heading(say("When not in one room"))
        for place, text in _PLACES:
            self._area(place, text, least=1)
        self._column.addStretch(1)

    def show_protocol(self, protocol: Protocol) -> None:
        """Hold what `protocol` says."""
        self._shown = protocol
        self._step = step = protocol.main_step
        self._title.show_text(protocol.title)
        self._family.show_choice(protocol.family.value)
        self._moments.put_away()
        self._kept.put_away()
        self._show_step(step)
        for stepper, number in zip((self._fewest, self._most), protocol.people, strict=True):
            stepper.show_value(number)
        held = {"purpose": protocol.purpose, "question": step.question, "foot": step.wall.foot,
                "wordings": "\n".join(step.wordings), "when": "\n".join(protocol.when),
                "when_not": "\n".join(protocol.when_not),
                **{place: getattr(step.elsewhere, place) for place, _ in _PLACES},
                **{f"say.{beat}": "\n".join(getattr(step.say, beat)) for beat, _ in _BEATS},
                **{f"watch.{beat}": "\n".join(getattr(step.watch, beat)) for beat, _ in _BEATS}}
        for name, text in held.items():
            self._areas[name].show_text(text)
        for chips, chosen in ((self._settings, protocol.settings), (self._modes, protocol.modes)):
            for name, chip in chips.items():
                chip.setChecked(name in chosen)
        self._coach()

    def protocol(self) -> Protocol | None:
        """What is written, sound or not; None before anything was shown."""
        if self._shown is None or self._step is None:
            return None
        was, main = self._shown, self._shown.main_step
        title, family = _one(self._title.text()), Family(self._family.choice())
        step = msgspec.structs.replace(
            self._step, title=title if main.title == was.title else main.title, question=self._text("question"),
            wordings=self._lines("wordings"),
            say=Lines(**{beat: self._lines(f"say.{beat}") for beat, _ in _BEATS}),
            watch=Lines(**{beat: self._lines(f"watch.{beat}") for beat, _ in _BEATS}),
            wall=msgspec.structs.replace(main.wall, foot=self._text("foot")),
            elsewhere=Elsewhere(**{place: self._text(place) for place, _ in _PLACES}))
        steps = tuple(step if each is main else each for each in was.steps)
        return msgspec.structs.replace(
            was, title=title, family=family, purpose=self._text("purpose"), when=self._lines("when"),
            when_not=self._lines("when_not"), people=(self._fewest.value(), self._most.value()),
            settings=_chosen(self._settings, was.settings), modes=_chosen(self._modes, was.modes),
            steps=tuple(self._in_family(each) for each in steps))

    def take_keyboard(self) -> None:
        """The name is what one writes first."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _make_head(self) -> None:
        words = self._words
        self._label(say("Name"))
        self._title = Field(theme=self._theme, name=words(say("Name")), height=grown(42))
        self._title.edited.connect(lambda _text: self.changed.emit())
        self._column.addWidget(self._title)
        self._area("question", say("The question"), role=Role.SAY)
        self._remark = Paragraph("", Role.CAPTION, self._theme.ink2)
        self._column.addWidget(self._remark)
        self._areas["question"].edited.connect(lambda _text: self._coach())
        self._area("wordings", say("Other ways to ask it, one on each line"))
        self._area("purpose", say("What it is for"))
        self._area("foot", say("The small line under the question on the wall"), least=1)

    def _make_facts(self) -> None:
        words, theme = self._words, self._theme
        self._family = Choice([Option(f.value, words(family_name(f)), family_glyph(f), f.value) for f in Family],
                              theme=theme, name=words(say("Family")), height=grown(38))
        self._form = Choice([Option(f.value, words(form_word(f)), form_glyph(f)) for f in Form],
                            theme=theme, name=words(say("Form")), height=grown(38))
        self._minutes = self._stepper(say("Minutes"), MOST_MINUTES)
        self._fewest = self._stepper(say("Fewest people"), MOST_PEOPLE)
        self._most = self._stepper(say("Most people"), MOST_PEOPLE)
        self._voice = Choice((), theme=theme, name=words(say("Who speaks")), height=grown(38))
        self._family.chosen.connect(lambda _value: self._put(lambda step: step))
        self._form.chosen.connect(lambda value: self._sit(Form(value)))
        self._voice.chosen.connect(lambda value: self._take(voice=Voice(value)))
        self._minutes.valueChanged.connect(self._last)
        for stepper in (self._fewest, self._most):
            stepper.valueChanged.connect(lambda _value: self.changed.emit())
        steppers = (self._minutes, self._fewest, self._most)
        for pairs in (((say("Family"), self._family), (say("Form"), self._form)),
                      ((say("Who speaks"), self._voice), (say("Minutes"), self._minutes)),
                      ((say("Fewest people"), self._fewest), (say("Most people"), self._most))):
            row = QHBoxLayout()
            row.setSpacing(18)
            for text, part in pairs:
                cell = QVBoxLayout()
                cell.setSpacing(4)
                cell.addWidget(Paragraph(words(text), Role.LABEL, theme.ink2))
                cell.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part in steppers else Qt.AlignmentFlag(0))
                row.addLayout(cell, 1)
            self._column.addSpacing(6)
            self._column.addLayout(row)

    def _stepper(self, name: Text, most: int) -> Stepper:
        words = self._words
        stepper = Stepper(1, theme=self._theme, least=1, most=most, name=words(name),
                          less=words(say("One fewer")), more=words(say("One more")))
        return stepper

    def _make_round(self) -> None:
        self._round = self._heading(say("While they talk"))
        self._moments = RoundMoments(theme=self._theme, words=self._words, writable=True)
        self._moments.divided.connect(lambda cues: self._take(cues=cues))
        self._moments.timed.connect(lambda value: self._take(timer=Timer(value) if value else None))
        self._moments.warned.connect(
            lambda value: self._take(warnings=None if value == AS_SET else read_warnings(value)))
        self._column.addWidget(self._moments)

    def _make_kept(self) -> None:
        self._heading(say("What is kept when the room speaks"))
        self._kept = ProtocolKept(theme=self._theme, words=self._words)
        self._kept.kept.connect(lambda kind: self._put(lambda step: keeping(step, kind)))
        self._kept.left_out.connect(lambda kind: self._put(lambda step: leaving_out(step, kind)))
        self._kept.named.connect(lambda on: self._take(named=on))
        self._column.addWidget(self._kept)

    def _show_step(self, step: Step) -> None:
        """What is chosen of it, in every place that shows it."""
        words = self._words
        self._form.show_choice(step.form.value)
        self._minutes.show_value(step.minutes)
        self._voice.show_options([Option(voice.value, words(voice_word(voice)), voice_glyph(voice.value))
                                  for voice in dict.fromkeys((*voices_in(step.form), step.voice))])
        self._voice.show_choice(step.voice.value)
        self._round.setVisible(bool(offered(step)))
        self._moments.show_step(step)
        self._kept.show_step(self._in_family(step))

    def _in_family(self, step: Step) -> Step:
        """Of the family that is chosen, where it was of its protocol's."""
        if self._shown is None or step.family not in (None, self._shown.family):
            return step
        return msgspec.structs.replace(step, family=Family(self._family.choice()))

    def _put(self, change: Callable[[Step], Step]) -> None:
        if self._step is not None:
            self._step = change(self._step)
            self._show_step(self._step)
            self.changed.emit()

    def _take(self, **fields: object) -> None:
        self._put(lambda step: msgspec.structs.replace(step, **fields))

    def _sit(self, form: Form) -> None:
        """In another form: who can speak there speaks, and each voice keeps its turn."""
        def seated(step: Step) -> Step:
            after = turned(step, in_form(step, form), self._words)
            voices = voices_in(form)
            return after if after.voice in voices else msgspec.structs.replace(after, voice=voices[0])

        self._put(seated)

    def _last(self, minutes: int) -> None:
        self._put(lambda step: turned(step, msgspec.structs.replace(step, minutes=minutes), self._words))

    def _label(self, text: Text) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(Paragraph(self._words(text), Role.LABEL, self._theme.ink2))

    def _heading(self, text: Text) -> Paragraph:
        heading = Paragraph(self._words(text), Role.PANEL, self._theme.ink)
        self._column.addSpacing(22)
        self._column.addWidget(heading)
        return heading

    def _area(self, name: str, text: Text, *, role: Role = Role.BODY, least: int = 2) -> None:
        self._label(text)
        area = TextArea(theme=self._theme, name=self._words(text), role=role, least=least)
        area.edited.connect(lambda _text: self.changed.emit())
        self._areas[name] = area
        self._column.addWidget(area)

    def _chips(self, text: Text, names: dict[str, Text]) -> dict[str, Chip]:
        self._label(text)
        holder = QWidget()
        holder.setAccessibleName(self._words(text))
        flow, chips = FlowLayout(holder), {}
        for name, called in names.items():
            chips[name] = Chip(self._words(called), theme=self._theme)
            chips[name].clicked.connect(lambda checked=False: self.changed.emit())
            flow.addWidget(chips[name])
        self._column.addWidget(holder)
        return chips

    def _coach(self) -> None:
        told = remark(self._text("question"), language=self._shown.language if self._shown is not None else "en")
        self._remark.show_text(self._words(told) if told is not None else "")
        self._remark.setVisible(told is not None)

    def _text(self, name: str) -> str:
        return _one(self._areas[name].text())

    def _lines(self, name: str) -> tuple[str, ...]:
        return tuple(line for raw in self._areas[name].text().splitlines() if (line := _one(raw)))


def _chosen(chips: dict[str, Chip], before: tuple[str, ...]) -> tuple[str, ...]:
    """What is checked, in the order in which it was written."""
    return tuple(name for name in dict.fromkeys((*before, *chips)) if chips[name].isChecked())


def _one(text: str) -> str:
    return " ".join(text.split())
