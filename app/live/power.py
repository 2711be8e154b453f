"""Whether the machine is plugged in, read from the plain files in which Linux says so; elsewhere nobody knows.

Batteries of mice and headphones do not count. Nothing here waits or asks another program.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SUPPLIES = Path("/sys/class/power_supply")
FED = ("Charging", "Full", "Not charging")
"""What a battery says of itself while the machine is plugged in."""


@dataclass(frozen=True, slots=True)
class Power:
    """`percent` of the batteries and the `minutes` they last at this moment's pace; None where that is not told."""

    plugged: bool
    percent: int | None = None
    minutes: int | None = None


def read_power(folder: Path = SUPPLIES) -> Power | None:
    """What the machine says now; None where it says nothing. A machine without a battery is plugged in."""
    if not folder.is_dir():
        return None
    supplies = [_read(supply) for supply in sorted(folder.iterdir())]
    mains = [supply for supply in supplies if supply.get("type") in ("Mains", "USB", "Wireless")]
    cells = [supply for supply in supplies if supply.get("type") == "Battery" and supply.get("scope") != "Device"
             and supply.get("present", "1") == "1"]
    if not cells:
        return Power(plugged=True) if supplies else None
    plugged = any(supply.get("online") == "1" for supply in mains) or any(cell.get("status") in FED for cell in cells)
    percents = [int(cell["capacity"]) for cell in cells if cell.get("capacity", "").isdigit()]
    return Power(plugged, round(sum(percents) / len(percents)) if percents else None, None if plugged else _left(cells))


def _left(cells: list[dict[str, str]]) -> int | None:
    """Minutes until they are empty: what they hold by what is drawn, in watts or in amperes."""
    for held, drawn in (("energy_now", "power_now"), ("charge_now", "current_now")):
        holds = [abs(int(cell[held])) for cell in cells if _is_number(cell.get(held, ""))]
        draws = [abs(int(cell[drawn])) for cell in cells if _is_number(cell.get(drawn, ""))]
        if holds and sum(draws):
            return sum(holds) * 60 // sum(draws)
    return None


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdigit()


def _read(supply: Path) -> dict[str, str]:
    """Every small file of one supply; one that cannot be read is not there."""
    told = {}
    for name in ("type", "scope", "present", "online", "status", "capacity",
                 "energy_now", "power_now", "charge_now", "current_now"):
        try:
            told[name] = (supply / name).read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            continue
    return told
