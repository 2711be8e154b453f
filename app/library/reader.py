"""The strict door of the library: one TOML file in, one protocol or all of its faults out.
It changes nothing and never raises for what a file holds, except where a caller asks it to.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from app.library.faults import Fault, Flaw, Unreadable
from app.library.protocol import Protocol
from app.library.rules import MOST_STEPS, flaws_in
from app.library.shape import MOST_FLAWS, sift
from app.library.toml import tables_in
from app.words import say


def read_protocol(path: Path) -> Protocol:
    """The protocol in `path`. Raises Unreadable, which holds every fault of the file."""
    protocol, faults = faults_in(path)
    if protocol is None:
        raise Unreadable(faults)
    return protocol


def faults_in(path: Path) -> tuple[Protocol | None, tuple[Fault, ...]]:
    """The protocol and no faults, or None and at least one fault, in the file's order of fields."""
    tables = tables_in(path)
    if isinstance(tables, Flaw):
        return None, _named(path, [tables])
    return understood(tables, path)


def understood(tables: dict[str, Any], path: Path) -> tuple[Protocol | None, tuple[Fault, ...]]:
    """What `faults_in` answers of a file that holds these tables. Nothing is read; `path` gives the name alone."""
    steps = tables.get("steps")
    if isinstance(steps, list) and len(steps) > MOST_STEPS:
        return None, _named(path, [Flaw("steps", say("holds {n} steps", n=len(steps)),
                                        say("{most} are the most", most=MOST_STEPS))])
    sound, flaws = sift(tables)
    if len(flaws) < MOST_FLAWS:
        flaws += islice(flaws_in(sound, flaws), MOST_FLAWS)
    if flaws:
        return None, _named(path, flaws[:MOST_FLAWS])
    return _finished(msgspec.convert(_joined(sound), Protocol), path), ()


def _named(path: Path, flaws: list[Flaw]) -> tuple[Fault, ...]:
    return tuple(Fault(path.name, flaw.field, flaw.problem, flaw.remedy) for flaw in flaws)


def _joined(sound: dict[str, Any]) -> dict[str, Any]:
    """The tables with each text on one line and no spaces around it."""
    def join(value: Any) -> Any:
        match value:
            case str():
                return " ".join(value.split())
            case list():
                return [join(held) for held in value]
            case dict():
                return {name: join(held) for name, held in value.items()}
            case _:
                return value
    joined: dict[str, Any] = join(sound)
    return joined


def _finished(protocol: Protocol, path: Path) -> Protocol:
    """The protocol with its file's name as id; a step of no family has the protocol's."""
    steps = tuple(step if step.family else msgspec.structs.replace(step, family=protocol.family)
                  for step in protocol.steps)
    return msgspec.structs.replace(protocol, id=path.stem, steps=steps)
