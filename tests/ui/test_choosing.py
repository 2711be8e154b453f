"""Settings: kept when they are chosen; the wall changes at once, the windows when the host says so."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.live.audience import message
from app.settings import Settings, read_settings
from app.store.store import Store
from app.words import PSEUDO, Words
from tests.plans import staff_meeting
from tests.ui.pages.at_the_desk import named, press
from ui.choosing import offered
from ui.gallery import StillClock, Studio, pages
from ui.ground import lay_ground, renewed
from ui.main import House, furnish
from ui.pages.today import TodayPage
from ui.panels.rail import Rail
from ui.projector.displays import Display
from ui.projector.view import WallView
from ui.theme import load_theme
from ui.type import USUAL, Role, font, line_height, load_fonts, wear_text_size
from ui.widgets.banner import Banner
from ui.widgets.choice import Choice
from ui.widgets.labels import Paragraph
from ui.widgets.segment import Segment

pytestmark = pytest.mark.slow

PLUGGED = (Display("eDP-1"), Display("HDMI-1", "Epson", "EB-2250", "77"))


class Rooms:
    """Console after console on one store, as the program builds them."""

    def __init__(self, application: QApplication, folder: Path, settings: Settings) -> None:
        self._application = application
        self.folder = folder
        self.store = Store.open(folder)
        self.clock = StillClock()
        self.ground = lay_ground(self.store, folder, clock=self.clock, settings=settings)
        self.house = self._open()

    def again(self) -> None:
        """What *Start again now* does."""
        self.house.close()
        self.ground = renewed(self.ground)
        self.house = self._open()

    def close(self) -> None:
        """Everything as it was."""
        self.house.close()
        self.store.close()
        wear_text_size(self._application, USUAL)

    def _open(self) -> House:
        house = furnish(self._application, self.ground)
        house.console.show()
        house.console.turn_to("settings")
        return house

    def said(self) -> list[str]:
        """Every line of words on the page."""
        return [line.text() for line in self.house.console.findChildren(Paragraph) if line.isVisible()]

    def choose(self, segment: str, option: str) -> None:
        """Press one option of a segment."""
        press(named(self.house.console, segment, Segment), option)


@pytest.fixture
def rooms(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Rooms]:
    """The settings page of a new data folder; a parameter gives the settings it begins with."""
    load_fonts()
    made = Rooms(qapp, tmp_path, getattr(request, "param", Settings()))
    yield made
    made.close()


def test_a_dark_console_is_kept_at_once_and_worn_when_the_host_starts_again(rooms: Rooms) -> None:
    asked: list[bool] = []
    rooms.house.choosing.again.connect(lambda: asked.append(True))
    assert "New windows are needed for this." not in rooms.said()
    rooms.choose("Colours of the console", "Dark")
    assert read_settings(rooms.folder).theme == "dark"
    assert "New windows are needed for this." in rooms.said()
    press(rooms.house.console, "Start again now")
    assert asked == [True]
    rooms.again()
    assert rooms.house.console.grab().toImage().pixelColor(4, 400).name().upper() == load_theme("dark").sunken.upper()
    assert "New windows are needed for this." not in rooms.said()


def test_what_is_chosen_back_needs_no_new_windows(rooms: Rooms) -> None:
    rooms.choose("Size of the console's words", "150 %")
    rooms.choose("Size of the console's words", "100 %")
    assert "New windows are needed for this." not in rooms.said()


def test_the_walls_colours_change_at_once(rooms: Rooms) -> None:
    rooms.choose("Colours of the wall", "Night")
    assert read_settings(rooms.folder).wall_theme == "night"
    assert "New windows are needed for this." not in rooms.said()


def test_another_language_is_spoken_after_starting_again_and_the_session_goes_on(rooms: Rooms) -> None:
    gathering = rooms.store.gatherings()[0]
    engine = rooms.house.hosting.begin(gathering)
    engine.next()
    where = engine.session.step_id, engine.session.beat
    rooms.ground.choices.change(language=PSEUDO)
    rooms.again()
    going_on = rooms.house.hosting.running
    assert going_on is not None and (going_on.session.step_id, going_on.session.beat) == where
    assert rooms.house.console.windowTitle() != "Convener"


def test_comma_with_control_opens_the_settings_from_anywhere(rooms: Rooms) -> None:
    console = rooms.house.console
    console.turn_to("library")
    console.activateWindow()
    QTest.keyClick(console, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert console.page == "settings"
    console.turn_to("library")
    press(console.findChildren(Rail)[0], "Settings")
    assert console.page == "settings"


def test_the_folder_is_named_with_the_way_to_another(rooms: Rooms) -> None:
    assert str(rooms.folder) in rooms.said()
    assert any("--data" in line for line in rooms.said())


def test_every_setting_has_a_name_and_a_place_on_the_way_of_tab(rooms: Rooms) -> None:
    page = rooms.house.console
    for kind, count in ((Segment, 10), (Choice, 6)):
        shown: list[QWidget] = [one for one in page.findChildren(kind) if one.isVisible()]
        assert len(shown) == count and all(one.accessibleName() for one in shown)
        for one in shown:
            stops = [one, *one.findChildren(QAbstractButton)]
            assert any(stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in stops)


def test_the_console_s_own_display_is_never_offered_for_the_wall() -> None:
    told = [(value, Words()(text)) for value, text in offered("", PLUGGED, "eDP-1")]
    assert [text for _, text in told] == ["Any display but this one", "2: Epson EB-2250 (HDMI-1)"]
    assert told[1][0] == PLUGGED[1].written()


def test_a_remembered_display_is_offered_while_it_is_not_plugged_in() -> None:
    told = [Words()(text) for _, text in offered(PLUGGED[1].written(), PLUGGED[:1], "eDP-1")]
    assert told[-1] == "Epson EB-2250 (HDMI-1), not plugged in"


def test_small_words_grow_whole_and_the_clock_stays(qapp: QApplication) -> None:
    load_fonts()
    try:
        before = {role: (font(role).pixelSize(), line_height(role)) for role in Role}
        wear_text_size(qapp, 150)
        assert font(Role.CAPTION).pixelSize() >= 1.5 * before[Role.CAPTION][0]
        assert font(Role.CLOCK).pixelSize() == before[Role.CLOCK][0]
        order = sorted(Role, key=lambda role: before[role][0])
        grown = [font(role).pixelSize() for role in order]
        assert grown == sorted(grown)
        assert all(line_height(role) >= before[role][1] for role in Role)
    finally:
        wear_text_size(qapp, USUAL)
    assert font(Role.CAPTION).pixelSize() == before[Role.CAPTION][0]


@pytest.mark.slow
@pytest.mark.parametrize("rooms", [Settings(text_size=150)], indirect=True)
def test_no_line_of_any_page_is_cut_with_the_largest_words(rooms: Rooms, qapp: QApplication) -> None:
    console, cut = rooms.house.console, []
    console.resize(1440, 900)
    for name in pages(Studio(rooms.house, rooms.ground, rooms.clock)):
        for _ in range(6):
            qapp.sendPostedEvents()
        console.grab()
        read: list[Paragraph | QAbstractButton] = [*console.findChildren(Paragraph),
                                                   *console.findChildren(QAbstractButton)]
        for shown in read:
            if shown.text() and shown.isVisible() and shown.width() < shown.minimumSizeHint().width():
                cut.append((name, shown.text(), shown.width(), shown.minimumSizeHint().width()))
    assert not cut


def test_a_wall_without_motion_changes_at_once_and_stays_so(rooms: Rooms, qtbot: QtBot) -> None:
    rooms.choose("Motion of the wall", "None")
    assert read_settings(rooms.folder).reduced_motion
    rooms.again()
    view = rooms.house.wall.window.findChild(WallView)
    assert isinstance(view, WallView)
    with qtbot.waitExposed(rooms.house.wall.window):
        rooms.house.wall.open_window()
    for words in ("One", "Another"):
        rooms.house.wall.show_audience(message(words))
        assert not view.is_fading()
    rooms.choose("Motion of the wall", "Gentle")
    rooms.house.wall.show_audience(message("A third"))
    assert view.is_fading()


def test_a_question_is_hosted_although_its_people_and_minutes_cannot_be_remembered(rooms: Rooms) -> None:
    console = rooms.house.console
    (rooms.folder / f"settings.json.{os.getpid()}.new").mkdir()
    plan = staff_meeting()
    today = structs.replace(plan, people=plan.people + 1, steps=plan.steps[:1])
    console.turn_to("today")
    page = console.findChild(TodayPage)
    assert isinstance(page, TodayPage)
    page.host.emit(today, False)
    assert rooms.house.hosting.session is not None and console.page == "host"
    banner = console.findChild(Banner)
    assert isinstance(banner, Banner) and "could not be written" in banner.text()
