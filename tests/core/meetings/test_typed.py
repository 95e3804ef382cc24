"""What is typed is read as Swedish readers write it; what cannot be read is refused, everything at once."""

from datetime import date
from decimal import Decimal

import pytest

from loftdb.core.meetings.rules import reading_issues
from loftdb.core.meetings.typed import Typed, decimal_of, reading_of


@pytest.mark.parametrize(
    ("text", "value"),
    [("77,5", "77.5"), (" 77.5 ", "77.5"), ("1 250", "1250"), ("1\xa0250,25", "1250.25"), ("−3", "-3"), ("0", "0")],
)
def test_numbers_are_read_as_they_are_written(text: str, value: str) -> None:
    assert decimal_of(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "många", "77,5 %", "1.250,5", "1,2,3", "1e5", "²", ",5"])
def test_anything_else_is_no_number(text: str) -> None:
    assert decimal_of(text).is_nan()


@pytest.mark.parametrize(
    ("when", "on", "year"),
    [
        ("2023", None, 2023),
        (" 2023-11-15 ", date(2023, 11, 15), None),
        ("2023-02-30", None, None),
        ("20231115", None, None),
        ("99999", None, None),
        ("i våras", None, None),
    ],
)
def test_a_time_is_a_year_or_a_day(when: str, on: date | None, year: int | None) -> None:
    reading = reading_of("a", Typed("n", "u", "1", when, "s"))
    assert (reading.on, reading.year) == (on, year)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    reading = reading_of("a", Typed("", "procent", "många", "snart", " ", None))
    found = [(each.field, each.code) for each in reading_issues(reading, (), date(2024, 10, 15))]
    assert found == [
        ("name", "words_missing"),
        ("source", "words_missing"),
        ("on", "indicator_when"),
        ("value", "indicator_value"),
    ]
