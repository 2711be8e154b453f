"""No sentence reaches a screen unmarked: what a widget is given comes through `words(say("…"))`."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.guards.sources import Source, called_names, source, sources

SHOWS = {
    "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QGroupBox", "QAction",
    "setText", "setToolTip", "setAccessibleName", "setAccessibleDescription", "setPlaceholderText",
    "setWindowTitle", "setStatusTip", "setWhatsThis", "addTab", "setTitle",
}


def unmarked(file: Source) -> Iterator[str]:
    """Literals with letters in them that are handed straight to something that shows them."""
    for call, name in called_names(file.tree):
        if name not in SHOWS:
            continue
        for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
            if any(letter.isalpha() for letter in _literal(argument)):
                yield f"{file.name}:{call.lineno} {name}({ast.unparse(argument)})"


def _literal(node: ast.expr) -> str:
    """The words written in `node` itself, not those it computes."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_literal(part) for part in parts)
        case ast.BinOp(left=left, right=right):
            return _literal(left) + _literal(right)
        case ast.IfExp(body=body, orelse=other):
            return _literal(body) + _literal(other)
    return ""


def test_every_sentence_on_a_screen_is_marked() -> None:
    assert [fault for file in sources("ui") for fault in unmarked(file)] == []


@pytest.mark.parametrize("text", [
    'QLabel("Next")', 'button.setText(f"{n} groups")', 'button.setToolTip("a" + name)',
    'button.setText("Hold" if running else "Release")', 'QPushButton(text="Next")',
])
def test_a_planted_sentence_is_caught(text: str) -> None:
    assert len(list(unmarked(source("ui/a.py", text)))) == 1


@pytest.mark.parametrize("text", ['QLabel("·")', 'label.setText(words(say("Next")))', 'label.setObjectName("next")'])
def test_what_is_marked_or_no_word_is_let_pass(text: str) -> None:
    assert list(unmarked(source("ui/a.py", text))) == []
