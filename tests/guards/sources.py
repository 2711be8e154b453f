"""The project's own Python files, for the guards that read them."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.paths import project_root


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its path from the root with forward slashes, its text and, for who asks, its tree."""

    name: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """Parsed once, and not at all where the text is enough."""
        return _parsed(self.text)


def source(name: str, text: str) -> Source:
    """A file that need not exist, so that a guard can be tried on a planted one."""
    return Source(name, text)


def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file of `folders`; all of ours when none is named."""
    root = project_root()
    files = [file for folder in folders or ("app", "ui", "tests") for file in sorted((root / folder).rglob("*.py"))]
    return tuple(_read(root, file) for file in files)


@functools.cache   # several guards read every file; parsing and walking each once saves ten seconds
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


@functools.cache
def _read(root: Path, file: Path) -> Source:
    return source(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))


@functools.cache
def walked(tree: ast.AST) -> tuple[ast.AST, ...]:
    """Every node of a tree, itself included."""
    return tuple(ast.walk(tree))


def called_names(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the last part of what it calls: `a.b.c()` gives "c"."""
    for node in walked(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node, node.func.attr
            elif isinstance(node.func, ast.Name):
                yield node, node.func.id


def imported_modules(tree: ast.AST) -> Iterator[tuple[ast.stmt, str]]:
    """Every module that an import statement names; `from a import b` gives "a"."""
    for node in walked(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom):
            yield node, node.module or ""


def planted(folder: Path, files: dict[str, str]) -> Path:
    """Write `files` (path: text) into `folder`."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
