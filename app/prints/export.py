"""One call from a session to a PDF on the disk, for whoever runs it in a thread or on a command line."""

from __future__ import annotations

from pathlib import Path

from app.live.session import Session
from app.paths import cache_folder
from app.prints.faces import faces
from app.prints.harvest import harvest_of, write_harvest
from app.words import Words


def export_harvest(session: Session, to: Path, words: Words) -> tuple[str, ...]:
    """Write the harvest of `session` to `to`; the letters no font had.

    The first time on a machine this makes the faces for paper, which takes a few seconds. Raises Trouble when
    the PDF or the faces could not be written.
    """
    return write_harvest(harvest_of(session), to, words, faces=faces(cache_folder()))
