"""What a step keeps when somebody sits differently in it, and the turns as a person writes them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from app.design.cue_sets import CueSet, cues_for, read_turns, written
from app.design.refit import in_form, keeping, leaving_out, turned, voices_in
from app.groups.forms import Form
from app.library.own import faults_of
from app.library.protocol import Beat, Cue, Family, Keeps, Protocol, Step, Voice
from app.words import Words

WORDS = Words()
THREES = Step(title="Asked", question="What did you bring?", form=Form.THREES, minutes=14, frame_minutes=2,
              beats=(Beat.GATHER, Beat.ROUND), family=Family.GIFTS)


def faults(step: Step) -> list[str]:
    return [fault.field for fault in faults_of(Protocol(title="T", family=Family.GIFTS, purpose="P", steps=(step,)))]


@pytest.mark.parametrize("form", Form)
def test_who_can_speak_in_a_form_is_what_the_reader_takes(form: Form) -> None:
    asked = in_form(THREES, form)
    taken = {voice for voice in Voice if not faults(replace(asked, voice=voice))}
    assert taken == set(voices_in(form))


def test_from_threes_to_the_room_nothing_is_left_that_a_room_cannot_do() -> None:
    assert faults(replace(THREES, form=Form.ROOM)) == ["steps[1].beats"]
    after = in_form(THREES, Form.ROOM)
    assert (after.beats, after.frame_minutes, faults(after)) == ((), None, [])


def test_each_voice_has_its_turn_in_another_form_and_what_somebody_wrote_stays() -> None:
    voices = replace(THREES, cues=cues_for(CueSet.VOICES, THREES, WORDS))
    fours = replace(THREES, form=Form.FOURS)
    assert turned(voices, fours, WORDS).cues == cues_for(CueSet.VOICES, fours, WORDS)
    assert turned(voices, replace(THREES, form=Form.SOLO), WORDS).cues == ()
    own = replace(THREES, cues=(Cue(minutes=8, say="Has everybody begun?"),))
    assert turned(own, replace(own, minutes=20), WORDS).cues == own.cues


def test_nothing_written_stands_alone_and_comes_back_when_the_last_kind_goes() -> None:
    two = keeping(keeping(THREES, Keeps.PROMISE), Keeps.INSIGHT)
    assert two.keeps == (Keeps.INSIGHT, Keeps.PROMISE)
    assert keeping(two, Keeps.NOTHING).keeps == (Keeps.NOTHING,)
    assert leaving_out(leaving_out(two, Keeps.PROMISE), Keeps.INSIGHT).keeps == (Keeps.NOTHING,)


@pytest.mark.parametrize(("line", "minutes", "words"), [
    ("8 Has everybody begun?", 8, "Has everybody begun?"), ("  2,5   Change  over. ", 2.5, "Change over."),
    ("2:30 Change over.", 2.5, "Change over."), ("4.25 Now.", 4.25, "Now."), ("8", 8, ""),
    ("Has everybody begun?", 0, "Has everybody begun?"), ("8th voice", 0, "8th voice")])
def test_a_turn_is_its_minute_and_its_sentence(line: str, minutes: float, words: str) -> None:
    assert read_turns(f"\n{line}\n") == (Cue(minutes=minutes, say=words),)
    assert read_turns(written(read_turns(line))) == read_turns(line)
