"""The harvest as Markdown, in which nothing a person typed is ever read as markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from app.harvest.kinds import kind_names
from app.library.protocol import Keeps
from app.prints.beside import file_name
from app.prints.published import Conversation, Entry, Harvest
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
from app.prints.themed import ALL_GATHERED, Chapter, P, apart, beneath, chapters, where_said
from app.words import Words, say

_DIVIDING = frozenset("\\`*_[]<>#|~$&")
_FIRST = re.compile(r"^(\d+)([.)])|^([-+=:!])")


def as_markdown(harvest: Harvest, words: Words, *, about: bool, folder: str) -> bytes:
    """UTF-8. `about`: the number of people is a guess; in `folder` beside the file lie the photographs."""
    page = _Page(words, folder, chapters(harvest))
    page.head(harvest, about)
    if harvest.is_empty():
        page.paragraph(words(say("Nothing was written")), words(NOTHING_WRITTEN))
    page.themes()
    page.open_space(harvest)
    for part in harvest.conversations:
        page.conversation(part)
    page.given(harvest)
    page.lived(harvest)
    return ("\n\n".join(page.blocks) + "\n").encode()


class _Page:
    """Blocks with an empty line between them."""

    def __init__(self, words: Words, folder: str, chapters: Sequence[Chapter]) -> None:
        self.blocks: list[str] = []
        self._chapters, self._themes = chapters, {chapter.theme.words for chapter in chapters}
        self._words, self._folder, self._photos = words, folder, 0

    def head(self, harvest: Harvest, about: bool) -> None:
        """The title, when and where, and the circle."""
        words = self._words
        self._heading(1, harvest.title)
        self.paragraph(harvest.purpose)
        self.blocks.append("  \n".join(plain(line) for line in facts(harvest, words, about=about) if line))
        self.paragraph(*foot(harvest, words))
        if sat := circle_words(harvest, words):
            self._heading(2, words(say("The circle")))
            self.paragraph(sat)

    def themes(self) -> None:
        """Each theme with what was gathered under it, and where that was said."""
        words = self._words
        if self._chapters:
            self._heading(2, words(kind_names(Keeps.THEME)))
        for chapter in self._chapters:
            self._heading(3, chapter.theme.words)
            self.paragraph(beneath(chapter.theme, words))
            self.blocks.append("\n".join(
                _item(entry.words, (whose(entry, words), *besides(entry, words), where_said(part, entry, words)))
                for part, entry in chapter.notes))

    def open_space(self, harvest: Harvest) -> None:
        """The wall of topics, and what was reported of each."""
        words = self._words
        if harvest.agenda:
            self._heading(2, words(say("What we talked about")))
            for hour in harvest.agenda:
                self._heading(3, hour_words(hour, words))
                self.blocks.append("\n".join(_item(topic_words(topic, words)) for topic in hour.topics))
        if harvest.reports:
            self._heading(2, words(say("What was reported")))
            for report in harvest.reports:
                self._heading(3, report.title or words(say("A talk without a title")))
                self.paragraph(", ".join(report.conveners))
                self._entries(self._apart(report).entries)
        if harvest.without_report:
            self.paragraph(words(say("Without a report: {topics}.", topics=", ".join(harvest.without_report))))

    def conversation(self, part: Conversation) -> None:
        """One conversation, kind by kind."""
        self._heading(2, heading(part, self._words))
        self.paragraph(under(part, self._words))
        for photo in part.photos:
            self._photos += 1
            self.blocks.append(f"![{plain(photo.caption)}]"
                               f"({quote(f'{self._folder}/{file_name(self._photos, photo)}')})")
        for name, entries in kinds_of(self._apart(part), self._words):
            if name:
                self._heading(3, name)
            self._entries(entries)

    def given(self, harvest: Harvest) -> None:
        """Promises, offers and requests."""
        if not harvest.given:
            return
        words = self._words
        self._heading(2, given_heading(harvest, words))
        for part in harvest.given:
            self._heading(3, heading(part, words))
            for name, entries in kinds_of(part, words):
                if name:
                    self._heading(4, name)
                self.blocks.append("\n".join(_item(entry.words, (self._heard(entry), *besides(entry, words)))
                                             for entry in entries))
        self.paragraph(words(PROMISE_KEPT))

    def lived(self, harvest: Harvest) -> None:
        """Every step with the minutes it was given and those it took."""
        if not harvest.lived:
            return
        words = self._words
        self._heading(2, words(say("Planned and lived")))
        rows = [(words(say("Step")), words(say("Planned")), words(say("Lived"))), ("---", "---:", "---:")]
        rows += [(plain(step.title or words(say("A step"))).replace("\n", " "),
                  *time_words(step.planned_minutes, step.lived_seconds, words)) for step in harvest.lived]
        self.blocks.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
        self.paragraph(together_words(harvest, words))

    def paragraph(self, *texts: str) -> None:
        """Typed words as paragraphs of their own; empty ones are left out."""
        self.blocks += [_lines(text, "") for text in texts if text.strip()]

    def _heading(self, level: int, text: str) -> None:
        self.blocks.append(f"{'#' * level} {plain(' '.join(text.split()))}")

    def _apart(self, part: P) -> P:
        """The conversation without what stands under a theme; where that is all of it, a sentence says so."""
        left = apart(part, self._themes)
        if part.entries and not left.entries:
            self.paragraph(self._words(ALL_GATHERED))
        return left

    def _entries(self, entries: tuple[Entry, ...] | list[Entry]) -> None:
        if entries:
            self.blocks.append("\n".join(_item(entry.words, (whose(entry, self._words), *besides(entry, self._words)))
                                         for entry in entries))

    def _heard(self, entry: Entry) -> str:
        to = self._words(say("heard by {to}", to=entry.to)) if entry.to else ""
        return " · ".join(part for part in (entry.name, to, entry.by_when) if part)


def plain(text: str) -> str:
    """The text with a backslash before every mark that Markdown would read."""
    escaped = "".join("\\" + letter if letter in _DIVIDING else letter for letter in text)
    return _FIRST.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", escaped)


def _item(text: str, besides: tuple[str, ...] = ()) -> str:
    lines = [_lines(text, "  "), *(f"*{_lines(part, '  ')}*" for part in besides if part.strip())]
    return "- " + "\\\n  ".join(lines)


def _lines(text: str, indent: str) -> str:
    """Lines of one paragraph: each but the last ends in a backslash, which breaks it there."""
    lines = [plain(" ".join(line.split())) for line in text.split("\n") if line.strip()]
    return f"\\\n{indent}".join(lines)
