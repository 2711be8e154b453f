"""A note that is written over keeps what the editor does not show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.harvest.note import Note
from app.library.protocol import Keeps
from app.words import Words
from ui.panels.note_editor import NoteEditor
from ui.theme import load_theme


def test_a_note_keeps_its_theme_and_the_fields_of_the_kind_it_was(qtbot: QtBot, faces: None) -> None:
    note = Note(id="n", step_id="s", kind=Keeps.INSIGHT, text="Once.", at=1, theme="keys").filled(
        {"name": "Ada", "headline": "The key"})
    editor = NoteEditor(note, None, theme=load_theme("light"), words=Words())
    qtbot.addWidget(editor)
    kept: list[Note] = []
    editor.kept.connect(kept.append)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert kept == [note]
    editor.kind.show_choice(Keeps.DOUBT)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert (kept[1].theme, kept[1].all_said()) == ("keys", {"headline": "The key"}), "a doubt keeps no name"
