"""Short intervals: all held or not, and how many."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.forecast.intervals import forecast_intervals
from loftdb.core.forecast.outlook import Outlook


def outlook(held: int, completed: int, total: int) -> Outlook:
    return forecast_intervals(np.array([held]), np.array([completed]), np.array([total]))


def plainly(held: int, completed: int, left: int) -> list[Fraction]:
    """Return the chance of each number held of those left, drawing them one by one from an urn of beliefs."""
    chances = {0: Fraction(1)}
    for drawn in range(left):
        after: dict[int, Fraction] = {}
        for more, chance in chances.items():
            next_held = Fraction(2 * (held + more) + 1, 2 * (completed + drawn) + 2)
            after[more + 1] = after.get(more + 1, Fraction()) + chance * next_held
            after[more] = after.get(more, Fraction()) + chance * (1 - next_held)
        chances = after
    return [chances[more] for more in range(left + 1)]


def test_one_week_left_after_51_held() -> None:
    assert outlook(51, 51, 52).probability[0] == pytest.approx(51.5 / 52)


def test_a_missed_week_cannot_be_made_up_for() -> None:
    found = outlook(40, 41, 52)
    assert found.probability[0] == 0
    assert 40 <= found.low[0] < found.high[0] <= 51


@given(st.integers(3, 40), st.integers(0, 40), st.integers(1, 12))
def test_the_chances_are_those_of_drawing_one_by_one(held: int, missed: int, left: int) -> None:
    each = plainly(held, held + missed, left)
    found = outlook(held, held + missed, held + missed + left)
    assert found.probability[0] == pytest.approx(0 if missed else float(each[-1]))
    below = np.cumsum([float(chance) for chance in each])
    assert abs(held + int(np.argmax(below >= 0.1)) - found.low[0]) <= (abs(below - 0.1) < 1e-9).any()
    assert found.low[0] <= held + int(np.argmax(below >= 0.5)) <= found.high[0]
    assert held <= found.low[0] <= found.high[0] <= held + left


@given(st.integers(3, 100), st.integers(1, 56))
def test_the_longer_it_was_held_the_likelier_it_is_kept(held: int, left: int) -> None:
    now, later = (outlook(each, each, held + 1 + left).probability[0] for each in (held, held + 1))
    assert 0 < now < later <= 1


def test_no_rows_have_no_outlook() -> None:
    assert len(forecast_intervals(*(np.zeros(0, dtype=np.int64) for _ in range(3))).low) == 0
