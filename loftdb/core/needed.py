"""What remains, month by month: whole occasions that always add up to exactly what remains."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise

import numpy as np
import pandas as pd

from loftdb.core.model import Agreement, Comparator, Measure, Promise
from loftdb.core.periods import DAY, Period, month, month_start, next_month
from loftdb.core.progress.arrays import EPOCH, Ints, day_number
from loftdb.core.progress.judge import Judge
from loftdb.core.progress.pace import expected, unknown_before
from loftdb.core.progress.schedule import Row
from loftdb.core.progress.totals import Totals

Booked = Mapping[int, Sequence[tuple[date, int]]]
"""The days to come for which announced occasions are booked, and how many, by measure and in order."""


@dataclass(frozen=True)
class Need:
    """What remains of a row, by the first of each month that still lies in it."""

    row: Row
    remaining: int
    planned: int
    """Announced occasions booked among them."""
    months: dict[date, int]


@dataclass(frozen=True)
class NeededRow:
    """What remains of one measure in its running year (or term); a joint promise stands once."""

    agreement: Agreement
    promise: Promise
    measure: Measure
    year: int | None
    remaining: int
    planned: int
    """Announced occasions that are booked; they count when they are done."""
    months: tuple[int, ...]
    """One count for each month of the sheet; they add up to ``remaining``."""


@dataclass(frozen=True)
class Total:
    """What remains of one kind of activity, over all rows that count the same thing."""

    plural: str
    minutes: bool
    remaining: int
    months: tuple[int, ...]


@dataclass(frozen=True)
class Needed:
    """The sheet."""

    months: tuple[date, ...]
    """The first of every month, the running one first; empty when nothing remains."""
    rows: tuple[NeededRow, ...]
    totals: tuple[Total, ...]
    """By kind of activity, in the rows' order; never one sum of different kinds."""


@dataclass(frozen=True)
class Known:
    """What is known of the rows."""

    totals: pd.DataFrame
    frame: pd.DataFrame
    """The judge's, made from ``totals``."""
    booked: Booked = field(default_factory=dict)
    is_picked: bool = False
    """The day was picked by a person: what was done after it is not known then."""


def needs(judge: Judge, known: Known, day: date, agreements: Collection[str]) -> Iterator[Need]:
    """Yield what remains after the day of every row of the agreements that runs then and has something left to do.

    What is booked stands in its own month and the rest of a
    sum is spread by the season; each interval of a short target needs what it lacks, on its own days, and what was
    missed cannot be made up for. What may have been done before the agreement is followed is not asked for again (5.8).
    """
    added, frame = Totals.of(known.totals), known.frame
    windows = judge.windows.sums(added)
    counted = windows["done"] if known.is_picked else windows["done"] + windows["later"]
    done = (frame["actual"] + frame["preliminary"]).to_numpy()
    published = set(added.measure[added.annual].tolist())
    for index, row in enumerate(judge.schedule.rows):
        if row.agreement.id not in agreements or not _runs(row, day):
            continue
        so_far = int(done[index]) + (0 if row.measure.number in published else unknown_before(row))
        days = [each for each in known.booked.get(row.measure.number, ()) if day < each[0] and each[0] in row.days]
        months = _of_windows(judge, index, counted, day) if row.held else _of_sum(row, so_far, day, days)
        if remaining := sum(months.values()):
            yield Need(row, remaining, min(sum(count for _, count in days), remaining), months)


def _runs(row: Row, day: date) -> bool:
    """Tell whether the row has a target to reach and runs on the day after; a weekly promise is needed by the year."""
    is_asked = row.target is not None and row.target.comparator is not Comparator.AT_MOST
    return is_asked and not row.open and day + DAY in row.days and not (row.held and row.year is None)


def _of_sum(row: Row, done: int, day: date, booked: Sequence[tuple[date, int]]) -> dict[date, int]:
    months = months_of(Period(day + DAY, row.days.end))
    passed = [(part.end - row.days.start).days for part in (Period(day, day + DAY), *months)]
    lines = [expected(row, days) for days in passed]
    weights = [after - before for before, after in pairwise(lines)]
    left = max((row.goal or 0) - done, 0)
    own: Counter[date] = Counter()
    for booked_day, count in booked:
        own[month_start(booked_day)] += min(count, left - own.total())
    spread_out = _spread_over(months, left - own.total(), weights)
    return {first: count + own[first] for first, count in spread_out.items()}


def _of_windows(judge: Judge, index: int, counted: Ints, day: date) -> dict[date, int]:
    """Return what the windows of the row that end after the day still lack."""
    windows = judge.windows
    found: dict[date, int] = {}
    own = np.flatnonzero((windows.year_row == index) & (windows.last > day_number(day)))
    lacking = np.maximum(windows.target[own] - counted[own], 0)
    for window, lacks in zip(own, lacking, strict=True):
        days = Period(_day(windows.start[window]), _day(windows.last[window]) + DAY) & Period(day + DAY, date.max)
        for first, count in _spread_over(months_of(days), int(lacks)).items():
            found[first] = found.get(first, 0) + count
    return found


def _day(number: np.int64) -> date:
    return date.fromordinal(int(number) + EPOCH)


def months_of(days: Period) -> list[Period]:
    """Return the months that the days touch, each with only those days."""
    parts, start = [], days.start
    while start < days.end:
        parts.append(month(start) & days)
        start = next_month(start)
    return parts


def _spread_over(months: Sequence[Period], count: int, weights: Sequence[Fraction] = ()) -> dict[date, int]:
    """Spread by the weights, or by days where they are not given or come to nothing."""
    used = weights if any(weights) else [Fraction(each.days) for each in months]
    return dict(zip((month(each.start).start for each in months), spread(count, used), strict=True))


def spread(count: int, weights: Sequence[Fraction]) -> tuple[int, ...]:
    """Share a count by weights in whole numbers that add up to it, nowhere half an occasion from the even course.

    The sum so far is rounded, half up, so that two a year fall in spring and autumn and not where a month is longest.
    At least one weight is above zero, unless the count is none.
    """
    if count == 0:
        return (0,) * len(weights)
    whole = sum(weights, Fraction())
    course = [(count * part / whole + Fraction(1, 2)).__floor__() for part in accumulate(weights, initial=Fraction())]
    return tuple(after - before for before, after in pairwise(course))
