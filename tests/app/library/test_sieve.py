"""What a host looks for besides words."""

from __future__ import annotations

import pytest

from app.groups.forms import Form
from app.library.protocol import MODES, SETTINGS, Family, Protocol, Step
from app.library.sieve import Sieve

SMALL = Protocol(title="Small", family=Family.GIFTS, purpose="x", settings=("town hall",), modes=("room", "phone"),
                 people=(3, 40), steps=(Step(title="Small", form=Form.PAIRS, minutes=12),))


@pytest.mark.parametrize(("sieve", "kept"), [
    (Sieve(), True),
    (Sieve(families=(Family.GIFTS, Family.DISSENT)), True), (Sieve(families=(Family.DISSENT,)), False),
    (Sieve(setting="town hall"), True), (Sieve(setting="education"), False),
    (Sieve(mode="phone"), True), (Sieve(mode="hybrid"), False),
    (Sieve(people=3), True), (Sieve(people=40), True), (Sieve(people=41), False), (Sieve(people=2), False),
    (Sieve(minutes=12), True), (Sieve(minutes=11), False),
    (Sieve(form=Form.PAIRS), True), (Sieve(form=Form.THREES), False),
    (Sieve(setting="town hall", mode="hybrid"), False),
])
def test_everything_that_is_looked_for_must_be_there(sieve: Sieve, kept: bool) -> None:
    assert sieve.keeps(SMALL) is kept


def test_a_protocol_that_names_no_occasion_is_for_every_one() -> None:
    part = Protocol(title="Break", family=Family.PART, purpose="x", steps=(Step(title="Break", minutes=5),))
    assert all(Sieve(setting=setting).keeps(part) for setting in SETTINGS)
    assert [mode for mode in MODES if Sieve(mode=mode).keeps(part)] == ["room"]
