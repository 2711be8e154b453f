"""Words as they are compared: without case, accents and whatever else people leave out when they type.

Letter by letter, so that a place in the folded words leads back to the letter it came from.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_ALIKE = {"’": "'", "ʼ": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe",
          "ـ": "", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"}
"""What no rule of Unicode takes for the same: printed apostrophes, the i without a dot, letters with a stroke, and in
Arabic and Persian the stroke that lengthens words and the letters that one keyboard has and another has not."""
_TONES = range(0x1F3FB, 0x1F400)
"""The colours of skin that an emoji may wear."""
_SELECTORS = range(0xFE00, 0xFE10)
"""They say only how the character before is drawn."""
_OWN_SOUND = (0, 8, 9)
"""Combining classes that make another letter: none, the voice of a kana, the vowel that a letter of India has lost."""


def folded(text: str) -> str:
    """`text` without case and accents, vowel points and unseen characters, and with plain apostrophes."""
    return text.casefold() if text.isascii() else "".join(map(_letter, text))


def origins(text: str) -> list[int]:
    """For each character of `folded(text)` the place in `text` that it came from."""
    return [place for place, letter in enumerate(text) for _each in _letter(letter)]


@cache
def _letter(letter: str) -> str:
    """One character folded: none, one, or several ("ß" is "ss")."""
    apart = unicodedata.normalize("NFKD", letter).casefold()
    return "".join(_ALIKE.get(part, part) for part in apart if not _unsaid(part))


def _unsaid(part: str) -> bool:
    return (unicodedata.combining(part) not in _OWN_SOUND or unicodedata.category(part) in ("Cf", "Me")
            or ord(part) in _TONES or ord(part) in _SELECTORS)
