"""One call from a session or a plan to a PDF on the disk, for whoever runs it in a thread or on a command line."""

from __future__ import annotations

from pathlib import Path

from app.design.gathering import Gathering
from app.live.session import Session
from app.paths import cache_folder, resources_folder
from app.prints.faces import Faces, faces
from app.prints.handouts import Handout
from app.prints.harvest import harvest_of, nameless, write_harvest
from app.prints.paper import Paper
from app.prints.writing import giving_way, replace
from app.words import Words


def export_harvest(session: Session, to: Path, words: Words, *, names: bool = True) -> tuple[str, ...]:
    """Write the harvest of `session` to `to`; the letters no font had. Without `names` nobody is named in it.

    The first time on a machine this makes the faces for paper, which takes a few seconds. Raises Trouble when
    the PDF or the faces could not be written.
    """
    pages = harvest_of(session)
    return write_harvest(pages if names else nameless(pages, words), to, words, faces=faces(cache_folder()))


def export_handout(gathering: Gathering, what: Handout, to: Path, words: Words,
                   paper: Paper = Paper.A4) -> tuple[str, ...]:
    """Write a handout of `gathering` to `to`; the letters no font had.

    Raises Trouble where the gathering has no badges, nobody is assigned, seats are not worked out yet, or the PDF
    could not be written. What stood at `to` before is then still there.
    """
    with giving_way():
        data, missing = handout(gathering, what, words, paper, faces=faces(cache_folder()))
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
           Handout.INVITATION: lay_invitation}
    lay[what](leaves, gathering, words)
    return leaves.finished(), tuple(sorted(leaves.type.missing))
