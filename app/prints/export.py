"""One call from a session or a plan to a file on the disk, for whoever runs it in a thread or on a command line."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from app.design.gathering import Gathering
from app.errors import Trouble
from app.live.session import Session
from app.paths import cache_folder, resources_folder
from app.prints.beside import folder_of, photos_beside
from app.prints.faces import Faces, faces
from app.prints.formats import Format, format_of
from app.prints.handouts import Handout
from app.prints.harvest import HarvestPages, harvest_of, nameless, write_harvest
from app.prints.machine_fonts import font_folders
from app.prints.paper import Paper
from app.prints.published import Harvest, as_json, published
from app.prints.writing import Progress, giving_way, replace
from app.words import Words, say


def export_harvest(session: Session, to: Path, words: Words, *, names: bool = True,
                   paper: Paper = Paper.A4, progress: Progress | None = None,
                   photos: Mapping[str, bytes] | None = None) -> tuple[str, ...]:
    """Write the harvest of `session` to `to`, as the kind of file its name ends in; the letters no font had.

    `photos` are JPEGs by their ids; Markdown has them in a folder beside it, a table has none. Without `names` nobody
    is named in it. The first time on a machine a PDF makes the faces for paper, which takes a few seconds. Raises
    Trouble when the file or the faces could not be written, or for another ending, and Stopped where `progress` was
    stopped.
    """
    kind = format_of(to)
    pages = harvest_of(session, photos)
    pages = pages if names else nameless(pages, words)
    if kind is Format.PDF:
        return write_harvest(pages, to, words, faces=faces(cache_folder(), font_folders()), paper=paper,
                             progress=progress)
    progress = progress or Progress()
    with giving_way():
        harvest = published(pages, words)
        data = _laid(harvest, pages.gathering.about, kind, words, paper, progress, folder_of(to).name)
        with photos_beside(to, harvest, progress) if kind is Format.MARKDOWN else nullcontext():
            progress.go_on()
            replace(to, data)
    return ()


def export_take_home(session: Session, to: Path, words: Words, *, names: bool = True, paper: Paper = Paper.A4,
                     progress: Progress | None = None) -> tuple[str, ...]:
    """Write a page for each person of `session` to `to`, a PDF; the letters no font had. Raises as `export_harvest`
    does, and Trouble where nobody is named or `names` are not wanted.
    """
    from app.prints.take_home import write_take_home

    if format_of(to) is not Format.PDF:
        raise Trouble(say("Take-home pages are a PDF; end {name} in .pdf.", name=to.name))
    pages = harvest_of(session)
    return write_take_home(pages if names else nameless(pages, words), to, words,
                           faces=faces(cache_folder(), font_folders()), paper=paper, progress=progress)


def unshown(session: Session, words: Words, *, names: bool = True) -> tuple[str, ...]:
    """The letters in the harvest of `session` that no font has, known before a PDF is written. Raises Trouble."""
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    from app.prints.typeset import Typesetter

    pages = harvest_of(session) if names else nameless(harvest_of(session), words)
    with giving_way():
        text = as_json(published(pages, words)).decode()
        return Typesetter(faces(cache_folder(), font_folders()), Canvas(BytesIO())).unshown(text)


def written(pages: HarvestPages, kind: Format, words: Words, paper: Paper = Paper.A4) -> bytes:
    """The harvest as any kind of file but a PDF; the photographs of Markdown lie in a folder called `photos`."""
    return _laid(published(pages, words), pages.gathering.about, kind, words, paper, Progress(), "photos")


def _laid(harvest: Harvest, about: bool, kind: Format, words: Words, paper: Paper, progress: Progress,
          photos: str) -> bytes:
    from app.prints.markdown import as_markdown
    from app.prints.spreadsheet import as_csv

    if kind is Format.WORD:
        from app.prints.word import as_word

        return as_word(harvest, words, about=about, paper=paper, progress=progress)
    if kind is Format.MARKDOWN:
        return as_markdown(harvest, words, about=about, folder=photos)
    return as_csv(harvest) if kind is Format.CSV else as_json(harvest)


def export_handout(gathering: Gathering, what: Handout, to: Path, words: Words,
                   paper: Paper = Paper.A4) -> tuple[str, ...]:
    """Write a handout of `gathering` to `to`; the letters no font had.

    Raises Trouble where the gathering has no badges, nobody is assigned, seats are not worked out yet, or the PDF
    could not be written. What stood at `to` before is then still there.
    """
    with giving_way():
        data, missing = handout(gathering, what, words, paper, faces=faces(cache_folder(), font_folders()))
    replace(to, data)
    return missing


def handout(gathering: Gathering, what: Handout, words: Words, paper: Paper, *,
            faces: Faces) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and the letters no font had. Raises Trouble where the plan has nothing to tell on it."""
    from app.prints.design_cards import lay_agreements, lay_guide, lay_propositions
    from app.prints.host_cards import lay_host_cards
    from app.prints.invitation import lay_invitation
    from app.prints.leaves import Leaves
    from app.prints.open_space import lay_posters, lay_posting, lay_reports, lay_signs
    from app.prints.promise_cards import lay_promise_cards
    from app.prints.question_cards import lay_question_cards
    from app.prints.seat_cards import lay_seat_cards
    from app.prints.seating_list import lay_seating
    from app.prints.slips import lay_slips
    from app.prints.table_cards import lay_table_cards

    leaves = Leaves(words, faces=faces, resources=resources_folder(), paper=paper)
    lay = {Handout.SLIPS: lay_slips, Handout.TABLES: lay_table_cards, Handout.SEATING: lay_seating,
           Handout.SEATS: lay_seat_cards, Handout.GUIDE: lay_guide, Handout.PROPOSITIONS: lay_propositions,
           Handout.AGREEMENTS: lay_agreements, Handout.QUESTIONS: lay_question_cards,
           Handout.HOSTS: lay_host_cards, Handout.TOPICS: lay_posting, Handout.SIGNS: lay_signs,
           Handout.REPORTS: lay_reports, Handout.POSTERS: lay_posters,
           Handout.INVITATION: lay_invitation,
           Handout.PROMISES: lay_promise_cards}
    lay[what](leaves, gathering, words)
    return leaves.finished(), tuple(sorted(leaves.type.missing))
