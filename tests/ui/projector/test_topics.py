"""Topics on the wall: walls in turn, and no letter that a back row cannot read."""

from __future__ import annotations

import pytest

from app.live.scene import Audience, Hour, Ring, Scene, Talk
from tests.ui.projector.conftest import Photograph
from ui.projector.changes import IN_TURN, next_look, seen, wall_at
from ui.projector.fit import SMALLEST
from ui.projector.topics import _letters

EIGHTEEN = tuple(Talk(sign, "What the old mill remembers", "Marek") for sign in "ABCDEFGHJ")
ONE = (((Hour("10:45", "11:45", EIGHTEEN),), (Hour("12:00", "13:00", EIGHTEEN),)),)
TWO = (*ONE, ((Hour("14:00", "15:00", EIGHTEEN[:2]),),))


def test_walls_change_places_every_twenty_seconds_and_one_wall_stands_still() -> None:
    one, two = (Audience(Scene.TOPICS, "open space", heading="Where?", walls=walls) for walls in (ONE, TWO))
    assert [wall_at(two, at * IN_TURN + 1) for at in range(4)] == [0, 1, 0, 1]
    assert seen(two, 0, 1).words != seen(two, IN_TURN, 1).words
    assert next_look(two, IN_TURN - 300, 200) == 300
    assert next_look(one, 0, 200) is None and seen(one, 0, 1) == seen(one, IN_TURN, 1)


def test_the_second_wall_is_another_picture(photograph: Photograph) -> None:
    two = Audience(Scene.TOPICS, "open space", heading="Where?", walls=TWO)
    assert photograph(two, now=0) == photograph(two, now=IN_TURN - 1)
    assert photograph(two, now=0) != photograph(two, now=IN_TURN)


@pytest.mark.parametrize("width", [820.0, 600.0])
def test_eighteen_topics_are_never_smaller_than_a_back_row_reads(width: float) -> None:
    letters = _letters(ONE[0], width, 684)
    assert letters.size >= SMALLEST and letters.row * 9 + 95 <= 684


def test_a_long_title_takes_a_second_line_while_there_is_room_and_is_cut_where_there_is_none() -> None:
    many = tuple(Talk(sign, "A letter to the harbour office, with every name on it", "Jo") for sign in "ABCDEFGHJ")
    roomy, full = _letters((((Hour("", "", many[:3]),)),), 820, 684), _letters(((Hour("", "", many),),), 820, 400)
    assert len(roomy.title(many[0], 820)) == 2 and len(full.title(many[0], 820)) == 1


def test_a_wall_of_hostile_words_is_drawn(photograph: Photograph) -> None:
    long = tuple(Talk(sign, "w" * 120, "X" * 60) for sign in "ABCDEFGHJ")
    wall = Audience(Scene.TOPICS, heading="W" * 90, walls=(((Hour("10:45", "11:45", long),),) * 2,),
                    ring=Ring(60_000, left=30_000), foot="W" * 80)
    assert photograph(wall) != photograph(Audience(Scene.BLANK))
