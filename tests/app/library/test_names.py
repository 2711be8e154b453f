"""Every word that a file or a plan may hold has a name for people, so that no screen stumbles over a new one."""

from __future__ import annotations

from app.design.gathering import Setting
from app.design.names import setting_name as plan_setting_name
from app.groups.forms import Form
from app.library.names import beat_name, family_name, form_word, kind_name, mode_name, setting_name, voice_word
from app.library.protocol import MODES, SETTINGS, Beat, Family, Kind, Voice
from app.words import Words

WORDS = Words()


def test_every_word_a_file_may_hold_has_a_name() -> None:
    told = [*map(family_name, Family), *map(form_word, Form), *map(kind_name, Kind), *map(voice_word, Voice),
            *map(beat_name, Beat), *map(setting_name, SETTINGS), *map(mode_name, MODES)]
    assert all(WORDS(name) for name in told)


def test_an_occasion_is_called_the_same_in_a_plan_and_in_the_library() -> None:
    assert [WORDS(setting_name(s.value)) for s in Setting] == [WORDS(plan_setting_name(s)) for s in Setting]
