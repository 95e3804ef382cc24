"""How a target is spread over its days: whole-number weights, so that sums stay exact (5.5)."""

from bisect import bisect_left
from calendar import monthrange
from datetime import date
from math import lcm

from loftdb.core.model import Season, SeasonKind
from loftdb.core.periods import Period, add_months, month_start

DAY_PARTS = lcm(28, 29, 30, 31)
"""Parts that a month's share divides into evenly, whatever its length."""


def weight(season: Season, days: Period) -> int:
    """Return the weight of the days: 1 for each day, the months' shares, or 1 for each of the season's dates."""
    if season.kind is SeasonKind.EVEN:
        return days.days
    if season.kind is not SeasonKind.MONTHS:
        return bisect_left(season.dates, days.end) - bisect_left(season.dates, days.start) if days.days else 0
    return sum(_month_weight(season, first, days) for first in _months(days))


def _months(days: Period) -> list[date]:
    """Return the first day of every month that the days touch."""
    count = (days.end.year - days.start.year) * 12 + days.end.month - days.start.month + 1
    return [add_months(month_start(days.start), step) for step in range(count)] if days.days else []


def _month_weight(season: Season, first: date, days: Period) -> int:
    length = monthrange(first.year, first.month)[1]
    inside = Period(first, add_months(first, 1)) & days
    return season.months[first.month - 1] * (DAY_PARTS // length) * inside.days
