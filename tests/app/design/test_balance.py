"""Poor designs draw the right question first, its remedy answers it, and good plans are left in peace."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
import pytest

from app.design import edits
from app.design.balance import MOST, balance
from app.design.gathering import Gathering, PlannedStep, Setting, new_id
from app.design.invitation import Invitation
from app.design.look import Look, Weight
from app.design.remedies import Change, heed
from app.groups.forms import Form
from app.library.bundled import load_folder
from app.library.protocol import Family, Kind, Regroup, Voice
from app.words import Words
from tests.app.library.here import PROTOCOLS
from tests.plans import MORNING

SAY = Words()
SHELF = load_folder(PROTOCOLS).protocols
INVITED = Invitation(possibility="p", whom="w", choice="c", price="p", request="r", reach="v")


def talk(minutes: int, title: str = "Slides", voice: Voice = Voice.HOST) -> PlannedStep:
    return PlannedStep(id=new_id(), title=title, kind=Kind.TALK, minutes=minutes, voice=voice)


def ask(family: Family, minutes: int = 14, form: Form = Form.THREES, *, same: bool = False,
        title: str = "") -> PlannedStep:
    name = title or family.value.title()
    return PlannedStep(id=new_id(), title=name, family=family, form=form, minutes=minutes,
                       regroup=Regroup.SAME if same else Regroup.NEW, question=f"What of {name}, and you?")


def voices(minutes: int = 6) -> PlannedStep:
    return PlannedStep(id=new_id(), title="Voices", kind=Kind.SAMPLING, minutes=minutes, voice=Voice.ROOM)


def closing() -> PlannedStep:
    return PlannedStep(id=new_id(), title="Closing", kind=Kind.CLOSING, minutes=4, voice=Voice.HOST)


def plan(*steps: PlannedStep, minutes: int = 90, people: int = 24, setting: Setting = Setting.FOCUS) -> Gathering:
    return Gathering(id="g", title="A plan", starts=MORNING, people=people, minutes=minutes, setting=setting,
                     steps=steps, invitation=INVITED)


def good() -> Gathering:
    return plan(ask(Family.OWNERSHIP, 18), voices(), ask(Family.DISSENT, 18), ask(Family.GIFTS, 16, same=True),
                closing())


@dataclass(frozen=True)
class Poor:
    name: str
    plan: Gathering
    asks: str


POOR = (
    Poor("all talk", plan(talk(40), talk(40, "More slides"), closing()), "When will people talk to each other?"),
    Poor("a promise with no room for doubt", plan(ask(Family.OWNERSHIP), ask(Family.COMMITMENT, same=True),
                                                  ask(Family.GIFTS, same=True)), "Where may people doubt"),
    Poor("ten questions in an hour", plan(
        *(ask(Family.POSSIBILITY, 6, same=n > 0, title=f"No. {n}") for n in range(10)), minutes=70),
         "Which of these questions could wait"),
    Poor("a lecture town hall", plan(
        talk(50, "The plan"), ask(Family.POSSIBILITY, 20), ask(Family.GIFTS, 15, same=True),
        setting=Setting.TOWN_HALL, people=140), "Which part of this could people find out"),
    Poor("no gifts", plan(ask(Family.CROSSROADS), voices(), ask(Family.POSSIBILITY), voices(), closing()),
         "When do they hear what they gave"),
    Poor("pairs torn out of threes", plan(ask(Family.OWNERSHIP), ask(Family.POSSIBILITY, 14, Form.PAIRS, same=True),
                                          ask(Family.GIFTS, 12)), "8 of 24 people would stand alone"),
    Poor("hurried voices", plan(ask(Family.POSSIBILITY, 6, Form.FOURS), ask(Family.GIFTS, 30, Form.FOURS, same=True),
                                minutes=60), "Is there time for each"),
    Poor("nobody met before noon", plan(
        voices(8), talk(9), voices(8), ask(Family.POSSIBILITY, 40), ask(Family.GIFTS, 25, same=True), minutes=100),
         "Whom will people have met"),
    Poor("a report from every group", plan(ask(Family.POSSIBILITY, 20), voices(25), ask(Family.GIFTS, 20, same=True)),
         "Must every group report"),
    Poor("three hours without a break", plan(ask(Family.CROSSROADS, 40), ask(Family.POSSIBILITY, 50),
                                             ask(Family.OWNERSHIP, 50), ask(Family.GIFTS, 30, same=True), minutes=200),
         "When do people stand up"),
    Poor("longer than promised", plan(ask(Family.CROSSROADS, 30), ask(Family.POSSIBILITY, 30), ask(Family.GIFTS, 30),
                                      minutes=60), "What would you rather leave out"),
    Poor("one three all day", plan(*(ask(Family.POSSIBILITY, 16, same=n > 0, title="Once more") for n in range(4)),
                                   ask(Family.GIFTS, 16, same=True)), "When do they meet somebody new"),
    Poor("a circle of forty", plan(ask(Family.CROSSROADS, 20, Form.CIRCLE), ask(Family.GIFTS, 30), people=40),
         "Is there time for each"),
)


def first(gathering: Gathering) -> Look:
    return balance(gathering, SHELF).remarks[0]


def asked(gathering: Gathering) -> list[str]:
    return [SAY(look.question) for look in balance(gathering, SHELF).remarks if look.question is not None]


@pytest.mark.parametrize("poor", POOR, ids=lambda poor: poor.name)
def test_a_poor_design_draws_the_right_question_first(poor: Poor) -> None:
    assert asked(poor.plan)[0].startswith(poor.asks), asked(poor.plan)


@pytest.mark.parametrize("poor", POOR, ids=lambda poor: poor.name)
def test_each_question_leads_to_its_steps_and_its_remedy_is_one_edit_that_answers_it(poor: Poor) -> None:
    look = first(poor.plan)
    assert look.steps and all(poor.plan.step(step_id) for step_id in look.steps)
    assert look.reason is not None and SAY(look.reason) and SAY(look.measured) and SAY(look.source)
    if look.remedy is None:
        return
    heeded = heed(poor.plan, look.remedy, SHELF)
    assert heeded != poor.plan
    after = {SAY(one.name): one.weight for one in balance(heeded, SHELF).looks}
    assert after[SAY(look.name)] <= look.weight


def test_a_good_plan_is_left_in_peace() -> None:
    assert asked(good()) == []


def test_at_most_three_questions_stand_at_a_time_and_the_rest_stays_behind_a_click() -> None:
    poor = plan(talk(60), ask(Family.COMMITMENT, 6), voices(30), talk(20), minutes=60)
    seen = balance(poor, SHELF)
    assert len(seen.remarks) == MOST < len([look for look in seen.looks if look.weight is not Weight.FINE])
    assert [look.weight for look in seen.remarks] == sorted((look.weight for look in seen.remarks), reverse=True)


def test_an_empty_plan_and_one_question_of_ten_minutes_ask_nothing() -> None:
    assert asked(plan()) == []
    assert asked(plan(ask(Family.CROSSROADS, 12), minutes=15)) == []


def test_the_same_plan_is_asked_the_same_and_offered_the_same() -> None:
    poor = POOR[1].plan
    assert balance(poor, SHELF) == balance(poor, SHELF)


def test_ordinary_business_of_a_staff_meeting_is_not_looked_at() -> None:
    steps = (ask(Family.CROSSROADS, 12), talk(30, "Notices"), ask(Family.GIFTS, 11, same=True))
    business = plan(*steps, minutes=60, people=9, setting=Setting.STAFF)
    assert asked(business) == []
    assert "Which part of this could people find out from each other?" in asked(
        msgspec.structs.replace(business, setting=Setting.FOCUS))


def test_the_order_of_conversations_is_not_asked_of_a_design_that_has_its_own() -> None:
    inquiry = plan(ask(Family.APPRECIATIVE_INQUIRY, 30, Form.PAIRS), ask(Family.APPRECIATIVE_INQUIRY, 30, Form.FOURS))
    assert not [text for text in asked(inquiry) if "gave each other" in text or "doubt" in text]


def test_an_invitation_that_forgets_the_no_is_asked_about_and_nothing_else_changes() -> None:
    mandate = msgspec.structs.replace(good(), invitation=msgspec.structs.replace(INVITED, choice=" "))
    assert asked(mandate) == ["How will people know that they may say no?"]
    look = first(mandate)
    assert look.remedy is not None and heed(mandate, look.remedy, SHELF) == mandate


def test_a_remedy_whose_step_has_gone_changes_nothing() -> None:
    poor = POOR[1].plan
    remedy = first(poor).remedy
    assert remedy is not None
    gone = edits.remove(poor, remedy.step_id)
    assert heed(gone, remedy, SHELF) == gone


def test_numbers_speak_of_labels_and_never_of_scores() -> None:
    for poor in POOR:
        for look in balance(poor.plan, SHELF).looks:
            said = SAY(look.measured) + (SAY(look.reason) if look.reason else "")
            assert "score" not in said and "rank" not in said and "!" not in said


def test_the_rounds_of_a_design_are_one_question_and_not_too_many() -> None:
    circle = plan(*(ask(Family.ART_OF_CONVENING, 20, Form.CIRCLE, title=f"Round {n}") for n in range(4)), people=12)
    assert not [text for text in asked(circle) if text.startswith("Which of these questions")]


def test_what_a_button_would_leave_out_is_named_above_it() -> None:
    told = plan(talk(3, "Dates"), talk(4, "Rules"), talk(3, "Keys"), ask(Family.GIFTS, 60), minutes=120)
    heard = plan(*(voices(7) for _ in range(4)), ask(Family.GIFTS, 40, same=True))
    front = plan(ask(Family.GIFTS, 60), talk(20, "Ask me", Voice.ROOM))
    looks = [look for gathering in (*(poor.plan for poor in POOR), told, heard, front)
             for look in balance(gathering, SHELF).looks if look.remedy and look.remedy.change is Change.LEAVE_OUT]
    assert len({look.topic for look in looks}) == 4
    for look in looks:
        titles = [step.title for gathering in (*(poor.plan for poor in POOR), told, heard, front)
                  for step in gathering.steps if look.remedy and step.id == look.remedy.step_id]
        assert look.remedy and SAY(look.remedy.text) == "Leave it out"
        assert look.reason and f"“{titles[0]}”" in SAY(look.reason)
