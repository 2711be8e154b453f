"""What a well-shaped protocol must also keep: lengths, minutes, sums, and fields that contradict each other.
Limits are the design's; each flaw says what would be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from app.groups.forms import Form, is_small_group, is_table
from app.library.faults import Flaw, shown
from app.library.protocol import (
    MODES,
    NAMELESS,
    SETTINGS,
    SUMS,
    TRAVELS,
    Beat,
    Keeps,
    Kind,
    Protocol,
    Seating,
    Step,
    Voice,
    round_minutes,
)
from app.words import Text, say

MOST_STEPS = 500
MOST_MINUTES = 480
MOST_PEOPLE = 1000
LONGEST_TITLE = 80
LONGEST_TEXT = 500
MOST_LINES = 6
"""Sentences of a list that a back row still reads."""
ADVISED_TALKS = 60
"""Minutes that talks side by side take to get past what everybody knew; less is a remark, never a fault."""
ADVISED_QUESTION = 90
"""Characters a back row reads at a glance; more is a remark, never a fault."""

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_GAP = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"\[\d+\]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SPOKEN = re.compile(r"steps\.(say|watch)\.")
_MAY_WRAP = re.compile(r"(purpose|when|when_not|steps\.elsewhere\.\w+)")
"""Texts that may run over several lines in a file; the reader joins them."""


def flaws_in(sound: dict[str, Any], spoiled: Sequence[Flaw]) -> Iterator[Flaw]:
    """Every rule that the well-shaped part of a file breaks. `spoiled` fields are not judged again."""
    wrong = {flaw.field for flaw in spoiled}
    yield from _texts(sound, "")
    yield from _head(sound)
    steps = sound.get("steps")
    if isinstance(steps, list):
        for n, given in enumerate(steps, 1):
            path = f"steps[{n}]"
            bad = {field.removeprefix(path + ".").split(".")[0].split("[")[0]
                   for field in wrong if field.startswith(path + ".")}
            if path not in wrong:
                yield from _step(given, path, bad)


def remarks_on(protocol: Protocol) -> tuple[Flaw, ...]:
    """Advice that keeps no file from being read: questions too long for a wall, short talks, names where none are kept.
    """
    remarks = []
    for n, step in enumerate(protocol.steps, 1):
        asked = [("question", step.question), *((f"wordings[{i}]", w) for i, w in enumerate(step.wordings, 1))]
        remarks += [Flaw(f"steps[{n}].{field}", say("has {n} characters", n=len(text)),
                         say("up to {most} read well from the back row", most=ADVISED_QUESTION))
                    for field, text in asked if len(text) > ADVISED_QUESTION]
        if step.named and (step.family or protocol.family) in NAMELESS:
            remarks.append(Flaw(f"steps[{n}].named", say("keeps names in a conversation that is nameless"),
                                say("leave it out unless each person named agrees")))
        if step.kind is Kind.SESSIONS and step.minutes < ADVISED_TALKS:
            remarks.append(Flaw(f"steps[{n}].minutes", say("gives talks {n} minutes", n=step.minutes),
                                say("in {n} or more they get past what everybody knew", n=ADVISED_TALKS)))
    return tuple(remarks)


def _texts(value: object, path: str) -> Iterator[Flaw]:
    """Rules for each text, wherever it stands."""
    match value:
        case dict():
            for name, held in value.items():
                yield from _texts(held, f"{path}.{name}" if path else name)
        case list():
            for n, held in enumerate(value, 1):
                yield from _texts(held, f"{path}[{n}]")
        case str():
            yield from _text(value, path)


def _text(text: str, path: str) -> Iterator[Flaw]:
    field = _NUMBER.sub("", path)
    most = LONGEST_TITLE if field in ("title", "steps.title") else LONGEST_TEXT
    if not text.strip() and (path.endswith("]") or field in ("title", "steps.title", "purpose", "steps.cues.say")):
        yield Flaw(path, say("is empty"), say("write at least one word"))
    if len(text) > most:
        yield Flaw(path, say("has {n} characters", n=len(text)), say("{most} are the most", most=most))
    if "\n" in text and not _MAY_WRAP.fullmatch(field):
        yield Flaw(path, say("runs over several lines"), say("keep it on one line"))
    if _INVISIBLE.search(text):
        yield Flaw(path, say("holds an invisible control character"), say("type the text again"))
    if ("{" in text or "}" in text) and _SPOKEN.match(field):
        yield from _sums(text, path)


def _sums(text: str, path: str) -> Iterator[Flaw]:
    names = ", ".join(f"{{{name}}}" for name in SUMS)
    for name in dict.fromkeys(_GAP.findall(text)):
        if name not in SUMS:
            yield Flaw(path, say("“{gap}” is no sum", gap=f"{{{shown(name)}}}"),
                       say("the sums are {names}", names=names))
    if any(brace in _GAP.sub("", text) for brace in "{}"):
        yield Flaw(path, say("has a brace without its partner"), say("the sums are {names}", names=names))


def _head(sound: dict[str, Any]) -> Iterator[Flaw]:
    """The fields above the steps."""
    if sound.get("schema", 1) != 1:
        yield Flaw("schema", say("is {n}, which this version cannot read", n=sound["schema"]),
                   say("write schema = 1, or leave it out"))
    if "id" in sound:
        yield Flaw("id", say("is not written in the file"), say("take it out: the file’s name is its id"))
    if "language" in sound and not _LANGUAGE.fullmatch(sound["language"]):
        yield Flaw("language", say("is no language code"), say("write it as in “en” or “pt-BR”"))
    yield from _known(sound.get("settings", []), SETTINGS, "settings")
    yield from _known(sound.get("modes", ["room"]), MODES, "modes")
    if sound.get("modes") == []:
        yield Flaw("modes", say("is empty"), say("write at least one of {words}", words=", ".join(MODES)))
    if "people" in sound:
        fewest, most = sound["people"]
        if not 1 <= fewest <= most <= MOST_PEOPLE:
            yield Flaw("people", say("goes from {fewest} to {most}", fewest=fewest, most=most),
                       say("write the fewest first, between 1 and {n}", n=MOST_PEOPLE))
    if sound.get("steps") == []:
        yield Flaw("steps", say("holds no step"), say("begin each with [[steps]]"))


def _known(words: Sequence[str], known: Sequence[str], path: str) -> Iterator[Flaw]:
    for n, word in enumerate(words, 1):
        if word not in known:
            yield Flaw(f"{path}[{n}]", say("“{word}” is not a word it knows", word=shown(word)),
                       say("write one of {words}", words=", ".join(known)))
    yield from _once(words, path)


def _once(words: Sequence[str], path: str) -> Iterator[Flaw]:
    twice = next((word for n, word in enumerate(words) if word in words[:n]), None)
    if twice is not None:
        yield Flaw(path, say("names “{word}” twice", word=shown(twice)), say("write it once"))


def _step(given: dict[str, Any], path: str, bad: set[str]) -> Iterator[Flaw]:
    """One step's fields against each other; a field in `bad` is already told."""
    given = {name: held for name, held in given.items() if name not in bad}
    # In a file without flaws of shape this cannot fail; elsewhere the flawed fields are left out above.
    step = msgspec.convert({"title": "·", "minutes": MOST_MINUTES, **given}, Step)
    for field, problem, remedy, needs in (*_shape_of(step), *_time_of(step, given), *_kept_of(step)):
        if not bad & needs:
            yield Flaw(f"{path}.{field}", problem, remedy)


_Clash = tuple[str, Text, Text, set[str]]
"""A field, what is wrong, what would be right, and the fields that were looked at to know."""


def _shape_of(step: Step) -> Iterator[_Clash]:
    small = is_small_group(step.form)
    if step.kind is Kind.QUESTION and not step.question.strip():
        yield ("question", say("is missing in a step that asks"),
               say("write question = \"…\", or another kind"), {"kind", "question"})
    if step.wordings and not step.question.strip():
        yield ("wordings", say("offers other words for no question"),
               say("write question = \"…\" first"), {"question", "wordings"})
    if small and step.voice in (Voice.HOST, Voice.SPEAKER, Voice.ROOM):
        yield ("voice", say("is {voice}, but the room sits in {form}", voice=step.voice, form=step.form),
               say("write voice = \"peers\", or form = \"room\""), {"form", "voice"})
    if step.form is Form.SOLO and step.voice is not Voice.SILENCE:
        yield ("voice", say("is {voice}, but each person is alone", voice=step.voice),
               say("write voice = \"silence\""), {"form", "voice"})
    if small and step.kind in (Kind.MARKETPLACE, Kind.SESSIONS):
        yield ("form", say("is {form}, but people go where they like", form=step.form),
               say("write form = \"circle\" or \"room\""), {"form", "kind"})
    if step.seating in (*TRAVELS, Seating.HOME) and not is_table(step.form):
        yield ("seating", say("is {seating}, but the form is {form}", seating=step.seating, form=step.form),
               say("write form = \"table\", or leave it out"), {"form", "seating"})
    if len(step.wall.lines) > MOST_LINES:
        yield ("wall.lines", say("holds {n} sentences", n=len(step.wall.lines)),
               say("{most} are the most a back row reads", most=MOST_LINES), {"wall"})
    turning = {Beat.GATHER} if step.kind is Kind.SESSIONS else {Beat.GATHER, Beat.CALL_BACK}
    if not small and turning & set(step.beats):
        yield ("beats", say("gathers or calls back, but the form is {form}", form=step.form),
               say("write a form of pairs, threes, fours or table, or leave those beats out"),
               {"form", "beats", "kind"})
    if step.beats and Beat.ROUND not in step.beats:
        yield ("beats", say("has no round"), say("the clock runs in “round”: write it too"), {"beats"})
    if any(list(Beat).index(a) >= list(Beat).index(b) for a, b in pairwise(step.beats)):
        yield ("beats", say("are out of order"),
               say("write each once, in the order {words}", words=", ".join(Beat)), {"beats"})


def _time_of(step: Step, given: dict[str, Any]) -> Iterator[_Clash]:
    in_range = 1 <= step.minutes <= MOST_MINUTES
    if not in_range:
        yield ("minutes", say("is {n}", n=step.minutes),
               say("write between 1 and {most}", most=MOST_MINUTES), {"minutes"})
    frame = step.frame_minutes
    if frame is not None and frame < 0:
        yield ("frame_minutes", say("is {n}", n=frame), say("write 0 or more"), {"frame_minutes"})
    if "minutes" not in given or not in_range:
        return
    if frame is not None and frame >= step.minutes:
        yield ("frame_minutes", say("takes all {n} minutes of the step", n=step.minutes),
               say("leave at least one for the round"), {"frame_minutes", "minutes"})
        return
    most = round_minutes(step)
    needs = {"cues", "minutes", "frame_minutes", "form"}
    for n, cue in enumerate(step.cues, 1):
        if not 0 < cue.minutes < most:
            yield (f"cues[{n}].minutes", say("is {n}, outside the round", n=f"{cue.minutes:g}"),
                   say("write more than 0 and less than {most}", most=most), needs)
    if any(not a.minutes < b.minutes for a, b in pairwise(step.cues)):
        yield "cues", say("are out of order"), say("write the earliest first"), needs
    chosen = step.warnings or ()
    for n, before in enumerate(chosen, 1):
        if not 0 < before < most:
            yield (f"warnings[{n}]", say("is {n}, outside the round", n=before),
                   say("write whole minutes before its end, from 1 to {most}", most=max(1, most - 1)),
                   {"warnings", "minutes", "frame_minutes", "form"})
    if any(not a > b for a, b in pairwise(chosen)):
        yield "warnings", say("are out of order"), say("write the longest time first, as in [5, 1]"), {"warnings"}


def _kept_of(step: Step) -> Iterator[_Clash]:
    if not step.keeps:
        yield "keeps", say("is empty"), say("write [\"nothing\"]: that is a good harvest"), {"keeps"}
    if Keeps.NOTHING in step.keeps and len(step.keeps) > 1:
        yield ("keeps", say("holds “nothing” beside other words"),
               say("write [\"nothing\"] alone, or take it out"), {"keeps"})
    for flaw in _once(step.keeps, "keeps"):
        yield "keeps", flaw.problem, flaw.remedy, {"keeps"}
    if step.named and set(step.keeps) == {Keeps.NOTHING}:
        yield ("named", say("asks for names where nothing is kept"),
               say("leave it out, or say in keeps what is written"), {"keeps", "named"})
