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


class Groups:
    """Values in order of the target that they belong to, and what they come to at each of ``size`` targets."""

    def __init__(self, targets: Ints, size: int) -> None:
        self._size = size
        self.first = np.flatnonzero(np.diff(targets, prepend=-1))
        """Where each target's values begin."""
        self.targets = targets[self.first]
        """The targets that have values, each once."""

    def sums(self, values: Ints) -> Ints:
        """Return the sum at each target, 0 where it has no values."""
        total = np.zeros(self._size, dtype=np.int64)
        if len(self.targets):
            total[self.targets] = np.add.reduceat(values, self.first)
        return total

    def greatest(self, values: Ints) -> Ints:
        """Return the greatest value at each target, 0 where it has no values."""
        most = np.zeros(self._size, dtype=np.int64)
        if len(self.targets):
            most[self.targets] = np.maximum.reduceat(values, self.first)
        return most


class Places:
    """Where counted records belong: each target (a row, a window) adds up the records of all its keys.

    ``targets`` stand in order, each beside one of its keys; a key may belong to several targets.
    """

    def __init__(self, targets: Ints, keys: Ints, size: int) -> None:
        self._groups, self._size = Groups(targets, size), size
        self._index = pd.Index(np.unique(keys))
        self._place_of_key = self._index.get_indexer(pd.Index(keys))

    def find(self, keys: Ints) -> Ints:
        """Return the place of each record's key, -1 where no target asks for it."""
        return self._index.get_indexer(pd.Index(keys))

    def add(self, places: Ints, counts: Ints) -> Ints:
        """Return each target's sum of the counts at the places."""
        asked = places >= 0
        if not asked.any():
            return np.zeros(self._size, dtype=np.int64)
        by_place = np.zeros(len(self._index), dtype=np.int64)
        np.add.at(by_place, places[asked], counts[asked])
        return self._groups.sums(by_place[self._place_of_key])
