"""Sums: what the distribution says, against values reckoned by hand and by counting everything out."""

from math import comb, exp, lgamma, log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.forecast import dispersion
from loftdb.core.forecast.outlook import Outlook
from loftdb.core.forecast.sums import CLUSTERING, DRIFT, MONTHS, PRIOR, forecast_sums


def outlook(
    done: int, target: int, elapsed: float, clustering: float = CLUSTERING, *, at_most: bool = False
) -> Outlook:
    return forecast_sums(
        np.array([done]), np.array([target]), np.array([elapsed]), np.array([at_most]), np.array([clustering])
    )


def chance(done: int, target: int, elapsed: float, clustering: float = CLUSTERING) -> float:
    return float(outlook(done, target, elapsed, clustering).probability[0])


def plainly(done: int, target: int, elapsed: float, clustering: float) -> list[float]:
    """Return the chance of each number still to come, by the textbook's formula, one by one."""
    mean = (PRIOR + done) / (PRIOR / target + elapsed) * (1 - elapsed)
    size = 1 / ((clustering - 1) / mean + clustering / (PRIOR + done) + DRIFT**2)
    miss = size / (size + mean)
    return [
        exp(lgamma(size + k) - lgamma(size) - lgamma(k + 1) + size * log(miss) + k * log(1 - miss)) for k in range(2000)
    ]


@pytest.mark.parametrize(
    ("done", "target", "elapsed", "clustering"), [(40, 80, 0.5, 1.3), (3, 6, 0.25, 1.0), (9, 12, 0.75, 4.0)]
)
def test_the_chance_is_the_sum_of_the_chances_of_each_number(
    done: int, target: int, elapsed: float, clustering: float
) -> None:
    each = plainly(done, target, elapsed, clustering)
    found = outlook(done, target, elapsed, clustering)
    assert found.probability[0] == pytest.approx(sum(each[target - done :]), abs=1e-9)
    below = np.cumsum(each)
    assert found.low[0] == done + int(np.argmax(below >= 0.1))
    assert found.high[0] == done + int(np.argmax(below >= 0.9))


def test_one_left_is_missed_only_if_nothing_comes() -> None:
    """Halfway, 5 of 6, single occasions: the mean is 6/(1/6+0.5)*0.5 = 4.5, the shape 1/(1/6+1/16) = 48/11."""
    size, mean = 48 / 11, 4.5
    assert chance(5, 6, 0.5, 1.0) == pytest.approx(1 - (size / (size + mean)) ** size, abs=1e-12)


def test_at_most_is_kept_while_the_next_number_is_not_reached() -> None:
    kept = outlook(3, 6, 0.5, at_most=True)
    assert kept.probability[0] == pytest.approx(sum(plainly(3, 6, 0.5, CLUSTERING)[:4]), abs=1e-9)


shares = st.floats(0.25, 0.99)
spreads = st.floats(1.0, 10.0)
targets = st.integers(4, 300)


@given(st.integers(3, 300), targets, shares, spreads)
def test_a_probability_is_one_and_the_range_holds_the_median(
    done: int, target: int, elapsed: float, clustering: float
) -> None:
    found = outlook(done, target, elapsed, clustering)
    low, high = int(found.low[0]), int(found.high[0])
    assert 0 <= found.probability[0] <= 1
    assert done <= low <= high
    each = np.cumsum(plainly(done, target, elapsed, clustering))
    assert low <= done + int(np.argmax(each >= 0.5)) <= high


@given(st.integers(3, 299), targets, shares, spreads)
def test_more_done_never_lowers_the_probability(done: int, target: int, elapsed: float, clustering: float) -> None:
    if done + 1 < target:
        assert chance(done + 1, target, elapsed, clustering) >= chance(done, target, elapsed, clustering) - 1e-12


@given(st.integers(3, 299), targets, shares, spreads)
def test_a_higher_target_never_raises_the_probability(
    done: int, target: int, elapsed: float, clustering: float
) -> None:
    if done < target:
        assert chance(done, target + 1, elapsed, clustering) <= chance(done, target, elapsed, clustering) + 1e-12


def test_more_variation_pulls_toward_even_chances_and_widens_the_range() -> None:
    calm, wild = outlook(50, 80, 0.5, 1.0), outlook(50, 80, 0.5, 6.0)
    assert 0.5 < wild.probability[0] < calm.probability[0]
    assert wild.low[0] < calm.low[0]
    assert wild.high[0] > calm.high[0]


def test_no_rows_have_no_outlook() -> None:
    nothing = forecast_sums(*(np.zeros(0, dtype=kind) for kind in (int, int, float, bool, float)))
    assert len(nothing.probability) == len(nothing.low) == 0


def test_even_months_vary_like_single_occasions_and_batches_more() -> None:
    """Six months of 5 stray by 0; 30 in one of six stray by (25^2 + 5 * 5^2) / 5 = 150."""
    row = np.repeat([0, 1], 6)
    count = np.array([5] * 6 + [30, 0, 0, 0, 0, 0])
    calm, wild = dispersion(row, count, np.ones(12), 2)
    assert calm == max(MONTHS * CLUSTERING / (MONTHS + 5), 1) == 1
    assert wild == 10
    some = dispersion(np.zeros(2, dtype=int), np.array([8, 2]), np.ones(2), 1)
    assert some[0] == pytest.approx((MONTHS * CLUSTERING + 2 * 9 / 5) / (MONTHS + 1))


def test_months_are_awaited_by_their_weight() -> None:
    row, count = np.zeros(3, dtype=int), np.array([2, 4, 6])
    assert dispersion(row, count, np.array([1.0, 2.0, 3.0]), 1)[0] == 1
    assert dispersion(row, count, np.ones(3), 1)[0] > dispersion(row, count, np.array([1.0, 2.0, 3.0]), 1)[0]


def test_without_months_what_is_believed_of_all_stands() -> None:
    assert list(dispersion(np.zeros(0, dtype=int), np.zeros(0, dtype=int), np.zeros(0), 2)) == [CLUSTERING] * 2
    assert dispersion(np.array([0]), np.array([4]), np.ones(1), 1)[0] == CLUSTERING
    assert dispersion(np.array([0, 0]), np.array([0, 0]), np.ones(2), 1)[0] == CLUSTERING


def test_four_of_six_ways_are_counted_out() -> None:
    """A shape of 2 makes it the number of failures before two successes: (k + 1) p^2 (1 - p)^k."""
    done, target, elapsed = 7, 20, 0.5
    mean = 8 / (1 / 20 + 0.5) * 0.5
    clustering = (1 / 2 - DRIFT**2 + 1 / mean) / (1 / mean + 1 / 8)
    p = 2 / (2 + mean)
    below = sum(comb(k + 1, 1) * p**2 * (1 - p) ** k for k in range(target - done))
    assert chance(done, target, elapsed, clustering) == pytest.approx(1 - below, abs=1e-9)
