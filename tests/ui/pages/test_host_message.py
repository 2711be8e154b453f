"""What the host tells the room: seen in small first, taken away with one key or by the next beat."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.library.protocol import Keeps
from app.live.audience import audience
from app.live.scene import Audience, Scene
from app.words import Words
from tests.ui.pages.host_hands import KEY, Hands
from ui.panels.message import MessagePanel
from ui.panels.notes_to_show import NotesToShow

pytestmark = pytest.mark.slow

WORDS = "Soup stands in the hall."


@pytest.fixture
def hands(qtbot: QtBot, faces: None) -> Hands:
    """A meeting whose first round runs."""
    hands = Hands(qtbot)
    hands.walk_to("waiting", "round")
    hands.clock.forward(minutes=1)
    return hands


def wall(hands: Hands) -> Audience:
    """What the room sees."""
    return audience(hands.engine.session, Words())


def panel(hands: Hands) -> MessagePanel:
    """Where a message is written."""
    return hands.page.findChildren(MessagePanel)[0]


def sent(hands: Hands) -> None:
    """Write the message and send it."""
    hands.key(KEY.Key_M)
    hands.write(WORDS)
    hands.key(KEY.Key_Return)


def test_a_message_is_seen_in_small_before_the_room_sees_it(hands: Hands) -> None:
    hands.key(KEY.Key_M)
    hands.write(WORDS)
    assert panel(hands).view.audience.heading == WORDS
    assert wall(hands).scene is Scene.QUESTION
    hands.key(KEY.Key_Return)
    assert (wall(hands).scene, wall(hands).heading) == (Scene.MESSAGE, WORDS)
    assert not panel(hands).isVisible()
    assert hands.place() == ("waiting", "round"), "Enter sent the message and nothing else"


def test_one_key_takes_a_message_away(hands: Hands) -> None:
    sent(hands)
    hands.key(KEY.Key_M)
    assert wall(hands).scene is Scene.QUESTION
    assert not panel(hands).isVisible()


def test_the_next_beat_takes_a_message_away(hands: Hands) -> None:
    sent(hands)
    hands.next()
    assert wall(hands).scene is Scene.CALL_BACK


def test_a_message_comes_through_a_blank_wall(hands: Hands) -> None:
    hands.key(KEY.Key_B)
    sent(hands)
    assert wall(hands).scene is Scene.MESSAGE


def test_one_key_asks_for_silence_and_takes_it_away(hands: Hands) -> None:
    hands.key(KEY.Key_Q)
    assert wall(hands).scene is Scene.SILENCE
    hands.key(KEY.Key_Q)
    assert wall(hands).scene is Scene.QUESTION


@pytest.mark.parametrize("words", ["", "   "])
def test_an_empty_message_shows_nothing(hands: Hands, words: str) -> None:
    hands.key(KEY.Key_M)
    hands.write(words)
    hands.key(KEY.Key_Return)
    assert wall(hands).scene is Scene.QUESTION
    assert not panel(hands).isVisible()


def test_too_many_words_stay_where_they_were_written(hands: Hands) -> None:
    hands.key(KEY.Key_M)
    hands.write("word " * 70)
    hands.key(KEY.Key_Return)
    assert len(hands.troubles) == 1
    assert panel(hands).isVisible()
    assert panel(hands).field.text().startswith("word word")


def test_a_clicker_goes_on_while_a_message_is_written(hands: Hands) -> None:
    hands.key(KEY.Key_M)
    hands.write(WORDS)
    hands.key(Qt.Key.Key_PageDown)
    assert hands.place() == ("waiting", "call back")
    assert panel(hands).field.text() == WORDS


def test_no_note_reaches_the_wall(hands: Hands) -> None:
    hands.wake()
    hands.write("Only for us.")
    hands.key(KEY.Key_Return)
    assert "Only for us." not in repr(wall(hands))


def test_a_note_the_room_agreed_to_show_is_seen_in_small_first_and_one_key_takes_it_away(hands: Hands) -> None:
    for words in ("We eat together.", "The door stays open."):
        hands.engine.keep(words, Keeps.POSSIBILITY)
        hands.clock.forward(minutes=1)
    hands.key(KEY.Key_V)
    notes = hands.page.findChildren(NotesToShow)[0]
    assert "open" in notes.view.audience.heading, "the newest"
    hands.key(KEY.Key_Down)
    assert "together" in notes.view.audience.heading and wall(hands).scene is Scene.QUESTION
    hands.key(KEY.Key_Return)
    assert (wall(hands).scene, wall(hands).heading) == (Scene.NOTE, "“We eat together.”")
    assert not notes.isVisible() and hands.place() == ("waiting", "round")
    hands.key(KEY.Key_V)
    assert wall(hands).scene is Scene.QUESTION and not notes.isVisible()
