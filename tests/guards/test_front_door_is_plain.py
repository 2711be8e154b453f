"""What runs before anything is installed needs nothing installed, and an old Python can read it well enough
to be told that it is too old.
"""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from app.paths import project_root
from tests.guards.sources import imported_modules, source, sources, walked

EARLY = ("app/__init__.py", "app/__main__.py", "app/bootstrap.py", "app/paths.py",
         "tests/__init__.py", "tests/__main__.py")
OLD_PYTHON = (3, 8)


def foreign(text: str, *, everywhere: bool) -> set[str]:
    """Modules from outside the standard library and `app`; those inside functions only if `everywhere`."""
    tree = source("planted", text).tree
    if not everywhere:
        tree = ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], [])
    names = {module.split(".")[0] for _, module in imported_modules(tree)}
    return names - sys.stdlib_module_names - {"app"}


@pytest.mark.parametrize("name", EARLY)
def test_the_front_door_imports_only_the_standard_library(name: str) -> None:
    text = (project_root() / name).read_text(encoding="utf-8")
    assert foreign(text, everywhere=name == "app/bootstrap.py") == set()


@pytest.mark.parametrize("name", EARLY)
def test_an_old_python_can_read_the_front_door(name: str) -> None:
    ast.parse((project_root() / name).read_text(encoding="utf-8"), feature_version=OLD_PYTHON)


def test_the_front_door_loads_without_any_installed_package() -> None:
    program = f"import sys; sys.path.insert(0, {str(project_root())!r}); import app.__main__, tests.__main__"
    run = subprocess.run([sys.executable, "-I", "-S", "-c", program], capture_output=True, text=True, check=False)
    assert run.stderr == ""


def test_a_planted_import_is_caught() -> None:
    assert foreign("import msgspec, os\nfrom app import words", everywhere=False) == {"msgspec"}
    assert foreign("def f():\n    import msgspec", everywhere=True) == {"msgspec"}


def test_a_planted_match_is_too_new_for_an_old_python() -> None:
    with pytest.raises(SyntaxError):
        ast.parse("match 1:\n    case 1:\n        pass\n", feature_version=OLD_PYTHON)


def test_the_project_s_root_is_computed_in_one_place() -> None:
    assert [file.name for file in sources("app", "ui")
            if "__file__" in file.text and "__file__" in names_of(file.tree)] == ["app/paths.py"]


def names_of(tree: ast.AST) -> set[str]:
    """Every name that the code reads; words in comments and strings do not count."""
    return {node.id for node in walked(tree) if isinstance(node, ast.Name)}
