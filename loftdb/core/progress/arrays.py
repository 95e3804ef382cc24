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


def added_up(targets: Ints, values: Ints, size: int) -> Ints:
    """Return, for each of ``size`` targets, the sum of the values that stand at it; the targets stand in order."""
    total = np.zeros(size, dtype=np.int64)
    if len(targets):
        first = _firsts(targets)
        total[targets[first]] = np.add.reduceat(values, first)
    return total


def greatest(targets: Ints, values: Ints, size: int) -> Ints:
    """Return each target's greatest value, 0 where there is none; ``size`` targets, standing in order."""
    most = np.zeros(size, dtype=np.int64)
    if len(targets):
        first = _firsts(targets)
        most[targets[first]] = np.maximum.reduceat(values, first)
    return most


def _firsts(targets: Ints) -> Ints:
    return np.flatnonzero(np.r_[True, targets[1:] != targets[:-1]])


class Places:
    """Where counted records belong: each target (a row, a window) adds up the records of all its keys.

    ``targets`` stand in order, each beside one of its keys; a key may belong to several targets.
    """

    def __init__(self, targets: Ints, keys: Ints, size: int) -> None:
        self._targets, self._size = targets, size
        self._index = pd.Index(np.unique(keys))
        self._place_of_key = self._index.get_indexer(pd.Index(keys))

    def find(self, keys: Ints) -> Ints:
        """Return the place of each record's key, -1 where no target asks for it."""
        return self._index.get_indexer(pd.Index(keys))

    def add(self, places: Ints, counts: Ints) -> Ints:
        """Return each target's sum of the counts at the places."""
        by_place = np.zeros(len(self._index), dtype=np.int64)
        asked = places >= 0
        if not asked.any():
            return np.zeros(self._size, dtype=np.int64)
        np.add.at(by_place, places[asked], counts[asked])
        return added_up(self._targets, by_place[self._place_of_key], self._size)
