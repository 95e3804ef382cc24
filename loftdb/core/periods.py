"""Half-open periods as values; every rule about which days, weeks and months count stands here.

Rules 1-3 (weeks by Thursday, half a month, eleven months) follow the domain's section 5.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class Interval(StrEnum):
    """The stretch of time that a target's count is promised for; ``TERM`` is the agreement's whole period."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    SCHOOL_TERM = "school-term"
    YEAR = "year"
    TERM = "term"

    @property
    def is_short(self) -> bool:
        """Whether the interval is shorter than a year, so that each one is held or missed by itself."""
        return self not in (Interval.YEAR, Interval.TERM)


MONTHS_IN = {
    Interval.MONTH: 1,
    Interval.QUARTER: 3,
    Interval.HALF_YEAR: 6,
    Interval.SCHOOL_TERM: 6,
    Interval.YEAR: 12,
}


@dataclass(frozen=True, order=True)
class Period:
    """The days from ``start`` up to, not including, ``end``; empty when they are equal."""

    start: date
    end: date

    @classmethod
    def through(cls, first: date, last: date) -> "Period":
        """Return the period whose first and last days are given, both counted."""
        return cls(first, last + DAY)

    @classmethod
    def year(cls, year: int) -> "Period":
        """Return the calendar year."""
        return cls(date(year, 1, 1), date(year + 1, 1, 1))

    @property
    def last(self) -> date:
        """The last day that counts."""
        return self.end - DAY

    @property
    def days(self) -> int:
        """How many days the period holds, never below zero."""
        return max((self.end - self.start).days, 0)

    @property
    def middle(self) -> date:
        """The middle day: the Thursday of a week."""
        return self.start + timedelta(days=self.days // 2)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end

    def __and__(self, other: "Period") -> "Period":
        start = max(self.start, other.start)
        return Period(start, max(start, min(self.end, other.end)))


FIRST_TYPED, LAST_TYPED = date.min, date(9998, 12, 31)
"""The days that a date field takes, so that what is typed is never held back; MEANT is judged when it is saved."""

MEANT = Period(date(1990, 1, 1), date(2101, 1, 1))
"""The days that somebody who writes a date can mean: any other is a slip of the finger."""


def add_months(day: date, months: int) -> date:
    """Return the first of the month ``months`` after ``day``'s, on ``day``'s own date where the month has it."""
    ordinal = day.year * 12 + day.month - 1 + months
    year, month = divmod(ordinal, 12)
    first = date(year, month + 1, 1)
    return min(first + timedelta(days=day.day - 1), next_month(first) - DAY)


def month_start(day: date) -> date:
    """Return the first day of the month of ``day``."""
    return day.replace(day=1)


def next_month(day: date) -> date:
    """Return the first day of the month after ``day``'s."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def month(day: date) -> Period:
    """Return the calendar month of ``day``."""
    return Period(month_start(day), next_month(day))


def week_start(day: date) -> date:
    """Return the Monday of the ISO week of ``day``."""
    return day - timedelta(days=day.weekday())


def week(day: date) -> Period:
    """Return the ISO week of ``day``, Monday through Sunday."""
    monday = week_start(day)
    return Period(monday, monday + 7 * DAY)


def interval_of(day: date, interval: Interval) -> Period:
    """Return the week, month, quarter, half-year, school term or year that holds ``day``.

    A school term is January-June or July-December, as a half-year is (section 4). A term has no calendar of its own:
    ValueError.
    """
    if interval is Interval.WEEK:
        return week(day)
    if interval is Interval.TERM:
        raise ValueError("a term is the agreement's own period")
    length = MONTHS_IN[interval]
    start = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(start, add_months(start, length))


def belongs(whole: Period, interval: Interval, period: Period) -> bool:
    """Tell whether the interval ``whole`` is counted in ``period``.

    A week belongs to the period that holds its Thursday (5.1); a month or longer if at least half of its days lie
    inside; a year always, since a part of it is reckoned pro rata (5.3).
    """
    inside = whole & period
    if interval is Interval.WEEK:
        return whole.middle in period
    if interval is Interval.YEAR:
        return inside.days > 0
    return inside.days * 2 >= whole.days


def counted_intervals(period: Period, interval: Interval) -> Iterator[Period]:
    """Yield the whole intervals that are counted in ``period``, in order; clip with ``&`` for the days that count."""
    if interval is Interval.TERM:
        yield period
        return
    whole = interval_of(period.start, interval)
    while whole.start < period.end:
        if belongs(whole, interval, period):
            yield whole
        whole = interval_of(whole.end, interval)


def months_ended(period: Period, today: date) -> list[date]:
    """Return today where it lies in the period, and the last days of the period's ended months, the latest first."""
    ended = [each.last for each in counted_intervals(period, Interval.MONTH) if each.last < min(today, period.last)]
    return sorted({*ended, min(today, period.last)} - {day for day in ended if day < period.start}, reverse=True)


def year_of(whole: Period, interval: Interval) -> int:
    """Return the year an interval belongs to: the ISO year of a week (5.2), else the calendar year."""
    return whole.middle.year if interval is Interval.WEEK else whole.start.year


def years(period: Period) -> range:
    """Return every calendar year that the period touches."""
    return range(period.start.year, period.last.year + 1)


def nearest_year(period: Period, day: date) -> int:
    """Return the day's own year, or the nearest that the period touches."""
    listed = years(period)
    return min(max(day.year, listed[0]), listed[-1])


def covers_all_but_a_month(part: Period, months: int) -> bool:
    """Tell whether a part of a year (12 months), or of several, is long enough for the whole target to apply (5.3)."""
    return add_months(part.start, months - 1) <= part.end


def half_up(numerator: int, denominator: int) -> int:
    """Round a non-negative share to a whole number, half upwards."""
    return (2 * numerator + denominator) // (2 * denominator)
