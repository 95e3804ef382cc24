"""What the store adds up for the judge: one frame, by measure and year, and by week and month where asked for."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import pandas as pd

from loftdb.core.progress.arrays import Flags, Ints, day_numbers


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


COLUMNS = ("measure", "year", "week", "month", "kind", "annual", "count")
"""Of the frame: measure, year, kind (a ``Kind``) and count whole numbers; week (its Monday) and month (its first)
dates, null where the plan does not ask for them or the entry fills none; annual whether it was published for a whole
year."""


@dataclass(frozen=True)
class Totals:
    """The frame's columns as arrays; ``week`` and ``month`` are day numbers, meaningless where null."""

    measure: Ints
    year: Ints
    week: Ints
    in_week: Flags
    month: Ints
    in_month: Flags
    kind: Ints
    annual: Flags
    count: Ints

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Totals":
        """Return the arrays of a frame with the columns above."""
        measure, year, kind, count = (
            frame[name].to_numpy(dtype=np.int64) for name in ("measure", "year", "kind", "count")
        )
        week, month = day_numbers(frame["week"]), day_numbers(frame["month"])
        in_week, in_month = (frame[name].notna().to_numpy(dtype=bool) for name in ("week", "month"))
        return cls(measure, year, week, in_week, month, in_month, kind, frame["annual"].to_numpy(dtype=bool), count)
