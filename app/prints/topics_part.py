"""An Open Space in a harvest: the wall of topics as it stood, by time, and under each topic what was reported of it.

A topic of which nobody reported is named all the same; so is one that was merged. Whoever called a topic out wrote the
name on a sheet for everybody to see; other names stand only with a note that carries them.
"""

from __future__ import annotations

from app.harvest.note import Note
from app.library.protocol import Family
from app.live.clock import clock_time
from app.live.marketplace import conveners
from app.live.posting import Topic
from app.prints.faces import Face
from app.prints.harvest import HarvestPages
from app.prints.paper import LEFT, Style
from app.prints.sheet import Sheets
from app.prints.themed import ALL_GATHERED, gathered_notes
from app.prints.topics import Hour, Told, hours, merged_into, reports
from app.words import Text, Words, say

INDENT = 26.0


def draw_topics(sheets: Sheets, pages: HarvestPages, words: Words) -> bool:
    """The agenda, then the reports; False where there was no wall of topics, or nothing on it."""
    found = hours(pages)
    told, silent = reports(pages, found)
    if not (found or told):
        return False
    part = _Part(sheets, pages, words)
    if found:
        part.agenda(found)
    part.reports(told, silent)
    sheets.y -= 34
    return True


class _Part:
    """The pages of one Open Space."""

    def __init__(self, sheets: Sheets, pages: HarvestPages, words: Words) -> None:
        self._sheets, self._words, self._market = sheets, words, pages.market
        self._gathered = gathered_notes(pages)
        ink, ink2 = sheets.inks.ink, sheets.inks.ink2
        self._heading = Style(Face.DISPLAY, 30, 38, ink)
        self._time = Style(Face.DISPLAY, 18, 25, ink)
        self._topic = Style(Face.SANS_BOLD, 13, 19, ink)
        self._title = Style(Face.DISPLAY, 20, 26, ink)
        self._note = Style(Face.TEXT, 12.5, 18, ink)
        self._quiet = Style(Face.SANS, 12, 18, ink2)

    def agenda(self, found: tuple[Hour, ...]) -> None:
        """What ran when and where, with who called it out; what had no place stands last."""
        words = self._words
        self._head(say("What we talked about"))
        for hour in found:
            slot = hour.slot
            self._hour(words(say("Without a place") if slot is None else say(
                "{begins} to {ends}", begins=clock_time(slot.begins), ends=clock_time(slot.ends))), hour.topics)
        self._sheets.y -= 32

    def reports(self, told: tuple[Told, ...], silent: tuple[str, ...]) -> None:
        """Under each topic its reports; then those of no topic that was called out, then the topics without any."""
        if told:
            self._head(say("What was reported"))
        for topic in told:
            self._report(topic.title or self._words(say("A talk without a title")), ", ".join(topic.conveners),
                         topic.notes)
        if silent:
            self._sheets.y -= 6
            self._lines(self._words(say("Without a report: {topics}.", topics=", ".join(silent))), self._quiet)

    def _head(self, text: Text) -> None:
        heading = self._words(text)
        self._sheets.need(120)
        self._sheets.bookmark(heading)
        self._lines(heading, self._heading)
        self._sheets.y -= 8

    def _hour(self, heading: str, topics: tuple[Topic, ...]) -> None:
        sheets = self._sheets
        sheets.need(25 + 2 * 28)
        sheets.y -= 14
        self._lines(heading, self._time)
        sheets.y -= 3
        sheets.rule(colour=sheets.inks.ink)
        for topic in topics:
            who = ", ".join(conveners(self._market, topic))
            name = sheets.type.lines([(who, self._quiet)], sheets.measure * 0.4)[:1] if who else []
            lines = sheets.type.lines([(topic.title, self._topic)], sheets.measure * (0.58 if who else 1) - INDENT)
            sheets.need(min(len(lines), 3) * 19 + 10)
            top = sheets.y - 4 - 19 + 19 * 0.28
            if topic.spot is not None:
                sheets.draw(sheets.type.lines([(topic.spot.space, self._topic)], INDENT)[0], LEFT, top)
            for line in name:
                sheets.draw(line, LEFT + sheets.measure - line.width, top)
            sheets.y -= 4
            sheets.paragraph(lines, 19, x=LEFT + INDENT)
            also = merged_into(self._market, topic)
            if also:
                self._lines(self._words(say("with {topics}", topics=", ".join(also))), self._quiet, x=INDENT)
            sheets.y -= 4
            sheets.rule()

    def _report(self, title: str, who: str, notes: tuple[Note, ...]) -> None:
        sheets, words = self._sheets, self._words
        lines = sheets.type.balanced(title, self._title, sheets.measure)
        sheets.need(len(lines[:4]) * 26 + 3 * 18)
        sheets.bookmark(title)
        sheets.begin_bar(sheets.inks.family(Family.OPEN_SPACE))
        sheets.paragraph(lines, self._title.pitch)
        stands = tuple(note for note in notes if note.id not in self._gathered)
        if notes and not stands:
            self._lines(words(ALL_GATHERED), self._quiet)
        for number, note in enumerate(stands):
            called = note.said("name") or (who if not number else "")
            for label, text in ((say("Convener"), called), (say("Who was there"), note.said("present"))):
                if text:
                    self._lines(words(say("{label}: {text}", label=label, text=text)), self._quiet)
            sheets.y -= 4
            self._lines(note.text, self._note)
            if note.said("next"):
                self._lines(words(say("{label}: {text}", label=say("What next"), text=note.said("next"))), self._quiet)
            sheets.y -= 8
        sheets.end_bar()
        sheets.y -= 16

    def _lines(self, text: str, style: Style, *, x: float = 0.0) -> None:
        sheets = self._sheets
        lines = sheets.type.balanced(text, style, sheets.measure) if style.face is Face.DISPLAY else \
            sheets.type.lines([(text, style)], sheets.measure - x)
        sheets.paragraph(lines, style.pitch, x=LEFT + x)
