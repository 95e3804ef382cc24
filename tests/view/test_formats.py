from datetime import date
from fractions import Fraction

import pytest

from loftdb.view.formats import (
    counted,
    duration,
    listed,
    month_name,
    months_listed,
    number,
    percent,
    prose_date,
    short_month,
    signed,
    sorting_key,
    table_date,
    week_name,
    week_of,
    weekday_date,
)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (12.5, 1, "12,5"),
        (1250, 0, "1\u00a0250"),
        (1234567, 0, "1\u00a0234\u00a0567"),
        (2.0, 1, "2"),
        (0.05, 1, "0,1"),
        (Fraction(5, 2), 0, "3"),
        (-12.5, 1, "−12,5"),
        (0, 0, "0"),
        (14.975, 2, "14,98"),
    ],
)
def test_numbers_have_a_comma_and_hard_spaces(value: float, decimals: int, text: str) -> None:
    assert number(value, decimals) == text


def test_per_cent_has_a_hard_space() -> None:
    assert percent(93) == "93\u00a0%"


def test_a_difference_carries_its_sign() -> None:
    assert (signed(12), signed(-3)) == ("+12", "−3")


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(90, "1 tim 30 min"), (45, "45 min"), (120, "2 tim"), (0, "0 min"), (60_001, "1 000 tim 1 min")],
)
def test_minutes_read_as_hours(minutes: int, text: str) -> None:
    assert duration(minutes).replace("\u00a0", " ") == text


def test_one_is_singular_and_none_is_plural() -> None:
    assert [counted(count, "vecka", "veckor") for count in (0, 1, 2)] == ["0 veckor", "1 vecka", "2 veckor"]


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a och b"), (list("abc"), "a, b och c")]
)
def test_lists_end_with_och(items: list[str], text: str) -> None:
    assert listed(items) == text


def test_dates_are_iso_in_tables_and_words_in_prose() -> None:
    day = date(2024, 3, 15)
    assert table_date(day) == "2024-03-15"
    assert prose_date(day) == "15 mars 2024"
    assert prose_date(date(2024, 10, 31), 2024) == "31 oktober"
    assert prose_date(date(2024, 10, 31), 2023) == "31 oktober 2024"


def test_a_day_is_written_with_weekday_and_week() -> None:
    assert weekday_date(date(2024, 10, 15), 2024) == "tisdag 15 oktober, v.\u00a042"
    assert weekday_date(date(2024, 12, 30)) == "måndag 30 december 2024, v.\u00a01 2025"


def test_a_week_of_another_iso_year_says_which() -> None:
    assert week_of(date(2024, 10, 15)) == "v.\u00a042"
    assert week_of(date(2024, 12, 30)) == "v.\u00a01 2025 (30 december 2024)"
    assert week_of(date(2023, 1, 1)) == "v.\u00a052 2022 (1 januari 2023)"
    assert week_name(date(2026, 12, 31), 2026) == "v.\u00a053"
    assert week_name(date(2023, 3, 1), 2024) == "v.\u00a09 2023"


def test_months_give_the_year_once() -> None:
    assert month_name(date(2024, 3, 1), 2024) == "mars"
    months = [date(2024, 3, 1), date(2023, 12, 1), date(2024, 1, 1)]
    assert months_listed(months) == "december 2023, januari och mars 2024"
    assert months_listed(months[:1], 2024) == "mars"


def test_short_months_have_three_letters() -> None:
    assert [short_month(date(2024, month, 1)) for month in (1, 3, 5, 10)] == ["jan", "mar", "maj", "okt"]


def test_a_with_ring_and_dots_and_o_with_dots_sort_last() -> None:
    towns = ["Ödeshög", "Åmål", "Äppelbo", "göteborg", "Zinkgruvan", "Arvika", "Örebro"]
    assert sorted(towns, key=sorting_key) == [
        "Arvika",
        "göteborg",
        "Zinkgruvan",
        "Åmål",
        "Äppelbo",
        "Ödeshög",
        "Örebro",
    ]
