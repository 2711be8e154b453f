"""Connects the library and the plans with the store: what is chosen, opened, changed and kept at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.design.edits import copy_of
from app.design.gathering import Gathering, new_id
from app.design.sample import sample
from app.design.templates import read_templates
from app.errors import NotKept
from app.library.bundled import Shelf
from app.library.protocol import Protocol
from app.live.clock import Clock
from app.paths import templates_folder
from app.store.last_met import promises_made
from app.store.store import Store
from app.words import Words, say
from ui.console import Console
from ui.pages.gatherings import GatheringsPage
from ui.rooms import Rooms
from ui.telling import Matter

if TYPE_CHECKING:
    from ui.pages.begin import BeginPage
    from ui.pages.designer import DesignerPage
    from ui.pages.library import LibraryPage
    from ui.pages.today import TodayPage


class Planning(QObject):
    """`host` begins a session of a plan, on this screen's own display if asked; `rehearse` tries it out."""

    def __init__(self, *, store: Store, clock: Clock, words: Words, console: Console, shelf: Shelf,
                 gatherings: GatheringsPage, rooms: Rooms, host: Callable[[Gathering, bool], None],
                 rehearse: Callable[[Gathering], None], matter: Matter) -> None:
        super().__init__(console)
        self._store, self._clock, self._words, self._console = store, clock, words, console
        self._shelf, self._gatherings, self._rooms = shelf, gatherings, rooms
        self._host, self._rehearse, self._matter = host, rehearse, matter
        self._open: Gathering | None = None
        self._connect()

    def refresh(self) -> None:
        """Show the plans as the store has them."""
        self._gatherings.show_plans(self._store.plans(), self._now())

    def _connect(self) -> None:
        self._rooms.library.when_built(self._stock_library)
        self._rooms.begin.when_built(self._stock_begin)
        self._rooms.designer.when_built(self._stock_designer)
        self._rooms.today.when_built(self._stock_today)
        page = self._gatherings
        page.open.connect(self.open)
        page.host.connect(self._host_plan)
        page.rehearse.connect(self._rehearse_plan)
        page.new.connect(self.begin)
        page.sample.connect(self._open_sample)
        page.today.connect(lambda: self._console.turn_to("today"))
        page.remove.connect(lambda plan: self._remove(plan, removed=True))
        page.restore.connect(lambda plan: self._remove(plan, removed=False))
        page.duplicate.connect(self._duplicate)
        self._console.turned.connect(self._leaving)

    def _stock_library(self, page: LibraryPage) -> None:
        page.show_shelf(self._shelf)
        page.show_open_gathering(self._open.title if self._open is not None else "")
        page.add.connect(self._add)
        page.host_now.connect(self._ask_today)

    def _stock_begin(self, page: BeginPage) -> None:
        page.show_choices(read_templates(templates_folder()), self._shelf.protocols)
        page.begun.connect(self._begun)
        page.closed.connect(lambda: self._console.turn_to("gatherings"))

    def _stock_designer(self, page: DesignerPage) -> None:
        page.show_protocols(self._shelf.protocols)
        page.changed.connect(self._keep)
        page.host.connect(lambda gathering: self._host(gathering, False))
        page.rehearse.connect(self._rehearse)
        page.library.connect(lambda: self._console.turn_to("library"))

    def _stock_today(self, page: TodayPage) -> None:
        page.show_choices(self._shelf.protocols)
        page.library.connect(lambda: self._console.turn_to("library"))
        page.host.connect(self._host)

    def show_shelf(self, shelf: Shelf) -> None:
        """Another shelf from now on, wherever protocols are chosen."""
        self._shelf = shelf
        if self._rooms.begin.page is not None:
            self._rooms.begin.page.show_choices(read_templates(templates_folder()), shelf.protocols)
        if self._rooms.designer.page is not None:
            self._rooms.designer.page.show_protocols(shelf.protocols)
        if self._rooms.today.page is not None:
            self._rooms.today.page.show_choices(shelf.protocols)

    def open(self, gathering_id: str) -> None:
        """Open a plan in the designer."""
        gathering = self._store.gathering(gathering_id)
        if gathering is None:
            return
        self._now_open(gathering)
        self._rooms.designer().show_gathering(gathering)
        self._rooms.designer().show_promises(promises_made(self._store, gathering))
        self._console.turn_to("designer")

    def chosen(self) -> Gathering | None:
        """The plan that is meant: the one in the designer while it is open, else the one on the home page's card."""
        page = self._rooms.designer.page
        if self._console.page == "designer" and page is not None:
            page.flush()
            return page.gathering
        return self._store.gathering(self._gatherings.chosen) if self._gatherings.chosen else None

    def print_out(self, gathering_id: str) -> None:
        """Open a plan where its papers are chosen."""
        self.open(gathering_id)
        self._rooms.designer().open_paper()

    def invite(self, gathering_id: str) -> None:
        """Open a plan where its invitation is written."""
        self.open(gathering_id)
        self._rooms.designer().open_invitation()

    def begin(self) -> None:
        """Ask what for, who comes, how many, how long and where, and propose."""
        self._rooms.begin().ask(self._empty())
        self._console.turn_to("begin")

    def _begun(self, gathering: Gathering) -> None:
        if self._keep(gathering):
            self.open(gathering.id)

    def _empty(self) -> Gathering:
        starts = self._now().replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        return Gathering(id=new_id(), title=self._words(say("A new gathering")), starts=starts)

    def _open_sample(self) -> None:
        """The sample; where it was thrown away and is wanted after all, a fresh one."""
        if kept := self._store.sample():
            self.open(kept)
            return
        gathering = sample(self._now(), {p.id: p for p in self._shelf.protocols}, self._words)
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
            self._now_open(None)
        self.refresh()

    def forget(self, gathering_id: str) -> None:
        """A plan is no more: nothing is added to it, and it is not in sight."""
        if self._open is not None and self._open.id == gathering_id:
            self._now_open(None)
            if self._console.page == "designer":
                self._console.turn_to("gatherings")
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
            self._now_open(gathering)
        return True

    def _now_open(self, gathering: Gathering | None) -> None:
        """What the library's *Add* adds to."""
        self._open = gathering
        if self._rooms.library.page is not None:
            self._rooms.library.page.show_open_gathering(gathering.title if gathering is not None else "")

    def _add(self, protocol: Protocol, question: str) -> None:
        if self._open is None:
            self._begun(self._empty())
        self._rooms.designer().add(protocol, question)
        self._console.turn_to("designer")

    def _ask_today(self, protocol: Protocol, question: str) -> None:
        self._rooms.today().choose(protocol, question)
        self._console.turn_to("today")

    def _host_plan(self, gathering_id: str) -> None:
        gathering = self._store.gathering(gathering_id)
        if gathering is not None:
            self._host(gathering, False)

    def _rehearse_plan(self, gathering_id: str) -> None:
        gathering = self._store.gathering(gathering_id)
        if gathering is not None:
            self._rehearse(gathering)

    def _leaving(self, page: str) -> None:
        if page != "designer" and self._rooms.designer.page is not None:
            self._rooms.designer.page.flush()
        if page == "gatherings":
            self.refresh()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock() / 1000)
