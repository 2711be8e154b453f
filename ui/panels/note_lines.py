"""The order of the list of notes: headings and notes from the top, where each stands, and the way between them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.harvest.note import Note
from app.harvest.sections import Section
from app.library.protocol import Family


@dataclass(frozen=True, slots=True)
class Line:
    """One place in the list: a heading without a note, a theme, which is both, or a note under one.

    `key` changes with everything that is drawn of it.
    """

    key: Hashable
    section: int
    note: Note | None = None


class Lines:
    """The lines of these sections, made once and never changed. `order` is the notes' ids from the top."""

    def __init__(self, sections: Sequence[Section] = (), family: Callable[[Note], Family | None] = lambda note: None,
                 writing: str = "") -> None:
        """`family` is the conversation a note belongs to, `writing` the id of the note that is open for writing."""
        self.sections = tuple(sections)
        self.all = tuple(_lines(sections, family, writing))
        self._places = {line.note.id: place for place, line in enumerate(self.all) if line.note is not None}
        self.order = tuple(self._places)

    def place(self, note_id: str) -> int:
        """Where a note stands, counted from 0; -1 where it is not here."""
        return self._places.get(note_id, -1)

    def notes(self, ids: Iterable[str]) -> tuple[Note, ...]:
        """These notes, from the top."""
        places = sorted(self._places[note_id] for note_id in ids if note_id in self._places)
        return tuple(note for place in places if (note := self.all[place].note) is not None)

    def beyond(self, note_id: str, by: int) -> str:
        """The note so many further down, or up where that is less than 0; no further than the last and the first."""
        return self.order[max(0, min(len(self.order) - 1, self.order.index(note_id) + by))]

    def next_section(self, note_id: str, by: int) -> str:
        """The first note under the next heading (1) or the one before (-1); "" where there is none."""
        firsts: dict[int, str] = {}
        for other in self.order:
            firsts.setdefault(self.all[self._places[other]].section, other)
        at = list(firsts).index(self.all[self._places[note_id]].section) + by
        return list(firsts.values())[at] if 0 <= at < len(firsts) else ""

    def span(self, section: int) -> tuple[int, int]:
        """The first and the last place of a section."""
        places = [place for place, line in enumerate(self.all) if line.section == section]
        return places[0], places[-1]

    def stop(self, stood: str, before: Lines) -> str:
        """Where the keyboard stands now that was at the note `stood` among the lines `before`.

        It stays; but where that note is gone or in another section by now, it is on the next of those that stayed.
        """
        if stood not in before.order:
            return stood if stood in self._places else next(iter(self.order), "")
        at, section = before.order.index(stood), before._section(stood)
        ways = [*before.order[at:], *reversed(before.order[:at])]
        stayed = (one for one in ways if before._section(one) == section and self._section(one) == section)
        others = (one for one in (*ways[1:], stood, *self.order) if one in self._places)
        return next(stayed, next(others, ""))

    def _section(self, note_id: str) -> str | None:
        place = self.place(note_id)
        return self.sections[self.all[place].section].id if place >= 0 else None


def _lines(sections: Sequence[Section], family: Callable[[Note], Family | None], writing: str) -> Iterator[Line]:
    for number, section in enumerate(sections):
        head: Hashable = (section.view, section.id, section.step, section.theme, bool(section.notes), number == 0)
        for key, note in ((head, section.theme), *(((one, family(one)), one) for one in section.notes)):
            yield Line(("editor", note.id) if note is not None and note.id == writing else key, number, note)
