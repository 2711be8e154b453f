"""`check FILE…` for authors: says what it read, or one line for each fault. It changes no file."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from app.library.faults import Fault
from app.library.protocol import Protocol
from app.library.reader import faults_in
from app.library.rules import remarks_on
from app.words import Words, say, say_n


def main(paths: list[Path], words: Words | None = None) -> int:
    """Print a line or more for each file; 1 if any has a fault, else 0. Remarks do not count."""
    words = words or Words()
    if not paths:
        _tell(words(say("Name at least one protocol file to check.")))
        return 1
    found_fault = False
    for path in paths:
        protocol, faults = faults_in(path)
        found_fault = found_fault or bool(faults)
        for fault in faults:
            _tell(words(replace(fault, file=str(path)).text))
        if protocol is not None:
            _tell(_summary(path, protocol, words))
            for remark in remarks_on(protocol):
                line = Fault(str(path), remark.field, remark.problem, remark.remedy).text
                _tell(words(say("A remark: {line}", line=line)))
    return int(found_fault)


def _summary(path: Path, protocol: Protocol, words: Words) -> str:
    return words(say("{file}: “{title}”, {family}, {steps}, {minutes}",
                     file=path, title=protocol.title, family=protocol.family.value,
                     steps=say_n("{n} step", "{n} steps", len(protocol.steps)),
                     minutes=say_n("{n} minute", "{n} minutes", protocol.minutes)))


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
