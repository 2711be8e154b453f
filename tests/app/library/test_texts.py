"""The bundled texts are held to the rules they teach: short, ours, in the second person, whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from app.groups.forms import Form, is_small_group, nominal_size
from app.groups.split import SETTLING_SECONDS
from app.library.bundled import load_folder
from app.library.protocol import CONVERSATIONS, NAMELESS, Beat, Family, Kind, Protocol, Regroup, Step, round_minutes
from app.library.rules import ADVISED_TALKS, remarks_on
from tests.app.library.here import PROTOCOLS

SHELF = load_folder(PROTOCOLS).protocols
ASKED = [p for p in SHELF if p.family in CONVERSATIONS]

ELSEWHERE_PRINTED = (
    "contribute to the very thing", "contributed to the very thing", "been postponing", "none of us can create alone",
    "the crossroads", "promise am i willing", "promises am i willing", "why did you say yes", "hold in exile",
    "held in exile", "well-being of the whole", "how valuable", "knee to knee", "law of two feet",
    "whoever comes is the right", "whoever comes are the right", "whenever it starts", "be prepared to be surprised",
)
CLOSING_WORDS = ("how do we get", "who is responsible", "hold them accountable", "stakeholder", "leverage", "synerg",
                 "deliverable", "empower", "alignment", "going forward", "key takeaway", "best practice")


def _by_id(protocol: Protocol) -> str:
    return protocol.id


def texts_of(protocol: Protocol) -> Iterator[str]:
    yield from (protocol.title, protocol.purpose, *protocol.when, *protocol.when_not)
    for step in protocol.steps:
        yield from (step.title, step.question, *step.wordings, *(cue.say for cue in step.cues))
        for lines in (step.say, step.watch):
            yield from (*lines.gather, *lines.frame, *lines.round, *lines.over, *lines.call_back)
        yield from (step.wall.foot, step.wall.gather, step.wall.call_back, step.wall.last_minute, *step.wall.lines,
                    step.elsewhere.platform, step.elsewhere.phone, step.elsewhere.hybrid)


def asking(protocol: Protocol) -> Iterator[Step]:
    return (step for step in protocol.steps if step.kind is Kind.QUESTION)


def each_voice(step: Step) -> float:
    """Seconds for each voice of a full group, after what the framing and the settling take."""
    return (round_minutes(step) * 60 - SETTLING_SECONDS) / (nominal_size(step.form) or 1)


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_every_question_is_short_and_asks_one_person(protocol: Protocol) -> None:
    for step in asking(protocol):
        for question in (step.question, *step.wordings):
            words = re.findall(r"[\w’]+", question.lower())
            assert 6 <= len(words) <= 14, question
            assert {"i", "me", "my", "you", "your", "yours", "yourself"} & set(words), question
            assert question.endswith("?") and len(question) <= 90, question
            assert not re.match(r"(do|did|are|is|have|can|will|would|could|should)\b", question.lower()), question


@pytest.mark.parametrize("protocol", ASKED, ids=_by_id)
def test_each_conversation_is_one_question_in_a_small_group(protocol: Protocol) -> None:
    step = protocol.main_step
    assert step.form in ((Form.PAIRS,) if protocol.family is Family.CONTRACTING else (Form.PAIRS, Form.THREES))
    assert 10 <= step.minutes <= 20
    assert each_voice(step) >= 3 * 60, "fewer than three minutes for each voice"
    assert len(step.wordings) >= 2
    assert step.regroup is (Regroup.SAME if protocol.family in (Family.COMMITMENT, Family.GIFTS) else Regroup.NEW)


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_each_protocol_says_when_and_when_not_and_how_elsewhere(protocol: Protocol) -> None:
    assert protocol.when and protocol.when_not and protocol.settings
    assert protocol.purpose.count(".") <= 3
    for step in protocol.steps:
        for mode in protocol.modes:
            assert mode == "room" or getattr(step.elsewhere, mode), (step.title, mode)
    assert all((protocol.main_step.elsewhere.platform, protocol.main_step.elsewhere.hybrid))
    assert any(step.elsewhere.phone for step in protocol.steps)


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_the_host_has_words_for_each_beat_that_needs_them(protocol: Protocol) -> None:
    for step in protocol.steps:
        needed = [Beat.GATHER, Beat.FRAME, Beat.ROUND] if is_small_group(step.form) else [Beat.ROUND]
        for beat in needed:
            assert getattr(step.say, beat.value), (step.title, beat)
        assert step.wall.foot
        if is_small_group(step.form):
            assert step.say.round[0].startswith("Nothing for now. Sit down"), step.title
            assert step.say.over and step.wall.call_back


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_lines_are_short_enough_for_their_place(protocol: Protocol) -> None:
    for step in protocol.steps:
        assert len(step.title) <= 22
        assert len(step.wall.foot) <= 52 and len(step.wall.last_minute) <= 48
        assert len(step.wall.gather) <= 34 and len(step.wall.call_back) <= 31
        assert all(len(line) <= 44 for line in step.wall.lines)
        for lines, most in ((step.say, 60), (step.watch, 64)):
            for line in (*lines.gather, *lines.frame, *lines.round, *lines.over, *lines.call_back):
                assert len(line) <= most, line


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_no_text_is_somebody_elses_or_a_consultants(protocol: Protocol) -> None:
    said = "\n".join(texts_of(protocol)).lower()
    assert not [phrase for phrase in (*ELSEWHERE_PRINTED, *CLOSING_WORDS) if phrase in said]


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_quotation_marks_are_typographic_and_sentences_end(protocol: Protocol) -> None:
    for text in texts_of(protocol):
        assert not set("'\"") & set(text) and "  " not in text and text == text.strip(), text
        assert "..." not in text and " - " not in text, text


@pytest.mark.parametrize("protocol", SHELF, ids=_by_id)
def test_nothing_bundled_gets_a_remark_but_the_talks_that_are_short(protocol: Protocol) -> None:
    short = [step for step in protocol.steps if step.kind is Kind.SESSIONS and step.minutes < ADVISED_TALKS]
    assert len(remarks_on(protocol)) == len(short) and (not short or protocol.id == "open-space-short")
    assert not [s for s in protocol.steps if s.named and s.family in NAMELESS]


def test_no_question_is_asked_twice_in_the_library() -> None:
    asked = [q for p in SHELF for q in {w for s in asking(p) for w in (s.question, *s.wordings)}]
    assert len(asked) == len(set(asked))
