"""How forms follow each other: which form grows out of the one before, whom a change would strand, which change
serves nothing. It advises, it changes no plan.

Groups can stay, join whole or part evenly: pairs make fours and fours make pairs. Pairs out of threes leave a third
of the room without a partner, and one three is best kept through doubts, promises and gifts, which rest on trust.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from app.groups.forms import Form, is_small_group, is_table, nominal_size
from app.groups.split import split
from app.words import Text, say


@dataclass(frozen=True, slots=True)
class Sitting:
    """How people sit in one step. `same`: the group before stays together; `trust`: a conversation that rests on the
    one before (doubts, promises, gifts); `scatters`: people get up and lose their group, as in a break.
    """

    form: Form
    same: bool = False
    trust: bool = False
    scatters: bool = False


class Why(Enum):
    """What is not right about a change of form."""

    STRANDS = auto()
    NEEDLESS = auto()
    NO_GROUP = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about sitting number `index`, counted from 0. `offer` is the nearest form that can follow, and
    `same` whether the group before would then stay together.
    """

    index: int
    why: Why
    text: Text
    offer: Form
    same: bool


def findings(sittings: Sequence[Sitting], people: int) -> tuple[Finding, ...]:
    """What to say about a sequence of forms for `people`, in order; at most one remark for each sitting."""
    found = []
    before: Sitting | None = None
    for index, sitting in enumerate(sittings):
        if sitting.scatters:
            before = None
        if is_small_group(sitting.form):
            after = next((later for later in sittings[index + 1:] if is_small_group(later.form)), None)
            finding = _finding(index, before, sitting, after, people)
            if finding is not None:
                found.append(finding)
            before = sitting
    return tuple(found)


def reachable(before: Form, form: Form) -> bool:
    """Whether groups of `form` can be made by joining or parting whole groups of the form before.

    Always true from and to a form that does not split the room.
    """
    sizes = nominal_size(before), nominal_size(form)
    if sizes[0] is None or sizes[1] is None:
        return True
    return max(sizes[0], sizes[1]) % min(sizes[0], sizes[1]) == 0


def doubles(before: Form, form: Form) -> bool:
    """Whether two groups of the form before make one of `form`."""
    sizes = nominal_size(before), nominal_size(form)
    return sizes[0] is not None and sizes[1] == 2 * sizes[0]


def stranded(people: int, before: Form, form: Form) -> int:
    """How many people would have to leave their group alone when groups of one form become groups of another."""
    olds, news = sorted(split(people, before)), sorted(split(people, form))
    size, wanted = nominal_size(before), nominal_size(form)
    if size is None or wanted is None or olds == news:
        return 0
    if wanted < size:
        return sum(old % wanted for old in olds)
    for room in reversed(news):                     # whole groups first, the largest that still fits
        while fitting := [old for old in olds if old <= room]:
            olds.remove(fitting[-1])
            room -= fitting[-1]
    return sum(olds)


def _finding(index: int, before: Sitting | None, sitting: Sitting, after: Sitting | None,
             people: int) -> Finding | None:
    if before is None:
        if not sitting.same:
            return None
        return Finding(index, Why.NO_GROUP, say("Nobody has a group to stay in yet. Let people find each other here?"),
                       sitting.form, False)
    if sitting.same and not reachable(before.form, sitting.form):
        return _strands(index, before, sitting, after, people)
    if sitting.trust and before.trust and not (sitting.same and before.form is sitting.form):
        return Finding(index, Why.NEEDLESS, say(
            "Doubts, promises and gifts grow where people stay together. Keep the same {groups}?",
            groups=GROUPS[before.form]), before.form, True)
    there_and_back = after is not None and not after.scatters and after.form is before.form
    if there_and_back and not is_table(sitting.form) and not reachable(before.form, sitting.form):
        return Finding(index, Why.NEEDLESS, say(
            "From {groups} into {others} and back again: does the change serve the question, or would {groups} do?",
            groups=GROUPS[before.form], others=GROUPS[sitting.form]), before.form, sitting.same)
    return None


def _strands(index: int, before: Sitting, sitting: Sitting, after: Sitting | None, people: int) -> Finding:
    offer = _nearest(before.form, sitting.form, after)
    alone = stranded(people, before.form, sitting.form)
    values = {"people": people, "form": GROUPS[sitting.form], "before": GROUPS[before.form]}
    first = say("{alone} of {people} people would stand alone when {before} become {form}.", alone=alone, **values)
    if offer is before.form:
        text = say("{first} Stay in {offer}, or let everyone find new people?", first=first, offer=GROUPS[offer])
    else:
        text = say("{first} {Offer} can follow: take {offer}, or let everyone find new people?",
                   first=first, Offer=_CAPITAL[offer], offer=GROUPS[offer])
    return Finding(index, Why.STRANDS, text, offer, True)


def _nearest(before: Form, wanted: Form, after: Sitting | None) -> Form:
    """The form nearest in size to `wanted` that can follow `before` and, if it can be had, lead on to what comes.

    Of two as near the one people already sit in, so that nobody moves.
    """
    possible = [form for form in GROUPS if reachable(before, form)]
    onward = [form for form in possible if after is None or not after.same or reachable(form, after.form)]
    return min(onward or possible, key=lambda form: (_distance(form, wanted), form is not before))


def _distance(one: Form, other: Form) -> int:
    return abs((nominal_size(one) or 0) - (nominal_size(other) or 0))


GROUPS = {Form.PAIRS: say("pairs"), Form.THREES: say("threes"), Form.FOURS: say("fours"), Form.TABLE: say("tables"),
          Form.TABLE_OF_FIVE: say("tables")}
"""What groups of a form are called when there are several."""
_CAPITAL = {Form.PAIRS: say("Pairs"), Form.THREES: say("Threes"), Form.FOURS: say("Fours"), Form.TABLE: say("Tables"),
            Form.TABLE_OF_FIVE: say("Tables")}
