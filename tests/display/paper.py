"""Looks for words in the text of a PDF, as somebody who searches it would."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from pypdf import PdfReader


def missing_from(pdf: Path, texts: Iterable[str]) -> list[str]:
    """Those of `texts` that cannot be found whole. Where lines break and pages turn does not matter."""
    pages = [_plain(page.extract_text()) for page in PdfReader(pdf).pages]
    return [text for text in texts if not stands_in(pages, _plain(text))]


def stands_in(pages: Sequence[str], text: str) -> bool:
    """Whether `text` begins on some page and goes on, word for word, on the pages after it."""
    return any(_goes_on(pages[first:], text) for first in range(len(pages)))


def _goes_on(pages: Sequence[str], text: str) -> bool:
    for page in pages:
        here = _longest_beginning(page, text)
        if not here:
            return False
        text = text[here:]
        if not text:
            return True
    return False


def _longest_beginning(page: str, text: str) -> int:
    """How many characters of `text`, from its first, stand together on the page."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if text[:middle] in page else (low, middle - 1)
    return low


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
