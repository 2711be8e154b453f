from __future__ import annotations

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.live.forecast import forecast
from app.live.scene import Audience
from tests.ui.pages.host_hands import ALT, CONTROL, KEY, Hands
from tests.ui.pages.meeting import meeting
from ui.panels.replan import ReplanPanel
from ui.panels.stand_back import StandBack
from ui.panels.steps import step_lines
from ui.panels.wall_column import WallColumn

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """A meeting whose first round is four minutes over: it would end at 09:50, and 09:45 was promised."""
    hands = Hands(qtbot)
    hands.walk_to("waiting", "gather")
    hands.clock.forward(minutes=13)
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=16)
    hands.page.look()
    return hands


def panel(hands: Hands) -> ReplanPanel:
    return hands.page.findChildren(ReplanPanel)[0]


def wall(hands: Hands) -> Audience:
    return hands.page.findChildren(WallColumn)[0].now.view.audience


def told(hands: Hands) -> list[str]:
    shown = panel(hands).shown
    return [choice.sentence for choice in shown.choices] if shown is not None else []


def test_a_number_acts_at_once_and_back_takes_it_back(hands: Hands) -> None:
    hands.click("Re-plan")
    assert told(hands) == ["Hear fewer voices.", "Leave out “Made lighter”.", "Say it aloud: we end at 09:50."]
    before = hands.engine.session
    hands.key(KEY.Key_2)
    assert not panel(hands).isVisible()
    assert hands.pill().text() == "Ends 09:42, promised 09:45"
    assert not hands.offers("Re-plan")
    hands.key(KEY.Key_PageUp)
    assert hands.engine.session == before
    assert hands.pill().text() == "Ends 09:50, promised 09:45"


def test_not_now_changes_nothing_and_a_number_means_nothing_afterwards(hands: Hands) -> None:
    hands.key(KEY.Key_R)
    log = hands.engine.log
    hands.key(KEY.Key_0)
    hands.key(KEY.Key_1)
    assert not panel(hands).isVisible()
    assert hands.engine.log == log


def test_the_choices_stand_still_while_the_host_reads_and_the_clock_goes_on(hands: Hands) -> None:
    hands.key(KEY.Key_R)
    before = told(hands)
    hands.clock.forward(minutes=3)
    assert hands.digits() == "+7:00"
    assert told(hands)[:2] == before[:2]
    assert told(hands)[2] == "Say it aloud: we end at 09:53."
    hands.key(KEY.Key_Space)     # the keyboard never left the page
    assert hands.place() == ("waiting", "call back")
    assert panel(hands).isVisible()


def test_what_is_left_out_is_still_read_among_the_steps(hands: Hands) -> None:
    hands.key(KEY.Key_R)
    hands.key(KEY.Key_2)
    session = hands.engine.session
    states = {line.title: line.state for line in step_lines(session, forecast(session, hands.clock()))}
    assert states["Made lighter"] == "left out"
    assert states["Closing word"] == "later"


def test_while_the_end_holds_it_says_so_in_one_sentence(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.key(KEY.Key_R, ALT)      # the room speaks: a letter alone would be a word
    assert hands.reads("The end holds")
    assert told(hands) == []
    hands.key(KEY.Key_R, ALT)
    assert not panel(hands).isVisible()


def test_in_the_awake_note_box_a_number_is_written_until_the_host_asks(hands: Hands) -> None:
    hands.wake()
    hands.write("3 of us")
    hands.key(KEY.Key_R, ALT)
    hands.key(KEY.Key_1)
    assert hands.field().toPlainText() == "3 of us"
    assert hands.pill().text() == "Ends 09:48, promised 09:45"


def test_z_takes_back_whatever_was_done_last(hands: Hands) -> None:
    before = hands.engine.session
    for key in (KEY.Key_B, KEY.Key_Plus, KEY.Key_F5, KEY.Key_PageDown):
        hands.key(key)
    for _ in range(3):
        hands.key(KEY.Key_Z)
    hands.click("Undo")
    assert hands.engine.session == before


def test_a_forgotten_clock_is_told_near_and_far_and_never_on_the_wall(qtbot: QtBot) -> None:
    hands = Hands(qtbot)
    hands.walk_to("waiting", "frame")
    before = wall(hands)
    hands.clock.forward(minutes=2)
    hands.page.look()
    assert "has not begun" not in hands.clock_panel().line()
    hands.clock.forward(seconds=1)
    hands.page.look()
    assert hands.clock_panel().line() == "The clock has not begun. Space starts the round."
    hands.key(KEY.Key_S)
    view = hands.page.findChildren(StandBack)[0].view
    assert view is not None
    assert view.line == "The clock has not begun. The next click starts the round."
    assert wall(hands) == before


def test_a_number_nobody_counted_is_told_as_about_so_many(qtbot: QtBot) -> None:
    hands = Hands(qtbot, msgspec.structs.replace(meeting(140), about=True))
    hands.walk_to("waiting", "gather")
    assert hands.reads("42 to 51 threes.")
    assert hands.reads("about 140 people · the small kitchen")
    hands.key(KEY.Key_Up, CONTROL)
    assert hands.reads("47 threes.")
    assert hands.reads("141 people · the small kitchen")
