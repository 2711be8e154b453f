"""What leaves the house, in order and without a form: every kind of file is made from this, so that none of them tells
more than another. No page, no mark-up and no font is known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.design.gathering import PlannedStep
from app.groups.forms import Form
from app.groups.roster import clean_name
from app.harvest.note import Note
from app.harvest.photos import Photo
from app.library.protocol import Family, Keeps, Kind
from app.prints.harvest import HarvestPages
from app.prints.topics import is_told_by_topic

GIVEN = (Keeps.PROMISE, Keeps.OFFER, Keeps.REQUEST)
"""What people give each other on the way out has pages of its own."""
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\ufffe\uffff")
"""Marks that turn the direction of what follows, or that no file may hold."""


@dataclass(frozen=True, slots=True)
class Section:
    """What was kept in one step; `step` is None for notes of no step of the plan."""

    step: PlannedStep | None
    notes: tuple[Note, ...]

    @property
    def family(self) -> Family | None:
        """The conversation it belongs to, or None."""
        return self.step.family if self.step is not None else None

    @property
    def heading(self) -> str:
        """The question that was asked; the title of a step that asks none ("" for notes of no step).

        What a closing or a welcome puts on the wall is a greeting, not a question.
        """
        if self.step is None:
            return ""
        asks = self.step.kind in (Kind.QUESTION, Kind.SAMPLING)
        return (self.step.question if asks else "") or self.step.title


@dataclass(frozen=True, slots=True)
class Circle:
    """How many voices sat in a circle, and the names of those alone who said yes to it."""

    voices: int
    names: tuple[str, ...]


def sections(pages: HarvestPages, *, promises: bool) -> Iterator[Section]:
    """Steps in the gathering's order with their promises, offers and requests, or with everything else they kept."""
    by_step: dict[str, list[Note]] = {}
    known = {step.id for step in pages.gathering.steps}
    for note in pages.notes:
        if (note.kind in GIVEN) is promises and not is_told_by_topic(pages, note):
            by_step.setdefault(note.step_id if note.step_id in known else "", []).append(note)
    for step in pages.gathering.steps:
        if step.id in by_step:
            yield Section(step, tuple(by_step[step.id]))
    if "" in by_step:
        yield Section(None, tuple(by_step[""]))


def with_photographed(pages: HarvestPages, found: Iterable[Section]) -> Iterator[Section]:
    """These sections, and one without notes for every other step that has a photograph, in the gathering's order."""
    by_step = {section.step.id if section.step is not None else "": section for section in found}
    for step in (*pages.gathering.steps, None):
        section = by_step.get(step.id if step is not None else "", Section(step, ()))
        if section.notes or photos_of(pages, section):
            yield section


def photos_of(pages: HarvestPages, section: Section) -> tuple[tuple[Photo, bytes], ...]:
    """The photographs of its step, in the order they came; for notes of no step those whose step left the plan."""
    if section.step is not None:
        return tuple(pair for pair in pages.photos if pair[0].step_id == section.step.id)
    known = {step.id for step in pages.gathering.steps}
    return tuple(pair for pair in pages.photos if pair[0].step_id not in known)


def circle(pages: HarvestPages) -> Circle | None:
    """The circle the gathering sat in; None where it sat in none, or never came to it."""
    lived = {row.step_id for row in pages.lived if row.seconds is not None}
    if not any(step.form is Form.CIRCLE and step.kind is Kind.QUESTION and step.family is Family.ART_OF_CONVENING
               and step.id in lived for step in pages.gathering.steps):
        return None
    roster = pages.gathering.roster.people
    names = tuple(clean_name(person.name) for person in roster if pages.named and person.named and person.name)
    return Circle(max(len(roster), pages.people), names)


def tidy(text: str) -> str:
    """The text as a file may hold it: one kind of line break, no control character, no half of a letter, nothing that
    turns the words around it.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_kept(letter) for letter in unicodedata.normalize("NFC", _BREAKS.sub("\n", text)))


def _kept(letter: str) -> str:
    if letter in "\n\t":
        return letter
    category = unicodedata.category(letter)
    if category == "Cs":
        return "\ufffd"
    return "" if category == "Cc" or letter in _TURNS else letter
