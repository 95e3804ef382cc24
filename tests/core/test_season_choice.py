"""A choice is refused with its reason, and whatever is chosen, the line ends at the target."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.errors import Refused
from loftdb.core.model import Season, SeasonKind, Target
from loftdb.core.periods import Interval
from loftdb.core.progress import expected_line, schedule
from loftdb.core.schools import SchoolCalendar, SchoolTerm
from loftdb.core.season_choice import applies, dates_of, issues, settled
from tests.core.building import AT_MOST, agreement, period, target

YEAR = period("2024-01-01", "2024-12-31")
CALENDAR = SchoolCalendar(
    1486,
    "Strömstad",
    (
        SchoolTerm(period("2024-01-10", "2024-06-12"), (), "", False),
        SchoolTerm(period("2024-08-19", "2024-12-20"), (), "", False),
    ),
)
EVEN, SCHOOL, MONTHS, DATES = SeasonKind


def codes(season: Season, *targets: Target, calendar: SchoolCalendar | None = CALENDAR) -> list[str]:
    given_ = agreement(YEAR, *(targets or (target(80),)))
    return [issue.code for issue in issues(season, given_, given_.promises[0].measures[0], calendar)]


@pytest.mark.parametrize(
    ("season", "expected"),
    [
        (Season(), []),
        (Season(MONTHS, months=(1,) * 12), []),
        (Season(MONTHS, months=(1,) * 11), ["months_not_twelve"]),
        (Season(MONTHS, months=(0,) * 12), ["month_shares_nothing"]),
        (Season(MONTHS, months=(-1, *(1,) * 11)), ["month_share_negative"]),
        (Season(MONTHS, months=(1_001, *(1,) * 11)), ["month_share_large"]),
        (Season(DATES), ["no_booked_dates"]),
        (Season(DATES, dates=(date(2024, 1, 1), date(2024, 12, 31))), []),
        (Season(DATES, dates=(date(2023, 12, 31), date(2025, 1, 1))), ["booked_date_outside"] * 2),
        (Season(DATES, dates=(date(2024, 5, 2), date(2024, 5, 2))), ["booked_date_twice"]),
        (Season(SCHOOL), []),
    ],
)
def test_a_choice_is_refused_with_its_reason(season: Season, expected: list[str]) -> None:
    assert codes(season) == expected


def test_school_days_need_a_calendar_of_the_whole_period() -> None:
    assert codes(Season(SCHOOL), calendar=None) == ["no_school_calendar"]
    assert codes(Season(SCHOOL), calendar=SchoolCalendar(1486, "", CALENDAR.terms[:1])) == ["school_calendar_short"]


def test_what_is_not_judged_by_its_sum_has_no_season() -> None:
    assert codes(Season(), target(1, Interval.WEEK)) == ["season_not_by_sum"]
    assert codes(Season(), target(2, Interval.MONTH, average=True)) == []
    given_ = agreement(YEAR)
    assert [each.code for each in issues(Season(), given_, given_.promises[0].measures[0], None)] == [
        "season_not_by_sum"
    ]


def test_school_days_are_those_of_the_calendar_when_it_is_chosen() -> None:
    found = settled(Season(SCHOOL), agreement(YEAR, target(80)), CALENDAR)
    assert found.kind is SCHOOL
    assert found.dates == CALENDAR.days(YEAR)
    assert found.dates[0] == date(2024, 1, 10)


def test_only_what_the_kind_needs_is_kept() -> None:
    given_ = agreement(YEAR, target(80))
    untidy = {"months": (1,) * 12, "dates": (date(2024, 9, 1), date(2024, 2, 1))}
    assert settled(Season(EVEN, **untidy), given_, None) == Season()  # type: ignore[arg-type]
    assert settled(Season(DATES, **untidy), given_, None).dates == (date(2024, 2, 1), date(2024, 9, 1))  # type: ignore[arg-type]
    assert settled(Season(MONTHS, **untidy), given_, None).dates == ()  # type: ignore[arg-type]


months = (
    st.lists(st.integers(0, 20), min_size=12, max_size=12).filter(any).map(lambda each: Season(MONTHS, tuple(each)))
)
dates = st.sets(st.dates(date(2023, 1, 1), date(2025, 12, 31)), min_size=1, max_size=60)
booked = dates.map(lambda each: Season(DATES, dates=tuple(sorted(each))))
school = st.just(Season(SCHOOL, dates=CALENDAR.days(YEAR)))


@given(st.one_of(st.just(Season()), months, booked, school), st.integers(1, 500), st.integers(30, 1_000))
def test_the_line_ends_at_the_target_whatever_the_season(season: Season, value: int, length: int) -> None:
    last = date(2023, 6, 1) + timedelta(days=length)
    given_ = agreement(period("2023-06-01", last.isoformat()), target(value), season=season)
    for row in schedule([given_]).rows:
        points = [count for _, count in expected_line(row)]
        assert points == sorted(points)
        assert points[0] == 0
        assert points[-1] == pytest.approx(float(sum(piece.share for piece in row.pieces)))


@pytest.mark.parametrize(
    "text", ["2024-05-02\n2024-11-13", " 2024-05-02, 2024-11-13 ;", "20240502\r\n\r\n2024-11-13\n"]
)
def test_dates_are_read_however_they_are_parted(text: str) -> None:
    assert dates_of(text) == (date(2024, 5, 2), date(2024, 11, 13))
    assert dates_of("  ") == ()


def test_every_date_that_cannot_be_read_is_named() -> None:
    with pytest.raises(Refused) as refused:
        dates_of("2024-11-31 2024-05-02 i maj")
    assert [(each.code, each.facts["text"]) for each in refused.value.issues] == [
        ("booked_date_unclear", text) for text in ("2024-11-31", "i", "maj")
    ]


def test_only_what_is_judged_by_its_sum_has_a_season() -> None:
    assert applies(agreement(YEAR, target(80)).promises[0].measures[0])
    assert not applies(agreement(YEAR, target(1, Interval.WEEK)).promises[0].measures[0])


def test_a_limit_is_not_spread_over_the_year() -> None:
    assert not applies(agreement(YEAR, target(10, comparator=AT_MOST)).promises[0].measures[0])
