"""Connects the library and the plans with the store: what is chosen, opened, changed and kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from app.design.edits import copy_of
from app.design.gathering import Gathering, new_id
from app.design.sample import sample
from app.errors import NotKept
from app.library.bundled import Shelf
from app.library.protocol import Protocol
from app.live.clock import Clock
from app.store.store import Store
from app.words import Words, say
from ui.console import Console
from ui.pages.designer import DesignerPage
from ui.pages.gatherings import GatheringsPage
from ui.pages.library import LibraryPage
from ui.pages.today import TodayPage
from ui.telling import Matter


class Planning(QObject):
    """`host` begins a session of a plan, on this screen's own display if asked."""

    def __init__(self, *, store: Store, clock: Clock, words: Words, console: Console, shelf: Shelf,
                 library: LibraryPage, gatherings: GatheringsPage, designer: DesignerPage, today: TodayPage,
                 host: Callable[[Gathering, bool], None], matter: Matter) -> None:
        super().__init__(console)
        self._store, self._clock, self._words, self._console = store, clock, words, console
        self._library, self._gatherings, self._designer, self._today = library, gatherings, designer, today
        self._host, self._matter = host, matter
        self._open: Gathering | None = None
        self._protocols = shelf.protocols
        self._unshown: dict[str, Callable[[], None]] = {       # a page takes its protocols when it is turned to
            "library": lambda: library.show_shelf(shelf),
            "designer": lambda: designer.show_protocols(shelf.protocols),
            "today": lambda: today.show_choices(shelf.protocols),
        }
        self._connect()

    def refresh(self) -> None:
        """Show the plans as the store has them."""
        self._gatherings.show_plans(self._store.plans(), self._now())

    def _connect(self) -> None:
        self._library.add.connect(self._add)
        self._library.host_now.connect(self._ask_today)
        self._today.library.connect(lambda: self._console.turn_to("library"))
        self._today.host.connect(self._host)
        page = self._gatherings
        page.open.connect(self.open)
        page.host.connect(self._host_plan)
        page.new.connect(self._new)
        page.sample.connect(self._open_sample)
        page.today.connect(lambda: self._console.turn_to("today"))
        page.remove.connect(lambda plan: self._remove(plan, removed=True))
        page.restore.connect(lambda plan: self._remove(plan, removed=False))
        page.duplicate.connect(self._duplicate)
        self._designer.changed.connect(self._keep)
        self._designer.host.connect(lambda gathering: self._host(gathering, False))
        self._designer.library.connect(lambda: self._console.turn_to("library"))
        self._console.turned.connect(self._leaving)

    def open(self, gathering_id: str) -> None:
        """Open a plan in the designer."""
        gathering = self._store.gathering(gathering_id)
        if gathering is None:
            return
        self._open = gathering
        self._designer.show_gathering(gathering)
        self._library.show_open_gathering(gathering.title)
        self._console.turn_to("designer")

    def _new(self) -> None:
        starts = self._now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        gathering = Gathering(id=new_id(), title=self._words(say("A new gathering")), starts=starts)
        if self._keep(gathering):
            self.open(gathering.id)

    def _open_sample(self) -> None:
        """The sample; where it was thrown away and is wanted after all, a fresh one."""
        if kept := self._store.sample():
            self.open(kept)
            return
        gathering = sample(self._now(), {p.id: p for p in self._protocols}, self._words)
        if self._keep(gathering):
            self.open(gathering.id)

    def _duplicate(self, gathering_id: str) -> None:
        gathering = self._store.gathering(gathering_id)
        if gathering is not None:
            title = self._words(say("{title}, a copy", title=gathering.title))
            self._keep(copy_of(gathering, title))
            self.refresh()

    def _remove(self, gathering_id: str, *, removed: bool) -> None:
        try:
            self._store.remove_gathering(gathering_id, removed=removed)
        except NotKept as trouble:
            self._matter.tell(trouble.text)
        else:
            self._matter.heal()
        if removed and self._open is not None and self._open.id == gathering_id:
            self._open = None
            self._library.show_open_gathering("")
        self.refresh()

    def _keep(self, gathering: Gathering) -> bool:
        """Keep a plan as it is now; False and a sentence when the disk refused."""
        try:
            self._store.keep_gathering(gathering, self._clock())
        except NotKept as trouble:
            self._matter.tell(trouble.text)
            return False
        self._matter.heal()
        if self._open is not None and self._open.id == gathering.id:
            self._open = gathering
            self._library.show_open_gathering(gathering.title)
        return True

    def _add(self, protocol: Protocol, question: str) -> None:
        if self._open is None:
            self._new()
        self._designer.add(protocol, question)
        self._console.turn_to("designer")

    def _ask_today(self, protocol: Protocol, question: str) -> None:
        self._fill("today")
        self._today.choose(protocol, question)
        self._console.turn_to("today")

    def _host_plan(self, gathering_id: str) -> None:
        gathering = self._store.gathering(gathering_id)
        if gathering is not None:
            self._host(gathering, False)

    def _leaving(self, page: str) -> None:
        if page != "designer":
            self._designer.flush()
        if page == "gatherings":
            self.refresh()
        self._fill(page)

    def _fill(self, page: str) -> None:
        """Give a page its protocols, once."""
        show = self._unshown.pop(page, None)
        if show is not None:
            show()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock() / 1000)
