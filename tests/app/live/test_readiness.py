"""Before the room opens: what wants a minute comes first, one press answers it, and nothing is ever held back."""

from __future__ import annotations

from datetime import datetime

import pytest
from msgspec import structs

from app.design.gathering import Gathering, Mode, PlannedStep, Seating
from app.groups.forms import Form
from app.live.clock import MINUTE
from app.live.power import Power
from app.live.readiness import AT_LEAST, HOUR, LITTLE, Found, Row, lead, mirrored_words, rows
from app.words import Words
from tests.plans import staff_meeting

DAY = 24 * HOUR
WORDS = Words()
PLAN = structs.replace(staff_meeting(), people=11, minutes=45)
READY = Found(gathering=PLAN, displays=2, wall="Epson EB-2250 (HDMI-1)", wall_size=(1920, 1080), outputs=1,
              power=Power(plugged=True, percent=80), free=50_000_000_000, backup=3 * MINUTE,
              ticks=frozenset({"ring", "chairs", "no cards"}))


def looked(**but: object) -> dict[str, Row]:
    """The rows of a room where all is well, but for this."""
    fields = {name: getattr(READY, name) for name in Found.__slots__}
    return {row.id: row for row in rows(Found(**{**fields, **but}))}


def read(row: Row) -> str:
    """A row as it is read."""
    return f"{WORDS(row.head)} {WORDS(row.line)}"


def presses(row: Row) -> list[str]:
    """What can be pressed beside it."""
    return [WORDS(remedy.text) for remedy in row.remedies]


def test_where_all_is_well_nothing_is_asked() -> None:
    found = rows(READY)
    assert all(row.well and not row.remedies for row in found)
    assert WORDS(lead(found)) == "Everything is well. Go and stand at the door."
    assert [row.id for row in found] == ["display", "power", "bell", "awake", "disk", "backup", "paper", "chairs"]


def test_what_wants_a_minute_comes_first_and_is_counted_in_words() -> None:
    found = tuple(looked(power=Power(plugged=False, percent=30), ticks=frozenset({"chairs", "no cards"})).values())
    assert [row.well for row in found] == sorted(row.well for row in found)
    assert {row.id for row in found if not row.well} == {"power", "bell"}
    assert WORDS(lead(found)) == "Two things would like a minute of you. None of them holds you back."
    assert WORDS(lead(found[1:])).startswith("One thing would like a minute of you. It does not")


def test_a_mirror_is_told_with_the_way_out_of_each_system() -> None:
    for platform, way in (("linux", "display settings"), ("win32", "Windows+P"), ("darwin", "System Settings")):
        row = looked(mirrored=True, platform=platform)["display"]
        assert not row.well and "The room sees your notes" in read(row) and way in read(row)
        assert WORDS(mirrored_words(platform)) in read(row)


def test_with_one_display_the_host_is_asked_because_nobody_else_can_know() -> None:
    row = looked(displays=1, wall="")["display"]
    assert not row.well and WORDS(row.head) == "Does the room see this page too?"
    assert presses(row) == ["Only I see it", "They see it"]
    alone = looked(displays=1, wall="", ticks=frozenset({"i alone"}))["display"]
    assert alone.well and WORDS(alone.head) == "This page is yours alone"
    seen = looked(displays=1, wall="", ticks=frozenset({"they see it"}))["display"]
    assert not seen.well and "The room sees your notes" in read(seen)


@pytest.mark.parametrize(("power", "well"), [
    (Power(plugged=True), True), (Power(plugged=True, percent=4), True),
    (Power(plugged=False, minutes=89), False), (Power(plugged=False, minutes=90), True),
    (Power(plugged=False, percent=45 + AT_LEAST), True), (Power(plugged=False, percent=44 + AT_LEAST), False),
    (Power(plugged=False), False),
])
def test_a_battery_is_held_against_the_length_of_the_meeting(power: Power, well: bool) -> None:
    row = looked(power=power)["power"]
    assert row.well is well
    assert well or "45" in WORDS(row.line)


def test_where_the_machine_does_not_say_how_it_is_fed_a_press_says_it() -> None:
    row = looked(power=None)["power"]
    assert not row.well and presses(row) == ["It is in"]
    assert looked(power=None, ticks=READY.ticks | {"plugged in"})["power"].well


def test_the_bell_is_tried_or_replaced_and_silence_is_said() -> None:
    tried = looked(ticks=frozenset())["bell"]
    assert not tried.well and presses(tried) == ["Ring it", "Use my own"]
    silent = looked(outputs=0, ticks=frozenset())["bell"]
    assert read(silent).startswith("Nothing here can sound.") and "Use my own" in presses(silent)
    assert not looked(outputs=0)["bell"].well, "it was heard, and the speaker was taken away"
    assert looked(outputs=0, ticks=frozenset({"own bell"}))["bell"].well
    gone = looked(output="The room's speaker", output_gone=True)["bell"]
    assert not gone.well and WORDS(gone.head) == "The room's speaker is not plugged in."
    assert looked(bells=False, outputs=0, ticks=frozenset())["bell"].well, "the host chose that none rings"


def test_a_machine_that_would_not_stay_awake_is_told_of_while_the_session_runs() -> None:
    assert [looked(awake=answer)["awake"].well for answer in (None, True, False)] == [True, True, False]


@pytest.mark.parametrize(("free", "well", "words"), [
    (None, False, "Nothing can be written"), (LITTLE - 1, False, "199 MB are free"), (LITTLE, True, "200 MB free"),
    (2_500_000_000, True, "2 GB free"),
])
def test_the_disk_is_looked_at(free: int | None, well: bool, words: str) -> None:
    row = looked(free=free)["disk"]
    assert row.well is well and words in read(row)


@pytest.mark.parametrize(("age", "well", "words"), [
    (None, True, "one every ten minutes"), (0, True, "0 minutes old"), (MINUTE, True, "one minute old"),
    (HOUR, True, "one hour old"), (47 * HOUR, True, "47 hours old"), (9 * DAY, True, "9 days old"),
    (-HOUR, True, "0 minutes old"), (-HOUR - 1, False, "clock is behind"),
])
def test_the_backups_age_is_told_and_one_from_the_future_questions_the_clock(
        age: int | None, well: bool, words: str) -> None:
    row = looked(backup=age)["backup"]
    assert row.well is well and words in read(row)


def test_a_large_room_wants_a_microphone_that_is_carried() -> None:
    assert "microphone" not in looked(gathering=structs.replace(PLAN, people=40))
    large = structs.replace(PLAN, people=41)
    assert presses(looked(gathering=large)["microphone"]) == ["It is here"]
    assert looked(gathering=large, ticks=frozenset({"microphone"}))["microphone"].well


def test_question_cards_are_asked_for_where_small_groups_have_a_question() -> None:
    row = looked(ticks=frozenset())["paper"]
    assert not row.well and presses(row) == ["Print", "The wall will do"]
    assert looked()["paper"].well and looked(ticks=frozenset({"print cards"}))["paper"].well
    assert "paper" not in looked(gathering=structs.replace(PLAN, mode=Mode.PLATFORM))
    assert "paper" not in looked(gathering=structs.replace(PLAN, steps=PLAN.steps[:1]))


def test_paper_is_asked_for_where_a_step_goes_by_a_list() -> None:
    step = PlannedStep(id="s", title="New faces", form=Form.TABLE, minutes=20, seating=Seating.ASSIGNED)
    listed = Gathering(id="g", starts=datetime(2026, 11, 24, 9), people=12, steps=(step,))
    row = looked(gathering=listed)["paper"]
    assert "New faces" in read(row) and presses(row) == ["Print", "I have them"]
    assert looked(gathering=listed, ticks=frozenset({"printed"}))["paper"].well


def test_chairs_are_counted_for_who_comes_to_the_room() -> None:
    row = looked(ticks=frozenset())["chairs"]
    assert read(row).startswith("11 chairs, and 2 to spare.") and "One three, two fours." in read(row)
    assert looked()["chairs"].well
    hybrid = structs.replace(PLAN, mode=Mode.HYBRID, far=4)
    assert read(looked(gathering=hybrid, ticks=frozenset())["chairs"]).startswith("7 chairs")
    for mode in (Mode.PHONE, Mode.PLATFORM):
        assert {"chairs", "microphone"}.isdisjoint(looked(gathering=structs.replace(PLAN, mode=mode, people=90)))


def test_what_asks_is_a_sentence_and_what_is_well_a_line() -> None:
    for row in rows(Found(gathering=PLAN, ticks=frozenset())):
        assert WORDS(row.head).endswith((".", "?")) is not row.well, WORDS(row.head)
