"""*Avvikelse och orsak*: dated, versioned, never overwritten."""

from datetime import datetime

from loftdb.core.deviations import Deviation, Key
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import Condition, insert

WHOLE_TERM = 0
"""What the table holds for the year of a whole term."""


def write(tx: Transaction, key: Key, internal: str, public: str, by: str) -> Deviation:
    """Append a version; two empty texts take back what was written."""
    own = _of(key)
    query = f"select coalesce(max(version), 0) + 1 from deviation {own}"  # noqa: S608 - own text
    [(version,)] = tx.cursor.execute(query, own.parameters).fetchall()
    subject, year = key
    row = (subject, WHOLE_TERM if year is None else year, version, internal, public, by, tx.registered_at)
    insert(tx.cursor, "deviation", [row])
    return Deviation(subject, year, version, internal, public, by, tx.registered_at)


def latest(database: Database, known_on: datetime | None = None) -> dict[Key, Deviation]:
    """Return the last version of each deviation, as known at ``known_on`` (naive UTC; null: now)."""
    known = Condition()
    known.at_most("registered_at", known_on)
    with database.reading() as cursor:
        return {deviation.key: deviation for deviation in _fetch(cursor, known)}


def history(database: Database, key: Key) -> tuple[Deviation, ...]:
    """Return every version, the first one first."""
    with database.reading() as cursor:
        return _fetch(cursor, _of(key))


def _of(key: Key) -> Condition:
    subject, year = key
    own = Condition()
    own.among("subject", [subject])
    own.among("year", [WHOLE_TERM if year is None else year])
    return own


def _fetch(cursor: Cursor, condition: Condition) -> tuple[Deviation, ...]:
    rows = cursor.execute(
        "select subject, year, version, internal_text, public_text, registered_by, registered_at "  # noqa: S608 - own text
        f"from deviation {condition} order by subject, year, version",
        condition.parameters,
    ).fetchall()
    return tuple(Deviation(subject, year or None, *rest) for subject, year, *rest in rows)
