"""Undo at random between edits at random brings back exactly what was: every edit a person can make is among them."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from datetime import time, timedelta

import msgspec
import pytest

from app.design import clipboard, edits
from app.design.agenda import agenda, one_day
from app.design.gathering import Gathering, Mode, Setting
from app.design.history import DEEPEST, History
from app.design.preparation import prepare
from app.design.remedies import Change, Remedy, heed
from app.design.sitting import lay_tables
from app.errors import Trouble
from app.groups.forms import TABLES, Form
from app.groups.roster import Roster, named
from app.library.protocol import Keeps, Kind
from app.words import Words, say
from tests.plans import gathering, protocols

EDITS = int(os.environ.get("CONVENER_EDITS", "120"))
"""How many edits; a thousand take a few seconds."""
SHELF = protocols()
Edit = Callable[[Gathering, random.Random], Gathering]


def one(plan: Gathering, dice: random.Random) -> str:
    return dice.choice(plan.steps).id


def some(plan: Gathering, dice: random.Random) -> tuple[str, ...]:
    return tuple(step.id for step in dice.sample(plan.steps, dice.randint(1, min(4, len(plan.steps)))))


def pasted(plan: Gathering, dice: random.Random) -> Gathering:
    steps = [step for step in plan.steps if step.id in some(plan, dice)]
    return edits.add_steps(plan, clipboard.brought(clipboard.carried(steps)), dice.randrange(9))


def heeded(plan: Gathering, dice: random.Random) -> Gathering:
    change = dice.choice([change for change in Change if change is not Change.INVITE])
    return heed(plan, Remedy(say("Do it"), change, one(plan, dice), protocol=dice.choice(list(SHELF)), minutes=7),
                SHELF.values())


EVERY: dict[str, Edit] = {
    "add_steps": lambda g, d: edits.add_steps(g, edits.planned(SHELF[d.choice(list(SHELF))]), d.randrange(9)),
    "empty_step": lambda g, d: edits.add_steps(g, (edits.empty_step("Mine"),), d.randrange(9)),
    "written": lambda g, d: edits.add_steps(g, clipboard.written("Why here?", "Pasted"), d.randrange(9)),
    "pasted": pasted,
    "remove": lambda g, d: edits.remove(g, *some(g, d)),
    "move": lambda g, d: edits.move(g, one(g, d), d.randrange(9)),
    "move_all": lambda g, d: edits.move_all(g, some(g, d), d.randrange(9)),
    "duplicate": lambda g, d: edits.duplicate(g, *some(g, d)),
    "change_minutes": lambda g, d: edits.change_minutes(g, one(g, d), d.randrange(0, 90)),
    "change_form": lambda g, d: edits.change_form(g, one(g, d), d.choice(list(Form))),
    "choose_wording": lambda g, d: edits.choose_wording(g, one(g, d), d.choice(("Why?", "What then?"))),
    "keep": lambda g, d: edits.keep(g, one(g, d), d.choice(list(Keeps))),
    "leave_out": lambda g, d: edits.leave_out(g, one(g, d), d.choice(list(Keeps))),
    "title": lambda g, d: edits.change(g, one(g, d), title=d.choice(("Here", "There"))),
    "kind": lambda g, d: edits.change(g, one(g, d), kind=d.choice(list(Kind))),
    "fixed start": lambda g, d: edits.change(g, one(g, d), starts_at=d.choice((None, time(20, d.randrange(60))))),
    "day": lambda g, d: edits.change(g, one(g, d), new_day=d.random() < 0.4),
    "section": lambda g, d: edits.change(g, one(g, d), section=d.choice(("", "Morning", "Noon"))),
    "optional": lambda g, d: edits.change(g, one(g, d), optional=d.random() < 0.5),
    "facts": lambda g, d: edits.change_facts(
        g, minutes=d.randrange(5, 600), people=d.randrange(2, 300), mode=d.choice(list(Mode)),
        setting=d.choice(list(Setting)), starts=g.starts + timedelta(minutes=d.randrange(-400, 400))),
    "roster": lambda g, d: edits.change_roster(g, named(Roster(), d.choice(("", "Ada\nBo\nCy\nDi")))),
    "invite": lambda g, d: edits.invite(g, whom=d.choice(("", "Who is never asked")), required=d.random() < 0.3),
    "prepare": lambda g, d: prepare(g, me=d.choice(("", "The one who asks"))),
    "lay_tables": lambda g, d: lay_tables(g, d.choice(TABLES), Words()),
    "heed": heeded,
}


def kept_apart(plan: Gathering) -> Gathering:
    """The plan as it would be read from disk: nothing that is done to the other one reaches it."""
    return msgspec.json.decode(msgspec.json.encode(plan), type=Gathering)


@pytest.mark.parametrize("seed", [7, 1954])
def test_undo_at_random_brings_back_the_exact_gathering(seed: int) -> None:
    dice = random.Random(seed)
    history, at = History(gathering()), 0
    kept = [kept_apart(history.now)]
    done: set[str] = set()
    for _ in range(EDITS):
        name = dice.choice(list(EVERY))
        plan = history.now if history.now.steps else edits.add_steps(history.now, edits.planned(SHELF["gifts"]), 0)
        try:
            changed = EVERY[name](plan, dice)
        except Trouble:
            continue
        done.add(name)
        history = history.push(changed)
        if changed != kept[at]:
            kept, at = [*kept[:at + 1], kept_apart(changed)], at + 1
        for _ in range(dice.choice((0, 0, 0, 1, 2, 5))):
            turn = dice.random() < 0.6
            history = history.undo() if turn else history.redo()
            at = max(0, at - 1, len(kept) - 1 - DEEPEST) if turn else min(len(kept) - 1, at + 1)
            assert history.now == kept[at]
        laid = agenda(history.now)
        assert sum(one_day(history.now, day).total for day in range(laid.days)) == laid.total
        assert sum(one_day(history.now, day).promised for day in range(laid.days)) == laid.promised
    while history.can_undo and at:
        history, at = history.undo(), at - 1
        assert history.now == kept[at]
    assert len(done) > len(EVERY) // 2


def test_an_edit_that_nobody_rolls_would_be_missed() -> None:
    from_a_hand = {"add_steps", "empty_step", "planned", "remove", "move", "move_all", "duplicate", "change",
                   "change_minutes", "change_form", "choose_wording", "keep", "leave_out", "change_facts",
                   "change_roster", "invite"}
    offered = {name for name, value in vars(edits).items()
               if callable(value) and getattr(value, "__module__", "") == edits.__name__ and not name.startswith("_")}
    assert offered - from_a_hand == {"ids", "copy_of"}, "an edit is new: roll it in EVERY and name it here"
