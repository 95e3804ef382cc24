"""Sums: occasions come at an unknown pace, and the number still to come is negative binomial.

What is not known of the pace widens the range and pulls the probability toward even chances; it never adds occasions.
The three constants were settled once on the years of ``tests/benchmarks/bench_forecast.py`` and lie on flat ground
there: twice or half of any moves the Brier score by less than a hundredth part. Letting recent months weigh more was
tried with half-lives of 3, 6 and 12 months, and left out since it scored the same or worse on years it had not seen.
"""

import numpy as np
import scipy

from loftdb.core.forecast.outlook import TAIL, Flags, Floats, Ints, Outlook

PRIOR = 1.0
"""What is believed before anything is done: the promised pace, with the weight of this many occasions."""

DRIFT = 0.25
"""How far the pace ahead may differ from the pace so far, as a standard deviation of their ratio."""

CLUSTERING, MONTHS = 1.3, 4.0
"""How much more than single occasions the months vary, believed with the weight of this many months' evidence."""

_MOST_CLUSTERING = 10.0


def forecast_sums(done: Ints, target: Ints, elapsed: Floats, at_most: Flags, clustering: Floats) -> Outlook:
    """Return the outlook of sums toward a target of at least one, or (``at_most``) up to it.

    ``elapsed`` is the share of the weight that has passed, above 0 and below 1; ``clustering`` as ``dispersion``
    returns it.
    """
    mean = (PRIOR + done) / (PRIOR / target + elapsed) * (1 - elapsed)
    shape = 1 / ((clustering - 1) / mean + clustering / (PRIOR + done) + DRIFT**2)
    reached = _at_least(target + at_most - done, mean, shape)
    low, high = (done + _quantile(share, mean, shape) for share in (TAIL, 1 - TAIL))
    return Outlook(np.where(at_most, 1 - reached, reached), low, high)


def _at_least(count: Ints, mean: Floats, shape: Floats) -> Floats:
    """Return the probability that so many or more are still to come."""
    chance: Floats = scipy.special.betainc(np.maximum(count, 1), shape, mean / (mean + shape))
    chance[count <= 0] = 1.0
    return chance


def _quantile(share: float, mean: Floats, shape: Floats) -> Ints:
    """Return the smallest number that is exceeded with a probability of at most 1 - ``share``, by halving."""
    below = np.full(len(mean), -1, dtype=np.int64)
    above: Ints = np.ceil(mean + 12 * np.sqrt(mean + mean**2 / shape)).astype(np.int64) + 12
    while len(mean) and (above - below).max() > 1:
        middle = (below + above) // 2
        enough = _at_least(middle + 1, mean, shape) <= 1 - share
        below, above = np.where(enough, below, middle), np.where(enough, middle, above)
    return above


def dispersion(row: Ints, count: Ints, weight: Floats, rows: int) -> Floats:
    """Return, per row, how much more its whole months vary than single occasions would: 1 like these, at most 10.

    One value per month goes in: its row, what was done in it, and its weight (above zero). Batches and days of joint
    effort make months vary more; few months, or none, leave the estimate near what is believed of all promises.
    """
    added = np.bincount(row, count, rows)
    awaited = added[row] * weight / np.bincount(row, weight, rows)[row]
    strays = np.divide((count - awaited) ** 2, awaited, out=np.zeros(len(row)), where=awaited > 0)
    free = np.maximum(np.bincount(row, awaited > 0, rows) - 1, 0)
    found = (MONTHS * CLUSTERING + np.bincount(row, strays, rows)) / (MONTHS + free)
    return np.clip(found, 1.0, _MOST_CLUSTERING)
