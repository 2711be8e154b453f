"""From a keystroke in the search of all gatherings to the words around the finds in sight, beside a full-text index
of the same notes; and the first reading of everything, beside reading and decoding the same logs.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from msgspec.structs import replace

from app.harvest.found import Saying, find, snippet, understood
from app.harvest.note import Note
from app.library.protocol import Keeps
from app.live.engine import opening
from app.live.events import Event, Kept
from app.store.recall import Recall
from app.store.store import Store
from tests.app.prints.harvests import staff_meeting
from tests.bench.result import Result, worst

SESSIONS, NOTES = 200, 300
IN_SIGHT = 12
TYPED = ("the bakery", "promise key", "joan who", "zebra", "φουρνος", "المخبز", "eight")
SAID = ("the bakery on the corner opens at eight and nobody has a key but Joan who waits in the rain with bread",
        "a promise said together in the garden, the school and on the bench, Sunday morning, stairs, names",
        "ο φούρνος της γειτονιάς και το κλειδί της αυλής", "كنا ننتظر أمام المخبز في الزاوية")
"""Every note is of words of one of these."""


def search() -> Iterator[Result]:
    """Words typed letter by letter over 60,000 notes of 200 gatherings."""
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        _fill(store)
        began = time.perf_counter()
        for row in store.sessions():
            store.log(row.id)
        floor = time.perf_counter() - began
        began = time.perf_counter()
        sayings = Recall(store).sayings()
        yield Result("search-first", f"everything read before the first search, {SESSIONS} gatherings of {NOTES} "
                     "notes, to decoding their logs", time.perf_counter() - began, floor, "s")
        yield Result("search", "a keystroke of a search of all of them to the words around the finds in sight (99th "
                     "percentile), to the query alone of a full-text index", worst(list(_ours(sayings))),
                     worst(list(_floor(sayings))), "ms", times=2)


def _ours(sayings: tuple[Saying, ...]) -> Iterator[float]:
    for typed in _typed():
        began = time.perf_counter()
        finds = find(sayings, understood(typed))
        for saying in finds.sayings[:IN_SIGHT]:
            snippet(saying, finds.sought)
        yield 1000 * (time.perf_counter() - began)


def _floor(sayings: tuple[Saying, ...]) -> Iterator[float]:
    with closing(sqlite3.connect(":memory:")) as index:
        index.execute("create virtual table said using fts5(words, tokenize = 'unicode61 remove_diacritics 2')")
        index.executemany("insert into said values (?)", ((saying.text,) for saying in sayings))
        for typed in _typed():
            query = " ".join(f'"{word}"*' for word in typed.split())
            began = time.perf_counter()
            index.execute("select rowid from said where said match ?", [query]).fetchall()
            yield 1000 * (time.perf_counter() - began)


def _typed() -> Iterator[str]:
    """What stands in the field after each key."""
    for words in TYPED:
        yield from (words[:end] for end in range(1, len(words) + 1))


def _fill(store: Store) -> None:
    chance = random.Random(8)
    for number in range(SESSIONS):
        plan = replace(staff_meeting(), id=f"g{number}", title=f"Tuesday {number}")
        at = round(plan.starts.timestamp() * 1000) + number * 86_400_000
        log = list(opening(plan, at))
        for place in range(NOTES):
            text = " ".join(chance.choices(chance.choice(SAID).split(), k=chance.randint(5, 35)))
            log.append(Event(id=log[-1].id + 1, at=at + place, what=Kept(note=Note(
                id=f"{number}-{place}", step_id="busy", kind=Keeps.INSIGHT, text=text, at=at + place))))
        store.begin(log, plan)
