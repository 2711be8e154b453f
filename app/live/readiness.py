"""What a host can look at before the room opens, as plain sentences: what wants a minute, and what is well.

It measures nothing itself: numbers come in, rows come out. Nothing here holds anybody back, and nothing is counted
against anybody: a thing that only a person can know is asked, and one press answers it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from app.design.gathering import Gathering, Mode, Seating
from app.design.pools import far_away
from app.groups.forms import is_small_group
from app.groups.split import split
from app.live.clock import MINUTE
from app.live.power import Power
from app.live.script import number_word, sizes_line
from app.words import Text, say, say_n

MANY = 40
"""People from whom on a voice at rest is not heard in the last row."""
SPARE = 2
"""Chairs for who comes late, or wants to sit elsewhere."""
LITTLE = 200_000_000
"""Bytes on the disk below which a host should know it: a backup of a full year takes a tenth."""
AT_LEAST = 20
"""Per cent of a battery beside one for each minute of the meeting: a battery that is not new lasts 100 minutes."""
HOUR = 60 * MINUTE


@dataclass(frozen=True, slots=True)
class Remedy:
    """One thing that can be done about a row, at one press."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was looked at: a sentence, a second one, and what can be done. `well`: nothing need be."""

    id: str
    glyph: str
    head: Text | str
    line: Text
    well: bool
    remedies: tuple[Remedy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found, as plain values. None is "not known".

    `wall` is what the room's display is called ("" for none), `wall_size` its px, `displays` how many there are.
    `output` is the chosen output's name ("" for the system's own), `output_gone` that it is not plugged in.
    `free` is bytes on the disk (None: nothing can be written), `backup` the age of the newest in ms.
    `ticks` holds what the host has answered or done, by the ids of remedies.
    """

    gathering: Gathering
    platform: str = "linux"
    displays: int = 1
    wall: str = ""
    wall_size: tuple[int, int] = (0, 0)
    mirrored: bool = False
    outputs: int = 0
    output: str = ""
    output_gone: bool = False
    bells: bool = True
    volume: int = 7
    power: Power | None = None
    awake: bool | None = None
    free: int | None = 0
    backup: int | None = None
    ticks: frozenset[str] = field(default_factory=frozenset)


def rows(found: Found) -> tuple[Row, ...]:
    """Everything there is to look at; what wants a minute comes first."""
    looked = [_display(found), _power(found), _bell(found), _awake(found), _disk(found), _backup(found)]
    looked += [row for row in (_microphone(found), _paper(found), _chairs(found)) if row is not None]
    return tuple(sorted(looked, key=lambda row: row.well))


def lead(looked: tuple[Row, ...]) -> Text:
    """How many things want a minute, in a sentence that holds nobody back."""
    count = sum(not row.well for row in looked)
    if count == 0:
        return say("Everything is well. Go and stand at the door.")
    return say_n("One thing would like a minute of you. It does not hold you back.",
                 "{number} things would like a minute of you. None of them holds you back.", count,
                 number=number_word(count, capital=True))


def mirrored_words(platform: str) -> Text:
    """That the room sees the console, and how it ends on this `platform` (as `sys.platform` names it)."""
    if platform == "win32":
        return say("The room sees your notes: both displays show the same. Press Windows+P and choose Extend.")
    if platform == "darwin":
        return say("The room sees your notes: both displays show the same. In System Settings, Displays, use the "
                   "projector as an extended display.")
    return say("The room sees your notes: both displays show the same. In the system's display settings, let the "
               "projector extend this display.")


def _display(found: Found) -> Row:
    again = Remedy("look", say("Look again"))
    if found.mirrored or (found.displays == 1 and "they see it" in found.ticks):
        answers = (again,) if found.mirrored else (again, Remedy("i alone", say("Only I see it now")))
        return Row("display", "far", say("The room sees this page too."), mirrored_words(found.platform), False,
                   answers)
    if found.wall:
        width, height = found.wall_size
        return Row("display", "far", say("The wall is on {display}", display=found.wall),
                   say("{width} × {height}, and this page is yours alone", width=width, height=height), True)
    if "i alone" in found.ticks:
        return Row("display", "far", say("This page is yours alone"), say("F11 puts the wall over the screen and away"),
                   True)
    return Row("display", "far", say("Does the room see this page too?"),
               say("One display is known here. If a projector shows the same, it shows your notes."), False,
               (Remedy("i alone", say("Only I see it")), Remedy("they see it", say("They see it"))))


def _power(found: Found) -> Row:
    power, minutes = found.power, found.gathering.minutes
    if power is None:
        if "plugged in" in found.ticks:
            return Row("power", "plug", say("The power cable is in"), say("you have looked"), True)
        return Row("power", "plug", say("Is the power cable in?"), say("This computer does not say."), False,
                   (Remedy("plugged in", say("It is in")),))
    if power.plugged:
        told = say("battery at {percent} %", percent=power.percent) if power.percent is not None else \
            say("it has no battery to watch")
        return Row("power", "plug", say("The laptop is plugged in"), told, True)
    if power.minutes is not None:
        head, enough = say("The laptop runs on its battery, {n} minutes of it.", n=power.minutes), (
            power.minutes >= 2 * minutes)
    elif power.percent is not None:
        head, enough = say("The laptop runs on its battery, at {percent} %.", percent=power.percent), (
            power.percent >= minutes + AT_LEAST)
    else:
        head, enough = say("The laptop runs on its battery."), False
    if enough:
        told = say("{left} minutes of it for {n}", left=power.minutes, n=minutes) if power.minutes is not None else \
            say("{percent} % of it for {n} minutes", percent=power.percent, n=minutes)
        return Row("power", "plug", say("The battery will do"), told, True)
    return Row("power", "plug", head, say("The meeting is {n}. Plug it in, or dim this screen and keep the wall.",
                                          n=minutes), False, (Remedy("look", say("Look again")),))


def _bell(found: Found) -> Row:
    if not found.bells:
        return Row("bell", "bell", say("No bell rings"), say("as the settings have it"), True)
    if "own bell" in found.ticks:
        return Row("bell", "bell", say("You ring your own bell"), say("in the last minute, and when time is complete"),
                   True)
    ring, own = Remedy("ring", say("Ring it")), Remedy("own bell", say("Use my own"))
    if found.outputs == 0:
        return Row("bell", "bell", say("Nothing here can sound."),
                   say("Plug a speaker in, or ring a bell of your own: the console says when."), False,
                   (Remedy("look", say("Look again")), own))
    if found.output_gone:
        return Row("bell", "bell", say("{output} is not plugged in.", output=found.output),
                   say("The bell would ring where the computer's sound goes."), False, (ring, own))
    if "ring" in found.ticks:
        where = say("volume {n} of 10, on {output}", n=found.volume, output=found.output) if found.output else \
            say("volume {n} of 10", n=found.volume)
        return Row("bell", "bell", say("The bell was rung"), where, True)
    return Row("bell", "bell", say("Nobody has heard the bell in this room."),
               say("Ring it once, and stand where the last row sits."), False, (ring, own))


def _awake(found: Found) -> Row:
    if found.awake is False:
        return Row("awake", "moon", say("This machine could not be kept awake."),
                   say("Plug it in and turn off the screen saver."), False)
    if found.awake:
        return Row("awake", "sun", say("The laptop stays awake"), say("and its displays, until the session ends"), True)
    return Row("awake", "sun", say("The laptop will be kept awake"), say("and its displays, while you host"), True)


def _disk(found: Found) -> Row:
    if found.free is None:
        return Row("disk", "harvest", say("Nothing can be written where the notes lie."),
                   say("Make room, or start with --data and a folder that can be written."), False,
                   (Remedy("look", say("Look again")),))
    if found.free < LITTLE:
        return Row("disk", "harvest", say("The disk is nearly full, {room} are free.", room=_room(found.free)),
                   say("Notes take little, backups more. Empty the bin."), False, (Remedy("look", say("Look again")),))
    return Row("disk", "harvest", say("Notes have a place to lie"),
               say("two copies, on this laptop only; {room} free", room=_room(found.free)), True)


def _room(free: int) -> str:
    return f"{free // 1_000_000_000} GB" if free >= 1_000_000_000 else f"{free // 1_000_000} MB"


def _backup(found: Found) -> Row:
    if found.backup is None:
        return Row("backup", "copy", say("A backup comes with the session"), say("and one every ten minutes"), True)
    if found.backup < -HOUR:
        return Row("backup", "clock", say("This computer's clock is behind."),
                   say("The last backup is from later. What the wall says of time would be wrong."), False,
                   (Remedy("look", say("Look again")),))
    age = max(0, found.backup)
    told = say_n("one minute old, and the next comes with the session",
                 "{n} minutes old, and the next comes with the session", age // MINUTE) if age < HOUR else \
        say_n("one hour old, and the next comes with the session",
              "{n} hours old, and the next comes with the session", age // HOUR) if age < 48 * HOUR else \
        say("{n} days old, and the next comes with the session", n=age // (24 * HOUR))
    return Row("backup", "copy", say("There is a backup"), told, True)


def _near(gathering: Gathering) -> int:
    """How many come to one place; nobody does to a platform or on the phone."""
    if gathering.mode not in (Mode.ROOM, Mode.HYBRID):
        return 0
    return gathering.people - far_away(gathering, gathering.people)


def _microphone(found: Found) -> Row | None:
    near = _near(found.gathering)
    if near <= MANY:
        return None
    if "microphone" in found.ticks:
        return Row("microphone", "speaker", say("A microphone is here"), say("that is carried to who speaks"), True)
    return Row("microphone", "speaker", say("A microphone that is carried, for {n} people.", n=near),
               say("Whoever speaks to the whole room should not have to shout."), False,
               (Remedy("microphone", say("It is here")),))


def _paper(found: Found) -> Row | None:
    placed = [step for step in found.gathering.steps if step.seating is not Seating.CHOSEN]
    if not placed:
        return _question_cards(found)
    if "printed" in found.ticks:
        return Row("paper", "card", say("Slips and cards are printed"), say("you have them with you"), True)
    return Row("paper", "card", say("Are the slips and cards printed?"),
               say("{step} goes by a list: people look for their table.", step=placed[0].title), False,
               (Remedy("print", say("Print")), Remedy("printed", say("I have them"))))


def _question_cards(found: Found) -> Row | None:
    """Where people choose whom they sit with: the question on the table, for those with their backs to the wall."""
    if not _near(found.gathering) or not any(step.question and is_small_group(step.form)
                                             for step in found.gathering.steps):
        return None
    if "print cards" in found.ticks:
        return Row("paper", "card", say("The question cards were printed"), say("one for each group"), True)
    if "no cards" in found.ticks:
        return Row("paper", "card", say("The wall shows the question"), say("and nobody sits with their back to it"),
                   True)
    return Row("paper", "card", say("Are the question cards printed?"),
               say("One for each group. Some sit with their backs to the wall."), False,
               (Remedy("print cards", say("Print")), Remedy("no cards", say("The wall will do"))))


def _chairs(found: Found) -> Row | None:
    gathering, near = found.gathering, _near(found.gathering)
    grouped = [sizes for step in gathering.steps if is_small_group(step.form) and (sizes := split(near, step.form))]
    if near < 1 or not grouped:
        return None
    first = sizes_line(grouped[0])
    if "chairs" in found.ticks:
        return Row("chairs", "form-circle", say("The chairs stand"),
                   say("{n} and {spare} to spare", n=near, spare=SPARE), True)
    return Row("chairs", "form-circle", say("{n} chairs, and {spare} to spare.", n=near, spare=SPARE),
               say("They can be moved, with nothing in between. First: {groups}", groups=first or ""), False,
               (Remedy("chairs", say("They stand")),))
