"""Who is in the room and who is far away. In a hybrid gathering they are two pools: a voice from a screen is lost among
people who share a table.
"""

from __future__ import annotations

from collections.abc import Collection

from app.design.gathering import Gathering, Mode
from app.groups.forms import Form
from app.groups.split import split_apart


def far_away(gathering: Gathering, people: int, gone: Collection[int] = ()) -> int:
    """How many of the `people` here are far away: by the list where there is one, who is `gone` left out."""
    if gathering.mode is not Mode.HYBRID:
        return 0
    listed = gathering.roster.people
    far = sum(one.remote and one.number not in gone for one in listed) if listed else gathering.far
    return min(far, people)


def pools(gathering: Gathering, form: Form, *, people: int | None = None,
          gone: Collection[int] = ()) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(sizes of the groups in the room, sizes of those far away); the second is empty where all are in one place.

    `people` are here; as many as are planned if it is None.
    """
    here = gathering.people if people is None else people
    return split_apart(here, far_away(gathering, here, gone), form)
