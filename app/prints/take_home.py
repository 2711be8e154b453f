"""A page for each person to take home: what was asked, what they promised and heard, and lines to write on.

It tells nothing that a name was not given to, and nothing of a conversation that keeps no names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.design.gathering import PlannedStep
from app.design.measures import is_asked
from app.design.names import day_words
from app.errors import Trouble
from app.groups.roster import clean_name
from app.harvest.note import Note
from app.harvest.taken_home import TakenHome, taken_home, why_none
from app.library.protocol import Family, Kind
from app.paths import resources_folder
from app.prints.faces import Face, Faces
from app.prints.harvest import HarvestPages
from app.prints.paper import BOTTOM, LEFT, Paper, Style, family_glyph
from app.prints.routes import plan_title
from app.prints.sheet import FOOT, Sheets
from app.prints.typeset import Line
from app.prints.writing import Progress, giving_way, replace
from app.words import Text, Words, say

SCALES = (1.0, 0.92, 0.84, 0.76, 0.68, 1.0)
"""The words grow smaller until a page holds them; what fits in none goes on overleaf as large as it was."""
LINE, FEWEST, MOST = 29.0, 4, 9
"""Points from one line to write on to the next, and how many there are."""
ENDING = 30 + 23 + FEWEST * LINE
"""Points that the fewest lines take, with what stands over them."""
CLOSE = 2
"""Points between words and what belongs to them: the two stay on one page."""
INDENT = 20
"""Points that words stand behind a glyph."""
TOP = 84.0
"""Points from the upper edge to the name, clear of the ribbon."""


def write_take_home(pages: HarvestPages, to: Path, words: Words, *, faces: Faces, paper: Paper = Paper.A4,
                    progress: Progress | None = None) -> tuple[str, ...]:
    """Write a page for each person to `to`; the letters no font had.

    Raises Trouble and Stopped as `write_harvest` does, and Trouble where nobody is named.
    """
    progress = progress or Progress()
    with giving_way():
        data, missing = lay_take_home(pages, words, faces=faces, resources=resources_folder(), paper=paper,
                                      progress=progress)
    progress.go_on()
    replace(to, data)
    return missing


def lay_take_home(pages: HarvestPages, words: Words, *, faces: Faces, resources: Path, paper: Paper,
                  progress: Progress) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and the letters no font had."""
    title = plan_title(pages.gathering, words)
    if (in_the_way := why_none(pages.gathering, pages.notes, named=pages.named)) is not None:
        raise Trouble(in_the_way)
    sheets = _Sheets(words, faces=faces, resources=resources, paper=paper, turned=progress.turned,
                     foot=words(say("What was said in a small group stays in the small group.")))
    sheets.about(title=title, subject=words(say("A page for each person to take home")))
    writer = _Writer(sheets, pages, words, title)
    for number, person in enumerate(taken_home(pages.gathering, pages.notes)):
        if number:
            sheets.new_page()
        writer.write(person)
    return sheets.finished(), tuple(sorted(sheets.type.missing))


class _Sheets(Sheets):
    """Sheets that go to different people: none is numbered."""

    def _draw_foot(self) -> None:
        style = Style(Face.SANS, 11, 15, self.inks.ink2)
        self.draw(self.type.lines([(self._foot, style)], self.measure)[0], LEFT, FOOT)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines that stand together, `gap` points below what came before, with a glyph before them or none; one that
    `heads` what follows stays with it.
    """

    lines: Sequence[Line]
    pitch: float
    gap: float = 0.0
    glyph: str = ""
    colour: str = ""
    heads: bool = False

    @property
    def height(self) -> float:
        return self.gap + len(self.lines) * self.pitch


class _Writer:
    """Writes one page after another."""

    def __init__(self, sheets: _Sheets, pages: HarvestPages, words: Words, title: str) -> None:
        self._sheets, self._words, self._title = sheets, words, title
        self._questions = asked(pages)
        day = words(day_words(datetime.fromtimestamp(pages.began / 1000).date(), year=True))
        self._facts = " · ".join(part for part in (day, pages.gathering.place.strip()) if part)
        self._shared: dict[float, list[_Block]] = {}
        self._room = sheets.height - TOP - BOTTOM

    def write(self, person: TakenHome) -> None:
        """The page of one person, as large as it fits."""
        sheets = self._sheets
        blocks: list[_Block] = []
        for scale in SCALES:
            blocks = self._blocks(person, scale)
            if sum(block.height for block in blocks) + ENDING <= self._room:
                break
        sheets.ribbon("harvest", sheets.inks.ink, width=27, height=50)
        sheets.y = sheets.height - TOP
        sheets.bookmark(self._called(person))
        for block, after in zip(blocks, (*blocks[1:], None), strict=True):
            sheets.y -= block.gap
            under = after.height if after is not None and after.gap <= CLOSE else 0
            sheets.need(min(len(block.lines), 3) * block.pitch + under + (3 * block.pitch if block.heads else 0))
            if block.glyph:
                sheets.glyph(block.glyph, x=LEFT, y=sheets.y - block.pitch * 0.72 - 2.5, side=13,
                             colour=block.colour)
            sheets.paragraph(block.lines, block.pitch, x=LEFT + (INDENT if block.glyph else 0))
        self._lines()

    def _blocks(self, person: TakenHome, scale: float) -> list[_Block]:
        ink, ink2 = self._sheets.inks.ink, self._sheets.inks.ink2
        text = Style(Face.TEXT, 14 * scale, 20.5 * scale, ink)
        small = Style(Face.SANS, 12 * min(1.0, scale * 1.1), 18 * min(1.0, scale * 1.1), ink2)
        if scale not in self._shared:
            self._shared[scale] = self._for_all(scale)
        blocks = [self._block(self._called(person), Style(Face.DISPLAY, 30 * scale, 38 * scale, ink)),
                  *self._shared[scale]]
        for title, family, notes, besides in (
                (say("You promised"), Family.COMMITMENT, person.promised, self._heard_by),
                (say("You were asked to hold this"), Family.COMMITMENT, person.heard, self._for),
                (say("A gift for you"), Family.GIFTS, person.gifts, self._from)):
            if notes:
                blocks.append(self._heading(title, scale, family))
            for number, note in enumerate(notes):
                blocks.append(self._block(note.text, text, (12 if number else 6) * scale))
                if said := besides(note):
                    blocks.append(self._block(said, small, 1))
        return blocks

    def _for_all(self, scale: float) -> list[_Block]:
        """What stands on every page: the gathering, its day, what was asked."""
        ink, ink2 = self._sheets.inks.ink, self._sheets.inks.ink2
        blocks = [self._block(self._title, Style(Face.ITALIC, 16 * scale, 23 * scale, ink2), CLOSE),
                  self._block(self._facts, Style(Face.SANS, 12, 18, ink2), CLOSE)]
        if self._questions:
            blocks.append(self._heading(say("We asked each other"), scale))
        question = Style(Face.DISPLAY, 16 * scale, 21.5 * scale, ink)
        return blocks + [self._marked(step.question, question, 7 * scale, step.family or Family.PART)
                         for step in self._questions]

    def _block(self, text: str, style: Style, gap: float = 0.0) -> _Block:
        type_, measure = self._sheets.type, self._sheets.measure
        even = style.face in (Face.DISPLAY, Face.ITALIC)
        return _Block(type_.balanced(text, style, measure) if even else type_.lines([(text, style)], measure),
                      style.pitch, gap)

    def _marked(self, text: str, style: Style, gap: float, family: Family, *, heads: bool = False) -> _Block:
        """A line or more behind the glyph of a conversation."""
        lines = self._sheets.type.balanced(text, style, self._sheets.measure - INDENT)
        return _Block(lines, style.pitch, gap, family_glyph(family), self._sheets.inks.family(family), heads)

    def _heading(self, text: Text, scale: float, family: Family | None = None) -> _Block:
        inks = self._sheets.inks
        style = Style(Face.SANS_BOLD, 12, 18, inks.ink2 if family is None else inks.family(family))
        if family is None:
            return self._block(self._words(text), style, 24 * scale)
        return self._marked(self._words(text), style, 24 * scale, family, heads=True)

    def _called(self, person: TakenHome) -> str:
        return person.name or self._words(say("Badge {n}", n=person.badge))

    def _heard_by(self, note: Note) -> str:
        heard = self._words(say("heard by {to}", to=clean_name(note.to))) if note.to.strip() else ""
        return " · ".join(part for part in (heard, note.by_when) if part)

    def _for(self, note: Note) -> str:
        """Whose promise it is; by when is not the witness's to watch."""
        return self._words(say("for {name}", name=clean_name(note.name))) if note.name.strip() else ""

    def _from(self, note: Note) -> str:
        return self._words(say("from {name}", name=clean_name(note.name))) if note.name.strip() else ""

    def _lines(self) -> None:
        """What they write by hand, as many lines as the sheet has room for and a few at least."""
        sheets = self._sheets
        if sheets.y - ENDING < BOTTOM:
            sheets.new_page()
        sheets.y -= 30
        style = Style(Face.ITALIC, 16, 23, sheets.inks.ink)
        sheets.paragraph(sheets.type.lines([(self._words(say("What I take with me")), style)], sheets.measure), 23)
        for _ in range(min(MOST, int((sheets.y - BOTTOM) // LINE))):
            sheets.y -= LINE
            sheets.rule(colour=sheets.inks.ink3)


def asked(pages: HarvestPages) -> tuple[PlannedStep, ...]:
    """The steps whose question people came to, in order; one that was asked in several rounds is told once."""
    reached = {row.step_id for row in pages.lived if row.seconds is not None}
    found: dict[str, PlannedStep] = {}
    for step in pages.gathering.steps:
        if step.id in reached and (is_asked(step) or step.kind is Kind.MARKETPLACE) and step.question.strip():
            found.setdefault(step.question.strip().casefold(), step)
    return tuple(found.values())
