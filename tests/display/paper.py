"""Looks for words in the text of a PDF, as somebody who searches it would."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from pypdf import PdfReader


def missing_from(pdf: Path, texts: Iterable[str]) -> list[str]:
    """Those of `texts` that cannot be found. Where lines break and pages turn does not matter."""
    found = _plain("".join(page.extract_text() for page in PdfReader(pdf).pages))
    return [text for text in texts if _plain(text) not in found]


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
