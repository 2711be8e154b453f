"""Keys of a host's own choosing for the commands of a session: laid over the usual ones, and guarded.

A key is added to what a command has; it comes away from another command only when it is asked for twice. What a
clicker presses for the next beat and for the way back can never be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.words import Text, say
from ui.actions import Action
from ui.commands import Command, native

NEVER_WITHOUT = ("next", "back")
"""Commands that a clicker must always have."""
_ANYWHERE = re.compile(r"((Ctrl|Shift|Alt|Meta)\+)*(F\d{1,2}|PgUp|PgDown|Esc|Media \w+|Volume \w+|Back|Forward)")
_NOT_A_KEY = frozenset({"", "Tab", "Backtab", "Shift+Tab", "Shift+Backtab", "Return", "Enter", "Shift+Return",
                        "Shift+Enter", "Shift", "Ctrl", "Control", "Alt", "Meta", "AltGr", "CapsLock", "NumLock",
                        "ScrollLock", "Ctrl+Control", "Shift+Shift", "Alt+Alt", "Meta+Meta"})

Chosen = Mapping[str, Sequence[str]]
"""All keys of each command that has others than usual, by its id. They are portable names ("Ctrl+Z")."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of a key: a sentence, the choice from now on, and whether the same key once more would take it."""

    text: Text
    chosen: dict[str, tuple[str, ...]] | None = None
    once_more: bool = False


def worn(usual: Sequence[Action], chosen: Chosen) -> tuple[Action, ...]:
    """The commands with the keys that were chosen. What would leave a clicker without its commands is not worn."""
    return tuple(_worn(action, chosen.get(action.id)) for action in usual)


def take(actions: Sequence[Action], chosen: Chosen, command: str, key: str, *, besides: Iterable[Command] = (),
         once_more: bool = False) -> Taken | None:
    """Give `key` to the command of that id; None where it is no key. `actions` are those worn now.

    `besides` are commands whose keys stay. With `once_more` a key that belongs to another command is taken from it.
    """
    action = next(action for action in actions if action.id == command)
    name, called = native(key), action.command.text
    if key in _NOT_A_KEY or key.endswith("+"):
        return None
    if key in _keys(action):
        return Taken(say("{key} is a key of “{command}” already.", key=name, command=called))
    for other in besides:
        if key in other.keys:
            return Taken(say("{key} is “{command}” everywhere, and stays so.", key=name, command=other.text))
    new = dict(_changed(action, (key, *_keys(action)), chosen))
    owner = next((other for other in actions if key in _keys(other)), None)
    if owner is not None:
        left = tuple(k for k in _keys(owner) if k != key)
        if owner.id in NEVER_WITHOUT and not any(map(_anywhere, left)):
            return Taken(say("{key} is what a clicker presses for “{command}”; it stays.", key=name,
                             command=owner.command.text))
        if not once_more:
            return Taken(say("{key} is “{command}”. Press it once more to take it from there.", key=name,
                             command=owner.command.text), once_more=True)
        new[owner.id] = left
    return Taken(say("{key} is “{command}” now.", key=name, command=called), new)


def hint(keys: Mapping[str, str], command: str, *, free: bool = True) -> str:
    """The key of a command as a button tells it. Where a letter is not `free` because words are typed, it takes Alt."""
    key = keys.get(command, "")
    return key if free or len(key) != 1 or not key.isalpha() else f"Alt {key}"


def _keys(action: Action) -> tuple[str, ...]:
    return (*action.keys, *action.anywhere)


def _changed(action: Action, keys: tuple[str, ...], chosen: Chosen) -> dict[str, tuple[str, ...]]:
    return {**{other: tuple(names) for other, names in chosen.items()}, action.id: keys}


def _worn(action: Action, keys: Sequence[str] | None) -> Action:
    if keys is None:
        return action
    anywhere = tuple(key for key in keys if key in action.anywhere or _anywhere(key))
    if action.id in NEVER_WITHOUT and not anywhere:
        return action
    return replace(action, keys=tuple(key for key in keys if key not in anywhere), anywhere=anywhere)


def _anywhere(key: str) -> bool:
    """Whether a key writes nothing, so that it is a command while words are typed too."""
    return _ANYWHERE.fullmatch(key) is not None
