"""Whether a promise is worded as a trade. It is asked about once, quietly, and never corrected."""

from __future__ import annotations

import re

from app.words import Text, say

_OTHERS = r"(?:they|he|she|you|we all|others?|people|everyone|everybody|somebody|someone|the \w+|my \w+|our \w+)"
_TRADE = re.compile(
    r"(?<!as )(?<!even )\bif\b|\bunless\b|\bprovided\b|\bas long as\b|\bin return\b|\bin exchange\b"
    rf"|\bdepend(?:s|ing)? on\b|\b(?:when|once|as soon as|after) {_OTHERS}\b", re.IGNORECASE)
_TRY = re.compile(
    r"\b(?:try|trying)\b|\b(?:will|we'll|i'll|let's|let us) (?:have to )?see\b|\bsee (?:if|whether|what happens)\b"
    r"|\bdo my best\b|\bhope(?:fully)?\b", re.IGNORECASE)


def remark(promise: str) -> Text | None:
    """One question about a promise that waits for others, or that only tries; None for one that stands by itself."""
    plain = promise.replace("’", "'")
    if _TRY.search(plain):
        return say("Is this a promise, or a “no for now”? Both are good answers.")
    if _TRADE.search(plain):
        return say("Would it stand even if nothing came back for it?")
    return None
