"""How large what is pressed is: on a laptop with a touch screen a finger must hit it. Widgets take it up when built."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputDevice

from app.settings import Targets

FINGER = 48
"""Pixels each way at 1x: about nine millimetres on a laptop, as wide as a fingertip."""
_CARRIED = "convener_targets"


def wear_targets(application: QCoreApplication, chosen: Targets) -> None:
    """How large targets are from now on; `auto` asks whether there is a touch screen."""
    large = chosen == Targets.LARGE or (chosen == Targets.AUTO and has_touch_screen())
    application.setProperty(_CARRIED, large)


def has_touch_screen() -> bool:
    """Whether one is plugged in or built in."""
    return any(device.type() is QInputDevice.DeviceType.TouchScreen for device in QInputDevice.devices())


def for_fingers() -> bool:
    """Whether targets are made for fingers."""
    application = QCoreApplication.instance()
    large: Any = application.property(_CARRIED) if application is not None else None
    return bool(large)


def target(px: int) -> int:
    """A measure of something to be pressed: as it is, or as large as a fingertip where it is smaller."""
    return max(px, FINGER) if for_fingers() else px
