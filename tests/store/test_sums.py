from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from loftdb.core.model import ActivityKind, ActivityState, Entry, Party, Precision, Share
from loftdb.core.periods import Period
from loftdb.core.progress.totals import COLUMNS, Kind
from loftdb.store.activities import record, withdraw
from loftdb.store.database import Database
from loftdb.store.sums import by_day, totals
from tests.store.examples import NOW, STROMSTAD, later, single
from tests.store.frames import added, annual, plan


def test_years_hold_what_was_done_through_the_judged_day_and_later(database: Database) -> None:
    log(database, single(date(2023, 1, 1), 3), single(date(2024, 2, 29), 5), single(date(2024, 3, 1), 7))
    log(database, single(date(2024, 12, 31), 2, state=ActivityState.PLANNED))
    log(database, single(date(2024, 2, 1), 9, state=ActivityState.CANCELLED))
    found = totals(database, plan(1, through=date(2024, 2, 29)))
    assert added(found, "year") == {2023: 3, 2024: 5}
    assert added(found, "year", Kind.LATER) == {2024: 7}
    assert added(found, "year", Kind.PLANNED) == {2024: 2}
    assert added(found, "year", Kind.CANCELLED) == {2024: 9}


def test_days_outside_the_agreement_and_measures_outside_the_plan_do_not_count(database: Database) -> None:
    log(database, single(date(2022, 12, 31)), single(date(2025, 1, 1)), single(date(2024, 1, 1), measure=2))
    log(database, single(date(2025, 1, 1), state=ActivityState.PLANNED))
    assert totals(database, plan(1)).empty


def test_estimates_and_lower_bounds_are_counted_apart(database: Database) -> None:
    figure = Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2023), (Share(1, 55),))
    log(database, replace(figure, precision=Precision.AT_LEAST), single(date(2023, 2, 1), 4))
    log(database, replace(single(date(2023, 3, 1), 15), precision=Precision.ESTIMATED))
    found = totals(database, plan(1))
    assert added(found, "year") == {2023: 74}
    assert added(found, "year", Kind.AT_LEAST) == added(annual(found), "year") == {2023: 55}
    assert added(found, "year", Kind.ESTIMATED) == {2023: 15}


def test_a_week_over_new_year_is_one_week_and_two_years(database: Database) -> None:
    log(database, single(date(2023, 12, 31)), single(date(2024, 12, 30)), single(date(2024, 1, 1), 2))
    found = totals(database, plan(1))
    assert added(found, "week") == {date(2023, 12, 25): 1, date(2024, 1, 1): 2, date(2024, 12, 30): 1}
    assert added(found, "year") == {2023: 1, 2024: 3}


def test_annual_figures_fill_no_week_or_month_and_batches_without_weeks_no_week(database: Database) -> None:
    log(database, Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2023), (Share(1, 55),)))
    batch = Period(date(2024, 3, 4), date(2024, 3, 20))
    log(database, Entry(ActivityKind.BATCH, ActivityState.DONE, batch, (Share(1, 12),)))
    found = totals(database, plan(1))
    assert added(found, "week") == {}
    assert added(found, "month") == {date(2024, 3, 1): 12}
    assert added(found, "year") == {2023: 55, 2024: 12}


def test_weeks_and_months_tell_planned_ahead_and_cancelled_apart(database: Database) -> None:
    for state in (ActivityState.PLANNED, ActivityState.CANCELLED, ActivityState.DONE):
        log(database, single(date(2024, 5, 8), state=state))
    for through, kinds in ((date(2024, 5, 7), (Kind.LATER, Kind.PLANNED)), (date(2024, 5, 8), (Kind.DONE,))):
        found = totals(database, plan(1).assign(through=pd.Timestamp(through)))
        for by, first in (("week", date(2024, 5, 6)), ("month", date(2024, 5, 1))):
            for kind in Kind:
                told = kind in (*kinds, Kind.CANCELLED)
                assert added(found, by, kind) == ({first: 1} if told else {})


def test_weeks_and_months_are_told_only_where_the_plan_asks(database: Database) -> None:
    log(database, single(date(2024, 5, 8)), single(date(2024, 5, 20), 2))
    found = totals(database, plan(1).assign(weekly=False, monthly=False))
    assert len(found) == 1
    assert added(found, "year") == {2024: 3}
    assert added(found, "week") == added(found, "month") == {}


def test_what_came_to_nothing_leaves_no_row(database: Database) -> None:
    log(database, single(date(2024, 5, 8)))
    with database.transaction(NOW) as tx:
        withdraw(tx, 1, 1, "x", Party.POLICE)
    assert totals(database, plan(1)).empty
    assert by_day(database, 1, Period.year(2024)).empty


def test_only_the_logs_of_the_given_municipalities_are_read(database: Database) -> None:
    log(database, single(date(2024, 5, 8), 3))
    assert added(totals(database, plan(1), [STROMSTAD]), "year") == {2024: 3}
    assert totals(database, plan(1), [1435]).empty
    assert totals(database, plan(1), []).empty


def test_sums_as_known_earlier_leave_out_what_was_registered_later(database: Database) -> None:
    log(database, single(date(2024, 5, 8), 3))
    known = later(30)
    with database.transaction(later(60)) as tx:
        withdraw(tx, 1, 1, "x", Party.POLICE)
    assert added(totals(database, plan(1), None, known), "year") == {2024: 3}
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
    found, days = totals(database, plan()), by_day(database, 1, Period.year(2024))
    assert tuple(found.columns) == COLUMNS
    assert {dtype.kind for dtype in found.dtypes} == {"i"}
    assert str(found["count"].dtype) == str(days["done"].dtype) == "int64"
    assert found["count"].tolist() == days["done"].tolist() == ([2**53 + 1] if logged else [])


def log(database: Database, *entries: Entry) -> None:
    with database.transaction(NOW) as tx:
        for entry in entries:
            record(tx, entry, STROMSTAD, "x", Party.POLICE)
