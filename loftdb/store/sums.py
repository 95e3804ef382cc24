"""Every figure is one grouped query over the ledger's lines; all counts are BIGINT and reach pandas as int64.

Only lines on days of the agreement count. What comes to nothing (logged and withdrawn) is left out, so that how a
figure came about never shows in it.
"""

from collections.abc import Collection
from datetime import date, datetime

import pandas as pd

from loftdb.core.periods import Period
from loftdb.core.progress.totals import ANNUAL, MONTH, WEEK, YEAR, Kind
from loftdb.store.database import Database
from loftdb.store.rows import Condition

_KIND = f"""case when l.state = 'planned' then {Kind.PLANNED:d} when l.state = 'cancelled' then {Kind.CANCELLED:d}
    when l.date > p.through then {Kind.LATER:d} when l.precision = 'exact' then {Kind.DONE:d}
    when l.precision = 'estimated' then {Kind.ESTIMATED:d} else {Kind.AT_LEAST:d} end"""

_CELL = f"""extract(year from l.date) * {1 << YEAR}
    + case when p.weekly then coalesce(l.week - date '1970-01-01', 0) * {1 << WEEK} else 0 end
    + case when p.monthly then coalesce(extract(month from l.month), 0) * {1 << MONTH} else 0 end
    + case when l.month is null then {1 << ANNUAL} else 0 end + {_KIND}"""


def totals(
    database: Database,
    plan: pd.DataFrame,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> pd.DataFrame:
    """Return what the lines on the agreements' days add up to, in one pass (columns: ``core.progress.totals``).

    ``plan``: measure int64; start, end (half-open) and through (last judged day, inclusive) as dates; weekly and
    monthly whether the sums of weeks and months are wanted. ``municipalities`` (null: all) are those whose logs are
    read.
    """
    query = (
        f"select l.measure, {_CELL} as cell, sum(l.count)::bigint as count from line l "  # noqa: S608 - own text
        "join plan p on p.measure = l.measure and l.date >= p.start and l.date < p.end "
        "and not (l.state = 'planned' and l.date <= p.through) "
        f"{(lines := _lines(municipalities, known_on))} group by 1, 2 having sum(l.count) <> 0"
    )
    with database.reading() as cursor:
        cursor.register("plan", plan)
        return cursor.execute(query, lines.parameters).df()


def by_day(database: Database, measure: int, period: Period, known_on: datetime | None = None) -> pd.DataFrame:
    """Return what was done of one measure on the days of the period: day, done int64."""
    lines = _lines(None, known_on)
    lines.add(f"l.measure = {lines.place(measure)} and l.state = 'done'")
    lines.add(f"l.date >= {lines.place(period.start)} and l.date < {lines.place(period.end)}")
    query = f"select l.date as day, sum(l.count)::bigint as done from line l {lines} group by day having sum(l.count) <> 0 order by day"  # noqa: E501, S608
    with database.reading() as cursor:
        return cursor.execute(query, lines.parameters).df()


def last_done(
    database: Database,
    through: date,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> dict[int, date]:
    """Return the last day, up to ``through``, on which something was done of each measure; none where nothing was.

    What was withdrawn does not count: the lines of a day must come to more than nothing.
    """
    lines = _lines(municipalities, known_on)
    lines.add("l.state = 'done'")
    lines.at_most("l.date", through)
    query = (
        "select measure, max(date) from (select l.measure, l.date from line l "  # noqa: S608 - own text
        f"{lines} group by l.measure, l.date having sum(l.count) > 0) as days group by measure"
    )
    with database.reading() as cursor:
        return dict(cursor.execute(query, lines.parameters).fetchall())


def planned(
    database: Database,
    after: date,
    municipalities: Collection[int] | None = None,
    known_on: datetime | None = None,
) -> dict[int, list[tuple[date, int]]]:
    """Return the days after ``after`` for which occasions of each measure are booked, in order, and how many."""
    lines = _lines(municipalities, known_on)
    lines.add(f"l.state = 'planned' and l.date > {lines.place(after)}")
    query = (
        "select l.measure, l.date, sum(l.count)::bigint from line l "  # noqa: S608 - own text
        f"{lines} group by 1, 2 having sum(l.count) > 0 order by 1, 2"
    )
    found: dict[int, list[tuple[date, int]]] = {}
    with database.reading() as cursor:
        for measure, day, count in cursor.execute(query, lines.parameters).fetchall():
            found.setdefault(measure, []).append((day, count))
    return found


def _lines(municipalities: Collection[int] | None, known_on: datetime | None) -> Condition:
    lines = Condition()
    lines.among("l.municipality", municipalities)
    lines.at_most("l.registered_at", known_on)
    return lines
