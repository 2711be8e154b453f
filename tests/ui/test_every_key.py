"""One list of every key: what is bound is listed, what is listed is bound, and `?` opens it wherever one is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.paths import project_root
from tests.ui.house import house
from ui.console import Console
from ui.gallery import Studio
from ui.panels.keys_list import KeysGroup

pytestmark = pytest.mark.slow

BEGIN = "A new gathering"
GATHERING, TODAY, HOST, HARVEST = "A gathering", "Today’s question", "While you host", "Harvest"
WHERE = {
    "panels/cards.py": "Library", "panels/search_field.py": "Library", "pages/library.py": "Library",
    "panels/gathering_card.py": "Gatherings",
    "panels/facts_row.py": GATHERING, "panels/person_row.py": GATHERING, "panels/people.py": GATHERING,
    "panels/print_row.py": GATHERING, "panels/invitation.py": GATHERING, "panels/five_answers.py": BEGIN,
    "panels/preparation.py": GATHERING, "panels/in_between.py": GATHERING,
    "panels/proposal_card.py": BEGIN, "pages/begin.py": BEGIN,
    "panels/add_step.py": GATHERING, "panels/timeline.py": GATHERING,
    "panels/question_choice.py": TODAY, "pages/today.py": TODAY, "panels/message.py": HOST,
    "panels/people_here.py": HOST, "panels/people_rows.py": HOST, "panels/notes_to_show.py": HOST,
    "panels/topic_cells.py": HOST, "panels/selectable_row.py": HARVEST,
    "panels/photos.py": HARVEST, "panels/photo_view.py": HARVEST, "panels/find_row.py": "Search all gatherings",
    "panels/note_field.py": HOST, "pages/host_keys.py": HOST, "panels/note_editor.py": HARVEST,
    "panels/note_rows.py": HARVEST, "panels/where_to.py": HARVEST, "panels/rail.py": "Everywhere",
    "widgets/stepper.py": "Everywhere",
    "widgets/surfaces.py": "Everywhere", "widgets/inplace.py": "Everywhere", "widgets/segment.py": "Everywhere",
    "stage.py": "Everywhere", "sharing.py": "Everywhere", "console.py": "Everywhere", "actions.py": HOST,
}
"""In which group of the list the keys that a file takes by itself are told."""
THE_LIST_ITSELF = ("pages/keys.py", "panels/key_row.py")
"""It says on its own button how it is closed, and turns as every page does; a row of it takes any key it is given."""


@pytest.fixture
def studio(qapp: QApplication, tmp_path: Path) -> Iterator[Studio]:
    with house(qapp, tmp_path) as studio:
        yield studio


def listed(console: Console) -> dict[str, set[str]]:
    """The keys of each group, as the page of all keys shows them."""
    console.turn_to("keys")
    page = console.findChildren(QWidget, "every key")[0]
    found: dict[str, set[str]] = {}
    for group in page.findChildren(KeysGroup):
        rows = [row.accessibleName() for row in group.findChildren(QWidget) if ": " in row.accessibleName()]
        found[group.accessibleName()] = {key for row in rows for key in row.rsplit(": ", 1)[1].split(", ")}
    return found


def signs(keys: set[str]) -> set[str]:
    """The last part of each key: "Up" of "Alt+Up"."""
    return {key.rsplit("+", 1)[-1] or "+" for key in keys} | ({"Return"} if "Enter" in keys else set())


def taken_by(source: str) -> set[str]:
    """The keys that a file names in its code, as they are listed."""
    names = {node.attr for node in ast.walk(ast.parse(source))
             if isinstance(node, ast.Attribute) and node.attr.startswith("Key_")}
    return {QKeySequence(Qt.Key[name]).toString() for name in names}


def unlisted(file: str, source: str, groups: dict[str, set[str]]) -> set[str]:
    """What a file takes and no list tells."""
    told = signs(groups[WHERE[file]] | groups["Everywhere"])
    return taken_by(source) - told


def test_every_key_that_a_part_takes_is_listed_where_it_works(studio: Studio) -> None:
    groups = listed(studio.house.console)
    missing: dict[str, set[str]] = {}
    for path in sorted((project_root() / "ui").rglob("*.py")):
        file, source = path.relative_to(project_root() / "ui").as_posix(), path.read_text(encoding="utf-8")
        if file in THE_LIST_ITSELF or not taken_by(source):
            continue
        assert file in WHERE, f"ui/{file} takes {taken_by(source)}: say in its page's commands what they do, and here"
        if left := unlisted(file, source, groups):
            missing[file] = left
    assert missing == {}


def test_a_key_that_nobody_told_of_would_be_found(studio: Studio) -> None:
    groups = listed(studio.house.console)
    assert unlisted("panels/cards.py", "if event.key() == Qt.Key.Key_X: pass", groups) == {"X"}
    assert unlisted("panels/cards.py", "if event.key() == Qt.Key.Key_Up: pass", groups) == set()


def test_every_shortcut_of_the_console_is_listed(studio: Studio) -> None:
    keys = {key for group in listed(studio.house.console).values() for key in group}
    bound = {shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
             for shortcut in studio.house.console.findChildren(QShortcut)}
    assert bound - keys - {f"Alt+{key}" for key in keys} == set()
    assert {"F11", "Shift+F11", "Ctrl+1", "Ctrl+,", "Ctrl+E"} <= bound


def test_shortcuts_are_made_in_two_places_only() -> None:
    makers = [path.name for path in (project_root() / "ui").rglob("*.py")
              if "QShortcut(" in path.read_text(encoding="utf-8")]
    assert sorted(makers) == ["commands.py", "host_keys.py"]


def test_a_question_mark_opens_the_list_on_every_page_and_closes_it_again(studio: Studio) -> None:
    console = studio.house.console
    studio.house.planning.open(studio.ground.store.gatherings()[0].id)
    for page in ("designer", "gatherings", "library", "today", "settings", "harvest", "host"):
        console.turn_to(page)
        QTest.keyClick(QApplication.focusWidget() or console, Qt.Key.Key_F1)
        assert console.page == "keys", page
        assert any(words.text() == "While you host" for words in console.findChildren(QLabel) if words.isVisible())
        QTest.keyClick(QApplication.focusWidget() or console, Qt.Key.Key_Escape)
        assert console.page == page


def test_while_a_session_runs_the_list_stands_beside_it(studio: Studio) -> None:
    studio.house.hosting.begin(studio.ground.store.gatherings()[0])
    console = studio.house.console
    console.turn_to("host")
    QTest.keyClick(QApplication.focusWidget() or console, Qt.Key.Key_Question)
    assert console.page == "host"
    beside = [group for group in studio.house.host_page.findChildren(KeysGroup) if group.isVisible()]
    assert [group.accessibleName() for group in beside] == ["", "Everywhere"]
