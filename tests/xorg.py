"""Displays with real outputs: Xorg on its dummy driver lets a display that stays plugged in change its resolution and
its place, which the usual virtual server cannot. Where Xorg is missing, the tests that need it say so and are skipped.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.displays import LAPTOP, PROJECTOR, TwoDisplays, rectangle

OUTPUTS = {LAPTOP: "DUMMY0", PROJECTOR: "DUMMY1"}
MODES = ("1920x1080", "1368x768", "1280x720")
_DRIVER = "xorg/modules/drivers/dummy_drv.so"
_CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "outputs"
  Driver "dummy"
  VideoRam 128000
EndSection
Section "Monitor"
  Identifier "any"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "desk"
  Device "outputs"
  Monitor "any"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Virtual 3840 2160
  EndSubSection
EndSection
"""


def why_not() -> str:
    """Why these displays cannot be had here, or ""."""
    if shutil.which("Xorg") is None or not any(Path(root, _DRIVER).exists() for root in ("/usr/lib", "/usr/lib64")):
        return "no Xorg with a dummy driver here (on Debian: xserver-xorg-core xserver-xorg-video-dummy)"
    return ""


class Outputs(TwoDisplays):
    """A laptop of 1368x768, and on its right a projector of 1920x1080: each an output with the modes of MODES."""

    def __init__(self) -> None:
        super().__init__({LAPTOP: "1368/361x768/203+0+0", PROJECTOR: "1920/508x1080/286+1368+0"})
        self._folder = tempfile.TemporaryDirectory(prefix="xorg-")

    def unplug(self, monitor: str = PROJECTOR) -> None:
        """An output is dark."""
        self.tool("xrandr", "--output", OUTPUTS[monitor], "--off")

    def lay(self, monitor: str, place: str) -> None:
        """An output has another resolution or place; its cable stays in."""
        self._monitors[monitor] = place
        self._set(monitor)

    def _server(self) -> list[str]:
        file = Path(self._folder.name, "xorg.conf")
        file.write_text(_CONFIGURATION, encoding="ascii")
        return ["Xorg", "-config", str(file), "-logfile", str(file.with_name("log")), "-novtswitch", "-sharevts"]

    def _set(self, monitor: str) -> None:
        left, top, width, height = rectangle(self._monitors[monitor])
        output, mode = OUTPUTS[monitor], f"{width}x{height}"
        assert mode in MODES, f"{mode} is no mode of these outputs"
        self._ask("xrandr", "--addmode", output, mode)   # the first output knows them all
        primary = ("--primary",) if monitor == LAPTOP else ()
        self.tool("xrandr", "--output", output, "--mode", mode, "--pos", f"{left}x{top}", *primary)
        self.tool("xrandr")   # only now the driver calls an output connected, and only those are followed

    def _end(self) -> None:
        super()._end()
        self._folder.cleanup()
