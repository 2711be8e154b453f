"""The harvest as a Word document: real headings, lists and tables, to be read aloud, searched and changed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm, Pt

from app.harvest.kinds import kind_name, kind_names
from app.harvest.photos import MOST_ON_PAPER, for_paper
from app.library.protocol import Keeps
from app.prints.paper import Paper
from app.prints.published import Conversation, Entry, Harvest, Photograph
from app.prints.telling import (
    NOTHING_WRITTEN,
    PROMISE_KEPT,
    besides,
    circle_words,
    facts,
    foot,
    given_heading,
    heading,
    hour_words,
    kinds_of,
    time_words,
    together_words,
    topic_words,
    under,
    whose,
)
from app.prints.themed import ALL_GATHERED, P, apart, beneath, chapters, where_said
from app.prints.writing import Progress
from app.words import PSEUDO, Words, say

_OF_A_PAGE = 0.42
"""How high a photograph is at most: two, with their captions, go on a page."""


def as_word(harvest: Harvest, words: Words, *, about: bool, paper: Paper, progress: Progress) -> bytes:
    """A .docx file. `about`: the number of people is a guess. Raises Stopped where `progress` was stopped."""
    paged = _Paged(harvest, words, paper, progress)
    paged.head(about)
    if harvest.is_empty():
        paged.heading(words(say("Nothing was written")), 1)
        paged.text(words(NOTHING_WRITTEN))
    paged.themes()
    paged.open_space()
    for part in harvest.conversations:
        paged.conversation(part)
    paged.given()
    paged.lived()
    out = BytesIO()
    paged.file.save(out)
    return out.getvalue()


class _Paged:
    """One document on its way."""

    def __init__(self, harvest: Harvest, words: Words, paper: Paper, progress: Progress) -> None:
        self._harvest, self._words, self._progress = harvest, words, progress
        self.file = Document()
        self._set_up(paper)
        self._styles = {name: self.file.styles[name] for name in (
            "Normal", "List Bullet", "Quote", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Caption")}
        self._chapters = chapters(harvest)
        self._themes = {chapter.theme.words for chapter in self._chapters}
        self._photos = sum(len(part.photos) for part in harvest.conversations)

    def _set_up(self, paper: Paper) -> None:
        """The sheet, the language, and what a search will find the file by."""
        package = self.file.part.package
        for name in [name for name, part in package.rels.items() if part.reltype.endswith("/thumbnail")]:
            package.rels.pop(name)   # of the empty sheet this one began as
        section = self.file.sections[0]
        section.page_width, section.page_height = (Pt(side) for side in paper.value)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
        self._wide = Pt(paper.value[0]) - 2 * Mm(25)
        self._high = round((Pt(paper.value[1]) - 2 * Mm(25)) * _OF_A_PAGE)
        language = "en" if self._words.language == PSEUDO else self._words.language
        default = self.file.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
        for old in default.findall(qn("w:lang")):
            default.remove(old)
        default.append(_element("w:lang", val=language, eastAsia=language, bidi=language))
        self.file.styles["Normal"].font.size = Pt(11.5)
        about = self.file.core_properties
        about.title, about.subject = self._harvest.title[:255], self._harvest.purpose[:255]
        about.author, about.language, about.comments = "Convener", language, ""
        about.created = about.modified = datetime.fromisoformat(self._harvest.began)

    def head(self, about: bool) -> None:
        """The title, when and where, what holds for names, the circle."""
        harvest, words = self._harvest, self._words
        self._paragraph(" ".join(harvest.title.split()), "Title")
        if harvest.purpose:
            self._paragraph(harvest.purpose, "Subtitle")
        for line in (*facts(harvest, words, about=about), *foot(harvest, words)):
            self.text(line)
        if sat := circle_words(harvest, words):
            self.heading(words(say("The circle")), 1)
            self.text(sat)

    def themes(self) -> None:
        """Each theme with what was gathered under it, and where that was said."""
        words = self._words
        if self._chapters:
            self.heading(words(kind_names(Keeps.THEME)), 1)
        for chapter in self._chapters:
            self.heading(chapter.theme.words, 2)
            if line := beneath(chapter.theme, words):
                self.text(line)
            for part, entry in chapter.notes:
                self._entry(entry, where_said(part, entry, words))

    def open_space(self) -> None:
        """The wall of topics, and what was reported of each."""
        harvest, words = self._harvest, self._words
        if harvest.agenda:
            self.heading(words(say("What we talked about")), 1)
            for hour in harvest.agenda:
                self.heading(hour_words(hour, words), 2)
                for topic in hour.topics:
                    self._paragraph(topic_words(topic, words), "List Bullet")
        if harvest.reports:
            self.heading(words(say("What was reported")), 1)
            for report in harvest.reports:
                self.heading(report.title or words(say("A talk without a title")), 2)
                self.text(", ".join(report.conveners))
                self._entries(self._apart(report).entries)
        if harvest.without_report:
            self.text(words(say("Without a report: {topics}.", topics=", ".join(harvest.without_report))))

    def conversation(self, part: Conversation) -> None:
        """One conversation, kind by kind."""
        self.heading(heading(part, self._words), 1)
        self._paragraph(under(part, self._words), "Quote").paragraph_format.keep_with_next = True
        for photo in part.photos:
            self._photo(photo)
        for name, entries in kinds_of(self._apart(part), self._words):
            if name:
                self.heading(name, 2)
            self._entries(entries)

    def given(self) -> None:
        """Promises with who heard them, offers and requests: a table for each conversation."""
        harvest, words = self._harvest, self._words
        if not harvest.given:
            return
        self.heading(given_heading(harvest, words), 1)
        for part in harvest.given:
            self.heading(heading(part, words), 2)
            for name, entries in kinds_of(part, words):
                if name:
                    self.heading(name, 3)
                kind = entries[0].kind
                if kind is Keeps.PROMISE:
                    head = (words(kind_name(kind)), words(say("Whose promise")), words(say("Heard by")),
                            words(say("By when")))
                    self._table(head, [("\n".join((one.words, *besides(one, words))), one.name, one.to, one.by_when)
                                       for one in entries], (0.46, 0.18, 0.18, 0.18), self._progress.noted)
                else:
                    self._entries(entries)
        self.text("")
        self.text(words(PROMISE_KEPT))

    def lived(self) -> None:
        """Every step with the minutes it was given and those it took."""
        words = self._words
        if not self._harvest.lived:
            return
        self.heading(words(say("Planned and lived")), 1)
        rows = [(step.title or words(say("A step")), *time_words(step.planned_minutes, step.lived_seconds, words))
                for step in self._harvest.lived]
        self._table((words(say("Step")), words(say("Planned")), words(say("Lived"))), rows, (0.6, 0.2, 0.2))
        if together := together_words(self._harvest, words):
            self.text("")
            self.text(together)

    def heading(self, text: str, level: int) -> None:
        """A heading that Word lists in its navigation."""
        self._paragraph(" ".join(text.split()), f"Heading {level}")

    def text(self, text: str, style: str = "Normal") -> None:
        """Words of their own."""
        self._paragraph(text, style)

    def _apart(self, part: P) -> P:
        """The conversation without what stands under a theme; where that is all of it, a sentence says so."""
        left = apart(part, self._themes)
        if part.entries and not left.entries:
            self.text(self._words(ALL_GATHERED))
        return left

    def _entries(self, entries: tuple[Entry, ...] | list[Entry]) -> None:
        for entry in entries:
            self._entry(entry)

    def _entry(self, entry: Entry, where: str = "") -> None:
        paragraph = self._paragraph(entry.words, "List Bullet")
        for part in (whose(entry, self._words), *besides(entry, self._words), where):
            if part:
                paragraph.add_run("\n" + part).italic = True
        self._progress.noted()

    def _photo(self, photo: Photograph) -> None:
        """A picture in the text, no wider than the column and no larger than its pixels, its caption under it."""
        self._progress.go_on()
        size = min(self._wide, self._high * photo.width // photo.height, Pt(photo.width * 0.75))
        paragraph = self._paragraph("", "Normal")
        paragraph.paragraph_format.keep_with_next = True
        picture = BytesIO(for_paper(photo.jpeg, MOST_ON_PAPER // self._photos))
        inline = paragraph.add_run().add_picture(picture, width=size)._inline
        inline.docPr.set("descr", photo.caption)
        for side in ("distT", "distB", "distL", "distR"):
            inline.set(side, "0")   # left out they are 3 mm for some
        self._paragraph(photo.caption, "Caption")

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self.file.add_paragraph(text, style=self._styles[style])
        _turned(paragraph, text)
        return paragraph

    def _table(self, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], shares: tuple[float, ...],
               done: Callable[[], None] = lambda: None) -> None:
        """A table whose first row stands again on every page it runs over; `done` is told of every other one."""
        table = self.file.add_table(rows=1, cols=len(head), style="Table Grid")
        wide = self._wide
        for column, share in zip(table.columns, shares, strict=True):
            column.width = int(wide * share)
        first = table.rows[0]
        first._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        _fill(first.cells, head, shares, wide, bold=True)
        for texts in rows:
            row = table.add_row()
            row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
            _fill(row.cells, texts, shares, wide, bold=False)
            done()


def _fill(cells: Any, texts: tuple[str, ...], shares: tuple[float, ...], wide: int, *, bold: bool) -> None:
    for cell, text, share in zip(cells, texts, shares, strict=True):
        cell.width = int(wide * share)
        paragraph = cell.paragraphs[0]
        paragraph.add_run(text).bold = bold
        _turned(paragraph, text)


def _turned(paragraph: Any, text: str) -> None:
    """A paragraph that begins in a script from right to left runs that way."""
    if runs_left(text):
        paragraph._p.get_or_add_pPr().append(_element("w:bidi"))
        paragraph.alignment = WD_PARAGRAPH_ALIGNMENT.LEFT   # which is the right where a paragraph runs from there


def runs_left(text: str) -> bool:
    """Whether the first letter that has a direction is of a script written from right to left."""
    found = next((way for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), "L")
    return found != "L"


def _element(name: str, **values: str) -> Any:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
