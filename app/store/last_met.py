"""When the people of a gathering last made promises to each other, as far as what is kept can say."""

from __future__ import annotations

from datetime import date, datetime

from app.design.gathering import Gathering
from app.design.met_again import same_people
from app.library.protocol import Keeps
from app.live.session import fold
from app.store.store import Store

NEWEST = 60
"""Sessions that are looked at, the newest first: people who last met longer ago begin afresh."""


def promises_made(store: Store, gathering: Gathering) -> date | None:
    """The day of the newest finished session of the same people, where a promise was kept in it; else None.

    A sample's people are nobody, so nothing follows from it.
    """
    for row in store.sessions()[:NEWEST]:
        before = store.gathering(row.gathering_id)
        if row.finished is None or before is None or before.sample or not same_people(gathering, before):
            continue
        session = fold(store.log(row.id))
        promised = session is not None and any(note.kind is Keeps.PROMISE for note in session.notes)
        return datetime.fromtimestamp(row.began / 1000).date() if promised else None
    return None
