"""What a key pressed on the host's page means: a clicker's wish, a command's letter, or the first letter of a note.

While the box is awake the room speaks, and whoever types then is writing down what was said: letters are words and
go into the note, wherever the keyboard was. With Alt a letter is its command always.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.live.session import Session
from app.words import Words, say
from ui.actions import WRITING, Action, action_for, always, key_name, key_names, keys_of
from ui.commands import Command, rows
from ui.key_choice import Chosen, worn
from ui.panels.keys_list import Listed
from ui.panels.live_page import LivePage

A_WORD = 1000
"""Milliseconds in which a letter after B says that B was no clicker but the beginning of a word."""
_QUOTES = frozenset("\"'“„«‘(¿¡")
_SPOKEN_WITH = (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
                | Qt.KeyboardModifier.GroupSwitchModifier)


class HostKeys:
    """Turns the keys of `page` into `run` with an action's id. `end` answers the question whether to end.

    `actions` are all commands with the keys they have now.
    """

    def __init__(self, page: QWidget, live: LivePage, actions: Sequence[Action], *, now: Callable[[], int],
                 running: Callable[[], bool], run: Callable[[str], None], end: Callable[[], None]) -> None:
        self._page, self._live, self._usual, self._now = page, live, tuple(actions), now
        self.actions = self._usual
        self._running, self._run, self._end = running, run, end
        self._pressed_b: int | None = None
        self._shortcuts: list[QShortcut] = []
        self.wear({})

    def wear(self, chosen: Chosen) -> None:
        """Take the keys a host has chosen; every button and list tells them."""
        self.actions = worn(self._usual, chosen)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._shortcuts = []
        self._listen_for_clickers()
        self.show_running()
        self._live.show_names_of_keys({action.id: keys_of(action) for action in self.actions},
                                      {action.id: (*key_names(action), "")[0] for action in self.actions})

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be pressed while a session runs."""
        return (*(action.command for action in self.actions if key_names(action)), *WRITING)

    def listed(self, session: Session, besides: tuple[Command, ...], words: Words) -> tuple[Listed, ...]:
        """The same as it is called now, and what the whole console has."""
        here = tuple((words(action.words(session)), key_names(action)) for action in self.actions if key_names(action))
        return (Listed("", here + rows(WRITING, words)), Listed(words(say("Everywhere")), rows(besides, words)))

    def show_running(self) -> None:
        """Without a session the keys are the console's."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(self._running())

    def press(self, name: str, *, repeated: bool = False) -> bool:
        """Do what the key of that name means. Returns whether it meant something."""
        if not self._running():
            return False
        field = self._live.strip.writer.field
        typing = self._typing() and not (field.hasFocus() and field.leaves(name))
        action = action_for(self.actions, name, typing=typing)
        if action is None:
            return False
        if repeated and not action.repeats:
            return True
        if name in action.anywhere and self._typing():
            self._take_keyboard()
        self._run(action.id)
        return True

    def answer(self, event: QKeyEvent) -> bool:
        """Do what a key means that nothing inside the page took. Returns whether it meant something."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._write(event) or self.press(key_name(event.key(), event.modifiers()),
                                                    repeated=event.isAutoRepeat())
        if event.isAutoRepeat() or not self._running():
            return True
        if not self._page.hasFocus():   # a number was typed: the page has the keyboard again
            if not self._live.strip.isAncestorOf(QApplication.focusWidget() or self._page):
                self._take_keyboard()
            return True
        if self._live.now.row.is_asking():
            self._end()
            return True
        if self._live.keys.isVisible():
            self._run("keys")
            return True
        self._run("next")
        return True

    def _write(self, event: QKeyEvent) -> bool:
        """Begin or go on with the note, if these are words and the room speaks."""
        strip, words = self._live.strip, event.text()
        plain = not event.modifiers() & ~_SPOKEN_WITH
        if not (plain and (words.isalpha() or words in _QUOTES) and words and self._running()
                and strip.isVisible() and strip.is_awake() and not self._live.wall.message.isVisible()):
            return False
        now, before = self._now(), self._pressed_b
        self._pressed_b = now if words == "b" else None
        if words == "b":   # most clickers blank the wall with it
            return False
        if before is not None and 0 <= now - before < A_WORD:
            self._run("unblank")
            words = "b" + words
        strip.writer.go_on(words)
        return True

    def _listen_for_clickers(self) -> None:
        """A clicker's keys come before any field: a shortcut is asked first, a key press only afterwards."""
        for name in dict.fromkeys(name for action in self.actions for name in always(action)):
            shortcut = QShortcut(QKeySequence(name), self._page)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda key=name: self.press(key))
            self._shortcuts.append(shortcut)

    def _take_keyboard(self) -> None:
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typing(self) -> bool:
        focus = QApplication.focusWidget()
        return isinstance(focus, QLineEdit | QPlainTextEdit) and self._page.isAncestorOf(focus)
