"""Flip charts as a camera would bring them, for the tests of what leaves as a file."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from app.harvest.photos import Photo, picture_of
from tests.app.harvest.test_photos import chart
from tests.app.prints.harvests import at

Pictured = tuple[Photo, bytes]


def pictured(step_id: str, width: int = 60, height: int = 40, *, noisy: bool = False) -> Pictured:
    """A photograph of a step, taken by Rosa's camera in her kitchen, as it is kept; no two are alike."""
    data = noise(width, height) if noisy else picture_of(chart(width, height), "chart.jpg").data
    return Photo(id=f"{step_id}-{width}-{height}", step_id=step_id, at=at(9, 30), width=width, height=height), data


def noise(width: int, height: int) -> bytes:
    """A picture of which nothing can be left out."""
    out = BytesIO()
    Image.effect_noise((width, height), 90).save(out, "JPEG", quality=95)
    return out.getvalue()
