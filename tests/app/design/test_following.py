"""What the designer asks about the order of forms, and what it offers."""

from __future__ import annotations

from app.design import edits
from app.design.course import forms
from app.design.following import MOST, remarks, sittings
from app.design.gathering import Gathering, Seating
from app.design.measures import measures
from app.design.remedies import heed
from app.groups.follow import Sitting
from app.groups.forms import Form
from app.library.protocol import Regroup
from app.words import Words
from tests.plans import gathering

SAY = Words()


def changed(plan: Gathering, place: int, form: Form, regroup: Regroup = Regroup.SAME) -> Gathering:
    step_id = plan.steps[place].id
    return edits.change(edits.change_form(plan, step_id, form), step_id, regroup=regroup)


def heeded_first(plan: Gathering) -> Gathering:
    remedy = forms(measures(plan), ()).remedy
    assert remedy is not None
    return heed(plan, remedy, ())


def asked(plan: Gathering) -> list[tuple[str, str, str]]:
    return [(remark.title, SAY(remark.text), SAY(remark.offer)) for remark in remarks(plan)]


def test_threes_that_stay_threes_are_not_remarked_on() -> None:
    assert remarks(gathering("invitation", "sampling", "ownership")) == ()


def test_pairs_out_of_threes_are_asked_about_and_the_offer_answers_it() -> None:
    plan = changed(gathering("invitation", "ownership", people=9), 1, Form.PAIRS)
    assert asked(plan) == [("What stays easy", "3 of 9 people would stand alone when threes become pairs. "
                            "Stay in threes, or let everyone find new people?", "Take threes")]
    heeded = heeded_first(plan)
    assert (heeded.steps[1].form, heeded.steps[1].regroup) == (Form.THREES, Regroup.SAME)
    assert remarks(heeded) == ()


def test_promises_to_new_people_after_doubts_are_asked_about() -> None:
    plan = changed(gathering("commitment", "gifts"), 1, Form.THREES, Regroup.NEW)
    assert [offer for _, _, offer in asked(plan)] == ["Keep the same threes"]
    assert remarks(heeded_first(plan)) == ()


def test_after_a_break_nobody_has_a_group_to_stay_in() -> None:
    plan = changed(gathering("invitation", "break", "ownership"), 2, Form.THREES)
    assert sittings(plan)[1] == Sitting(Form.ROOM, scatters=True)
    assert [offer for _, _, offer in asked(plan)] == ["Let them find each other"]
    assert heeded_first(plan).steps[2].regroup is Regroup.NEW
    heard = changed(gathering("invitation", "sampling", "ownership"), 2, Form.THREES)
    assert remarks(heard) == (), "a turn to the whole room loses nobody"


def test_at_most_three_questions_stand_at_a_time() -> None:
    plan = gathering("ownership", "ownership", "ownership", "ownership", "ownership", "ownership", "ownership")
    for place, form in enumerate((Form.THREES, Form.PAIRS, Form.THREES, Form.FOURS, Form.THREES, Form.PAIRS)):
        plan = changed(plan, place, form)
    assert len(remarks(plan)) == MOST


def test_a_remark_about_a_step_that_is_gone_changes_nothing() -> None:
    plan = changed(gathering("invitation", "ownership"), 1, Form.PAIRS)
    shorter = edits.remove(plan, plan.steps[1].id)
    remedy = forms(measures(plan), ()).remedy
    assert remedy is not None and heed(shorter, remedy, ()) is shorter


def test_without_tables_no_host_stays_and_no_card_is_needed() -> None:
    plan = changed(gathering("ownership"), 0, Form.TABLE, Regroup.NEW)
    step_id = plan.steps[0].id
    for seating, left in ((Seating.HOSTS, Seating.CHOSEN), (Seating.CARDS, Seating.CHOSEN),
                          (Seating.ASSIGNED, Seating.ASSIGNED)):
        cafe = edits.change(plan, step_id, seating=seating)
        assert edits.change_form(cafe, step_id, Form.THREES).steps[0].seating is left
        assert edits.change_form(cafe, step_id, Form.TABLE).steps[0].seating is seating
