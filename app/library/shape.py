"""Holds plain tables against the schema's types and tells every difference, not only the first.
It knows the shape of a protocol and nothing of its meaning (see `rules`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from enum import Enum
from typing import Any

import msgspec
from msgspec import inspect

from app.library.faults import Flaw, shown
from app.library.protocol import Elsewhere, Lines, Protocol, Step, WallLines
from app.words import Text, say

_SPOILED = object()
"""Stands for a value that was wrong and is left out of what the rules see."""

MOST_FLAWS = 100
"""Flaws told of one file. A file with more is no protocol, and its author mends the first ones first."""

_NUMBER = re.compile(r"\[\d+\]")

_HOMES: tuple[tuple[type[msgspec.Struct], Text], ...] = (
    (Protocol, say("it belongs to the protocol: write it above the first [[steps]]")),
    (Step, say("it belongs to a step: write it under [[steps]], above any [steps.…]")),
    (Lines, say("it belongs under [steps.say] or [steps.watch]")),
    (WallLines, say("it belongs under [steps.wall]")),
    (Elsewhere, say("it belongs under [steps.elsewhere]")),
)


def sift(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Flaw]]:
    """The tables without their wrong values, and a flaw for each value that is wrong, missing or unknown.

    Lists keep their places: an entry that is no table becomes an empty one.
    """
    try:
        msgspec.convert(tables, Protocol)
        return tables, []       # the walk costs thirty times as much, and most files are right
    except msgspec.ValidationError:
        return walk(tables)


def walk(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Flaw]]:
    """What `sift` answers, by looking at each value. It finds no flaw exactly where msgspec finds none."""
    flaws: list[Flaw] = []
    return _table(tables, inspect.type_info(Protocol), "", flaws), flaws


def _sift(value: object, shape: inspect.Type, path: str, flaws: list[Flaw]) -> Any:
    match shape:
        case inspect.StructType():
            if isinstance(value, dict):
                return _table(value, shape, path, flaws)
            flaws.append(Flaw(path, say("is {kind}, not a table", kind=_kind(value)),
                              say("begin it with {header}", header=_header(path, twice=path.endswith("]")))))
            return {} if path.endswith("]") else _SPOILED
        case inspect.VarTupleType(item_type=item):
            return _list(value, item, path, flaws)
        case inspect.TupleType(item_types=items):
            return _pair(value, items, path, flaws)
        case inspect.EnumType(cls=words):
            return _word(value, words, path, flaws)
        case inspect.UnionType(types=types):     # the schema's only unions are "this, or left out"
            return _sift(value, next(t for t in types if not isinstance(t, inspect.NoneType)), path, flaws)
        case _:
            return _plain(value, shape, path, flaws)


def _table(value: dict[str, Any], shape: inspect.Type, path: str, flaws: list[Flaw]) -> dict[str, Any]:
    assert isinstance(shape, inspect.StructType)
    fields = {field.name: field for field in shape.fields}
    sound: dict[str, Any] = {}
    meant: set[str] = set()
    for name, held in value.items():
        if len(flaws) >= MOST_FLAWS:
            return sound
        if name not in fields:
            near = _near(name, shape.cls, value)
            meant.add(near)
            where = f"{path}.{shown(name)}" if path else shown(name)
            flaws.append(Flaw(where, say("is not a field here"),
                              say("did you mean “{near}”?", near=near) if near else _home(name, shape.cls)))
            continue
        kept = _sift(held, fields[name].type, f"{path}.{name}" if path else name, flaws)
        if kept is not _SPOILED:
            sound[name] = kept
    for name, field in fields.items():
        if field.required and name not in value and name not in meant:
            where = f"{path}.{name}" if path else name
            flaws.append(Flaw(where, say("is missing"), _missing(name, field.type)))
    return sound


def _near(name: str, here: type, beside: dict[str, Any]) -> str:
    """The field an author who wrote `name` most likely meant, or nothing."""
    close = get_close_matches(name[:40].lower(), _names(here), 3, 0.7)
    return next((field for field in close if field not in beside), "")


def _home(name: str, here: type) -> Text:
    """Where a field of that name belongs, or which fields there are."""
    for struct, home in _HOMES:
        if struct is not here and name in _names(struct):
            return home
    return say("the fields here are {names}", names=", ".join(_names(here)))


def _names(struct: type) -> tuple[str, ...]:
    """The fields an author may write. A protocol's id is its file's name."""
    return tuple(n for n in getattr(struct, "__struct_fields__", ()) if (struct, n) != (Protocol, "id"))


def _missing(name: str, shape: inspect.Type) -> Text:
    match shape:
        case inspect.EnumType(cls=words):
            return say("write {name} = one of {words}", name=name, words=_choices(words))
        case inspect.IntType():
            return say("write {name} = a whole number, such as 12", name=name)
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return say("begin each with [[{name}]]", name=name)
        case _:
            return say("write {name} = \"…\"", name=name)


def _list(value: object, item: inspect.Type, path: str, flaws: list[Flaw]) -> Any:
    if not isinstance(value, list):
        remedy = say("write it in [ ], with commas between")
        if isinstance(item, inspect.StructType):
            remedy = say("begin each with {header}, two brackets", header=_header(path, twice=True))
        flaws.append(Flaw(path, say("is {kind}, not a list", kind=_kind(value)), remedy))
        return _SPOILED
    kept = []
    for n, held in enumerate(value, 1):
        if len(flaws) >= MOST_FLAWS:
            break
        kept.append(_sift(held, item, f"{path}[{n}]", flaws))
    return _SPOILED if any(k is _SPOILED for k in kept) else kept


def _header(path: str, *, twice: bool) -> str:
    """The line that opens this table in a file: `[steps.say]`, or `[[steps]]` for one of a list."""
    name = _NUMBER.sub("", path)
    return f"[[{name}]]" if twice else f"[{name}]"


def _pair(value: object, items: Sequence[inspect.Type], path: str, flaws: list[Flaw]) -> Any:
    remedy = say("write the fewest and the most, as in [5, 40]")
    if not isinstance(value, list):
        flaws.append(Flaw(path, say("is {kind}, not a list", kind=_kind(value)), remedy))
    elif len(value) != len(items):
        flaws.append(Flaw(path, say("holds {n} entries, not two", n=len(value)), remedy))
    else:
        kept = [_sift(held, item, f"{path}[{n}]", flaws)
                for n, (held, item) in enumerate(zip(value, items, strict=True), 1)]
        return _SPOILED if any(k is _SPOILED for k in kept) else kept
    return _SPOILED


def _word(value: object, words: type[Enum], path: str, flaws: list[Flaw]) -> Any:
    if isinstance(value, str) and any(value == word.value for word in words):
        return value
    problem = (say("“{word}” is not a word it knows", word=shown(value)) if isinstance(value, str)
               else say("is {kind}, not a word", kind=_kind(value)))
    flaws.append(Flaw(path, problem, say("write one of {words}", words=_choices(words))))
    return _SPOILED


def _choices(words: type[Enum]) -> str:
    return ", ".join(str(word.value) for word in words)


def _plain(value: object, shape: inspect.Type, path: str, flaws: list[Flaw]) -> Any:
    """A text, a whole number, a number, or yes and no."""
    match shape:
        case inspect.StrType():
            good, wanted, remedy = isinstance(value, str), say("a text"), say("write it between quotation marks")
        case inspect.IntType():
            good = isinstance(value, int) and not isinstance(value, bool)
            wanted, remedy = say("a whole number"), say("write it without quotation marks or a point, as in 12")
        case inspect.FloatType():
            good = isinstance(value, int | float) and not isinstance(value, bool)
            wanted, remedy = say("a number"), say("write it without quotation marks, as in 4 or 2.5")
        case _:
            good = isinstance(value, bool)
            wanted, remedy = say("true or false"), say("write true or false, without quotation marks")
    if good:
        return value
    flaws.append(Flaw(path, say("is {kind}, not {wanted}", kind=_kind(value), wanted=wanted), remedy))
    return _SPOILED


def _kind(value: object) -> Text:
    """What TOML made of it, in an author's words."""
    match value:
        case bool():
            return say("true or false")
        case str():
            return say("a text")
        case int():
            return say("a whole number")
        case float():
            return say("a number with a point")
        case list():
            return say("a list")
        case dict():
            return say("a table")
        case datetime() | date() | time():
            return say("a date or a time")
        case _:
            return say("something else")
