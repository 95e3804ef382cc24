"""The log behind a number: what counts, on which day, and that its course ends at its sum."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.changes import Told
from loftdb.core.meetings.tally import Tally, counted_in, course, expected, tally
from loftdb.core.model import ActivityKind, ActivityState, Precision, Share
from loftdb.core.periods import Period
from tests.core.building import MEASURE, agreement, period, target

YEAR = Period.year(2024)
JUDGED = date(2024, 8, 31)


@dataclass(frozen=True)
class Log:
    entries: tuple[Told, ...] = ()
    months: tuple[tuple[date, int], ...] = ()


def told(first: str, last: str | None = None, count: int = 1, state: ActivityState = ActivityState.DONE) -> Told:
    days = Period.through(date.fromisoformat(first), date.fromisoformat(last or first))
    shares = (Share(MEASURE, count), Share(99, 7))
    return Told(ActivityKind.BATCH if last else ActivityKind.SINGLE, state, days, shares, Precision.EXACT, "", None)


def test_what_counts_is_told_from_what_is_preliminary_planned_or_cancelled() -> None:
    log = Log((
        told("2024-03-01", count=3),
        told("2024-08-10", "2024-08-31", 5),
        told("2024-09-01"),
        told("2024-11-01", count=2, state=ActivityState.PLANNED),
        told("2024-05-01", count=9, state=ActivityState.CANCELLED),
    ))  # fmt: skip
    assert tally(log, MEASURE, JUDGED) == Tally(8, 1, 2)
    assert course(log, MEASURE, date(2024, 10, 8)) == [
        (date(2024, 3, 1), 3), (date(2024, 8, 31), 8), (date(2024, 9, 1), 9),
    ]  # fmt: skip


def test_a_batch_counts_on_its_last_day_alone() -> None:
    over_new_year, inside = told("2023-12-01", "2023-12-31"), told("2024-01-01")
    assert counted_in((over_new_year, inside), YEAR) == (inside,)


def test_the_month_of_a_sensitive_promise_that_the_judged_day_lies_in_counts_as_a_whole() -> None:
    log = Log(months=((date(2024, 7, 1), 2), (date(2024, 8, 1), 3), (date(2024, 9, 1), 4)))
    assert tally(log, MEASURE, date(2024, 8, 15)) == Tally(5, 4, 0)
    assert course(log, MEASURE, date(2024, 9, 20))[-1] == (date(2024, 9, 20), 9)


days = st.dates(YEAR.start, YEAR.last)


@given(st.lists(st.tuples(days, st.integers(1, 50)), max_size=30), days)
def test_the_course_ends_at_all_that_is_done_and_passes_the_judged_sum(
    done: list[tuple[date, int]], judged: date
) -> None:
    log = Log(tuple(told(day.isoformat(), count=count) for day, count in done))
    sums, line = tally(log, MEASURE, judged), course(log, MEASURE, YEAR.last)
    assert (line[-1][1] if line else 0) == sums.counted + sums.preliminary == sum(count for _, count in done)
    assert max((total for day, total in line if day <= judged), default=0) == sums.counted
    assert [day for day, _ in line] == sorted({day for day, _ in done})


def test_the_expected_line_ends_at_the_target_and_is_nothing_for_weeks() -> None:
    term = agreement(period("2024-01-01", "2024-12-31"), target(80))
    line = expected(term, MEASURE, 2024)
    assert line[0] == (YEAR.start - timedelta(days=1), 0.0)
    assert line[-1] == (YEAR.last, 80.0)
    assert expected(agreement(YEAR), MEASURE, 2024) == []
