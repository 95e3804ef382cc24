"""*Avvikelse och orsak*: dated, versioned, never overwritten."""

from dataclasses import dataclass
from datetime import date, datetime

from loftdb.core.deviations import Deviation, Key
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import WHOLE_TERM, Condition, insert, next_number


@dataclass(frozen=True)
class Texts:
    """What is written of a deviation; two empty texts take back what was."""

    internal: str
    public: str
    decided_by: str = ""
    """The function that accepts it; empty: nobody has."""
    accepted_until: date | None = None


def write(tx: Transaction, key: Key, texts: Texts, by: str) -> Deviation:
    """Append a version."""
    (subject, year), kept = key, WHOLE_TERM if key[1] is None else key[1]
    version = next_number(tx.cursor, "deviation", "version", subject=subject, year=kept)
    said, accepted = (texts.internal, texts.public), (texts.decided_by, texts.accepted_until)
    insert(tx.cursor, "deviation", [(subject, kept, version, *said, by, tx.registered_at, *accepted)])
    return Deviation(subject, year, version, *said, by, tx.registered_at, *accepted)


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
        "select subject, year, version, internal_text, public_text, registered_by, registered_at, "  # noqa: S608 - own text
        f"coalesce(decided_by, ''), accepted_until from deviation {condition} order by subject, year, version",
        condition.parameters,
    ).fetchall()
    return tuple(Deviation(subject, year or None, *rest) for subject, year, *rest in rows)
