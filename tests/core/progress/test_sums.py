"""Targets of a year or longer: the check values of rules 3-6, 9 and 14."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.model import Season, SeasonKind, Thresholds
from loftdb.core.periods import Interval, Period
from tests.core.building import AT_MOST, RANGE, agreement, judged, on, period, progress, spread, target

YEAR = period("2023-01-01", "2023-12-31")
EIGHTY = agreement(YEAR, target(80))


@pytest.mark.parametrize(
    ("done", "state"), [(39, "on_track"), (36, "slightly_behind"), (29, "behind"), (0, "behind"), (80, "reached")]
)
def test_eighty_a_year_at_midsummer(done: int, state: str) -> None:
    row = judged(EIGHTY, "2023-06-30", on("2023-03-01", done), year=2023)
    assert row["state"] == state
    assert round(row["expected"], 2) == 39.67
    assert row["expected_floor"] == 39


def test_before_its_start_a_year_has_not_begun_and_after_its_end_it_is_over() -> None:
    assert judged(EIGHTY, "2022-12-31", year=2023)["state"] == "not_started"
    assert judged(EIGHTY, "2023-12-31", on("2023-03-01", 79), year=2023)["state"] == "not_reached"


def test_years_are_judged_without_carry_over() -> None:
    both = agreement(period("2023-01-01", "2024-12-31"), target(80))
    done = (on("2023-05-01", 95), on("2024-05-01", 70))
    assert judged(both, "2024-12-31", *done, year=2023)["state"] == "reached"
    assert judged(both, "2024-12-31", *done, year=2024)["state"] == "not_reached"


def test_over_delivery_is_never_capped() -> None:
    row = judged(agreement(YEAR, target(2)), "2023-12-31", on("2023-05-01", 3), year=2023)
    assert (row["actual"], row["target"], row["state"]) == (3, 2, "reached")


@pytest.mark.parametrize(
    ("value", "days", "goal", "original"),
    [
        (80, period("2023-07-01", "2024-12-31"), 40, 80),
        (2, period("2023-07-01", "2024-12-31"), 1, 2),
        (5, period("2023-07-02", "2024-12-31"), 3, 5),
        (80, period("2023-02-01", "2024-12-31"), 80, None),
    ],
)
def test_a_part_of_a_year_is_reckoned_by_days(value: int, days: Period, goal: int, original: int | None) -> None:
    row = judged(agreement(days, target(value)), "2023-12-31", year=2023)
    assert row["target"] == goal
    assert (row["target_original"] == original) if original else row["target_original"] is not original


def test_five_a_year_over_half_a_leap_year_is_three() -> None:
    row = judged(agreement(period("2024-01-01", "2024-07-01"), target(5)), "2024-07-01", year=2024)
    assert (row["days_total"], row["target"]) == (183, 3)


def test_a_share_below_one_is_still_one() -> None:
    row = judged(agreement(period("2023-12-01", "2024-12-31"), target(1)), "2023-12-15", year=2023)
    assert row["target"] == 1


@pytest.mark.parametrize(("day", "expected"), [("2023-12-31", 14.98), ("2024-06-30", 22.45), ("2024-12-31", 30)])
def test_thirty_in_a_term_of_two_years(day: str, expected: float) -> None:
    given_ = agreement(period("2023-01-01", "2024-12-31"), target(30, Interval.TERM))
    row = judged(given_, day)
    assert round(row["expected"], 2) == expected
    assert len(progress(given_, day)) == 1


def test_a_revision_weights_the_year_by_days() -> None:
    revised = agreement(period("2024-01-01", "2025-12-31"), target(40), target(60, since="2024-07-01"))
    row = judged(revised, "2024-06-30", year=2024)
    assert row["target"] == 50
    assert round(row["expected"], 2) == 19.89
    assert judged(revised, "2024-06-30", year=2025)["target"] == 60


def test_a_dropped_promise_is_expected_until_the_day_it_was_dropped() -> None:
    dropped = agreement(period("2024-01-01", "2025-12-31"), target(40), target(None, since="2024-07-01"))
    row = judged(dropped, "2024-06-01", year=2024)
    assert (row["target"], row["days_total"], row["days_left"]) == (20, 182, 29)
    assert judged(dropped, "2024-12-31", year=2024)["days_left"] == 0
    row = judged(dropped, "2025-12-31", year=2025)
    assert (row["state"], str(row["dropped_from"].date())) == ("no_target", "2024-07-01")


def test_a_small_target_with_nothing_booked_is_said_in_time() -> None:
    one = agreement(YEAR, target(1))
    late = judged(one, "2023-10-01", year=2023)
    assert (late["state"], late["unbooked"]) == ("slightly_behind", True)
    early = judged(one, "2023-09-30", year=2023)
    assert (early["state"], early["unbooked"]) == ("on_track", False)
    assert late["book_by"] == early["book_by"] == pd.Timestamp("2023-10-01")
    booked = judged(one, "2023-10-01", year=2023, planned=[on("2023-11-01")])
    assert (booked["state"], pd.isna(booked["book_by"])) == ("on_track", True)
    assert pd.isna(judged(agreement(YEAR, target(3)), "2023-03-01", year=2023)["book_by"])


def test_when_a_day_must_be_booked_follows_the_limits_that_are_set() -> None:
    half = Thresholds(late_share=50, small_target=3)
    row = judged(agreement(YEAR, target(3)), "2023-01-10", year=2023, thresholds=half)
    assert row["book_by"] == pd.Timestamp("2023-07-02")


def test_at_most_is_lost_the_day_it_is_exceeded_and_kept_only_at_the_end() -> None:
    few = agreement(YEAR, target(3, comparator=AT_MOST))
    assert judged(few, "2023-03-01", on("2023-02-01", 4), year=2023)["state"] == "not_reached"
    assert judged(few, "2023-03-01", on("2023-02-01", 3), year=2023)["state"] == "on_track"
    assert judged(few, "2023-12-31", on("2023-02-01", 3), year=2023)["state"] == "reached"


def test_a_range_is_judged_by_its_lower_end() -> None:
    some = agreement(YEAR, target(2, comparator=RANGE, value_max=4))
    assert judged(some, "2023-12-31", on("2023-02-01", 5), year=2023)["state"] == "reached"


def test_every_second_year_is_judged_when_the_window_ends_and_never_when_it_is_incomplete() -> None:
    given_ = agreement(period("2023-01-01", "2025-12-31"), target(4, every=2))
    frame = progress(given_, "2025-12-31", [on("2023-05-01", 2), on("2024-05-01", 2)])
    assert list(frame["state"]) == ["cannot_judge", "reached", "cannot_judge"]
    assert list(frame["actual"]) == [2, 4, 0]


def test_an_average_is_the_counted_intervals_times_the_value() -> None:
    given_ = agreement(YEAR, target(2, Interval.MONTH, average=True))
    row = judged(given_, "2023-06-30", on("2023-01-10", 12), year=2023)
    assert (row["target"], row["actual"], row["state"]) == (24, 12, "on_track")
    weekly = agreement(period("2023-01-01", "2025-12-31"), target(1, Interval.WEEK, average=True))
    assert judged(weekly, "2024-06-30", year=2024)["target"] == 52


def test_what_lies_before_the_agreement_is_followed_accuses_nobody() -> None:
    given_ = agreement(period("2023-01-01", "2024-12-31"), target(80), followed_from=date(2024, 1, 1))
    assert judged(given_, "2024-06-30", year=2023)["state"] == "cannot_judge"
    assert judged(given_, "2024-06-30", year=2024)["state"] == "behind"


@pytest.mark.parametrize(
    ("followed", "done", "state"),
    [
        ("2024-10-01", 0, "slightly_behind"),
        ("2024-10-01", 4, "cannot_judge"),
        ("2024-04-01", 0, "behind"),
        ("2024-04-01", 42, "slightly_behind"),
        ("2024-04-01", 43, "cannot_judge"),
        ("2024-04-01", 80, "reached"),
        ("2024-11-01", 0, "cannot_judge"),
    ],
)
def test_what_may_have_been_done_before_it_is_followed_is_no_lag(followed: str, done: int, state: str) -> None:
    year = agreement(period("2024-01-01", "2024-12-31"), target(80), followed_from=date.fromisoformat(followed))
    assert judged(year, "2024-10-15", on("2024-10-10", done), year=2024)["state"] == state


def test_a_count_without_target_has_a_number_and_no_judgement() -> None:
    row = judged(agreement(YEAR), "2023-06-30", on("2023-02-01", 37), year=2023)
    assert (row["actual"], row["state"]) == (37, "no_target")


@pytest.mark.parametrize(("done", "last_safe"), [(62, "2023-10-14"), (55, "2023-09-12"), (0, "2023-01-04")])
def test_the_last_safe_day(done: int, last_safe: str) -> None:
    row = judged(EIGHTY, "2023-10-01", on("2023-01-01", done), year=2023)
    assert str(row["last_safe"].date()) == last_safe


def test_the_sentences_numbers_in_the_autumn() -> None:
    row = judged(EIGHTY, "2023-10-31", on("2023-01-01", 55), year=2023)
    assert (row["expected_floor"], row["missing"], row["remaining"], row["days_left"]) == (66, 11, 25, 61)


def test_a_season_bends_the_line_and_ends_at_the_target() -> None:
    schools = Season(SeasonKind.MONTHS, months=(1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1))
    given_ = agreement(YEAR, target(22), season=schools)
    assert round(judged(given_, "2023-06-30", year=2023)["expected"], 6) == 12
    assert round(judged(given_, "2023-07-31", year=2023)["expected"], 6) == 12
    assert judged(given_, "2023-12-31", year=2023)["expected"] == 22
    row = judged(given_, "2023-06-30", on("2023-01-10", 12), year=2023)
    assert str(row["last_safe"].date()) == "2023-08-15"


def test_a_season_bends_each_version_at_its_own_rate() -> None:
    autumn = Season(SeasonKind.MONTHS, months=(0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1))
    revised = agreement(period("2024-01-01", "2024-12-31"), target(40), target(60, since="2024-07-01"), season=autumn)
    assert judged(revised, "2024-06-30", year=2024)["expected"] == 0
    assert round(judged(revised, "2024-12-31", year=2024)["expected"], 2) == 50.05


def test_booked_dates_carry_the_weight() -> None:
    booked = Season(SeasonKind.DATES, dates=(date(2023, 3, 1), date(2023, 10, 1)))
    given_ = agreement(YEAR, target(2), season=booked)
    assert judged(given_, "2023-02-28", year=2023)["expected"] == 0
    assert judged(given_, "2023-03-01", year=2023)["expected"] == 1


amounts = st.integers(1, 3000)
starts = st.dates(date(2015, 1, 1), date(2030, 12, 31))


@given(amounts, starts, st.integers(1, 1500))
def test_the_expected_line_ends_at_the_sum_of_the_years_shares(value: int, start: date, length: int) -> None:
    given_ = agreement(Period(start, start + timedelta(days=length)), target(value))
    frame = progress(given_, given_.period.last.isoformat())
    assert (frame["target"] >= 1).all()
    assert ((frame["expected"] - frame["target"]).abs() <= 1).all()


@given(amounts, st.integers(1, 366), st.integers(0, 400))
def test_the_last_safe_day_is_the_last_with_enough_done(value: int, day: int, done: int) -> None:
    today = date(2024, 1, 1) + timedelta(days=day - 1)
    given_ = agreement(period("2024-01-01", "2024-12-31"), target(value))
    row = judged(given_, today.isoformat(), on("2024-01-01", done), year=2024)
    if done < value and row["last_safe"] == row["last_safe"]:
        safe = (row["last_safe"].date() - date(2024, 1, 1)).days + 1
        assert value * safe // 366 <= done
        assert safe == 366 or value * (safe + 1) // 366 > done


@given(st.lists(st.tuples(st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.integers(0, 20)), max_size=30))
def test_the_parts_sum_to_the_whole(done: list[tuple[date, int]]) -> None:
    days = period("2023-01-01", "2024-12-31")
    years = progress(agreement(days, target(10)), "2024-12-31", done)["actual"].sum()
    term = progress(agreement(days, target(10, Interval.TERM)), "2024-12-31", done)["actual"].sum()
    assert years == term == sum(count for _, count in done)


def test_spread_evenly_a_promise_stays_on_track_all_year() -> None:
    done = spread(80, "2023-01-01", "2023-12-31")
    for step in range(0, 364, 7):
        day = date(2023, 1, 1) + timedelta(days=step)
        assert judged(EIGHTY, day.isoformat(), *done, year=2023)["state"] in ("on_track", "reached")
