"""The card after a crash, under the host's hands."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.live.away import Away
from app.live.clock import MINUTE
from tests.ui.pages.host_hands import ALT, KEY, Hands
from ui.panels.away_card import AwayCard
from ui.panels.keys_list import KeysList

pytestmark = pytest.mark.slow


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A round of twelve minutes that ran for four when the program died, and was there again five later."""
    hands = Hands(qtbot)
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=4)
    since = hands.clock()
    hands.clock.forward(minutes=5)
    hands.page.show_engine(hands.engine)
    hands.page.show_away(Away(since=since, until=hands.clock(), lost=5 * MINUTE))
    return hands


def card(hands: Hands) -> AwayCard:
    """The card, folded away or not."""
    return hands.page.findChildren(AwayCard)[0]


def test_it_tells_of_the_absence_and_the_ink_button_stays_the_beats(hands: Hands) -> None:
    assert card(hands).isVisible()
    assert card(hands).accessibleName().startswith("Convener was away from ")
    assert hands.offers("Give back 5 min") and hands.offers("End and keep the notes") and hands.offers("Go on")
    assert hands.button("Call them back").isVisible()
    assert hands.digits() == "3:00"


def test_one_key_gives_the_minutes_back_and_the_card_is_gone(hands: Hands) -> None:
    hands.key(KEY.Key_G)
    assert hands.digits() == "8:00"
    assert not card(hands).isVisible()
    hands.key(KEY.Key_G)
    assert hands.digits() == "8:00"


def test_the_button_gives_them_back_too_and_back_takes_them(hands: Hands) -> None:
    hands.click("Give back 5 min")
    assert hands.digits() == "8:00"
    hands.key(KEY.Key_PageUp)
    assert (hands.digits(), hands.place()) == ("3:00", ("waiting", "round"))


def test_go_on_folds_it_away_and_changes_nothing(hands: Hands) -> None:
    told: list[bool] = []
    hands.page.went_on.connect(lambda: told.append(True))
    facts = len(hands.engine.log)
    hands.key(KEY.Key_O)
    assert not card(hands).isVisible()
    assert (len(hands.engine.log), hands.digits(), told) == (facts, "3:00", [True])


def test_the_next_beat_folds_it_away_and_a_hold_does_not(hands: Hands) -> None:
    hands.key(KEY.Key_P)
    assert card(hands).isVisible()
    hands.key(KEY.Key_P)
    hands.next()
    assert not card(hands).isVisible()
    hands.key(KEY.Key_PageUp)
    assert not card(hands).isVisible()


def test_to_end_is_asked_before_it_is_done(hands: Hands) -> None:
    hands.key(KEY.Key_E)
    assert hands.engine.session.finished is None
    hands.click("End it")
    assert hands.engine.session.finished == hands.clock()


def test_where_no_time_was_lost_none_is_offered(hands: Hands) -> None:
    hands.page.show_away(Away(since=hands.clock() - MINUTE, until=hands.clock(), lost=0))
    assert not hands.offers("Give back 5 min")
    hands.key(KEY.Key_G)
    assert hands.digits() == "3:00" and card(hands).isVisible()


def test_what_could_not_be_kept_is_not_given_and_the_card_stays(hands: Hands) -> None:
    hands.disk.full = True
    hands.key(KEY.Key_G)
    assert (hands.digits(), card(hands).isVisible(), len(hands.troubles)) == ("3:00", True, 1)


def test_while_a_note_is_written_its_letters_are_letters(hands: Hands) -> None:
    hands.wake()
    hands.write("go")
    assert (hands.field().toPlainText(), hands.digits()) == ("go", "3:00")


def test_while_the_box_is_awake_its_keys_take_alt(hands: Hands) -> None:
    hands.wake()
    hands.key(KEY.Key_O, ALT)
    assert (hands.field().toPlainText(), card(hands).isVisible()) == ("", False)


def test_every_button_is_reached_with_tab_and_the_keyboard_comes_back_to_the_page(hands: Hands) -> None:
    hands.page.setFocus()
    button = hands.button("Give back 5 min")
    for _ in range(40):
        if button.hasFocus():
            break
        QTest.keyClick(hands.page.focusWidget() or hands.page, KEY.Key_Tab)
    assert button.hasFocus()
    QTest.keyClick(button, KEY.Key_Return)
    assert hands.page.hasFocus() and hands.digits() == "8:00"


def test_its_keys_are_in_the_list_of_keys(hands: Hands) -> None:
    hands.key(KEY.Key_Question)
    listed = dict(hands.page.findChildren(KeysList)[0].rows())
    assert listed["After a stop: give back the lost minutes"] == ("G",)
    assert listed["After a stop: go on"] == ("O",)
    assert "E" in listed["End early"]


def test_another_session_begins_without_it(hands: Hands) -> None:
    hands.page.show_engine(hands.engine)
    assert not card(hands).isVisible()
