"""A party's word that a month is complete; it is given once, and its first moment stands."""

from collections.abc import Collection
from datetime import date, datetime

from loftdb.core.model import Party, SignOff
from loftdb.core.periods import month_start
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import Condition, insert


def sign(tx: Transaction, municipality: int, party: Party, month: date, by: str) -> SignOff:
    """Sign the month of the day ``month`` for the party; return the sign-off, the first one if it is already signed."""
    signed = SignOff(municipality, party, month_start(month), by, tx.registered_at)
    own = Condition()
    own.add(
        f"municipality = {own.place(municipality)} and party = {own.place(party)} and month = {own.place(signed.month)}"
    )
    if before := _fetch(tx.cursor, own):
        return before[0]
    tx.touches_sign_offs = True
    insert(tx.cursor, "sign_off", [(municipality, party, signed.month, by, tx.registered_at)])
    return signed


def sign_offs(
    database: Database, known_on: datetime | None = None, municipalities: Collection[int] | None = None
) -> tuple[SignOff, ...]:
    """Return the sign-offs of the municipalities (null: all) by municipality, party and month.

    As known at ``known_on`` (naive UTC; null: now).
    """
    known = Condition()
    known.at_most("registered_at", known_on)
    known.among("municipality", municipalities)
    with database.reading() as cursor:
        return _fetch(cursor, known)


def _fetch(cursor: Cursor, condition: Condition) -> tuple[SignOff, ...]:
    rows = cursor.execute(
        f"select municipality, party, month, registered_by, registered_at from sign_off {condition} "  # noqa: S608 - own text
        "order by municipality, party, month",
        condition.parameters,
    ).fetchall()
    return tuple(SignOff(code, Party(party), month, by, at) for code, party, month, by, at in rows)
