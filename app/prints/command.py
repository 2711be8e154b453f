"""`python3 -m app export GATHERING --to FILE.pdf`: the newest harvest of a gathering, without a window."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import TextIO

from app.errors import InUse, Trouble
from app.live.session import Session, fold
from app.prints.export import export_harvest
from app.store.store import Store
from app.words import Text, Words, say, say_n


def main(data: Path, gathering: str, to: Path) -> int:
    """Export to `to` what is kept in the folder `data`. 0 when it is written, 1 for trouble, 3 for data in use."""
    words = Words()
    try:
        session = newest_session(data, gathering)
        missing = export_harvest(session, to, words)
    except Trouble as trouble:
        _tell(sys.stderr, words(trouble.text))
        return 3 if isinstance(trouble, InUse) else 1
    _tell(sys.stdout, words(say("Wrote {path}.", path=str(to))))
    if missing:
        _tell(sys.stdout, words(missing_words(missing)))
    return 0


def missing_words(missing: tuple[str, ...]) -> Text:
    """What to say about letters no font had: each with its name, so that it can be read anywhere."""
    listed = ", ".join(f"{letter} (U+{ord(letter):04X} {unicodedata.name(letter, '').lower()})".replace(" )", ")")
                       for letter in missing[:12])
    more = " …" if len(missing) > 12 else ""
    return say_n("One letter has no font here and is written in brackets: {listed}{more}",
                 "{n} letters have no font here and are written in brackets: {listed}{more}",
                 len(missing), listed=listed, more=more)


def newest_session(data: Path, wanted: str) -> Session:
    """The newest run of the gathering called `wanted`: its id, its title in any case, or how either begins.

    Raises Trouble saying what there is, and InUse while a console has the folder open.
    """
    if not data.is_dir():
        raise Trouble(say("There are no gatherings in {folder}; name the right folder with --data.", folder=str(data)))
    store = Store.open(data)
    try:
        sessions = store.sessions()
        titles = {row.gathering_id: row.title for row in reversed(sessions)}
        titles |= {gathering.id: gathering.title for gathering in store.gatherings()}
        plans = {key: store.gathering(key) for key in titles}
        chosen = choose(titles, wanted, {key for key, plan in plans.items() if plan is not None and plan.sample})
        row = next((row for row in sessions if row.gathering_id == chosen), None)
        session = fold(store.log(row.id)) if row is not None else None
    finally:
        store.close()
    if session is None:
        raise Trouble(say("“{title}” was never hosted, so nothing was kept yet.", title=titles[chosen]))
    return session


def choose(titles: dict[str, str], wanted: str, samples: Collection[str] = ()) -> str:
    """The id `wanted` stands for, out of `titles` by id. Raises Trouble for none, or for several.

    The host's own gathering comes before a sample of the same name.
    """
    if wanted in titles:
        return wanted
    sought = wanted.strip().casefold()
    exact = [key for key, title in titles.items() if title.casefold() == sought]
    found = exact or [key for key, title in titles.items()
                      if sought and (title.casefold().startswith(sought) or key.startswith(sought))]
    found = [key for key in found if key not in samples] or found
    if len(found) == 1:
        return found[0]
    if not titles:
        raise Trouble(say("There are no gatherings here yet."))
    if not found:
        listed = ", ".join(f"“{title}”" for title in list(dict.fromkeys(titles.values()))[:20])
        raise Trouble(say("No gathering is called “{wanted}”. There is {listed}.", wanted=wanted, listed=listed))
    listed = ", ".join(f"{key[:8]} “{titles[key]}”" for key in found[:20])
    raise Trouble(say("“{wanted}” could be several; name one by the beginning of its number: {listed}.",
                      wanted=wanted, listed=listed))


def _tell(stream: TextIO, line: str) -> None:
    """One line, whatever letters the terminal knows."""
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
