"""The pages of the harvest: notes by conversation, promises, planned and lived.

No counts and no names that were not given; ownership, dissent and crossroads are nameless whatever the note holds.
"""

from __future__ import annotations

import re
from pathlib import Path

from app.harvest.kinds import conversation_name, keeps_names, kind_name, kind_names, told
from app.harvest.lived import Lived
from app.harvest.note import Note
from app.harvest.tables import TABLE, by_table
from app.harvest.together import UNCOUNTED, in_a_line
from app.library.protocol import NAMELESS, Family, Keeps
from app.prints.circle_part import draw_circle
from app.prints.contents import draw_contents, keep_free, sheets_needed
from app.prints.faces import Face, Faces
from app.prints.harvest import HarvestPages
from app.prints.harvest_cover import draw_cover
from app.prints.outline import GIVEN, Section, sections, with_photographed
from app.prints.paper import LEFT, Paper, Style, family_glyph, kind_family, kind_glyph
from app.prints.photo_part import draw_photos, photo_rows
from app.prints.sheet import Sheets
from app.prints.themed import ALL_GATHERED, gathered_notes
from app.prints.themes_part import draw_themes
from app.prints.topics_part import draw_topics
from app.prints.typeset import Piece
from app.prints.writing import Progress
from app.words import Words, say, say_n

INDENT = 16
LIKELY_LONG, AS_NOTES = 80, 10
"""Notes from which on a harvest is first set with contents, and how many of them take the room of a photograph; where
that was wrong, it is set once more.
"""
_NAME = re.compile("\ue000(.*?)\ue001", re.DOTALL)


def lay_out(pages: HarvestPages, words: Words, *, faces: Faces, resources: Path, paper: Paper,
            progress: Progress) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and the letters no font had."""
    guess = int(len(pages.notes) + AS_NOTES * len(pages.photos) > LIKELY_LONG)
    sheets = _laid(pages, words, guess, faces=faces, resources=resources, paper=paper, progress=progress)
    needed = sheets_needed(sheets, guess)
    if needed != guess:
        sheets = _laid(pages, words, needed, faces=faces, resources=resources, paper=paper, progress=progress)
    if needed:
        draw_contents(sheets, words)
    return sheets.finished(), tuple(sorted(sheets.type.missing))


def _laid(pages: HarvestPages, words: Words, contents: int, *, faces: Faces, resources: Path, paper: Paper,
          progress: Progress) -> Sheets:
    """Every page, with so many kept free for the contents."""
    progress.pages = 0
    title = pages.gathering.title or words(say("A gathering"))
    sheets = Sheets(words, faces=faces, resources=resources, foot=title, paper=paper, turned=progress.turned)
    sheets.about(title=title, subject=pages.gathering.purpose or words(say("What was kept from a gathering")))
    book = _Book(pages, words, sheets)
    draw_cover(sheets, pages, words, title)
    keep_free(sheets, contents, words)
    draw_themes(sheets, pages, words, book.gathered_note)
    book.conversations()
    book.promises()
    book.lived()
    return sheets


class _Book:
    """One harvest on its way to paper."""

    def __init__(self, pages: HarvestPages, words: Words, sheets: Sheets) -> None:
        self._pages, self._words, self._sheets = pages, words, sheets
        ink, ink2 = sheets.inks.ink, sheets.inks.ink2
        self._note = Style(Face.TEXT, 12.5, 18, ink)
        self._statement = Style(Face.DISPLAY, 16.5, 22.5, ink)
        self._small = Style(Face.SANS, 11, 18, ink2)
        self._tag = Style(Face.SANS, 12.5, 18, ink2)
        self._tag_bold = Style(Face.SANS_BOLD, 12.5, 18, ink)
        self._question = Style(Face.DISPLAY, 20, 26, ink)
        self._heading = Style(Face.DISPLAY, 30, 38, ink)
        self._italic = Style(Face.ITALIC, 14.5, 20, ink2)
        self._quiet = Style(Face.SANS, 12, 18, ink2)
        self._promise = Style(Face.TEXT, 14.5, 20.5, ink)
        self._gathered = gathered_notes(pages)

    # --- conversations

    def conversations(self) -> None:
        """Every step that kept something other than promises, in the order of the gathering."""
        sheets = self._sheets
        sheets.new_page()
        draw_circle(sheets, self._pages, self._words)
        told_by_topic = draw_topics(sheets, self._pages, self._words)
        found = list(with_photographed(self._pages, list(sections(self._pages, promises=False))))
        if not found and not told_by_topic and not any(sections(self._pages, promises=True)):
            self._nothing_written()
            return
        for number, section in enumerate(found):
            if number:
                sheets.y -= 34
            self._section(section)

    def _nothing_written(self) -> None:
        sheets, words = self._sheets, self._words
        sheets.bookmark(words(say("Nothing was written")))
        sheets.paragraph(sheets.type.lines([(words(say("Nothing was written")), self._heading)], sheets.measure), 38)
        sheets.y -= 10
        text = say("And that is a harvest too. What was said stays with the people who heard it, "
                   "and they took it home.")
        sheets.paragraph(sheets.type.lines([(words(text), self._italic)], sheets.measure - 40), 22)

    def _section(self, section: Section) -> None:
        sheets, words, type_ = self._sheets, self._words, self._sheets.type
        family = section.family
        colour = sheets.inks.family(family)
        heading = section.heading or words(say("Also kept"))
        lines = type_.balanced(heading, self._question, sheets.measure)
        stands = tuple(note for note in section.notes if note.id not in self._gathered)
        tables, rest = by_table(stands)
        groups = [(kind, [n for n in rest if n.kind is kind]) for kind in Keeps]
        groups = [(kind, notes) for kind, notes in groups if notes]
        photos = photo_rows(sheets, self._pages, section)
        sheets.need(18 + len(lines[:6]) * 26 + 10 + max([2.0 * 18, *(row.height + 18 for row in photos[:1])]))
        sheets.bookmark(heading)
        sheets.begin_bar(colour)
        alone = {note.kind for note in stands}
        self._tag_line(section, min(alone) if len(alone) == 1 else None, colour)
        sheets.y -= 3
        sheets.paragraph(lines, self._question.pitch)
        draw_photos(sheets, photos)
        if section.notes and not stands:
            sheets.y -= 4
            sheets.paragraph(type_.lines([(words(ALL_GATHERED), self._quiet)], sheets.measure), self._quiet.pitch)
        for table, found in tables:
            self._table_line(table)
            for note in found:
                self._one_note(note, named=keeps_names(family, note.kind), at_table=True)
        for kind, notes in groups:
            sheets.y -= 8
            if len(groups) > 1 or tables:
                self._kind_line(kind)
            for note in notes:
                self._one_note(note, named=keeps_names(family, kind))
        sheets.end_bar()

    def _tag_line(self, section: Section, kind: Keeps | None, colour: str) -> None:
        """Glyph, conversation, and what was kept; whether names stand here."""
        sheets, words = self._sheets, self._words
        bold = Style(self._tag_bold.face, self._tag_bold.size, 18, colour)
        pieces: list[Piece] = [(words(conversation_name(section.family)), bold)]
        step = section.step
        rest = [words(kind_names(kind)).lower()] if kind is not None else []
        if step is not None and step.title != section.heading:
            rest.insert(0, step.title)
        if section.family in NAMELESS or kind is Keeps.DOUBT:
            rest.append(words(say("kept without names")))
        if rest:
            pieces.append((" · " + ", ".join(rest), self._tag))
        sheets.y -= 14
        sheets.glyph(family_glyph(section.family), x=LEFT, y=sheets.y - 2.5, side=15, colour=colour)
        lines = sheets.type.lines(pieces, sheets.measure - 22)
        for line in lines[:3]:
            sheets.draw(line, LEFT + 22, sheets.y)
            sheets.y -= 18
        sheets.y += 14

    def _kind_line(self, kind: Keeps) -> None:
        """A small heading for one kind of several."""
        sheets = self._sheets
        colour = sheets.inks.family(kind_family(kind))
        sheets.need(4 * 18)
        sheets.y -= 15
        sheets.glyph(kind_glyph(kind), x=LEFT, y=sheets.y - 2.5, side=13, colour=colour)
        style = Style(Face.SANS_BOLD, 11, 18, colour)
        sheets.draw(sheets.type.lines([(self._words(kind_names(kind)), style)], sheets.measure)[0], LEFT + 19, sheets.y)
        sheets.y -= 6

    def _table_line(self, table: str) -> None:
        """Whose essence follows."""
        sheets = self._sheets
        sheets.need(3 * 18)
        sheets.y -= 6
        words = self._words(say("Table {n}", n=table))
        style = Style(Face.SANS_BOLD, 11, 18, sheets.inks.ink2)
        sheets.paragraph(sheets.type.lines([(words, style)], sheets.measure)[:1], 18)

    def gathered_note(self, note: Note, where: str) -> None:
        """A note under its theme, with a quiet line that says `where` it was said."""
        step = self._pages.gathering.step(note.step_id)
        self._one_note(note, named=keeps_names(step.family if step is not None else None, note.kind), where=where)

    def _one_note(self, note: Note, *, named: bool, at_table: bool = False, where: str = "") -> None:
        """`at_table`: its table stands above it; `where` it was said stands under it."""
        sheets = self._sheets
        style = self._statement if note.kind is Keeps.PROPOSITION else self._note
        pieces: list[Piece] = [(note.text, style)]
        if at_table and note.kind is not Keeps.INSIGHT:
            pieces.append(("  " + self._words(kind_name(note.kind)).lower(), self._small))
        if named and (said := self._whose(note)):
            pieces.append(("  " + said, self._small))
        lines = sheets.type.lines(pieces, sheets.measure - INDENT)
        besides = [(field, text) for field, text in told(note, named=named) if not (at_table and field.id == TABLE)]
        heads = [sheets.type.lines([(self._words(text), self._tag_bold)], sheets.measure - INDENT)
                 for field, text in besides if field.leads]
        below = [self._words(say("{label}: {text}", label=field.label, text=text)) for field, text in besides
                 if not field.leads]
        together = (len(below) + 1) * 18 if where else 0   # where it was said never stands on a page alone
        sheets.need(min(len(lines), 3) * style.pitch + len(heads) * 18 + together)
        leftward = bool(lines[0].indent)
        dash = sheets.type.lines([("–", self._small)], 20)[0]
        sheets.draw(dash, LEFT + (sheets.measure - dash.width if leftward else 0), sheets.y - style.pitch * 0.72)
        indent = 0 if leftward else INDENT
        for part in heads:
            sheets.paragraph(part, 18, x=LEFT + indent)
        last = 2 if where and len(lines) > 3 else 0
        sheets.paragraph(lines[:len(lines) - last], style.pitch, x=LEFT + indent)
        sheets.need(last * style.pitch + together if last else 0)
        sheets.paragraph(lines[len(lines) - last:], style.pitch, x=LEFT + indent)
        for text in (*below, *([where] if where else ())):
            small = sheets.type.lines([(text, self._small)], sheets.measure - INDENT)
            over = max(sheets.measure - INDENT - small[0].width, 0) if leftward and not small[0].indent else 0
            sheets.paragraph(small, 18, x=LEFT + indent + over)
        sheets.y -= 7

    def _whose(self, note: Note) -> str:
        """The names that were given: who said it, and to whom."""
        if note.name and note.to:
            return self._words(say("{name} to {to}", name=note.name, to=note.to))
        return note.name or (self._words(say("to {to}", to=note.to)) if note.to else "")

    # --- promises

    def promises(self) -> None:
        """What was promised and who heard it; what was offered, and asked for."""
        found = list(sections(self._pages, promises=True))
        if not found:
            return
        sheets, words = self._sheets, self._words
        if sheets.y < sheets.height - 80:
            sheets.new_page()
        sheets.ribbon("promise", sheets.inks.family(Family.COMMITMENT), width=27, height=50)
        sheets.y = sheets.height - 80
        given = [kind for kind in GIVEN if any(note.kind is kind for section in found for note in section.notes)]
        heading = ", ".join(words(kind_names(kind)).lower() for kind in given)
        heading = heading[:1].upper() + heading[1:]
        sheets.bookmark(heading)
        sheets.paragraph(sheets.type.balanced(heading, self._heading, sheets.measure), 38)
        for section in found:
            if section.heading:
                lines = sheets.type.balanced(section.heading, self._italic, sheets.measure)
                sheets.paragraph(lines, self._italic.pitch)
            sheets.y -= 16
            sheets.rule()
            for kind in given:
                notes = [note for note in section.notes if note.kind is kind]
                if notes and len(given) > 1:
                    self._kind_line(kind)
                for note in notes:
                    self._one_promise(note, named=section.family not in NAMELESS)
            sheets.y -= 22
        if Keeps.PROMISE in given:
            text = say("The person who heard a promise keeps the other half of it. Nothing here is counted or chased; "
                       "when we meet again in threes, whoever wants to may say what became of it.")
            sheets.paragraph(sheets.type.lines([(words(text), self._quiet)], sheets.measure), self._quiet.pitch)

    def _one_promise(self, note: Note, *, named: bool) -> None:
        sheets = self._sheets
        lines = sheets.type.balanced(note.text, self._promise, sheets.measure - 40)
        leftward = bool(lines[0].indent)
        sheets.need(12 + min(len(lines), 3) * 20.5 + 30)
        sheets.y -= 12
        sheets.paragraph(lines, self._promise.pitch, leftward=leftward)
        sheets.y -= 2
        heard = sheets.type.lines(self._heard_by(note, named=named), sheets.measure)
        sheets.paragraph(heard, self._quiet.pitch, leftward=leftward)
        sheets.y -= 12
        sheets.rule()

    def _heard_by(self, note: Note, *, named: bool) -> list[Piece]:
        """Whose promise it is and who heard it, the names in semibold."""
        name, to = (_marked(note.name), _marked(note.to)) if named else ("", "")
        if name and to:
            text = say("{name}, heard by {to}", name=name, to=to)
        elif to:
            text = say("heard by {to}", to=to)
        else:
            text = say("{name}", name=name) if name else say("no name kept")
        besides = (self._words(text) for _field, text in told(note, named=named))
        line = " · ".join(part for part in (self._words(text), note.by_when, *besides) if part)
        bold = Style(Face.SANS_BOLD, 12, 18, self._sheets.inks.ink)
        return [(part, bold if number % 2 else self._quiet) for number, part in enumerate(_NAME.split(line)) if part]

    # --- planned and lived

    def lived(self) -> None:
        """Every step with the minutes it was given and the minutes it took."""
        rows = self._pages.lived
        if not rows:
            return
        sheets, words = self._sheets, self._words
        if sheets.y - 60 - 26 * min(len(rows), 8) < 130:
            sheets.new_page()
        elif sheets.y < sheets.height - 80:
            sheets.y -= 44
        sheets.bookmark(words(say("Planned and lived")))
        sheets.paragraph(sheets.type.lines([(words(say("Planned and lived")), self._question)], sheets.measure), 26)
        sheets.y -= 6
        head = Style(Face.SANS_BOLD, 11, 18, sheets.inks.ink2)
        self._row((words(say("Step")), words(say("Planned")), words(say("Lived"))), head)
        plain = Style(Face.SANS, 12, 18, sheets.inks.ink)
        for row in rows:
            self._row((row.title or words(say("A step")), self._minutes(row.planned), self._lived(row)), plain)
        total = sum(row.seconds for row in rows if row.seconds is not None)
        bold = Style(Face.SANS_BOLD, 12, 18, sheets.inks.ink)
        self._row((words(say("All together")), self._minutes(sum(row.planned for row in rows)),
                   self._minutes(round(total / 60)) if total else "–"), bold)
        if (together := self._pages.together) is not None and (line := in_a_line(together)) is not None:
            sheets.y -= 8
            text = f"{words(line)} {words(UNCOUNTED)}"
            sheets.paragraph(sheets.type.lines([(text, self._quiet)], sheets.measure), self._quiet.pitch)

    def _row(self, cells: tuple[str, str, str], style: Style) -> None:
        sheets = self._sheets
        lines = sheets.type.lines([(cells[0], style)], sheets.measure - 200)
        sheets.need(min(len(lines), 3) * 18 + 12)
        sheets.y -= 4
        sheets.paragraph(lines, 18)
        for cell, right in ((cells[1], LEFT + sheets.measure - 95), (cells[2], LEFT + sheets.measure)):
            line = sheets.type.lines([(cell, style)], sheets.measure)[0]
            sheets.draw(line, right - line.width, sheets.y + 18 * 0.28)
        sheets.y -= 4
        sheets.rule()

    def _minutes(self, minutes: int) -> str:
        return self._words(say_n("{n} min", "{n} min", minutes))

    def _lived(self, row: Lived) -> str:
        if row.seconds is None:
            return self._words(say("not reached"))
        return self._minutes(round(row.seconds / 60)) if row.seconds >= 60 else self._words(say("under 1 min"))


def _marked(name: str) -> str:
    """A name between marks that no sentence holds, so that it can be set in semibold."""
    name = name.replace("\ue000", "").replace("\ue001", "").strip()
    return f"\ue000{name}\ue001" if name else ""
