"""What the host chose, in one small JSON file, read before anything else: the first paint needs it."""

from __future__ import annotations

import contextlib
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from app.errors import NotKept, Trouble
from app.words import say

NAME = "settings.json"
LOUDEST = 10
"""The bell's volume goes from 1 to this."""


class Targets(StrEnum):
    """How large what is pressed is: larger with a touch screen, as it is, or always for fingers."""

    AUTO = "auto"
    USUAL = "usual"
    LARGE = "large"


class Settings(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Choices that outlive a gathering. `wall_display` says which display the room looks at (see the wall),
    `sound_output` where the bell sounds (see the sound); "" leaves both to the program.

    `text_size` is the size of the console's words in per cent. With `reduced_motion` nothing fades. The bell rings at
    the end of a round, a minute before, and at its cues, for a host who sits in a three; its beginning the host's own
    voice says. `shared_wall` is how wide and high the window for a call was. `wall_timer` and `wall_warnings` (minutes
    before the end) are for steps that have none of their own. `favourites` are
    names of protocols. `paper` is what lies in the printer, "" as in the host's country.
    """

    theme: str = "light"
    wall_theme: str = "paper"
    language: str = "en"
    wall_language: str = "en"
    wall_display: str = ""
    favourites: tuple[str, ...] = ()
    text_size: Literal[100, 125, 150] = 100
    targets: Targets = Targets.AUTO
    reduced_motion: bool = False
    shared_wall: tuple[int, int] = (1280, 720)
    wall_timer: Literal["ring", "m:ss", "minutes", "ring alone", "nothing"] = "ring"
    wall_warnings: tuple[int, ...] = (1,)
    bell_begin: bool = False
    bell_cues: bool = True
    bell_last_minute: bool = True
    bell_close: bool = True
    sound_output: str = ""
    bell_volume: Annotated[int, msgspec.Meta(ge=1, le=LOUDEST)] = 7
    keys: dict[str, tuple[str, ...]] = {}
    export_as: Literal["pdf", "docx", "md", "csv", "json", "each"] = "pdf"
    paper: Literal["", "a4", "letter"] = ""
    people: int = 11
    minutes: int = 10


def read_settings(folder: Path) -> Settings:
    """The settings in `folder`; defaults when there are none. Raises Trouble when the file cannot be understood."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Settings)
    except FileNotFoundError:
        return Settings()
    except (OSError, msgspec.DecodeError) as fault:
        raise Trouble(say("The settings in {file} could not be read ({reason}); the usual ones are used for now.",
                          file=str(path), reason=str(fault))) from fault


def write_settings(folder: Path, settings: Settings) -> None:
    """Replace the file whole, or leave it as it was. Raises NotKept."""
    replace_file(folder / NAME, msgspec.json.format(msgspec.json.encode(settings)))


def replace_file(path: Path, content: bytes) -> None:
    """Write `content` beside `path`, make it durable, then put it in its place. Raises NotKept."""
    beside = path.with_name(path.name + f".{os.getpid()}.new")
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as fault:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise NotKept(say("{file} could not be written ({reason}); choose a folder that can be.",
                          file=str(path), reason=fault.strerror or str(fault))) from fault


class Choices:
    """The settings of one data folder as they are now; a change is on disk before `now` shows it."""

    def __init__(self, folder: Path, now: Settings) -> None:
        self._folder = folder
        self.now = now

    def change(self, **fields: object) -> None:
        """Change some settings. Raises NotKept, and then nothing has changed."""
        new = msgspec.structs.replace(self.now, **fields)
        if new != self.now:
            write_settings(self._folder, new)
            self.now = new
