"""Whole gatherings to begin from: each at each length keeps its promise, hurries nobody and leaves a room well."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.design.agenda import agenda
from app.design.balance import balance
from app.design.gathering import Gathering, Mode, Setting, new_id
from app.design.look import Weight
from app.design.measures import is_asked, is_business
from app.design.templates import OFFERED, Proposal, Template, laid_out, parts, propose, read_templates
from app.library.bundled import load_folder
from app.library.protocol import Family, Kind
from app.paths import templates_folder
from app.words import Words
from tests.app.library.here import PROTOCOLS

SAY = Words()
SHELF = load_folder(PROTOCOLS).protocols
BY_ID = {protocol.id: protocol for protocol in SHELF}
TEMPLATES = read_templates(templates_folder()).found
COMMON_ROOM = 40
"""People for whom a template's least time must do; a larger room takes longer to move."""


def wish(setting: Setting, people: int, minutes: int, mode: Mode = Mode.ROOM) -> Gathering:
    return Gathering(id=new_id(), starts=datetime(2026, 11, 26, 9), people=people, minutes=minutes, setting=setting,
                     mode=mode)


def at(template: Template, people: int, minutes: int) -> Proposal | None:
    return laid_out(wish(template.settings[0], people, minutes), template, BY_ID)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_each_template_at_each_length_keeps_the_promised_end_and_draws_nothing_a_room_would_suffer(
        template: Template) -> None:
    least, most = template.minutes
    for people in sorted({template.people[0], min(COMMON_ROOM, template.people[1]), template.people[1]}):
        for minutes in range(least, most + 1, 10):
            proposal = at(template, people, minutes)
            if proposal is None:
                assert people > COMMON_ROOM and minutes < most, (people, minutes)
                continue
            assert agenda(proposal.gathering).slack >= 0
            suffers = [SAY(look.question) for look in balance(proposal.gathering, SHELF).looks
                       if look.weight is Weight.SUFFERS and look.question is not None]
            assert suffers == [], (people, minutes)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.id)
def test_less_time_takes_conversations_away_and_hurries_none(template: Template) -> None:
    whole = at(template, template.people[0], template.minutes[1])
    assert whole is not None and whole.without == ()
    lengths = {step.title: step.minutes for step in whole.gathering.steps if is_asked(step)}
    for minutes in range(template.minutes[0], template.minutes[1], 10):
        shorter = at(template, template.people[0], minutes)
        assert shorter is not None
        for step in shorter.gathering.steps:
            assert not is_asked(step) or step.minutes == lengths[step.title]
        if shorter.without:
            assert SAY(shorter.said).startswith("Without “")


@pytest.mark.parametrize("setting", list(Setting))
def test_three_gatherings_are_proposed_for_each_occasion(setting: Setting) -> None:
    minutes = {Setting.STRATEGY: 150, Setting.OPEN: 100}.get(setting, 90)
    proposals = propose(wish(setting, 24, minutes), TEMPLATES, BY_ID)
    assert len(proposals) == OFFERED == len({proposal.template.id for proposal in proposals})
    assert all(setting in proposal.template.settings for proposal in proposals)


def test_a_big_open_issue_is_offered_an_open_space_before_anything_else() -> None:
    for minutes in (100, 240):
        first = propose(wish(Setting.OPEN, 60, minutes), TEMPLATES, BY_ID)[0]
        assert [part.family for part in parts(first.gathering, BY_ID)] == [Family.OPEN_SPACE], minutes


def test_an_hour_of_staff_meeting_is_twenty_minutes_of_convening_around_ordinary_business() -> None:
    hour = at(TEMPLATES[0], 9, 60)
    assert hour is not None
    asked = [step for step in hour.gathering.steps if is_asked(step)]
    business = [step for step in hour.gathering.steps if is_business(step)]
    assert 20 <= sum(step.minutes for step in asked) <= 24 and len(asked) == 2 and len(business) == 1
    order = [step.family for step in hour.gathering.steps if is_asked(step) or is_business(step)]
    assert order[0] is Family.CROSSROADS and order[-1] is Family.GIFTS


def test_half_an_hour_keeps_one_question_and_the_gifts() -> None:
    half = at(TEMPLATES[0], 9, 30)
    assert half is not None and [step.family for step in half.gathering.steps if is_asked(step)] == [
        Family.CROSSROADS, Family.GIFTS]


def test_nobody_is_asked_to_stay_in_a_group_that_a_break_has_scattered() -> None:
    day = next(template for template in TEMPLATES if any(step.protocol == "break" for step in template.steps))
    whole = at(day, 24, day.minutes[1])
    assert whole is not None and any(step.kind is Kind.BREAK for step in whole.gathering.steps)


def test_too_little_time_and_a_missing_protocol_propose_nothing() -> None:
    assert at(TEMPLATES[0], 9, 10) is None
    assert laid_out(wish(Setting.STAFF, 9, 60), TEMPLATES[0], {}) is None
    assert propose(wish(Setting.STAFF, 1, 60), TEMPLATES, BY_ID) == ()


def test_a_phone_is_offered_nothing_that_needs_a_room() -> None:
    far = propose(wish(Setting.FOCUS, 24, 90, Mode.PHONE), TEMPLATES, BY_ID)
    assert far and all(Mode.PHONE in proposal.template.modes for proposal in far)


def test_a_file_that_is_no_template_is_told_by_name_and_the_others_are_there(tmp_path: Path) -> None:
    for path in sorted(templates_folder().glob("1*.toml")):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "11-torn.toml").write_text('title = "Torn"\n', "utf-8")
    read = read_templates(tmp_path)
    assert [SAY(fault).split(":")[0] for fault in read.faults] == ["11-torn.toml is no template"]
    assert [template.id for template in read.found] == [one.id for one in TEMPLATES if one.id.startswith("1")]


def test_a_proposal_is_told_in_its_conversations_and_one_design_is_one_line() -> None:
    hour = at(TEMPLATES[0], 9, 60)
    assert hour is not None
    told = parts(hour.gathering, BY_ID)
    assert [part.family for part in told] == [Family.CROSSROADS, None, Family.GIFTS]
    day = next(one for one in TEMPLATES if one.steps[0].protocol == "open-space")
    whole = at(day, 60, day.minutes[1])
    assert whole is not None
    assert [part.title for part in parts(whole.gathering, BY_ID)] == [BY_ID["open-space"].title]


def test_two_proposals_share_no_step() -> None:
    one, other = (replace(proposal.gathering, id="") for proposal in propose(wish(Setting.STAFF, 9, 60), TEMPLATES,
                                                                             BY_ID)[:2])
    assert not {step.id for step in one.steps} & {step.id for step in other.steps}
