"""A municipality's school terms as days: the weekdays in a term that are no holidays and in none of its breaks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loftdb.core.calendars import is_working_day
from loftdb.core.periods import DAY, Interval, Period, counted_intervals


@dataclass(frozen=True)
class Break:
    """Days off inside a term."""

    name: str
    days: Period


@dataclass(frozen=True)
class SchoolTerm:
    """One term, with where it is known from."""

    days: Period
    breaks: tuple[Break, ...]
    source: str
    assumed: bool
    """Whether it is only likely: nobody published it, or nobody found it."""


@dataclass(frozen=True)
class SchoolCalendar:
    """The terms of a municipality's own schools, in order."""

    municipality: int
    name: str
    terms: tuple[SchoolTerm, ...]

    def days(self, period: Period) -> tuple[date, ...]:
        """Return the school days of the period, in order."""
        return tuple(day for term in self.terms for day in _school_days(term, period))

    def lacks(self, period: Period) -> tuple[Period, ...]:
        """Return the half-years of the period without a term, so that a season would leave them out by mistake."""
        halves = counted_intervals(period, Interval.HALF_YEAR)
        return tuple(half for half in halves if not any((term.days & half).days for term in self.terms))

    def is_assumed(self, period: Period) -> bool:
        """Tell whether any term of the period is only likely."""
        return any(term.assumed for term in self.terms if (term.days & period).days)


def _school_days(term: SchoolTerm, period: Period) -> Iterator[date]:
    day, inside = term.days.start, term.days & period
    while day < term.days.end:
        if day in inside and is_working_day(day) and not any(day in off.days for off in term.breaks):
            yield day
        day += DAY
