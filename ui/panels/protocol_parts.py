"""Parts of the library's detail: the question in its tint, three facts, lines that are said, lines to look out for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.library.names import kind_name
from app.library.protocol import Protocol, Step
from app.words import Text, Words, say
from ui.panels.protocol_words import BEAT_WORDS, form_fact, minutes_fact, voice_fact
from ui.theme import Theme
from ui.type import Role
from ui.widgets.balanced import Balanced
from ui.widgets.buttons import SMALL, OutlineButton
from ui.widgets.glyph import GlyphLabel, form_glyph, voice_glyph
from ui.widgets.labels import Aside, Paragraph, label
from ui.widgets.rules import Rule
from ui.widgets.surfaces import Sheet

Beats = tuple[tuple[str, tuple[str, ...]], ...]


class Asked(QWidget):
    """The question as it will be asked, and the other ways to ask it. `changed` brings the one now chosen."""

    changed = Signal(str)

    def __init__(self, step: Step, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = step.question
        colours = theme.family(step.family)
        block = Sheet(fill=colours.tint, bar=colours.strong)
        self._shown = Balanced(step.question, Role.HERO, theme.ink)
        inside = QVBoxLayout(block)
        inside.setContentsMargins(40, 26, 28, 28)
        inside.addWidget(self._shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(block)
        self._rows = [_Wording(wording, theme=theme, words=words) for wording in step.wordings]
        if self._rows:
            column.addSpacing(18)
            column.addLayout(_heading(words, theme))
            column.addSpacing(8)
        for row in self._rows:
            column.addWidget(Rule(theme.line))
            column.addWidget(row)
            row.used.connect(lambda r=row: self._use(r))
        if self._rows:
            column.addWidget(Rule(theme.line))

    def question(self) -> str:
        """The wording chosen."""
        return self._question

    def _use(self, row: _Wording) -> None:
        wanted, before = row.question(), self._question
        row.show_question(before)
        self._question = wanted
        self._shown.show_text(wanted)
        self.changed.emit(wanted)


def _heading(words: Words, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(20)
    row.addWidget(label(words(say("Asked another way")), Role.LABEL, theme.ink2))
    row.addWidget(Paragraph(words(say("while you host, the words can still be changed")), Role.CAPTION, theme.ink2,
                            align=Qt.AlignmentFlag.AlignRight), 1)
    return row


class _Wording(QWidget):
    """Another way to ask, and the button that takes it."""

    used = Signal()

    def __init__(self, question: str, *, theme: Theme, words: Words) -> None:
        super().__init__()
        self._words = words
        self._text = Paragraph(question, Role.SAY, theme.ink)
        self._button = OutlineButton(words(say("Use this")), theme=theme, shape=SMALL)
        self._button.clicked.connect(self.used)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 2, 7)
        row.setSpacing(20)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._button)
        self.show_question(question)

    def question(self) -> str:
        """What the row offers."""
        return self._text.text()

    def show_question(self, question: str) -> None:
        """Offer another."""
        self._text.show_text(question)
        self._button.setAccessibleName(self._words(say("Use this: {question}", question=question)))


class Facts(QWidget):
    """How people sit, how long it takes, who speaks: a glyph, a strong line, a quiet one, three times."""

    def __init__(self, protocol: Protocol, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        step = protocol.main_step
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 14, 0, 14)
        row.setSpacing(24)
        for glyph, fact in ((form_glyph(step.form), form_fact(step)), ("clock", minutes_fact(protocol, step)),
                            (voice_glyph(step.voice), voice_fact(step))):
            text = QVBoxLayout()
            text.setSpacing(0)
            text.addWidget(Paragraph(words(fact.strong), Role.BODY_BOLD, theme.ink))
            text.addWidget(Paragraph(words(fact.quiet), Role.CAPTION, theme.ink2))
            text.addStretch(1)
            fact_row = QHBoxLayout()
            fact_row.setSpacing(12)
            fact_row.addWidget(GlyphLabel(glyph, theme.ink, 26), 0, Qt.AlignmentFlag.AlignTop)
            fact_row.addLayout(text, 1)
            row.addLayout(fact_row, 1)


class Told(QWidget):
    """Lines by beat: what the host says, or looks out for (`barred`). The first beat stands out, others are named."""

    def __init__(self, heading: Text, beats: Beats, *, theme: Theme, words: Words, barred: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, heading, theme, words)
        for place, (beat, lines) in enumerate(beats):
            if place:
                column.addSpacing(12)
                column.addWidget(Paragraph(words(BEAT_WORDS[beat]), Role.CAPTION, theme.ink2))
                column.addSpacing(2)
            for line in lines:
                column.addWidget(Aside(line, Role.BODY, theme.ink2, bar=theme.line) if barred else
                                 Paragraph(line, Role.BODY if place else Role.SAY, theme.ink))
                column.addSpacing(7 if barred else 2 if place else 6)
        column.addStretch(1)


class BarredList(QWidget):
    """A heading above lines behind bars."""

    def __init__(self, heading: Text, lines: Iterable[str], *, theme: Theme, words: Words,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, heading, theme, words)
        for line in lines:
            column.addWidget(Aside(line, Role.BODY, theme.ink2, bar=theme.line))
            column.addSpacing(8)
        column.addStretch(1)


class StepList(QWidget):
    """The steps of a protocol that has several, in their order: form, name and question, minutes."""

    def __init__(self, steps: Sequence[Step], *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = _column(self, say("The steps, one after the other"), theme, words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        for row, step in enumerate(steps):
            text = QVBoxLayout()
            text.setSpacing(1)
            text.addWidget(Paragraph(step.title or words(kind_name(step.kind)), Role.BODY_BOLD, theme.ink))
            if step.question:
                text.addWidget(Paragraph(step.question, Role.BODY, theme.ink2))
            minutes = label(words(say("{n} min", n=step.minutes)), Role.BODY, theme.ink2,
                            align=Qt.AlignmentFlag.AlignRight)
            grid.addWidget(Rule(theme.line), 2 * row, 0, 1, 3)
            grid.addWidget(GlyphLabel(form_glyph(step.form), theme.ink, 22), 2 * row + 1, 0, top)
            grid.addLayout(text, 2 * row + 1, 1)
            grid.addWidget(minutes, 2 * row + 1, 2, top)
        column.addLayout(grid)


def _column(owner: QWidget, heading: Text, theme: Theme, words: Words) -> QVBoxLayout:
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(Paragraph(words(heading), Role.LABEL, theme.ink2))
    column.addSpacing(10)
    return column
