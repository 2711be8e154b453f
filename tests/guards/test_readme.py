"""The README's promises that a machine can hold it to: its links lead somewhere, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

from app.__main__ import command_line
from app.paths import project_root
from app.words import Words

LINK = re.compile(r"\]\(([^)#]+)\)")
COMMAND = re.compile(r"python3 -m app ([a-z]+)")


def dead_links(text: str, folder: Path) -> list[str]:
    """Relative links in `text` that lead nowhere from `folder`."""
    return [link for link in LINK.findall(text) if "://" not in link and not (folder / link).exists()]


def unknown_commands(text: str) -> set[str]:
    """Commands of `python3 -m app` in `text` that the front door does not know."""
    return set(COMMAND.findall(text)) - known_commands()


def known_commands() -> set[str]:
    """What the front door knows."""
    return set(re.findall(r"^ {4}([a-z]+)  ", command_line(Words()).format_help(), flags=re.MULTILINE))


def test_every_link_of_the_readme_leads_somewhere() -> None:
    text = (project_root() / "README.md").read_text("utf-8")
    assert dead_links(text, project_root()) == []
    assert len(LINK.findall(text)) > 3


def test_every_command_of_the_readme_exists() -> None:
    assert unknown_commands((project_root() / "README.md").read_text("utf-8")) == set()


def test_a_dead_link_and_an_unknown_command_are_found(tmp_path: Path) -> None:
    assert dead_links("[here](gone.md) [there](https://example.org/x)", tmp_path) == ["gone.md"]
    assert unknown_commands("`python3 -m app check FILE` and `python3 -m app dance`") == {"dance"}
