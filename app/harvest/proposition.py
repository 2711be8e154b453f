"""One quiet question about a proposition that is being written. It is asked, never enforced, and reads English only."""

from __future__ import annotations

import re

from app.words import Text, say

_LATER = re.compile(r"\b(will|won['’]t|shall|going to|aims? to|plans? to|hopes? to|wants? to|intends? to|would|should|"
                    r"could|someday|one day|in future|in the future|by 20\d\d)\b|\b(we|they|i)['’]ll\b", re.I)
_GONE = re.compile(r"\b(no|not|never|nobody|none|nothing|without|lacks?|stops?|avoids?|instead of|less|fewer|cannot)\b|"
                   r"n['’]t\b", re.I)


def remark_on(words: str) -> Text | None:
    """What one might ask about these words, or None: whether they tell of later, or of what is not there."""
    if _LATER.search(words):
        return say("This tells of later. How does it read as if it were so today?")
    if _GONE.search(words):
        return say("This says what is not there. What is there instead?")
    return None
