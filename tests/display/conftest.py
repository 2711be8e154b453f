"""The desk that every test here sits at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.display.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with two displays and an empty folder."""
    with Desk(tmp_path) as desk:
        yield desk
