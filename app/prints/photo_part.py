"""Photographs in the harvest: under what was typed from them, small enough together to go out with a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader

from app.harvest.photos import for_paper
from app.prints.harvest import HarvestPages
from app.prints.outline import Section
from app.prints.paper import LEFT
from app.prints.sheet import Sheets

MOST_BYTES = 12_000_000
"""All photographs of a harvest together: most mailboxes take a letter of twice that."""
_HIGHEST, _GAP = 300.0, 12.0


def with_photographed(pages: HarvestPages, found: Sequence[Section]) -> Iterator[Section]:
    """These sections, and one without notes for every other step that has a photograph, in the gathering's order."""
    by_step = {section.step.id: section for section in found if section.step is not None}
    shown = {step_id for step_id, _ in pages.photos}
    for step in pages.gathering.steps:
        if step.id in by_step:
            yield by_step[step.id]
        elif step.id in shown:
            yield Section(step, ())
    loose = [section for section in found if section.step is None]
    known = {step.id for step in pages.gathering.steps}
    yield from loose or ([Section(None, ())] if shown - known else [])


def draw_photos(sheets: Sheets, pages: HarvestPages, section: Section) -> None:
    """The photographs of a step below what stands there, each whole on one page."""
    known = {step.id for step in pages.gathering.steps}
    for step_id, jpeg in pages.photos:
        if step_id == section.step.id if section.step is not None else step_id not in known:
            picture = ImageReader(BytesIO(for_paper(jpeg, MOST_BYTES // len(pages.photos))))
            across, down = picture.getSize()
            scale = min(sheets.measure / across, _HIGHEST / down)
            sheets.need(down * scale + _GAP)
            sheets.y -= down * scale + _GAP
            sheets.canvas.drawImage(picture, LEFT, sheets.y, across * scale, down * scale)
