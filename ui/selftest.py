"""`convener --selftest`: opens everything, hosts one session, keeps notes and writes one PDF, in a folder that is
thrown away. For a frozen or freshly installed program: what was left out of it shows here, not before a room.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.live.session import fold
from app.prints.export import export_harvest
from app.settings import Settings
from app.store.store import Store
from app.words import Words, say
from ui.gallery import Camera, StillClock, Studio, pages
from ui.ground import lay_ground
from ui.main import furnish
from ui.type import load_fonts


def main() -> int:
    """0 and a sentence when everything worked, 1 when something did not. Needs no screen."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    load_fonts()
    camera = Camera(_day(application))
    application.exec()
    if camera.answer() != 0:
        sys.stderr.write(Words()(say("The self-test stopped after {count} pages.", count=camera.count)) + "\n")
        return 1
    sys.stdout.write(Words()(say("Everything works: {count} pages, one session, one PDF.", count=camera.count)) + "\n")
    return 0


def _day(application: QApplication) -> Iterator[Path | None]:
    with tempfile.TemporaryDirectory() as folder, closing(Store.open(Path(folder))) as store:
        clock = StillClock()
        ground = lay_ground(store, Path(folder), clock=clock, settings=Settings())
        house = furnish(application, ground)
        house.console.show()
        house.wall.open_window()
        for name in pages(Studio(house, ground, clock)):
            yield None
            if house.console.grab().isNull() or house.wall.window.grab().isNull():
                raise RuntimeError(name)
            yield Path(name)
        lived = (fold(store.log(row.id)) for row in store.sessions()[:-1])     # the last is the sample's own
        session = next((one for one in lived if one is not None and one.notes), None)
        if session is None:
            raise RuntimeError("nothing was kept")
        harvest = Path(folder) / "harvest.pdf"
        export_harvest(session, harvest, Words())
        if not harvest.read_bytes().startswith(b"%PDF"):
            raise RuntimeError("no PDF was written")
        house.close()
