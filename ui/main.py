"""The composition root: on the data that `ui.start` opened it builds both windows and what runs behind them, connects
them with the pages of `ui.rooms`, and runs the loop until the console is closed.
"""

from __future__ import annotations

import asyncio
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import qasync
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication

from app.live.clock import Clock
from app.live.session import Session
from app.store.second_copy import SecondCopy
from app.store.store import Store
from app.words import Text, Words, say
from ui.attending import Attending
from ui.awake import Awake, Vigil, asking_the_system
from ui.backing import Backing
from ui.bridge import Bridge, Whisper
from ui.chatting import copy_for_chat
from ui.choosing import Choosing
from ui.commands import Command, rows
from ui.console import NOTES, Console
from ui.drafting import Drafting
from ui.ending import Ending
from ui.faults import Faults
from ui.favouring import Favouring
from ui.foreseeing import Foreseeing
from ui.forgetting import Forgetting
from ui.ground import Ground, lay_ground, renewed
from ui.hall import Hall, open_hall
from ui.hosting import Hosting
from ui.keeping import Keeping
from ui.matching import Matching
from ui.mirrored import Mirrored
from ui.pace import Pace
from ui.pages.gatherings import GatheringsPage
from ui.pages.host import HostPage
from ui.panels.keys_list import Listed
from ui.paper import paper_of
from ui.photographing import Photographing
from ui.planning import Planning
from ui.printing import Printing
from ui.projector.displays import remembered
from ui.projector.numbers import Numbers
from ui.projector.window import Wall
from ui.readying import Readying
from ui.rehearsing import Rehearsing
from ui.rekeying import Rekeying
from ui.reseating import Reseating
from ui.ringing import Ringing
from ui.roles import tell_roles
from ui.rooms import Rooms, plan_rooms
from ui.searching import PAGE, Searching
from ui.sharing import Sharing
from ui.shelving import Shelving
from ui.sound import Speakers
from ui.stage import Stage
from ui.tasks import Tasks
from ui.theme import load_theme, load_wall_theme
from ui.writing import Writing


def live(application: QApplication, store: Store, data: Path, *, clock: Clock, faults: Faults, told: Text | None,
         hall: Hall | None) -> None:
    """Furnish what stands around `hall`, say what is to be `told`, and run until the console is closed."""
    tell_roles()
    whisper = Whisper()
    whisper.last = told
    store.copy_to(SecondCopy(data, whisper.tell))
    vigil = Vigil(asking_the_system)
    ground = lay_ground(store, data, clock=clock, vigil=vigil, sound=Speakers())
    loop = qasync.QEventLoop(application)
    loop.set_exception_handler(lambda _, context: faults.in_the_loop(context))
    asyncio.set_event_loop(loop)
    with loop:
        try:
            loop.run_until_complete(_until_closed(application, ground, whisper, faults, hall))
        finally:
            vigil.close()


@dataclass(frozen=True, slots=True)
class House:
    """The windows and what runs behind them."""

    console: Console
    host_page: HostPage
    wall: Wall
    bridge: Bridge
    hosting: Hosting
    planning: Planning
    keeping: Keeping
    tasks: Tasks
    choosing: Choosing
    drafting: Drafting
    backing: Backing
    attending: Attending
    awake: Awake
    foreseeing: Foreseeing
    reseating: Reseating
    ringing: Ringing
    matching: Matching
    rehearsing: Rehearsing
    mirrored: Mirrored
    readying: Readying
    forgetting: Forgetting
    sharing: Sharing
    shelving: Shelving
    searching: Searching

    def close(self) -> None:
        """Close both windows."""
        self.drafting.close()
        self.backing.stop()
        self.attending.close()
        self.awake.stop()
        self.ringing.stop()
        self.foreseeing.stop()
        self.reseating.stop()
        self.matching.stop()
        self.mirrored.stop()
        self.readying.stop()
        self.sharing.close()
        self.shelving.stop()
        self.wall.close()
        self.console.close()
        self.console.deleteLater()


async def _until_closed(application: QApplication, ground: Ground, whisper: Whisper, faults: Faults,
                        hall: Hall | None) -> None:
    """One console after another: new windows are built where a choice needs them, and the log goes on."""
    if hall is not None and not hall.console.isVisible():
        return      # closed after its first picture, before this loop turned: it is not opened again
    with closing(Ending(application)) as ending:
        house = furnish(application, ground, hall)
        QTimer.singleShot(0, whisper, lambda: _answer_the_door(ground.store.folder, whisper))
        listen_in(house, whisper, faults)
        if whisper.last is not None:
            house.console.tell(whisper.last)
        while (place := await _lived(house, ending)) is not None:
            ground = renewed(ground)
            house = furnish(application, ground)
            listen_in(house, whisper, faults)
            house.console.restoreGeometry(place)
            house.console.turn_to("settings")


def listen_in(house: House, whisper: Whisper, faults: Faults) -> None:
    """What comes from threads, from other starts and from faults of ours reaches these windows."""
    whisper.told.connect(house.console.tell)
    whisper.wanted.connect(house.console.come_forward)
    faults.told.connect(house.console.tell_fault)
    faults.follow(house.bridge, house.console, house.wall)


def _answer_the_door(folder: Path, whisper: Whisper) -> None:
    """Once the window stands: from now on a second start brings it forward."""
    from ui.forward import Door  # 25 ms of QtNetwork, after the first picture

    door = Door(folder, whisper)
    door.knocked.connect(lambda: whisper.wanted.emit())


async def _lived(house: House, ending: Ending) -> QByteArray | None:
    """Until the console is closed, or it is wished: None; or until it is wanted anew: where it stood."""
    closed: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def close(*, again: bool = False) -> None:
        if not closed.done():
            closed.set_result(again)

    console = house.console
    house.choosing.again.connect(lambda: close(again=True))
    console.closed.connect(close)
    wish = ending.wished.connect(close)
    if not console.isVisible():
        console.open()
    house.backing.start()
    house.forgetting.start()
    house.reseating.start()
    house.matching.start()
    house.searching.start()
    again = await closed
    place = console.saveGeometry()
    house.backing.finish()
    house.reseating.stop()
    house.matching.stop()
    await house.tasks.finish()
    house.close()
    ending.wished.disconnect(wish)
    return place if again and not ending.was_wished else None


def furnish(application: QApplication, ground: Ground, hall: Hall | None = None) -> House:
    """Every page, panel and window, connected. The session that was not finished goes on by itself."""
    settings, words, now = ground.choices.now, ground.words, ground.clock
    theme, wall_theme = load_theme(settings.theme), load_wall_theme(settings.wall_theme)
    hall = hall or open_hall(application, settings, words)
    console, gatherings = hall.console, hall.gatherings
    tasks, walls = Tasks(), ground.wall_words
    rooms = plan_rooms(theme=theme, wall_theme=wall_theme, words=words, wall_words=walls, now=now)
    pace, kept, bridge = Pace(now), Bridge(console), Bridge(console)
    host_page = HostPage(theme=theme, wall_theme=wall_theme, words=words, wall_words=walls, now=pace)
    _add_rooms(ground, console, rooms, host_page)
    hosting = Hosting(ground.store, now, kept, ground.choices)
    rehearsing = Rehearsing(pace=pace, kept=kept, shown=bridge, usual=hosting.as_usual, card=host_page.rehearsal,
                            console=console)
    kept.began.connect(bridge.carry)
    wall = Wall(theme=wall_theme, now=pace, title=words(say("Convener: the wall")),
                known=remembered(settings.wall_display), gentle=not settings.reduced_motion)
    stage = Stage(hosting=hosting, bridge=bridge, page=host_page, rooms=rooms, wall=wall,
                  words=words, wall_words=walls, console=console, choices=ground.choices)
    sharing = Sharing(bridge=bridge, clock=pace, page=host_page, stage=stage, words=words, wall_words=walls,
                      console=console, choices=ground.choices)
    foreseeing = Foreseeing(bridge=bridge, wall=wall, words=walls, clock=pace)
    planning = Planning(
        store=ground.store, clock=now, words=words, console=console, shelf=ground.shelf,
        gatherings=gatherings, rooms=rooms, host=stage.host, rehearse=rehearsing.begin, matter=console.about("plans"))
    shelving = _shelve(ground, console, rooms, planning)
    keeping = _keep_harvests(ground, console, rooms, hosting, tasks, now)
    matching = Matching(room=rooms.designer, in_thread=tasks.in_thread, parent=console)
    rooms.designer.when_built(lambda page: Printing(
        row=page.paper, plan=lambda: page.gathering, tasks=tasks, words=words, window=console,
        paper=lambda: paper_of(ground.choices.now)))
    forgetting = Forgetting(store=ground.store, hosting=hosting, bridge=kept, tasks=tasks, tell=console.tell)
    _join_forgetting(forgetting, gatherings, rooms, planning, keeping)
    searching = _search_harvests(ground, console, rooms, keeping, forgetting, tasks)
    gatherings.show_place(str(ground.store.folder))
    choosing = Choosing(choices=ground.choices, room=rooms.settings, console=console, wall=wall, stage=stage,
                        hosting=hosting, sound=ground.sound, folder=str(ground.store.folder))
    drafting = Drafting(folder=ground.store.folder, hosting=hosting, bridge=kept, page=host_page,
                        matter=console.about("draft"))
    backing = Backing(store=ground.store, bridge=kept, tasks=tasks, clock=now, matter=console.about("backup"))
    bridge.changed.connect(partial(_after_a_fact, console))
    attending = Attending(folder=ground.store.folder, hosting=hosting, bridge=kept, clock=now)
    awake = Awake(vigil=ground.vigil, bridge=kept, matter=console.about("awake"))
    reseating = Reseating(bridge=bridge, tasks=tasks)
    _join_reseating(reseating, host_page, console)
    mirrored = Mirrored(bridge=bridge, matter=console.about("mirrored"), console=lambda: console.screen().name())
    ringing = _hang_the_bell(ground, console, host_page, bridge, pace)
    host_page.chat.connect(lambda: copy_for_chat(bridge.session, pace(), walls, console.tell))
    readying = _before_the_room_opens(ground, hall, rooms, host_page, hosting=hosting, wall=wall, choosing=choosing,
                                      planning=planning, rehearsing=rehearsing, stage=stage)
    _tell_keys(ground, console, (*console.commands, *stage.commands, *sharing.commands, *readying.commands), gatherings,
               host_page, rooms)
    if not stage.take_up(returning=ground.returning):
        console.turn_to("gatherings")
    for text in ground.troubles:
        console.tell(text)
    return House(console, host_page, wall, bridge, hosting, planning, keeping, tasks, choosing, drafting,
                 backing, attending, awake, foreseeing, reseating, ringing, matching, rehearsing, mirrored,
                 readying, forgetting, sharing, shelving, searching)


def _hang_the_bell(ground: Ground, console: Console, host_page: HostPage, bridge: Bridge, pace: Pace) -> Ringing:
    """It rings by itself, a key silences it, and what the host says goes by that."""
    ringing = Ringing(sound=ground.sound, bridge=bridge, clock=pace, choices=ground.choices, tell=console.tell)
    host_page.mute.connect(ringing.mute)
    ringing.silenced.connect(lambda silent: host_page.show_bell(silent=silent))
    return ringing


def _keep_harvests(ground: Ground, console: Console, rooms: Rooms, hosting: Hosting, tasks: Tasks,
                   now: Clock) -> Keeping:
    """What was kept is read, goes out as a file, and takes photographs in."""
    Photographing(store=ground.store, room=rooms.harvest, tasks=tasks, clock=now, words=ground.words, window=console)
    return Keeping(store=ground.store, hosting=hosting, room=rooms.harvest, tasks=tasks, words=ground.words,
                   window=console, tell=console.tell, choices=ground.choices)


def _search_harvests(ground: Ground, console: Console, rooms: Rooms, keeping: Keeping, forgetting: Forgetting,
                     tasks: Tasks) -> Searching:
    """Whoever turns to the harvest sees the newest, but whoever comes back from a search finds what was open."""
    console.turned.connect(lambda page: keeping.refresh() if page == "harvest" and console.page != PAGE else None)
    searching = Searching(store=ground.store, keeping=keeping, harvest=rooms.harvest, room=rooms.search, tasks=tasks,
                          console=console)
    forgetting.forgotten.connect(lambda _id: searching.forget())
    return searching


def _shelve(ground: Ground, console: Console, rooms: Rooms, planning: Planning) -> Shelving:
    """The shelf is as the disk has it, and a host's own protocols are written in a room beside it."""
    shelving = Shelving(data=ground.store.folder, shelf=ground.shelf, room=rooms.library, console=console,
                        words=ground.words, renewed=planning.show_shelf)
    Writing(folder=ground.store.folder, shelving=shelving, library=rooms.library, room=rooms.writing, console=console)
    return shelving


def _join_reseating(reseating: Reseating, host_page: HostPage, console: Console) -> None:
    reseating.told.connect(console.tell)
    reseating.busy.connect(lambda busy: host_page.show_seating(busy=busy))


def _join_forgetting(forgetting: Forgetting, gatherings: GatheringsPage, rooms: Rooms, planning: Planning,
                     keeping: Keeping) -> None:
    """A gathering can be forgotten on its card, and where its notes are read; then it is in sight nowhere."""
    gatherings.forget.connect(forgetting.forget)
    rooms.harvest.when_built(lambda page: page.forget.connect(forgetting.forget))
    rooms.harvest.when_built(lambda page: forgetting.forgotten.connect(lambda _id: keeping.refresh()))
    forgetting.forgotten.connect(planning.forget)


def _add_rooms(ground: Ground, console: Console, rooms: Rooms, host_page: HostPage) -> None:
    for name, room in (("library", rooms.library), ("begin", rooms.begin), ("designer", rooms.designer),
                       ("today", rooms.today), ("harvest", rooms.harvest), ("settings", rooms.settings),
                       ("keys", rooms.keys), ("ready", rooms.ready), ("writing", rooms.writing), (PAGE, rooms.search)):
        console.add_room(name, room)
    console.add_page("host", host_page)
    host_page.harvest.connect(lambda: console.turn_to("harvest"))
    Favouring(choices=ground.choices, room=rooms.library, console=console)


def _before_the_room_opens(ground: Ground, hall: Hall, rooms: Rooms, host_page: HostPage, *, hosting: Hosting,
                           wall: Wall, choosing: Choosing, planning: Planning, rehearsing: Rehearsing, stage: Stage
                           ) -> Readying:
    """The list of what wants a minute, and the numbers on the displays, wherever they are asked for."""
    numbers = Numbers(theme=load_wall_theme(ground.choices.now.wall_theme), parent=hall.console)
    host_page.identify.connect(numbers.show)
    rooms.settings.when_built(lambda page: page.identify.connect(numbers.show))
    readying = Readying(
        room=rooms.ready, console=hall.console, store=ground.store, hosting=hosting, wall=wall,
        choices=ground.choices, choosing=choosing, sound=ground.sound, vigil=ground.vigil, words=ground.words,
        wall_words=ground.wall_words, clock=ground.clock, chosen=lambda: rehearsing.plan or planning.chosen(),
        begin=stage.host, print_=planning.print_out, identify=numbers.show, ticks=ground.ticks)
    hall.gatherings.ready.connect(readying.open)
    rooms.designer.when_built(lambda page: page.ready.connect(readying.open))
    return readying


def _after_a_fact(console: Console, new: Session, old: Session) -> None:
    """A fact was kept, so facts can be; with the next beat old news goes."""
    console.heal(NOTES)
    if (new.step_id, new.beat) != (old.step_id, old.beat):
        console.move_on()


def _tell_keys(ground: Ground, console: Console, everywhere: tuple[Command, ...], gatherings: GatheringsPage,
               host: HostPage, rooms: Rooms) -> None:
    """The list beside a session and the page of every key know what can be pressed, and the page can change it."""
    host.show_besides(everywhere)
    Rekeying(choices=ground.choices, host=host, room=rooms.keys, besides=everywhere,
             listed=lambda: _every_key(ground.words, everywhere, gatherings, host, rooms))
    rooms.keys.when_built(lambda page: page.closed.connect(console.turn_back))


def _every_key(words: Words, everywhere: tuple[Command, ...], gatherings: GatheringsPage, host: HostPage,
               rooms: Rooms) -> tuple[Listed, ...]:
    """Everything a key does, place by place, drawn from what the places bind."""
    return tuple(_listed(name, commands, words) for name, commands in (
        (say("Everywhere"), everywhere), (say("Library"), rooms.library().commands),
        (say("Your own protocol"), rooms.writing().commands),
        (say("Gatherings"), gatherings.commands), (say("A new gathering"), rooms.begin().commands),
        (say("A gathering"), rooms.designer().commands),
        (say("Today’s question"), rooms.today().commands),
        (say("Before the room opens"), rooms.ready().commands), (say("While you host"), host.commands),
        (say("Harvest"), rooms.harvest().commands), (say("Search all gatherings"), rooms.search().commands)))


def _listed(name: Text, commands: tuple[Command, ...], words: Words) -> Listed:
    return Listed(words(name), rows(commands, words), tuple(command.id for command in commands))
