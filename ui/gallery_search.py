"""Pictures of the search: gatherings of some years in several scripts, what was found in them, and nothing found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from app.design.gathering import Gathering, PlannedStep, new_id
from app.groups.forms import Form
from app.library.protocol import Family, Keeps
from app.live.engine import Engine, opening
from app.store.store import Store
from ui.main import House
from ui.pages.search import SearchPage

_DAY = timedelta(days=1)
Said = tuple[str, str, Keeps, str, str]
"""Step, words, kind, whose, to whom."""
_SAID: tuple[tuple[str, int, tuple[Said, ...]], ...] = (
    ("What the street needs", 731, (
        ("leave", "The bakery shut in March, and since then nobody knows who is still alive on our side of the "
         "street. It was never about the bread: it was ten minutes in a queue with whoever was there.",
         Keeps.INSIGHT, "", ""),
        ("leave", "Could the school lend its kitchen to the bakery on Sundays?", Keeps.POSSIBILITY, "", ""),
        ("begin", "I will ask the baker’s daughter whether she would open again", Keeps.PROMISE, "Wim", "Grace"),
        ("leave", "Ο φούρνος της γειτονιάς: bakery, βιβλιοθήκη, καφενείο.", Keeps.STORY, "Ελένη", ""))),
    ("Town hall, spring", 214, (
        ("leave", "كان المخبز (the bakery) أول مكان عرفنا فيه أسماء بعضنا", Keeps.STORY, "ليلى", ""),
        ("leave", "パン屋 bakery の前で、はじめて隣の人と話した", Keeps.INSIGHT, "", ""),
        ("leave", "Мы все встречались у булочной (bakery) 🥖", Keeps.INSIGHT, "", ""),
        ("begin", "Bring bread from the bakery 🥐 to whoever cannot come down", Keeps.PROMISE, "Noor", "Petra"))),
    ("Friends of the bakery", 40, (
        ("leave", "We say bakery and mean one another.", Keeps.GIFT, "Samir", "his three"),
        ("leave", "Whether a bakery can live from people who come to talk", Keeps.DOUBT, "", ""))),
)


def searched(house: House, store: Store, now: datetime) -> Iterator[str]:
    """The search in English and in mixed scripts, a phrase, and what stands there when nothing is found."""
    for title, days, said in _SAID:
        _held(store, title, now - days * _DAY, said)
    house.console.turn_to("harvest")
    house.searching.open()
    yield "search"
    page = house.console.findChildren(SearchPage)[0]
    for name, typed in (("found", "bakery"), ("phrase", "“the bakery”"), ("greek", "ΦΟΥΡΝΟΣ"), ("arabic", "مخبز"),
                        ("nothing", "bakery zebra")):
        page.ask(typed)
        yield f"search-{name}"


def _held(store: Store, title: str, day: datetime, said: tuple[Said, ...]) -> None:
    plan = Gathering(id=new_id(), title=title, purpose="So that neighbours meet", starts=day, people=24, steps=(
        PlannedStep(id="leave", title="What we lost and miss", family=Family.POSSIBILITY, form=Form.THREES,
                    minutes=15, question="What is no longer here, and whom did you meet there?"),
        PlannedStep(id="begin", title="One thing", family=Family.COMMITMENT, form=Form.THREES, minutes=10,
                    question="What will you begin without waiting for company?", named=True)))
    begun = list(opening(plan, round(day.timestamp() * 1000)))
    session_id = store.begin(begun, plan)
    engine = Engine(begun, store.append_to(session_id), lambda: begun[-1].at + 1)
    for step_id, text, kind, name, to in said:
        engine.keep(text, kind, step_id=step_id, name=name, to=to)
    engine.finish()
