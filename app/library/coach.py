"""A quiet remark while somebody writes a question: at most one, as a question, and never in the way.

What closes a conversation: a yes or a no is enough; it is about people who are not here; it wants something mended
before anybody has spoken; it looks for whoever is to blame. It reads English; of others it looks at the length alone.
"""

from __future__ import annotations

import re

from app.library.rules import ADVISED_QUESTION
from app.words import Text, say

MOST_WORDS = 25
"""Words of a question that one still holds after hearing it once."""
FEWEST_WORDS = 3
"""Words before which nobody can tell what a question will be."""


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_CLOSED = _any(
    r"^(do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|shall|may|might|am)\b",
    r"^(don|isn|aren|won|doesn|didn|hasn|haven|can|couldn|wouldn|shouldn)[’']t\b")
_BLAME = _any(
    r"\bwho(se)? (is|was|were|are) (responsible|to blame|at fault|accountable)\b",
    r"\bwhose (fault|job|responsibility|mistake)\b",
    r"\bwho (did|failed|caused|let)\b",
    r"\bwhy (did|does|do|didn[’']t|doesn[’']t|don[’']t) (they|nobody|no one|management|the \w+)\b")
_FIX = _any(
    r"\bhow (can|could|do|should|might|will) (we|i|you|one) (\w+ly )?(get|make|fix|solve|improve|stop|ensure)\b",
    r"\bhow (can|could|do|should|might|will) (we|i|you|one) (\w+ly )?(get|make|fix|solve|improve|stop)\b",
    r"\bwhat (is|are|would be) the (solutions?|answer|next steps?|plan|fix)\b",
    r"\bhow (much|long) (will|would|does) (it|this) (cost|take)\b")
_ABSENT = _any(
    r"\b(they|them|their|those people|other people|others|people|everyone else|management)\b",
    r"\bthe (boss|board|staff|customers?|team|leaders?|leadership|government|council|parents|students|employees)\b")
_HERE = _any(r"\b(i|me|my|mine|myself|you|yours?|yourself|we|us|ours?|ourselves|this person|here)\b")
_ONE_OF_US = _any(r"\b(i|me|my|mine|myself|you|yours?|yourself|this person)\b")


def remark(question: str, *, language: str = "en") -> Text | None:
    """What one might ask whoever writes this question, or None."""
    text = " ".join(question.split())
    words = text.split(" ")
    english = language.split("-")[0] == "en"
    if english and len(words) >= FEWEST_WORDS and (told := _in_english(text)) is not None:
        return told
    if len(text) > ADVISED_QUESTION or len(words) > MOST_WORDS:
        return say("Will the last row read it at one glance? About {n} characters do.", n=ADVISED_QUESTION)
    return None


def _in_english(text: str) -> Text | None:
    if _BLAME.search(text):
        return say("Does it look for somebody to blame? What would it ask about you?")
    if _FIX.search(text):
        return say("Does it want something mended before anybody has spoken?")
    if _CLOSED.search(text):
        return say("Could somebody answer it with a yes or a no?")
    if _ABSENT.search(text) and not _ONE_OF_US.search(text):
        return say("Is it about people who are not here?")
    if text.endswith("?") and not _HERE.search(text):
        return say("Whom does it ask? There is no “you” in it yet.")
    return None
