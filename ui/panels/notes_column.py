"""The notes of a session: cards to type up, kinds to look at, the notes by step, and the last one taken away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.harvest.kinds import KINDS, kind_names
from app.harvest.note import Note
from app.library.protocol import Keeps
from app.live.session import Session
from app.live.whereabouts import tables_lived
from app.words import Words, say
from ui.panels.note_rows import NoteRows
from ui.panels.typing_up import TypingUp
from ui.theme import Theme
from ui.type import Role
from ui.widgets.buttons import SMALL, OutlineButton, QuietButton
from ui.widgets.chips import Chip, FlowLayout
from ui.widgets.glyph import kind_family, kind_glyph
from ui.widgets.labels import Paragraph
from ui.widgets.scroll import Scroll
from ui.widgets.surfaces import Ground

WIDTH, PAD = 640, 28
LONGEST_UNDO = 48


class NotesColumn(Ground):
    """`written` brings a new `Note`, `edited` a changed one, `dropped` an id; `taken_back` undoes the last change."""

    written = Signal(object)
    edited = Signal(object)
    dropped = Signal(str)
    taken_back = Signal()

    def __init__(self, *, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(theme.window, parent=parent)
        self._theme, self._words = theme, words
        self._kind: Keeps | None = None
        self._session: Session | None = None
        self._typing = TypingUp(theme=theme, words=words)
        self._type_up = OutlineButton(words(say("Type up cards")), theme=theme, glyph="card", shape=SMALL)
        self._type_up.hide()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self._notes = NoteRows(theme=theme, words=words)
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
        inside = QWidget()
        scrolled = QVBoxLayout(inside)
        scrolled.setContentsMargins(PAD - 4, 0, PAD - 4, 0)
        scrolled.addWidget(self._notes, 1)
        self._scroll = Scroll(inside, name=self._words(say("Notes")))
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda least, most: scrolled.setContentsMargins(
            PAD - 4, 0, PAD - 4 - (bar.sizeHint().width() if most > least else 0), 0))
        chips = QHBoxLayout()
        chips.setSpacing(12)
        chips.addWidget(self._chips, 1, Qt.AlignmentFlag.AlignTop)
        chips.addWidget(self._type_up, 0, Qt.AlignmentFlag.AlignTop)
        top = QVBoxLayout()
        top.setContentsMargins(PAD, 0, PAD, 0)
        top.setSpacing(18)
        top.addWidget(self._typing)
        top.addLayout(chips)
        top.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(14)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._undo_line)

    def _connect(self) -> None:
        self._typing.written.connect(self.written)
        self._typing.taken_back.connect(self.taken_back)
        self._typing.closed.connect(lambda: self.show_typing(shown=False))
        self._type_up.clicked.connect(lambda: self.show_typing(shown=True))
        self._notes.edited.connect(self.edited)
        self._notes.dropped.connect(self.dropped)
        self._notes.shown.connect(self._scroll.reveal_soon)
        self._undo.clicked.connect(self.taken_back)

    # --- in

    def show_session(self, session: Session, step_id: str) -> None:
        """Show the notes of `session`; on another gathering, cards are typed up for the step `step_id`."""
        new = ""
        if self._session is None or self._session.began != session.began:
            self._kind = None
            self.show_undo("")
        elif added := [n.id for n in session.notes if n.id not in {o.id for o in self._session.notes}]:
            new = added[-1]
        self._session = session
        self._typing.show_gathering(session.gathering, step_id,
                                    topics=tuple(topic.title for topic in session.market.standing()),
                                    tables=tables_lived(session))
        self._show_chips(session.notes)
        self._notes.show_notes(session.gathering, session.notes, self._kind)
        if new:
            self._notes.reveal(new)
        before: QWidget = self._type_up
        for stop in (*self._chips.findChildren(Chip), *self._notes.stops()):
            self.setTabOrder(before, stop)
            before = stop
        self._nothing.setVisible(not self._notes.texts() and self._kind is None and not self._notes.is_writing())

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

    def show_undo(self, text: str) -> None:
        """Offer to bring `text` back; "" offers nothing."""
        text = " ".join(text.split())
        short = text if len(text) <= LONGEST_UNDO else text[:LONGEST_UNDO - 2].rstrip() + " …"
        self._undo_words.show_text(self._words(say("Taken away: “{text}”", text=short)))
        self._undo_line.setVisible(bool(text))

    # --- inside

    def _show_chips(self, notes: tuple[Note, ...]) -> None:
        """All, and every kind there is; promises have a place of their own."""
        found = {note.kind for note in notes} - {Keeps.PROMISE}
        kinds = [kind for kind in KINDS if kind in found]
        if self._kind not in kinds:
            self._kind = None
        inside = self.focusWidget()
        choosing = inside is not None and self._chips.isAncestorOf(inside)
        self._flow.clear()
        for kind in [None, *kinds] if len(kinds) > 1 else []:
            chip = self._chip(kind)
            if choosing and kind is self._kind:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)
        self._chips.setVisible(len(kinds) > 1)

    def _chip(self, kind: Keeps | None) -> Chip:
        if kind is None:
            chip = Chip(self._words(say("All")), theme=self._theme, parent=self._chips)
        else:
            chip = Chip(self._words(kind_names(kind)), theme=self._theme, glyph=kind_glyph(kind),
                        family=kind_family(kind) or "part", parent=self._chips)
        chip.setChecked(kind is self._kind)
        chip.clicked.connect(lambda checked=False: self._filter(kind))
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _filter(self, kind: Keeps | None) -> None:
        self._kind = kind
        if self._session is not None:
            self.show_session(self._session, "")
