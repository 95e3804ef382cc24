"""Short intervals: each window is held or missed by itself; extra visits never repair an empty one (section 4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from loftdb.core.model import Comparator, Standing, Thresholds
from loftdb.core.periods import Interval
from loftdb.core.progress.arrays import Flags, Ints, Places, Words, added_up, day_number, greatest
from loftdb.core.progress.schedule import Schedule
from loftdb.core.progress.standing import Facts, HeldFacts, by_pace
from loftdb.core.progress.totals import JUDGED, Kind, Totals

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


class Windows:
    """All windows of a schedule as arrays; ``rows`` is how many rows the schedule has."""

    def __init__(self, schedule: Schedule) -> None:
        windows = schedule.windows
        self.rows = len(schedule.rows)
        self.count = len(windows)
        self.year_row = _whole(year_row for _, year_row, _ in windows)
        self.term_row = _whole(term_row for _, _, term_row in windows)
        self.start = _whole(day_number(window.days.start) for window, _, _ in windows)
        self.last = _whole(day_number(window.days.last) for window, _, _ in windows)
        self.target = _whole(window.target.value or 0 for window, _, _ in windows)
        self.at_most = _flags(window.target.comparator is Comparator.AT_MOST for window, _, _ in windows)
        self.long = _flags(window.target.interval not in (Interval.WEEK, Interval.MONTH) for window, _, _ in windows)
        self._weeks, self.weekly = self._cells(schedule, weekly=True)
        self._months, self.monthly = self._cells(schedule, weekly=False)

    def _cells(self, schedule: Schedule, *, weekly: bool) -> tuple[Places, frozenset[int]]:
        """Return where weeks (or months) belong among the windows, and the measures that ask for them."""
        pairs = [
            (index, schedule.rows[year_row].measure.number * DAYS + day_number(cell))
            for index, (window, year_row, _) in enumerate(schedule.windows)
            if (window.target.interval is Interval.WEEK) is weekly
            for cell in window.cells
        ]
        places = Places(_whole(index for index, _ in pairs), _whole(key for _, key in pairs), self.count)
        return places, frozenset(key // DAYS for _, key in pairs)

    def sums(self, totals: Totals) -> dict[str, Ints]:
        """Return the windows' sums of what was done, done later, planned and cancelled."""
        by_week = self._by_kind(totals, totals.in_week, self._weeks, totals.week)
        by_month = self._by_kind(totals, totals.in_month, self._months, totals.month)
        return {name: by_week[name] + by_month[name] for name in _SUMS}

    @staticmethod
    def _by_kind(totals: Totals, filled: Flags, places: Places, days: Ints) -> dict[str, Ints]:
        found = places.find((totals.measure * DAYS + days)[filled])
        kind, count = totals.kind[filled], totals.count[filled]
        chosen = {name: np.isin(kind, kinds) for name, kinds in _SUMS.items()}
        return {name: places.add(found[which], count[which]) for name, which in chosen.items()}

    def on_rows(self, values: Ints) -> Ints:
        """Add up the windows' values on the rows of their years and terms."""
        return added_up(self.year_row, values, self.rows) + added_up(self.term_row, values, self.rows)

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
            self._longest_gaps(missed), self._running(count, planned, judged, thresholds),
        )  # fmt: skip

    def _longest_gaps(self, missed: Flags) -> Ints:
        """Return, per row, the longest run of missed windows; windows stand in order within their rows."""
        return np.maximum(
            *(greatest(rows, _run_lengths(missed, rows), self.rows) for rows in (self.year_row, self.term_row))
        )

    def _running(self, count: Ints, planned: Ints, judged: Ints,
                 thresholds: Thresholds) -> Words:  # fmt: skip
        """Return, per row, the standing of its running quarter, half-year or school term."""
        standings = np.full(self.rows, Standing.ON_TRACK.value, dtype="U20")
        running = np.flatnonzero(self.long & (self.start <= judged) & (judged < self.last))
        if len(running):
            judgement = by_pace(self._facts(running, count, planned, judged), thresholds)
            standings[self.year_row[running]] = judgement
            standings[self.term_row[running]] = judgement
        return standings

    def _facts(self, chosen: Ints, count: Ints, planned: Ints, judged: Ints) -> Facts:
        start, last, through = self.start[chosen], self.last[chosen], judged[chosen]
        elapsed, length = through + 1 - start, last + 1 - start
        yes = np.ones(len(chosen), dtype=bool)
        return Facts(
            start, last, through, start, yes, yes, self.at_most[chosen], self.target[chosen], count[chosen],
            planned[chosen], self.target[chosen] * elapsed // length, elapsed, length - elapsed,
        )  # fmt: skip


_SUMS = {"done": JUDGED, "later": (Kind.LATER,), "planned": (Kind.PLANNED,), "cancelled": (Kind.CANCELLED,)}


def _run_lengths(missed: Flags, rows: Ints) -> Ints:
    """Return, per window, how many windows of its row up to it were missed in a row."""
    if not len(rows):
        return np.zeros(0, dtype=np.int64)
    breaks = ~missed | np.r_[True, rows[1:] != rows[:-1]]
    places = np.arange(len(rows))
    began = np.maximum.accumulate(np.where(breaks, places, 0))
    return np.where(missed, places - began + missed[began], 0)


def _whole(values: Iterator[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterator[bool]) -> Flags:
    return np.fromiter(values, dtype=bool)
