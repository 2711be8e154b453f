"""The colours hold what the design promises: words can be read on every ground they are put on."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import Trouble
from ui.theme import colours, load_theme, load_wall_theme, palette, style_sheet

CONVERSATIONS = ("invitation", "possibility", "ownership", "dissent", "commitment", "gifts", "crossroads",
                 "contracting")
DESIGNS = ("world cafe", "open space", "appreciative inquiry", "art of convening")


def contrast(one: str, other: str) -> float:
    """The contrast of two "#rrggbb" colours after WCAG 2, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_measure_itself_knows_black_white_and_a_pair_nobody_can_read() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    light = load_theme("light")
    assert contrast(light.line, light.surface) < 2     # a hairline could not carry words


@pytest.mark.parametrize(("name", "ink", "ink2", "ink3", "field", "focus", "ember"), [
    ("light", 13.3, 8.2, 5.0, 3.4, 5.6, 5.8), ("dark", 13.3, 9.5, 5.9, 3.9, 7.8, 6.7)])
def test_words_read_well_on_window_and_surface(
        name: str, ink: float, ink2: float, ink3: float, field: float, focus: float, ember: float) -> None:
    theme = load_theme(name)
    for ground in (theme.window, theme.surface):
        assert contrast(theme.ink, ground) >= ink - 0.05
        assert contrast(theme.ink2, ground) >= ink2 - 0.05
        assert contrast(theme.ink3, ground) >= ink3 - 0.05
        assert contrast(theme.focus, ground) >= focus - 0.05
    assert contrast(theme.field, theme.surface) >= field - 0.05
    assert contrast(theme.ember, theme.window) >= ember - 0.05
    assert contrast(theme.ink, theme.ember_tint) >= 11.7
    assert contrast(theme.surface, theme.ink) >= 13        # the ink button


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("family", (*CONVERSATIONS, *DESIGNS, "part", "", None))
def test_a_family_can_be_read_on_the_surface_and_on_its_own_tint(name: str, family: str | None) -> None:
    theme = load_theme(name)
    pair = theme.family(family)
    assert contrast(pair.strong, theme.surface) >= 7.2 - 0.05
    assert contrast(pair.strong, pair.tint) >= 5.9
    assert contrast(theme.ink, pair.tint) >= (11.6 if name == "light" else 10.9)
    assert contrast(theme.ink2, pair.tint) >= 7.3
    assert contrast(theme.surface, pair.strong) >= 7.2 - 0.05     # a chosen kind of note


@pytest.mark.parametrize("name", ["paper", "night"])
def test_every_word_on_the_wall_stands_at_ten_to_one(name: str) -> None:
    wall = load_wall_theme(name)
    assert contrast(wall.ink, wall.bg) >= 10
    assert contrast(wall.ink, wall.panel) >= 10
    assert contrast(wall.ink2, wall.bg) >= 10
    for family in CONVERSATIONS:
        assert contrast(wall.family(family), wall.bg) >= 6.9 - 0.05
    assert contrast(wall.track, wall.bg) < 3        # the control: a shape that must stay quiet is quiet


def test_the_four_designs_share_one_colour_and_a_part_has_none() -> None:
    theme, wall = load_theme("light"), load_wall_theme("paper")
    assert {theme.family(design) for design in DESIGNS} == {theme.families["designs"]}
    assert theme.family("part").strong == theme.ink
    assert theme.family(None).tint == theme.sunken
    assert wall.family("part") == wall.ink
    assert wall.family("open space") == wall.families["designs"]


def test_the_style_sheet_has_no_gap_left_and_sets_no_font() -> None:
    for name in ("light", "dark"):
        sheet = style_sheet(load_theme(name))
        assert "$" not in sheet
        assert "font" not in sheet.replace("No fonts here", "")
        assert load_theme(name).surface in sheet


def test_two_families_never_wear_the_same_colour() -> None:
    for name in ("light", "dark"):
        strong = [load_theme(name).family(family).strong for family in CONVERSATIONS]
        assert len(set(strong)) == len(CONVERSATIONS)


def test_the_palette_is_made_of_the_themes_colours_only() -> None:
    theme = load_theme("dark")
    made = palette(theme)
    known = {colour.lower() for colour in colours(theme)}
    assert made.window().color().name() in known
    assert made.placeholderText().color().name() in known


@pytest.mark.parametrize("fault", ["", 'name = "light"\n', "ink ="])
def test_a_broken_theme_file_is_told_and_never_replaced_by_a_default(tmp_path: Path, fault: str) -> None:
    (tmp_path / "light.toml").write_text(fault)
    with pytest.raises(Trouble):
        load_theme("light", tmp_path)


def test_a_colour_that_is_not_a_colour_is_told(tmp_path: Path) -> None:
    whole = (Path(__file__).parents[2] / "resources" / "themes" / "light.toml").read_text()
    (tmp_path / "light.toml").write_text(whole)
    assert load_theme("light", tmp_path).name == "light"      # the control
    (tmp_path / "wrong").mkdir()
    (tmp_path / "wrong" / "light.toml").write_text(whole.replace("#2A251E", "ink-ish"))
    with pytest.raises(Trouble):
        load_theme("light", tmp_path / "wrong")
