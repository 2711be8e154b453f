"""Typing up cards after the gathering: step and kind stay as they are, Enter empties only the words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.design.cafe import rounds_of
from app.design.gathering import Gathering, PlannedStep
from app.harvest.kinds import KINDS, fields_of, keeps_names, kind_name, of_topics, usual_reach
from app.harvest.note import Note, Reach
from app.harvest.tables import ESSENCES, TABLE
from app.harvest.wording import question_about
from app.library.protocol import Keeps
from app.words import Words, say
from ui.panels.note_field import NoteField
from ui.panels.note_fields import NoteFields
from ui.panels.reach import reach_options
from ui.panels.several import Several
from ui.panels.table_walk import TableWalk
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.choice import Choice
from ui.widgets.glyph import GlyphLabel, family_glyph, kind_family, kind_glyph
from ui.widgets.labels import Paragraph, label
from ui.widgets.option import Option
from ui.widgets.surfaces import Sheet

_STAYS = TABLE
"""What stays from card to card: a box of cards mostly comes table by table."""


class TypingUp(Sheet):
    """`written` brings notes without id and instant and leaves the words; `clear` once they are kept.

    `taken_back` on Ctrl+Z in the empty field, `closed` when the card is put away.
    """

    written = Signal(object)
    taken_back = Signal()
    closed = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(fill=theme.surface, line=theme.field, radius=10, parent=parent)
        self._words = words
        self._steps: tuple[PlannedStep, ...] = ()
        self._rounds: set[str] = set()
        self._gathering_id = ""
        self.step = Choice((), theme=theme, name=words(say("Step the card belongs to")))
        self.kind = Choice(kind_options(words), theme=theme, name=words(say("Kind of note")))
        self.field = NoteField(theme=theme, name=words(say("Words on the card")),
                               placeholder=words(say("What the card says")),
                               hint=words(say("Enter, then the next card")))
        self.field.show_small(small=True)
        self.field.offers_name = False
        self.fields = NoteFields(theme=theme, words=words, across=2, after=self.field)
        self.reach = Choice(reach_options(words, over=False), theme=theme, name=words(say("Who the note is for")))
        self._several = Several(theme=theme, words=words)
        self._pasted = False
        self._walk = TableWalk(theme=theme, words=words)
        self._topics: tuple[str, ...] = ()
        self._done = OutlineButton(words(say("Done")), theme=theme, shape=SMALL)
        self._asks = Paragraph("", Role.CAPTION, theme.ink2)
        self._asks.hide()
        self._lay_out(theme)
        self.step.chosen.connect(self._step_chosen)
        self.field.entered.connect(self._enter)
        self.field.numbered.connect(self._number_kind)
        self.field.taken_back.connect(self.taken_back)
        self.field.edited.connect(lambda _text: self._remark())
        self.kind.currentIndexChanged.connect(lambda _row: self._kind_shown())
        self.fields.entered.connect(self._enter)
        self.field.pasted.connect(self._was_pasted)
        self.field.textChanged.connect(self._show_several)
        self.field.all_entered.connect(self._enter_all)
        self._several.wished.connect(self._enter_all)
        self._done.clicked.connect(self.closed)

    def _lay_out(self, theme: Theme) -> None:
        words = self._words
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(GlyphLabel("card", theme.ink, 20))
        head.addWidget(label(words(say("Typing up cards")), Role.BODY_BOLD, theme.ink))
        head.addStretch(1)
        head.addWidget(Paragraph(words(say("step and kind stay")), Role.CAPTION, theme.ink2, wrap=False))
        head.addWidget(self._done)
        choices = QHBoxLayout()
        choices.setSpacing(10)
        choices.addWidget(self.step, 20)
        choices.addWidget(self.kind, 15)
        choices.addWidget(self.reach, 17)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(choices)
        column.addWidget(self._walk)
        for part in (self.field, self.fields, self._asks, self._several):
            column.addWidget(part)

    def show_gathering(self, gathering: Gathering, step_id: str, *, topics: tuple[str, ...] = (),
                       tables: int = 0) -> None:
        """Offer the steps of `gathering`; on another one than before, begin with `step_id` and what it keeps. A report
        is about one of `topics`; a café had so many `tables`.
        """
        self._rounds = {step.id for step in rounds_of(gathering)}
        self._walk.show_tables(tables)
        if gathering.steps != self._steps:
            self._steps = gathering.steps
            self.step.show_options([
                Option(s.id, s.title or s.question, family_glyph(s.family), s.family or "") for s in gathering.steps])
        if gathering.id != self._gathering_id:
            self._gathering_id = gathering.id
            self.step.show_choice(step_id)
            self._step_chosen(step_id)
        if topics != self._topics:
            self._topics = topics
            self._kind_shown()

    def show_step(self, step_id: str) -> None:
        """The next card belongs to this step, as if it had been chosen; one that is not in the plan changes nothing."""
        if step_id != self.step.choice() and any(step.id == step_id for step in self._steps):
            self.step.show_choice(step_id)
            self._step_chosen(step_id)

    def clear(self) -> None:
        """Ready for the next card, of the next table where tables are walked."""
        self._pasted = False
        self.field.show_text("")
        self.fields.show_values({_STAYS: self.fields.values().get(_STAYS, "")})
        self._remark()
        self.take_keyboard()
        if self._walks():
            self._walk.go_on()

    def take_keyboard(self) -> None:
        """Ready to write."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_chosen(self, step_id: str) -> None:
        """A step begins with what it keeps, or with what its conversation usually brings."""
        step = next((s for s in self._steps if s.id == step_id), None)
        self._walk.setVisible(self._walks())
        self._kind_shown()
        if step is None:
            return
        if self._walks():
            self._walk.begin()
            self.kind.show_choice(Keeps.INSIGHT)
            return
        kept = [kind for kind in step.keeps if kind is not Keeps.NOTHING]
        kept = kept or [kind for kind in KINDS if step.family is not None and kind_family(kind) == step.family]
        if kept and self.kind.choice() not in kept:
            self.kind.show_choice(kept[0])

    def _kind_shown(self) -> None:
        """Ask for what this kind says besides its words, names only where the conversation keeps any; a table that is
        walked to needs no field, and the topic is among those called out.
        """
        step = next((s for s in self._steps if s.id == self.step.choice()), None)
        kind = Keeps(self.kind.choice())
        named = keeps_names(step.family if step is not None else None, kind)
        asked = tuple(field for field in fields_of(kind, named=named) if not (self._walks() and field.id == TABLE))
        self.fields.show_fields(of_topics(asked, self._topics))
        self.reach.show_choice(usual_reach(kind))
        self._remark()

    def _was_pasted(self) -> None:
        self._pasted = True
        self._show_several()

    def _show_several(self) -> None:
        self._several.show_pasted(self.field.text() if self._pasted else "")

    def _remark(self) -> None:
        """One question about how it is worded may stand under it."""
        remark = question_about(Keeps(self.kind.choice()), self.field.text())
        self._asks.show_text(self._words(remark or ""))
        self._asks.setVisible(remark is not None)

    def _walks(self) -> bool:
        """Whether the chosen step was a round of tables, each of which may have an essence."""
        return self.step.choice() in self._rounds

    def _number_kind(self, place: int) -> None:
        if self._walks():
            self.kind.show_choice(ESSENCES[place])

    def _enter(self) -> None:
        """Words are kept; without any, a table has none, and the next one follows."""
        if self._walks() and not self.field.text().strip():
            self._walk.go_on()
            return
        answer = self.fields.answer()   # a card that says "pass" says it all
        self.written.emit((self._note(self.field.text().strip() or answer),))

    def _enter_all(self) -> None:
        notes = self._several.notes()
        if notes:
            self.written.emit(tuple(self._note(text) for text in notes))
        else:
            self._enter()

    def _note(self, text: str) -> Note:
        note = Note(id="", step_id=self.step.choice(), kind=Keeps(self.kind.choice()), text=text, at=0,
                    reach=Reach(self.reach.choice()))
        has_table = any(field.id == TABLE for field in fields_of(note.kind))
        table = {TABLE: str(self._walk.table())} if self._walks() and has_table else {}
        return note.filled({**self.fields.values(), **table})


def kind_options(words: Words) -> tuple[Option, ...]:
    """Every kind of note as a drop-down offers it."""
    return tuple(Option(kind.value, words(kind_name(kind)), kind_glyph(kind), kind_family(kind)) for kind in KINDS)
