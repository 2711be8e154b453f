"""The shape of the database, one small step a release. A step that has been released is never changed.

Loaded only where a file is new or of an older shape: sqlite-utils costs every start 50 ms that uses none of it.
"""

from __future__ import annotations

from sqlite_utils import Database, Migrations


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

    return steps
