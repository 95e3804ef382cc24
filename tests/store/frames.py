"""Frames that the sums take; apart, so that the crash tests' processes need not load pandas."""

from datetime import date

import pandas as pd

from loftdb.core.periods import Period
from tests.store.examples import PERIOD


def plan(*measures: int, period: Period = PERIOD, through: date = date(2024, 12, 31)) -> pd.DataFrame:
    """Return the frame that the sums take."""
    return pd.DataFrame(
        {
            "measure": pd.array(measures or (1, 2), "int64"),
            "start": pd.to_datetime([period.start] * len(measures or (1, 2))),
            "end": pd.to_datetime([period.end] * len(measures or (1, 2))),
            "through": pd.to_datetime([through] * len(measures or (1, 2))),
        }
    )
