"""One look at both displays after anything that happened: what the room has on its wall, what the host has in front.

Both are photographed by the server, beside the program, and held against what the program itself draws: so what lies
over a window, or is missing of it, is seen.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.display.desk import Desk
from tests.display.letters import Word
from tests.display.picture import Picture, faults, read_picture, rows_of, unlike
from tests.display.seen import Place, WallSeen

SAME, DIGITS = 0.003, 0.02
"""The part of a photograph that may differ from what was drawn a moment before: on the wall a bit of the ring, on the
console the large digits of its clock.
"""


@dataclass(slots=True)
class Both:
    """`room` and `host` are where the wall and the console have to be; `private` is what the room may never read."""

    desk: Desk
    room: Place
    host: Place
    private: list[str] = field(default_factory=list)

    def are_well(self, scene: str, *expected: str) -> None:
        """The wall shows this scene with these sentences, and both windows are whole and alone on their displays."""
        self.desk.until(lambda: self._wall_is(self.desk.look().wall, scene), f"the wall does not show “{scene}”")
        words: list[Word] = []

        def all_there() -> bool:
            words[:] = self.desk.letters()
            written = " ".join(word.text for word in words)
            return all(sentence in written for sentence in expected)

        self.desk.until(all_there, lambda: f"not all of {expected} is drawn: {[word.text for word in words]}")
        assert not (found := betrayed(words, self.private)), f"the room reads {found}"
        self._console_is_ready()
        self._is_as_drawn(words)

    def console_is_whole(self) -> None:
        """The console is on its display with the keyboard, nothing lies over it, and none of its words is cut."""
        self._console_is_ready()
        self._is_as_drawn(())

    def wall_is_away(self) -> None:
        """No window of the room is shown anywhere, and the host's is as it was."""
        self.desk.until(lambda: not self.desk.wall().shown, "the wall is still there")
        self.desk.until(lambda: not self.desk.shown_by_the_server("Convener: the wall"), "the server still shows it")
        self.console_is_whole()

    def _wall_is(self, wall: WallSeen | None, scene: str) -> bool:
        return wall is not None and wall.shown and wall.at == self.room and wall.scene == scene

    def _console_is_ready(self) -> None:
        self.desk.until(self._console_is_in_front, "the console is not in front of the host")
        self.desk.until(lambda: not self.desk.cramped(), lambda: f"cut off: {self.desk.cramped()}")

    def _console_is_in_front(self) -> bool:
        console = self.desk.look().window("console")
        return console is not None and console.active and console.at.lies_in(self.host)

    def _is_as_drawn(self, words: Sequence[Word]) -> None:
        """The photograph of both displays holds what the program draws; with `words`, the wall too, and no fault."""
        seen: list[list[str]] = []

        def as_drawn() -> bool:   # a scene fades in, a banner opens
            console = self.desk.look().window("console")
            assert console is not None
            shot, drawn = self._photograph(), self.desk.drawn()
            seen.append(strange("the console", part(shot, console.at), drawn["console"], DIGITS))
            if words:
                wall = part(shot, self.room)
                seen[-1] += [*faults(wall, words), *strange("the wall", wall, drawn["wall"], SAME)]
            return not seen[-1]

        try:
            self.desk.until(as_drawn, "the displays do not show what is drawn")
        finally:
            if seen and seen[-1]:
                sys.stdout.write("\n".join(seen[-1]) + "\n")

    def _photograph(self) -> Picture:
        """The whole desk in one moment."""
        places = self.room, self.host
        right, below = max(at.x + at.width for at in places), max(at.y + at.height for at in places)
        return rows_of(self.desk.displays.shot((0, 0, right, below)))


def betrayed(words: list[Word], private: list[str]) -> list[str]:
    """Which of these sentences can be read on the wall."""
    written = " ".join(word.text for word in words).casefold()
    return [sentence for sentence in private if sentence.casefold() in written]


def part(whole: Picture, at: Place) -> Picture:
    """What lies at this place of the desk."""
    return Picture([row[at.x:at.x + at.width] for row in whole.rows[at.y:at.y + at.height]])


def strange(what: str, shot: Picture, drawn: bytes, most: float) -> list[str]:
    """Whether more than a part `most` of a photograph differs from the PNG of what was drawn."""
    own = read_picture(drawn)
    if (own.width, own.height) != (shot.width, shot.height):
        return [f"{what} has another size"]
    share = unlike(shot, own)
    return [f"{share:.1%} of {what} is not its own"] if share > most else []
