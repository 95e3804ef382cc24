"""Frames that the sums take; apart, so that the crash tests' processes need not load pandas."""

from datetime import date

import pandas as pd

from loftdb.core.periods import Period
from loftdb.core.progress.totals import Kind
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


def added(totals: pd.DataFrame, by: str, *kinds: Kind) -> dict[object, int]:
    """Add up the totals by year, week or month, of the kinds (none: those done by the judged day)."""
    chosen = totals[totals["kind"].isin(kinds or _DONE)].sort_values(by)
    dated = chosen[by] if by == "year" else chosen[by].dt.date
    return {key: int(count) for key, count in chosen.groupby(dated)["count"].sum().items()}
