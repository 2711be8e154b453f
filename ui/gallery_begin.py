"""The gallery of how a gathering begins: five answers and three proposals, and who is invited with which words."""

from __future__ import annotations

from collections.abc import Iterator

from ui.main import House


def begun(house: House, gathering_id: str) -> Iterator[str]:
    """Open what is answered and written before anything is planned; the name of each state."""
    house.planning.open(gathering_id)
    house.planning.invite(gathering_id)
    yield "designer-invitation"
