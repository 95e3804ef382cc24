"""What was registered between two moments; the versions that stood at each are read, never reckoned back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from loftdb.core.model import Activity
from loftdb.store.connection import Cursor
from loftdb.store.database import Database
from loftdb.store.rows import Condition
from loftdb.store.versions import fetch


@dataclass(frozen=True)
class Between:
    """After one moment (naive UTC; null: since always), up to another (null: now)."""

    since: datetime | None
    until: datetime | None

    def condition(self) -> Condition:
        """Return the demand that a row was registered between them."""
        own = Condition()
        own.at_most("registered_at", self.until)
        if self.since is not None:
            own.add(f"registered_at > {own.place(self.since)}")
        return own


def activities_between(
    database: Database, between: Between, municipalities: Collection[int] | None
) -> dict[int, tuple[Activity | None, Activity | None]]:
    """Return the activities that have a version from between, each with its version before and its last one."""
    own = between.condition()
    own.among("municipality", municipalities)
    with database.reading() as cursor:
        query = f"select distinct activity from activity_version {own}"  # noqa: S608 - own text
        touched = [number for (number,) in cursor.execute(query, own.parameters).fetchall()]
        after = _latest(cursor, touched, between.until)
        before = _latest(cursor, touched, between.since) if between.since else {}
    return {number: (before.get(number), after[number]) for number in sorted(touched)}


@dataclass(frozen=True)
class Warrant:
    """From when a version holds, and by what right."""

    valid_from: date
    decision: str | None
    reason: str | None


def warrants_between(database: Database, between: Between) -> dict[str, Warrant]:
    """Return the last version from between of each agreement and promise, by id, and of each measure, by number.

    One that was decided goes before one that needed no decision.
    """
    own = between.condition()
    query = " union all ".join(
        f"select {key}, version, valid_from, decision, reason from {table} {own}"  # noqa: S608 - own text
        for key, table in (("id", "agreement"), ("id", "promise"), ("id || '#' || number", "measure"))
    )
    with database.reading() as cursor:
        rows = cursor.execute(f"{query} order by decision is not null, version", own.parameters).fetchall()
    return {id_: Warrant(*words) for id_, _, *words in rows}


def _latest(cursor: Cursor, touched: Collection[int], moment: datetime | None) -> dict[int, Activity]:
    own = Condition()
    own.among("activity", touched)
    own.at_most("registered_at", moment)
    found = fetch(cursor, f"activity_version v {own} order by activity, version", own.parameters) if touched else ()
    return {each.id: each for each in found}
