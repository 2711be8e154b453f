"""A photograph comes in upright, small enough, and without a word about where it was taken."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.errors import Trouble
from app.harvest import photos
from app.harvest.photos import for_paper, picture_of, read_picture
from app.words import Words

ORIENTATION, MAKE, GPS, LATITUDE = 0x0112, 0x010F, 0x8825, 2


def chart(width: int = 60, height: int = 40, *, turned: int = 1, kind: str = "JPEG", mode: str = "RGB") -> bytes:
    """A picture whose left half is red and whose right half is blue, as a camera writes it down."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = turned, "Kamera von Rosa"
    exif.get_ifd(GPS)[LATITUDE] = (47.0, 3.0, 8.0)
    out = BytesIO()
    image.convert(mode).save(out, kind, exif=exif, comment=b"Rosa's kitchen")
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(("turned", "size", "top_left", "bottom_right"), [
    (1, (60, 40), "red", "blue"), (3, (60, 40), "blue", "red"), (6, (40, 60), "red", "blue"),
    (8, (40, 60), "blue", "red")])
def test_a_picture_stands_upright_however_the_camera_was_held(
        turned: int, size: tuple[int, int], top_left: str, bottom_right: str) -> None:
    picture = picture_of(chart(turned=turned), "a.jpg")
    shown = opened(picture.data).convert("RGB")
    assert shown.size == (picture.width, picture.height) == size

    def colour(at: tuple[int, int]) -> str:
        red, _, blue = shown.getpixel(at)   # type: ignore[misc]
        return "red" if red > blue else "blue"
    assert (colour((3, 3)), colour((size[0] - 4, size[1] - 4))) == (top_left, bottom_right)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_no_byte_tells_where_or_with_what_it_was_taken(kind: str) -> None:
    taken = chart(kind=kind)
    kept = picture_of(taken, "a").data
    assert b"Kamera" in taken and b"Kamera" not in kept and b"Rosa" not in kept and b"Exif" not in kept
    assert not dict(opened(kept).getexif()) and set(opened(kept).info) <= {"jfif", "jfif_version", "jfif_unit",
                                                                          "jfif_density", "dpi"}


def test_a_large_picture_becomes_one_of_two_thousand_pixels_and_a_small_one_stays() -> None:
    large, small = picture_of(chart(4000, 1000), "a"), picture_of(chart(300, 200, mode="P", kind="PNG"), "b")
    assert ((large.width, large.height), (small.width, small.height)) == ((2000, 500), (300, 200))


def test_what_is_transparent_lies_on_white_paper() -> None:
    out = BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(out, "PNG")
    red, green, blue = opened(picture_of(out.getvalue(), "a").data).convert("RGB").getpixel((4, 4))   # type: ignore[misc]
    assert min(red, green, blue) > 250


def bomb() -> bytes:
    """A PNG of a few hundred bytes that says it has 400 million pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    body = b"IDAT" + zlib.compress(bytes(1000))
    chunks = b"".join(struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
                      for part in (head, body, b"IEND"))
    return b"\x89PNG\r\n\x1a\n" + chunks


@pytest.mark.parametrize(("data", "told"), [
    (b"", "“it.jpg” is not a picture that can be read here. Save it as JPEG or PNG, then add it."),
    (b"%PDF-1.7 and no picture",
     "“it.jpg” is not a picture that can be read here. Save it as JPEG or PNG, then add it."),
    (chart(300, 200)[:900], "“it.jpg” is not a picture that can be read here. Save it as JPEG or PNG, then add it."),
    (bomb(), "“it.jpg” has more than 100 million pixels. Make it smaller, then add it."),
], ids=["empty", "another kind", "cut short", "bomb"])
def test_what_is_no_picture_is_told_in_one_sentence(data: bytes, told: str) -> None:
    with pytest.raises(Trouble) as trouble:
        picture_of(data, "it.jpg")
    assert Words()(trouble.value.text) == told


def test_a_file_that_is_too_large_or_not_there_is_told_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.jpg"
    with large.open("wb") as file:
        file.truncate(photos.LARGEST_FILE + 1)
    for path, told in ((large, "is larger than 50 MB"), (tmp_path / "none.jpg", "cannot be read")):
        with pytest.raises(Trouble) as trouble:
            read_picture(path)
        assert told in Words()(trouble.value.text)


def test_on_paper_a_picture_takes_no_more_room_than_it_is_given() -> None:
    noise = BytesIO()
    Image.effect_noise((1800, 1200), 90).save(noise, "JPEG", quality=92)
    assert len(for_paper(noise.getvalue(), 120_000)) <= 120_000 < len(noise.getvalue())
