"""Several steps in the hand."""

from __future__ import annotations

from app.design.selection import Selection

ORDER = ("a", "b", "c", "d")


def test_a_stretch_grows_and_shrinks_from_where_it_began() -> None:
    grown = Selection().only("b").stretched(ORDER, "c").stretched(ORDER, "d")
    assert grown.chosen == "d" and grown.all == {"b", "c", "d"}
    assert grown.stretched(ORDER, "b").all == {"b"}
    assert grown.stretched(ORDER, "a").all == {"a", "b"}


def test_a_step_is_added_and_taken_out_but_the_last_one_stays() -> None:
    two = Selection().only("a").toggled(ORDER, "c")
    assert two.chosen == "c" and two.all == {"a", "c"}
    one = two.toggled(ORDER, "c")
    assert one.chosen == "a" and one.all == {"a"}
    assert one.toggled(ORDER, "a") == one


def test_everything_keeps_the_step_in_the_hand() -> None:
    assert Selection().only("c").everything(ORDER).chosen == "c"
    assert Selection().everything(ORDER).all == set(ORDER)
    assert Selection().everything(()).all == frozenset()


def test_what_is_gone_from_the_plan_is_no_longer_chosen() -> None:
    three = Selection().only("b").stretched(ORDER, "d")
    assert three.kept(("a", "c", "d")).all == {"c", "d"}
    assert three.kept(("a", "c")).chosen == "c"
    assert three.kept(("a",)).chosen == "a"
    assert three.kept(()).all == frozenset()
