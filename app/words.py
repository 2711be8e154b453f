"""Every sentence a person sees is marked here and rendered here.

`say("…", n=3)` marks a sentence and returns a frozen `Text`; a `Words(language)` renders it. The console,
the wall and the handouts each have their own `Words`, so a sentence is never rendered where it is made.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from pathlib import Path

PSEUDO = "xx"
"""The pseudo-language: accented and 40 % longer, so that an unmarked or clipped sentence shows at once."""

_ACCENTS = str.maketrans("aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝçñšžÇÑŠŽ")


@dataclass(frozen=True, slots=True)
class Text:
    """A marked sentence: its English form, an optional plural form, and the values it carries."""

    one: str
    many: str = ""
    count: int = 0
    values: tuple[tuple[str, object], ...] = ()


def say(sentence: str, **values: object) -> Text:
    """Mark `sentence`. Values fill `{name}` gaps when it is rendered; a value may itself be a `Text`.

    A brace that is meant as one is written twice.
    """
    return Text(sentence, values=tuple(values.items()))


def say_n(one: str, many: str, n: int, **values: object) -> Text:
    """Mark a sentence that depends on the number `n`, which also fills `{n}`."""
    return Text(one, many, n, (("n", n), *values.items()))


class Words:
    """Renders marked sentences in one language. `folder` holds gettext catalogues by language."""

    def __init__(self, language: str = "en", folder: Path | None = None) -> None:
        self.language = language
        self._catalogue = gettext.translation(
            "convener", folder, [language], fallback=True) if folder else gettext.NullTranslations()

    def __call__(self, text: Text | str) -> str:
        """The finished sentence. A plain `str` is somebody's own words and passes untouched."""
        if isinstance(text, str):
            return text
        if text.many:
            pattern = self._catalogue.ngettext(text.one, text.many, text.count)
        else:
            pattern = self._catalogue.gettext(text.one) if text.one else ""
        if self.language == PSEUDO:
            pattern = _pseudo(pattern)
        values = {name: self(value) if isinstance(value, Text) else value for name, value in text.values}
        return pattern.format_map(values)


def _pseudo(pattern: str) -> str:
    """`pattern` with accents and 40 % padding; gaps in braces stay as they are."""
    out, depth = [], 0
    for char in pattern:
        depth += (char == "{") - (char == "}")
        out.append(char if depth or char == "}" else char.translate(_ACCENTS))
    padding = "·" * max(1, round(len(pattern) * 0.4)) if pattern.strip() else ""
    spaced = " ".join(padding[i:i + 6] for i in range(0, len(padding), 6))
    return "".join(out) + (" " + spaced if len(padding) > 3 else padding)
