"""A folder of protocols as a shelf: bad files are told and never stop the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.library.faults import Fault
from app.library.protocol import Family, Protocol
from app.library.reader import faults_in
from app.words import say

_ORDER = (
    Family.INVITATION, Family.CROSSROADS, Family.POSSIBILITY, Family.OWNERSHIP, Family.DISSENT,
    Family.COMMITMENT, Family.CONTRACTING, Family.GIFTS,
)
"""The order in which a gathering most often meets them, the easier first (after Block, Community, 2nd ed.)."""
_FAMILIES = (*_ORDER, *(family for family in Family if family not in _ORDER))

_PARTS = ("welcome", "met-again", "first-words", "minute-of-quiet", "write-it-down", "turn-to-neighbour", "sampling",
          "walk-along-the-wall", "guest-speaker", "ordinary-business", "walk-in-pairs", "break", "closing")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a folder holds, in library order, and why the rest could not be read."""

    protocols: tuple[Protocol, ...]
    faults: tuple[Fault, ...]


Reading = Callable[[Path], tuple[Protocol | None, tuple[Fault, ...]]]


def load_folder(folder: Path, read: Reading = faults_in) -> Shelf:
    """Every `*.toml` directly in `folder`, as `read` understands it.

    A folder that cannot be listed gives one fault and no protocols.
    """
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".toml")
    except OSError as error:
        reason = error.strerror or str(error)
        return Shelf((), (Fault(str(folder), "", say("cannot be opened ({reason})", reason=reason),
                                say("check that the folder is there and who may read it")),))
    protocols: list[Protocol] = []
    faults: list[Fault] = []
    for path in paths:
        protocol, found = read(path)
        faults += found
        if protocol is not None:
            protocols.append(protocol)
    return Shelf(tuple(sorted(protocols, key=library_order)), tuple(faults))


def library_order(protocol: Protocol) -> tuple[int, int, str]:
    """Conversations as a gathering meets them, then designs, then parts from welcome to closing."""
    place = _PARTS.index(protocol.id) if protocol.id in _PARTS else len(_PARTS)
    return _FAMILIES.index(protocol.family), place, protocol.title.casefold()
