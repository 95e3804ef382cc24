"""When a forecast is given, and what is said where nothing is left to forecast."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.forecast import COLUMNS, forecast
from loftdb.core.model import Agreement, Season, SeasonKind
from loftdb.core.periods import Interval
from tests.core.building import AT_MOST, Done, agreement, on, period, progress, spread, target

YEAR = period("2023-01-01", "2023-12-31")
EIGHTY = agreement(YEAR, target(80))
WEEKLY = agreement(YEAR, target(1, Interval.WEEK))
MIDSUMMER = "2023-07-01"


def told(given_: Agreement, day: str, *done: Done, withheld: bool = False, **more: Any) -> pd.DataFrame:
    frame = progress(given_, day, done, **more)
    return forecast(frame, np.full(len(frame), 1.3), np.full(len(frame), withheld))


def first(*arguments: Any, **more: Any) -> tuple[Any, Any, Any]:
    row = told(*arguments, **more).iloc[0]
    return tuple(None if pd.isna(row[name]) else row[name] for name in COLUMNS)  # type: ignore[return-value]


def weeks(count: int, first_monday: str = "2023-01-02") -> list[Done]:
    return [(date.fromisoformat(first_monday) + timedelta(weeks=step), 1) for step in range(count)]


def test_the_columns_are_the_declared_ones() -> None:
    for given_ in (EIGHTY, WEEKLY, agreement(YEAR)):
        assert {
            name: str(kind) for name, kind in told(given_, MIDSUMMER, on("2023-02-01", 40)).dtypes.items()
        } == COLUMNS


def test_on_the_line_at_midsummer_chances_are_about_even() -> None:
    probability, low, high = first(EIGHTY, MIDSUMMER, on("2023-03-01", 40))
    assert 0.4 < probability < 0.6
    assert low < 80 < high


@pytest.mark.parametrize(("day", "done"), [("2023-04-01", 20), ("2023-07-01", 2), ("2023-02-01", 79)])
def test_nothing_is_said_before_a_quarter_of_the_time_or_three_occasions(day: str, done: int) -> None:
    assert first(EIGHTY, day, on("2023-01-05", done)) == (None, None, None)


def test_it_is_said_from_a_quarter_of_the_time_and_three_occasions_on() -> None:
    assert first(EIGHTY, "2023-04-02", on("2023-01-05", 3))[0] is not None


def test_the_quarter_is_one_of_weight() -> None:
    autumn = Season(SeasonKind.MONTHS, months=(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1))
    given_ = agreement(YEAR, target(80), season=autumn)
    assert first(given_, "2023-08-15", on("2023-08-10", 30)) == (None, None, None)
    late = first(given_, "2023-10-31", on("2023-08-10", 48))
    even = first(EIGHTY, "2023-10-31", on("2023-08-10", 48))
    assert late[0] > 0.3 > even[0]


def test_what_is_reached_is_certain_and_no_forecast() -> None:
    assert first(EIGHTY, "2023-02-01", on("2023-01-05", 80)) == (1, None, None)
    assert first(agreement(YEAR, target(2)), MIDSUMMER, on("2023-01-05", 2)) == (1, None, None)


def test_what_is_over_is_settled() -> None:
    assert first(EIGHTY, "2023-12-31", on("2023-01-05", 79)) == (0, None, None)


def test_a_limit_is_kept_or_passed() -> None:
    few = agreement(YEAR, target(6, comparator=AT_MOST))
    assert first(few, MIDSUMMER, on("2023-02-01", 7)) == (0, None, None)
    three, six = (first(few, MIDSUMMER, on("2023-02-01", done))[0] for done in (3, 6))
    assert 0 < six < 0.1 < three < 1


def test_planned_occasions_change_nothing() -> None:
    done = on("2023-02-01", 30)
    assert first(EIGHTY, MIDSUMMER, done, planned=[on("2023-10-01", 40)]) == first(EIGHTY, MIDSUMMER, done)


def test_a_missed_week_settles_the_promise_and_the_number_held_is_forecast() -> None:
    probability, low, high = first(WEEKLY, "2023-07-02", *weeks(25))
    assert probability == 0
    assert 25 < low <= high < 52


def test_all_weeks_held_so_far_may_stay_so() -> None:
    probability, _, high = first(WEEKLY, "2023-07-02", *weeks(26))
    assert 0.6 < probability < 0.8
    assert high == 52
    assert first(WEEKLY, "2023-03-26", *weeks(12)) == (None, None, None)


def test_what_is_withheld_is_silent_but_for_what_is_settled() -> None:
    done = on("2023-02-01", 40)
    assert first(EIGHTY, MIDSUMMER, done, withheld=True) == (None, None, None)
    assert first(EIGHTY, MIDSUMMER, on("2023-02-01", 80), withheld=True) == (1, None, None)
    assert first(WEEKLY, MIDSUMMER, *weeks(20), withheld=True) == (0, None, None)


@pytest.mark.parametrize(
    "given_",
    [
        agreement(YEAR),
        agreement(YEAR, target(80), followed_from=date(2023, 2, 1)),
        agreement(YEAR, target(80), target(None, since="2023-10-01")),
        agreement(YEAR, target(80), followed_from=date(2024, 1, 1)),
    ],
)
def test_nothing_is_said_of_what_is_not_known_or_not_promised(given_: Agreement) -> None:
    assert first(given_, MIDSUMMER, on("2023-06-01", 35)) == (None, None, None)


def test_two_years_of_thirty_are_forecast_as_one() -> None:
    term = agreement(period("2023-01-01", "2024-12-31"), target(30, Interval.TERM))
    probability, low, high = first(term, "2023-12-31", on("2023-05-01", 15))
    assert 0.3 < probability < 0.7
    assert low < 30 < high


@given(st.integers(1, 364), st.integers(0, 79))
def test_a_number_never_stands_where_the_rule_forbids_it(day: int, done: int) -> None:
    judged = (YEAR.start + timedelta(days=day)).isoformat()
    probability, low, high = first(EIGHTY, judged, on("2023-01-01", done))
    allowed = (day + 1) * 4 >= 365 and done >= 3 and day < 364
    assert (low is not None) == (high is not None) == allowed
    assert (probability is not None) == (allowed or day == 364)
    assert probability is None or 0 <= probability <= 1


def test_many_rows_are_told_at_once_as_one_by_one() -> None:
    three = agreement(period("2023-01-01", "2025-12-31"), target(80))
    done = [*spread(70, "2023-01-01", "2023-12-31"), *spread(44, "2024-01-01", "2024-06-30")]
    found = told(three, "2024-06-30", *done)
    assert found["probability"].tolist()[0] == 0
    assert 0.3 < found["probability"].tolist()[1] < 0.9
    assert pd.isna(found["probability"].tolist()[2])
