"""Short intervals: each window is held or missed by itself; extra visits never repair an empty one (section 4)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from loftdb.core.model import Comparator, Standing, Thresholds
from loftdb.core.periods import Interval
from loftdb.core.progress.arrays import Flags, Groups, Ints, Places, Words, day_number
from loftdb.core.progress.schedule import Schedule, Series
from loftdb.core.progress.standing import Facts, HeldFacts, by_pace
from loftdb.core.progress.totals import JUDGED, Kind, Kinds, Totals, are

DAYS = 1_000_000
"""Keys of a measure's weeks and months: ``number * DAYS + first day``."""


@dataclass(frozen=True)
class Held:
    """Per window: its count, and whether it is followed, completed, held. Per row: what they add up to."""

    count: Ints
    later: Ints
    planned: Ints
    cancelled: Ints
    followed: Flags
    completed: Flags
    kept: Flags
    by_row: HeldFacts
    longest_gap: Ints
    running: Words
    """Per row: the standing by pace of a quarter or longer that runs, else *on track*."""


@dataclass(frozen=True)
class _Columns:
    """The windows of a series as arrays; ``weeks`` and ``months`` pair each window's index with its cells' days."""

    start: Ints
    last: Ints
    target: Ints
    at_most: Flags
    long: Flags
    year: Ints
    weeks: tuple[Ints, Ints]
    months: tuple[Ints, Ints]


@lru_cache(maxsize=500)
def _columns(series: Series) -> _Columns:
    windows = series.windows
    rules = [window.target for window in windows]
    return _Columns(
        _whole(day_number(window.days.start) for window in windows),
        _whole(day_number(window.days.last) for window in windows),
        _whole(rule.value or 0 for rule in rules),
        _flags(rule.comparator is Comparator.AT_MOST for rule in rules),
        _flags(rule.interval not in (Interval.WEEK, Interval.MONTH) for rule in rules),
        _whole(window.year for window in windows),
        _cells(series, weekly=True),
        _cells(series, weekly=False),
    )


def _cells(series: Series, *, weekly: bool) -> tuple[Ints, Ints]:
    pairs = [
        (index, day_number(cell))
        for index, window in enumerate(series.windows)
        if (window.target.interval is Interval.WEEK) is weekly
        for cell in window.cells
    ]
    return _whole(index for index, _ in pairs), _whole(day for _, day in pairs)


class Windows:
    """All windows of a schedule as arrays; ``rows`` is how many rows the schedule has."""

    def __init__(self, schedule: Schedule) -> None:
        strips = [(strip, _columns(strip.series)) for strip in schedule.strips]
        self.rows = len(schedule.rows)
        self.year_row = _joined(strip.first_row + np.searchsorted(strip.years, each.year) for strip, each in strips)
        self.term_row = _joined(np.full(len(each.year), strip.first_row + len(strip.years)) for strip, each in strips)
        self.count = len(self.year_row)
        self._years, self._terms = Groups(self.year_row, self.rows), Groups(self.term_row, self.rows)
        self._place_in_year = (
            1 + np.arange(self.count) - np.repeat(self._years.first, np.diff(self._years.first, append=self.count))
        )
        self._years_of_term = Groups(self.term_row[self._years.first], self.rows)
        self.start = _joined(each.start for _, each in strips)
        self.last = _joined(each.last for _, each in strips)
        self.target = _joined(each.target for _, each in strips)
        self.at_most = _joined(each.at_most for _, each in strips).astype(bool)
        self.long = _joined(each.long for _, each in strips).astype(bool)
        before = np.cumsum([0, *(len(each.year) for _, each in strips)])
        self._weeks, self.weekly = self._places(
            [(strip.measure, first, each.weeks) for (strip, each), first in zip(strips, before[:-1], strict=True)]
        )
        self._months, self.monthly = self._places(
            [(strip.measure, first, each.months) for (strip, each), first in zip(strips, before[:-1], strict=True)]
        )

    def _places(self, cells: list[tuple[int, int, tuple[Ints, Ints]]]) -> tuple[Places, frozenset[int]]:
        """Return where weeks (or months) belong among the windows, and the measures that ask for them.

        ``cells``: per strip its measure, the index of its first window, and its windows' cells.
        """
        windows = _joined(first + indices for _, first, (indices, _) in cells)
        keys = _joined(measure * DAYS + days for measure, _, (_, days) in cells)
        return Places(windows, keys, self.count), frozenset(measure for measure, _, (_, days) in cells if len(days))

    def sums(self, totals: Totals) -> dict[str, Ints]:
        """Return the windows' sums of what was done, done later, planned and cancelled."""
        by_week = self._by_kind(totals, totals.week, self._weeks)
        by_month = self._by_kind(totals, totals.month, self._months)
        return {name: by_week[name] + by_month[name] for name in _SUMS}

    @staticmethod
    def _by_kind(totals: Totals, days: Ints, places: Places) -> dict[str, Ints]:
        filled = np.flatnonzero(days)
        found = places.find(totals.measure[filled] * DAYS + days[filled])
        kind, count = totals.kind[filled], totals.count[filled]
        chosen = {name: are(kind, kinds) for name, kinds in _SUMS.items()}
        return {name: places.add(found[which], count[which]) for name, which in chosen.items()}

    def on_rows(self, values: Ints) -> Ints:
        """Add up the windows' values on the rows of their years, and these on the rows of their terms."""
        of_years = self._years.sums(values)
        return of_years + self._years_of_term.sums(of_years[self._years.targets])

    def judge(self, totals: Totals, through: Ints, followed: Ints, thresholds: Thresholds) -> Held:
        """Return what is held; ``through`` and ``followed`` are day numbers per row."""
        count, later, planned, cancelled = self.sums(totals).values()
        judged, since = through[self.year_row], followed[self.year_row]
        followed_windows = self.last >= since
        completed = followed_windows & (self.last <= judged)
        kept = completed & np.where(self.at_most, count <= self.target, count >= self.target)
        by_row = HeldFacts(*(self.on_rows(flags.astype(np.int64)) for flags in (kept, completed, followed_windows)))
        missed = completed & ~kept
        return Held(
            count, later, planned, cancelled, followed_windows, completed, kept, by_row,
            self._longest_gaps(missed), self._running(count, planned, judged, since, thresholds),
        )  # fmt: skip

    def _longest_gaps(self, missed: Flags) -> Ints:
        """Return, per row, the longest run of missed windows; windows stand in order within their rows."""
        runs = _run_lengths(missed, self._terms.first)
        of_years = self._years.greatest(np.minimum(runs, self._place_in_year))
        return np.maximum(of_years, self._terms.greatest(runs))

    def _running(self, count: Ints, planned: Ints, judged: Ints, since: Ints,
                 thresholds: Thresholds) -> Words:  # fmt: skip
        """Return, per row, the standing of its running quarter, half-year or school term; one exceeded is *behind*."""
        standings = np.full(self.rows, Standing.ON_TRACK.value, dtype="U20")
        running = np.flatnonzero(self.long & (self.start <= judged) & (judged < self.last))
        if len(running):
            judgement = by_pace(self._facts(running, count, planned, judged, since), thresholds)
            judgement = np.where(judgement == Standing.NOT_REACHED, Standing.BEHIND.value, judgement)
            standings[self.year_row[running]] = judgement
            standings[self.term_row[running]] = judgement
        return standings

    def _facts(self, chosen: Ints, count: Ints, planned: Ints, judged: Ints, since: Ints) -> Facts:
        start, last, through = self.start[chosen], self.last[chosen], judged[chosen]
        elapsed, length = through + 1 - start, last + 1 - start
        yes, no = np.ones(len(chosen), dtype=bool), np.zeros(len(chosen), dtype=bool)
        target, unknown = self.target[chosen], np.clip(since[chosen] - start, 0, length)
        return Facts(
            start, last, through, since[chosen], no, yes, self.at_most[chosen], target, count[chosen],
            planned[chosen], target * elapsed // length, elapsed, length - elapsed,
            lower_bound=no, unknown=-(-target * unknown // length),
        )  # fmt: skip


_SUMS: dict[str, Kinds] = {
    "done": JUDGED,
    "later": (Kind.LATER, Kind.LATER),
    "planned": (Kind.PLANNED, Kind.PLANNED),
    "cancelled": (Kind.CANCELLED, Kind.CANCELLED),
}


def _run_lengths(missed: Flags, first: Ints) -> Ints:
    """Return, per window, how many windows up to it were missed in a row, from the ``first`` of its row on."""
    breaks = ~missed
    breaks[first] = True
    places = np.arange(len(missed))
    began = np.maximum.accumulate(np.where(breaks, places, 0))
    return np.where(missed, places - began + missed[began], 0)


def _joined(parts: Iterable[npt.NDArray[Any]]) -> Ints:
    return np.concatenate([np.zeros(0, dtype=np.int64), *parts])


def _whole(values: Iterator[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterator[bool]) -> Flags:
    return np.fromiter(values, dtype=bool)
