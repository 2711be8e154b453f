"""`python3 -m app mix --people N --size S --rounds R`: who sits with whom, as a table to read or as JSON.

A search can be stopped with Ctrl+C and then tells the best plan so far.
"""

from __future__ import annotations

import json
import sys
import textwrap
from itertools import combinations
from pathlib import Path

from app.errors import Trouble
from app.groups.impossible import smaller_groups
from app.groups.mixing import Progress, improving
from app.groups.plan import Plan, Request, Round
from app.groups.split import MOST_PEOPLE, split_by_size
from app.words import Text, Words, say, say_n

MOST_ROUNDS = 100
MOST_BYTES = 1_000_000
WIDTH = 100


def main(people: int, size: int, rounds: int, *, hosts: bool = False, apart: Path | None = None, seed: int = 0,
         as_json: bool = False) -> int:
    """Print a plan for badges 1 … people. With `hosts` badge t keeps table t. Raises Trouble; otherwise 0."""
    words = Words()
    _refuse(people, size, rounds)
    tables = len(split_by_size(people, size))
    request = Request(people=tuple(range(1, people + 1)), rounds=(Round(size, hosts),) * rounds,
                      hosts=tuple(range(1, tables + 1)) if hosts else (),
                      apart=read_apart(apart, people) if apart is not None else (), seed=seed)
    plan = _best(request, words)
    sys.stdout.write(as_record(plan, people) if as_json else as_table(plan, words))
    return 0


def as_record(plan: Plan, people: int) -> str:
    """One line of JSON."""
    return json.dumps({"people": people, "rounds": plan.rounds, "repeats": plan.repeats, "bound": plan.bound,
                       "met": plan.met, "possible": plan.possible}) + "\n"


def as_table(plan: Plan, words: Words) -> str:
    """Round by round, each group by its badges, and a sentence about who meets again."""
    lines = []
    for number, groups in enumerate(plan.rounds, 1):
        digits = max(len(str(badge)) for group in groups for badge in group)
        width = max(map(len, groups)) * (digits + 1)
        cells = [" ".join(f"{badge:>{digits}}" for badge in group).ljust(width) for group in groups]
        across = max(1, WIDTH // (width + 3))
        rows = ["  | ".join(cells[first:first + across]).rstrip() for first in range(0, len(cells), across)]
        lines += [words(say("Round {n}", n=number)), *textwrap.indent("\n".join(rows), "  ").splitlines(), ""]
    lines.append(words(say("{met} of {possible} pairs meet. {again}",
                           met=plan.met, possible=plan.possible, again=plan.text)))
    return "\n".join(lines) + "\n"


def read_apart(path: Path, people: int) -> tuple[tuple[int, int], ...]:
    """The pairs a file keeps apart: on each line two badges or more, all kept apart; what follows a # is a remark.

    Raises Trouble naming the line.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Trouble(say("{file} is larger than a megabyte; write one line for each pair kept apart.", file=path))
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Trouble(say("{file} cannot be read. Name a text file with a line such as “3 7” for each pair kept apart.",
                          file=path)) from None
    pairs: list[tuple[int, int]] = []
    for number, line in enumerate(text.splitlines(), 1):
        badges = [_badge(word, people, path, number) for word in line.split("#")[0].replace(",", " ").split()]
        if len(badges) == 1:
            raise Trouble(say("{file}, line {number}: {badge} stands alone; write whom to keep it apart from, "
                              "as in “3 7”.", file=path, number=number, badge=badges[0]))
        pairs += combinations(badges, 2)
    return tuple(pairs)


def _badge(word: str, people: int, path: Path, number: int) -> int:
    if not (word.isascii() and word.isdigit() and len(word) < 6 and 1 <= int(word) <= people):
        raise Trouble(say("{file}, line {number}: “{word}” is no badge here; write numbers from 1 to {people}.",
                          file=path, number=number, word=word[:40], people=people))
    return int(word)


def _refuse(people: int, size: int, rounds: int) -> None:
    """What cannot be asked for on a command line, with the nearest plan that can be."""
    if not 2 <= people <= MOST_PEOPLE:
        raise Trouble(say("--people {n}: ask for 2 to {most} people.", n=people, most=MOST_PEOPLE))
    if size < 2:
        raise Trouble(say("--size {n}: a group has two people or more; ask for --size 2.", n=size))
    if not 1 <= rounds <= MOST_ROUNDS:
        raise Trouble(say("--rounds {n}: ask for 1 to {most} rounds.", n=rounds, most=MOST_ROUNDS))
    if rounds > 1 and len(split_by_size(people, size)) == 1:
        less = smaller_groups(people, size, 2)
        first = say("{people} people in groups of {size} are one group, the same in all {rounds} rounds.",
                    people=people, size=size, rounds=rounds)
        if less is None:
            raise Trouble(say("{first} Ask for --rounds 1.", first=first))
        raise Trouble(say("{first} Ask for --rounds 1, or for --size {less}.", first=first, less=less))


def _best(request: Request, words: Words) -> Plan:
    """The best plan; a terminal sees how far the search is, and Ctrl+C ends it."""
    plan: Plan | None = None
    watched = sys.stderr.isatty()
    try:
        for progress in improving(request):
            plan = progress.plan
            if watched and not plan.best:
                sys.stderr.write("\r" + words(_told(progress)))
    except KeyboardInterrupt:
        if plan is None:
            raise
    if watched:
        sys.stderr.write("\r" + " " * 70 + "\r")
    assert plan is not None
    return plan


def _told(progress: Progress) -> Text:
    return say_n("Looking for fewer than one repeat: {share} %. Ctrl+C takes this plan. ",
                 "Looking for fewer than {n} repeats: {share} %. Ctrl+C takes the best so far. ",
                 progress.plan.repeats, share=round(100 * progress.share))
