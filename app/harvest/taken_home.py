"""Who takes what home: their own promises, what they heard as a witness, gifts that were named to them.

A name counts only where a note kept it, and a conversation that keeps no names tells nothing here.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from app.design.gathering import Gathering
from app.groups.roster import clean_name, labels
from app.harvest.kinds import ANSWER, keeps_names
from app.harvest.nameless import BETWEEN
from app.harvest.note import Note, Reach
from app.library.protocol import Keeps
from app.words import Text, say


@dataclass(slots=True)
class TakenHome:
    """One person, by `name`, by the number of a badge, or both ("" and 0 where there is none).

    `promised` are their own words, `heard` those they were asked to witness, `gifts` what was named to them; notes in
    the order they were spoken.
    """

    name: str
    badge: int = 0
    promised: list[Note] = field(default_factory=list)
    heard: list[Note] = field(default_factory=list)
    gifts: list[Note] = field(default_factory=list)


def taken_home(gathering: Gathering, notes: Iterable[Note]) -> tuple[TakenHome, ...]:
    """Everybody on the list of people by badge, then whoever is named in a promise and on no list.

    Who passed, or said "no for now", promised nothing. A name that could be two people on the list is nobody of
    them: it stands by itself, and the host knows whose it is.
    """
    families = {step.id: step.family for step in gathering.steps}
    told = [note for note in notes if note.reach is not Reach.NOBODY and not note.said(ANSWER)
            and keeps_names(families.get(note.step_id), note.kind)]
    people = _People(gathering)
    for note in told:
        if note.kind is Keeps.PROMISE:
            for one in people.named(note.name):
                one.promised.append(note)
            for one in people.named(note.to, witness=True):
                one.heard.append(note)
    for note in told:
        if note.kind is Keeps.GIFT:
            for one in people.named(note.to, known=True):
                one.gifts.append(note)
    return people.everybody()


def why_none(gathering: Gathering, notes: Iterable[Note], *, named: bool) -> Text | None:
    """What is in the way of a page for each person, or None; `named` as a harvest with names is."""
    if not named:
        return say("A page for each person carries their name, so it cannot be written without names.")
    if not taken_home(gathering, notes):
        return say("Nobody is named in “{title}”: there is no list of people, and no name in a promise.",
                   title=gathering.title.strip() or say("A gathering"))
    return None


class _People:
    """The list, and who joins it by being named."""

    def __init__(self, gathering: Gathering) -> None:
        roster = gathering.roster.people
        called = labels(gathering.roster)
        self._listed = {person.number: TakenHome(clean_name(person.name), person.number)
                        for person in sorted(roster, key=lambda person: person.number)}
        self._others: dict[str, TakenHome] = {}
        self._by_words: dict[str, set[int]] = defaultdict(set)
        self._by_part: dict[str, set[int]] = defaultdict(set)
        for person in roster:
            for words in {called[person.number], person.name, str(person.number)}:
                self._by_words[_folded(words)].add(person.number)
            for part in _folded(person.name).split():
                self._by_part[part].add(person.number)

    def everybody(self) -> tuple[TakenHome, ...]:
        """Everybody so far."""
        return (*self._listed.values(), *self._others.values())

    def named(self, text: str, *, witness: bool = False, known: bool = False) -> Iterator[TakenHome]:
        """Whoever stands in a field. Only one who is `known` already, if so wished; a `witness` such as "the whole
        room" is no person.
        """
        names = [text] if self._found(text) is not None else dict.fromkeys(BETWEEN.split(text))
        for name in names:
            person, key = self._found(name), _folded(name)
            if person is not None:
                yield person
            elif key and not known and not (witness and clean_name(name)[:1].islower()):
                yield self._others.setdefault(key, TakenHome(clean_name(name)))

    def _found(self, name: str) -> TakenHome | None:
        """The one it must be: called so, or the only one of whose name it is a part."""
        key = _folded(name)
        numbers = self._by_words.get(key) or self._by_part.get(key) or set()
        if len(numbers) == 1:
            return self._listed[min(numbers)]
        return self._others.get(key)


def _folded(name: str) -> str:
    """A name as it is compared: capitals and doubled spaces do not count."""
    return unicodedata.normalize("NFKC", clean_name(name)).casefold().strip()
