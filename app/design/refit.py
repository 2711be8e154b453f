"""A step as it becomes when somebody sits differently in it or keeps other notes: what fitted only before is let go."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from app.design.cue_sets import CueSet, cues_for, offered, rescaled, set_of
from app.groups.forms import Form, is_small_group, is_table
from app.library.protocol import Keeps, Seating, Step, Voice, round_minutes
from app.words import Words

S = TypeVar("S", bound=Step)


def in_form(step: S, form: Form) -> S:
    """In another form. Beats and framing that only fitted small groups, or only the room, are let go; so are table
    hosts and seat cards where there are no tables.
    """
    seating = step.seating if is_table(form) or step.seating is Seating.ASSIGNED else Seating.CHOSEN
    if is_small_group(step.form) == is_small_group(form):
        return replace(step, form=form, seating=seating)
    after = replace(step, form=form, seating=seating, beats=(), frame_minutes=None)
    return replace(after, cues=rescaled(after.cues, round_minutes(step), round_minutes(after)))


def voices_in(form: Form) -> tuple[Voice, ...]:
    """Who can speak in it, whoever speaks there most often first."""
    if form is Form.SOLO:
        return (Voice.SILENCE,)
    return (Voice.PEERS, Voice.SILENCE) if is_small_group(form) else tuple(Voice)


def turned(before: Step, after: S, words: Words) -> S:
    """`after` with the same turns within its round as `before`; those that somebody wrote are left as they stand."""
    chosen = set_of(before, words)
    if chosen is CueSet.OWN:
        return replace(after, cues=before.cues)
    return replace(after, cues=cues_for(chosen if chosen in offered(after) else CueSet.NONE, after, words))


def keeping(step: S, kind: Keeps) -> S:
    """It also catches notes of `kind`; *nothing written* stands alone."""
    kept = {*step.keeps, kind} - {Keeps.NOTHING} if kind is not Keeps.NOTHING else {kind}
    return replace(step, keeps=tuple(each for each in Keeps if each in kept))


def leaving_out(step: S, kind: Keeps) -> S:
    """It no longer catches notes of `kind`; without any, nothing written is the harvest."""
    kept = tuple(each for each in step.keeps if each not in (kind, Keeps.NOTHING))
    return replace(step, keeps=kept or (Keeps.NOTHING,))
