"""The console as it is, in a process of its own, to be measured: `python -m tests.bench.console FOLDER`.

It speaks as `tests.bench.windows` does. `ui` comes before anything of Qt, as it does through the front door.
"""

from __future__ import annotations

import sys

import ui.hall
from app.__main__ import main
from tests.bench.painted import FirstPaint
from ui.console import Console


class Seen(Console):
    """The console, which tells when it is seen."""

    def open(self) -> None:
        """Show the window."""
        FirstPaint(self)
        super().open()


if __name__ == "__main__":
    vars(ui.hall)["Console"] = Seen
    main(["--data", sys.argv[1]])
