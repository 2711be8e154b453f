"""Static faces for paper, made from the variable fonts that are our dependencies and kept in the user's cache.

A PDF can hold only static faces. Kerning stays with the variable font: instancing its tables takes four times
as long as the outlines, and HarfBuzz can read them at any weight. A face that is kept under another name may
not be called by the reserved name of the font it came from.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from uuid import uuid4

from app.errors import Trouble
from app.words import say

RECIPE = 1
"""Raise this when a face would come out differently; the cache then makes new ones."""

_LETTERS = (
    (0x20, 0x250), (0x2B0, 0x530), (0x1E00, 0x2000), (0x2000, 0x20D0), (0x2100, 0x2200),
    (0x25A0, 0x2600), (0x2713, 0x2714), (0xFFFD, 0xFFFE),
)
"""Latin, Greek and Cyrillic with their marks, punctuation, currencies, arrows: [from, to)."""


_FROM_THE_RIGHT = (
    "Convener Sans Hebrew Arabic", "rubik", "Rubik[wght].ttf", {"wght": 400},
    ((0x20, 0x7F), (0xA0, 0xA1), (0x590, 0x700), (0x2010, 0x2027), (0x20AA, 0x20AB),
     (0xFB1D, 0xFE00), (0xFE70, 0xFEFD)),
)
"""From right to left. Every letter of it is one shape, so that a reader finds it again; as it is packed it is light."""


class Face(Enum):
    """What a face is for: name on paper, package, file, axes."""

    TEXT = ("Convener Serif", "literata", "Literata[opsz,wght].ttf", {"opsz": 14, "wght": 400})
    DISPLAY = ("Convener Serif Display", "literata", "Literata[opsz,wght].ttf", {"opsz": 40, "wght": 480})
    ITALIC = ("Convener Serif Italic", "literata", "Literata-Italic[opsz,wght].ttf", {"opsz": 14, "wght": 400})
    SANS = ("Convener Sans", "source_sans_3", "SourceSans3[wght].ttf", {"wght": 400})
    SANS_BOLD = ("Convener Sans Semibold", "source_sans_3", "SourceSans3[wght].ttf", {"wght": 600})


@dataclass(frozen=True, slots=True)
class Cut:
    """One static face: its file, and the variable font it came from with the axes it was cut at."""

    path: Path
    source: Path
    axes: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Faces:
    """Every face a handout is set in. `fallback` covers what they lack and is used as its package holds it.
    `scripts`: Hebrew and Arabic, then what is rare in Arabic, as its package holds it. `folders` hold the fonts of this
    machine, for what none of these has.
    """

    cuts: tuple[tuple[Face, Cut], ...]
    fallback: Path
    scripts: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = ()

    def cut(self, face: Face) -> Cut:
        """The files of `face`."""
        return dict(self.cuts)[face]


def faces(cache: Path, folders: tuple[Path, ...] = ()) -> Faces:
    """Every face, making those that `cache` lacks: about three seconds the first time, then only a look. `folders` are
    those in which this machine keeps its fonts.

    Raises Trouble where the cache cannot be written.
    """
    folder = cache / f"faces-{_edition()}"
    cuts = []
    for face in Face:
        name, package, file, axes = face.value
        cut = Cut(folder / f"{name.replace(' ', '')}.ttf", _root(package) / "files" / file, tuple(axes.items()))
        if not cut.path.is_file():
            _keep(cut.path, _made(cut, name, _LETTERS))
        cuts.append((face, cut))
    name, package, file, axes, letters = _FROM_THE_RIGHT
    cut = Cut(folder / f"{name.replace(' ', '')}.ttf", _root(package) / "files" / file, tuple(axes.items()))
    if not cut.path.is_file():
        _keep(cut.path, _made(cut, name, letters, shaping=True))
    return Faces(tuple(cuts), _root("noto_sans") / "files" / "NotoSans[wdth,wght].ttf",
                 (cut.path, _root("noto_sans_arabic") / "files" / "NotoSansArabic[wdth,wght].ttf"), folders)


def _root(package: str) -> Path:
    import fontpkg_literata
    import fontpkg_noto_sans
    import fontpkg_noto_sans_arabic
    import fontpkg_rubik
    import fontpkg_source_sans_3

    packages = {"literata": fontpkg_literata, "source_sans_3": fontpkg_source_sans_3, "noto_sans": fontpkg_noto_sans,
                "noto_sans_arabic": fontpkg_noto_sans_arabic, "rubik": fontpkg_rubik}
    return Path(packages[package].ROOT)


def _edition() -> str:
    """A short name for what would be made: our recipe and the versions of the fonts."""
    versions = [json.loads((_root(package) / "metadata.json").read_text(encoding="utf-8"))["version"]
                for package in ("literata", "source_sans_3", "rubik")]
    recipe = repr((RECIPE, versions, [face.value for face in Face], _FROM_THE_RIGHT))
    return hashlib.sha256(recipe.encode()).hexdigest()[:12]


def _made(cut: Cut, name: str, letters: tuple[tuple[int, int], ...], *, shaping: bool = False) -> bytes:
    """The static face as a font file: subset first, then set at its axes, then given a name of its own.

    With `shaping` it keeps the rules by which its letters are joined.
    """
    from io import BytesIO

    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(cut.source, lazy=True)
    for table in ("STAT", "DSIG", *(() if shaping else ("GSUB", "GPOS", "GDEF"))):
        if table in font:
            del font[table]
    options = Options()
    options.notdef_outline = True
    options.hinting = False
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in letters for code in range(first, last)])
    subsetter.subset(font)
    font = instantiateVariableFont(font, dict(cut.axes), inplace=True)
    _rename(font, name)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _rename(font: object, name: str) -> None:
    """Copyright and licence stay; every name the font is called by is ours."""
    table = font["name"]  # type: ignore[index]
    for record in list(table.names):
        if record.nameID not in (0, 7, 8, 9, 10, 11, 12, 13, 14):
            table.removeNames(nameID=record.nameID)
    plain = name.replace(" ", "")
    for number, text in ((1, name), (2, "Regular"), (3, f"{plain};{RECIPE}"), (4, name), (6, plain)):
        table.setName(text, number, 3, 1, 0x409)
        table.setName(text, number, 1, 0, 0)


def _keep(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all; two programs may do so at once."""
    part = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
    except OSError as fault:
        with suppress(OSError):
            part.unlink()
        raise Trouble(say("The fonts for the PDF could not be kept in {folder} ({reason}); make room there, "
                          "or allow this person to write to it.",
                          folder=str(path.parent), reason=fault.strerror or str(fault))) from fault
