"""No key is told on the host's page by a letter of its own: whoever chose another key reads that one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from app.paths import project_root
from tests.ui.pages.host_hands import Hands
from ui.widgets.buttons import PaintedButton
from ui.widgets.keycap import KeyCap

OWN = {"", "↵", "J", "Del", "Ctrl+Z", "@", "Ctrl Enter"}
"""Keys of a field or a grid while it has the keyboard; they are no commands of the page."""
NAMED = re.compile(r"\b(?:[Pp]ress|[Ww]ith|[Bb]y|key) (?:[A-Z0-9]|F\d+|Ctrl\S*|Space|Esc)(?!\w)|\([A-Z0-9]\)")


def rooms_of_the_page() -> Iterator[Path]:
    """The host's page and every panel that it shows."""
    root, waiting, seen = project_root(), ["ui.pages.host"], set[str]()
    while waiting:
        name = waiting.pop()
        path = root / f"{name.replace('.', '/')}.py"
        if name in seen or not path.exists():
            continue
        seen.add(name)
        yield path
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            waiting += [module] if module.startswith(("ui.panels", "ui.pages", "app.live")) else []


def letters_in(source: str) -> list[str]:
    """Sentences that name a key themselves."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)
             and isinstance(node.func, ast.Name) and node.func.id in ("say", "say_n") and node.args)
    texts = (part.value for call in calls for part in call.args if isinstance(part, ast.Constant))
    return [text for text in texts if isinstance(text, str) and NAMED.search(text)]


@pytest.mark.slow
def test_no_sentence_of_the_host_s_page_names_a_key_itself() -> None:
    rooms = list(rooms_of_the_page())
    assert {"harvest_box.py", "replan.py", "topics.py", "script.py"} <= {path.name for path in rooms}
    assert [text for path in rooms for text in letters_in(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("said", ["Topics are copied with A.", "Press R to plan anew.", "End (E)", "Press F5."])
def test_a_sentence_that_names_a_key_would_be_found(said: str) -> None:
    assert letters_in(f"line = say({said!r})") == [said]


@pytest.mark.slow
def test_every_key_cap_is_that_of_the_key_that_was_chosen(qtbot: QtBot, faces: None) -> None:
    page = Hands(qtbot).page
    page.wear_keys({action.id: (f"{'Ctrl+' * (at > 30)}F{at % 31 + 1}",) for at, action in enumerate(page.worn)})
    caps = [(button.text(), button._key) for button in page.findChildren(PaintedButton)]
    caps += [("", cap._key) for cap in page.findChildren(KeyCap)]
    assert [(words, key) for words, key in caps if key not in OWN and not re.search(r"F\d+$", key)] == []
    tips = [button.toolTip() for button in page.findChildren(QAbstractButton)]
    assert [tip for tip in tips if len(tip) == 1] == []
