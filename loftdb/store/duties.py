"""What is said of each time that a duty is owed: dated, versioned, never overwritten."""

from datetime import date, datetime

from loftdb.core.duties import DutyMark, Marks
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import Condition, insert, next_number

Owed = tuple[str, str, str]
"""The agreement, the duty and the occasion."""

Said = tuple[date | None, str, str]
"""The day it was done (null: it was not, what was said before is taken back), § and diarienummer."""


def mark(tx: Transaction, owed: Owed, said: Said, by: str) -> DutyMark:
    """Append a word on the occasion."""
    version = next_number(tx.cursor, "duty_mark", "version", **_named(owed))
    insert(tx.cursor, "duty_mark", [(*owed, version, *said, by, tx.registered_at)])
    return DutyMark(*owed, version, *said, by, tx.registered_at)


def latest(database: Database, known_on: datetime | None = None) -> Marks:
    """Return the last word on each occasion, as known at ``known_on`` (naive UTC; null: now)."""
    known = Condition()
    known.at_most("registered_at", known_on)
    with database.reading() as cursor:
        return {(said.agreement, said.duty, said.occasion): said for said in _fetch(cursor, known)}


def history(database: Database, owed: Owed) -> tuple[DutyMark, ...]:
    """Return every word on the occasion, the first one first."""
    with database.reading() as cursor:
        return _fetch(cursor, _of(owed))


def _of(owed: Owed) -> Condition:
    own = Condition()
    for column, value in _named(owed).items():
        own.among(column, [value])
    return own


def _named(owed: Owed) -> dict[str, str]:
    return dict(zip(("agreement", "duty", "occasion"), owed, strict=True))


def _fetch(cursor: Cursor, condition: Condition) -> tuple[DutyMark, ...]:
    rows = cursor.execute(
        "select agreement, duty, occasion, version, on_day, paragraph, case_number, registered_by, registered_at "  # noqa: S608 - own text
        f"from duty_mark {condition} order by agreement, duty, occasion, version",
        condition.parameters,
    ).fetchall()
    return tuple(DutyMark(*row) for row in rows)
