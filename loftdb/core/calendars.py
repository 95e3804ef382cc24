"""Which days are worked: Monday to Friday, but for public holidays and the eves that everybody has off."""

from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from loftdb.core.periods import DAY, MEANT

WORKING_DAYS_A_WEEK = 5

_FIXED = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31))
"""New Year's Day, Epiphany, 1 May, the National Day, Christmas Eve to Boxing Day, New Year's Eve."""

_AFTER_EASTER = (-2, 1, 39)
"""Good Friday, Easter Monday and Ascension Day, in days from Easter Day."""


@lru_cache(maxsize=200)
def holidays(year: int) -> frozenset[date]:
    """Return the weekdays that Sweden does not work, Midsummer Eve among them."""
    fixed = (date(year, month, day) for month, day in _FIXED)
    moved = (easter(year) + timedelta(days=days) for days in _AFTER_EASTER)
    midsummer_eve = next(date(year, 6, day) for day in range(19, 26) if date(year, 6, day).weekday() == 4)
    return frozenset(day for day in (*fixed, *moved, midsummer_eve) if day.weekday() < WORKING_DAYS_A_WEEK)


def easter(year: int) -> date:
    """Return Easter Day by the Gregorian calendar (the method of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def is_working_day(day: date) -> bool:
    """Tell whether the day is worked."""
    return day.weekday() < WORKING_DAYS_A_WEEK and day not in holidays(day.year)


def working_weeks(after: date, through: date) -> int:
    """Return how many whole working weeks of five days lie after one day through another.

    Negative where the second day comes first: then a week that is only begun counts, so that the sign is true.
    """
    if through < after:
        return -_working_days(through, after) // WORKING_DAYS_A_WEEK
    return _working_days(after, through) // WORKING_DAYS_A_WEEK


def _working_days(after: date, through: date) -> int:
    return int(np.busday_count(after + DAY, through + DAY, busdaycal=_calendar()))


@lru_cache(maxsize=1)
def _calendar() -> np.busdaycalendar:
    listed = [day for year in range(MEANT.start.year, MEANT.end.year) for day in holidays(year)]
    return np.busdaycalendar(holidays=np.array(listed, dtype="datetime64[D]"))
