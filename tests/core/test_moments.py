"""Stockholm's days, over the changes of the clock."""

from datetime import UTC, date, datetime

import pytest

from loftdb.core.moments import end_of_day, local_day, utc


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2024-01-01T22:59", date(2024, 1, 1)),
        ("2024-01-01T23:00", date(2024, 1, 2)),
        ("2024-07-01T21:59", date(2024, 7, 1)),
        ("2024-07-01T22:00", date(2024, 7, 2)),
    ],
)
def test_a_day_begins_at_midnight_in_stockholm(moment: str, day: date) -> None:
    assert local_day(datetime.fromisoformat(moment)) == day


def test_a_bare_date_means_the_end_of_that_day() -> None:
    assert end_of_day(date(2024, 3, 30)) == datetime.fromisoformat("2024-03-30T22:59:59.999999")
    assert end_of_day(date(2024, 3, 31)) == datetime.fromisoformat("2024-03-31T21:59:59.999999")


def test_a_moment_with_a_zone_keeps_it() -> None:
    assert utc(datetime(2024, 5, 12, 12, tzinfo=UTC)) == datetime.fromisoformat("2024-05-12T12:00")
