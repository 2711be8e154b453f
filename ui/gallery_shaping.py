"""Pictures of a harvest that is given shape: by kind and by theme, several notes chosen, one open, a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.harvest.picked import Picked
from app.harvest.sections import View
from app.library.protocol import Family, Keeps
from app.live.engine import Engine, opening
from ui.console import Console
from ui.pages.harvest import HarvestPage
from ui.panels.note_changes import NoteChanges
from ui.panels.note_rows import NoteRows
from ui.panels.notes_column import NotesColumn

MANY = 1_000
_SAID = (
    ("easy", "I greet the bus driver by name and not the woman next door.", Keeps.INSIGHT),
    ("easy", "Nobody has sat on the wall since the shop went, and I was the first who stopped.", Keeps.INSIGHT),
    ("easy", "We could put the table back out on Saturdays, with or without a plan.", Keeps.POSSIBILITY),
    ("easy", "Who still has the key to the cellar?", Keeps.QUESTION),
    ("keep", "You rang before you came, and then you came anyway.", Keeps.GIFT),
    ("keep", "When the lift broke, somebody carried my shopping for a month. I found out today who.", Keeps.STORY),
    ("keep", "I am not sure that we would come if there were no soup.", Keeps.DOUBT),
    ("keep", "A door that stands open is an invitation too.", Keeps.INSIGHT))


def shaped(console: Console, starts: datetime) -> Iterator[str]:
    """From notes by kind to themes, and a thousand notes; the name of each state."""
    console.turn_to("harvest")
    page, column = console.findChildren(HarvestPage)[0], console.findChildren(NotesColumn)[0]
    rows = column.findChildren(NoteRows)[0]
    engine = _held(starts, _SAID)
    page.show_engine(engine)
    column.show_view(View.KIND)
    yield "harvest-by-kind"
    notes = engine.session.notes
    column.show_view(View.STEP)
    rows.take_keyboard(notes[2].id)
    rows.show_picked(Picked(frozenset(note.id for note in notes[:3]), notes[2].id))
    yield "harvest-chosen"
    changes = NoteChanges(engine)
    changes.new_theme("Doors and tables", [notes[2].id, notes[7].id], "easy")
    changes.new_theme("Those we do not see", [notes[0].id, notes[5].id], "easy")
    rows.show_picked(Picked())
    column.show_view(View.THEME)
    yield "harvest-by-theme"
    rows.open(notes[5].id)
    yield "harvest-note-to-part"
    rows.close_editor()
    page.show_engine(_held(starts + timedelta(days=1), _SAID * (MANY // len(_SAID))))
    yield "harvest-thousand"


def _held(starts: datetime, said: tuple[tuple[str, str, Keeps], ...]) -> Engine:
    """A gathering in memory alone, over, with these notes."""
    plan = Gathering(id=new_id(), title="The wall by the shop", starts=starts, people=26, steps=(
        PlannedStep(id="easy", title="What I walk past", family=Family.POSSIBILITY, form=Form.THREES, minutes=15,
                    question="What do you pass every day that nobody tends?"),
        PlannedStep(id="keep", title="Before we go", family=Family.GIFTS, form=Form.PAIRS, minutes=10,
                    question="What did somebody do for you that they have forgotten?")))
    begun = list(opening(plan, round(starts.timestamp() * 1000)))
    engine = Engine(begun, begun.append, lambda: begun[0].at + 60_000)
    for step_id, text, kind in said:
        engine.keep(text, kind, step_id=step_id)
    engine.finish()
    return engine
