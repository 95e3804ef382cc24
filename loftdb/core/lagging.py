"""How much time a lagging promise has left: slack, and silence longer than the promise's own interval allows.

Slack is how many whole working weeks may pass with nothing more done before the promise can no longer be kept: a sum at
1.3 times the promised pace from then on, whole occasions rounded up; held intervals with 90 % of them held. Both limits
are those of rule 5.6, so a negative slack says for how long it has been too late. What may have been done before the
agreement is followed is not counted as left (5.8).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from loftdb.core.model import STALE_DAYS, Agreement, Comparator, Promise, StatusUpdate, Thresholds
from loftdb.core.periods import DAY, Interval
from loftdb.core.progress.pace import expected, is_plain
from loftdb.core.progress.schedule import Row

WEEK_DAYS = 7

INTERVAL_DAYS = {
    Interval.WEEK: Fraction(7),
    Interval.MONTH: Fraction(365, 12),
    Interval.QUARTER: Fraction(365, 4),
    Interval.HALF_YEAR: Fraction(365, 2),
    Interval.SCHOOL_TERM: Fraction(365, 2),
    Interval.YEAR: Fraction(365),
}

REPORTED_WITHIN = timedelta(days=46)
"""A month, and the fifteen days that it may take to sign it: a shorter silence is only a log not yet filled in."""


@dataclass(frozen=True)
class HeldCounts:
    """Intervals of a row: held, completed, and in all."""

    held: int
    completed: int
    intervals: int


def pace(count: int, days: int) -> float | None:
    """Return occasions a week over so many days; null over none."""
    return count * WEEK_DAYS / days if days > 0 else None


def last_start(row: Row, remaining: int, thresholds: Thresholds) -> date:
    """Return the last day that may pass with nothing done, so that what remains of the row's sum can still be done.

    After it, the pace that rule 5.6 allows times what is then still expected is just enough, rounded up to a whole
    occasion. The day before the row begins where not even its whole time is enough.
    """
    goal = sum((piece.share for piece in row.pieces), Fraction())
    limit = goal - Fraction(max(remaining - 1, 0) * 100, thresholds.pace_excess)
    if is_plain(row) and goal:
        passed = min(max(-(-limit * row.pieces[0].days.days // goal) - 1, 0), row.pieces[0].days.days)
        return row.pieces[0].days.start + (passed - 1) * DAY
    return row.days.start + (_passing_below(row, limit) - 1) * DAY


def _passing_below(row: Row, limit: Fraction) -> int:
    """Return how many of the row's first days pass with less than the limit expected."""
    low, high = 0, row.days.days
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if expected(row, middle) < limit else (low, middle - 1)
    return low


def spare_of_held(row: Row, counts: HeldCounts, thresholds: Thresholds) -> int:
    """Return how many more intervals may be missed before the row cannot be *I fas*; negative: too many are already."""
    may_miss = counts.intervals * (100 - thresholds.held_on_track) // 100
    return 0 if row.target is None else may_miss - (counts.completed - counts.held)


def slack_of_held(row: Row, spare: int) -> int:
    """Return the slack of a row that is judged by held intervals: those that may still be missed, in whole weeks."""
    if row.target is None:
        return 0
    return int(spare * row.target.every * INTERVAL_DAYS[row.target.interval] // WEEK_DAYS)


def is_stale(agreement: Agreement, promise: Promise, update: StatusUpdate | None, day: date) -> bool:
    """Tell whether too long has passed since the last word on a promise, or without one since it is followed (5.16)."""
    if day not in agreement.period or _is_dropped(promise, day):
        return False
    if update is not None:
        return update.is_stale(day, agreement.period)
    return (day - max(agreement.period.start, agreement.followed_from)).days > STALE_DAYS


def is_silent(rows: Sequence[Row], since: date, today: date) -> bool:
    """Tell whether nothing logged after a day is longer than the promise's own interval allows.

    ``rows`` are one measure's. Longer than a month takes to report, a whole occasion was expected meanwhile (by the
    season), or a whole interval passed. What is a limit upwards, is dropped or depends on a need is never silent.
    """
    target = next((row.target for row in rows if row.target and today in row.days), None)
    if today - since <= REPORTED_WITHIN or target is None or target.comparator is Comparator.AT_MOST:
        return False
    if rows[0].promise.conditional or _is_dropped(rows[0].promise, today):
        return False
    if target.judged_by_interval:
        return (today - since).days >= target.every * INTERVAL_DAYS[target.interval]
    meanwhile = (row for row in rows if row.pieces and row.days.start <= today and since < row.days.last)
    return sum((_expected_between(row, since, today) for row in meanwhile), Fraction()) >= 1


def _is_dropped(promise: Promise, day: date) -> bool:
    return promise.dropped_from is not None and promise.dropped_from <= day


def _expected_between(row: Row, since: date, today: date) -> Fraction:
    return expected(row, _passed(row, today)) - expected(row, _passed(row, since))


def _passed(row: Row, day: date) -> int:
    """Return how many of the row's days have passed at the end of the day."""
    return min(max((day - row.days.start).days + 1, 0), row.days.days)
