"""What a host can look at before the room opens, as plain sentences: what wants a minute, and what is well.

It measures nothing itself: numbers come in, rows come out. Nothing here holds anybody back.
"""

from __future__ import annotations

from app.words import Text, say


def mirrored_words(platform: str) -> Text:
    """That the room sees the console, and how it ends on this `platform` (as `sys.platform` names it)."""
    if platform == "win32":
        return say("The room sees your notes: both displays show the same. Press Windows+P and choose Extend.")
    if platform == "darwin":
        return say("The room sees your notes: both displays show the same. In System Settings, Displays, use the "
                   "projector as an extended display.")
    return say("The room sees your notes: both displays show the same. In the system's display settings, let the "
               "projector extend this display.")
