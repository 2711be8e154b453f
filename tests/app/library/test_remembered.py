"""The shelf is remembered, and never believed where a file says otherwise."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from app.library.bundled import Shelf, load_folder
from app.library.remembered import NAME, load_remembered
from app.paths import protocols_folder

FEW = ("welcome.toml", "closing.toml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sound protocols and a file that is none."""
    place = tmp_path / "protocols"
    place.mkdir()
    for name in FEW:
        shutil.copy(protocols_folder() / name, place)
    (place / "wrong.toml").write_text("title = 3", encoding="utf-8")
    return place


def read(folder: Path) -> Shelf:
    """The shelf, remembered beside the folder."""
    return load_remembered((folder,), folder.parent / NAME)


def forged(folder: Path, title: str) -> None:
    """Write another title into what is remembered: whoever believes it tells it."""
    kept = msgspec.msgpack.decode((folder.parent / NAME).read_bytes())
    for file in kept[1].values():
        file[3]["title"] = title
    (folder.parent / NAME).write_bytes(msgspec.msgpack.encode(kept))


def titles(shelf: Shelf) -> set[str]:
    """What the protocols are called."""
    return {protocol.title for protocol in shelf.protocols}


def test_what_is_remembered_is_the_shelf_that_reading_gives_faults_and_all(folder: Path) -> None:
    fresh = load_folder(folder)
    assert len(fresh.protocols) == 2 and fresh.faults
    assert read(folder) == fresh
    assert read(folder) == fresh


def test_the_library_that_comes_with_the_program_is_remembered_word_for_word(tmp_path: Path) -> None:
    for _ in range(2):
        assert load_remembered((protocols_folder(),), tmp_path / NAME) == load_folder(protocols_folder())


def test_a_second_start_opens_no_file_that_has_not_changed(folder: Path) -> None:
    read(folder)
    forged(folder, "from memory")
    assert titles(read(folder)) == {"from memory"}


def test_a_file_that_was_changed_is_read_again_and_the_others_are_not(folder: Path) -> None:
    read(folder)
    forged(folder, "from memory")
    file = folder / "welcome.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert len(titles(read(folder)) - {"from memory"}) == 1


def test_a_file_of_the_same_size_put_in_place_of_another_is_read(folder: Path) -> None:
    read(folder)
    forged(folder, "from memory")
    file, seen = folder / "welcome.toml", (folder / "welcome.toml").stat()
    other = folder.parent / "other"
    other.write_bytes(file.read_bytes())
    os.utime(other, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    other.replace(file)
    assert len(titles(read(folder)) - {"from memory"}) == 1


def test_a_file_that_is_gone_or_has_become_wrong_is_gone_from_the_shelf(folder: Path) -> None:
    read(folder)
    (folder / "welcome.toml").unlink()
    (folder / "closing.toml").write_text("title = 4", encoding="utf-8")
    shelf = read(folder)
    assert shelf.protocols == () and {fault.file for fault in shelf.faults} == {"closing.toml", "wrong.toml"}


@pytest.mark.parametrize("content", [b"", b"\x92\xc0\xc0", b"torn" * 50, b"\xff" * 999])
def test_a_damaged_memory_is_as_good_as_none(folder: Path, content: bytes) -> None:
    (folder.parent / NAME).write_bytes(content)
    assert read(folder) == load_folder(folder)
    assert (folder.parent / NAME).read_bytes() != content


def test_a_memory_torn_anywhere_is_as_good_as_none(folder: Path) -> None:
    read(folder)
    whole = (folder.parent / NAME).read_bytes()
    for end in range(0, len(whole), 97):
        (folder.parent / NAME).write_bytes(whole[:end])
        assert read(folder) == load_folder(folder)


def test_what_another_reader_remembered_is_not_believed(folder: Path) -> None:
    read(folder)
    forged(folder, "from memory")
    kept = msgspec.msgpack.decode((folder.parent / NAME).read_bytes())
    kept[0] += " and one more rule"
    (folder.parent / NAME).write_bytes(msgspec.msgpack.encode(kept))
    assert read(folder) == load_folder(folder)


def test_a_place_that_cannot_be_written_costs_only_time(folder: Path) -> None:
    assert load_remembered((folder,), folder / "nowhere" / NAME) == load_folder(folder)
