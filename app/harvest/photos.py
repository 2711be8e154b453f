"""A photograph of a flip chart: which step it belongs to, and its pixels without anything else a camera writes.

Every picture is drawn anew: where and with what it was taken, by whom and when, does not come along.
"""

from __future__ import annotations

import struct
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.errors import Trouble
from app.words import Text, say

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_EDGE = 2000
"""Pixels: handwriting on a flip chart can still be read, and a picture is about half a megabyte."""
LARGEST_FILE = 50_000_000
MOST_PIXELS = 100_000_000
"""A small file may unfold to more than a machine can hold."""
_FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "MPO")
_QUALITY, _ON_PAPER = 82, 72
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, TypeError, LookupError, ArithmeticError, struct.error)
"""What a decoder says of a file that is cut short or is something else."""
MOST_ON_PAPER = 12_000_000
"""All photographs of a harvest together: most mailboxes take a letter of twice that."""
_PAPER_EDGES = (1600, 1200, 900, 600, 400)


class Photo(msgspec.Struct, frozen=True, kw_only=True):
    """What a session knows of a picture. Its bytes are kept under its `id`; `at` is milliseconds since the epoch."""

    id: str
    step_id: str
    at: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG without any word about where it comes from, and its size in pixels."""

    data: bytes
    width: int
    height: int


def read_picture(path: Path) -> Picture:
    """The picture in a file, upright and at most `LONGEST_EDGE` pixels long. Raises Trouble for what is none."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Trouble(say("“{name}” is larger than 50 MB. Take the photo with fewer pixels, then add it.",
                              name=path.name))
        data = path.read_bytes()
    except OSError as fault:
        raise Trouble(say("“{name}” cannot be read ({reason}). Copy it to this computer, then add it.", name=path.name,
                          reason=fault.strerror or str(fault))) from fault
    return picture_of(data, path.name)


def picture_of(data: bytes, name: str) -> Picture:
    """Likewise, of the bytes of a file called `name`."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")   # ours is the limit, and it is a sentence
            with Image.open(BytesIO(data), formats=_FORMATS) as found:
                if found.width * found.height > MOST_PIXELS:
                    raise Trouble(_too_many(name))
                found.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
                small = found.convert("RGBA") if found.mode == "P" else found
                small.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
                return _written(_on_white(ImageOps.exif_transpose(small)), _QUALITY)
    except Image.DecompressionBombError as fault:
        raise Trouble(_too_many(name)) from fault
    except (*_BROKEN, UnidentifiedImageError) as fault:
        raise Trouble(say("“{name}” is not a picture that can be read here. Save it as JPEG or PNG, then add it.",
                          name=name)) from fault


def is_whole(data: bytes) -> bool:
    """Whether these bytes are a JPEG to its end. What a disk made of its colours nobody can tell."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(BytesIO(data), formats=("JPEG",)) as found:
                found.load()
    except (*_BROKEN, UnidentifiedImageError, Warning, Image.DecompressionBombError):
        return False
    return True


def for_paper(data: bytes, most: int) -> bytes:
    """A kept picture as it is printed: in at most about `most` bytes, never below what can be made out.

    One that is small enough goes as it is, which costs no time and nothing of what is written on it.
    """
    from PIL import Image

    if len(data) <= most:
        return data
    small = data
    with Image.open(BytesIO(data), formats=("JPEG",)) as found:
        found.load()
        for edge in _PAPER_EDGES:
            fitted = found.copy()
            fitted.thumbnail((edge, edge))
            small = _written(fitted, _ON_PAPER).data
            if len(small) <= most:
                break
    return small


def caption(step: str, number: int = 1, of: int = 1) -> Text:
    """What a photograph is called that is the `number`th `of` so many of a step; "" for notes of no step."""
    if of > 1:
        return say("Photo {number} of {all}, “{step}”", number=number, all=of, step=step) if step else \
            say("Photo {number} of {all}", number=number, all=of)
    return say("Photo of “{step}”", step=step) if step else say("Photo")


def _too_many(name: str) -> Text:
    return say("“{name}” has more than 100 million pixels. Make it smaller, then add it.", name=name)


def _on_white(picture: Image) -> Image:
    """Its pixels alone, in plain colours; what is transparent lies on white paper."""
    from PIL import Image

    page = Image.new("RGB", picture.size, "white")
    seen = picture.convert("RGBA")
    page.paste(seen, mask=seen.getchannel("A"))
    return page


def _written(picture: Image, quality: int) -> Picture:
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=quality, optimize=True)
    return Picture(out.getvalue(), picture.width, picture.height)
