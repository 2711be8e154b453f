"""`export` without a window: which gathering is meant, where it went, and what to do when it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from app.errors import Trouble
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.prints.command import choose, main, missing_words
from app.prints.faces import Face, Faces
from app.store.store import Store
from app.words import Words
from tests.app.prints.harvests import at, staff_meeting

pytestmark = pytest.mark.slow   # the whole command, from the folder to the file

TITLES = {"a1b2": "Staff meeting", "a9c8": "Staff day", "77ff": "Town hall"}


@pytest.fixture
def hosted(data_folder: Path, monkeypatch: pytest.MonkeyPatch, made_faces: Faces) -> Path:
    """A data folder in which the staff meeting was hosted and one sentence kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(made_faces.cut(Face.TEXT).path.parent.parent.parent))
    store = Store.open(data_folder)
    plan = staff_meeting()
    store.keep_gathering(plan, at(8))
    first = opening(plan, at(9))
    engine = Engine(first, store.append_to(store.begin(first, plan)), lambda: at(9, 20))
    engine.keep("Die Tür klemmt 😀", Keeps.INSIGHT, step_id="busy")
    store.close()
    return data_folder


def test_the_harvest_is_written_and_said_where(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    to = tmp_path / "out.pdf"
    assert main(hosted, "STAFF m", to) == 0
    said = capsys.readouterr().out
    assert f"Wrote {to}." in said and "grinning face" in said
    assert "Die Tür klemmt" in PdfReader(to).pages[1].extract_text()


def test_a_name_nobody_has_is_answered_with_the_names_there_are(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(hosted, "Town hall", tmp_path / "out.pdf") == 1
    assert "“Staff meeting”" in capsys.readouterr().err
    assert not (tmp_path / "out.pdf").exists()


def test_a_gathering_that_was_never_hosted_has_nothing_to_write(
        data_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(data_folder)
    store.keep_gathering(staff_meeting(), at(8))
    store.close()
    assert main(data_folder, "staff", tmp_path / "out.pdf") == 1
    assert "never hosted" in capsys.readouterr().err


def test_data_that_a_console_has_open_ends_with_three(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = Store.open(hosted)
    try:
        assert main(hosted, "staff", tmp_path / "out.pdf") == 3
    finally:
        store.close()
    assert capsys.readouterr().err.count("\n") == 1


def test_a_folder_without_gatherings_is_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(tmp_path / "nowhere", "staff", tmp_path / "out.pdf") == 1
    assert not (tmp_path / "nowhere").exists() and "nowhere" in capsys.readouterr().err


def test_a_path_that_cannot_be_written_ends_with_one(
        hosted: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(hosted, "staff", tmp_path / "no folder" / "out.pdf") == 1
    assert "no folder" in capsys.readouterr().err


@pytest.mark.parametrize(("wanted", "id"), [
    ("a1b2", "a1b2"), ("A1", "a1b2"), ("staff MEETING", "a1b2"), ("staff d", "a9c8"), ("town", "77ff"), ("77", "77ff"),
])
def test_a_gathering_is_found_by_title_or_number_or_how_they_begin(wanted: str, id: str) -> None:
    assert choose(TITLES, wanted) == id


@pytest.mark.parametrize(("wanted", "said"), [("staff", "several"), ("garden", "Town hall"), ("", "No gathering")])
def test_what_is_not_clear_is_asked_back(wanted: str, said: str) -> None:
    with pytest.raises(Trouble) as told:
        choose(TITLES, wanted)
    assert said in Words()(told.value.text)


def test_many_letters_without_a_font_are_not_all_listed() -> None:
    said = Words()(missing_words(tuple(chr(0x4E00 + n) for n in range(30))))
    assert said.startswith("30 letters") and said.endswith("…") and said.count("U+") == 12


def test_the_host_s_own_gathering_comes_before_a_sample_of_the_same_name() -> None:
    titles = {"a1": "Staff meeting", "b2": "Staff meeting"}
    assert choose(titles, "staff meeting", {"a1"}) == "b2"
    assert choose({"a1": "Staff meeting"}, "staff meeting", {"a1"}) == "a1"
    with pytest.raises(Trouble, match="could be several"):
        choose(titles, "staff meeting")
