"""Search as you type, as a pure function: every word must be found somewhere in a protocol."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from app.library.protocol import Family, Protocol


def search(protocols: Iterable[Protocol], text: str, family: Family | None = None) -> tuple[Protocol, ...]:
    """Those where each word of `text` begins or lies within a word, in case and accents alike.

    Matches in a title or a question come first; otherwise the order given is kept.
    """
    words = folded(text).split()
    found: list[tuple[bool, Protocol]] = []
    for protocol in protocols:
        if family is not None and protocol.family is not family:
            continue
        front, whole = _said(protocol)
        if all(word in whole for word in words):
            found.append((not all(word in front for word in words), protocol))
    return tuple(protocol for _, protocol in sorted(found, key=lambda each: each[0]))


def folded(text: str) -> str:
    """`text` without case and accents, and with plain apostrophes, for comparing."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def _said(protocol: Protocol) -> tuple[str, str]:
    """Title and questions; and all that a search looks through."""
    front = [protocol.title, *(step.question for step in protocol.steps)]
    rest = [protocol.family.value, protocol.purpose, *protocol.when, *protocol.settings]
    for step in protocol.steps:
        lines = step.say
        rest += [step.title, *step.wordings, *lines.gather, *lines.frame, *lines.round, *lines.over,
                 *lines.call_back]
    return folded("\n".join(front)), folded("\n".join(front + rest))
