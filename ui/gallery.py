"""Photographs every page and every wall, so that a screen nobody looked at cannot be called done.

It runs offscreen on a folder of its own, with a clock that stands still, and touches nobody's data.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.design.gathering import Gathering, PlannedStep, Seating
from app.errors import Trouble
from app.groups.forms import Form
from app.library.protocol import Beat, Keeps, Kind
from app.live.away import Away
from app.live.engine import Engine
from app.settings import Settings
from app.store.store import Store
from app.words import PSEUDO, Words, say
from ui import gallery_space as space
from ui.gallery_begin import begun
from ui.gallery_cafe import cafe
from ui.gallery_days import planned_days
from ui.gallery_designs import designed
from ui.gallery_late import behind
from ui.gallery_modes import changing_keys, elsewhere
from ui.gallery_photos import photographed
from ui.gallery_search import searched
from ui.gallery_seats import GUESTS, guests, seated
from ui.gallery_shaping import shaped
from ui.gallery_walls import walls
from ui.ground import Ground, lay_ground
from ui.main import House, furnish
from ui.projector.view import WallView
from ui.theme import DARK, LIGHT, NIGHT, PAPER, load_wall_theme
from ui.type import USUAL, load_fonts

SIZES = (QSize(1366, 768), QSize(1440, 900))
WIDE = QSize(1920, 1080)
WALL = QSize(1920, 1080)
OLD_WALL, FINE_WALL = QSize(1440, 1080), QSize(3840, 2160)
"""Other walls, seen in one language and on one paper each: a picture of the finest takes half a second."""
LANGUAGES = ("en", PSEUDO)
TUESDAY = datetime(2026, 11, 24, 8, 40)
MINUTE = 60_000
SETTLING = 15
"""Milliseconds between two turns: layouts and posted events have happened by then."""


class StillClock:
    """Stands at one moment of a Tuesday morning and moves only when told. Epoch milliseconds."""

    def __init__(self) -> None:
        self.now = round(TUESDAY.timestamp() * 1000)

    def __call__(self) -> int:
        return self.now

    def forward(self, minutes: float) -> None:
        """Later by so many minutes."""
        self.now += round(minutes * MINUTE)


@dataclass(frozen=True, slots=True)
class Light:
    """What a console is photographed in: language, colours, the sizes of its window, and of its words in per cent."""

    language: str
    theme: str
    sizes: tuple[QSize, ...] = SIZES
    text_size: Literal[100, 125, 150] = 100

    def name(self, page: str, size: QSize) -> str:
        """The picture's file."""
        larger = "" if self.text_size == USUAL else f"-{self.text_size}"
        return f"{page}-{size.width()}x{size.height()}-{self.theme}-{self.language}{larger}.png"


@dataclass(frozen=True, slots=True)
class Studio:
    """One console to photograph, with its clock and what it stands on."""

    house: House
    ground: Ground
    clock: StillClock


def main(folder: Path) -> int:
    """Write all pictures into `folder`. Raises Trouble when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Trouble(say("The folder {folder} cannot be made ({reason}); choose another.",
                          folder=str(folder), reason=fault.strerror or str(fault))) from fault
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    camera = Camera(_pictures(application, folder))
    application.exec()
    answer = camera.answer()
    print(Words()(say("{count} pictures in {folder}", count=camera.count, folder=str(folder))))
    return answer


class Camera(QObject):
    """Takes picture after picture, with turns of the event loop between: a window must settle before it is seen.

    `pictures` yields None for "let it settle" and a path for a picture that was taken.
    """

    def __init__(self, pictures: Iterator[Path | None]) -> None:
        super().__init__()
        self.count = 0
        self.finished = False
        self._pictures = pictures
        self._trouble: Trouble | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SETTLING)
        self._timer.timeout.connect(self._next)
        self._timer.start()

    def answer(self) -> int:
        """0 when all were taken, 1 when the program failed on the way. Raises Trouble when a file refused."""
        if self._trouble is not None:
            raise self._trouble
        return 0 if self.finished else 1

    def _next(self) -> None:
        over = True
        try:
            self.count += next(self._pictures) is not None
            over = False
        except StopIteration:
            self.finished = True
        except Trouble as trouble:
            self._trouble = trouble
        finally:
            if over:
                self._timer.stop()
                QApplication.exit(0)


def _pictures(application: QApplication, folder: Path) -> Iterator[Path | None]:
    for language in LANGUAGES:
        sizes = (*SIZES, WIDE) if language == LANGUAGES[0] else SIZES
        for theme in (LIGHT, DARK):
            yield from _photograph_console(application, folder, Light(language, theme, sizes))
        papers = [(PAPER, WALL), (NIGHT, WALL)]
        if language == LANGUAGES[0]:
            papers += [(PAPER, OLD_WALL), (NIGHT, FINE_WALL)]
        yield from _photograph_walls(folder, language, papers)
    yield from _photograph_console(application, folder, Light(LANGUAGES[0], LIGHT, SIZES[1:], 150))


def _photograph_console(application: QApplication, folder: Path, light: Light) -> Iterator[Path | None]:
    with tempfile.TemporaryDirectory() as data, closing(Store.open(Path(data))) as store:
        clock = StillClock()
        ground = lay_ground(store, Path(data), clock=clock, settings=Settings(
            theme=light.theme, language=light.language, wall_language=light.language, text_size=light.text_size,
            wall_theme=NIGHT if light.theme == DARK else PAPER))
        house = furnish(application, ground)
        house.console.show()
        for name in pages(Studio(house, ground, clock)):
            for size in light.sizes:
                house.console.resize(size)
                yield None
                yield None
                picture = house.console.grab()
                path = folder / light.name(name, size)
                _save(picture, path)
                yield path
        house.close()


def pages(studio: Studio) -> Iterator[str]:
    """Bring the console into one state after another; the name of each."""
    console, gathering = studio.house.console, studio.ground.store.gatherings()[0]
    console.turn_to("gatherings")
    yield "gatherings"
    studio.house.readying.open()
    yield "ready"
    console.turn_to("library")
    yield "library"
    console.turn_to("writing")
    yield "writing"
    console.turn_to("today")
    yield "today"
    console.turn_to("settings")
    yield "settings"
    console.turn_to("keys")
    yield "keys"
    yield from changing_keys(console)
    studio.house.planning.open(gathering.id)
    yield "designer"
    yield from begun(studio.house, gathering.id, datetime.fromtimestamp(studio.clock() / 1000))
    yield from seated(studio.house.console, gathering)
    console.turn_to("host")
    yield "host-empty"
    yield from _session(studio, gathering)
    console.turn_to("harvest")
    studio.house.keeping.open(studio.ground.store.sessions()[-1].id)
    yield "harvest"
    yield from photographed(console, studio.ground.store, gathering, studio.clock())
    yield from _badges(studio)
    yield from elsewhere(studio.house, datetime.fromtimestamp(studio.clock() / 1000))
    yield from designed(studio.house, datetime.fromtimestamp(studio.clock() / 1000), studio.ground.shelf.protocols)
    yield from space.copied(studio.house, studio.ground.shelf.protocols,
                            datetime.fromtimestamp(studio.clock() / 1000))
    yield from behind(studio.house, datetime.fromtimestamp(studio.clock() / 1000), studio.clock.forward)
    yield from planned_days(studio.house, datetime.fromtimestamp(studio.clock() / 1000))
    yield from cafe(studio.house, studio.ground.store, studio.ground.shelf.protocols,
                    datetime.fromtimestamp(studio.clock() / 1000), studio.clock.forward)
    yield from searched(studio.house, studio.ground.store, datetime.fromtimestamp(studio.clock() / 1000))
    yield from shaped(console, datetime.fromtimestamp(studio.clock() / 1000))


def _session(studio: Studio, gathering: Gathering) -> Iterator[str]:
    clock = studio.clock
    clock.now = round(gathering.starts.timestamp() * 1000)
    engine = studio.house.hosting.begin(gathering)
    studio.house.console.turn_to("host")
    yield "host-welcome"
    question = next(s for s in gathering.steps if s.question and s.kind is Kind.QUESTION)
    _walk(engine, clock, question, Beat.GATHER)
    clock.now = engine.session.beat_began
    yield "host-gather"
    _walk(engine, clock, question, Beat.FRAME)
    yield "host-frame"
    _walk(engine, clock, question, Beat.ROUND)
    clock.forward(4)
    studio.house.host_page.look()
    yield "host-round"
    studio.house.host_page.show_away(Away(since=clock() - 2 * MINUTE, until=clock(), lost=2 * MINUTE))
    yield "host-after-a-crash"
    studio.house.host_page.show_away(None)
    engine.hold()
    yield "host-held"
    engine.release()
    studio.house.host_page.run("far")
    yield "host-far"
    studio.house.host_page.run("far")
    studio.house.host_page.run("message")
    yield "host-writing-a-message"
    studio.house.host_page.run("message")
    studio.house.host_page.run("keys")
    yield "host-keys"
    studio.house.host_page.run("keys")
    clock.forward(19)
    studio.house.host_page.look()
    yield "host-overtime"
    _walk(engine, clock, question, Beat.CALL_BACK)
    yield "host-call-back"
    heard = gathering.steps[gathering.index(question.id) + 1]
    _walk(engine, clock, heard, Beat.ROUND)
    engine.keep("I start three things so that nobody can ask for one.", Keeps.INSIGHT)
    clock.forward(1)
    engine.keep("We could stop at four on Fridays, all of us.", Keeps.POSSIBILITY)
    studio.house.host_page.look()
    yield "host-sampling"
    studio.house.host_page.run("note")
    yield "host-notes-to-show"
    studio.house.host_page.run("note")
    while engine.next():
        pass
    engine.finish()
    yield "host-finished"


def _badges(studio: Studio) -> Iterator[str]:
    """A small room with names: who sits where, who came late, who goes home."""
    plan = guests(Form.THREES, Seating.ASSIGNED, len(GUESTS), TUESDAY)
    studio.house.hosting.begin(plan)
    studio.house.console.turn_to("host")
    page = studio.house.host_page
    yield "host-names"
    for name in ("seats", "count up", "count down"):
        page.run(name)
        yield f"host-names-{name.replace(' ', '-')}"
        page.run(name)


def _walk(engine: Engine, clock: StillClock, step: PlannedStep, beat: Beat) -> None:
    """Press *Next* until that beat; steps on the way take their minutes."""
    while (engine.session.step_id, engine.session.beat) != (step.id, beat):
        live = engine.session.step
        if live is not None and live.id != step.id and engine.session.beat is Beat.ROUND:
            clock.now = max(clock.now, engine.session.beat_began + live.minutes * MINUTE)
        if not engine.next():
            return


def _photograph_walls(folder: Path, language: str, papers: list[tuple[str, QSize]]) -> Iterator[Path | None]:
    with tempfile.TemporaryDirectory() as data, closing(Store.open(Path(data))) as store:
        clock = StillClock()
        ground = lay_ground(store, Path(data), clock=clock, settings=Settings(language=language))
        gathering = store.gatherings()[0]
        words = Words(language)
        scenes = tuple(walls(gathering, ground.shelf.protocols, clock, words, TUESDAY))
    for paper, size in papers:
        for name, seen, now in scenes:
            view = WallView(theme=load_wall_theme(paper), now=_at(now), aspect=None)
            view.resize(size)
            view.show_audience(seen)
            path = folder / f"wall-{name}-{size.width()}x{size.height()}-{paper}-{language}.png"
            _save(view.grab(), path)
            view.deleteLater()
            yield path


def _at(now: int) -> Callable[[], int]:
    return lambda: now


def _save(picture: QPixmap, path: Path) -> None:
    """Write a PNG, packed quickly: the last few per cent take a third of the time."""
    if not picture.save(str(path), "PNG", 80):
        raise Trouble(say("The picture {file} could not be written; make room or choose another folder.",
                          file=str(path)))
