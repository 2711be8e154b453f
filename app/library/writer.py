"""Writes a protocol as the file a person could have written, and leaves their own hand in it alone.

Only what has changed is written into a file that was there: remarks, order and layout of the rest stay.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Table

from app.library.protocol import Protocol
from app.library.reader import understood

_LINE = 100
"""Characters that a list takes on one line; a longer one takes a line for each of its texts."""


def written(protocol: Protocol) -> str:
    """A fresh file that reads as `protocol`."""
    return _fresh(tables_of(protocol))


def rewritten(protocol: Protocol, before: str) -> str | None:
    """The file `before`, changed in place until it reads as `protocol`; None where its layout does not allow it.

    Remarks, order and spaces of whatever is not changed stay.
    """
    old = _read(before, protocol.id)
    if old is None:
        return None
    try:
        text = _merged(before, tables_of(old), tables_of(protocol))
    except (TOMLKitError, KeyError, TypeError):
        return None
    return text if text and _read(text, protocol.id) == protocol else None


def tables_of(protocol: Protocol) -> dict[str, Any]:
    """What the file holds as plain tables; what every protocol has anyway is left out."""
    plain: dict[str, Any] = _bare(msgspec.to_builtins(protocol))
    plain.pop("id", None)
    for step in plain["steps"]:
        if step.get("family") == plain["family"]:
            del step["family"]      # the reader gives it the protocol's
    return plain


def _read(text: str, name: str) -> Protocol | None:
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
    return understood(tables, Path(f"{name}.toml"))[0]


def _bare(value: Any) -> Any:
    """Lists for tuples, and no empty tables."""
    match value:
        case dict():
            held = {name: _bare(each) for name, each in value.items()}
            return {name: each for name, each in held.items() if each != {}}
        case list() | tuple():
            return [_bare(each) for each in value]
        case _:
            return value


def _merged(before: str, old: dict[str, Any], new: dict[str, Any]) -> str:
    document = tomlkit.parse(before)
    _merge(document, {**old, "steps": []}, {**new, "steps": []})
    steps = document["steps"]
    if not isinstance(steps, AoT):
        return ""
    for place, (was, now) in enumerate(zip(old["steps"], new["steps"], strict=False)):
        _merge(steps[place], was, now)
        if "family" in steps[place]:
            steps[place]["family"] = now.get("family", new["family"])
    while len(steps) > len(new["steps"]):
        del steps[len(steps) - 1]
    for step in new["steps"][len(steps):]:
        steps.append(_table(step))
    return tomlkit.dumps(document)


def _merge(table: Any, old: dict[str, Any], new: dict[str, Any]) -> None:
    """Bring what differs between `old` and `new` into `table`."""
    for name, value in new.items():
        if old.get(name) == value:
            continue
        if isinstance(value, dict) and name in table:
            _merge(table[name], old.get(name, {}), value)
        else:
            table[name] = _item(value)
    for name in old:
        if name not in new and name in table:
            del table[name]


def _fresh(tables: dict[str, Any]) -> str:
    document = tomlkit.document()
    for name, value in tables.items():
        if name != "steps":
            document.add(name, _item(value))
    steps = tomlkit.aot()
    for step in tables["steps"]:
        steps.append(_table(step))
    document.add("steps", steps)
    return tomlkit.dumps(document)


def _table(held: dict[str, Any]) -> Table:
    """A table whose own values stand above its tables, as TOML wants it."""
    table = tomlkit.table()
    for name, value in sorted(held.items(), key=lambda each: isinstance(each[1], dict)):
        table.add(name, _item(value))
    return table


def _item(value: Any) -> Any:
    match value:
        case dict():
            return _table(value)
        case list():
            return _list(value)
        case _:
            return tomlkit.item(value)


def _list(values: list[Any]) -> Any:
    array = tomlkit.array()
    for value in values:
        if isinstance(value, dict):
            line = tomlkit.inline_table()
            line.update(value)
            array.append(line)
        else:
            array.append(value)
    return array.multiline(multiline=len(array.as_string()) > _LINE)
