"""Rooms stay small, and what makes a desktop program unsteady stays out: see the design, section 7.

Each rule is a function from a file to its faults, and each is tried on a planted file that it must refuse.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.guards.sources import Source, called_names, imported_modules, source, sources, walked

FILE_LINES, FUNCTION_LINES = 400, 60
LOOPS = {"ui/start.py", "ui/main.py", "ui/gallery.py", "ui/selftest.py",
         "tests/bench/clock.py", "tests/bench/library.py", "tests/bench/wall.py", "tests/bench/windows.py"}
"""Only here may the application's own loop be made and run."""
BROAD: set[tuple[str, str]] = {
    ("ui/projector/view.py", "paintEvent"),     # the room keeps the last good picture
    ("ui/projector/view.py", "_paint_ahead"),   # what is not yet asked for can wait until it is
    ("ui/tasks.py", "both"),     # the one who asked answers for the fault, or the task reports it
}
"""Every except that takes anything and goes on: (file, function). Only at a boundary: paint, task, thread, command."""
OF_QTBOT = {"waitUntil", "waitSignal", "waitActive", "waitExposed"}
"""These have the patience of all tests by themselves, whatever they are told."""

Rule = Callable[[Source], Iterator[str]]


def long_files(file: Source) -> Iterator[str]:
    """A file over 400 lines."""
    lines = len(file.text.splitlines())
    if lines > FILE_LINES:
        yield f"{file.name}: {lines} lines, at most {FILE_LINES}"


def long_functions(file: Source) -> Iterator[str]:
    """A function over 60 lines, from its `def` to its end."""
    for node in walked(file.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{file.name}:{node.lineno} {node.name}: {lines} lines, at most {FUNCTION_LINES}"


def nested_loops(file: Source) -> Iterator[str]:
    """A modal exec(), or a loop inside the loop: each can kill every other task."""
    banned = {"processEvents", "exec_"} | ({"exec", "QEventLoop"} if file.name not in LOOPS else set())
    for call, name in called_names(file.tree):
        if name in banned:
            yield f"{file.name}:{call.lineno} calls {name}()"


def sleeping_tests(file: Source) -> Iterator[str]:
    """A test that waits for time to pass."""
    if not file.name.startswith("tests/"):
        return
    for call, name in called_names(file.tree):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        of_qtbot = isinstance(owner, ast.Name) and owner.id == "qtbot"
        if name in {"sleep", "qWait", "qSleep", "msleep"} or (name == "wait" and of_qtbot):
            yield f"{file.name}:{call.lineno} waits with {name}()"


def impatient_tests(file: Source) -> Iterator[str]:
    """A test that gives up after a time of its own: on a machine that is slow enough it fails and is right."""
    if not file.name.startswith("tests/") or file.name == "tests/patience.py":
        return
    for call, name in called_names(file.tree):
        for told in call.keywords:
            if told.arg == "timeout" and name not in OF_QTBOT and "PATIENCE" not in ast.dump(told.value):
                yield f"{file.name}:{call.lineno} {name}() waits with another patience than tests.patience"


def mocks(file: Source) -> Iterator[str]:
    """A mock, or a part of the program swapped for another behind its back."""
    for node, module in imported_modules(file.tree):
        names = {alias.name for alias in node.names} if isinstance(node, ast.ImportFrom) else set()
        if module in {"mock", "unittest.mock", "pytest_mock"} or (module == "unittest" and "mock" in names):
            yield f"{file.name}:{node.lineno} imports {module}"
    for call, name in called_names(file.tree):
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if name == "setattr" and isinstance(owner, ast.Name) and owner.id == "monkeypatch":
            yield f"{file.name}:{call.lineno} patches with setattr"


@pytest.mark.parametrize("rule", [long_files, long_functions, nested_loops, sleeping_tests, impatient_tests,
                                  mocks])
def test_every_file_keeps_the_rule(rule: Rule) -> None:
    assert [fault for file in sources() for fault in rule(file)] == []


@pytest.mark.parametrize(("rule", "name", "text"), [
    (long_files, "app/a.py", "x = 1\n" * (FILE_LINES + 1)),
    (long_functions, "app/a.py", "class A:\n    def f(self):\n" + "        x = 1\n" * FUNCTION_LINES),
    (nested_loops, "ui/a.py", "dialog.exec()\n"),
    (nested_loops, "ui/a.py", "loop = QEventLoop()\n"),
    (nested_loops, "ui/main.py", "app.processEvents()\n"),
    (sleeping_tests, "tests/a.py", "import time\ntime.sleep(1)\n"),
    (sleeping_tests, "tests/a.py", "qtbot.wait(100)\n"),
    (impatient_tests, "tests/a.py", "queue.get(timeout=5)\n"),
    (impatient_tests, "tests/a.py", "subprocess.run(command, check=True, timeout=60)\n"),
    (mocks, "tests/a.py", "from unittest import mock\n"),
    (mocks, "tests/a.py", "from unittest.mock import patch\n"),
    (mocks, "tests/a.py", "monkeypatch.setattr(thing, 'name', 1)\n"),
])
def test_the_rule_refuses_a_planted_file(rule: Rule, name: str, text: str) -> None:
    assert len(list(rule(source(name, text)))) == 1


def broad_excepts(file: Source) -> Iterator[tuple[str, str, bool]]:
    """(file, function, whether it logs) of every except that takes anything and does not hand it on."""
    if "except" not in file.text and "suppress" not in file.text:
        return
    owner = {child: node.name for node in walked(file.tree)
             if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for child in ast.walk(node)}
    for node in walked(file.tree):
        if isinstance(node, ast.ExceptHandler) and _takes_anything(node.type) and not _hands_on(node):
            yield file.name, owner.get(node, "module"), _logs(node)
    for call, name in called_names(file.tree):
        if name == "suppress" and any(_takes_anything(kind) for kind in call.args):
            yield file.name, owner.get(call, "module"), False


def _takes_anything(kind: ast.expr | None) -> bool:
    if isinstance(kind, ast.Tuple):
        return any(_takes_anything(one) for one in kind.elts)
    return kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})


def _hands_on(handler: ast.ExceptHandler) -> bool:
    """Whether the except ends in a bare `raise`: it tidies up and swallows nothing."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def _logs(handler: ast.ExceptHandler) -> bool:
    """Whether the fault is logged here, or raised again where it is not answered for."""
    again = any(isinstance(node, ast.Raise) and node.exc is None for node in ast.walk(handler))
    return again or any(name in {"exception", "error", "critical"} for _, name in called_names(handler))


def test_every_broad_except_is_listed_here_and_logs() -> None:
    found = [one for file in sources("app", "ui") for one in broad_excepts(file)]
    assert {(file, function) for file, function, _ in found} == BROAD
    assert [one for one in found if not one[2]] == []


@pytest.mark.parametrize(("body", "logs"), [
    ("try:\n        pass\n    except Exception:\n        log.exception('what')\n", True),
    ("try:\n        pass\n    except (OSError, Exception):\n        pass\n", False),
    ("try:\n        pass\n    except:\n        pass\n", False),
    ("with suppress(Exception):\n        pass\n", False),
])
def test_a_planted_broad_except_is_found(body: str, logs: bool) -> None:
    planted = source("ui/a.py", f"def f():\n    {body}")
    assert list(broad_excepts(planted)) == [("ui/a.py", "f", logs)]


@pytest.mark.parametrize("handler", ["except OSError:\n    pass", "except BaseException:\n    close()\n    raise"])
def test_an_except_that_swallows_nothing_unknown_is_not_broad(handler: str) -> None:
    assert list(broad_excepts(source("ui/a.py", f"try:\n    pass\n{handler}\n"))) == []
