"""What lies behind one row: its windows one by one, and its expected line as points to draw."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd

from loftdb.core.model import Agreement, Comparator, Promise, Standing, Thresholds, Verdict
from loftdb.core.periods import add_months, month_start
from loftdb.core.progress.arrays import as_dates
from loftdb.core.progress.judge import Judge, Limits
from loftdb.core.progress.pace import expected
from loftdb.core.progress.schedule import Row
from loftdb.core.progress.totals import Totals

WINDOW_STATES = ("not_followed", "held", "missed", "running", "upcoming")


def window_frame(
    judge: Judge, number: int, totals: pd.DataFrame, limits: Limits, thresholds: Thresholds
) -> pd.DataFrame:
    """Return one row for each window of a measure, in order; ``totals.COLUMNS`` go in.

    ``year``, ``count``, ``later``, ``planned`` and ``cancelled`` int64; ``start`` and ``last`` datetime64; ``state`` a
    word of WINDOW_STATES.
    """
    windows, through = judge.windows, limits.through
    held = windows.judge(Totals.of(totals), through, judge.followed, thresholds)
    own = judge.fixed["number"].to_numpy()[windows.year_row] == number
    states = (
        (~held.followed, "not_followed"),
        (held.completed & held.kept, "held"),
        (held.completed, "missed"),
        (windows.start <= through[windows.year_row], "running"),
    )
    frame = pd.DataFrame(
        {
            "year": judge.fixed["year"].to_numpy(dtype=np.int64, na_value=0)[windows.year_row],
            "start": as_dates(windows.start),
            "last": as_dates(windows.last),
            "count": held.count,
            "later": held.later,
            "planned": held.planned,
            "cancelled": held.cancelled,
            "state": np.select([case for case, _ in states], [word for _, word in states], default="upcoming"),
        }
    )
    chosen: pd.DataFrame = frame[own].reset_index(drop=True)
    return chosen


def expected_line(row: Row) -> list[tuple[date, float]]:
    """Return E at the end of each month and at the last day, with 0 the day before the first."""
    return [(day, float(expected(row, (day - row.days.start).days + 1))) for day in _month_ends(row)]


def _month_ends(row: Row) -> Iterator[date]:
    day = row.days.start - timedelta(days=1)
    while day < row.days.last:
        yield day
        day = add_months(month_start(day + timedelta(days=1)), 1) - timedelta(days=1)
    yield row.days.last


def other_reading(agreement: Agreement, promise: Promise) -> Agreement | None:
    """Return the agreement with only the promise, its open numbers read the other way; null if none is open (5.4)."""
    open_ones = [
        measure
        for measure in promise.measures
        for target in measure.targets
        if target.interpretation and target.interpretation.other_interval
    ]
    if not open_ones:
        return None
    measures = tuple(
        replace(
            measure,
            targets=tuple(
                replace(target, interval=target.interpretation.other_interval)
                if target.interpretation and target.interpretation.other_interval
                else target
                for target in measure.targets
            ),
        )
        for measure in open_ones
    )
    return replace(agreement, promises=(replace(promise, measures=measures),))


def proposed_verdict(actual: int, target: int | None) -> Verdict:
    """Return the verdict that a sum suggests to the person who decides (5.11)."""
    if target is None:
        return Verdict.CANNOT_JUDGE
    if actual >= target:
        return Verdict.FULFILLED
    if actual * 100 >= 75 * target or (actual > 0 and target <= 4):
        return Verdict.PARTLY
    return Verdict.NOT_FULFILLED


def row_verdict(row: Mapping[str, Any]) -> Verdict | None:
    """Return the verdict that a progress row suggests; null while it runs, or without a target."""
    match row["state"]:
        case Standing.CANNOT_JUDGE:
            return Verdict.CANNOT_JUDGE
        case Standing.REACHED:
            return Verdict.FULFILLED
        case Standing.NOT_REACHED if row["comparator"] == Comparator.AT_MOST and not row["held_rule"]:
            return Verdict.NOT_FULFILLED
        case Standing.NOT_REACHED:
            done, wanted = ("held", "intervals") if row["held_rule"] else ("actual", "target")
            return proposed_verdict(row[done], row[wanted])
    return None


def whole_verdict(verdicts: Sequence[Verdict | None]) -> Verdict | None:
    """Return the verdict on several years together: fulfilled only if every year is (5.11); null until all are in."""
    if not verdicts or None in verdicts:
        return None
    if len(set(verdicts)) == 1:
        return verdicts[0]
    return Verdict.CANNOT_JUDGE if Verdict.CANNOT_JUDGE in verdicts else Verdict.PARTLY
