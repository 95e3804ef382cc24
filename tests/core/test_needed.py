"""What remains, month by month, adds up to what remains."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.model import Agreement, Season, SeasonKind, Thresholds
from loftdb.core.needed import Known, Need, needs, spread
from loftdb.core.periods import DAY, Interval, month_start
from loftdb.core.progress import Cutoffs, Judge, schedule
from tests.core.building import AT_MOST, Done, agreement, on, period, target, totals

YEAR = period("2024-01-01", "2024-12-31")
TODAY = date(2024, 10, 15)


def needed(given_: Agreement, day: date = TODAY, done: Iterable[Done] = ()) -> list[Need]:
    judge = Judge(schedule([given_]))
    added = totals(given_.period, day, done)
    frame = judge.frame(added, judge.limits(Cutoffs((), day, day)), Thresholds())
    return list(needs(judge, Known(added, frame), day, {each.agreement.id for each in judge.schedule.rows}))


def months(given_: Agreement, **more: object) -> list[int]:
    [need] = needed(given_, **more)  # type: ignore[arg-type]
    assert need.remaining == sum(need.months.values())
    return list(need.months.values())


def test_what_remains_is_spread_over_the_days_left() -> None:
    assert months(agreement(YEAR, target(80)), done=[on("2024-05-01", 51)]) == [6, 11, 12]


def test_what_is_booked_stands_in_its_own_month_and_the_rest_is_spread() -> None:
    given_ = agreement(YEAR, target(4))
    [number] = (measure.number for promise in given_.promises for measure in promise.measures)
    judge = Judge(schedule([given_]))
    added = totals(YEAR, TODAY, [on("2024-05-01")])
    frame = judge.frame(added, judge.limits(Cutoffs((), TODAY, TODAY)), Thresholds())

    def sheet(*booked: tuple[date, int]) -> tuple[list[int], int]:
        [need] = needs(judge, Known(added, frame, {number: booked}), TODAY, {given_.id})
        return list(need.months.values()), need.planned

    assert sheet((date(2024, 11, 13), 1)) == ([0, 2, 1], 1)
    assert sheet((date(2024, 11, 13), 2), (date(2024, 11, 20), 5)) == ([0, 3, 0], 3)
    assert sheet((date(2024, 10, 15), 1), (date(2025, 1, 7), 1)) == ([1, 1, 1], 0)


def test_a_season_decides_where_it_falls() -> None:
    november = Season(SeasonKind.MONTHS, months=(1,) * 9 + (0, 2, 1))
    assert months(agreement(YEAR, target(12), season=november), done=[on("2024-05-01", 3)]) == [0, 6, 3]


def test_when_the_season_is_over_what_remains_is_spread_by_days() -> None:
    spring = Season(SeasonKind.MONTHS, months=(1,) * 6 + (0,) * 6)
    assert months(agreement(YEAR, target(12), season=spring)) == [2, 5, 5]


def test_a_term_is_spread_to_its_end() -> None:
    term = agreement(period("2024-01-01", "2025-12-31"), target(30, Interval.TERM))
    [need] = needed(term)
    assert (need.row.year, need.remaining, len(need.months)) == (None, 30, 15)
    assert list(need.months)[-1] == date(2025, 12, 1)


def test_weeks_to_come_need_one_each_and_missed_ones_cannot_be_made_up_for() -> None:
    weekly = agreement(period("2024-01-01", "2025-12-31"), target(1, Interval.WEEK))
    assert months(weekly) == [3, 4, 4]
    assert months(weekly, done=[on("2024-10-14")]) == [2, 4, 4]
    assert months(weekly, done=[on("2024-09-30", 9)]) == [3, 4, 4]


def test_a_quarter_needs_what_it_lacks() -> None:
    quarterly = agreement(YEAR, target(6, Interval.QUARTER))
    assert months(quarterly, done=[on("2024-10-02", 2)]) == [1, 1, 2]


def test_nothing_is_needed_of_what_is_reached_or_over_or_a_limit_or_without_a_number() -> None:
    assert needed(agreement(YEAR, target(3)), done=[on("2024-05-01", 4)]) == []
    assert needed(agreement(YEAR, target(3)), day=date(2024, 12, 31)) == []
    assert needed(agreement(YEAR, target(3, comparator=AT_MOST))) == []
    assert needed(agreement(YEAR)) == []


def test_what_may_have_been_done_before_it_is_followed_is_not_asked_for() -> None:
    followed = agreement(YEAR, target(80), followed_from=date(2024, 10, 1))
    assert sum(months(followed)) == 80 - 60
    assert sum(months(followed, done=[on("2024-10-05", 4)])) == 80 - 64


def test_only_the_year_that_runs_is_asked_for() -> None:
    [need] = needed(agreement(period("2023-01-01", "2025-12-31"), target(4)))
    assert need.row.year == 2024


weights = st.lists(st.integers(0, 40).map(Fraction), min_size=1, max_size=24).filter(any)


@given(st.integers(0, 500), weights)
def test_whole_numbers_add_up_and_differ_by_less_than_one(count: int, given_: list[Fraction]) -> None:
    found = spread(count, given_)
    assert sum(found) == count
    for share, weight in zip(found, given_, strict=True):
        assert abs(share - count * weight / sum(given_)) < 1


@pytest.mark.parametrize(("count", "shares"), [(1, (0, 1, 0)), (2, (1, 0, 1)), (4, (1, 2, 1)), (0, (0, 0, 0))])
def test_few_stand_evenly_apart(count: int, shares: tuple[int, ...]) -> None:
    assert spread(count, [Fraction(1)] * 3) == shares


def test_two_a_year_fall_in_spring_and_autumn() -> None:
    found = months(agreement(period("2024-01-01", "2025-12-31"), target(2)), day=date(2025, 1, 7))
    assert found == [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]


@given(st.integers(0, 500), weights)
def test_the_course_is_never_more_than_half_an_occasion_from_the_even_one(count: int, given_: list[Fraction]) -> None:
    for shared, weight in zip(accumulate(spread(count, given_)), accumulate(given_), strict=True):
        assert abs(shared - count * weight / sum(given_)) <= Fraction(1, 2)


@given(
    st.integers(1, 200),
    st.dates(date(2024, 1, 1), date(2024, 12, 30)),
    st.lists(st.integers(0, 9), min_size=12, max_size=12).filter(any),
)
def test_a_sheet_adds_up_whatever_the_day_and_the_season(value: int, day: date, shares: list[int]) -> None:
    given_ = agreement(YEAR, target(value), season=Season(SeasonKind.MONTHS, months=tuple(shares)))
    [need] = needed(given_, day)
    assert sum(need.months.values()) == need.remaining == value
    assert min(need.months) == month_start(day + DAY)
