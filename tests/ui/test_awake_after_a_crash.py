"""A program that is killed lets the machine sleep again: what it asked of the desktop ends with its connection.

The desktop is a stand-in on a message bus of its own; like a real one it forgets a wish when who had it has gone.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from app.paths import project_root
from tests.patience import PATIENCE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(
    shutil.which("dbus-daemon") is None, reason="no message bus here (on Debian: dbus-daemon)")]

DESKTOP = """
from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection, Proxy
bus = open_dbus_connection()
Proxy(message_bus, bus).RequestName("org.freedesktop.ScreenSaver")
Proxy(message_bus, bus).AddMatch(MatchRule(type="signal", member="NameOwnerChanged"))
print("ready", flush=True)
held = {}
while True:
    said = bus.receive()
    fields = said.header.fields
    member, sender = fields.get(HeaderFields.member), fields.get(HeaderFields.sender)
    if said.header.message_type is MessageType.signal and member == "NameOwnerChanged":
        name, _, after = said.body
        if not after and held.pop(name, None):
            print("forgotten", flush=True)
    elif member == "Inhibit":
        held[sender] = True
        bus.send(new_method_return(said, "u", (7,)))
        print("inhibited", flush=True)
    elif member == "UnInhibit":
        held.pop(sender, None)
        bus.send(new_method_return(said))
        print("released", flush=True)
"""

PROGRAM = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from ui.awake import Vigil, asking_the_system
application = QCoreApplication([])
vigil = Vigil(asking_the_system)
vigil.failed.connect(lambda: (print("failed"), application.quit()))
QTimer.singleShot(0, vigil.hold)
if sys.argv[1:] == ["a session that ends"]:
    look = QTimer()
    look.timeout.connect(lambda: application.quit() if vigil.answer else None)
    look.start(20)
application.exec()
vigil.close()
"""


@pytest.fixture
def bus() -> Iterator[dict[str, str]]:
    """What a program needs to be on this desktop."""
    with subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        yield {**{name: value for name, value in os.environ.items() if name != "WAKEPY_FAKE_SUCCESS"},
               "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(project_root())}
        daemon.terminate()


@pytest.fixture
def desktop(bus: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A screen saver that says what is asked of it."""
    with subprocess.Popen([sys.executable, "-c", DESKTOP], env=bus, stdout=subprocess.PIPE, bufsize=0) as process:
        assert heard(process) == "ready"
        yield process
        process.terminate()


def heard(process: subprocess.Popen[bytes]) -> str:
    """The next line it says; it is read byte by byte, so that none waits in a buffer."""
    assert process.stdout is not None
    assert select.select([process.stdout], [], [], PATIENCE)[0], "the desktop heard nothing"
    return process.stdout.readline().decode().strip()


def test_after_a_session_the_wish_is_taken_back(bus: dict[str, str], desktop: subprocess.Popen[bytes]) -> None:
    command = [sys.executable, "-c", PROGRAM, "a session that ends"]
    with subprocess.Popen(command, env=bus, cwd=project_root()) as program:
        assert heard(desktop) == "inhibited"
        assert heard(desktop) == "released"
        assert program.wait(PATIENCE) == 0


def test_after_a_kill_the_desktop_forgets_the_wish(bus: dict[str, str], desktop: subprocess.Popen[bytes]) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], env=bus, cwd=project_root()) as program:
        assert heard(desktop) == "inhibited"
        program.send_signal(signal.SIGKILL)
        assert heard(desktop) == "forgotten"
