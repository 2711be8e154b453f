"""Where things lie. The only place that computes the project's root; makes no folder and reads no settings.

What is imported from outside the standard library is imported where it is used: `bootstrap` needs the root
before anything is installed.
"""

from __future__ import annotations

from pathlib import Path

APP = "convener"


def project_root() -> Path:
    """The folder that holds `app/`: a checkout, site-packages, or the frozen program's own folder."""
    return Path(__file__).resolve().parent.parent


def protocols_folder() -> Path:
    """The protocols that come with the program."""
    return project_root() / "protocols"


def templates_folder() -> Path:
    """The whole gatherings to begin from that come with the program."""
    return protocols_folder() / "templates"


def resources_folder() -> Path:
    """Icons, themes, style sheet and catalogues of words."""
    return project_root() / "resources"


def default_data_folder() -> Path:
    """Where this person's gatherings lie when no `--data` is given; it may not exist yet."""
    import platformdirs

    return platformdirs.user_data_path(APP, appauthor=False)


def cache_folder() -> Path:
    """What can be made again at any time, such as fonts prepared for the PDF; it may not exist yet."""
    import platformdirs

    return platformdirs.user_cache_path(APP, appauthor=False)


def version() -> str:
    """The program's version: from pyproject.toml in a checkout and a frozen program, else as installed."""
    import tomllib
    from importlib import metadata

    file = project_root() / "pyproject.toml"
    if file.is_file():
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])
    return metadata.version(APP)
