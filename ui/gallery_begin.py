"""The gallery of how a gathering begins: five answers and three proposals, and who is invited with which words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from msgspec.structs import replace

from app.design.gathering import Gathering, Setting, new_id
from app.design.invitation import Invitation
from ui.main import House
from ui.pages.begin import BeginPage
from ui.pages.designer import DesignerPage


def begun(house: House, gathering_id: str, starts: datetime) -> Iterator[str]:
    """Open what is answered and written before anything is planned; the name of each state."""
    house.planning.begin()
    yield "begin"
    page = house.console.findChildren(BeginPage)[0]
    wish = Gathering(id=new_id(), starts=starts, people=60, minutes=100, setting=Setting.TOWN_HALL,
                     place="The lower room", purpose="So that we meet before anything is decided.",
                     invitation=Invitation(whom="Both sides of the street, and whoever moved here this year"))
    page.ask(wish)
    yield "begin-town-hall"
    page.ask(replace(wish, people=2, minutes=20))
    yield "begin-nothing-fits"
    house.planning.open(gathering_id)
    designer = house.console.findChildren(DesignerPage)[0]
    designer.show_promises(starts.date())
    yield "designer-met-before"
    designer.show_promises(None)
    house.planning.invite(gathering_id)
    yield "designer-invitation"
