"""What a facilitator does on the day of the staff meeting, with pointer and keyboard. Each act waits for its effect."""

from __future__ import annotations

from dataclasses import dataclass

from tests.display.desk import Desk
from tests.display.picture import faults
from tests.display.seen import Sight
from tests.displays import PROJECTOR

TITLE, MINUTES, PEOPLE = "Staff meeting", 45, 11
STEPS = ("Welcome", "I saw it coming", "A few voices", "Without knowing", "Closing")
QUESTION = "What did you see coming here and let come anyway?"


@dataclass(frozen=True, slots=True)
class Caught:
    """A note, its kind, and the place of the kind among the chips (from 1)."""

    kind: str
    chip: int
    text: str


def build(desk: Desk) -> None:
    """From home to a planned staff meeting: title, people, minutes, five steps."""
    desk.press("New gathering")
    desk.press("An empty page")
    desk.press("Title")
    desk.write(TITLE)
    desk.press("12 people")
    for fact, number in (("People", PEOPLE), ("Minutes in all", MINUTES)):
        desk.press(fact, kind="_Number")
        desk.write(str(number))
        desk.key("Return")
    desk.press("Done")
    desk.find(f"{PEOPLE} people")
    desk.find(f"{MINUTES} minutes")
    for step in STEPS:
        add_step(desk, step)


def add_step(desk: Desk, title: str) -> None:
    """Find a step by its name and add it behind the last."""
    if not desk.look().called("Find a step"):   # an empty plan has its list open
        desk.press("Add a step", kind="AddButton")
    desk.press("Find a step")
    desk.write(title)
    desk.press(title, kind="_Row")
    desk.until(lambda: any(thing.kind == "StepRow" and title in thing.name for thing in desk.look().things),
               f"{title} was not added")


def host_the_sample(desk: Desk) -> None:
    """From home to the live sample, two presses away."""
    desk.press("Host it")
    desk.find("Say and watch for", kind="Scroll")


def host(desk: Desk) -> None:
    """Begin the session from the designer, and see the wall open."""
    desk.press("Host it")
    desk.until(lambda: desk.wall().shown, "the wall did not open")


def go_on(desk: Desk, words: str, wall: str) -> None:
    """Press the one ink button, which says what it will do, and see the wall turn to that scene."""
    desk.move_clock(minutes=1 / 60)   # a second *Next* within 300 ms is taken for the clicker's bounce
    desk.press(words, kind="LiveInkButton")
    desk.until(lambda: desk.wall().scene == wall, f"the wall does not show “{wall}” after “{words}”")


def catch(desk: Desk, note: Caught, count: int) -> None:
    """Wake the box if it sleeps, choose the kind, write, Enter, and see it kept as the `count`th."""
    if not any(thing.kind == "NoteField" and thing.in_sight for thing in desk.look().things):
        desk.key("h")
    desk.press("A note", kind="NoteField")
    desk.key(f"ctrl+{note.chip}")
    desk.until(lambda: any(thing.checked for thing in desk.look().called(note.kind, kind="Chip")),
               f"{note.kind} was not chosen")
    desk.write(note.text)
    desk.key("Return")
    desk.until(lambda: is_kept(desk, note.text, count), f"the note “{note.text[:40]}” was not kept")


def is_kept(desk: Desk, text: str, count: int) -> bool:
    """Whether the host has been told: the awake box lists the note, the sleeping one counts it as its `count`th."""
    said = f"{count} note kept." if count == 1 else f"{count} notes kept."
    sight = desk.look()
    return bool(sight.called(said)) or any(thing.kind == "_NoteRow" and thing.name == text for thing in sight.things)


def digits(sight: Sight) -> str:
    """What the console's clock says."""
    return next(thing.text for thing in sight.things if thing.kind == "Digits")


def judge_wall(desk: Desk, *expected: str) -> None:
    """Photograph the second display until no fault is found with it: every expected sentence is on it, whole.

    A scene fades in, and a program that was held up for a moment draws it later than it says so.
    """
    seen: list[str] = []

    def is_well() -> bool:
        words = desk.letters()
        written = " ".join(word.text for word in words)
        seen[:] = [f"“{sentence}” is not drawn: {written}" for sentence in expected
                   if " ".join(sentence.split()) not in written]
        if not seen:
            seen[:] = faults(desk.shot(PROJECTOR), words)
        return not seen

    desk.until(is_well, lambda: f"the wall is not as it should be: {seen}")
