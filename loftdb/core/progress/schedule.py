"""What is to be judged, before anything is counted: rows, their pieces, and the windows of short intervals.

It depends on the reference data alone, so it is built once per version of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import groupby, zip_longest

from loftdb.core.model import Agreement, Comparator, Measure, Promise, Season, Target
from loftdb.core.periods import (
    Interval,
    Period,
    add_months,
    counted_intervals,
    covers_all_but_a_month,
    half_up,
    year_of,
    years,
)
from loftdb.core.progress.seasons import weight


@dataclass(frozen=True)
class Piece:
    """The part ``share`` of a row's target that one target version gives by its days."""

    days: Period
    share: Fraction


@dataclass(frozen=True)
class Row:
    """One line of progress: a measure in a year, in a window of several years, or in the term."""

    agreement: Agreement
    promise: Promise
    measure: Measure
    target: Target | None
    """The rule it is judged by: the first version in force in it; null without a target."""
    year: int | None
    """Null for the term."""
    days: Period
    """The days that count in it."""
    pieces: tuple[Piece, ...] = ()
    """Empty: judged by its windows, or not judged at all."""
    years: tuple[int, ...] = ()
    """The calendar years whose sums it adds up."""
    held: bool = False
    """Judged by held windows instead of the sum."""
    open: bool = False
    """No judgement of its own: a year inside a window of several that ends later, or without a counted interval."""

    @property
    def season(self) -> Season:
        """How its target is spread over its days: evenly where the measure's season gives them no weight."""
        season = self.measure.season
        return season if any(weight(season, piece.days) for piece in self.pieces) else Season()

    @property
    def days_in_force(self) -> int:
        """How many of its days a target asks for something: until it is dropped (*Avfört*), else all of them."""
        return (self.pieces[-1].days.end - self.days.start).days if self.pieces else self.days.days

    @property
    def goal(self) -> int | None:
        """The row's target in whole occasions, rounded half up once and at least 1 (5.3); null without one."""
        if self.held and self.target:
            return self.target.value
        if not self.pieces:
            return None
        total = sum((piece.share for piece in self.pieces), Fraction())
        return max(half_up(total.numerator, total.denominator), 1) if total else 0

    @property
    def original(self) -> int | None:
        """The promised number, where the goal was reckoned from it over fewer days or several versions."""
        if self.held or not self.pieces or self.target is None or self.target.average:
            return None
        return self.target.value if self.goal != self.target.value else None


@dataclass(frozen=True)
class Window:
    """One short interval, or ``every`` of them together: held when its sum reaches the target."""

    days: Period
    cells: tuple[date, ...]
    """The Mondays or firsts of months whose sums it adds up."""
    target: Target
    year: int


@dataclass(frozen=True, eq=False)
class Series:
    """The windows of a rule in a period, in order; measures with the same rule and period share one."""

    windows: tuple[Window, ...]

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that its windows belong to."""
        return frozenset(window.year for window in self.windows)


@dataclass(frozen=True)
class Strip:
    """A measure's series, and its rows: one for each year listed, from ``first_row`` on, then the term's."""

    measure: int
    series: Series
    first_row: int
    years: tuple[int, ...]


@dataclass
class Schedule:
    """Everything to be judged."""

    rows: list[Row] = field(default_factory=list)
    strips: list[Strip] = field(default_factory=list)


def schedule(agreements: Iterable[Agreement]) -> Schedule:
    """Return every row of every measure, in the agreements' order, years first and the term last."""
    result = Schedule()
    for agreement in agreements:
        for promise in agreement.promises:
            for measure in promise.measures:
                _add_measure(result, agreement, promise, measure)
    return result


def spans(measure: Measure, period: Period) -> Iterator[tuple[Target, Period]]:
    """Yield each target version with the days it is in force, dropped and empty stretches left out."""
    for target, following in zip_longest(measure.targets, measure.targets[1:]):
        end = following.valid_from if following else period.end
        days = Period(target.valid_from, max(end, target.valid_from)) & period
        if target.value is not None and days.days:
            yield target, days


def _add_measure(result: Schedule, agreement: Agreement, promise: Promise, measure: Measure) -> None:
    """Add the rows of a measure, a group for each kind of interval that its versions have."""
    period = Period(promise.days_in(agreement.period).start, agreement.period.end)
    groups = [list(group) for _, group in groupby(spans(measure, period), key=lambda span: _kind(span[0]))]
    for versions in groups:
        own = Period(versions[0][1].start, versions[-1][1].end) if len(groups) > 1 else period
        add = _add_held if versions[0][0].judged_by_interval else _add_sums
        add(result, Row(agreement, promise, measure, versions[0][0], None, own), versions)
    if not groups:
        result.rows += (_counted_row(agreement, promise, measure, year) for year in years(period))


def _kind(target: Target) -> tuple[Interval, int, bool, bool]:
    return target.interval, target.every, target.average, target.comparator is Comparator.AT_MOST


def _counted_row(agreement: Agreement, promise: Promise, measure: Measure, year: int) -> Row:
    """Return the row of a year in which nothing is promised in numbers."""
    return Row(agreement, promise, measure, None, year, Period.year(year) & agreement.period, years=(year,))


Versions = list[tuple[Target, Period]]


def _add_sums(result: Schedule, term: Row, versions: Versions) -> None:
    """Add the rows whose sums are judged by pace: the term, each year, or windows of several years.

    ``term`` is the row of the stretch that this kind of target is in force, to be filled in.
    """
    target, listed = versions[0][0], tuple(years(term.days))
    if target.interval is Interval.TERM:
        result.rows.append(_with_pieces(replace(term, years=listed), versions))
        return
    every = target.every if target.interval is Interval.YEAR else 1
    for index, year in enumerate(listed):
        covered = listed[index // every * every : index + 1]
        days = Period(date(covered[0], 1, 1), date(year + 1, 1, 1)) & term.days
        row = replace(term, year=year, days=days, years=covered)
        if len(covered) < every:
            row = replace(row, days=Period.year(year) & term.days, years=(year,), open=True)
        result.rows.append(row if row.open else _with_pieces(row, versions))


def _with_pieces(row: Row, versions: Versions) -> Row:
    """Return the row with its target's pieces and the first version in force in it, if any."""
    target, pieces = _in_force(versions, row.days), tuple(_pieces(row, versions))
    if target and target.average and not any(piece.share for piece in pieces):
        return replace(row, target=target, open=True)
    return replace(row, target=target, pieces=pieces)


def _in_force(versions: Versions, days: Period) -> Target | None:
    return next((target for target, span in versions if (span & days).days), None)


def _pieces(row: Row, versions: Versions) -> Iterator[Piece]:
    """Yield each version's part of the target: its value by its share of the days (5.3, 5.14)."""
    for target, span in versions:
        part = span & row.days
        if part.days:
            yield Piece(part, _share(target, part, row))


def _share(target: Target, part: Period, row: Row) -> Fraction:
    value, days = target.value or 0, row.days
    if target.average:
        return Fraction(value * _counted_in(target.interval, part, row), target.every)
    if target.interval is Interval.TERM or covers_all_but_a_month(days, 12 * target.every):
        return Fraction(value * part.days, days.days)
    first = date(days.start.year, 1, 1)
    return Fraction(value * part.days, Period(first, add_months(first, 12 * target.every)).days)


def _counted_in(interval: Interval, part: Period, row: Row) -> int:
    """Count the intervals of the row's year that belong to the version's part of it."""
    period = row.agreement.period
    return sum(
        year_of(whole, interval) == row.year and _version_day(whole, period) in part
        for whole in counted_intervals(period, interval)
    )


def _version_day(whole: Period, period: Period) -> date:
    """Return the day whose version holds for the whole interval: its middle, moved into the period."""
    return min(max(whole.middle, period.start), period.last)


def _add_held(result: Schedule, term: Row, versions: Versions) -> None:
    """Add a row for each year of a short interval, one for the term, and all windows."""
    series = _series(term.agreement.period, tuple(versions))
    listed = tuple(sorted(series.years | set(years(term.days))))
    result.strips.append(Strip(term.measure.number, series, len(result.rows), listed))
    result.rows += (_held_row(term, year, series, versions) for year in listed)
    result.rows.append(replace(term, years=listed, held=True))


@lru_cache(maxsize=500)
def _series(period: Period, versions: tuple[tuple[Target, Period], ...]) -> Series:
    return Series(tuple(_windows(period, list(versions))))


def _held_row(term: Row, year: int, series: Series, versions: Versions) -> Row:
    own = [window.days for window in series.windows if window.year == year]
    if not own:
        plain = _counted_row(term.agreement, term.promise, term.measure, year)
        target = _in_force(versions, plain.days)
        return replace(plain, target=target, open=target is not None)
    days = Period(own[0].start, own[-1].end)
    target = _in_force(versions, days) or term.target
    return replace(term, target=target, year=year, days=days, years=(year,), held=True)


def _windows(period: Period, versions: Versions) -> Iterator[Window]:
    """Yield the windows in order; an incomplete one at the end is never judged (section 4)."""
    interval, every = versions[0][0].interval, versions[0][0].every
    wholes = list(counted_intervals(period, interval))
    for step in range(0, len(wholes) - every + 1, every):
        group = wholes[step : step + every]
        middle = _version_day(group[-1], period)
        target = next((target for target, span in versions if middle in span), None)
        if target is not None:
            days = Period(group[0].start, group[-1].end) & period
            yield Window(days, tuple(_cells(group, interval)), target, year_of(group[-1], interval))


def _cells(group: list[Period], interval: Interval) -> Iterator[date]:
    for whole in group:
        day = whole.start
        while day < whole.end:
            yield day
            day = whole.end if interval is Interval.WEEK else add_months(day, 1)
