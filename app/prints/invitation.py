"""The invitation as a letter on one sheet: what it is for, when and where, what it asks, and that a no is free.

Only what is written is printed; it has no headings but the facts, because it is a letter and no form.
"""

from __future__ import annotations

from app.design.days import days, hours_of
from app.design.gathering import Gathering, Mode
from app.design.names import day_words, mode_name
from app.errors import Trouble
from app.library.protocol import Family, Kind
from app.prints.faces import Face
from app.prints.leaves import Leaves
from app.prints.paper import LEFT, Style
from app.prints.routes import plan_title
from app.words import Words, say

MEASURE = 400.0
"""Points of a line: a letter is read, so about seventy letters."""
SIZES = (13.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Sizes of the words, until the letter stands on one sheet."""
TOP, FOOT = 108.0, 64.0


def lay_invitation(leaves: Leaves, gathering: Gathering, words: Words) -> None:
    """One sheet. Raises Trouble where nothing says what people are invited to."""
    invitation, title = gathering.invitation, plan_title(gathering, words)
    if not (gathering.purpose.strip() or invitation.possibility.strip() or invitation.request.strip()):
        raise Trouble(say("Nothing says yet what “{title}” is for. Write its purpose or its invitation, then print.",
                          title=title))
    leaves.about(title=title, subject=words(say("Invitation")))
    leaves.mark(title, leaves.height)
    for size in SIZES:
        letter = _Letter(leaves, size)
        letter.write(gathering, title, words)
        if letter.y >= FOOT or size == SIZES[-1]:
            letter.draw()
            return


class _Letter:
    """Lines with their places, laid at one size and drawn when it fits. `y` is the top of what comes next."""

    def __init__(self, leaves: Leaves, size: float) -> None:
        self._leaves, self._size = leaves, size
        self.y = leaves.height - TOP
        self._lines: list[tuple[str, Style, float, float]] = []
        self._rules: list[float] = []

    def write(self, gathering: Gathering, title: str, words: Words) -> None:
        """The whole letter from the top."""
        invitation = gathering.invitation
        self._say(title, Face.DISPLAY, 2.2)
        self._say(gathering.purpose, Face.ITALIC, 1.25, quiet=True, gap=0.4)
        self._say(_when(gathering, words), Face.SANS_BOLD, 1.0, gap=1.4)
        self._say(_where(gathering, words), Face.SANS, 1.0, quiet=True)
        self._rule()
        for text in (invitation.possibility, invitation.whom, invitation.price, invitation.request):
            self._say(text, Face.TEXT, 1.08, gap=0.8)
        self._say(self._free(gathering, words), Face.TEXT, 1.08, gap=0.8)
        if question := _first_question(gathering):
            self._rule()
            self._say(words(say("A question to bring along")), Face.SANS_BOLD, 0.9, quiet=True, gap=1.0)
            self._say(question, Face.DISPLAY, 1.6, gap=0.3)

    def draw(self) -> None:
        """Put it on the sheet."""
        leaves = self._leaves
        leaves.glyph("invitation", x=LEFT, y=leaves.height - TOP + 14, side=26,
                     colour=leaves.inks.family(Family.INVITATION))
        for text, style, width, y in self._lines:
            lines = leaves.type.lines([(text, style)], width)
            for line in lines:
                y -= style.pitch
                leaves.draw(line, LEFT, y + style.pitch * 0.28)
        for y in self._rules:
            leaves.hairline(LEFT, y, 48, leaves.inks.ink3)

    def _free(self, gathering: Gathering, words: Words) -> str:
        """What is written about saying no; where nothing is, one sentence that says it."""
        if written := gathering.invitation.choice.strip():
            return written
        if gathering.invitation.required:
            return words(say("We ask everybody to be there. Taking part is yours to choose, and you may pass."))
        return words(say("You are free to say no, and it costs you nothing. We will be glad if you come."))

    def _say(self, text: str, face: Face, times: float, *, quiet: bool = False, gap: float = 0.0) -> None:
        size = self._size * times
        style = Style(face, size, size * 1.42, self._leaves.inks.ink2 if quiet else self._leaves.inks.ink)
        for number, paragraph in enumerate(part for part in text.splitlines() if part.strip()):
            self.y -= (gap if number == 0 else 0.35) * self._size
            self._lines.append((paragraph.strip(), style, MEASURE, self.y))
            self.y -= len(self._leaves.type.lines([(paragraph.strip(), style)], MEASURE)) * style.pitch

    def _rule(self) -> None:
        self.y -= self._size * 1.3
        self._rules.append(self.y)
        self.y -= self._size * 0.5


def _when(gathering: Gathering, words: Words) -> str:
    """A line for each day: when it begins, and when people were promised to be free."""
    hours = [hours_of(gathering, day) for day in sorted(set(days(gathering.steps)) or {0})]
    return "\n".join(words(say("{day}, {begins} to {ends}", day=day_words(begins.date(), year=True),
                               begins=f"{begins:%H:%M}", ends=f"{ends:%H:%M}")) for begins, ends in hours)


def _where(gathering: Gathering, words: Words) -> str:
    place = gathering.place.strip()
    if gathering.mode is Mode.ROOM:
        return place
    return " · ".join(part for part in (place, words(mode_name(gathering.mode))) if part)


def _first_question(gathering: Gathering) -> str:
    """The first question people will ask each other, so that they can carry it with them until then."""
    return next((step.question.strip() for step in gathering.steps
                 if step.kind is Kind.QUESTION and step.question.strip()), "")
