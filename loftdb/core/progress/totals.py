"""What the store adds up for the judge: one frame, by measure and year, and by week and month where asked for."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd

from loftdb.core.progress.arrays import Flags, Ints


class Kind(IntEnum):
    """What a total's occasions are: done by the judged day (exactly, about, at least), done after it, or not done."""

    DONE = 0
    ESTIMATED = 1
    AT_LEAST = 2
    LATER = 3
    PLANNED = 4
    CANCELLED = 5


Kinds = tuple[Kind, Kind]
"""The first and the last of some kinds that follow each other."""

JUDGED: Kinds = (Kind.DONE, Kind.AT_LEAST)
"""What was done by the judged day."""


def are(kind: Ints, kinds: Kinds) -> Flags:
    """Tell which are among the kinds."""
    among: Flags = (kind >= kinds[0]) & (kind <= kinds[1])
    return among


COLUMNS = ("measure", "cell", "count")
"""Of the frame, all whole numbers. ``cell`` says in one number what the occasions belong to; see ``Totals``."""

KIND, ANNUAL, MONTH, WEEK, YEAR = 0, 3, 4, 8, 24
"""The bits of a cell from which it holds a Kind, 1 for a whole year's figure, the month from 1, the Monday, the year.

Grouped by one number instead of five, a million lines take 75 ms of a processor instead of 105.
"""


@dataclass(frozen=True)
class Totals:
    """The frame's columns as arrays, the cells taken apart."""

    measure: Ints
    year: Ints
    week: Ints
    """The Monday's day number, 0 where weeks are not asked for or the entry fills none."""
    month: Ints
    """The day number of the month's first, 0 as for weeks."""
    kind: Ints
    annual: Flags
    """Whether it was published for a whole year."""
    count: Ints

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Totals":
        """Return the arrays of a frame with the columns above."""
        measure, cell, count = (frame[name].to_numpy(dtype=np.int64) for name in COLUMNS)
        year, week, months = cell >> YEAR, cell >> WEEK & 0xFFFF, cell >> MONTH & 0xF
        month, filled = np.zeros_like(cell), np.flatnonzero(months)
        since_1970 = (year[filled] - 1970) * 12 + months[filled] - 1
        month[filled] = since_1970.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
        return cls(measure, year, week, month, cell & 0x7, cell >> ANNUAL & 1 == 1, count)
