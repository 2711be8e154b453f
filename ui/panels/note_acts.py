"""What can be done with notes that are chosen: the bar, the question where to, the hand that carries them.

It turns what a person asks for into a wish, and grants none itself.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.design.gathering import PlannedStep
from app.harvest.note import Note
from app.harvest.picked import Picked
from app.harvest.sections import Section, View
from app.library.protocol import Keeps
from app.words import Words, say, say_n
from ui.commands import Command
from ui.panels.note_drag import NoteDrag
from ui.panels.note_rows import NoteRows
from ui.panels.note_wishes import Away, Gather, Merge, NewTheme, Part, ToKind, ToStep, Wish
from ui.panels.picked_bar import PickedBar
from ui.panels.typing_up import kind_options
from ui.panels.where_to import WhereTo
from ui.theme import Theme
from ui.widgets.glyph import family_glyph, kind_family, kind_glyph
from ui.widgets.option import Option

NOTE_KEYS = (
    Command(say("Under the next heading, or the one before"), ("Ctrl+Up", "Ctrl+Down")),
    Command(say("Choose the note as well, or let it go"), ("Space",)),
    Command(say("Choose several in a row"), ("Shift+Up", "Shift+Down")),
    Command(say("Choose all"), ("Ctrl+A",)),
    Command(say("One note of those that are chosen"), ("M",)),
    Command(say("To another step"), ("S",)),
    Command(say("To another kind"), ("K",)),
    Command(say("Under a theme"), ("T",)),
    Command(say("Part the note where the cursor stands"), ("Ctrl+Enter",)))


class NoteActs(QObject):
    """`wished` brings a wish (`note_wishes`); `granted` tells that it came true."""

    wished = Signal(object)

    def __init__(self, rows: NoteRows, new: QWidget, *, over: QWidget, theme: Theme, words: Words) -> None:
        """The question lies `over` everything; what is let go on `new` comes under a new theme."""
        super().__init__(over)
        self._rows, self._words = rows, words
        self._steps: tuple[PlannedStep, ...] = ()
        self._asked = ""
        self._notes: tuple[Note, ...] = ()
        self.bar = PickedBar(theme=theme, words=words)
        self.where = WhereTo(theme=theme, words=words, parent=over)
        self._drag = NoteDrag(rows, new, over=over, theme=theme, words=words)
        self.bar.asked.connect(self._ask)
        rows.asked.connect(self._ask)
        rows.picked.connect(lambda: self.bar.show_count(rows.picks()))
        rows.wished.connect(self.wished)
        self.where.chosen.connect(self._chosen)
        self.where.named.connect(self._named)
        self.where.closed.connect(self._close)
        self._drag.dropped.connect(self._dropped)

    def show_steps(self, steps: tuple[PlannedStep, ...]) -> None:
        """Notes can be moved to these; a question about other ones is taken back."""
        if steps != self._steps:
            self._steps = steps
            self.where.hide()

    def ask_theme(self) -> None:
        """Ask for the words of a new theme, for what is chosen or for nothing yet."""
        self._notes = self._rows.acting() if self._rows.picks() else ()
        self._ask_words()

    def granted(self, wish: Wish, added: str) -> None:
        """It was done, and a note with the id `added` came with it or "": nothing is chosen any more."""
        asking = self.where.isVisible()
        self.where.hide()
        self._rows.show_picked(Picked())
        if isinstance(wish, Merge | Part):
            self._rows.take_keyboard(added)
        elif asking:
            self._rows.take_keyboard()

    # --- asked for

    def _ask(self, what: str) -> None:
        notes = self._rows.acting()
        ids = tuple(note.id for note in notes)
        if what == "none":
            self._rows.show_picked(Picked())
            self._rows.take_keyboard()
        elif not notes:
            return
        elif what == "away":
            self.wished.emit(Away(ids))
        elif what == "merge":
            if len(ids) > 1:
                self.wished.emit(Merge(ids))
        else:
            self._asked, self._notes = what, notes
            self._ask_where(len(notes))

    def _ask_where(self, count: int) -> None:
        words = self._words
        if self._asked == "step":
            options = [Option(step.id, step.title or step.question, family_glyph(step.family), step.family or "")
                       for step in self._steps]
            self.where.ask(say_n("To which step does it belong?", "To which step do these {n} belong?", count), options,
                           hint=say("Some of its name"))
        elif self._asked == "kind":
            self.where.ask(say_n("What kind of note is it?", "What kind of notes are these {n}?", count),
                           kind_options(words), hint=say("Some of its name"))
        else:
            glyph, family = kind_glyph(Keeps.THEME), kind_family(Keeps.THEME)
            none = [Option("", words(say("Under no theme")))] if any(note.theme for note in self._notes) else []
            self.where.ask(say_n("Under which theme?", "These {n} under which theme?", count),
                           [*(Option(theme.id, theme.text, glyph, family) for theme in self._rows.themes()), *none],
                           hint=say("One of these, or a new one in its own words"), new=True)

    def _ask_words(self) -> None:
        self._asked = "words"
        self.where.ask(say("What is the theme, in a few words?"), (), hint=say("In the words of the room"), new=True)

    def _chosen(self, value: str) -> None:
        ids = tuple(note.id for note in self._notes)
        if self._asked == "step":
            self.wished.emit(ToStep(ids, value))
        elif self._asked == "kind":
            self.wished.emit(ToKind(ids, Keeps(value)))
        else:
            self.wished.emit(Gather(ids, value))

    def _named(self, words: str) -> None:
        step_id = self._notes[0].step_id if self._notes else self._steps[0].id if self._steps else ""
        self.wished.emit(NewTheme(tuple(note.id for note in self._notes), words, step_id))

    def _close(self) -> None:
        self.where.hide()
        self._rows.take_keyboard()

    def _dropped(self, notes: tuple[Note, ...], section: Section | None) -> None:
        if section is None:
            self._notes = notes
            self._ask_words()
            return
        ids = tuple(note.id for note in notes)
        match section.view:
            case View.STEP:
                self.wished.emit(ToStep(ids, section.id))
            case View.KIND:
                self.wished.emit(ToKind(ids, Keeps(section.id)))
            case View.THEME:
                self.wished.emit(Gather(ids, section.id))
