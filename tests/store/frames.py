"""Frames that the sums take; apart, so that the crash tests' processes need not load pandas."""

from datetime import date

import pandas as pd

from loftdb.core.periods import Period
from loftdb.core.progress.arrays import EPOCH
from loftdb.core.progress.totals import Kind, Totals
from tests.store.examples import PERIOD


def plan(*measures: int, period: Period = PERIOD, through: date = date(2024, 12, 31)) -> pd.DataFrame:
    """Return the frame that the sums take."""
    return pd.DataFrame(
        {
            "measure": pd.array(measures or (1, 2), "int64"),
            "start": pd.to_datetime([period.start] * len(measures or (1, 2))),
            "end": pd.to_datetime([period.end] * len(measures or (1, 2))),
            "through": pd.to_datetime([through] * len(measures or (1, 2))),
            "weekly": True,
            "monthly": True,
        }
    )


_DONE = (Kind.DONE, Kind.ESTIMATED, Kind.AT_LEAST)


def annual(totals: pd.DataFrame) -> pd.DataFrame:
    """Return the totals that were published for whole years."""
    return totals[Totals.of(totals).annual]


def added(totals: pd.DataFrame, by: str, *kinds: Kind) -> dict[object, int]:
    """Add up the totals by year, week or month, of the kinds (none: those done by the judged day)."""
    arrays = Totals.of(totals)
    table = pd.DataFrame({"key": getattr(arrays, by), "kind": arrays.kind, "count": arrays.count})
    chosen = table[table["kind"].isin(kinds or _DONE) & (table["key"] > 0)]
    found = chosen.groupby("key")["count"].sum().items()
    return {key if by == "year" else date.fromordinal(EPOCH + key): int(count) for key, count in found}
