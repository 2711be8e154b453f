"""A shelf of protocols: in order, quick, and not to be stopped by one bad file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.design.gathering import Mode, Setting
from app.library.bundled import load_folder
from app.library.names import mode_name, setting_name
from app.library.protocol import CONVERSATIONS, DESIGNS, MODES, SETTINGS, Family
from app.words import Words
from tests.app.library.here import GOOD, PROTOCOLS


def test_every_family_has_four_protocols_or_more_and_a_gathering_finds_its_parts_in_order() -> None:
    shelf = load_folder(PROTOCOLS)
    assert shelf.faults == ()
    families = [protocol.family for protocol in shelf.protocols]
    assert list(dict.fromkeys(families)) == [
        Family.INVITATION, Family.CROSSROADS, Family.POSSIBILITY, Family.OWNERSHIP, Family.DISSENT, Family.COMMITMENT,
        Family.CONTRACTING, Family.GIFTS, *DESIGNS, Family.PART]
    assert [family for family in CONVERSATIONS if families.count(family) < 4] == []
    parts = [protocol.id for protocol in shelf.protocols if protocol.family is Family.PART]
    assert (parts[0], parts[-2:]) == ("welcome", ["break", "closing"])
    assert len(parts) >= 10 and len(families) >= 50


@pytest.mark.parametrize("family", CONVERSATIONS)
def test_each_family_opens_and_goes_deep_and_suits_a_team_a_town_hall_and_a_class(family: Family) -> None:
    mine = [protocol for protocol in load_folder(PROTOCOLS).protocols if protocol.family is family]
    assert min(protocol.minutes for protocol in mine) <= 12, "none is short"
    assert max(protocol.minutes for protocol in mine) >= 18, "none goes deep"
    for occasion in ("cross-functional team", "town hall", "education"):
        assert [p for p in mine if occasion in p.settings], occasion


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
    bundled = sorted(PROTOCOLS.glob("*.toml"))
    for path in bundled:
        for n in range(4):
            shutil.copy(path, tmp_path / f"{path.stem}-{n}.toml")
    assert len(load_folder(tmp_path).protocols) == 4 * len(bundled) >= 200


def test_the_library_and_the_plan_name_the_same_settings_and_modes() -> None:
    assert [setting.value for setting in Setting] == list(SETTINGS)
    assert [mode.value for mode in Mode] == list(MODES)
    for setting in SETTINGS:
        assert Words()(setting_name(setting)).lower().endswith(setting)
    for mode in MODES:
        assert Words()(mode_name(mode))
