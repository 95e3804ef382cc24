"""What people say of a promise without a number: dated, versioned, never overwritten."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from loftdb.core.model import Status, StatusUpdate
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import Condition, insert, next_number


def update(  # noqa: PLR0913, PLR0917 - the fields of the form, and who
    tx: Transaction,
    promise_id: str,
    on: date,
    status: Status | None,
    done: str,
    next_step: str,
    covered: Collection[str],
    by: str,
) -> StatusUpdate:
    """Append a word on the promise: status (null: none), *Vad har gjorts?*, *Nästa steg*, keys of the items covered."""
    version = next_number(tx.cursor, "status_update", "version", promise=promise_id)
    said = (done, next_step, tuple(covered))
    row = (promise_id, version, on, status, *said[:2], list(covered), by, tx.registered_at)
    insert(tx.cursor, "status_update", [row])
    return StatusUpdate(promise_id, version, on, status, *said, by, tx.registered_at)


def decide(  # noqa: PLR0913, PLR0917 - what, when, why and who
    tx: Transaction, promise_id: str, on: date, status: Status | None, reason: str, by: str
) -> StatusUpdate:
    """Append what a decision makes of the promise, with its reason; the items covered stand."""
    query = "select covered from status_update where promise = $1 order by version desc limit 1"
    found = tx.cursor.execute(query, [promise_id]).fetchone()
    return update(tx, promise_id, on, status, reason, "", found[0] if found else (), by)


def latest(database: Database, known_on: datetime | None = None) -> dict[str, StatusUpdate]:
    """Return the last word on each promise, as known at ``known_on`` (naive UTC; null: now)."""
    known = Condition()
    known.at_most("registered_at", known_on)
    with database.reading() as cursor:
        return {update.promise: update for update in _fetch(cursor, known)}


def history(database: Database, promise_id: str) -> tuple[StatusUpdate, ...]:
    """Return every word on the promise, the first one first; none when nothing was said."""
    own = Condition()
    own.among("promise", [promise_id])
    with database.reading() as cursor:
        return _fetch(cursor, own)


def _fetch(cursor: Cursor, condition: Condition) -> tuple[StatusUpdate, ...]:
    rows = cursor.execute(
        "select promise, version, on_day, status, done, next_step, covered, registered_by, registered_at "  # noqa: S608 - own text
        f"from status_update {condition} order by promise, version",
        condition.parameters,
    ).fetchall()
    return tuple(_update(*row) for row in rows)


def _update(promise: str, version: int, on: date, status: str | None, *rest: Any) -> StatusUpdate:
    done, next_step, covered, by, registered_at = rest
    said = Status(status) if status else None
    return StatusUpdate(promise, version, on, said, done, next_step, tuple(covered), by, registered_at)
