"""From a file on a disk to plain tables, under limits, whatever the file holds. It knows TOML and UTF-8
and nothing of protocols. Depth is measured before parsing: tomllib recurses on brackets and needs seconds
for one key of 20,000 dots.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from app.library.faults import Flaw
from app.words import Text, say

MOST_BYTES = 1_000_000
MOST_DEPTH = 20

# Every alternative consumes what it began, closed or not, so that the scan stays linear in the file's length.
_TOKEN = re.compile(r'''
    (?P<quoted> """(?:[^\\"]|\\.|"(?!""))*+(?:"""|\\?\Z) | \'\'\'(?:(?!\'\'\').)*+(?:\'\'\'|\Z)
              | "(?:\\.|[^"\\\n])*+"? | '[^'\n]*+'? )
  | (?P<comment> \#[^\n]* )
''', re.VERBOSE | re.DOTALL)
_LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){{{MOST_DEPTH}}}")
_BRACKETS = re.compile(r"[\[\]{}]")
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")

_REMEDIES = {
    "Invalid value": say("write texts between quotation marks, numbers without, and lists in [ ]"),
    "Expected '='": say("write one “name = value” on each line"),
    "Invalid statement": say("write one “name = value” on each line, and “# ” before a remark"),
    "Illegal character": say("close the quotation marks on the same line, or use three to begin and three to end"),
    "Unterminated string": say("close the quotation marks"),
    "Expected": say("close what was opened: “\"\"\"” with “\"\"\"”, “[” with “]”"),
    "Cannot overwrite": say("give each name once in a table"),
    "Cannot declare": say("give each table once, and write [[steps]] with two brackets"),
    "Cannot mutate": say("write [[steps]] with two brackets each time, and give each name once"),
    "Unclosed array": say("close the list with “]”"),
    "Expected newline": say("begin a new line after each value"),
    "Unescaped '\\'": say("write a backslash twice, “\\\\”"),
}


def tables_in(path: Path) -> dict[str, Any] | Flaw:
    """The file's tables, or the one flaw that keeps it from being read at all."""
    read = _bytes_in(path)
    if isinstance(read, Flaw):
        return read
    try:
        text = read.decode("utf-8-sig")          # an editor's byte order mark is no fault of the author
    except UnicodeDecodeError as error:
        line = read.count(b"\n", 0, error.start) + 1
        return Flaw("", say("line {line} is not UTF-8", line=line), say("save the file as UTF-8"))
    if _depth(text) > MOST_DEPTH:
        return Flaw("", say("is nested deeper than {n} levels", n=MOST_DEPTH),
                    say("a protocol needs no more than four"))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return _not_toml(str(error))
    except (ValueError, RecursionError):             # an integer of more than 4,300 digits; a lexer deceived
        return Flaw("", say("holds a value of impossible length"), say("write numbers of a few digits"))


def _bytes_in(path: Path) -> bytes | Flaw:
    """What the file holds, never more than the limit."""
    try:
        if not path.exists():
            return Flaw("", say("there is no such file"), say("check its name and folder"))
        if not path.is_file():
            return Flaw("", say("is not a file"), say("name a file that ends in .toml"))
        with path.open("rb") as file:
            read = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Flaw("", say("cannot be opened ({reason})", reason=reason), say("check who may read it"))
    if len(read) > MOST_BYTES:
        return Flaw("", say("is larger than 1 MB"), say("keep pictures and long texts out of it"))
    return read


def _depth(text: str) -> int:
    """How deep brackets and dotted names go, strings and remarks left out."""
    bare = _TOKEN.sub(lambda found: "q" if found["quoted"] is not None else "", text)
    if _LONG_KEY.search(bare):
        return MOST_DEPTH + 1
    depth = deepest = 0
    for bracket in _BRACKETS.findall(bare):
        depth = depth + 1 if bracket in "[{" else max(0, depth - 1)
        deepest = max(deepest, depth)
    return deepest


def _not_toml(message: str) -> Flaw:
    """tomllib's message, its place first, with what would be right."""
    place = _PLACE.search(message)
    reason = _PLACE.sub("", message) or message
    remedy = next((text for start, text in _REMEDIES.items() if reason.startswith(start)),
                  say("see the example in protocols/README.md"))
    problem: Text
    if place is None:
        problem = say("is not TOML ({reason})", reason=reason)
    elif place[1] is None:
        problem = say("is not TOML at its end ({reason})", reason=reason)
    else:
        problem = say("line {line}, column {column} is not TOML ({reason})",
                      line=int(place[1]), column=int(place[2]), reason=reason)
    return Flaw("", problem, remedy)
