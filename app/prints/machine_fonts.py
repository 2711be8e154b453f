"""Fonts of this machine for what ours do not hold: Chinese, Japanese, Korean, pictures in black and white.

Only names that are known to hold outlines a PDF can take are looked for, and nothing is opened before it is needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

_NAMES = (
    "wqy-microhei.ttc", "wqy-zenhei.ttc", "DroidSansFallbackFull.ttf", "DroidSansFallback.ttf",
    "NotoSansSC[wght].ttf", "NotoSansJP[wght].ttf", "NotoSansKR[wght].ttf", "ipag.ttf", "fonts-japanese-gothic.ttf",
    "NanumGothic.ttf", "msyh.ttc", "simsun.ttc", "YuGothM.ttc", "msgothic.ttc", "malgun.ttf", "Arial Unicode.ttf",
    "NotoEmoji-Regular.ttf", "NotoEmoji[wght].ttf", "Symbola.ttf", "Symbola_hint.ttf", "seguisym.ttf", "DejaVuSans.ttf",
    "Apple Symbols.ttf", "NotoSansSymbols2-Regular.ttf", "NotoSansMath-Regular.ttf", "FreeSans.ttf",
    "NotoSansThai-Regular.ttf", "NotoSansBengali-Regular.ttf", "NotoSansTamil-Regular.ttf", "leelawui.ttf",
    "nirmala.ttf", "segoeui.ttf", "arial.ttf", "NotoSans-Regular.ttf",
)


def font_folders() -> tuple[Path, ...]:
    """Where this kind of machine keeps its fonts."""
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        return (Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
                *((Path(local) / "Microsoft" / "Windows" / "Fonts",) if local else ()))
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), Path.home() / "Library" / "Fonts"
    return (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local" / "share" / "fonts",
            Path.home() / ".fonts")


def machine_fonts(folders: tuple[Path, ...]) -> Iterator[Path]:
    """Those that are there, the best first; the folders are read when the first is asked for."""
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*.tt[fc]")):
            found.setdefault(path.name.lower(), path)
    yield from (found[name.lower()] for name in _NAMES if name.lower() in found)


def letters_of(path: Path) -> frozenset[int]:
    """The letters a font has that a PDF can take; none where it cannot be read, or has other outlines."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            return frozenset(font.getBestCmap() or {}) if "glyf" in font else frozenset()
    except (OSError, TTLibError):
        return frozenset()
