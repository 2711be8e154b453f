"""A harvest on paper, beside the same words in as many of reportlab's own paragraphs: as wide, in a face of ours, and
nothing else. Processor time, because two cores are never quiet; the middle of three turns.
"""

from __future__ import annotations

import random
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from app.harvest.note import Note
from app.library.bundled import load_folder
from app.library.protocol import Keeps
from app.paths import cache_folder, protocols_folder
from app.prints.faces import Face, Faces, faces
from app.prints.harvest import HarvestPages, write_harvest
from app.prints.harvest_layout import INDENT
from app.prints.paper import BOTTOM, LEFT, RIGHT, TOP, Paper
from app.prints.writing import giving_way
from app.words import Words
from tests.app.prints.harvests import harvest, note
from tests.bench.result import Result, middle, worst

COUNTS = (2_500, 5_000, 10_000)
TURNS = 3
NAP = 0.004
_KEPT = (("busy", Keeps.INSIGHT), ("heard", Keeps.THEME), ("gift", Keeps.GIFT), ("begin", Keeps.PROMISE))


def paper() -> Iterator[Result]:
    """Three sizes beside their floor, the largest beside the smallest, and a console beside the largest."""
    made = faces(cache_folder())
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder) / "harvest.pdf"
        _bare(harvest(*notes(100)), made)
        per_thousand = []
        for many in COUNTS:
            pages = harvest(*notes(many))
            write = partial(write_harvest, pages, to, Words(), faces=made)
            turns = [(_seconds(write), _seconds(partial(_bare, pages, made))) for _ in range(TURNS)]
            ours, floor = (middle([turn[which] for turn in turns]) for which in (0, 1))
            per_thousand.append(1000 * ours / many * 1000)
            yield Result(f"paper-{many}", f"a PDF of {many:,} notes, to bare reportlab", ours, floor, "s", times=1.5)
        yield Result("paper-line", f"1,000 notes of {COUNTS[-1]:,}, to 1,000 of {COUNTS[0]:,}: the work is linear",
                     per_thousand[-1], per_thousand[0], "ms", times=1.25)
        yield Result("paper-beside", f"how late a thread that naps {1000 * NAP:g} ms wakes while {COUNTS[-1]:,} notes "
                     "are written (99th percentile), to one beside a thread that only counts", *_late(write), "ms",
                     times=2)


def notes(many: int) -> Iterator[Note]:
    """Five to thirty words each from what the questions say, no two alike; half of them with names."""
    chance = random.Random(7)
    words = " ".join(step.question for protocol in load_folder(protocols_folder()).protocols
                     for step in protocol.steps).split()
    for number in range(many):
        long = chance.randint(5, 30)
        start = chance.randrange(len(words) - long)
        step_id, kind = _KEPT[number % len(_KEPT)]
        named = {"name": f"Mei {number}", "to": f"Tomas {number}"} if kind in (Keeps.GIFT, Keeps.PROMISE) else {}
        yield note(step_id, " ".join([str(number), *words[start:start + long]]), kind, **named)


def _bare(pages: HarvestPages, made: Faces) -> None:
    """Every note as one of reportlab's own paragraphs, on pages of the same size with the same margins."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    if "Bare" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Bare", str(made.cut(Face.TEXT).path)))
    style = ParagraphStyle("note", fontName="Bare", fontSize=12.5, leading=18, spaceAfter=7)
    document = SimpleDocTemplate(BytesIO(), pagesize=Paper.A4.value, leftMargin=LEFT + INDENT, rightMargin=RIGHT,
                                 topMargin=TOP, bottomMargin=BOTTOM)
    document.build([Paragraph(escape(f"{one.text}  {one.name} to {one.to}" if one.name else one.text), style)
                    for one in pages.notes])


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def _late(write: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds: beside the writing, and beside a thread that only counts."""
    beside = _naps_beside(write)
    enough = threading.Event()
    many = len(beside)

    def count() -> None:
        with giving_way():
            while not enough.is_set():
                pass

    return worst(beside), worst(_naps_beside(count, many, enough.set))


def _naps_beside(work: Callable[[], object], many: int = 1_000_000, done: Callable[[], None] = lambda: None,
                 ) -> list[float]:
    """How late each nap ended while a thread worked, or until there were so many."""
    worker = threading.Thread(target=work)
    worker.start()
    late: list[float] = []
    while worker.is_alive() and len(late) < many:
        late.append(_nap())
    done()
    worker.join()
    return late


def _nap() -> float:
    began = time.perf_counter()
    threading.Event().wait(NAP)
    return 1000 * (time.perf_counter() - began - NAP)
