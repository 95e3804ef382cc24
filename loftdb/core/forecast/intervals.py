"""Short intervals: each one still to come is held with an unknown chance, and the promise is that all of them are.

One missed interval has settled the promise; what remains to forecast is then the number held (beta-binomial).
"""

import numpy as np
import scipy

from loftdb.core.forecast.outlook import TAIL, Floats, Ints, Outlook

PRIOR = 0.5
"""Jeffreys' prior: half an interval held and half a missed one believed before any is seen."""


def forecast_intervals(held: Ints, completed: Ints, total: Ints) -> Outlook:
    """Return the probability that every interval is held, and the likely range of the number held."""
    left, missed = total - completed, completed - held
    all_left = np.exp(_beta(held + left, missed) - _beta(held, missed))
    low, high = (held + each for each in _quantiles(held, missed, left))
    return Outlook(np.where(missed > 0, 0.0, all_left), low, high)


def _beta(held: Ints, missed: Ints) -> Floats:
    logarithm: Floats = scipy.special.betaln(PRIOR + held, PRIOR + missed)
    return logarithm


def _quantiles(held: Ints, missed: Ints, left: Ints) -> tuple[Ints, Ints]:
    """Return the tails of the number held of those left, from its whole distribution (at most some hundred values)."""
    step = np.arange(left.max(initial=0) + 1)
    inside = step <= left[:, None]
    rest = np.where(inside, left[:, None] - step, 0)
    ways = -np.log(left[:, None] + 1) - scipy.special.betaln(rest + 1, np.where(inside, step, 0) + 1)
    chance = np.exp(ways + _beta(held[:, None] + step, missed[:, None] + rest) - _beta(held, missed)[:, None])
    added = np.cumsum(np.where(inside, chance, 0.0), axis=1)
    return (added < TAIL).sum(axis=1), np.minimum((added < 1 - TAIL).sum(axis=1), left)
