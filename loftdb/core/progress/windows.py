"""Short intervals: each window is held or missed by itself; extra visits never repair an empty one (section 4)."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from loftdb.core.model import Comparator, Standing, Thresholds
from loftdb.core.periods import Interval
from loftdb.core.progress.arrays import Flags, Ints, Words, day_number, day_numbers, looked_up
from loftdb.core.progress.schedule import Schedule
from loftdb.core.progress.standing import Facts, HeldFacts, by_pace

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
        self._weeks = self._cells(schedule, weekly=True)
        self._months = self._cells(schedule, weekly=False)
        self.weekly = {int(key) // DAYS for key in self._weeks[1]}
        """The numbers of the measures whose sums are wanted by week, and by month."""
        self.monthly = {int(key) // DAYS for key in self._months[1]}

    def _cells(self, schedule: Schedule, *, weekly: bool) -> tuple[Ints, Ints]:
        """Return, for each week (or month) of a window, the window's index and the key of its sum."""
        pairs = [
            (index, schedule.rows[year_row].measure.number * DAYS + day_number(cell))
            for index, (window, year_row, _) in enumerate(schedule.windows)
            if (window.target.interval is Interval.WEEK) is weekly
            for cell in window.cells
        ]
        return _whole(index for index, _ in pairs), _whole(key for _, key in pairs)

    def sums(self, by_week: pd.DataFrame, by_month: pd.DataFrame, column: str) -> Ints:
        """Return the windows' sums of a column of the weekly and monthly sums."""
        total = np.zeros(self.count, dtype=np.int64)
        for frame, name, (index, keys) in ((by_week, "week", self._weeks), (by_month, "month", self._months)):
            if len(keys) and len(frame):
                held_by = frame["measure"].to_numpy() * DAYS + day_numbers(frame[name])
                np.add.at(total, index, looked_up(held_by, frame[column], keys))
        return total

    def on_rows(self, values: Ints) -> Ints:
        """Add up the windows' values on the rows of their years and terms."""
        total = np.zeros(self.rows, dtype=np.int64)
        np.add.at(total, self.year_row, values)
        np.add.at(total, self.term_row, values)
        return total

    def judge(self, weeks: pd.DataFrame, months: pd.DataFrame, through: Ints, followed: Ints,
              thresholds: Thresholds) -> Held:  # fmt: skip
        """Return what is held; ``through`` and ``followed`` are day numbers per row."""
        count, later, planned, cancelled = (
            self.sums(weeks, months, column) for column in ("done", "later", "planned", "cancelled")
        )
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
        gaps = np.zeros(self.rows, dtype=np.int64)
        for rows in (self.year_row, self.term_row):
            if self.count:
                breaks = ~missed | np.r_[True, rows[1:] != rows[:-1]]
                places = np.arange(self.count)
                began = np.maximum.accumulate(np.where(breaks, places, 0))
                run = places - began + (missed[began]).astype(np.int64)
                np.maximum.at(gaps, rows, np.where(missed, run, 0))
        return gaps

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


def _whole(values: Iterator[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _flags(values: Iterator[bool]) -> Flags:
    return np.fromiter(values, dtype=bool)
