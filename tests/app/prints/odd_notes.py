"""Notes nobody would expect, and a program that writes them into every kind of file while it is watched:
`python -m tests.app.prints.odd_notes FOLDER MANY` prints what it opened, and where.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.harvest.note import Note
from app.library.protocol import Keeps
from app.paths import cache_folder
from app.prints.export import written
from app.prints.faces import faces
from app.prints.formats import Format
from app.prints.harvest import HarvestPages, write_harvest
from app.prints.writing import replace
from app.words import Words
from tests.app.prints.harvests import harvest, note

WORDS = ("stairs", "Tür", "Übergrößen", "café", "naïve", "żółć", "façade", "it’s", "ΓΗΣ", "πόρτα", "μουσική", "ώς",
         "αργά", "дверь", "лестница", "ещё", "подождал", "Łódź", "smørrebrød")
MARKUP = ("<b>bold</b>", '<img src="file:///etc/passwd"/>', '<a href="file:///etc/shadow">here</a>', "&#65;&#x42;&lt;",
          "<para>", "</font>", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;", "![](file:///etc/passwd)",
          "[me](http://x.example/)", "%s {0} {name}", "\\\\host\\share", "\\(a\\) Tj",
          "*not* _this_ `or` ~that~ | and # so")
FORMULAS = ('=HYPERLINK("http://x.example")', "+49 30", "-5", "@SUM(A1)", "\t=1+1", "＝1+1", "\n=cmd|' /C calc'!A0",
            "\u200b=2", " +3")
UNSEEN = ("\x00", "\x1b[31m", "\x7f", "\u202e", "\u2066", "\u2069", "\u200f", "\ud800", "\udfff", "\ufeff", "\uffff",
          "\u200d", "\u200c", "\u2028", "\x0b")
OTHERS = ("שלום (עולם) 12", "مرحبا بك يا 30", "नमस्ते कि", "👩‍👩‍👧‍👦", "🏳️‍🌈🇩🇪", "😀😀", "你好",
          "e\u0301\u0323\u0308", "a\u200db",
          "Z" + "\u0335" * 9)
WATCHED = ("open", "socket.", "subprocess.", "os.system", "os.exec", "urllib.", "ctypes.")
_STEPS = (("busy", Keeps.INSIGHT), ("heard", Keeps.THEME), ("gift", Keeps.GIFT), ("begin", Keeps.PROMISE))


@dataclass(frozen=True, slots=True)
class Odd:
    """A note, and what has to be found of it on paper: each in one piece, whatever stands around it."""

    note: Note
    found: tuple[str, ...]


def odd_notes(many: int, seed: int = 8) -> Iterator[Odd]:
    """Different ones, always the same for a seed."""
    chance = random.Random(seed)
    for number in range(many):
        words = [f"{word}{number}" for word in chance.sample(WORDS, 3)]
        if number % 50 == 7:
            words.append(f"Donau{number}" + "dampfschifffahrt" * 12)
        marked = chance.sample(MARKUP, chance.randint(0, 2))
        parts = [*words, *marked, *chance.sample(OTHERS, chance.randint(0, 2))]
        chance.shuffle(parts)
        if chance.random() < 0.4:
            parts.insert(0, chance.choice(FORMULAS))
        for unseen in chance.sample(UNSEEN, chance.randint(0, 3)):
            parts.insert(chance.randint(0, len(parts)), unseen)
        step_id, kind = _STEPS[number % len(_STEPS)]
        said = {"name": f"Mei{number}", "to": chance.choice(FORMULAS)} if kind in (Keeps.GIFT, Keeps.PROMISE) else {}
        kept = note(step_id, " ".join(parts), kind, **said)
        yield Odd(kept, (*words, *(piece for text in marked for piece in text.split()), *(said and (said["name"],))))


def odd_harvest(many: int) -> HarvestPages:
    """All of them in one harvest."""
    return harvest(*(odd.note for odd in odd_notes(many)))


def write_all(pages: HarvestPages, folder: Path) -> None:
    """Into every kind of file."""
    made = faces(cache_folder())
    for kind in Format:
        to = folder / f"harvest.{kind}"
        if kind is Format.PDF:
            write_harvest(pages, to, Words(), faces=made)
        else:
            replace(to, written(pages, kind, Words()))


def main(folder: Path, many: int) -> None:
    """Write them once unwatched, so that what Python and the libraries load is loaded, then once watched."""
    pages = odd_harvest(many)
    write_all(odd_harvest(min(many, 400)), folder)
    seen: list[tuple[str, str]] = []

    def watch(event: str, told: tuple[object, ...]) -> None:
        if event.startswith(WATCHED):
            seen.append((event, str(told[0]) if told else ""))

    sys.addaudithook(watch)
    write_all(pages, folder)
    with Path(__file__).open("rb"):
        sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
