"""The shape of the database, one small step a release. A step that has been released is never changed.

Loaded only where a file is new or of an older shape: sqlite-utils costs every start 50 ms that uses none of it.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database, Migrations

from app.store.backup import copy_pages, take_backup
from app.store.database import APPLICATION_ID


def bring_up_to_date(db: sqlite3.Connection, folder: Path, steps: Migrations, version: int) -> None:
    """Take the steps that `db`, the file in `folder`, has not taken; a file that holds something is backed up first.

    All is one transaction: a kill leaves the old shape or the new one. Raises NotKept when no backup can be made.
    """
    if db.execute("PRAGMA user_version").fetchone()[0]:
        take_backup(folder, datetime.now(UTC), lambda target: copy_pages(db, target))
    db.execute("BEGIN")
    steps.apply(Database(db))
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    db.execute(f"PRAGMA user_version={version}")
    db.execute("COMMIT")


def migrations() -> Migrations:
    """Every step from an empty file to this version, in order."""
    steps = Migrations("convener")

    @steps()
    def first_tables(db: Database) -> None:
        db.table("gatherings").create(
            {"id": str, "title": str, "starts": str, "changed": int, "removed": int, "plan": str}, pk="id",
            not_null={"title", "starts", "changed", "removed", "plan"}, defaults={"removed": 0})
        db.table("sessions").create(
            {"id": str, "gathering_id": str, "title": str, "began": int, "finished": int}, pk="id",
            not_null={"gathering_id", "title", "began"})
        db.table("events").create(
            {"session_id": str, "id": int, "at": int, "fact": str, "event": str}, pk=("session_id", "id"),
            not_null={"at", "fact", "event"}, foreign_keys=[("session_id", "sessions", "id")])

    @steps()
    def photographs(db: Database) -> None:
        db.table("photos").create({"id": str, "session_id": str, "jpeg": bytes}, pk="id",
                                  not_null={"session_id", "jpeg"}, foreign_keys=[("session_id", "sessions", "id")])

    return steps
