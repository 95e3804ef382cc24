"""When a forecast is given: from a quarter of the time by weight and three occasions on (5.10), on what is known.

What is settled is no forecast and needs neither: a reached target is certain, a missed week cannot be made up for.
"""

import numpy as np
import pandas as pd

from loftdb.core.forecast.intervals import forecast_intervals
from loftdb.core.forecast.outlook import Flags, Floats, Ints, Outlook
from loftdb.core.forecast.sums import forecast_sums
from loftdb.core.model import Comparator, Standing

LEAST_SHARE, LEAST_DONE = 0.25, 3
"""The share of the weight (or of the intervals) that must have passed, and the occasions that must have been done."""

COLUMNS: dict[str, str] = {
    "probability": "float64",  # of keeping the promise by the row's end, 0 to 1; null where nothing is said
    "low": "Int64",  # the final number (for held rows: of intervals held) is likely to lie from here
    "high": "Int64",  # through here, in 8 cases of 10; null where nothing is said, or nothing is left to forecast
}

_OPEN = (Standing.ON_TRACK.value, Standing.SLIGHTLY_BEHIND.value, Standing.BEHIND.value)


def forecast(progress: pd.DataFrame, clustering: Floats, withheld: Flags) -> pd.DataFrame:
    """Return the columns above for the rows of a progress frame, by its index.

    ``clustering`` per row as ``dispersion`` returns it; ``withheld`` per row: nothing but what is settled is said.
    """
    held, spoken = progress["held_rule"].to_numpy(), _is_open(progress) & ~withheld
    probability = _settled(progress)
    low, high = (np.full(len(progress), -1, dtype=np.int64) for _ in range(2))
    for chosen, outlook in (
        _sums(progress, clustering, np.flatnonzero(spoken & ~held & _is_enough_done(progress))),
        _intervals(progress, np.flatnonzero(spoken & held & _are_enough_intervals(progress))),
    ):
        probability[chosen], low[chosen], high[chosen] = outlook.probability, outlook.low, outlook.high
    columns = {"probability": probability, "low": _or_null(low), "high": _or_null(high)}
    return pd.DataFrame(columns, index=progress.index)


def _settled(progress: pd.DataFrame) -> Floats:
    """Return 1 for what is reached, 0 for what no longer can be, else null."""
    state = progress["state"].to_numpy()
    missed = _is_open(progress) & (_whole(progress, "held") < _whole(progress, "completed"))
    lost = (state == Standing.NOT_REACHED.value) | missed
    return np.where(state == Standing.REACHED.value, 1.0, np.where(lost, 0.0, np.nan))


def _is_open(progress: pd.DataFrame) -> Flags:
    return progress["state"].isin(_OPEN).to_numpy()


def _is_enough_done(progress: pd.DataFrame) -> Flags:
    """Tell where a sum may be forecast: nothing about it unknown, and counted in occasions rather than minutes."""
    elapsed, start, last = (progress[name].to_numpy() for name in ("elapsed_share", "start", "last"))
    is_known = ~progress["at_least"].to_numpy() & (progress["followed_from"].to_numpy() <= start)
    in_force = ~(progress["dropped_from"].to_numpy() <= last)
    occasions = ~progress["minutes"].to_numpy() & (progress["actual"].to_numpy() >= LEAST_DONE)
    return is_known & in_force & occasions & (elapsed >= LEAST_SHARE) & (elapsed < 1) & (_whole(progress, "target") > 0)


def _are_enough_intervals(progress: pd.DataFrame) -> Flags:
    """Tell where held intervals may be forecast."""
    completed, total = _whole(progress, "completed"), _whole(progress, "intervals")
    in_force = ~(progress["dropped_from"].to_numpy() <= progress["last"].to_numpy())
    enough = (completed >= LEAST_DONE) & (progress["actual"].to_numpy() >= LEAST_DONE)
    return in_force & enough & (completed >= LEAST_SHARE * total) & (completed < total)


def _sums(progress: pd.DataFrame, clustering: Floats, chosen: Ints) -> tuple[Ints, Outlook]:
    at_most = (progress["comparator"] == Comparator.AT_MOST.value).to_numpy()[chosen]
    done, elapsed = (progress[name].to_numpy()[chosen] for name in ("actual", "elapsed_share"))
    return chosen, forecast_sums(done, _whole(progress, "target")[chosen], elapsed, at_most, clustering[chosen])


def _intervals(progress: pd.DataFrame, chosen: Ints) -> tuple[Ints, Outlook]:
    held, completed, total = (_whole(progress, name)[chosen] for name in ("held", "completed", "intervals"))
    return chosen, forecast_intervals(held, completed, total)


def _whole(progress: pd.DataFrame, name: str) -> Ints:
    """Return a column of whole numbers, 0 for null."""
    return progress[name].to_numpy(dtype=np.int64, na_value=0)


def _or_null(values: Ints) -> pd.arrays.IntegerArray:
    return pd.arrays.IntegerArray(values, values < 0)
