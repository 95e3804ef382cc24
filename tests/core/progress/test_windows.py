"""Short intervals: the check values of rules 1, 2 and 6 for weeks, months, quarters and windows of several."""

from datetime import date, timedelta

import pytest

from loftdb.core.periods import Interval
from tests.core.building import AT_MOST, agreement, judged, on, period, progress, target

TERM = period("2023-01-01", "2025-12-31")
OFFICE = agreement(TERM, target(1, Interval.WEEK))
MONDAY = date(2023, 1, 2)


def visits(*missed: int, weeks: int = 93) -> list[tuple[date, int]]:
    """Return a visit on the Tuesday of each of the first weeks but the missed ones (from 0)."""
    return [(MONDAY + timedelta(days=7 * week + 1), 1) for week in range(weeks) if week not in missed]


def test_ninety_three_weeks_of_the_term_are_complete_in_the_middle_of_october() -> None:
    term = judged(OFFICE, "2024-10-15", *visits(3, 10, 11, 12, 60))
    assert (term["held"], term["completed"], term["intervals"], term["longest_gap"]) == (88, 93, 156, 3)
    assert term["state"] == "on_track"
    year = judged(OFFICE, "2024-10-15", *visits(3, 10, 11, 12, 60), year=2024)
    assert (year["held"], year["completed"], year["intervals"]) == (40, 41, 52)


@pytest.mark.parametrize(("missed", "state"), [(1, "on_track"), (2, "slightly_behind"), (3, "behind")])
def test_ten_weeks_are_judged_by_the_held_ones(missed: int, state: str) -> None:
    assert judged(OFFICE, "2023-03-12", *visits(*range(missed), weeks=10), year=2023)["state"] == state


def test_before_the_first_week_is_complete_all_is_on_track() -> None:
    assert judged(OFFICE, "2023-01-07", year=2023)["state"] == "on_track"


def test_a_term_without_a_miss_is_reached_and_with_one_it_is_not() -> None:
    assert judged(OFFICE, "2025-12-31", *visits(weeks=156))["state"] == "reached"
    assert judged(OFFICE, "2025-12-31", *visits(155, weeks=156))["state"] == "not_reached"


def test_extra_visits_never_repair_an_empty_week() -> None:
    row = judged(OFFICE, "2023-01-15", on("2023-01-03", 5), year=2023)
    assert (row["held"], row["completed"], row["actual"]) == (1, 2, 5)


def test_the_first_of_january_2023_is_counted_but_fills_no_week() -> None:
    row = judged(OFFICE, "2023-01-15", on("2023-01-01"), year=2023)
    assert (row["actual"], row["held"], row["completed"]) == (1, 0, 2)


def test_new_years_eve_counts_in_its_calendar_year_and_fills_the_next_years_first_week() -> None:
    frame = progress(OFFICE, "2025-01-05", [on("2024-12-30")])
    assert dict(zip(frame["year"].fillna(0), frame["actual"], strict=True)) == {2023: 0, 2024: 1, 2025: 0, 0: 1}
    assert dict(zip(frame["year"].fillna(0), frame["held"], strict=True)) == {2023: 0, 2024: 0, 2025: 1, 0: 1}


def test_each_year_names_the_target_that_it_is_judged_by() -> None:
    changed = agreement(TERM, target(1, Interval.WEEK), target(2, Interval.WEEK, since="2024-07-01"))
    frame = progress(changed, "2023-01-15")
    assert dict(zip(frame["year"].fillna(0), frame["value"], strict=True)) == {2023: 1, 2024: 1, 2025: 2, 0: 1}


def test_every_year_of_the_agreement_is_listed_and_then_the_term() -> None:
    assert list(progress(OFFICE, "2023-01-15")["year"].fillna(0)) == [2023, 2024, 2025, 0]


def test_weeks_before_the_agreement_is_followed_are_not_judged() -> None:
    given = agreement(TERM, target(1, Interval.WEEK), followed_from=date(2024, 1, 1))
    assert judged(given, "2024-01-21", year=2023)["state"] == "cannot_judge"
    row = judged(given, "2024-01-21", on("2024-01-03"), year=2024)
    assert (row["held"], row["completed"]) == (1, 3)


def test_every_third_week_is_a_window_in_the_year_of_its_last_week() -> None:
    given = agreement(period("2023-01-01", "2023-12-31"), target(1, Interval.WEEK, every=3))
    row = judged(given, "2023-12-31", on("2023-01-20"), year=2023)
    assert (row["intervals"], row["held"]) == (17, 1)


def test_a_running_quarter_that_lags_lowers_the_row() -> None:
    given = agreement(period("2023-01-01", "2023-12-31"), target(10, Interval.QUARTER))
    done = [on("2023-02-01", 10), on("2023-05-01", 1)]
    row = judged(given, "2023-06-15", *done, year=2023)
    assert (row["held"], row["completed"], row["state"]) == (1, 1, "behind")
    assert judged(given, "2023-06-15", *done, on("2023-06-01", 8), year=2023)["state"] == "on_track"


def test_months_are_held_one_by_one_and_an_incomplete_one_belongs_by_half() -> None:
    given = agreement(period("2023-01-16", "2023-12-31"), target(2, Interval.MONTH))
    row = judged(given, "2023-02-28", on("2023-01-20", 2), on("2023-02-01", 1), year=2023)
    assert (row["intervals"], row["completed"], row["held"]) == (12, 2, 1)


def test_at_most_is_held_by_the_weeks_that_stay_below() -> None:
    given = agreement(period("2023-01-01", "2023-12-31"), target(2, Interval.WEEK, comparator=AT_MOST))
    row = judged(given, "2023-01-15", on("2023-01-03", 3), year=2023)
    assert (row["held"], row["completed"]) == (1, 2)


def test_a_revision_holds_from_the_week_whose_thursday_it_covers() -> None:
    given = agreement(
        period("2024-01-01", "2024-12-31"), target(1, Interval.WEEK), target(2, Interval.WEEK, since="2024-07-04")
    )
    done = [on("2024-06-25", 1), on("2024-07-01", 1), on("2024-07-10", 2)]
    row = judged(given, "2024-07-14", *done, year=2024)
    assert (row["completed"], row["held"]) == (28, 2)


def test_the_53rd_week_of_2026_is_counted() -> None:
    given = agreement(period("2026-01-01", "2026-12-31"), target(1, Interval.WEEK))
    assert judged(given, "2026-12-31", year=2026)["intervals"] == 53


def test_a_running_quarter_over_its_limit_lowers_the_row() -> None:
    given = agreement(period("2024-01-01", "2024-12-31"), target(2, Interval.QUARTER, comparator=AT_MOST))
    assert judged(given, "2024-10-15", on("2024-10-05", 3), year=2024)["state"] == "behind"
    assert judged(given, "2024-10-15", on("2024-10-05", 2), year=2024)["state"] == "on_track"


def test_a_running_half_year_before_the_agreement_is_followed_accuses_nobody() -> None:
    given = agreement(TERM, target(5, Interval.HALF_YEAR), followed_from=date(2025, 5, 8))
    assert judged(given, "2024-10-15")["state"] == "cannot_judge"
    assert judged(given, "2025-06-01")["state"] == "on_track"


def test_a_year_without_a_counted_interval_cannot_be_judged() -> None:
    given = agreement(period("2021-01-01", "2023-01-08"), target(2, Interval.QUARTER))
    assert judged(given, "2023-01-08", year=2023)["state"] == "cannot_judge"
    average = agreement(period("2021-01-01", "2023-01-08"), target(2, Interval.QUARTER, average=True))
    assert judged(average, "2023-01-08", year=2023)["state"] == "cannot_judge"


def test_a_limit_that_becomes_a_goal_is_judged_apart() -> None:
    given = agreement(
        period("2024-01-01", "2024-12-31"), target(80), target(10, since="2024-07-01", comparator=AT_MOST)
    )
    frame = progress(given, "2024-12-31", [on("2024-03-01", 50)])
    assert list(frame["target"]) == [40, 5]
    assert list(frame["state"]) == ["reached", "not_reached"]
