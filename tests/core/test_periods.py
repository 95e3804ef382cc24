"""Weeks, months and years, with the check values of the domain's rules 1-3."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.periods import (
    Interval,
    Period,
    add_months,
    counted_intervals,
    covers_all_but_a_month,
    half_up,
    interval_of,
    months_ended,
    next_month,
    week,
    year_of,
    years,
)
from tests.core.building import period

days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
short = st.sampled_from([each for each in Interval if each is not Interval.TERM])


@pytest.mark.parametrize(
    ("first", "last", "weeks"),
    [
        ("2023-01-01", "2025-12-31", 156),
        ("2026-01-01", "2026-12-31", 53),
        ("2020-01-01", "2020-12-31", 53),
        ("2023-07-01", "2025-12-31", 130),
        ("2024-01-01", "2024-12-31", 52),
    ],
)
def test_weeks_belong_to_the_period_that_holds_their_thursday(first: str, last: str, weeks: int) -> None:
    assert len(list(counted_intervals(period(first, last), Interval.WEEK))) == weeks


def test_a_week_that_begins_before_the_period_belongs_by_its_thursday() -> None:
    first = next(counted_intervals(period("2020-01-01", "2020-12-31"), Interval.WEEK))
    assert first == period("2019-12-30", "2020-01-05")


@pytest.mark.parametrize(
    ("day", "year"), [("2024-12-30", 2025), ("2023-01-01", 2022), ("2025-12-29", 2026), ("2024-02-29", 2024)]
)
def test_a_week_belongs_to_its_iso_year(day: str, year: int) -> None:
    assert year_of(week(date.fromisoformat(day)), Interval.WEEK) == year


@pytest.mark.parametrize(("first", "months"), [("2024-01-16", 12), ("2024-01-17", 11), ("2024-02-15", 11)])
def test_a_month_belongs_with_at_least_half_of_its_days(first: str, months: int) -> None:
    assert len(list(counted_intervals(period(first, "2024-12-31"), Interval.MONTH))) == months


def test_a_school_term_is_half_a_year() -> None:
    terms = list(counted_intervals(period("2023-01-01", "2024-12-31"), Interval.SCHOOL_TERM))
    assert terms[:2] == [period("2023-01-01", "2023-06-30"), period("2023-07-01", "2023-12-31")]
    assert len(terms) == 4


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2023-01-01", "2023-12-31", True),
        ("2023-02-01", "2023-12-31", True),
        ("2023-02-02", "2023-12-31", False),
        ("2023-01-01", "2023-11-30", True),
        ("2023-01-01", "2023-11-29", False),
    ],
)
def test_eleven_months_carry_the_whole_years_target(first: str, last: str, whole: bool) -> None:
    assert covers_all_but_a_month(period(first, last), 12) is whole


@pytest.mark.parametrize(("above", "below", "rounded"), [(5, 2, 3), (1, 2, 1), (49, 100, 0), (7, 7, 1), (0, 3, 0)])
def test_half_is_rounded_up(above: int, below: int, rounded: int) -> None:
    assert half_up(above, below) == rounded


def test_a_term_has_no_calendar_of_its_own() -> None:
    with pytest.raises(ValueError, match="agreement"):
        interval_of(date(2024, 1, 1), Interval.TERM)


@given(days, short)
def test_every_day_lies_in_exactly_one_interval(day: date, interval: Interval) -> None:
    whole = interval_of(day, interval)
    assert day in whole
    assert interval_of(whole.start, interval) == interval_of(whole.last, interval) == whole
    assert interval_of(whole.end, interval).start == whole.end


@given(days, st.integers(1, 1500), short)
def test_counted_intervals_are_in_order_and_touch_the_period(start: date, length: int, interval: Interval) -> None:
    whole = Period(start, start + timedelta(days=length))
    found = list(counted_intervals(whole, interval))
    assert found == sorted(found)
    assert all((each & whole).days for each in found)


@given(days, st.integers(1, 2000))
def test_the_years_of_a_period_hold_all_its_days(start: date, length: int) -> None:
    whole = Period(start, start + timedelta(days=length))
    assert sum((Period.year(year) & whole).days for year in years(whole)) == whole.days


@given(days)
def test_next_month_is_one_month_on(day: date) -> None:
    assert next_month(day) == add_months(day.replace(day=1), 1)


def test_the_last_of_a_long_month_moves_to_the_last_of_a_short_one() -> None:
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_the_days_to_judge_through_are_today_and_ended_months() -> None:
    term = period("2023-01-01", "2023-04-30")
    assert months_ended(term, date(2023, 3, 15)) == [date(2023, 3, 15), date(2023, 2, 28), date(2023, 1, 31)]
    assert months_ended(term, date(2024, 3, 15))[0] == date(2023, 4, 30)
    assert len(months_ended(term, date(2024, 3, 15))) == 4
