"""`python3 -m tests` makes the machine ready and runs everything; `python3 -m tests quick` leaves out what
needs a display, a minute or mypy. Any other argument goes to pytest. The last line and the exit code are pytest's.
`python3 -m tests bench` measures instead.

Standard library only until the machine is ready.
"""

from __future__ import annotations

import os
import sys

from app.bootstrap import TEST_TOOLS, prepare
from app.paths import project_root

BOTH_CORES = ["-n", "2", "--dist", "loadfile"]
QUICK = ["-m", "not slow and not display", *BOTH_CORES]


def main(arguments: list[str]) -> int:
    """Run pytest over the project's tests with `arguments`."""
    quick = arguments[:1] == ["quick"]
    prepare("tests", arguments, extra="tests", tools={} if quick else TEST_TOOLS)
    os.chdir(project_root())
    if arguments[:1] == ["bench"]:
        from tests.bench.run import main as bench

        return bench(arguments[1:])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"   # tests marked `display` give their programs a display of their own
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)   # the program is started hundreds of times: compiled once
    sys.dont_write_bytecode = False

    import pytest

    return int(pytest.main([*QUICK, *arguments[1:]] if quick else arguments or BOTH_CORES))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
