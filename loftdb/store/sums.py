"""Every figure is one grouped query over the ledger's lines; all counts are BIGINT and reach pandas as int64.

Only done lines on days of the agreement count. Rows that come to nothing (logged and withdrawn) are left out, so
that how a figure came about never shows in it.
"""

from collections.abc import Collection
from datetime import datetime

import pandas as pd

from loftdb.core.periods import Period
from loftdb.store.database import Database
from loftdb.store.rows import Condition

_JUDGED = "l.state = 'done' and l.date <= p.through"
_LATER = "l.state = 'done' and l.date > p.through"
_IN_YEARS = {
    "done": _JUDGED,
    "later": _LATER,
    "estimated": f"{_JUDGED} and l.precision = 'estimated'",
    "at_least": f"{_JUDGED} and l.precision = 'at_least'",
    "annual": f"{_JUDGED} and l.month is null",
    "planned": "l.state = 'planned'",
}
_IN_INTERVALS = {
    "done": _JUDGED,
    "later": _LATER,
    "planned": "l.state = 'planned'",
    "cancelled": "l.state = 'cancelled'",
}


def by_year(
    database: Database,
    plan: pd.DataFrame,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> pd.DataFrame:
    """Return the sums by measure and calendar year of the agreement's days.

    ``plan``: measure int64; start, end (half-open) and through (last judged day, inclusive) as dates.
    ``municipalities`` (null: all) are those whose logs are read. Columns, all int64: measure, year, done (through the
    judged day), later (after it), estimated and at_least (the part of done known so), annual (the part of done that is
    published for a whole year), planned.
    """
    return _sums(
        database, plan, _lines(municipalities, known_on), "extract(year from l.date)::bigint as year", _IN_YEARS
    )


def by_week(
    database: Database,
    plan: pd.DataFrame,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> pd.DataFrame:
    """Return the sums by measure and the week filled: measure, week (its Monday), done, later, planned, cancelled."""
    lines = _lines(municipalities, known_on)
    lines.add("l.week is not null")
    return _sums(database, plan, lines, "l.week as week", _IN_INTERVALS)


def by_month(
    database: Database,
    plan: pd.DataFrame,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> pd.DataFrame:
    """Return the sums by measure and month (its first): as ``by_week``; annual figures fill no month."""
    lines = _lines(municipalities, known_on)
    lines.add("l.month is not null")
    return _sums(database, plan, lines, "l.month as month", _IN_INTERVALS)


def by_day(database: Database, measure: int, period: Period, known_on: datetime | None = None) -> pd.DataFrame:
    """Return what was done of one measure on the days of the period: day, done int64."""
    lines = _lines(None, known_on)
    lines.add(f"l.measure = {lines.place(measure)} and l.state = 'done'")
    lines.add(f"l.date >= {lines.place(period.start)} and l.date < {lines.place(period.end)}")
    query = f"select l.date as day, sum(l.count)::bigint as done from line l {lines} group by day having sum(l.count) <> 0 order by day"  # noqa: E501, S608
    with database.reading() as cursor:
        return cursor.execute(query, lines.parameters).df()


def _lines(municipalities: Collection[int] | None, known_on: datetime | None) -> Condition:
    lines = Condition()
    lines.among("l.municipality", municipalities)
    lines.at_most("l.registered_at", known_on)
    return lines


def _sums(database: Database, plan: pd.DataFrame, lines: Condition, group: str, sums: dict[str, str]) -> pd.DataFrame:
    name = group.rpartition(" as ")[2]
    columns = ", ".join(
        f"coalesce(sum(l.count) filter (where {when}), 0)::bigint as {column}" for column, when in sums.items()
    )
    inner = (
        f"select l.measure::bigint as measure, {group}, {columns} from line l "  # noqa: S608 - own text
        f"join plan p on p.measure = l.measure and l.date >= p.start and l.date < p.end {lines} group by 1, 2"
    )
    something = " or ".join(f"{column} <> 0" for column in sums)
    with database.reading() as cursor:
        cursor.register("plan", plan)
        query = f"select * from ({inner}) as sums where {something} order by measure, {name}"  # noqa: S608 - own text
        return cursor.execute(query, lines.parameters).df()
