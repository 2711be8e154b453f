"""A shelf of protocols: in order, quick, and not to be stopped by one bad file."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.design.gathering import Mode, Setting
from app.library.bundled import load_folder
from app.library.protocol import CONVERSATIONS, DESIGNS, MODES, SETTINGS, Family
from app.words import Words
from tests.app.library.here import GOOD, PROTOCOLS


def test_every_family_and_design_and_four_parts_are_bundled() -> None:
    shelf = load_folder(PROTOCOLS)
    assert shelf.faults == ()
    families = [protocol.family for protocol in shelf.protocols]
    assert sorted(families[:8]) == sorted(CONVERSATIONS) and families[0] is Family.INVITATION
    assert families[7] is Family.GIFTS
    assert tuple(families[8:12]) == DESIGNS
    assert [protocol.id for protocol in shelf.protocols[12:]] == ["welcome", "sampling", "break", "closing"]


def test_a_bad_file_is_told_and_the_others_load(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text(GOOD)
    (tmp_path / "bad.toml").write_text("title = ")
    (tmp_path / "README.md").write_text("not a protocol")
    shelf = load_folder(tmp_path)
    assert [protocol.id for protocol in shelf.protocols] == ["good"]
    assert [Words()(fault.text).split(":")[0] for fault in shelf.faults] == ["bad.toml"]


def test_a_folder_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    shelf = load_folder(tmp_path / "none")
    assert shelf.protocols == () and len(shelf.faults) == 1


def test_two_hundred_files_are_all_on_the_shelf(tmp_path: Path) -> None:
    for path in PROTOCOLS.glob("*.toml"):
        for n in range(13):
            shutil.copy(path, tmp_path / f"{path.stem}-{n}.toml")
    assert len(load_folder(tmp_path).protocols) == 16 * 13


def test_the_library_and_the_plan_name_the_same_settings_and_modes() -> None:
    assert [setting.value for setting in Setting] == list(SETTINGS)
    assert [mode.value for mode in Mode] == list(MODES)
