"""Arrays over rows or windows; days are whole numbers since 1970, so that every comparison is one of integers."""

from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Words = npt.NDArray[np.str_]
Dates = npt.NDArray[np.datetime64]

EPOCH = date(1970, 1, 1).toordinal()


def day_number(day: date) -> int:
    """Return the day as whole days since 1970, as the arrays hold them."""
    return day.toordinal() - EPOCH


def as_dates(days: Ints) -> Dates:
    """Return day numbers as datetime64 seconds."""
    return days.astype("datetime64[D]").astype("datetime64[s]")


def day_numbers(dates: pd.Series) -> Ints:
    """Return a column of dates as day numbers."""
    return dates.to_numpy().astype("datetime64[D]").astype(np.int64)


def looked_up(keys: Ints, values: pd.Series, wanted: Ints) -> Ints:
    """Return the value of each wanted key, 0 where there is none; the keys are unique."""
    places = pd.Index(keys).get_indexer(pd.Index(wanted))
    return np.where(places >= 0, values.to_numpy(dtype=np.int64)[places], 0)
