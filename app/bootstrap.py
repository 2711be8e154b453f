"""Makes a fresh machine ready: `.venv` in the project's root, the packages that pyproject.toml names, and
the system libraries that Qt loads. Standard library only, and readable by an old Python, because this file
says that a Python is too old. It speaks plain English: no language has been chosen when it runs.

Only the dependencies go into `.venv`, never Convener itself, so that a checkout always runs its own files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from app.paths import APP, project_root

OLDEST, NEWEST = (3, 11), (3, 13)
UNFINISHED = "unfinished"
"""This file lies in `.venv` while packages are being put there; a start that finds it begins afresh."""

QT_LIBRARIES = (
    "libgl1", "libegl1", "libglib2.0-0", "libxkbcommon0", "libfontconfig1", "libdbus-1-3",
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-sync1", "libxcb-xfixes0",
    "libxcb-xkb1", "libx11-xcb1",
    "libpulse0",
)
"""Debian's names. Where a release adds `t64`, the new package still provides the old name. The last is for sound: where
it alone is missing, the bell is silent."""

TEST_TOOLS = {
    "Xvfb": "xvfb", "xrandr": "x11-xserver-utils", "openbox": "openbox", "xdotool": "xdotool",
    "pdftotext": "poppler-utils", "strace": "strace",
}
"""What the tests with a display run, and the Debian package that brings it."""

PROBE = """
import ctypes, pathlib, sys
import PySide6.QtSvg, PySide6.QtWidgets
if sys.platform == "linux":
    platforms = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
    for plugin in ("libqoffscreen.so", "libqxcb.so"):
        ctypes.CDLL(str(platforms / plugin))
"""
"""Loads Qt and its platform plugins, which names a missing library without needing a display."""


class Refused(Exception):  # noqa: N818 - it is told, like `Trouble`
    """The machine cannot be made ready. The text says what is wrong and what to do."""


def prepare(module: str, arguments: Sequence[str], *, extra: str = "", tools: Mapping[str, str] | None = None,
            ) -> None:
    """Return in an interpreter that has everything, or start `module` again in one that has, with `arguments`.

    `extra` names one of pyproject's optional dependencies; `tools` maps programs to the Debian packages that
    bring them. Exits 1 with a sentence when the machine cannot be made ready.
    """
    if getattr(sys, "frozen", False) or not (project_root() / "pyproject.toml").is_file():
        return
    try:
        venv = _ready(project_root(), extra, _packages_of(tools or {}))
        _have_tools(tools or {})
    except Refused as refusal:
        raise SystemExit(str(refusal)) from None
    except KeyboardInterrupt:
        raise SystemExit("Stopped. The next start begins the set-up again.") from None
    if venv is not None:
        _restart(_python_of(venv), module, arguments)


def _ready(root: Path, extra: str, beside: Sequence[str]) -> Path | None:
    """The `.venv` to go on in, or None when this interpreter already is the one.

    `beside` are Debian packages that will be needed too: whoever is asked for one is asked for all at once.
    """
    refuse_unsuitable(sys.version_info[:3], sys.executable)
    venv = root / ".venv"
    pyproject = (root / "pyproject.toml").read_bytes()
    wanted = digest(pyproject, sys.version_info[:2], extra)
    inside = Path(sys.prefix).resolve() == venv.resolve()
    if stamped(venv, extra, wanted):
        return None if inside else venv
    if not inside and _installed_here():
        return None
    with one_at_a_time(root / ".venv.lock"):
        remade = not stamped(venv, extra, wanted) and _set_up(venv, pyproject, extra, beside)
    return None if inside and not remade else venv


def refuse_unsuitable(version: Sequence[int], executable: str) -> None:
    """Refuse a Python that is too old or too new."""
    if not OLDEST <= tuple(version[:2]) <= NEWEST:
        found = ".".join(str(part) for part in version)
        raise Refused("Convener needs Python 3.11, 3.12 or 3.13, and {} is Python {}. Start it with one of those, "
                      "for example: python3.11 -m app".format(executable, found))


def digest(pyproject: bytes, version: Sequence[int], extra: str) -> str:
    """What the stamp holds: it changes with the packages asked for and with the Python they are for."""
    return hashlib.sha256(pyproject + repr((tuple(version), extra)).encode()).hexdigest()


def stamped(venv: Path, extra: str, wanted: str) -> bool:
    """Whether `venv` was finished for exactly this."""
    try:
        found = _stamp(venv, extra).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return found == wanted and not (venv / UNFINISHED).exists() and _python_of(venv).exists()


def requirements(pyproject: str, extra: str) -> list[str]:
    """What pyproject.toml asks for, with the named extra."""
    import tomllib

    project = tomllib.loads(pyproject)["project"]
    extras = project.get("optional-dependencies", {})
    return [*project.get("dependencies", []), *(extras[extra] if extra else [])]


@contextlib.contextmanager
def one_at_a_time(lock: Path) -> Iterator[None]:
    """Hold `lock`, waiting for another start that holds it. The system lets go of it when a process dies."""
    try:
        file = lock.open("ab")
    except OSError as error:
        raise Refused(f"Convener cannot be set up here: {lock.parent} cannot be written ({error.strerror}).") from None
    with file:
        os.set_inheritable(file.fileno(), True)   # a pip that outlives a killed start keeps the lock until it ends
        if not _take(file.fileno(), wait=False):
            _tell("Another start is setting Convener up; waiting for it …")
            _take(file.fileno(), wait=True)
        yield


def _take(descriptor: int, *, wait: bool) -> bool:
    """Whether the lock is ours now."""
    try:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(OSError):
                    msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                    return True
                if not wait:
                    return False
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def _set_up(venv: Path, pyproject: bytes, extra: str, beside: Sequence[str]) -> bool:
    """Make `venv` what is wanted and stamp it, for the program as well when an extra was asked for.

    Returns whether it was made anew.
    """
    _tell(f"Setting Convener up in {venv}. This happens once and takes a minute or two …")
    wishes = requirements(pyproject.decode(), extra)
    with_qt = any(re.match(r"pyside6\b", wish, re.IGNORECASE) for wish in wishes)
    packages = [*(QT_LIBRARIES if with_qt else ()), *beside]
    fresh = not _sound(venv)
    if fresh:
        _make(venv, packages)
    _install(venv, wishes, fresh=fresh)
    if with_qt:
        _have_qt(_python_of(venv), packages)
    for finished in {"", extra}:
        _write(_stamp(venv, finished), digest(pyproject, sys.version_info[:2], finished))
    _tell("Convener is set up.")
    return fresh


def _sound(venv: Path) -> bool:
    """Whether an existing `venv` can be built on: finished, of this Python, and with pip."""
    if (venv / UNFINISHED).exists() or not _python_of(venv).exists():
        return False
    probe = "import pip, sys; raise SystemExit(sys.version_info[:2] != {!r})".format(tuple(sys.version_info[:2]))
    return subprocess.run([_python_of(venv), "-c", probe], stderr=subprocess.DEVNULL, check=False).returncode == 0


def _make(venv: Path, beside: Sequence[str]) -> None:
    """A fresh `venv`, marked as unfinished from its first moment."""
    if not _can_make_venvs():
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        why = f"This Python cannot make a virtual environment ({package} is missing)."
        _install_from_debian([package, *beside], why)
    if venv.is_dir() and not venv.is_symlink():
        shutil.rmtree(venv)
    venv.mkdir(parents=True, exist_ok=True)
    (venv / UNFINISHED).touch()
    base = getattr(sys, "_base_executable", sys.executable)
    if _run([base, "-m", "venv", str(venv)]) != 0:
        raise Refused(f"{venv} could not be made; the reason stands above.")


def _can_make_venvs() -> bool:
    """Debian splits `ensurepip` off into a package of its own."""
    import importlib.util

    return importlib.util.find_spec("ensurepip") is not None


def _install(venv: Path, wishes: Sequence[str], *, fresh: bool) -> None:
    """Put the packages into `venv`. Killed half-way, it leaves the mark that makes the next start begin afresh."""
    (venv / UNFINISHED).touch()
    quiet = [] if sys.stderr.isatty() else ["--quiet"]
    pip = [str(_python_of(venv)), "-m", "pip", "install", "--disable-pip-version-check", *quiet]
    code = _run([*pip, *wishes]) if wishes else 0
    if code == 0 or not fresh:   # pip puts an upgrade that failed back as it was: an old .venv stays good
        (venv / UNFINISHED).unlink()
    if code != 0:
        raise Refused("The packages could not be installed; the reason stands above. "
                      "Convener needs the network once, at its first start.")


def _have_qt(python: Path, packages: Sequence[str]) -> None:
    """Make sure that Qt loads on this machine, installing the system's libraries where that is possible."""
    missing = _qt_trouble(python)
    if missing and sys.platform == "linux":
        _install_from_debian(packages, f"Qt cannot start: {missing}.")
        missing = _qt_trouble(python)
    if missing:
        raise Refused(f"Qt cannot start on this machine: {missing}.")


def _qt_trouble(python: Path) -> str:
    """The last words of a Qt that does not load; empty when it does."""
    probe = subprocess.run([python, "-c", PROBE], capture_output=True, text=True, check=False)
    if probe.returncode == 0:
        return ""
    missing = re.search(r"(\S+\.so[.\d]*): cannot open shared object file", probe.stderr)
    if missing:
        return f"the library {missing[1]} is missing"
    return (probe.stderr.strip().splitlines() or [f"it stopped with {probe.returncode}"])[-1]


def _have_tools(tools: Mapping[str, str]) -> None:
    """Make sure that these programs are there, installing their packages where that is possible."""
    packages = _packages_of(tools)
    if packages:
        _install_from_debian(packages, f"The tests need {', '.join(packages)}.")


def _packages_of(tools: Mapping[str, str]) -> list[str]:
    """The packages of those programs that are not there."""
    return sorted({package for program, package in tools.items() if shutil.which(program) is None})


def apt_commands(packages: Sequence[str], why: str, *, apt: bool, root: bool, sudo: bool) -> list[list[str]]:
    """What installs Debian `packages`: the lists first, for a fresh machine has none.

    Refuses, with what a person can type, where there is no `apt` or where nobody may (not `root`, and no `sudo`
    with a terminal to ask at).
    """
    if not apt:
        raise Refused(f"{why} Install it with your system's own tools and start again; "
                      f"Debian calls it {' '.join(packages)}.")
    if not root and not sudo:
        raise Refused(f"{why} Type this once, then start again:\n\n    {one_line(packages)}\n")
    command = [*([] if root else ["sudo"]), "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    return [[*command, "update"], [*command, "install", "--yes", "--no-install-recommends", *packages]]


def one_line(packages: Iterable[str]) -> str:
    """What a person types to install `packages`."""
    return "sudo apt-get update && sudo apt-get install --yes --no-install-recommends {}".format(" ".join(packages))


def _install_from_debian(packages: Sequence[str], why: str) -> None:
    """Install with apt as root, or with sudo at a terminal; otherwise refuse with the line to type."""
    linux = sys.platform == "linux"
    update, install = apt_commands(packages, why, apt=linux and shutil.which("apt-get") is not None,
                                   root=linux and os.geteuid() == 0,
                                   sudo=shutil.which("sudo") is not None and sys.stdin.isatty())
    _tell(f"{why} Installing: {' '.join(packages)} …")
    _run(update, apt=True)   # one source that does not answer need not matter; the install says so if it does
    if _run(install, apt=True) != 0:
        raise Refused(f"{why} apt could not install it; the reason stands above. Once it can:\n\n"
                      f"    {one_line(packages)}\n")


def _installed_here() -> bool:
    """Whether pip or pipx has put Convener, with all it needs, into this interpreter."""
    from importlib import metadata

    try:
        return bool(metadata.version(APP))
    except metadata.PackageNotFoundError:
        return False


def _python_of(venv: Path) -> Path:
    """The interpreter of `venv`."""
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def _stamp(venv: Path, extra: str) -> Path:
    return venv / f"stamp-{extra or 'app'}"


def _write(file: Path, text: str) -> None:
    """Whole or not at all."""
    draft = file.with_suffix(".new")
    draft.write_text(text, encoding="ascii")
    draft.replace(file)


def _run(command: Sequence[str], *, apt: bool = False) -> int:
    """Run a tool. What it prints goes to stderr: stdout belongs to the command that was asked for.

    Only apt is kept from the lock: a service that it starts would hold it for ever.
    """
    environment = {**os.environ, **({"DEBIAN_FRONTEND": "noninteractive"} if apt else {})}
    try:
        return subprocess.run(command, stdout=sys.stderr.fileno(), env=environment, close_fds=apt,
                              check=False).returncode
    except OSError as error:
        raise Refused(f"{command[0]} could not be run: {error.strerror}.") from None


def _tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _restart(python: Path, module: str, arguments: Sequence[str]) -> None:
    """Become `python -m module`; does not return."""
    command = [str(python), "-m", module, *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":   # exec on Windows gives the terminal back before the program has ended
        raise SystemExit(subprocess.run(command, check=False).returncode)
    os.execv(command[0], command)
