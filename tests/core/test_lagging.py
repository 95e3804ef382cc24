"""Slack and silence: the days that may pass, by whole occasions and the promise's own season."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.calendars import working_weeks
from loftdb.core.lagging import HeldCounts, is_silent, is_stale, last_start, pace, slack_of_held, spare_of_held
from loftdb.core.model import Promise, PromiseKind, Season, SeasonKind, Status, StatusUpdate, Target, Thresholds
from loftdb.core.periods import Interval
from loftdb.core.progress import Row, schedule
from loftdb.core.progress.pace import expected
from tests.core.building import AT_MOST, NOON, agreement, period, target

YEAR = period("2023-01-01", "2023-12-31")
LIMITS = Thresholds()


def rows(*targets: Target, season: Season | None = None, days: str = "2023-12-31") -> list[Row]:
    return schedule([agreement(period("2023-01-01", days), *targets, season=season)]).rows


def row(*targets: Target, season: Season | None = None) -> Row:
    [found] = rows(*targets, season=season)
    return found


@pytest.mark.parametrize(
    ("value", "remaining", "day"),
    [
        (80, 25, "2023-10-07"),
        (80, 80, "2023-03-28"),
        (80, 1, "2023-12-30"),
        (2, 2, "2023-08-12"),
        (1, 1, "2023-12-30"),
    ],
)
def test_the_last_day_that_may_pass_idle(value: int, remaining: int, day: str) -> None:
    assert last_start(row(target(value)), remaining, LIMITS) == date.fromisoformat(day)


def test_slack_is_negative_for_as_long_as_it_has_been_too_late() -> None:
    eighty = row(target(80))
    last = last_start(eighty, 25, LIMITS)
    assert working_weeks(date(2023, 10, 31), last) == -4
    assert working_weeks(date(2023, 10, 8), last) == 0
    assert working_weeks(date(2023, 9, 29), last) == 1
    assert working_weeks(date(2023, 10, 9), last) == -1


def test_a_month_without_weight_gives_no_time_to_catch_up() -> None:
    spring = Season(SeasonKind.MONTHS, months=(1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0))
    assert last_start(row(target(12), season=spring), 1, LIMITS) == date(2023, 6, 29)


remaining_of_80 = st.integers(1, 80)


@given(remaining_of_80, st.lists(st.integers(0, 5), min_size=12, max_size=12).filter(any))
def test_what_is_then_still_expected_is_just_enough(remaining: int, months: list[int]) -> None:
    found = row(target(80), season=Season(SeasonKind.MONTHS, months=tuple(months)))
    last = (last_start(found, remaining, LIMITS) - YEAR.start).days + 1

    def possible(days: int) -> int:
        return ceil(Fraction(13, 10) * (80 - expected(found, days)))

    assert possible(last) >= remaining
    assert last == 365 or possible(last + 1) < remaining


@given(remaining_of_80, remaining_of_80)
def test_more_to_do_never_leaves_more_time(one: int, other: int) -> None:
    less, more = sorted((one, other))
    assert last_start(row(target(80)), more, LIMITS) <= last_start(row(target(80)), less, LIMITS)


@pytest.mark.parametrize(
    ("counts", "weeks"),
    [(HeldCounts(40, 41, 52), 4), (HeldCounts(36, 41, 52), 0), (HeldCounts(24, 41, 52), -12)],
)
def test_weeks_may_be_missed_until_nine_of_ten_can_no_longer_be_held(counts: HeldCounts, weeks: int) -> None:
    [first, *_] = rows(target(1, Interval.WEEK))
    assert slack_of_held(first, spare_of_held(first, counts, LIMITS)) == weeks


def test_a_missed_month_is_more_than_four_weeks() -> None:
    [first, *_] = rows(target(4, Interval.MONTH))
    assert slack_of_held(first, spare_of_held(first, HeldCounts(9, 9, 12), LIMITS)) == 4
    assert slack_of_held(first, spare_of_held(first, HeldCounts(7, 9, 12), LIMITS)) == -5


def test_pace_is_occasions_a_week() -> None:
    assert pace(55, 304) == pytest.approx(1.27, abs=0.005)
    assert pace(25, 61) == pytest.approx(2.87, abs=0.005)
    assert pace(25, 0) is None


@pytest.mark.parametrize(
    ("value", "interval", "since", "today", "silent"),
    [
        (80, Interval.YEAR, "2023-05-01", "2023-06-16", False),
        (80, Interval.YEAR, "2023-05-01", "2023-06-17", True),
        (2, Interval.YEAR, "2023-01-10", "2023-07-10", False),
        (2, Interval.YEAR, "2023-01-10", "2023-07-12", True),
        (2, Interval.YEAR, "2023-10-01", "2024-03-01", False),
        (2, Interval.YEAR, "2023-10-01", "2024-04-02", True),
        (1, Interval.WEEK, "2023-05-01", "2023-06-16", False),
        (1, Interval.WEEK, "2023-05-01", "2023-06-17", True),
        (1, Interval.QUARTER, "2023-05-01", "2023-06-30", False),
        (1, Interval.QUARTER, "2023-05-01", "2023-08-10", True),
    ],
)
def test_silence_is_longer_than_the_own_interval_and_than_a_month_takes_to_report(
    value: int, interval: Interval, since: str, today: str, silent: bool
) -> None:
    found = rows(target(value, interval), days="2024-12-31")
    assert is_silent(found, date.fromisoformat(since), date.fromisoformat(today)) is silent


def test_a_summer_that_the_season_leaves_out_is_no_silence() -> None:
    school = Season(SeasonKind.MONTHS, months=(1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1))
    assert is_silent(rows(target(30)), date(2023, 6, 1), date(2023, 8, 31))
    assert not is_silent(rows(target(30), season=school), date(2023, 6, 1), date(2023, 8, 31))


def test_what_has_ended_or_has_no_number_or_is_a_limit_is_never_silent() -> None:
    long_ago = date(2022, 12, 31)
    assert is_silent(rows(target(30)), long_ago, date(2023, 12, 31))
    assert not is_silent(rows(target(30)), long_ago, date(2024, 1, 1))
    assert not is_silent(rows(), long_ago, date(2023, 12, 31))
    assert not is_silent(rows(target(30, comparator=AT_MOST)), long_ago, date(2023, 12, 31))


def changed(given_: Row, **fields: object) -> Row:
    return replace(given_, promise=replace(given_.promise, **fields))  # type: ignore[arg-type]


def test_what_depends_on_a_need_or_is_dropped_is_never_silent() -> None:
    long_ago, today = date(2022, 12, 31), date(2023, 12, 31)
    assert not is_silent([changed(row(target(30)), conditional="vid behov")], long_ago, today)
    assert not is_silent([changed(row(target(30)), dropped_from=date(2023, 7, 1))], long_ago, today)


def told(on: date, status: Status = Status.ONGOING) -> StatusUpdate:
    return StatusUpdate("a/p", 1, on, status, "", "", (), "x", NOON)


def test_a_promise_told_in_words_goes_stale_after_180_days_even_if_nothing_was_ever_said() -> None:
    given_ = agreement(period("2023-01-01", "2024-12-31"), followed_from=date(2023, 7, 1))
    quality: Promise = replace(given_.promises[0], kind=PromiseKind.QUALITY, measures=())
    last = date(2023, 7, 1) + timedelta(days=180)
    assert not is_stale(given_, quality, None, last)
    assert is_stale(given_, quality, None, last + timedelta(days=1))
    assert not is_stale(given_, quality, told(date(2023, 12, 1)), last + timedelta(days=1))
    assert is_stale(given_, quality, told(date(2023, 7, 1)), last + timedelta(days=1))
    assert not is_stale(given_, quality, told(date(2023, 7, 1), Status.DONE), last + timedelta(days=1))
    assert not is_stale(given_, quality, None, date(2025, 1, 1))
    assert not is_stale(given_, replace(quality, dropped_from=date(2023, 9, 1)), None, date(2024, 10, 1))
