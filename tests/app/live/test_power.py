"""What Linux tells of its batteries, and honest silence elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.live.power import Power, read_power

MAINS = {"type": "Mains", "online": "0"}
CELL = {"type": "Battery", "present": "1", "status": "Discharging", "capacity": "41",
        "energy_now": "20000000", "power_now": "10000000"}


def supplies(folder: Path, **told: dict[str, str]) -> Path:
    """A folder of supplies as the kernel lays it out."""
    for name, files in told.items():
        (folder / name).mkdir()
        for file, text in files.items():
            (folder / name / file).write_text(text + "\n", encoding="ascii")
    return folder


@pytest.mark.parametrize(("told", "power"), [
    pytest.param({}, None, id="a folder with nothing in it says nothing"),
    pytest.param({"AC": {**MAINS, "online": "1"}}, Power(plugged=True), id="a machine without a battery"),
    pytest.param({"AC": MAINS, "BAT0": CELL}, Power(plugged=False, percent=41, minutes=120), id="on its battery"),
    pytest.param({"AC": {**MAINS, "online": "1"}, "BAT0": {**CELL, "status": "Charging"}},
                 Power(plugged=True, percent=41), id="plugged in"),
    pytest.param({"BAT0": {**CELL, "status": "Full", "capacity": "100"}}, Power(plugged=True, percent=100),
                 id="a battery alone tells that it is fed"),
    pytest.param({"BAT0": CELL, "BAT1": {**CELL, "capacity": "90"}}, Power(plugged=False, percent=66, minutes=120),
                 id="two batteries"),
    pytest.param({"BAT0": {"type": "Battery", "status": "Discharging", "capacity": "50", "charge_now": "3000000",
                           "current_now": "-1000000"}}, Power(plugged=False, percent=50, minutes=180),
                 id="measured in amperes, drawn below zero"),
    pytest.param({"BAT0": {"type": "Battery", "status": "Unknown"}}, Power(plugged=False), id="it knows little"),
    pytest.param({"BAT0": {**CELL, "power_now": "0"}}, Power(plugged=False, percent=41), id="nothing is drawn yet"),
    pytest.param({"AC": {**MAINS, "online": "1"}, "mouse": {**CELL, "scope": "Device", "capacity": "3"}},
                 Power(plugged=True), id="a mouse's battery is not the laptop's"),
    pytest.param({"AC": {**MAINS, "online": "1"}, "BAT1": {**CELL, "present": "0"}}, Power(plugged=True),
                 id="an empty bay"),
])
def test_what_the_machine_says_of_its_power(tmp_path: Path, told: dict[str, dict[str, str]], power: Power) -> None:
    assert read_power(supplies(tmp_path, **told)) == power


def test_a_system_that_has_no_such_files_says_nothing(tmp_path: Path) -> None:
    assert read_power(tmp_path / "not here") is None
