"""What was done of a measure in each judged month: all that is told of a sensitive promise."""

from collections import Counter
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, homes_of, judgement
from loftdb.core.memo import MonthCount
from loftdb.core.model import Measure
from loftdb.core.periods import Period, month_start, next_month
from loftdb.core.progress import records
from loftdb.core.progress.arrays import day_number
from loftdb.core.progress.totals import JUDGED, Totals, are
from loftdb.store import sums

Counts = Mapping[tuple[int, int], int]
"""By measure and the number of a month's first day."""


def of_year(frame: pd.DataFrame, year: int) -> pd.DataFrame:
    """Return the rows of the year, and of the term where that is judged as a whole."""
    return frame[(frame["year"] == year) | (frame["year"].isna() & ~frame["held_rule"])]


def counts_by_month(context: Context, scope: Scope) -> Counts:
    """Return what was done in each month up to the judged day."""
    plan = judgement(context, scope).limits.plan.assign(weekly=False, monthly=True)
    totals = Totals.of(sums.totals(context.database, plan, homes_of(context, scope), scope.known_on))
    counts: Counter[tuple[int, int]] = Counter()
    for place in np.flatnonzero(are(totals.kind, JUDGED) & (totals.month > 0)):
        counts[int(totals.measure[place]), int(totals.month[place])] += int(totals.count[place])
    return counts


def judged_months(rows: pd.DataFrame, measure: Measure, year: int, counts: Counts) -> Iterator[MonthCount]:
    """Yield the months of the year up to the judged day; an unsigned one without entries is unknown (5.18)."""
    for row in records(rows[rows["number"] == measure.number])[:1]:
        days = Period.through(row["start"].date(), min(row["judged_through"], row["last"]).date()) & Period.year(year)
        first = month_start(days.start)
        while first < days.end:
            done = counts.get((measure.number, day_number(first)))
            yield MonthCount(first, done if done or not row["signed"] else 0)
            first = next_month(first)
