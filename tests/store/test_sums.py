from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from loftdb.core.model import ActivityKind, ActivityState, Entry, Party, Precision, Share
from loftdb.core.periods import Period
from loftdb.store.activities import record, withdraw
from loftdb.store.database import Database
from loftdb.store.sums import by_day, by_month, by_week, by_year
from tests.store.examples import NOW, STROMSTAD, later, single
from tests.store.frames import plan


def test_years_hold_what_was_done_through_the_judged_day_and_later(database: Database) -> None:
    log(database, single(date(2023, 1, 1), 3), single(date(2024, 2, 29), 5), single(date(2024, 3, 1), 7))
    log(database, single(date(2024, 12, 31), 2, state=ActivityState.PLANNED))
    log(database, single(date(2024, 2, 1), 9, state=ActivityState.CANCELLED))
    assert rows(by_year(database, plan(1, through=date(2024, 2, 29)))) == [
        {"measure": 1, "year": 2023, "done": 3, "later": 0, "estimated": 0, "at_least": 0, "annual": 0, "planned": 0},
        {"measure": 1, "year": 2024, "done": 5, "later": 7, "estimated": 0, "at_least": 0, "annual": 0, "planned": 2},
    ]


def test_days_outside_the_agreement_and_measures_outside_the_plan_do_not_count(database: Database) -> None:
    log(database, single(date(2022, 12, 31)), single(date(2025, 1, 1)), single(date(2024, 1, 1), measure=2))
    log(database, single(date(2025, 1, 1), state=ActivityState.PLANNED))
    assert by_year(database, plan(1)).empty
    assert by_week(database, plan(1)).empty


def test_estimates_and_lower_bounds_are_counted_apart(database: Database) -> None:
    figure = Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2023), (Share(1, 55),))
    log(database, replace(figure, precision=Precision.AT_LEAST), single(date(2023, 2, 1), 4))
    log(database, replace(single(date(2023, 3, 1), 15), precision=Precision.ESTIMATED))
    [row] = rows(by_year(database, plan(1)))
    assert (row["done"], row["at_least"], row["estimated"], row["annual"]) == (74, 55, 15, 55)


def test_a_week_over_new_year_is_one_week_and_two_years(database: Database) -> None:
    log(database, single(date(2023, 12, 31)), single(date(2024, 12, 30)), single(date(2024, 1, 1), 2))
    weeks = by_week(database, plan(1))
    assert list(zip(weeks["week"].dt.date, weeks["done"], strict=True)) == [
        (date(2023, 12, 25), 1),
        (date(2024, 1, 1), 2),
        (date(2024, 12, 30), 1),
    ]
    assert by_year(database, plan(1))["done"].tolist() == [1, 3]


def test_annual_figures_fill_no_week_or_month_and_batches_without_weeks_no_week(database: Database) -> None:
    log(database, Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2023), (Share(1, 55),)))
    batch = Period(date(2024, 3, 4), date(2024, 3, 20))
    log(database, Entry(ActivityKind.BATCH, ActivityState.DONE, batch, (Share(1, 12),)))
    assert by_week(database, plan(1)).empty
    months = by_month(database, plan(1))
    assert list(zip(months["month"].dt.date, months["done"], strict=True)) == [(date(2024, 3, 1), 12)]


def test_weeks_and_months_tell_planned_and_cancelled_apart(database: Database) -> None:
    for state in (ActivityState.PLANNED, ActivityState.CANCELLED, ActivityState.DONE):
        log(database, single(date(2024, 5, 8), state=state))
    for frame in (by_week(database, plan(1)), by_month(database, plan(1))):
        [row] = rows(frame)
        assert (row["done"], row["later"], row["planned"], row["cancelled"]) == (1, 0, 1, 1)


def test_what_came_to_nothing_leaves_no_row(database: Database) -> None:
    log(database, single(date(2024, 5, 8)))
    with database.transaction(NOW) as tx:
        withdraw(tx, 1, 1, "x", Party.POLICE)
    for sums in (by_year, by_week, by_month):
        assert sums(database, plan(1)).empty
    assert by_day(database, 1, Period.year(2024)).empty


def test_only_the_logs_of_the_given_municipalities_are_read(database: Database) -> None:
    log(database, single(date(2024, 5, 8), 3))
    assert by_year(database, plan(1), [STROMSTAD])["done"].tolist() == [3]
    assert by_year(database, plan(1), [1435]).empty
    assert by_year(database, plan(1), []).empty


def test_sums_as_known_earlier_leave_out_what_was_registered_later(database: Database) -> None:
    log(database, single(date(2024, 5, 8), 3))
    known = later(30)
    with database.transaction(later(60)) as tx:
        withdraw(tx, 1, 1, "x", Party.POLICE)
    for sums in (by_year, by_week, by_month):
        assert sums(database, plan(1), None, known)["done"].tolist() == [3]
    assert by_day(database, 1, Period.year(2024), known)["done"].tolist() == [3]


def test_days_hold_what_was_done_of_one_measure(database: Database) -> None:
    log(database, single(date(2024, 5, 8), 3), single(date(2024, 5, 8), 1), single(date(2024, 1, 1)))
    log(database, single(date(2024, 5, 9), measure=2), single(date(2024, 5, 9), state=ActivityState.PLANNED))
    days = by_day(database, 1, Period.year(2024))
    assert list(zip(days["day"].dt.date, days["done"], strict=True)) == [(date(2024, 1, 1), 1), (date(2024, 5, 8), 4)]


@pytest.mark.parametrize("logged", [False, True])
def test_counts_are_whole_numbers_in_every_frame(database: Database, logged: bool) -> None:
    if logged:
        log(database, single(date(2024, 5, 8), 2**53 + 1))
    frames = [sums(database, plan()) for sums in (by_year, by_week, by_month)] + [
        by_day(database, 1, Period.year(2024))
    ]
    for frame in frames:
        others = frame.drop(columns=["week", "month", "day"], errors="ignore")
        assert set(others.dtypes.astype(str)) == {"int64"}
        assert set(frame.dtypes.astype(str)) <= {"int64", "datetime64[us]"}
        assert frame["done"].tolist() == ([2**53 + 1] if logged else [])


def log(database: Database, *entries: Entry) -> None:
    with database.transaction(NOW) as tx:
        for entry in entries:
            record(tx, entry, STROMSTAD, "x", Party.POLICE)


def rows(frame: pd.DataFrame) -> list[dict[str, object]]:
    return frame.to_dict("records")
