"""The wall of topics under the host's hands: paper first, a sheet in seconds, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.live.marketplace import put_by, slots, told_place
from tests.app.live.open_space import call, call_eighteen, open_space
from tests.ui.pages.host_hands import ALT, CONTROL, KEY, SHIFT, Hands
from ui.panels.topic_cells import TopicCell
from ui.panels.topics import TopicsPanel

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """Sixty people, their sheets on the wall, and the panel open on a small screen."""
    hands = Hands(qtbot, open_space(), size=(1366, 768))
    while hands.place()[1] != "round" or hands.engine.session.step is None or \
            hands.engine.session.step.title != "The wall fills":
        hands.next()
    hands.key(KEY.Key_A)
    return hands


def panel(hands: Hands) -> TopicsPanel:
    """Where sheets are copied."""
    return hands.page.findChildren(TopicsPanel)[0]


def copy(hands: Hands, *sheet: str) -> None:
    """Type title, convener and place, with Enter after each."""
    for words in sheet:
        hands.write(words)
        hands.key(KEY.Key_Return)


def wall(hands: Hands) -> list[str]:
    """Every standing topic with its place."""
    session = hands.engine.session
    times = slots(session.gathering, session.market)
    return [" ".join(filter(None, (told_place(t.spot, times) if t.spot else "", t.title, *t.conveners)))
            for t in session.market.standing()]


def cell(hands: Hands) -> str:
    """The topic that has the keyboard, as a screen reader says it."""
    focus = QApplication.focusWidget()
    return focus.accessibleName() if isinstance(focus, TopicCell) else ""


def test_a_sheet_is_title_enter_name_enter_place_enter_and_the_next_follows_at_once(hands: Hands) -> None:
    copy(hands, "Bees", "Dina", "b2")
    copy(hands, "Quiet hours", "", "")
    assert wall(hands) == ["B2 Bees Dina", "Quiet hours"]
    assert hands.reads("1 topic on the wall · 1 waits") and panel(hands).title.hasFocus()
    assert panel(hands).grid.lines() == ("B2: Bees, Dina", "Quiet hours: waits for a place")


def test_a_place_there_is_not_is_told_and_the_sheet_stays_in_its_fields(hands: Hands) -> None:
    copy(hands, "Bees", "Dina", "B7")
    assert len(hands.troubles) == 1 and wall(hands) == []
    assert (panel(hands).title.text(), panel(hands).place.text()) == ("Bees", "B7")
    hands.disk.full = True
    panel(hands).place.show_text("B1")
    hands.key(KEY.Key_Return)
    assert len(hands.troubles) == 2 and panel(hands).title.text() == "Bees"


def test_arrows_offer_what_is_free(hands: Hands) -> None:
    call(hands.engine, "First", "", "A1")
    hands.write("Bees")
    hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Return)
    hands.key(KEY.Key_Down)
    assert panel(hands).place.text() == "B1"
    hands.key(KEY.Key_Up)
    assert panel(hands).place.text() == "J2"


def test_topics_are_moved_joined_taken_away_and_stand_again_by_keys_alone(hands: Hands) -> None:
    for sheet in (("One", "Ada", "A1"), ("Two", "Bo", "B1"), ("Three", "Cy", "A2")):
        call(hands.engine, *sheet)
    hands.key(KEY.Key_Down)
    assert cell(hands) == "A1: One, Ada"
    hands.key(KEY.Key_Down, SHIFT)
    assert cell(hands) == "C1: One, Ada"
    hands.key(KEY.Key_Right, SHIFT)
    assert cell(hands) == "C2: One, Ada"
    hands.key(KEY.Key_J)
    hands.key(KEY.Key_Up)
    assert cell(hands) == "A2: Three, Cy" and "Both conveners must wish it" in panel(hands).line()
    hands.key(KEY.Key_Return)
    assert panel(hands).grid.lines() == ("B1: Two, Bo", "A2: Three, Cy, Ada", "One, Ada: merged into Three")
    hands.key(KEY.Key_Delete)
    assert [t.title for t in put_by(hands.engine.session.market)] == ["One", "Three"]
    hands.key(KEY.Key_Return)
    assert wall(hands) == ["B1 Two Bo", "A2 Three Cy"]
    for _ in range(2):
        hands.key(KEY.Key_Z, CONTROL)
    assert wall(hands) == ["B1 Two Bo", "A2 Three Cy"] and len(put_by(hands.engine.session.market)) == 1


def test_a_topic_is_changed_where_it_was_copied(hands: Hands) -> None:
    call(hands.engine, "Beas", "Dina", "B1")
    hands.key(KEY.Key_Down)
    hands.key(KEY.Key_Return)
    panel(hands).title.show_text("Bees")
    for _ in range(3):
        hands.key(KEY.Key_Return)
    assert wall(hands) == ["B1 Bees Dina"] and panel(hands).title.text() == ""


def test_the_clicker_goes_on_while_a_sheet_is_half_copied_and_the_sheet_waits(hands: Hands) -> None:
    hands.write("Half a")
    hands.next()
    step = hands.engine.session.step
    assert step is not None and step.title == "First talks" and not panel(hands).isVisible()
    assert hands.clock_panel().isVisible()
    hands.key(KEY.Key_A, ALT)
    assert panel(hands).title.text() == "Half a" and panel(hands).title.hasFocus()


def test_eighteen_topics_in_two_times_are_all_seen_on_a_small_screen(hands: Hands, qtbot: QtBot) -> None:
    call_eighteen(hands.engine)
    qtbot.waitUntil(lambda: all(c.visibleRegion().boundingRect() == c.rect()
                                for c in hands.page.findChildren(TopicCell)))
    assert len(hands.page.findChildren(TopicCell)) == 18


def test_when_the_day_runs_late_one_button_changes_the_signs(hands: Hands) -> None:
    call(hands.engine, "Bees", "Dina", "B1")
    hands.clock.forward(minutes=60)
    hands.engine.stretch(1)
    hands.click("Change the signs to 10:05, 11:05")
    assert not hands.offers("Change the signs to 10:05, 11:05")
    assert panel(hands).grid.lines() == ("B1: Bees, Dina",)
    assert hands.reads("1 · 10:05–11:05")
