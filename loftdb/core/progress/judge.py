"""Sums and targets to the progress frame: DuckDB has aggregated, here all rows are judged at once.

Nothing loops over plain rows; the few with a season or several versions are reckoned one by one, exactly.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from loftdb.core.model import Comparator, Standing, Thresholds
from loftdb.core.progress import standing
from loftdb.core.progress.arrays import Flags, Ints, as_dates, day_number, day_numbers, looked_up
from loftdb.core.progress.cutoffs import Cutoff, Cutoffs
from loftdb.core.progress.frame import COLUMNS, static_frame
from loftdb.core.progress.pace import Pace, PlainRows, set_exactly
from loftdb.core.progress.schedule import Row, Schedule
from loftdb.core.progress.windows import Held, Windows

YEARS = 10_000
"""Keys of a measure's years: ``number * YEARS + year``."""


@dataclass(frozen=True)
class Sums:
    """What the store aggregated: done lines inside the agreement's period, cut at each measure's judged day.

    ``by_year``: measure, year, done, later, planned, estimated, at_least, annual (int64). ``by_week``: measure,
    week (Monday), done, later, planned, cancelled. ``by_month``: the same with month (its first).
    """

    by_year: pd.DataFrame
    by_week: pd.DataFrame
    by_month: pd.DataFrame


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
        self._covering = np.array([index for index, _ in covered], dtype=np.int64)
        self._covered = np.array([key for _, key in covered], dtype=np.int64)

    @cached_property
    def measures(self) -> dict[int, Row]:
        """One row of each measure, by its number, in the schedule's order."""
        return {row.measure.number: row for row in self.schedule.rows}

    def plan(self, cutoffs: Cutoffs) -> pd.DataFrame:
        """Return measure, start, end (half-open) and through (inclusive) per measure, for the store's sums."""
        columns = {
            "measure": list(self.measures),
            "start": [row.agreement.period.start for row in self.measures.values()],
            "end": [row.agreement.period.end for row in self.measures.values()],
            "through": [cutoff.through for cutoff in self._cutoffs(cutoffs)],
        }
        kinds = {"measure": "int64"} | dict.fromkeys(("start", "end", "through"), "datetime64[s]")
        return pd.DataFrame(columns).astype(kinds)

    def weekly(self, plan: pd.DataFrame) -> pd.Series:
        """Tell which measures of the plan are judged by weeks."""
        return plan["measure"].isin(self.windows.weekly)

    def monthly(self, plan: pd.DataFrame) -> pd.Series:
        """Tell which measures of the plan are judged by months, quarters, half-years or school terms."""
        return plan["measure"].isin(self.windows.monthly)

    def frame(self, sums: Sums, cutoffs: Cutoffs, thresholds: Thresholds) -> pd.DataFrame:
        """Return the progress frame, with the columns that ``frame.COLUMNS`` declares."""
        through, signed = self._judged(cutoffs)
        held = self.windows.judge(sums.by_week, sums.by_month, through, self._days["followed_from"], thresholds)
        counts = self._counts(sums, held)
        pace = self._pace(through, counts["actual"])
        facts = self._facts(through, counts, pace)
        counted = self._counted_columns(counts, facts, pace, cutoffs, signed)
        judged = self._judged_columns(facts, pace, held, thresholds)
        frame = pd.concat([self.fixed, pd.DataFrame(counted | judged)], axis=1)
        return frame[list(COLUMNS)].astype(COLUMNS)

    def judged_days(self, cutoffs: Cutoffs) -> tuple[Ints, Ints]:
        """Return, per row, the last judged day and the day it is followed from, as day numbers."""
        return self._judged(cutoffs)[0], self._days["followed_from"]

    def _cutoffs(self, cutoffs: Cutoffs) -> list[Cutoff]:
        return [cutoffs.of(row.agreement, row.promise) for row in self.measures.values()]

    @cached_property
    def _measure_of_row(self) -> Ints:
        return pd.Index(list(self.measures)).get_indexer(pd.Index(self.fixed["number"]))

    @cached_property
    def _days(self) -> dict[str, Ints]:
        names = ("start", "last", "followed_from")
        return {name: day_numbers(self.fixed[name]) for name in names}

    def _judged(self, cutoffs: Cutoffs) -> tuple[Ints, Flags]:
        """Return, per row, the last judged day and whether a sign-off set it."""
        found = self._cutoffs(cutoffs)
        through = np.array([day_number(cutoff.through) for cutoff in found], dtype=np.int64)
        signed = np.array([cutoff.signed for cutoff in found], dtype=bool)
        return through[self._measure_of_row], signed[self._measure_of_row]

    def _counts(self, sums: Sums, held: Held) -> dict[str, Ints]:
        """Return the rows' sums: of calendar years, or of the windows where these are judged (5.2)."""
        counts = {name: self._by_years(sums.by_year, name) for name in _YEAR_SUMS}
        of_windows = {"done": held.count, "later": held.later, "planned": held.planned}
        ruled = self.fixed["held_rule"].to_numpy()
        for name, values in of_windows.items():
            counts[name] = np.where(ruled, self.windows.on_rows(values), counts[name])
        return counts | {"actual": counts["done"]}

    def _by_years(self, frame: pd.DataFrame, name: str) -> Ints:
        total = np.zeros(len(self.fixed), dtype=np.int64)
        if len(frame):
            keys = frame["measure"].to_numpy() * YEARS + frame["year"].to_numpy()
            np.add.at(total, self._covering, looked_up(keys, frame[name], self._covered))
        return total

    def _pace(self, through: Ints, actual: Ints) -> Pace:
        pace = self.plain.pace(through, actual)
        for index in self.exact:
            set_exactly(pace, index, self.schedule.rows[index], int(through[index]), int(actual[index]))
        return pace

    def _facts(self, through: Ints, counts: dict[str, Ints], pace: Pace) -> standing.Facts:
        return standing.Facts(
            start=self._days["start"], last=self._days["last"], through=through,
            followed=self._days["followed_from"], published=counts["annual"] > 0,
            has_target=self._has_target, at_most=self._at_most, target=self._target, actual=counts["actual"],
            planned=counts["planned"], floor=pace.floor, elapsed=pace.elapsed, left=pace.left,
        )  # fmt: skip

    @cached_property
    def _target(self) -> Ints:
        return self.fixed["target"].fillna(0).to_numpy(dtype=np.int64)

    @cached_property
    def _has_target(self) -> Flags:
        return self.fixed["target"].notna().to_numpy(dtype=bool)

    @cached_property
    def _at_most(self) -> Flags:
        return (self.fixed["comparator"] == Comparator.AT_MOST.value).to_numpy(dtype=bool)

    def _counted_columns(self, counts: dict[str, Ints], facts: standing.Facts, pace: Pace, cutoffs: Cutoffs,
                         signed: Flags) -> dict[str, object]:  # fmt: skip
        total = self.fixed["days_total"].to_numpy()
        elapsed = np.clip(facts.through + 1 - facts.start, 0, total)
        floor = np.where(self.paced, pace.floor, 0)
        return {
            "actual": facts.actual, "estimated": counts["estimated"] > 0, "at_least": counts["at_least"] > 0,
            "preliminary": np.zeros_like(total) if cutoffs.picked else counts["later"], "planned": facts.planned,
            "judged_through": as_dates(facts.through), "signed": signed,
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
        return {
            "state": state, "expected": np.where(self.paced, pace.expected, np.nan),
            "expected_floor": _where(self.paced, pace.floor),
            "held": _where(ruled, held.by_row.held), "completed": _where(ruled, held.by_row.completed),
            "intervals": _where(ruled, held.by_row.total), "longest_gap": _where(ruled, held.longest_gap),
            "last_safe": np.where(safe, as_dates(pace.last_safe), np.datetime64("NaT", "s")),
            "unbooked": self.paced & (state == Standing.SLIGHTLY_BEHIND) & standing.unbooked(facts, thresholds),
        }  # fmt: skip


_YEAR_SUMS = ("done", "later", "planned", "estimated", "at_least", "annual")


def _where(chosen: Flags, values: Ints) -> pd.Series:
    """Return the values, null where not chosen."""
    return pd.Series(values, dtype="Int64").where(chosen)
