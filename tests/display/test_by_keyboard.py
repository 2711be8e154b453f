"""The whole of a facilitator's job with no pointer: from an empty folder to the PDF, real keys on the real program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.display.desk import Desk
from tests.display.paper import missing_from
from tests.display.staff_meeting import QUESTION, TITLE, is_kept

pytestmark = [pytest.mark.display, pytest.mark.slow]

SAID, CARD = "she said nobody asked", "We stop waiting for the list."
NEXT, BACK = "Next", "Prior"
MOST_TABS = 40


def test_a_gathering_from_an_empty_folder_to_the_pdf_by_keys_alone(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    a_protocol_is_found_and_read(desk)
    a_gathering_is_planned(desk)
    it_is_hosted(desk)
    a_note_a_message_and_silence(desk)
    the_question_in_other_words(desk)
    it_ends_and_is_printed(desk, tmp_path / "by keys.pdf")
    assert desk.close() == (0, "")


def a_protocol_is_found_and_read(desk: Desk) -> None:
    """Ctrl+1, a slash, words, Enter."""
    desk.key("ctrl+1")
    has_keyboard(desk, "ProtocolCard")
    desk.key("slash")
    has_keyboard(desk, "SearchField")
    desk.write("saw it coming")
    desk.key("Return")
    has_keyboard(desk, "ProtocolCard", "I saw it coming")
    desk.key("Next", "Prior", "F1")
    desk.find("While you host", kind="Paragraph")
    desk.key("Escape")
    has_keyboard(desk, "ProtocolCard", "I saw it coming")


def a_gathering_is_planned(desk: Desk) -> None:
    """New, named, counted; three steps, one moved, one reworded; undone and done again."""
    desk.key("ctrl+2")
    tab_to(desk, "New gathering")
    desk.key("Return")
    has_keyboard(desk, "Choice", "Occasion")
    desk.key("0")
    has_keyboard(desk, "InPlace", "Title")
    desk.write(TITLE)
    tab_to(desk, "12 people")
    desk.key("Return")
    tab_to(desk, "People")
    desk.write("11")
    desk.key("Return", "Escape")
    desk.find("11 people")
    for number, title in enumerate(("Welcome", "I saw it coming", "Closing")):
        if number:
            tab_to(desk, "Add a step")
            desk.key("Return")
        tab_to(desk, "Find a step")
        desk.write(title)
        desk.key("Return")
        is_there(desk, title)
    first = steps(desk)
    focus_on_step(desk, first[-1])
    desk.key("alt+Up")
    desk.until(lambda: steps(desk) == [first[0], first[2], first[1]], "the step was not moved")
    has_keyboard(desk, "StepRow", first[2])
    desk.key("ctrl+z")
    desk.until(lambda: steps(desk) == first, "the move was not taken back")
    focus_on_step(desk, first[0])
    desk.key("Return")
    has_keyboard(desk, "TextArea", "Question on the wall")
    desk.key("shift+Tab")
    has_keyboard(desk, "InPlace", "Title of the step")
    desk.write("Coming in")
    desk.until(lambda: "Coming in" in steps(desk), "the title was not written")
    focus_on_step(desk, "Coming in")
    desk.key("Delete")
    desk.until(lambda: steps(desk) == first[1:], "the step was not removed")
    has_keyboard(desk, "StepRow")
    desk.key("ctrl+z")
    desk.until(lambda: steps(desk) == ["Coming in", *first[1:]], "the step did not come back")


def it_is_hosted(desk: Desk) -> None:
    """The ink button of the plan, then a clicker's *Next* from beat to beat; *Back*, and once more."""
    tab_to(desk, "Host it")
    desk.key("Return")
    desk.until(lambda: desk.wall().shown, "the wall did not open")


def a_note_a_message_and_silence(desk: Desk) -> None:
    """While the room speaks the first letter begins a note; with Alt a letter is its command."""
    desk.type(SAID)
    has_keyboard(desk, "NoteField")
    desk.key("Return")
    desk.until(lambda: is_kept(desk, SAID, 1), "the note was not kept")
    desk.key("ctrl+z")
    desk.until(lambda: not is_kept(desk, SAID, 1), "the note was not taken back")
    desk.type(SAID)
    desk.key("Return")
    desk.until(lambda: is_kept(desk, SAID, 1), "the note was not kept again")
    desk.key("alt+m")
    has_keyboard(desk, "MessageArea")
    desk.write(CARD)
    desk.key("Return")
    desk.until(lambda: desk.wall().heading == CARD, "the wall does not show the message")
    desk.key("alt+m", "alt+q")
    desk.until(lambda: desk.wall().scene == "silence", "the wall is not silent")
    desk.key("alt+q")
    desk.until(lambda: desk.wall().scene == "welcome", "the welcome is not back")


def the_question_in_other_words(desk: Desk) -> None:
    """To the question, back and there again; another wording of it."""
    step(desk, NEXT, "gather")
    step(desk, NEXT, "question")
    step(desk, BACK, "gather")
    desk.key("ctrl+shift+z")
    desk.until(lambda: desk.wall().heading == QUESTION, "the move was not put back")
    desk.key("w")
    has_keyboard(desk, "Card")
    desk.key("Return")
    desk.until(lambda: desk.wall().heading != QUESTION, "the question is asked in its own words")
    step(desk, NEXT, "question")
    desk.key("s")
    desk.find("Stand back", kind="StandBack")
    desk.key("s")


def it_ends_and_is_printed(desk: Desk, to: Path) -> None:
    """To the end; asked whether to end, *Next* is the answer. Then the harvest and its PDF."""
    step(desk, NEXT, "call back")
    step(desk, NEXT, "closing")
    desk.move_clock(minutes=1)
    desk.key(NEXT)
    desk.find("End it")
    desk.move_clock(minutes=0.1)
    desk.key(NEXT)
    has_keyboard(desk, "InkButton", "Open the harvest")
    desk.key("Return")
    desk.find(SAID, kind="NoteRow", part=True)
    desk.key("ctrl+e")
    desk.until(lambda: any(thing.window == "QFileDialog" and thing.focus for thing in desk.look().things),
               "the file dialog did not open")
    desk.write(str(to))
    desk.key("Return")
    desk.until(to.exists, "no PDF was written")
    desk.find(f"Kept as {to.name}.", kind="Banner")
    assert missing_from(to, [SAID]) == []


def step(desk: Desk, key: str, scene: str) -> None:
    """A clicker's key, and what the wall shows then."""
    desk.move_clock(minutes=1 / 60)   # a second *Next* within 300 ms is taken for the clicker's bounce
    desk.key(key)
    desk.until(lambda: desk.wall().scene == scene, f"the wall does not show “{scene}”")


def is_there(desk: Desk, title: str) -> None:
    """Wait until the plan has a step of that title."""
    desk.until(lambda: title in steps(desk), f"{title} was not added")


def steps(desk: Desk) -> list[str]:
    """The titles of the plan, from the top."""
    rows = sorted((thing for thing in desk.look().things if thing.kind == "StepRow"), key=lambda thing: thing.at.y)
    return [row.name.split(",")[0].split(" ", 1)[1] for row in rows]


def focus_on_step(desk: Desk, title: str) -> None:
    """Tab to the plan, then up and down in it."""
    tab_to(desk, "", kind="StepRow")
    desk.key("Home")
    for _ in steps(desk):
        focus = desk.look().focus()
        if focus is not None and title in focus.name:
            return
        desk.key("Down")
    has_keyboard(desk, "StepRow", title)


def tab_to(desk: Desk, words: str, *, kind: str = "") -> None:
    """Press Tab until something that is called so has the keyboard."""
    way: list[str] = []
    for _ in range(MOST_TABS):
        focus = desk.look().focus()
        if focus is not None:
            if (words in ("", focus.name, focus.text)) and kind in ("", focus.kind) and (words or kind):
                return
            way.append(f"{focus.kind}:{focus.name or focus.text}")
        desk.key("Tab")
    pytest.fail(f"Tab does not come to “{words}” {kind}: {way}")


def has_keyboard(desk: Desk, kind: str, words: str = "") -> None:
    """Wait until a thing of that kind, called so, has the keyboard."""
    def so() -> bool:
        focus = desk.look().focus()
        return focus is not None and focus.kind == kind and (not words or words in focus.name + focus.text)

    desk.until(so, f"the keyboard is not on {kind} “{words}”")
