"""Glyphs: every name of the domain has one, and it wears the colour asked for."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from app.groups.forms import Form
from app.library.protocol import Family, Keeps, Voice
from app.paths import resources_folder
from ui.theme import Theme
from ui.widgets.glyph import (
    DRAWN_IN,
    FamilyTile,
    family_glyph,
    form_glyph,
    glyph,
    kind_family,
    kind_glyph,
    voice_glyph,
)


def drawn(image: QImage) -> set[str]:
    """The opaque colours of `image`."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("name", [
    *(family_glyph(family) for family in Family), *(form_glyph(form) for form in Form),
    *(kind_glyph(kind) for kind in Keeps), *(voice_glyph(voice) for voice in Voice), family_glyph(None)])
def test_every_family_form_kind_and_voice_has_a_glyph(qapp: QApplication, name: str) -> None:
    assert "#1f5582" in drawn(glyph(name, "#1F5582", 48).toImage())


def test_a_name_nobody_drew_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        glyph("unicorn", "#000000", 20)


def test_every_drawing_is_in_our_ink_on_the_same_grid() -> None:
    files = sorted((resources_folder() / "icons").glob("*.svg"))
    assert len(files) >= 54
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in text, file.name
        assert DRAWN_IN in text, file.name
        assert "http" not in text.replace("http://www.w3.org/2000/svg", ""), file.name


def test_a_glyph_is_sharp_on_a_fine_screen(qapp: QApplication) -> None:
    assert glyph("clock", "#000000", 20, 2.0).width() == 40
    assert glyph("clock", "#000000", 20, 2.0).deviceIndependentSize().width() == 20


def test_families_forms_and_designs_are_told_apart_without_colour(qapp: QApplication) -> None:
    families = [family_glyph(family) for family in Family]
    assert len(set(families)) == len(families)
    pictures = [glyph(form_glyph(form), "#000000", 48).toImage() for form in Form if form != Form.ROOM]
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


def test_a_kind_of_note_wears_a_familys_colour_only_when_it_belongs_to_it(theme: Theme) -> None:
    assert kind_family("gift") == "gifts"
    assert kind_family("promise") == "commitment"
    assert theme.family(kind_family("insight")).strong == theme.ink


def test_a_tile_shows_the_familys_tint_and_its_colour(theme: Theme) -> None:
    tile = FamilyTile("dissent", theme=theme)
    assert theme.family("dissent").tint.lower() in drawn(tile.grab().toImage())
    tile.show_family("part")
    assert theme.sunken.lower() in drawn(tile.grab().toImage())
    assert QColor(theme.family("dissent").tint).name() not in drawn(tile.grab().toImage())
