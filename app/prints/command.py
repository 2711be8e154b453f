"""Paper without a window: `export` writes the newest harvest of a gathering, `print` what its room is handed."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from app.design.gathering import Gathering
from app.design.seats import is_worked_out
from app.errors import InUse, Trouble
from app.live.session import Session, fold
from app.prints.beside import named_beside
from app.prints.export import export_handout, export_harvest, export_take_home
from app.prints.handouts import SEATED, Handout
from app.prints.paper import Paper
from app.store.store import Store
from app.words import Text, Words, say, say_n


def main(data: Path, gathering: str, to: Path, paper: str = "a4", *, names: bool = True,
         each: bool = False) -> int:
    """Export to `to`, as its name ends, what is kept in the folder `data`; `paper` as in `Paper`. With `each` it is a
    page for each person.

    0 when it is written, 1 for trouble, 3 for data in use.
    """
    words = Words()

    def write() -> tuple[str, ...]:
        session, photos = newest_session(data, gathering)
        sheet = Paper[paper.upper()]
        if each:
            return export_take_home(session, to, words, names=names, paper=sheet)
        return export_harvest(session, to, words, names=names, paper=sheet, photos=photos)
    return _written(write, to, words)


def print_handout(data: Path, gathering: str, what: str, paper: str, to: Path) -> int:
    """Write a handout, named as in `Handout` and `Paper`, to `to`. Answers as `main` does."""
    words = Words()
    handout = Handout(what)
    return _written(lambda: export_handout(newest_plan(data, gathering, seated=handout in SEATED), handout, to, words,
                                           Paper[paper.upper()]), to, words)


def _written(write: Callable[[], tuple[str, ...]], to: Path, words: Words) -> int:
    """Write, and say where it is and which letters no font had, or what was in the way."""
    try:
        missing = write()
    except Trouble as trouble:
        _tell(sys.stderr, words(trouble.text))
        return 3 if isinstance(trouble, InUse) else 1
    _tell(sys.stdout, words(say("Wrote {path}.", path=str(to))))
    if beside := named_beside(to):
        _tell(sys.stdout, words(say("Its photos lie beside it in {folder}.", folder=beside)))
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


def newest_session(data: Path, wanted: str) -> tuple[Session, dict[str, bytes]]:
    """The newest run of the gathering called `wanted`, and its photographs by their ids.

    `wanted` is its id, its title in any case, or how either begins.
    Raises Trouble saying what there is, and InUse while a console has the folder open.
    """
    with _looked_up(data, wanted) as (store, chosen, title):
        session = _last_run(store, chosen)
        photos = store.photos_of(session) if session is not None else {}
    if session is None:
        raise Trouble(say("“{title}” was never hosted, so nothing was kept yet.", title=title))
    return session, photos


def newest_plan(data: Path, wanted: str, *, seated: bool = True) -> Gathering:
    """The plan called `wanted`; of a gathering that is being hosted, with whoever came and was seated since.

    Raises Trouble where it is to be `seated` and its seats are those of an older plan, and like `newest_session`.
    """
    with _looked_up(data, wanted) as (store, chosen, title):
        plan, session = store.gathering(chosen), _last_run(store, chosen)
    if session is not None and (plan is None or session.finished is None):
        return session.gathering
    assert plan is not None
    if seated and plan.seats and not is_worked_out(plan):
        raise Trouble(say("“{title}” was changed since its groups were mixed. Mix them again, then print.",
                          title=title))
    return plan


def _last_run(store: Store, gathering_id: str) -> Session | None:
    row = next((row for row in store.sessions() if row.gathering_id == gathering_id), None)
    return fold(store.log(row.id)) if row is not None else None


@contextmanager
def _looked_up(data: Path, wanted: str) -> Iterator[tuple[Store, str, str]]:
    """The store, and the id and title of the gathering that is meant."""
    if not data.is_dir():
        raise Trouble(say("There are no gatherings in {folder}; name the right folder with --data.", folder=str(data)))
    store = Store.open(data)
    try:
        titles = {row.gathering_id: row.title for row in reversed(store.sessions())}
        titles |= {gathering.id: gathering.title for gathering in store.gatherings()}
        plans = {key: store.gathering(key) for key in titles}
        chosen = choose(titles, wanted, {key for key, plan in plans.items() if plan is not None and plan.sample})
        yield store, chosen, titles[chosen]
    finally:
        store.close()


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
