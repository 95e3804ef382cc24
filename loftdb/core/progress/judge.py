"""Sums and targets to the progress frame: DuckDB has aggregated, here all rows are judged at once.

Nothing loops over plain rows; the few with a season or several versions are reckoned one by one, exactly.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from loftdb.core.model import Comparator, Standing, Thresholds
from loftdb.core.progress import standing
from loftdb.core.progress.arrays import Flags, Ints, Places, as_dates, day_number, day_numbers
from loftdb.core.progress.cutoffs import Cutoffs
from loftdb.core.progress.frame import COLUMNS, static_frame
from loftdb.core.progress.months import Months
from loftdb.core.progress.pace import Pace, PlainRows, expected_before, set_exactly
from loftdb.core.progress.schedule import Row, Schedule
from loftdb.core.progress.totals import JUDGED, Kind, Kinds, Totals, are
from loftdb.core.progress.windows import Held, Windows

YEARS = 10_000
"""Keys of a measure's years: ``number * YEARS + year``."""


@dataclass(frozen=True)
class Limits:
    """Through which day everything is judged, ready for the store and for the judge."""

    plan: pd.DataFrame
    """Per measure, for the store's totals: measure; start, end (half-open), through (inclusive); weekly, monthly."""
    through: Ints
    """Per row: the last judged day, as a day number."""
    signed: Flags
    """Per row: whether it is signed off."""
    picked: bool
    """Whether a person picked it, so that nothing after it is shown as preliminary."""


class Judge:
    """A schedule made ready for judging: arrays that only reference data can change."""

    def __init__(self, schedule: Schedule) -> None:
        rows = schedule.rows
        self.schedule, self.fixed, self.plain = schedule, static_frame(schedule), PlainRows(rows)
        self.windows = Windows(schedule)
        self.exact = [index for index, row in enumerate(rows) if row.pieces and not self.plain.plain[index]]
        self.paced = np.array([bool(row.pieces) for row in rows], dtype=bool)
        self.open = np.array([row.open for row in rows], dtype=bool)
        covered = [(index, row.measure.number * YEARS + year) for index, row in enumerate(rows) for year in row.years]
        pairs = np.array(covered, dtype=np.int64).reshape(-1, 2)
        self._years = Places(pairs[:, 0], pairs[:, 1], len(rows))

    @cached_property
    def measures(self) -> dict[int, Row]:
        """One row of each measure, by its number, in the schedule's order."""
        return {row.measure.number: row for row in self.schedule.rows}

    def limits(self, cutoffs: Cutoffs) -> Limits:
        """Return through which day each measure, and each row, is judged."""
        measures = self.measures.values()
        found = [cutoffs.of(row.agreement, row.promise) for row in measures]
        through = np.array([day_number(cutoff.through) for cutoff in found], dtype=np.int64)
        signed = np.array([cutoff.signed for cutoff in found], dtype=bool)
        plan = {
            "measure": np.array(list(self.measures), dtype=np.int64),
            "start": as_dates(np.array([day_number(row.agreement.period.start) for row in measures], dtype=np.int64)),
            "end": as_dates(np.array([day_number(row.agreement.period.end) for row in measures], dtype=np.int64)),
            "through": as_dates(through),
            "weekly": [number in self.windows.weekly for number in self.measures],
            "monthly": [number in self.windows.monthly for number in self.measures],
        }
        rows = self._measure_of_row
        return Limits(pd.DataFrame(plan), through[rows], signed[rows], cutoffs.picked)

    def frame(self, totals: pd.DataFrame, limits: Limits, thresholds: Thresholds) -> pd.DataFrame:
        """Return the progress frame, with the columns that ``frame.COLUMNS`` declares; ``totals.COLUMNS`` go in."""
        added = Totals.of(totals)
        held = self.windows.judge(added, limits.through, self.followed, thresholds)
        counts = self._counts(added)
        pace = self._pace(limits.through, counts["done"])
        facts = self._facts(limits.through, counts, pace)
        counted = self._counted_columns(counts, facts, pace, limits)
        judged = self._judged_columns(facts, pace, held, thresholds)
        columns = dict(self.fixed.items()) | counted | judged
        return pd.DataFrame({name: columns[name] for name in COLUMNS}, copy=False)

    @cached_property
    def months(self) -> Months:
        """The whole months of the rows judged by pace."""
        return Months(self.schedule.rows)

    @cached_property
    def _measure_of_row(self) -> Ints:
        return pd.Index(list(self.measures)).get_indexer(pd.Index(self.fixed["number"]))

    @cached_property
    def _days(self) -> dict[str, Ints]:
        names = ("start", "last", "followed_from")
        return {name: day_numbers(self.fixed[name]) for name in names}

    @property
    def followed(self) -> Ints:
        """Per row: the day it is followed from, as a day number."""
        return self._days["followed_from"]

    def _counts(self, totals: Totals) -> dict[str, Ints]:
        """Return the rows' sums by the calendar, weekly promises' too (5.2)."""
        found = self._years.find(totals.measure * YEARS + totals.year)
        chosen = {name: are(totals.kind, kinds) for name, kinds in _YEAR_SUMS.items()}
        chosen["annual"] = chosen["done"] & totals.annual
        return {name: self._years.add(found[which], totals.count[which]) for name, which in chosen.items()}

    def _pace(self, through: Ints, actual: Ints) -> Pace:
        pace = self.plain.pace(through, actual)
        for index in self.exact:
            set_exactly(pace, index, self.schedule.rows[index], int(through[index]), int(actual[index]))
        return pace

    def _facts(self, through: Ints, counts: dict[str, Ints], pace: Pace) -> standing.Facts:
        return standing.Facts(
            start=self._days["start"], last=self._days["last"], through=through,
            followed=self._days["followed_from"], published=counts["annual"] > 0,
            has_target=self._has_target, at_most=self._at_most, target=self._target, actual=counts["done"],
            planned=counts["planned"], floor=pace.floor, elapsed=pace.elapsed, left=pace.left,
            lower_bound=counts["at_least"] > 0, unknown=np.where(counts["annual"] > 0, 0, self._unknown),
        )  # fmt: skip

    @cached_property
    def _unknown(self) -> Ints:
        """Per row: what was expected before it was followed, where that day lies inside it."""
        unknown = np.zeros(len(self.fixed), dtype=np.int64)
        for index in np.flatnonzero(self.paced & (self._days["start"] < self.followed)):
            unknown[index] = expected_before(self.schedule.rows[index], int(self.followed[index]))
        return unknown

    @cached_property
    def _target(self) -> Ints:
        return self.fixed["target"].fillna(0).to_numpy(dtype=np.int64)

    @cached_property
    def _has_target(self) -> Flags:
        return self.fixed["target"].notna().to_numpy(dtype=bool)

    @cached_property
    def _at_most(self) -> Flags:
        return (self.fixed["comparator"] == Comparator.AT_MOST.value).to_numpy(dtype=bool)

    def _counted_columns(
        self, counts: dict[str, Ints], facts: standing.Facts, pace: Pace, limits: Limits
    ) -> dict[str, object]:
        total = self.fixed["days_total"].to_numpy()
        elapsed = np.clip(facts.through + 1 - facts.start, 0, total)
        floor = np.where(self.paced, pace.floor, 0)
        return {
            "actual": facts.actual, "estimated": counts["estimated"] > 0, "at_least": counts["at_least"] > 0,
            "preliminary": np.zeros_like(total) if limits.picked else counts["later"], "planned": facts.planned,
            "judged_through": as_dates(facts.through), "signed": limits.signed,
            "missing": _where(self.paced & ~self._at_most & (floor > facts.actual), floor - facts.actual),
            "remaining": _where(self.paced & (facts.target > facts.actual), facts.target - facts.actual),
            "days_elapsed": elapsed, "days_left": total - elapsed,
        }  # fmt: skip

    def _judged_columns(self, facts: standing.Facts, pace: Pace, held: Held,
                        thresholds: Thresholds) -> dict[str, object]:  # fmt: skip
        ruled = self.fixed["held_rule"].to_numpy()
        by_pace = standing.by_pace(facts, thresholds)
        by_held = standing.by_held(facts, held.by_row, held.running, thresholds)
        state = np.where(ruled, by_held, by_pace)
        state = np.where(self.open & (state != Standing.NOT_STARTED), Standing.CANNOT_JUDGE.value, state)
        safe = self.paced & ~self._at_most & (facts.actual < facts.target) & (pace.last_safe >= 0)
        safe &= facts.through >= facts.start
        waits = self.paced & standing.is_idle(facts, thresholds)
        return {
            "state": pd.array(state, dtype="str"), "expected": np.where(self.paced, pace.expected, np.nan),
            "expected_floor": _where(self.paced, pace.floor),
            "elapsed_share": np.where(self.paced, pace.elapsed / np.maximum(pace.elapsed + pace.left, 1), np.nan),
            "held": _where(ruled, held.by_row.held), "completed": _where(ruled, held.by_row.completed),
            "intervals": _where(ruled, held.by_row.total), "longest_gap": _where(ruled, held.longest_gap),
            "last_safe": np.where(safe, as_dates(pace.last_safe), np.datetime64("NaT", "s")),
            "book_by": np.where(waits, as_dates(standing.late_from(facts, thresholds)), np.datetime64("NaT", "s")),
            "unbooked": self.paced & (state == Standing.SLIGHTLY_BEHIND) & standing.unbooked(facts, thresholds),
        }  # fmt: skip


_YEAR_SUMS: dict[str, Kinds] = {
    "done": JUDGED,
    "later": (Kind.LATER, Kind.LATER),
    "planned": (Kind.PLANNED, Kind.PLANNED),
    "estimated": (Kind.ESTIMATED, Kind.ESTIMATED),
    "at_least": (Kind.AT_LEAST, Kind.AT_LEAST),
}


def _where(chosen: Flags, values: Ints) -> pd.arrays.IntegerArray:
    """Return the values, null where not chosen."""
    return pd.arrays.IntegerArray(values, ~chosen)
