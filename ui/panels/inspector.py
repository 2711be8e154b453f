"""Everything about one step, edited where it stands. It reports changes and shows what it is given."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design import edits
from app.design.agenda import Row
from app.design.edits import LONGEST_QUESTION, MOST_MINUTES
from app.design.gathering import Gathering, PlannedStep, Seating
from app.design.pools import pools
from app.design.sitting import lay_tables, sit
from app.groups.forms import Form, is_small_group, is_table
from app.library.coach import remark
from app.library.names import family_name, form_word, kind_name, voice_word
from app.library.protocol import Beat, Kind, Regroup, Timer, Voice, beats_of, round_minutes
from app.live.circle import circle_line
from app.live.script import about_line, apart_line, voices_told
from app.words import Text, Words, say, say_n
from ui.panels.beat_columns import BeatColumns, Wordings
from ui.panels.keeps_chips import KeepsChips
from ui.panels.round_moments import AS_SET, RoundMoments, read_warnings
from ui.panels.step_time import StepTime
from ui.panels.who_sits import WhoSits
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, QuietButton, Shape
from ui.widgets.choice import Choice
from ui.widgets.fields import TextArea
from ui.widgets.glyph import FamilyTile, form_glyph, voice_glyph
from ui.widgets.inplace import INSET, InPlace
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option
from ui.widgets.segment import Segment
from ui.widgets.stepper import Stepper

_FORMS = tuple(form for form in Form if form is not Form.TABLE_OF_FIVE)
"""How many sit at a table is said below, once there are tables."""
OTHER = Shape(height=30, pad=4, glyph=18, gap=6, role=Role.CAPTION)


class Inspector(QWidget):
    """Shows a step of a gathering. `edited` brings a function from a gathering to the changed one.

    `typed` brings such a function too, with the name of the field that is being typed in; `left` when the
    keyboard leaves a text. `people` asks who comes; `gathers` says that it is about how people find each other.
    """

    edited = Signal(object)
    typed = Signal(str, object)
    left = Signal()
    removed = Signal(str)
    duplicated = Signal(str)
    people = Signal()
    gathers = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self._id = ""
        self._asks = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 16, 24, 20)
        self._column.setSpacing(0)
        self._make_head()
        self._make_question()
        self._make_form()
        self._make_rest()
        self._column.addStretch(1)

    def show_step(self, gathering: Gathering, row: Row, times: str) -> None:
        """Show the step of `row`; `times` is "19:29 to 19:45"."""
        step, words = row.step, self._words
        if step.id != self._id:
            self._id = step.id
            self._wordings.hide()
            self._keeps.put_away()
        family = family_name(step.family) if step.family is not None else kind_name(step.kind)
        self._tile.show_family(step.family)
        self._meta.show_text(words(say("{family} · {times}", family=family, times=times)))
        self._title.show_text(step.title)
        self._question.show_text(step.question)
        self._asks = step.kind is Kind.QUESTION
        self._advise(step.question)
        self._wordings.show_wordings(step.wordings)
        self._other.show_words(words(say_n("{n} other wording", "{n} other wordings", len(step.wordings))))
        self._other.setVisible(bool(step.wordings))
        self._form.show_choice((Form.TABLE if is_table(step.form) else step.form).value)
        self._minutes.show_value(step.minutes)
        self._kind.show_choice(step.kind.value)
        self._voice.show_choice(step.voice.value)
        self._regroup.show_choice(step.regroup.value)
        grouped = is_small_group(step.form)
        self._faces.setVisible(grouped)
        self._sums.show_text(" ".join(words(line) for line in self._sum_lines(gathering, row)))
        self._sums.setVisible(grouped)
        self._who.show_step(gathering, step)
        self._beats.show_step(step, row.moving)
        self._moments.show_step(step)
        self._show_script(step)
        self._keeps.show_kinds(step.keeps)
        self._time.show_step(step, first=gathering.steps[0].id == step.id)

    def _show_script(self, step: PlannedStep) -> None:
        """The lines the host begins with: framing, or where the step has none, what is said in its round."""
        self._framed = Beat.FRAME in beats_of(step)
        name = self._words(say("How to frame it") if self._framed else say("What to say"))
        self._frame_label.show_text(name)
        self._frame.setAccessibleName(name)
        lines = step.say.frame if self._framed else step.say.round
        if _lines(self._frame.text()) != lines:
            self._frame.show_text("\n".join(lines))

    def take_keyboard(self) -> None:
        """Give the keyboard to the question."""
        self._question.setFocus(Qt.FocusReason.OtherFocusReason)

    def write_title(self) -> None:
        """Give the keyboard to the title, all of it selected."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._title.selectAll()

    def _sum_lines(self, gathering: Gathering, row: Row) -> tuple[Text, ...]:
        near, far = pools(gathering, row.step.form)
        groups = about_line(gathering.people, row.step.form) if gathering.about and not far else apart_line(near, far)
        seconds = round_minutes(row.step) * 60
        voices = (circle_line(row.step, seconds, gathering.people)
                  or voices_told(seconds, (*near, *far), row.step.form))
        return tuple(line for line in (groups, voices) if line is not None)

    def _make_head(self) -> None:
        theme, words = self._theme, self._words
        self._tile = FamilyTile(None, theme=theme, px=46)
        self._meta = Paragraph("", Role.CAPTION, theme.ink2)
        self._title = InPlace(theme=theme, name=words(say("Title of the step")), role=Role.PANEL, ground=theme.surface,
                              placeholder=words(say("Name this step")), longest=80)
        self._title.edited.connect(lambda text: self._type("title", title=text))
        self._title.left.connect(self.left)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        meta = QHBoxLayout()
        meta.setContentsMargins(INSET, 0, 0, 0)
        meta.addWidget(self._meta, 1)
        texts.addLayout(meta)
        texts.addWidget(self._title)
        top = QHBoxLayout()
        top.setSpacing(14 - INSET)
        top.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(texts, 1)
        self._column.addLayout(top)

    def _make_question(self) -> None:
        theme, words = self._theme, self._words
        self._say(say("Question on the wall"), 12)
        self._question = TextArea(theme=theme, name=words(say("Question on the wall")), role=Role.SAY, least=2, most=7,
                                  placeholder=words(say("What the room will see")))
        self._question.edited.connect(self._ask)
        self._advice = Paragraph("", Role.CAPTION, theme.ink2)
        self._other = QuietButton("", theme=theme, glyph="message", after="down", shape=OTHER)
        self._wordings = Wordings(theme=theme)
        self._wordings.hide()
        self._other.clicked.connect(lambda: self._wordings.setVisible(not self._wordings.isVisible()))
        self._wordings.chosen.connect(self._choose_wording)
        self._column.addWidget(self._question)
        self._column.addSpacing(4)
        self._column.addWidget(self._advice)
        line = QHBoxLayout()
        line.addWidget(self._other)
        line.addStretch(1)
        self._column.addLayout(line)
        self._column.addWidget(self._wordings)

    def _make_form(self) -> None:
        theme, words = self._theme, self._words
        self._say(say("Form"), 10)
        self._form = Segment([Option(f.value, words(form_word(f)), form_glyph(f)) for f in _FORMS], theme=theme,
                             name=words(say("Form")), pad=7, even=False)
        self._form.chosen.connect(lambda value: self._do(lambda g, i: sit(g, i, Form(value), words)))
        self._column.addWidget(self._form)
        self._minutes = Stepper(5, theme=theme, least=1, most=MOST_MINUTES, name=words(say("Minutes of this step")),
                                less=words(say("One minute less")), more=words(say("One minute more")))
        self._minutes.valueChanged.connect(lambda value: self._do(lambda g, i: edits.change_minutes(g, i, value)))
        self._kind = Choice([Option(k.value, words(kind_name(k))) for k in Kind], theme=theme,
                            name=words(say("What it is")))
        self._kind.chosen.connect(lambda value: self._change(kind=Kind(value)))
        self._regroup = Segment([Option(Regroup.NEW.value, words(say("new faces"))),
                                 Option(Regroup.SAME.value, words(say("same group")))], theme=theme,
                                name=words(say("With whom")), pad=14)
        self._regroup.chosen.connect(self._meet)
        self._voice = Segment([Option(v.value, words(voice_word(v)), voice_glyph(v)) for v in Voice], theme=theme,
                              name=words(say("Who speaks")), pad=10, even=False)
        self._voice.chosen.connect(lambda value: self._change(voice=Voice(value)))
        self._faces = self._labelled(say("With whom"), self._regroup)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._labelled(say("Minutes"), self._minutes))
        row.addWidget(self._faces, 1)
        row.addStretch(1)
        self._column.addLayout(row)
        self._sums = Paragraph("", Role.CAPTION, theme.ink2)
        self._column.addSpacing(6)
        self._column.addWidget(self._sums)
        self._who = WhoSits(theme=theme, words=words)
        self._who.chosen.connect(lambda value: self._change(seating=Seating(value)))
        self._who.tabled.connect(lambda form: self.edited.emit(lambda gathering: lay_tables(gathering, form, words)))
        self._who.touched.connect(lambda: self.gathers.emit())
        self._who.people.connect(lambda: self.people.emit())
        self._column.addWidget(self._who)
        self._say(say("Who speaks"), 10)
        self._column.addWidget(self._voice)

    def _make_rest(self) -> None:
        theme, words = self._theme, self._words
        self._say(say("Its beats"), 12)
        self._beats = BeatColumns(theme=theme, words=words)
        self._column.addWidget(self._beats)
        self._moments = RoundMoments(theme=theme, words=words)
        self._moments.divided.connect(lambda cues: self._change(cues=cues))
        self._moments.timed.connect(lambda value: self._change(timer=Timer(value) if value else None))
        self._moments.warned.connect(
            lambda value: self._change(warnings=None if value == AS_SET else read_warnings(value)))
        self._column.addWidget(self._moments)
        self._frame_label = self._say(say("How to frame it"), 12)
        self._framed = True
        self._frame = TextArea(theme=theme, name=words(say("How to frame it")), role=Role.BLOCK_QUESTION, least=2,
                               most=8, placeholder=words(say("A line of your own to begin with")))
        self._frame.edited.connect(self._frame_it)
        self._column.addWidget(self._frame)
        self._say(say("When the room speaks, keep"), 12)
        self._keeps = KeepsChips(theme=theme, words=words)
        self._keeps.kept.connect(lambda kind: self._do(lambda g, i: edits.keep(g, i, kind)))
        self._keeps.left_out.connect(lambda kind: self._do(lambda g, i: edits.leave_out(g, i, kind)))
        self._column.addWidget(self._keeps)
        self._time = StepTime(theme=theme, words=words)
        self._time.changed.connect(lambda fields: self._change(**fields))
        self._time.headed.connect(lambda text: self._type("section", section=text))
        self._time.left.connect(self.left)
        self._column.addWidget(self._time)
        self._say(say("What it is"), 12)
        self._column.addWidget(self._kind)
        self._column.addSpacing(14)
        double = QuietButton(words(say("Duplicate")), theme=theme, glyph="copy", shape=SMALL)
        double.clicked.connect(lambda: self.duplicated.emit(self._id))
        away = QuietButton(words(say("Remove this step")), theme=theme, glyph="trash", shape=SMALL)
        away.clicked.connect(lambda: self.removed.emit(self._id))
        row = QHBoxLayout()
        row.addWidget(double)
        row.addStretch(1)
        row.addWidget(away)
        self._column.addLayout(row)

    def _say(self, text: Text, above: int) -> Paragraph:
        words = label(self._words(text), Role.LABEL, self._theme.ink2)
        self._column.addSpacing(above)
        self._column.addWidget(words)
        self._column.addSpacing(5)
        return words

    def _labelled(self, text: Text, control: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(label(self._words(text), Role.LABEL, self._theme.ink2))
        column.addWidget(control)
        return box

    def _advise(self, question: str) -> None:
        text: Text | None = None
        if len(question) >= LONGEST_QUESTION:
            text = say("{n} characters is the most a wall can show.", n=LONGEST_QUESTION)
        elif self._asks:
            text = remark(question)
        self._advice.show_text(self._words(text) if text is not None else "")
        self._advice.setVisible(text is not None)

    def _ask(self, question: str) -> None:
        """Letters past the most a wall can show are not taken: they go from before the caret, where they came."""
        over = len(question) - LONGEST_QUESTION
        if over > 0:
            caret = self._question.textCursor()
            at = max(over, caret.position())
            self._question.show_text(question[:at - over] + question[at:])
            caret.setPosition(min(at - over, len(self._question.text())))
            self._question.setTextCursor(caret)
        self._advise(self._question.text())
        self._type("question", question=self._question.text())

    def _frame_it(self, text: str) -> None:
        lines, step_id, beat = _lines(text), self._id, "frame" if self._framed else "round"

        def framed(gathering: Gathering) -> Gathering:
            step = gathering.step(step_id)
            if step is None:
                return gathering
            return edits.change(gathering, step_id, say=msgspec.structs.replace(step.say, **{beat: lines}))
        self.typed.emit(f"{beat} {step_id}", framed)

    def _choose_wording(self, wording: str) -> None:
        self._wordings.hide()
        self._do(lambda g, i: edits.choose_wording(g, i, wording))

    def _meet(self, value: str) -> None:
        self._change(regroup=Regroup(value))
        self.gathers.emit()

    def _change(self, **fields: object) -> None:
        self._do(lambda g, i: edits.change(g, i, **fields))

    def _do(self, edit: Callable[[Gathering, str], Gathering]) -> None:
        step_id = self._id
        self.edited.emit(lambda gathering: edit(gathering, step_id))

    def _type(self, field: str, **fields: object) -> None:
        step_id = self._id
        self.typed.emit(f"{field} {step_id}", lambda gathering: edits.change(gathering, step_id, **fields))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
