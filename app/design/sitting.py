"""Another form for a step, or another number of chairs at every table, with the turns of each voice to match."""

from __future__ import annotations

from app.design import edits
from app.design.cue_sets import CueSet, cues_for, offered, set_of
from app.design.gathering import Gathering
from app.groups.forms import Form, is_table
from app.words import Words


def sit(gathering: Gathering, step_id: str, form: Form, words: Words) -> Gathering:
    """In another form, each voice has its turn in groups of that size."""
    before = gathering.step(step_id)
    changed = edits.change_form(gathering, step_id, form)
    after = changed.step(step_id)
    if before is None or after is None or set_of(before, words) is not CueSet.VOICES:
        return changed
    kept = CueSet.VOICES if CueSet.VOICES in offered(after) else CueSet.NONE
    return edits.change(changed, step_id, cues=cues_for(kept, after, words))


def lay_tables(gathering: Gathering, form: Form, words: Words) -> Gathering:
    """So many chairs at every table of the plan, whichever step asked: tables stand where they were laid out."""
    for step in gathering.steps:
        if is_table(step.form):
            gathering = sit(gathering, step.id, form, words)
    return gathering
