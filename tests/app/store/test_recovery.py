"""A damaged database costs no word that the backup or the second copy has, and is itself left as it was."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.errors import Damaged
from app.library.protocol import Keeps
from app.live.engine import Engine, opening
from app.live.session import Session, fold
from app.store.database import NAME
from app.store.recovery import ASIDE, open_or_recover
from app.store.second_copy import FOLDER, SecondCopy
from app.store.store import Store
from app.words import Text, Words
from tests.app.live.room import Hand
from tests.plans import at, staff_meeting

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def lived(folder: Path, *, backup: bool, copied: bool = True) -> Session:
    """A plan and a session of it: one note before the backup, one after it. Its file is then spoilt."""
    store, hand, told = Store.open(folder), Hand(at(9)), list[Text]()
    if copied:
        store.copy_to(SecondCopy(folder, told.append))
    store.keep_gathering(staff_meeting(), at(8))
    first = opening(staff_meeting(), hand())
    engine = Engine(first, store.append_to(store.begin(first, staff_meeting())), hand)
    engine.keep("before the backup", Keeps.INSIGHT)
    if backup:
        store.back_up(NOW)
    engine.keep("after the backup", Keeps.INSIGHT)
    store.close()
    size = (folder / NAME).stat().st_size
    (folder / NAME).write_bytes(b"\xa5" * size)
    with pytest.raises(Damaged):
        Store.open(folder)
    return engine.session


def session_in(store: Store) -> Session | None:
    """What the one session of this store folds to."""
    return fold(store.log(store.sessions()[0].id)) if store.sessions() else None


@pytest.mark.parametrize("backup", [True, False])
def test_every_note_is_back_and_the_damaged_file_lies_aside_untouched(tmp_path: Path, backup: bool) -> None:
    session = lived(tmp_path, backup=backup)
    spoilt = (tmp_path / NAME).read_bytes()
    store, told = open_or_recover(tmp_path, NOW)
    assert session_in(store) == session
    assert store.live_session() is not None
    assert store.gatherings() == (staff_meeting(),)
    (aside,) = tmp_path.glob(f"{ASIDE}-*")
    assert (aside / NAME).read_bytes() == spoilt
    assert told is not None and str(aside) in Words()(told)
    store.close()


def test_without_the_second_copy_the_last_note_is_gone(tmp_path: Path) -> None:
    lived(tmp_path, backup=True, copied=False)
    assert not (tmp_path / FOLDER).exists()
    store, _ = open_or_recover(tmp_path, NOW)
    session = session_in(store)
    assert session is not None and [note.text for note in session.notes] == ["before the backup"]
    store.close()


def test_with_neither_the_program_begins_anew(tmp_path: Path) -> None:
    lived(tmp_path, backup=False, copied=False)
    store, told = open_or_recover(tmp_path, NOW)
    assert told is not None and store.is_new and "no backup" in Words()(told)
    store.close()
