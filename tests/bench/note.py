"""A note, from Enter to durable, beside the same row written by plain sqlite3 into the same folder."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.library.protocol import Keeps
from app.live.clock import system_clock
from app.live.engine import Engine
from app.live.events import to_json
from app.store.store import Store
from tests.bench.data import hosting
from tests.bench.result import Result, middle

NOTES = 300


def note() -> Result:
    """The engine keeps notes while plain sqlite3 writes the same rows, in turns."""
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:      # a real disk where /tmp is memory
        data = hosting(Path(folder) / "data")
        with closing(Store.open(data)) as store, closing(_plain(Path(folder) / "plain.db")) as plain:
            live = store.live_session()
            assert live is not None
            events = list(store.log(live.id))
            engine = Engine(events, store.append_to(live.id), system_clock())
            while engine.session.beat is None and engine.next():
                pass
            ours, floor = [], []
            for number in range(NOTES):
                words = f"What was said, number {number}, in some forty letters."
                began = time.perf_counter()
                engine.keep(words, Keeps.INSIGHT)
                ours.append(time.perf_counter() - began)
                event = store.log(live.id)[-1]
                row = (live.id, event.id, event.at, "kept", to_json(event).decode())
                began = time.perf_counter()
                with plain:
                    plain.execute("insert into events (session_id, id, at, fact, event) values (?, ?, ?, ?, ?)", row)
                floor.append(time.perf_counter() - began)
    return Result("note", "a note from Enter to durable, to the same INSERT in plain sqlite3",
                  1000 * middle(ours), 1000 * middle(floor), "ms", times=2)


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("create table events (session_id text, id text primary key, at int, fact text, event text)")
    return connection
