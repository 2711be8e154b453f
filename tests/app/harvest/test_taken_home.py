"""Who takes what home: names that were kept in notes, held against the list of people, and never a guess."""

from __future__ import annotations

from datetime import datetime

from app.design.gathering import Gathering, PlannedStep
from app.groups.roster import Person, Roster, named
from app.harvest.kinds import ANSWER, PASS
from app.harvest.note import Note, Reach
from app.harvest.taken_home import TakenHome, taken_home, why_none
from app.library.protocol import Family, Keeps
from app.words import Words


def plan(*people: str) -> Gathering:
    """A conversation that keeps names and one that keeps none."""
    return Gathering(id="g", title="Our street", starts=datetime(2026, 11, 24, 9), steps=(
        PlannedStep(id="begin", title="One thing", minutes=10, family=Family.COMMITMENT),
        PlannedStep(id="doubt", title="What I doubt", minutes=10, family=Family.DISSENT)),
        roster=named(Roster(), "\n".join(people)))


def promise(text: str, name: str = "", to: str = "", *, step: str = "begin", kind: Keeps = Keeps.PROMISE,
            reach: Reach = Reach.HARVEST, answer: str = "") -> Note:
    return Note(id=text, step_id=step, kind=kind, text=text, at=0, name=name, to=to, reach=reach,
                fields=((ANSWER, answer),) if answer else ())


def told(people: tuple[TakenHome, ...]) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Texts by person: promised, heard, gifts."""
    def texts(notes: list[Note]) -> list[str]:
        return [note.text for note in notes]
    return {one.name or str(one.badge): (texts(one.promised), texts(one.heard), texts(one.gifts)) for one in people}


def test_a_promise_goes_to_its_maker_and_to_its_witness_and_a_gift_to_whom_it_was_named() -> None:
    found = told(taken_home(plan("Ada", "Bo", "Cy"), [
        promise("I call", "Ada", "Bo"), promise("You held the ladder", "Cy", "Ada", kind=Keeps.GIFT)]))
    assert found == {"Ada": (["I call"], [], ["You held the ladder"]), "Bo": ([], ["I call"], []), "Cy": ([], [], [])}


def test_everybody_with_a_badge_has_a_page_in_the_order_of_badges_with_a_name_or_without() -> None:
    numbers = Roster(people=(Person(number=7), Person(number=2, name="Bo")))
    listed = taken_home(Gathering(id="g", starts=datetime(2026, 11, 24, 9), roster=numbers), ())
    assert [(one.badge, one.name) for one in listed] == [(2, "Bo"), (7, "")]


def test_without_a_list_those_who_stand_in_promises_have_a_page_and_nobody_else() -> None:
    found = told(taken_home(plan(), [
        promise("You waited", "Mei", "Otto", kind=Keeps.GIFT), promise("I open", "Joan", "Ruth"),
        promise("You laughed", to="ruth ", kind=Keeps.GIFT), promise("A thought", "Kim", kind=Keeps.INSIGHT)]))
    assert found == {"Joan": (["I open"], [], []), "Ruth": ([], ["I open"], ["You laughed"])}


def test_a_name_is_found_by_badge_by_one_part_and_whatever_its_capitals() -> None:
    found = told(taken_home(plan("Mechthild Brandt", "Ada", "ليلى حداد"), [
        promise("a", "mechthild"), promise("b", "BRANDT"), promise("c", "2"), promise("d", "ليلى")]))
    assert {name: promised for name, (promised, _, _) in found.items()} == {
        "Mechthild Brandt": ["a", "b"], "Ada": ["c"], "ليلى حداد": ["d"]}


def test_a_name_that_could_be_two_people_stands_by_itself_and_is_given_to_neither() -> None:
    found = taken_home(plan("Anna", "Anna", "Bo Lind", "Bo Berg"), [promise("a", "Anna"), promise("b", "Bo"),
                                                                  promise("c", "Anna (2)")])
    assert [(one.name, one.badge, [note.text for note in one.promised]) for one in found] == [
        ("Anna", 1, []), ("Anna", 2, ["c"]), ("Bo Lind", 3, []), ("Bo Berg", 4, []),
        ("Anna", 0, ["a"]), ("Bo", 0, ["b"])]


def test_several_names_in_one_field_are_several_people_and_the_whole_room_is_none() -> None:
    found = told(taken_home(plan("Ada", "Bo and Cy"), [
        promise("a", "Ada", "Zoë and Mei"), promise("b", "Ada", "the whole room"), promise("c", "Bo and Cy")]))
    assert found == {"Ada": (["a", "b"], [], []), "Bo and Cy": (["c"], [], []), "Zoë": ([], ["a"], []),
                     "Mei": ([], ["a"], [])}


def test_nothing_comes_from_a_conversation_without_names_from_a_pass_or_from_what_is_for_nobody() -> None:
    quiet = [promise("a", "Ada", "Bo", step="doubt"), promise("b", "Ada", "Bo", answer=PASS),
             promise("c", "Ada", "Bo", reach=Reach.NOBODY), promise("d", "", "")]
    assert told(taken_home(plan("Ada"), quiet)) == {"Ada": ([], [], [])}
    assert taken_home(plan(), quiet) == ()


def test_one_sentence_says_why_there_is_no_page() -> None:
    words = Words()
    nobody, unnamed = why_none(plan(), (), named=True), why_none(plan("Ada"), (), named=False)
    assert nobody is not None and unnamed is not None
    assert words(nobody) == ("Nobody is named in “Our street”: there is no list of people, and no name in a promise.")
    assert words(unnamed) == "A page for each person carries their name, so it cannot be written without names."
    assert why_none(plan("Ada"), (), named=True) is None
