"""The harvest of one session as a value, and that value as a PDF on the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace as replace_in
from pathlib import Path

import msgspec

from app.design.gathering import Gathering
from app.harvest.lived import Lived, lived
from app.harvest.nameless import Nameless, names_in
from app.harvest.note import Note, Reach
from app.harvest.photos import Photo
from app.harvest.together import Together, together
from app.live.marketplace import EMPTY, Market
from app.live.session import Session
from app.paths import resources_folder
from app.prints.faces import Faces
from app.prints.paper import Paper
from app.prints.writing import Progress, giving_way, replace
from app.words import Words, say


@dataclass(frozen=True, slots=True)
class HarvestPages:
    """What goes to paper. Instants are epoch milliseconds; `finished` is None while the session runs; `market` is
    the wall of topics of an Open Space; `together` is the time people had with each other.

    `photos` come with their JPEGs. Not `named`: every name was taken out of it, and so was every photo, whose
    handwriting nobody can read for names.
    """

    gathering: Gathering
    began: int
    finished: int | None
    people: int
    notes: tuple[Note, ...]
    lived: tuple[Lived, ...]
    market: Market = EMPTY
    named: bool = True
    photos: tuple[tuple[Photo, bytes], ...] = ()
    together: Together | None = None


def harvest_of(session: Session, photos: Mapping[str, bytes] | None = None) -> HarvestPages:
    """The harvest of a session as it stands now, without the notes that are for nobody; `photos` by their ids."""
    notes = tuple(note for note in session.notes if note.reach is not Reach.NOBODY)
    return HarvestPages(session.gathering, session.began, session.finished, session.people, notes,
                        lived(session.planned, session.spans), session.market,
                        photos=tuple((photo, (photos or {})[photo.id]) for photo in session.photos.here
                                     if photo.id in (photos or {})),
                        together=together(session.planned, session.gathering, session.spans, session.people,
                                          over=session.finished is not None))


def nameless(pages: HarvestPages, words: Words) -> HarvestPages:
    """The same harvest without a name in it, in fields or in words."""
    free = _cleaner(pages, words)
    gathering = free.plan(pages.gathering)
    titles = {step.id: step.title for step in gathering.steps}
    topics = tuple(msgspec.structs.replace(free.of(topic), conveners=()) for topic in pages.market.topics)
    return replace_in(
        pages, gathering=gathering, photos=(), notes=tuple(free.note(note) for note in pages.notes), named=False,
        lived=tuple(replace_in(row, title=titles.get(row.step_id, "")) for row in pages.lived),
        market=replace_in(pages.market, topics=topics))


def title_of(session: Session, words: Words, *, names: bool) -> str:
    """What the file of a harvest is called after; without `names` it names nobody either."""
    title = session.gathering.title
    return title if names else _cleaner(harvest_of(session), words).text(title)


def _cleaner(pages: HarvestPages, words: Words) -> Nameless:
    called = (name for topic in pages.market.topics for name in topic.conveners)
    return Nameless(names_in(pages.gathering, pages.notes, called), words(say("somebody")))


def write_harvest(pages: HarvestPages, to: Path, words: Words, *, faces: Faces,
                  paper: Paper = Paper.A4, progress: Progress | None = None) -> tuple[str, ...]:
    """Write the PDF to `to`; the letters no font had, which are written in brackets instead.

    Raises Trouble when it could not be written, and Stopped where `progress` was stopped. What stood at `to`
    before is then still there.
    """
    from app.prints.harvest_layout import lay_out

    progress = progress or Progress()
    with giving_way():
        data, missing = lay_out(pages, words, faces=faces, resources=resources_folder(), paper=paper,
                                progress=progress)
    progress.go_on()
    replace(to, data)
    return missing
