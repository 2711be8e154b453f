"""One quiet remark about a question that closes a conversation, and none about those that open it."""

from __future__ import annotations

import pytest

from app.library.bundled import load_folder
from app.library.coach import remark
from app.library.protocol import Kind, Protocol
from app.words import Words
from tests.app.library.here import PROTOCOLS

SAY = Words()
SHELF = load_folder(PROTOCOLS).protocols

CLOSING = {
    "Do you feel heard in our meetings?": "yes or a no",
    "Isn’t it time that we moved on?": "yes or a no",
    "Who is responsible for the delay?": "blame",
    "Whose fault was last summer, in your view?": "blame",
    "Why did they never ask you?": "blame",
    "How can we get people to come to the meetings?": "mended",
    "How do we finally improve the handover?": "mended",
    "What are the next steps for you?": "mended",
    "What should management understand at last?": "not here",
    "What do the customers want?": "not here",
    "What matters most in a good meeting?": "Whom does it ask?",
}


@pytest.mark.parametrize("question", CLOSING)
def test_a_question_that_closes_is_asked_about(question: str) -> None:
    told = remark(question)
    assert told is not None and CLOSING[question] in SAY(told), told
    assert SAY(told).count("?") >= 1


@pytest.mark.parametrize("protocol", SHELF, ids=lambda protocol: protocol.id)
def test_nothing_in_the_library_is_remarked_on(protocol: Protocol) -> None:
    for step in protocol.steps:
        if step.kind is Kind.QUESTION:
            assert [q for q in (step.question, *step.wordings) if remark(q) is not None] == []


def test_nothing_is_said_before_there_is_a_question() -> None:
    for begun in ("", "D", "Do", "Do you", "What", "Who is"):
        assert remark(begun) is None, begun


def test_a_long_question_is_asked_about_in_every_language() -> None:
    german = "Was hast du hier in den letzten Jahren mitgetragen, obwohl du es nie gut fandest und geschwiegen hast?"
    for long, language in ((german, "de"), ("What do you carry here " + "on and on " * 12 + "?", "en")):
        told = remark(long, language=language)
        assert told is not None and "last row" in SAY(told)


def test_another_language_is_judged_by_its_length_alone() -> None:
    assert remark("Is dat zo voor jou?", language="nl") is None
    assert remark("Is dat zo voor jou?") is not None
