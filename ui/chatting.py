"""Puts what the room is asked into the clipboard, for the chat of a platform, and says so."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from app.live.chat import chat_text
from app.live.session import Session
from app.words import Text, Words, say


def copy_for_chat(session: Session | None, now: int, words: Words, tell: Callable[[Text], None]) -> None:
    """Copy the live beat of `session` in the wall's language at `now` (epoch ms), and `tell` what was copied."""
    text = chat_text(session, now, words) if session is not None else ""
    if text:
        QGuiApplication.clipboard().setText(text)
        tell(say("Copied for the chat: {text}", text=" · ".join(text.splitlines())))
