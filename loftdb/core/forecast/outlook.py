"""What a forecast says of many rows at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

TAIL = 0.1
"""The final number is below ``low`` at most this often, and above ``high`` at most this often: a central 80 %."""


@dataclass(frozen=True)
class Outlook:
    """Arrays over rows: the probability of keeping the promise, and the likely range of its final number."""

    probability: Floats
    low: Ints
    high: Ints
