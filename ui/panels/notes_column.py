"""The notes of a session: cards to type up, the notes by step, kind or theme, and the last ones taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.harvest.sections import View
from app.live.session import Session
from app.live.whereabouts import tables_lived
from app.words import Words, say, say_n
from ui.panels.note_acts import NoteActs
from ui.panels.note_rows import NoteRows
from ui.panels.note_wishes import Away, Wish
from ui.panels.typing_up import TypingUp
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import FlowLayout
from ui.widgets.labels import Paragraph
from ui.widgets.option import Option
from ui.widgets.segment import Segment
from ui.widgets.surfaces import Ground

WIDTH, PAD = 640, 28
LONGEST_UNDO = 48


class NotesColumn(Ground):
    """`written` brings a new `Note`, `edited` a changed one, `dropped` an id; `taken_back` undoes the last change.

    `wished` brings what is wished for several notes (`note_wishes`).
    """

    written = Signal(object)
    edited = Signal(object)
    dropped = Signal(str)
    taken_back = Signal()
    wished = Signal(object)

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._theme, self._words = theme, words
        self._session: Session | None = None
        self._added: tuple[str, ...] = ()
        self._typing = TypingUp(theme=theme, words=words)
        self._type_up = OutlineButton(words(say("Type up cards")), theme=theme, glyph="card", shape=SMALL)
        self._type_up.hide()
        self._view = Segment([Option(View.STEP, words(say("By step"))), Option(View.KIND, words(say("By kind"))),
                              Option(View.THEME, words(say("By theme")))],
                             theme=theme, name=words(say("How the notes are shown")), height=32)
        self._new = QuietButton(words(say("New theme")), theme=theme, glyph="plus", shape=SMALL)
        self._new.hide()
        self._notes = NoteRows(theme=theme, words=words, pad=PAD)
        self._acts = NoteActs(self._notes, self._new, over=self, theme=theme, words=words)
        self._nothing = Paragraph(words(say(
            "Nothing is written here. What was said stays with those who heard it, and that is enough.")),
            Role.BODY, theme.ink2)
        self._undo_line = self._make_undo()
        self._lay_out()
        self._connect()

    def _make_undo(self) -> QWidget:
        line = QWidget()
        self._undo_words = Paragraph("", Role.BODY, self._theme.ink2)
        self._undo = QuietButton(self._words(say("Bring it back")), theme=self._theme, glyph="undo", key="Ctrl Z",
                                 shape=SMALL)
        row = QHBoxLayout(line)
        row.setContentsMargins(PAD, 8, PAD - 12, 0)
        row.setSpacing(8)
        row.addWidget(self._undo_words, 1)
        row.addWidget(self._undo)
        line.hide()
        return line

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        tools = FlowLayout(gap=12)
        tools.addWidget(self._view)
        tools.addWidget(self._new)
        tools.addWidget(self._type_up)
        top = QVBoxLayout()
        top.setContentsMargins(PAD, 0, PAD, 0)
        top.setSpacing(18)
        top.addWidget(self._typing)
        top.addLayout(tools)
        top.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(14)
        column.addWidget(self._notes, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(PAD - 8, 8, PAD - 8, 0)
        bar.addWidget(self._acts.bar)
        column.addLayout(bar)
        column.addWidget(self._undo_line)

    def _connect(self) -> None:
        self._typing.written.connect(self.written)
        self._typing.taken_back.connect(self.taken_back)
        self._typing.closed.connect(lambda: self.show_typing(shown=False))
        self._type_up.clicked.connect(lambda: self.show_typing(shown=True))
        self._notes.come_after(self._type_up)
        self._view.chosen.connect(lambda _view: self._show_notes())
        self._notes.edited.connect(self.edited)
        self._notes.dropped.connect(self.dropped)
        self._acts.wished.connect(self.wished)
        self._new.clicked.connect(self._acts.ask_theme)
        self._undo.clicked.connect(self.taken_back)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The question stays at the lower end."""
        self._acts.where.place()

    # --- in

    def show_session(self, session: Session, step_id: str) -> None:
        """Show the notes of `session`; on another gathering, cards are typed up for the step `step_id`."""
        if self._session is None or self._session.began != session.began:
            self._view.show_choice(View.STEP)
            self._notes.go_to_top()
            self.show_done()
        else:
            known = {note.id for note in self._session.notes}
            self._added = tuple(note.id for note in session.notes if note.id not in known)
        self._acts.show_steps(session.gathering.steps)
        self._session = session
        self._typing.show_gathering(session.gathering, step_id,
                                    topics=tuple(topic.title for topic in session.market.standing()),
                                    tables=tables_lived(session))
        self._show_notes()

    def show_note(self, note_id: str) -> None:
        """Bring a note under the hand, if it is one of these."""
        self._notes.show_note(note_id)

    def show_view(self, view: View) -> None:
        """Tell the notes apart by this."""
        self._view.show_choice(view)
        self._show_notes()

    def show_typing(self, *, shown: bool) -> None:
        """Open the card for typing up, or put it away."""
        self._typing.setVisible(shown)
        self._type_up.setVisible(not shown)
        if shown:
            self._typing.take_keyboard()
        else:
            self._type_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_id(self) -> str:
        """The step for which cards are typed up."""
        return self._typing.step.choice()

    def show_step(self, step_id: str) -> None:
        """From here on cards are typed up for this step."""
        self._typing.show_step(step_id)

    def take_keyboard(self) -> None:
        """Ready to write, or to read where the card is put away."""
        if self._typing.isVisibleTo(self):
            self._typing.take_keyboard()
        else:
            self._type_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_card(self) -> None:
        """The card was kept."""
        self._typing.clear()

    def close_editor(self) -> None:
        """The note was kept as it was changed."""
        self._notes.close_editor()

    def show_granted(self, wish: Wish) -> None:
        """What was wished for has come true."""
        self._acts.granted(wish, next(iter(self._added), ""))
        self._added = ()
        self.show_done(self._words(say_n("{n} note", "{n} notes", len(wish.ids))) if isinstance(wish, Away) else "")

    def show_done(self, gone: str = "") -> None:
        """A change was made here: a note that came with it comes into view, what is `gone` is offered back."""
        for note_id in self._added[-1:]:
            self._notes.reveal_note(note_id)
        self._added = ()
        gone = " ".join(gone.split())
        short = gone if len(gone) <= LONGEST_UNDO else gone[:LONGEST_UNDO - 2].rstrip() + " …"
        self._undo_words.show_text(self._words(say("Taken away: “{text}”", text=short)))
        self._undo_line.setVisible(bool(gone))

    # --- inside

    def _show_notes(self) -> None:
        if self._session is not None:
            view = View(self._view.choice())
            self._new.setVisible(view is View.THEME)
            self._notes.show_notes(self._session.gathering, self._session.notes, view)
            self._nothing.setVisible(not self._notes.texts())
