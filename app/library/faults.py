"""What is wrong with a protocol file, told so that its author can mend it: which file, which field,
what is wrong, what would be right. Nothing here reads a file.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.errors import Trouble
from app.words import Text, Words, say


@dataclass(frozen=True, slots=True)
class Flaw:
    """One thing wrong at `field`, a path such as `steps[2].minutes`; steps and lines count from 1."""

    field: str
    problem: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Fault:
    """A flaw in a named file. `field` is empty where the file as a whole is wrong."""

    file: str
    field: str
    problem: Text
    remedy: Text

    @property
    def text(self) -> Text:
        """The whole line, as the command line prints it and the library shows it."""
        if not self.field:
            return say("{file}: {problem}; {remedy}",
                       file=self.file, problem=self.problem, remedy=self.remedy)
        return say("{file}: {field}: {problem}; {remedy}",
                   file=self.file, field=self.field, problem=self.problem, remedy=self.remedy)


class Unreadable(Trouble):
    """A file that is no protocol. `faults` holds at least one."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults[0].text)
        self.args = ("\n".join(Words()(fault.text) for fault in faults),)
        self.faults = faults


def shown(word: str) -> str:
    """At most 40 characters of a stranger's word, on one line and without invisible ones."""
    seen = "".join(c if c.isprintable() else "·" for c in word[:40])
    return seen if len(word) <= 40 else seen[:39] + "…"
