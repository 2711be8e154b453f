"""A photograph beside the notes: shown small, made large to type from, taken away and brought back."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from app.harvest.photos import Photo
from tests.app.prints.harvests import at
from tests.ui.pages.at_the_desk import named
from tests.ui.pages.reading import keys, settle
from tests.ui.pages.scribe import Scribe
from ui.panels.photo_view import THUMB, Thumb
from ui.widgets.choice import Choice

pytestmark = pytest.mark.slow


def photo(photo_id: str = "p", step_id: str = "gift") -> Photo:
    return Photo(id=photo_id, step_id=step_id, at=at(10), width=60, height=40)


@pytest.fixture
def scribe(qtbot: QtBot, faces: None) -> Scribe:
    out = BytesIO()
    Image.new("RGB", (60, 40), "red").save(out, "JPEG")
    made = Scribe(qtbot)
    made.page.photos.read_from(lambda _photo: out.getvalue())
    made.page.add_photo("s1", photo())
    settle()
    return made


def thumbs(scribe: Scribe) -> list[str]:
    return [thumb.accessibleName() for thumb in scribe.page.photos.findChildren(Thumb) if thumb.isVisible()]


def test_a_photograph_is_made_large_by_the_keyboard_and_cards_are_typed_for_its_step(scribe: Scribe) -> None:
    assert thumbs(scribe) == ["Photo of “Made lighter”"] and scribe.promises()
    named(scribe.page, "Step the card belongs to", Choice).show_choice("busy")
    named(scribe.page, "Photo of “Made lighter”", Thumb).setFocus()
    keys(scribe.page, Qt.Key.Key_Return)
    assert scribe.page.photos.is_large() and not scribe.promises()
    assert named(scribe.page, "Step the card belongs to", Choice).choice() == "gift"
    keys(scribe.page, Qt.Key.Key_Escape)
    assert not scribe.page.photos.is_large() and scribe.promises()


def test_a_photograph_is_taken_away_and_brought_back_like_a_note(scribe: Scribe) -> None:
    named(scribe.page, "Photo of “Made lighter”", Thumb).setFocus()
    keys(scribe.page, Qt.Key.Key_Delete)
    assert thumbs(scribe) == [] and "Taken away: “a photo”" in scribe.told()
    QApplication.sendPostedEvents()
    scribe.page._take_back()
    settle()
    assert thumbs(scribe) == ["Photo of “Made lighter”"]


def said_of_focus() -> str:
    """What a screen reader says of whatever has the keyboard."""
    held = QApplication.focusWidget()
    assert held is not None
    return held.accessibleName() or (held.text() if isinstance(held, QAbstractButton) else "")


def three(scribe: Scribe) -> list[Thumb]:
    """Three photographs of one step, the first of which was there; all of them come in one turn."""
    for number in (1, 2):
        scribe.page.add_photo("s1", photo(f"p{number}"))
    settle()
    found = [thumb for thumb in scribe.page.photos.findChildren(Thumb) if thumb.isVisible()]
    return sorted(found, key=Thumb.accessibleName)


def test_photographs_that_come_together_lie_side_by_side_and_are_told_apart(scribe: Scribe) -> None:
    first, second, third = (thumb.geometry() for thumb in three(scribe))
    assert first.right() < second.left() and second.right() < third.left()
    assert thumbs(scribe) == [f"Photo {number} of 3, “Made lighter”" for number in (1, 2, 3)]


def test_arrows_go_to_the_next_photograph_and_a_second_enter_to_the_card(scribe: Scribe) -> None:
    three(scribe)[0].setFocus()
    right, left = Qt.Key.Key_Right, Qt.Key.Key_Left
    keys(scribe.page, right)
    assert not scribe.page.photos.is_large()
    keys(scribe.page, Qt.Key.Key_Return, right, right, right)
    assert "Photo 3 of 3, “Made lighter”" in scribe.told()
    keys(scribe.page, left)
    assert "Photo 2 of 3, “Made lighter”" in scribe.told()
    keys(scribe.page, Qt.Key.Key_Return, "ten cups")
    assert scribe.field("Words on the card").toPlainText() == "ten cups" and scribe.page.photos.is_large()


def test_the_keyboard_stays_in_the_row_when_a_photograph_is_taken_away(scribe: Scribe) -> None:
    three(scribe)[2].setFocus()
    keys(scribe.page, Qt.Key.Key_Delete)
    assert (said_of_focus(), len(thumbs(scribe))) == ("Photo 2 of 2, “Made lighter”", 2)
    keys(scribe.page, Qt.Key.Key_Return)
    named(scribe.page, "Make it small", QAbstractButton).setFocus()
    keys(scribe.page, Qt.Key.Key_Space)
    assert said_of_focus() == "Photo 2 of 2, “Made lighter”" and not scribe.page.photos.is_large()
    keys(scribe.page, Qt.Key.Key_Delete, Qt.Key.Key_Delete)
    assert (said_of_focus(), thumbs(scribe)) == ("Add a photo", [])


def test_small_ones_are_frames_at_first_and_each_is_read_once_and_no_larger_than_it_is_shown(
        qtbot: QtBot, faces: None) -> None:
    out, read = BytesIO(), list[str]()
    Image.new("RGB", (1600, 1200), "red").save(out, "JPEG")
    scribe = Scribe(qtbot)

    def pixels(photo_id: str) -> bytes:
        read.append(photo_id)
        return out.getvalue()
    scribe.page.photos.read_from(pixels)
    for number in range(12):
        scribe.page.add_photo("s1", photo(f"p{number}"))
    found = scribe.page.photos.findChildren(Thumb)
    assert len(found) == 12 and read == [], "the page does not wait for them"
    qtbot.waitUntil(lambda: not any(thumb.image().isNull() for thumb in found), timeout=20_000)
    assert sorted(read) == sorted(f"p{number}" for number in range(12))
    assert {thumb.image().size() for thumb in found} == {THUMB * 2}


def test_what_comes_for_another_session_is_not_put_here(scribe: Scribe) -> None:
    scribe.page.add_photo("s2", photo("other"))
    settle()
    assert len(thumbs(scribe)) == 1


def let_go(scribe: Scribe, text: str, *urls: QUrl) -> None:
    """Drag this over the page and let it go there."""
    mime = QMimeData()
    mime.setUrls(urls)
    if text:
        mime.setText(text)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(scribe.page, QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    QApplication.sendEvent(scribe.page, QDropEvent(QPointF(5, 5), copy, mime, left, none))


def test_files_let_go_over_the_page_are_brought_and_words_are_left_alone(scribe: Scribe, tmp_path: Path) -> None:
    brought: list[tuple[Path, ...]] = []
    scribe.page.photos.brought.connect(brought.append)
    let_go(scribe, "only words")
    assert brought == []
    let_go(scribe, "", QUrl.fromLocalFile(str(tmp_path / "chart.jpg")), QUrl("https://example.org/a.jpg"))
    assert brought == [(tmp_path / "chart.jpg",)]
