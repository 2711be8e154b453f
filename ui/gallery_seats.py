"""The gallery of a plan that tells people where to sit: who comes, what is asked and told, what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.design.edits import change_roster
from app.design.gathering import Gathering, PlannedStep, Seating, Seats, new_id
from app.design.seats import request, worked_out
from app.groups.forms import Form, is_small_group
from app.groups.mixing import mix
from app.groups.roster import Roster, keep_apart, named
from app.library.protocol import Family, Regroup
from ui.pages.designer import DesignerPage
from ui.panels.person_row import PersonRow
from ui.panels.seating_told import SeatingTold, met_words

GUESTS = ("Ada", "Bo Lindqvist", "Cy", "Dora Maria Silva", "Eli", "Hana Nováková", "Ivo", "Jo", "Kim")


def guests(form: Form, seating: Seating, people: int, starts: datetime) -> Gathering:
    """Three rounds of people who have names, seated in each."""
    steps = tuple(PlannedStep(id=new_id(), title="New faces", family=Family.WORLD_CAFE, form=form, minutes=20,
                              seating=seating) for _ in range(3))
    seats = tuple(Seats(step_id=step.id, tables=tables) for step, tables in zip(steps, (
        ((1, 2, 3), (4, 5, 6), (7, 8, 9)), ((1, 4, 7), (2, 5, 8), (3, 6, 9)), ((1, 5, 9), (2, 6, 7), (3, 4, 8))),
        strict=True))
    return Gathering(id=new_id(), starts=starts, people=people, steps=steps, seats=seats,
                     roster=named(Roster(), "\n".join(GUESTS)))


def seated(console: QWidget, sample: Gathering) -> Iterator[str]:
    """Bring the designer from an empty list to worked out seats, and back; the name of each state."""
    designer = console.findChildren(DesignerPage)[0]
    plan = _by_a_list(sample)
    designer.show_gathering(plan)
    yield "designer-nobody-listed"
    designer.open_people()
    yield "designer-people-empty"
    plan = replace(change_roster(plan, keep_apart(named(Roster(), "\n".join(GUESTS * 2)), 1, 2)), id=new_id())
    designer.show_gathering(plan)
    designer.open_people()
    yield "designer-people"
    for row in designer.findChildren(PersonRow)[:1]:
        row.opened.emit()
    yield "designer-person"
    if (asked := request(plan)) is not None:
        best = mix(asked, steps=2000)
        designer.show_gathering(replace(worked_out(plan, best), id=new_id()))
        designer.show_matched(met_words(best))
    for told in designer.findChildren(SeatingTold):
        for button in told.findChildren(QAbstractButton):
            if button.isCheckable():
                button.click()
    yield "designer-seats"
    designer.show_matching()
    yield "designer-working-out"
    designer.open_paper()
    yield "designer-paper"
    designer.open_paper()
    designer.show_gathering(sample)


def _by_a_list(sample: Gathering) -> Gathering:
    """Every small group by a list; the last one keeps its people and changes its form, which leaves some alone."""
    grouped = [step.id for step in sample.steps if is_small_group(step.form)]
    steps = tuple(step if step.id not in grouped else replace(
        step, seating=Seating.ASSIGNED, regroup=Regroup.NEW if step.id == grouped[0] else Regroup.SAME,
        form=step.form if step.id == grouped[0] else Form.PAIRS) for step in sample.steps)
    return replace(sample, id=new_id(), steps=steps)
