"""Which form may follow which, as the sentences a host would read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.groups.follow import Sitting, Why, findings, reachable, stranded
from app.groups.forms import Form, is_small_group
from app.words import Words

SMALL = [form for form in Form if is_small_group(form)]
sittings = st.lists(st.builds(Sitting, form=st.sampled_from(list(Form)), same=st.booleans(), trust=st.booleans(),
                              scatters=st.booleans()), max_size=8)


def said(*plan: Sitting, people: int = 30) -> list[str]:
    return [Words()(finding.text) for finding in findings(plan, people)]


def test_pairs_out_of_threes_strand_a_third_of_the_room() -> None:
    assert stranded(30, Form.THREES, Form.PAIRS) == 10
    assert said(Sitting(Form.THREES), Sitting(Form.PAIRS, same=True)) == [
        "10 of 30 people would stand alone when threes become pairs. Stay in threes, or let everyone find new people?"]


def test_two_pairs_make_a_four_and_a_four_makes_two_pairs() -> None:
    assert stranded(32, Form.PAIRS, Form.FOURS) == stranded(32, Form.FOURS, Form.PAIRS) == 0
    assert said(Sitting(Form.PAIRS), Sitting(Form.FOURS, same=True), Sitting(Form.PAIRS, same=True)) == []


def test_of_two_forms_as_near_the_one_where_nobody_moves_is_offered() -> None:
    found = findings([Sitting(Form.PAIRS), Sitting(Form.THREES, same=True)], 24)
    assert [(finding.index, finding.why, finding.offer, finding.same) for finding in found] == [
        (1, Why.STRANDS, Form.PAIRS, True)]


def test_new_faces_in_a_new_form_are_no_fault() -> None:
    assert said(Sitting(Form.THREES), Sitting(Form.PAIRS)) == []


def test_a_change_there_and_back_is_named() -> None:
    found = said(Sitting(Form.THREES), Sitting(Form.FOURS), Sitting(Form.THREES))
    assert len(found) == 1 and found[0].startswith("From threes into fours and back again")
    assert said(Sitting(Form.THREES), Sitting(Form.TABLE), Sitting(Form.THREES)) == []


def test_one_three_is_kept_through_doubts_promises_and_gifts() -> None:
    kept = [Sitting(Form.THREES, trust=True), *[Sitting(Form.THREES, same=True, trust=True)] * 2]
    assert said(*kept) == []
    assert said(kept[0], Sitting(Form.ROOM), Sitting(Form.THREES, trust=True)) == [
        "Doubts, promises and gifts grow where people stay together. Keep the same threes?"]


def test_after_a_break_nobody_has_a_group_to_stay_in() -> None:
    found = findings([Sitting(Form.THREES), Sitting(Form.ROOM, scatters=True), Sitting(Form.THREES, same=True)], 30)
    assert [(finding.index, finding.why, finding.same) for finding in found] == [(2, Why.NO_GROUP, False)]


@pytest.mark.parametrize("form", SMALL)
@given(people=st.integers(2, 300))
def test_nobody_stands_alone_where_the_form_stays(form: Form, people: int) -> None:
    assert stranded(people, form, form) == 0 and reachable(form, form)


@given(sittings, st.integers(2, 300))
def test_what_is_offered_can_follow_and_takes_the_remark_away(plan: list[Sitting], people: int) -> None:
    for finding in findings(plan, people):
        assert Words()(finding.text).endswith("?")
        mended = list(plan)
        old = plan[finding.index]
        mended[finding.index] = Sitting(finding.offer, finding.same, old.trust, old.scatters)
        assert (finding.index, finding.why) not in [(f.index, f.why) for f in findings(mended, people)]


@given(sittings, st.integers(2, 300))
def test_at_most_one_remark_for_each_sitting_in_order(plan: list[Sitting], people: int) -> None:
    places = [finding.index for finding in findings(plan, people)]
    assert places == sorted(set(places))
