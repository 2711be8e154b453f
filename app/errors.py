"""The two kinds of trouble. `Trouble` is the world's fault and is told with what to do about it;
any other exception is ours, logged whole and told calmly.
"""

from __future__ import annotations

from app.words import Text


class Trouble(Exception):  # noqa: N818 - the field's own word; it is told, not raised at anyone
    """Something outside the program: a disk, a file, a display. `text` says what, where, what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.one.format_map(dict(text.values)))
        self.text = text


class NotKept(Trouble):
    """A write did not reach the disk. Nothing on a screen may claim that it did."""


class InUse(Trouble):
    """The data folder is open in another process."""


class Damaged(Trouble):
    """The database is there and cannot be trusted; nothing was changed in it."""
