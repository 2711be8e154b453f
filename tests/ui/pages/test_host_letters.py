"""While the room speaks whoever types is writing down what was said: letters are words, whatever they also press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.host_hands import ALT, KEY, SHIFT, Hands
from ui.panels.stand_back import StandBack

pytestmark = pytest.mark.slow

SAID = "she said because nobody quite knew"


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """The room speaks to the room, and the keyboard is nowhere in particular."""
    hands = Hands(qtbot)
    hands.walk_to("heard", "round")
    hands.page.setFocus()
    return hands


def far(hands: Hands) -> bool:
    """Whether the host's screen is the one for four metres away."""
    return hands.page.findChildren(StandBack)[0].isVisible()


def test_a_note_can_simply_be_typed(hands: Hands) -> None:
    hands.write(SAID)
    assert hands.field().toPlainText() == SAID
    assert hands.field().hasFocus()
    hands.key(KEY.Key_Return)
    assert [note.text for note in hands.engine.session.notes] == [SAID]
    assert (hands.engine.session.blank, hands.engine.session.card, far(hands)) == (False, None, False)


@pytest.mark.parametrize("said", ["How?", "über Nacht", "“No,” they said.", "'It works'"])
def test_a_capital_an_umlaut_and_a_quotation_mark_begin_a_note_too(hands: Hands, said: str) -> None:
    hands.write(said)
    assert hands.field().toPlainText() == said


def test_a_clicker_s_b_blanks_the_wall_and_a_word_with_b_shows_it_again(hands: Hands) -> None:
    hands.key(KEY.Key_B)
    assert hands.engine.session.blank
    hands.clock.forward(seconds=5)
    hands.key(KEY.Key_B)
    assert not hands.engine.session.blank
    assert hands.field().toPlainText() == ""
    hands.clock.forward(seconds=5)
    hands.write("because")
    assert (hands.field().toPlainText(), hands.engine.session.blank) == ("because", False)


def test_a_word_long_after_a_blank_leaves_the_wall_blank(hands: Hands) -> None:
    hands.key(KEY.Key_B)
    hands.clock.forward(seconds=5)
    hands.write("she")
    assert (hands.field().toPlainText(), hands.engine.session.blank) == ("she", True)


def test_with_alt_a_letter_is_its_command_from_anywhere(hands: Hands) -> None:
    hands.write("half a no")
    hands.key(KEY.Key_Q, ALT)
    assert hands.engine.session.card is not None
    assert hands.field().toPlainText() == "half a no"
    assert hands.field().hasFocus()
    hands.key(KEY.Key_S, ALT)
    assert far(hands)
    hands.key(KEY.Key_S)
    assert not far(hands)


def test_while_the_box_sleeps_a_letter_is_its_command(hands: Hands) -> None:
    hands.walk_to("gift", "round")
    hands.key(KEY.Key_S)
    assert far(hands)


@pytest.mark.parametrize(("key", "held"), [(KEY.Key_PageDown, Qt.KeyboardModifier.NoModifier),
                                           (KEY.Key_PageUp, Qt.KeyboardModifier.NoModifier),
                                           (KEY.Key_F5, SHIFT), (KEY.Key_Period, Qt.KeyboardModifier.NoModifier)])
def test_a_clicker_is_a_clicker_before_the_first_word(
        hands: Hands, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    before = hands.engine.session
    hands.clock.forward(minutes=1)
    hands.key(key, held)
    assert hands.engine.session != before
    assert hands.strip().writer.text() == ""
