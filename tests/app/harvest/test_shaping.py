"""Notes that are shaped afterwards: what the words, the fields, the names and the reach of each become."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.errors import Trouble
from app.harvest.kinds import ANSWER, PASS
from app.harvest.note import Note, Reach, checked
from app.harvest.shaping import by_theme, gathered, merged, moved, parted, unseen
from app.library.protocol import Keeps


def note(text: str, kind: Keeps = Keeps.INSIGHT, *, at: int = 1, reach: Reach = Reach.HARVEST, theme: str = "",
         step_id: str = "heard", **said: str) -> Note:
    return Note(id=f"n-{text}", step_id=step_id, kind=kind, text=text, at=at, reach=reach, theme=theme).filled(said)


def test_words_stand_one_under_the_other_in_the_order_given_and_the_first_says_kind_and_step() -> None:
    whole = merged((note("b", Keeps.STORY, at=5, step_id="gift"), note("a\nc", at=2)))
    assert (whole.text, whole.kind, whole.step_id, whole.at) == ("b\na\nc", Keeps.STORY, "gift", 2)
    assert whole.id not in ("n-b", "n-a\nc")


@pytest.mark.parametrize(("reaches", "left"), [
    ((Reach.WALL, Reach.HARVEST), Reach.HARVEST), ((Reach.WALL, Reach.NOBODY, Reach.HARVEST), Reach.NOBODY),
    ((Reach.WALL, Reach.WALL), Reach.WALL), ((Reach.NOBODY, Reach.NOBODY), Reach.NOBODY)])
def test_the_whole_goes_no_further_than_the_part_that_goes_least_far(reaches: tuple[Reach, ...], left: Reach) -> None:
    assert merged([note(str(n), reach=reach) for n, reach in enumerate(reaches)]).reach is left


def test_a_name_stands_only_where_every_part_has_the_same_and_keeps_names() -> None:
    ada, too = note("a", name="Ada", to="Bo"), note("b", name="Ada", to="Bo")
    assert (merged((ada, too)).name, merged((ada, too)).to) == ("Ada", "Bo")
    for other in (note("c"), note("c", name="Bo"), note("c", Keeps.DOUBT, name="Ada", to="Bo")):
        assert (merged((ada, other)).name, merged((ada, other)).to) == ("", "")
    assert merged((ada, too), named=lambda one: one is ada).name == ""


def test_other_fields_keep_every_different_value_and_an_answer_only_where_all_gave_it() -> None:
    whole = merged((note("a", Keeps.STORY, headline="The key", table="2"), note("b", Keeps.STORY, headline="The door"),
                    note("c", Keeps.STORY, headline="The key")))
    assert (whole.said("headline"), whole.said("table")) == ("The key; The door", "2")
    passed, said = note("a", Keeps.PROMISE, answer=PASS), note("b", Keeps.PROMISE, by_when="May")
    assert merged((passed, passed)).said(ANSWER) == PASS
    assert (merged((passed, said)).said(ANSWER), merged((passed, said)).by_when) == ("", "May")


def test_the_whole_is_under_the_first_theme_that_is_not_part_of_it() -> None:
    theme, other = note("T", Keeps.THEME), note("a", theme="n-T")
    assert merged((note("b"), other)).theme == "n-T"
    assert merged((other, theme)).theme == merged((theme, other)).theme == ""


def test_every_part_has_the_fields_the_reach_the_theme_and_the_instant_of_the_whole() -> None:
    whole = note("a b", Keeps.GIFT, reach=Reach.NOBODY, theme="t", name="Ada", to="Bo", at=9)
    parts = parted(whole, (" a ", "b"))
    assert [part.text for part in parts] == ["a", "b"] and len({whole.id, *(part.id for part in parts)}) == 3
    assert all(replace(part, id=whole.id, text=whole.text) == whole for part in parts)


@pytest.mark.parametrize(("texts", "told"), [
    ((), "still one"), (("a b",), "still one"), (("a", " \n"), "Part 2 has no words")])
def test_a_part_without_words_and_a_whole_of_one_part_are_told(texts: tuple[str, ...], told: str) -> None:
    with pytest.raises(Trouble, match=told):
        parted(note("a b"), texts)


def test_a_field_the_new_kind_has_no_place_for_is_there_again_when_it_is_moved_back() -> None:
    story = note("Once.", Keeps.STORY, headline="The key", name="Ada")
    away = moved(story, step_id="gift", kind=Keeps.INSIGHT)
    assert (away.step_id, away.kind, away.text) == ("gift", Keeps.INSIGHT, "Once.")
    assert moved(away, step_id="heard", kind=Keeps.STORY) == story
    assert unseen(away, Keeps.INSIGHT) == {"headline": "The key"} and unseen(away, Keeps.STORY) == {}
    assert moved(story, kind=Keeps.DOUBT).all_said() == {"headline": "The key"}
    report = note("Said.", Keeps.REPORT, topic="Bees", present="Otto", name="Ada")
    assert unseen(report, Keeps.DOUBT) == {"topic": "Bees"}, "people are not carried on unseen"


def test_what_stands_alone_is_under_no_theme_however_it_comes_about() -> None:
    for kind in (Keeps.THEME, Keeps.PROMISE, Keeps.OFFER, Keeps.REQUEST):
        assert gathered(note("a", kind), "t").theme == moved(note("a", theme="t"), kind=kind).theme == ""
        assert checked(note("a", kind, theme="t")).theme == ""
    assert gathered(note("a"), "t").theme == checked(note("a", theme="t")).theme == "t"
    assert gathered(note("a", theme="t"), "").theme == ""


def test_only_a_theme_that_is_there_gathers() -> None:
    theme, empty = note("T", Keeps.THEME), note("E", Keeps.THEME)
    under, lost, wrong = note("a", theme="n-T"), note("b", theme="gone"), note("c", theme="n-a")
    assert by_theme((under, lost, theme, wrong, empty)) == ((theme, (under,)), (empty, ()))
