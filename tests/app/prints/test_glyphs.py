"""Glyphs on paper: every one we have can be drawn, and nothing else is let through."""

from __future__ import annotations

import pytest

from app.harvest.kinds import KINDS
from app.library.protocol import Family
from app.paths import resources_folder
from app.prints.glyphs import GRID, shapes
from app.prints.paper import family_glyph, kind_glyph

ICONS = sorted((resources_folder() / "icons").glob("*.svg"))


def test_every_glyph_can_be_drawn_inside_its_grid() -> None:
    assert len(ICONS) > 50
    for icon in ICONS:
        found = shapes(icon.read_text(encoding="utf-8"))
        numbers = [number for shape in found for _, step in shape.steps for number in step]
        assert found and min(numbers) >= 0 and max(numbers) <= GRID, icon.name


def test_every_conversation_and_kind_has_a_glyph() -> None:
    names = {icon.stem for icon in ICONS}
    assert {family_glyph(family) for family in (None, *Family)} <= names
    assert {kind_glyph(kind) for kind in KINDS} <= names


def test_a_shape_we_do_not_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="text"):
        shapes('<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>')
