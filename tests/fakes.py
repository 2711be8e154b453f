"""Stand-ins that tests drive by hand: they keep the promises of the real thing and nothing is patched."""

from __future__ import annotations

MINUTE = 60_000


class FakeClock:
    """A clock that stands still until it is moved. Calling it gives milliseconds since the epoch."""

    def __init__(self, now: int = 1_800_000_000_000) -> None:
        self._now = now

    def __call__(self) -> int:
        return self._now

    def forward(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Let time pass; less than nothing sets the clock back."""
        self._now += round(minutes * MINUTE + seconds * 1000)
