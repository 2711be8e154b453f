"""The one quiet question about words that are being written: a promise that trades, a proposition that is not yet."""

from __future__ import annotations

from app.harvest import barter, proposition
from app.library.protocol import Keeps
from app.words import Text


def question_about(kind: Keeps, words: str) -> Text | None:
    """One question, or None; it is asked, never enforced."""
    match kind:
        case Keeps.PROMISE:
            return barter.remark(words)
        case Keeps.PROPOSITION:
            return proposition.remark_on(words)
        case _:
            return None
