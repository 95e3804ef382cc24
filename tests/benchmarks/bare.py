"""The DuckDB statements that the pages need, and nothing around them: what the program's own time is held against."""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from loftdb.store.database import Database

_CUT = "sum(count) filter (where date <= {0})::bigint as done, sum(count) filter (where date > {0})::bigint as later"
_PARTS = {
    "years": "extract(year from date)",
    "weeks": "week",
    "months": "month",
}


def sums(
    database: Database, part: str, through: date, *, of: Sequence[int] = (), in_: int | None = None
) -> pd.DataFrame:
    """Add up a part of the log by measure and year, week or month; ``of`` (none: all) are the measures wanted."""
    wanted = [f"{_PARTS[part]} is not null", "state = 'done'"]
    wanted += [f"municipality = {in_}"] if in_ is not None else []
    wanted += [f"measure in ({', '.join(map(str, of))})"] if of else []
    query = f"select measure, {_PARTS[part]}, {_CUT.format('$1')} from line where {' and '.join(wanted)} group by 1, 2"
    with database.reading() as cursor:
        return cursor.execute(query, [through]).df()


def whole_log(database: Database) -> None:
    """Read the whole log into pandas, as a program without sums in the database would."""
    with database.reading() as cursor:
        cursor.execute("select * from activity_version").df()
        cursor.execute("select * from line").df()


def commit_one(database: Database, row: Sequence[object]) -> None:
    """Insert one whole row of ``activity_version`` and commit."""
    places = ", ".join(f"${number}" for number in range(1, len(row) + 1))
    with database.reading() as cursor:
        cursor.execute(f"insert into activity_version values ({places})", list(row))
