"""A promise that is a trade, or only tries, draws one question; one that stands by itself draws none."""

from __future__ import annotations

import pytest

from app.harvest.barter import remark
from app.words import Words

TRADES = [
    "I will open at eight if somebody else locks up.", "If they come, I will cook.",
    "I'll share the list when they share theirs.", "Once the others have signed I sign.",
    "I will help as long as it is only Mondays.", "Unless it rains I will walk.", "As soon as my boss agrees.",
    "I bring the chairs, provided the hall is open.", "I will do the minutes in return for the keys.",
    "It depends on the budget, but I will ask.", "WHEN THE BOARD SAYS YES I BEGIN",
]
TRIES = [
    "I will try to be on time.", "I'll see what I can do.", "We will see.", "Trying to listen more.",
    "I will have to see whether it fits.", "I do my best to call.", "Hopefully I call her.", "I’ll see.",
]
PROMISES = [
    "I will open at eight.", "I will call Ruth before Friday.", "I ask one person a week what they need.",
    "I hand over at half past three, before my bag is packed.", "When I am angry I will wait a day.",
    "I will keep the door open even if nobody comes.", "I will act as if the key were mine.",
    "I go and see Tomas on Monday.", "I bring a gift, a drift, a riff.", "I will visit the entry hall.",
    "No for now.", "Pass", "",
]


@pytest.mark.parametrize("words", TRADES)
def test_a_trade_is_asked_whether_it_stands_alone(words: str) -> None:
    asked = remark(words)
    assert asked is not None and "even if nothing came back" in Words()(asked)


@pytest.mark.parametrize("words", TRIES)
def test_a_try_is_asked_whether_it_is_a_no_for_now(words: str) -> None:
    asked = remark(words)
    assert asked is not None and "no for now" in Words()(asked) and Words()(asked).count("?") == 1


@pytest.mark.parametrize("words", PROMISES)
def test_a_promise_that_stands_by_itself_is_left_alone(words: str) -> None:
    assert remark(words) is None
