from datetime import date

import pytest

from loftdb.core.calendars import easter, holidays, is_working_day, working_weeks


@pytest.mark.parametrize(
    "day", ["2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter(day: str) -> None:
    found = date.fromisoformat(day)
    assert easter(found.year) == found


def test_the_holidays_of_2024_that_fall_on_weekdays() -> None:
    assert sorted(holidays(2024)) == [
        date(2024, month, day)
        for month, day in [
            (1, 1), (3, 29), (4, 1), (5, 1), (5, 9), (6, 6), (6, 21), (12, 24), (12, 25), (12, 26), (12, 31),
        ]
    ]  # fmt: skip


def test_a_working_day_is_a_weekday_that_is_no_holiday() -> None:
    assert is_working_day(date(2024, 3, 28))
    assert not is_working_day(date(2024, 3, 29))
    assert not is_working_day(date(2024, 3, 30))


@pytest.mark.parametrize(
    ("after", "through", "weeks"),
    [
        ("2024-10-14", "2024-10-14", 0),
        ("2024-10-13", "2024-10-17", 0),
        ("2024-10-13", "2024-10-18", 1),
        ("2024-10-14", "2024-10-21", 1),
        ("2024-12-22", "2025-01-02", 0),
        ("2024-10-15", "2024-10-14", -1),
        ("2024-10-21", "2024-10-14", -1),
        ("2024-10-22", "2024-10-14", -2),
        ("2024-10-14", "2024-10-12", -1),
    ],
)
def test_working_weeks_are_whole_and_a_passed_one_counts_when_begun(after: str, through: str, weeks: int) -> None:
    assert working_weeks(date.fromisoformat(after), date.fromisoformat(through)) == weeks
