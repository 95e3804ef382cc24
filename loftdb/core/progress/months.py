"""The whole calendar months of each row judged by pace, and what was done in them: how evenly it runs."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from loftdb.core.model import Season
from loftdb.core.periods import Period, add_months, month, month_start
from loftdb.core.progress.arrays import Flags, Floats, Ints, Places, day_number
from loftdb.core.progress.schedule import Row
from loftdb.core.progress.seasons import weight
from loftdb.core.progress.totals import JUDGED, Totals, are
from loftdb.core.progress.windows import DAYS


@dataclass(frozen=True)
class MonthCounts:
    """One value per month that was judged to its end: its row, what was done in it, its weight."""

    row: Ints
    count: Ints
    weight: Floats


class Months:
    """The months of a schedule's rows, those without weight left out; only reference data can change them."""

    def __init__(self, rows: list[Row]) -> None:
        found = [(index, _months(row.days, row.season)) for index, row in enumerate(rows) if row.pieces]
        none: tuple[Ints, Ints, Floats] = (_EMPTY, _EMPTY, _EMPTY.astype(np.float64))
        parts = [none, *(months for _, months in found)]
        first, self._last, self._weight = (np.concatenate(each) for each in zip(*parts, strict=True))
        self._row = np.repeat([index for index, _ in found], [len(months[0]) for _, months in found]).astype(np.int64)
        numbers = np.array([row.measure.number for row in rows], dtype=np.int64)
        size = len(self._row)
        self._places = Places(np.arange(size), numbers[self._row] * DAYS + first, size)

    def counts(self, totals: Totals, through: Ints) -> MonthCounts:
        """Return the months that had ended by the judged day (per row); the totals must hold every measure's months."""
        counted = np.flatnonzero((totals.month > 0) & are(totals.kind, JUDGED))
        places = self._places.find(totals.measure[counted] * DAYS + totals.month[counted])
        added, ended = self._places.add(places, totals.count[counted]), self._ended(through)
        return MonthCounts(self._row[ended], added[ended], self._weight[ended])

    def _ended(self, through: Ints) -> Flags:
        ended: Flags = self._last <= through[self._row]
        return ended


_EMPTY = np.zeros(0, dtype=np.int64)


@lru_cache(maxsize=500)
def _months(days: Period, season: Season) -> tuple[Ints, Ints, Floats]:
    """Return the first and last day and the weight of every whole month inside the days that has any."""
    length = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    touched = (month(add_months(month_start(days.start), step)) for step in range(length))
    whole = [(each, weight(season, each)) for each in touched if each & days == each]
    kept = [(day_number(each.start), day_number(each.last), parts) for each, parts in whole if parts]
    first, last, parts = np.array(kept, dtype=np.int64).reshape(-1, 3).T
    return first, last, parts.astype(np.float64)
