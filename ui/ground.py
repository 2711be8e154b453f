"""What the windows stand on: data, settings, clock, library and languages, read once before the first picture."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from app.design.sample import sample, sample_notes
from app.errors import Trouble
from app.library.bundled import Shelf
from app.library.remembered import NAME, load_remembered
from app.live.clock import Clock, system_clock
from app.live.sample import lived_sample
from app.paths import protocols_folder
from app.settings import Choices, Settings, read_settings
from app.store.store import Store
from app.words import Text, Words, say
from ui.awake import Vigil, asking_nobody
from ui.sound import Silence, Sound


@dataclass(frozen=True, slots=True)
class Ground:
    """What the windows stand on."""

    store: Store
    choices: Choices
    clock: Clock
    shelf: Shelf
    words: Words
    wall_words: Words
    troubles: tuple[Text, ...]
    vigil: Vigil
    sound: Sound
    returning: bool = True
    """Whether the program has just started: a session it finds went on without it."""
    ticks: dict[str, frozenset[str]] = field(default_factory=dict)
    """What a host has answered before the room opens, by the id of the plan."""


def lay_ground(store: Store, data: Path, *, clock: Clock | None = None, settings: Settings | None = None,
               vigil: Vigil | None = None, sound: Sound | None = None) -> Ground:
    """Everything the windows need, read once. What cannot be read is told, not fatal.

    Without a `vigil` the machine may sleep, without a `sound` the bell is not heard.
    """
    troubles: list[Text] = []
    try:
        settings = settings or read_settings(data)
    except Trouble as trouble:
        troubles.append(trouble.text)
        settings = Settings()
    own = data / "protocols"
    shelf = load_remembered((protocols_folder(), *([own] if own.is_dir() else [])), data / NAME)
    clock = clock or system_clock()
    words, wall_words = Words(settings.language), Words(settings.wall_language)
    if store.is_new:
        try:
            _first_day(store, shelf, clock, words)
        except KeyError as missing:
            troubles.append(say("There is no sample gathering, because no protocol of the kind “{kind}” could be read; "
                                "the library's last line says which file.", kind=str(missing.args[0])))
    return Ground(store, Choices(data, settings), clock, shelf, words, wall_words, tuple(troubles),
                  vigil or Vigil(asking_nobody), sound or Silence())


def _first_day(store: Store, shelf: Shelf, clock: Clock, words: Words) -> None:
    """The sample gathering, and last week's session of it with a few notes."""
    now = clock()
    gathering = sample(datetime.fromtimestamp(now / 1000), {p.id: p for p in shelf.protocols}, words)
    events = lived_sample(gathering, sample_notes(words))
    session = store.begin(events[:1], gathering)
    append = store.append_to(session)
    for event in events[1:]:
        append(event)
    store.keep_gathering(gathering, now)


def renewed(ground: Ground) -> Ground:
    """The same ground in the languages chosen since; what was told once is not told again."""
    now = ground.choices.now
    return replace(ground, words=Words(now.language), wall_words=Words(now.wall_language), troubles=(),
                   returning=False)
