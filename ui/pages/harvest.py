"""What the room kept: notes by step and kind, promises beside them, cards typed up, and the way to paper.

Changes go through the engine of the session that is shown; the page only remembers how to take them back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from weakref import WeakSet

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import Trouble
from app.harvest.note import Note
from app.harvest.photos import Photo
from app.harvest.together import together
from app.live.engine import Engine
from app.live.session import Session
from app.words import Text, Words, say, say_n
from ui.commands import Command, bind
from ui.panels.gathering_card import asked_to_forget, title_of
from ui.panels.harvest_head import PAD, HarvestHead, SessionRow
from ui.panels.harvest_steps import first_step, promise_step
from ui.panels.note_acts import NOTE_KEYS
from ui.panels.note_changes import NoteChanges
from ui.panels.note_wishes import Wish, grant
from ui.panels.notes_column import NotesColumn
from ui.panels.nothing_kept import NothingKept
from ui.panels.photos import PhotoShelf
from ui.panels.promises import Promises
from ui.theme import Theme
from ui.widgets.banner import Banner
from ui.widgets.file_drop import FileDrop
from ui.widgets.surfaces import Ground

MOST_LETTERS = 24
"""Letters without a font that are listed in one sentence."""


def open_folder_of(path: Path) -> None:
    """Show the folder a file lies in, in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class HarvestPage(QWidget):
    """`export` carries the `Session` to write, whether with names, and the kind of file; `kind_chosen` that kind when
    it becomes another. `stop` takes the wish for a file back. `chosen` has the id of a session to open, `forget` that
    of a gathering; `search` when all gatherings are to be searched.
    """

    export = Signal(object, bool, str)
    stop = Signal()
    kind_chosen = Signal(str)
    forget = Signal(str)
    chosen = Signal(str)
    search = Signal()

    def __init__(self, *, theme: Theme, words: Words, open_folder: Callable[[Path], None] = open_folder_of,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._open_folder = words, open_folder
        self._engine: Engine | None = None
        self._changes: NoteChanges | None = None
        self._heard: WeakSet[Engine] = WeakSet()
        self._known: tuple[SessionRow, ...] = ()
        self._shown: Session | None = None
        self._path: Path | None = None
        self._writing = False
        self._asked = ""
        self._head = HarvestHead(theme=theme, words=words)
        self._status = Banner(theme=theme)
        self._shelf = Ground(theme.window)
        self._notes = NotesColumn(theme=theme, words=words)
        self._promises = Promises(theme=theme, words=words)
        self.photos = PhotoShelf(theme=theme, words=words)
        self._body = QWidget()
        self._none = NothingKept(theme=theme, words=words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)   # as a stop of Tab it would send the keyboard back to the card
        self.setAccessibleName(words(say("Harvest")))
        self._lay_out()
        self._connect()
        self._show_body()

    def _lay_out(self) -> None:
        told = QHBoxLayout(self._shelf)
        told.setContentsMargins(PAD, 12, PAD, 12)
        told.addWidget(self._status)
        self._shelf.hide()
        columns = QHBoxLayout(self._body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self._notes)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.photos)
        beside.addWidget(self._promises, 1)
        columns.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._shelf)
        column.addWidget(self._body, 1)
        column.addWidget(self._none, 1)

    def _connect(self) -> None:
        self._head.export.connect(self._ask_export)
        self._head.chosen.connect(self.chosen)
        self._head.kind_chosen.connect(self.kind_chosen)
        self._head.forget.connect(self._ask_to_forget)
        self._head.search.connect(lambda: self.search.emit())
        self._status.pressed.connect(self._answered)
        self._notes.written.connect(lambda notes: self._keep(notes, self._notes.clear_card))
        self._notes.edited.connect(lambda note: self._edit(note, self._notes.close_editor))
        self._notes.dropped.connect(self._drop)
        self._notes.wished.connect(self._grant)
        self._notes.taken_back.connect(self._take_back)
        self._promises.added.connect(lambda note: self._keep((note,), self._promises.close_editor))
        self._promises.edited.connect(lambda note: self._edit(note, self._promises.close_editor))
        self._promises.dropped.connect(self._drop)
        self.photos.dropped.connect(self._drop_photo)
        self.photos.opened.connect(self._photo_opened)
        self.photos.read.connect(self._notes.take_keyboard)
        FileDrop(self).brought.connect(self.photos.brought)
        self.commands = (
            Command(say("Export"), ("Ctrl+E",), self._ask_export),
            Command(say("Search all gatherings"), ("Ctrl+F",), lambda: self.search.emit()),
            Command(say("Take the last change back"), ("Ctrl+Z",), self._take_back),
            Command(say("Make it again"), ("Ctrl+Shift+Z", "Ctrl+Y"), self._again),
            Command(say("Another note"), ("Up", "Down", "Home", "End")),
            Command(say("Write in the note, or show the photo large"), ("Enter",)),
            Command(say("Another photo"), ("Left", "Right")),
            Command(say("Remove the note or the photo"), ("Del", "Backspace")),
            Command(say("Leave the note as it was, or make the photo small"), ("Esc",)), *NOTE_KEYS)
        bind(self.commands, self, within=True)

    # --- in

    def show_sessions(self, rows: Sequence[SessionRow]) -> None:
        """Offer these sessions, the newest first; with none the page says calmly that nothing was kept yet."""
        self._known = tuple(rows)
        self._head.show_sessions(rows)
        if not rows:
            self._engine = self._changes = self._shown = None
            self._show_body()

    def show_engine(self, engine: Engine) -> None:
        """Show the notes of this session, over or running, and follow its changes."""
        if self._engine is None or not _same_run(self._engine.session, engine.session):
            self._tell("")
        if engine is not self._engine:
            self._engine, self._changes, self._shown = engine, NoteChanges(engine), None
        if engine not in self._heard:
            self._heard.add(engine)
            self._follow(engine)
        self._show_session(engine.session)

    def show_note(self, note_id: str) -> None:
        """Bring this note or promise under the hand, whatever else is looked at; without one nothing changes."""
        if self._engine is not None and any(note.id == note_id for note in self._engine.session.notes):
            self.photos.show_large("")
            self._notes.show_note(note_id)
            self._promises.show_note(note_id)

    def show_kind(self, kind: str) -> None:
        """Show the kind of file that was chosen last."""
        self._head.show_kind(kind)

    def show_writing(self, pages: int = 0, notes: int = 0) -> None:
        """The file is being made, and so many pages of it are, or so many notes of one that has no pages."""
        self._head.show_ready(ready=False)
        self._path = None
        text = say_n("Writing … {n} page is done.", "Writing … {n} pages are done.", pages) if pages else \
            say_n("Writing … {n} note is done.", "Writing … {n} notes are done.", notes) if notes else say("Writing …")
        if self._writing:
            self._status.show_words(self._words(text))
            return
        self._tell(self._words(text), (self._words(say("Stop")),), glyph="export")
        self._writing = True

    def show_unshown(self, letters: tuple[str, ...]) -> None:
        """Before a PDF is written: these letters no font has."""
        if letters:
            self._tell(self._words(say("No font here has these, so the PDF will have them in brackets; Word and the "
                                       "others keep them: {letters}", letters=" ".join(letters[:MOST_LETTERS]))),
                       (self._words(say("All right")),), "message")

    def show_exported(self, path: Path, missing: tuple[str, ...] = (), beside: str = "") -> None:
        """The file is at `path`; `missing` are letters no font had, `beside` it lies a folder of photographs."""
        self._head.show_ready(ready=self._engine is not None)
        self._path = path
        text = self._words(say("Kept as {name}.", name=path.name))
        if beside:
            text += " " + self._words(say("Its photos lie beside it in {folder}.", folder=beside))
        if missing:
            text += " " + self._words(say("No font here has these, so they stand in brackets: {letters}",
                                          letters=" ".join(missing[:MOST_LETTERS])))
        self._tell(text, (self._words(say("Show in folder")), self._words(say("All right"))), "check")

    def show_trouble(self, text: Text | str) -> None:
        """Say what went wrong; what was typed stays where it is."""
        self._head.show_ready(ready=self._engine is not None)
        self._path = None
        self._tell(self._words(text), (self._words(say("All right")),))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The page hands the keyboard on to the card."""
        if self._engine is not None:
            self._notes.take_keyboard()

    # --- showing

    def _tell(self, text: str, answers: tuple[str, ...] = (), glyph: str = "message") -> None:
        """Say one sentence under the head; "" takes it away, and with it whatever was asked."""
        self._asked, self._writing = "", False
        self._status.show_message(text, answers, glyph)
        self._shelf.setVisible(bool(text))

    def _show_body(self) -> None:
        shown = self._engine is not None
        self._body.setVisible(shown)
        self._none.setVisible(not shown)
        self._head.show_ready(ready=shown)
        if not shown:
            self._head.show_session(None)
            self._head.show_time(None)

    def _follow(self, engine: Engine) -> None:
        def changed(new: Session, old: Session) -> None:
            if engine is self._engine:
                self._show_session(new)
        engine.listen(changed)

    def _show_session(self, session: Session) -> None:
        """Show what differs from before; a clock that ticks on or a beat that moves changes nothing here."""
        before, self._shown = self._shown, session
        self._head.show_time(together(session.planned, session.gathering, session.spans, session.people,
                                      over=session.finished is not None))
        if before is not None and (before.notes, before.photos, before.gathering, before.people) == (
                session.notes, session.photos, session.gathering, session.people):
            return
        if before is None:
            self._show_body()
        self._head.show_session(session, self._run(session))
        self._notes.show_session(session, first_step(session))
        self.photos.show_photos(session.gathering, session.photos.here)
        self._promises.show_promises(session.gathering, session.notes, promise_step(session))

    def _run(self, session: Session) -> str:
        return next((row.id for row in self._known if (row.gathering_id, row.began) == (
            session.gathering.id, session.began)), "")

    # --- photographs

    def place(self) -> tuple[str, str]:
        """The session and the step a photograph that comes now belongs to; "" and "" where no notes are open."""
        return (self._run(self._engine.session), self._notes.step_id()) if self._engine is not None else ("", "")

    def add_photo(self, session_id: str, photo: Photo) -> None:
        """Put a photograph that was kept with the notes, unless they are no longer those of its session."""
        if self.place()[0] == session_id:
            self._tried(lambda changes: changes.add_photo(photo))

    def _drop_photo(self, photo_id: str) -> None:
        if self._tried(lambda changes: changes.drop_photo(photo_id)):
            self._notes.show_done(self._words(say("a photo")))

    def _photo_opened(self, photo: Photo | None) -> None:
        """A large photograph stands where the promises stood, and what is typed up belongs to its step."""
        self._promises.setVisible(photo is None)
        if photo is not None:
            self._notes.show_step(photo.step_id)

    # --- changes

    def _keep(self, notes: tuple[Note, ...], kept: Callable[[], None]) -> None:
        if self._tried(lambda changes: changes.keep_all(notes)):
            kept()
            self._notes.show_done()

    def _edit(self, note: Note, kept: Callable[[], None]) -> None:
        if self._tried(lambda changes: changes.edit(note)):
            kept()
            self._notes.show_done()

    def _drop(self, note_id: str) -> None:
        notes = self._engine.session.notes if self._engine is not None else ()
        text = next((note.text for note in notes if note.id == note_id), "")
        if self._tried(lambda changes: changes.drop(note_id)):
            self._notes.show_done(text)

    def _grant(self, wish: Wish) -> None:
        if self._tried(lambda changes: grant(wish, changes)):
            self._notes.show_granted(wish)

    def _take_back(self) -> None:
        if self._tried(lambda changes: changes.undo()):
            self._notes.show_done()

    def _again(self) -> None:
        if self._tried(lambda changes: changes.redo()):
            self._notes.show_done()

    def _tried(self, change: Callable[[NoteChanges], object]) -> bool:
        """Make a change; where it was not kept, say why and leave everything as it stands."""
        if self._changes is None:
            return False
        try:
            change(self._changes)
        except Trouble as trouble:
            self.show_trouble(trouble.text)
            return False
        return True

    # --- paper

    def _ask_export(self) -> None:
        if self._engine is not None and self._head.is_ready():
            self.export.emit(self._engine.session, self._head.names(), self._head.kind())

    def _ask_to_forget(self) -> None:
        if self._engine is not None:
            gathering, words = self._engine.session.gathering, self._words
            self._tell(words(asked_to_forget(title_of(gathering))),
                       (words(say("Keep it")), words(say("Forget it for good"))))
            self._asked = gathering.id

    def _answered(self, number: int) -> None:
        if self._asked:
            asked = self._asked
            self._tell("")
            if number == 1:
                self.forget.emit(asked)
        elif self._writing:
            self.stop.emit()
        elif self._path is not None and number == 0:
            self._open_folder(self._path)
        else:
            self._tell("")


def _same_run(one: Session, other: Session) -> bool:
    return (one.gathering.id, one.began) == (other.gathering.id, other.began)
