"""What a host is looking for besides words: the occasion, the place, how many people and minutes, how they sit."""

from __future__ import annotations

from dataclasses import dataclass

from app.groups.forms import Form
from app.library.protocol import Family, Protocol


@dataclass(frozen=True, slots=True)
class Sieve:
    """Empty and 0 let everything through. `minutes` are the most there are, `people` how many will come.

    A protocol that names no occasion is for every one of them.
    """

    families: tuple[Family, ...] = ()
    setting: str = ""
    mode: str = ""
    people: int = 0
    minutes: int = 0
    form: Form | None = None

    def keeps(self, protocol: Protocol) -> bool:
        """Whether `protocol` is what is looked for."""
        fewest, most = protocol.people
        return ((not self.families or protocol.family in self.families)
                and (not self.setting or not protocol.settings or self.setting in protocol.settings)
                and (not self.mode or self.mode in protocol.modes)
                and (not self.people or fewest <= self.people <= most)
                and (not self.minutes or protocol.minutes <= self.minutes)
                and (self.form is None or protocol.main_step.form is self.form))
