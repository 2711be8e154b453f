"""`python3 -m tests bench [NAME …] [--json FILE]`: measures, prints ratios, ends with `all met` or `missed: …`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from tests.bench.clock import clock
from tests.bench.desk import console_back, replug, unplug
from tests.bench.library import library
from tests.bench.mix import mixing
from tests.bench.note import note
from tests.bench.paper import paper
from tests.bench.programs import again, memory, start
from tests.bench.result import Result, verdict
from tests.bench.search import search
from tests.bench.wall import at

BENCHES: Mapping[str, Callable[[], Result | Iterable[Result]]] = {
    "start": start,
    "again": again,
    "memory": memory,
    "wall": partial(at, 1920, 1080, "wall"),
    "wall-4k": partial(at, 3840, 2160, "wall-4k"),
    "clock": clock,
    "console-back": console_back,
    "unplug": unplug,
    "replug": replug,
    "note": note,
    "mix": mixing,
    "library": library,
    "search": search,
    "paper": paper,
}
"""What each name measures: one number, or a table of them."""


def main(arguments: list[str]) -> int:
    """Run the named benches, or all. 0 when all are met, 1 when one is missed, 2 for a name that does not exist."""
    parser = argparse.ArgumentParser(prog="python3 -m tests bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers to FILE too")
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in BENCHES]
    if unknown:
        parser.error(f"there is no bench {', '.join(unknown)}; there are {', '.join(BENCHES)}")
    results = []
    for name in asked.names or BENCHES:
        measured = BENCHES[name]()
        for result in [measured] if isinstance(measured, Result) else measured:
            results.append(result)
            _say(result.line())
    if asked.json:
        asked.json.write_text(json.dumps([result.record() for result in results], indent=2) + "\n", encoding="utf-8")
    _say(verdict(results))
    return 0 if all(result.met for result in results) else 1


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
