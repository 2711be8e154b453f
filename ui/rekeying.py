"""Connects the page of every key with what is kept: a command gets the key that was pressed for it, from now on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import NotKept
from app.settings import Choices
from app.words import Text, say
from ui.commands import EVERYWHERE, Command
from ui.key_choice import Taken, take
from ui.pages.host import HostPage
from ui.panels.keys_list import Listed
from ui.rooms import Room

if TYPE_CHECKING:
    from ui.pages.keys import KeysPage


class Rekeying(QObject):
    """`besides` are commands of the whole console, which keep their keys; `listed` is everything to be told."""

    def __init__(self, *, choices: Choices, host: HostPage, room: Room[KeysPage], besides: tuple[Command, ...],
                 listed: Callable[[], tuple[Listed, ...]]) -> None:
        super().__init__(host)
        self._choices, self._host, self._page, self._listed = choices, host, room, listed
        self._besides = (*besides, *(command for command in EVERYWHERE if command.keys[0].endswith("Tab")))
        self._waiting: tuple[str, str] | None = None
        host.wear_keys(choices.now.keys)
        room.when_built(self._greet)

    def _greet(self, page: KeysPage) -> None:
        page.show_groups(self._listed())
        page.show_changed(changed=bool(self._choices.now.keys))
        page.asked.connect(self._take)
        page.restored.connect(self._restore)

    def _take(self, command: str, key: str) -> None:
        chosen = self._choices.now.keys
        taken = take(self._host.worn, chosen, command, key, besides=self._besides,
                     once_more=self._waiting == (command, key))
        if taken is None:
            return
        self._waiting = (command, key) if taken.once_more else None
        if taken.once_more:
            self._page().show_told(taken.text)
            self._page().take_keyboard(command)
            self._page().ask_again(command)
        else:
            self._wear(taken, command)

    def _restore(self) -> None:
        self._waiting = None
        self._wear(Taken(say("Every key is what it was at first."), {}), "")

    def _wear(self, taken: Taken, command: str) -> None:
        told: Text = taken.text
        if taken.chosen is not None:
            try:
                self._choices.change(keys=taken.chosen)
            except NotKept as trouble:
                told = trouble.text
            self._host.wear_keys(self._choices.now.keys)
            self._page().show_groups(self._listed())
            self._page().show_changed(changed=bool(self._choices.now.keys))
        self._page().show_told(told)
        self._page().take_keyboard(command)
