"""A small shelf for the pages' tests: a conversation of several families, one design, one part, all told whole."""

from __future__ import annotations

from app.groups.forms import Form
from app.library.bundled import Shelf
from app.library.faults import Fault
from app.library.protocol import Elsewhere, Family, Keeps, Kind, Lines, Protocol, Step, Voice
from app.words import say


def conversation(title: str, family: Family, question: str, *wordings: str, minutes: int = 13,
                 form: Form = Form.THREES, keeps: tuple[Keeps, ...] = (Keeps.INSIGHT,)) -> Protocol:
    """A protocol of one question in small groups."""
    return Protocol(
        id=title.lower().replace(" ", "-"), title=title, family=family,
        purpose="For people who see each other daily and seldom ask. It turns the talk from the others to oneself.",
        when=("A team that knows each other by task.", "Before a decision that needs everybody."),
        when_not=("Somebody has just been hurt and not been heard.",),
        steps=(Step(
            title=title, family=family, question=question, wordings=wordings, form=form, minutes=minutes, keeps=keeps,
            say=Lines(frame=("One speaks, the others stay curious.", "About {each} for each of you."),
                      over=("Come to the end of your sentence.",)),
            watch=Lines(frame=("Talk about people who are not in the room.",),
                        round=("Advice that is dressed up as a question.", "A laugh that closes a door.")),
            elsewhere=Elsewhere(platform="Rooms of three, and the question in every chat. Two minutes more.",
                                phone="Three to a line; whoever dials first begins.",
                                hybrid="Those in the room among themselves, those far away among themselves.")),))


BUSY = conversation("Left undone", Family.OWNERSHIP, "What do you leave for others by being so busy?",
                    "Which small thing waits here until you have time?", "What would stop if you took a week off?",
                    keeps=(Keeps.INSIGHT, Keeps.POSSIBILITY))
LIGHTER = conversation("Made lighter", Family.GIFTS, "What did somebody here take off your shoulders this week?",
                       minutes=9, keeps=(Keeps.GIFT,))
DOOR = conversation("Two doors", Family.CROSSROADS, "Which decision are you keeping open longer than it needs?",
                    "What would you choose today if nobody asked why?", minutes=14, form=Form.PAIRS)
NODDED = conversation("Nodded through", Family.DISSENT, "What have you agreed to here that you do not believe in?",
                      minutes=12, keeps=(Keeps.DOUBT,))
UNASKED = conversation("Even alone", Family.COMMITMENT,
                       "What will you do about this even if nobody in the whole building ever joins you in it?",
                       "What will you begin before anybody has asked?", minutes=14, keeps=(Keeps.PROMISE,))
CAFE = Protocol(
    id="cafe", title="World Café", family=Family.WORLD_CAFE,
    purpose="Three rounds at small tables. Whoever hosts stays, the others travel and carry what they heard.",
    steps=(
        Step(title="The café opens", kind=Kind.WELCOME, family=Family.WORLD_CAFE, minutes=6, voice=Voice.HOST),
        Step(title="First round", family=Family.WORLD_CAFE, form=Form.TABLE, minutes=20,
             question="What are we pretending not to know about this place?", keeps=(Keeps.THEME,)),
        Step(title="What the tables heard", kind=Kind.SAMPLING, family=Family.WORLD_CAFE, minutes=10,
             voice=Voice.ROOM, question="What keeps coming back?", keeps=(Keeps.THEME,)),
    ))
PAUSE = Protocol(id="break", title="Break", family=Family.PART, purpose="A pause with a time to be back.",
                 steps=(Step(title="Break", kind=Kind.BREAK, family=Family.PART, minutes=10, voice=Voice.SILENCE),))

SHELF = Shelf((DOOR, BUSY, NODDED, UNASKED, LIGHTER, CAFE, PAUSE), ())
FAULTY = Shelf(SHELF.protocols, (
    Fault("mine.toml", "steps[1].minutes", say("is text, not a whole number"), say("write minutes = 12")),
    Fault("mine.toml", "purpose", say("is missing"), say("add a line such as purpose = \"…\"")),
    Fault("old.toml", "", say("is not TOML"), say("look at line 3")),
))
