"""A café on paper: the question of each round, what each table found, then the patterns."""

from __future__ import annotations

import pytest

from app.harvest.note import Note
from app.library.protocol import Keeps
from tests.app.design.test_cafe import cafe
from tests.app.prints.conftest import Press
from tests.app.prints.harvests import harvest, note

pytestmark = pytest.mark.slow


def test_a_round_has_its_question_then_essences_by_table_then_patterns(press: Press) -> None:
    plan = cafe(46)
    last = plan.steps[3]

    def found(text: str, kind: Keeps = Keeps.INSIGHT, table: str = "") -> Note:
        return note(last.id, text, kind, table=table)

    pdf = press(harvest(
        found("Doors come back everywhere.", Keeps.THEME), found("We meet on the stairs.", table="11"),
        found("Who has the key?", Keeps.QUESTION, "2"), found("We listen in corridors.", table="2"), gathering=plan))
    assert (f"{last.question} Table 2 – Who has the key? question – We listen in corridors. Table 11 – "
            "We meet on the stairs. Themes – Doors come back everywhere.") in pdf.words
    assert "Table: " not in pdf.words
