"""The data folders that are measured: one full of plans and protocols, one with a session that runs."""

from __future__ import annotations

import re
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from app.design.gathering import Gathering, new_id
from app.live.clock import system_clock
from app.live.engine import opening
from app.paths import protocols_folder
from app.store.store import Store
from ui.ground import lay_ground

PROTOCOLS, GATHERINGS = 200, 1_000


def full(folder: Path) -> Path:
    """A data folder with 1,000 gatherings and as many own protocols as make 200."""
    with closing(Store.open(folder)) as store:
        lay_ground(store, folder)
        first = store.gatherings()[0]
        for number in range(GATHERINGS - 1):
            store.keep_gathering(replace(first, id=new_id(), title=f"Week {number}", sample=False,
                                         starts=first.starts + timedelta(days=number)), number)
    own = folder / "protocols"
    own.mkdir()
    bundled = sorted(protocols_folder().glob("*.toml"))
    for number in range(PROTOCOLS - len(bundled)):
        text = bundled[number % len(bundled)].read_text(encoding="utf-8")
        (own / f"own-{number}.toml").write_text(re.sub(r'(?m)^id = ".*"', f'id = "own-{number}"', text, count=1),
                                                encoding="utf-8")
    return folder


def hosting(folder: Path) -> Path:
    """A data folder in which the sample is being hosted: both windows open by themselves."""
    with closing(Store.open(folder)) as store:
        lay_ground(store, folder)
        gathering: Gathering = store.gatherings()[0]
        store.begin(opening(gathering, system_clock()()), gathering)
    return folder
