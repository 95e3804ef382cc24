from datetime import date

from loftdb.core.periods import Period
from loftdb.core.schools import Break, SchoolCalendar, SchoolTerm
from tests.core.building import period

SPRING = SchoolTerm(
    period("2024-01-10", "2024-06-12"), (Break("Sportlov", period("2024-02-19", "2024-02-23")),), "", False
)
AUTUMN = SchoolTerm(period("2024-08-19", "2024-12-20"), (), "", True)
CALENDAR = SchoolCalendar(1486, "Strömstad", (SPRING, AUTUMN))


def days(first: str, last: str) -> list[date]:
    return list(CALENDAR.days(period(first, last)))


def test_weekends_holidays_breaks_and_summers_are_no_school_days() -> None:
    assert days("2024-02-15", "2024-02-27") == [date(2024, 2, day) for day in (15, 16, 26, 27)]
    assert days("2024-03-28", "2024-04-02") == [date(2024, 3, 28), date(2024, 4, 2)]
    assert days("2024-06-12", "2024-08-19") == [date(2024, 6, 12), date(2024, 8, 19)]


def test_the_days_of_a_period_are_the_days_of_its_parts() -> None:
    assert days("2024-01-01", "2024-12-31") == days("2024-01-01", "2024-05-05") + days("2024-05-06", "2024-12-31")


def test_a_half_year_without_a_term_is_told() -> None:
    assert CALENDAR.lacks(period("2024-01-01", "2024-12-31")) == ()
    assert CALENDAR.lacks(period("2023-06-15", "2024-12-31")) == (Period(date(2023, 7, 1), date(2024, 1, 1)),)


def test_what_is_assumed_is_told() -> None:
    assert CALENDAR.is_assumed(period("2024-01-01", "2024-12-31"))
    assert not CALENDAR.is_assumed(period("2024-01-01", "2024-06-30"))
