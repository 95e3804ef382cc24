"""Rules that hold for every history of the ledger, tried on the real store."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Precision, Share
from loftdb.core.periods import Period, month, week_start
from loftdb.core.progress.totals import COLUMNS
from loftdb.store.activities import correct, history, record, withdraw
from loftdb.store.consistency import check
from loftdb.store.database import Database
from loftdb.store.sums import by_day, totals
from tests.store.examples import NOW, PERIOD, STROMSTAD
from tests.store.frames import added, plan

Fresh = Callable[[], Database]

TRIED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

days = st.dates(date(2022, 12, 20), date(2025, 1, 10)) | st.sampled_from(
    [date(2023, 1, 1), date(2024, 2, 29), date(2024, 12, 30), date(2024, 12, 31), date(2025, 1, 1)]
)
states = st.sampled_from([ActivityState.DONE, ActivityState.DONE, ActivityState.PLANNED, ActivityState.CANCELLED])
shares = st.lists(
    st.builds(Share, st.sampled_from([1, 2]), st.integers(3, 9)), min_size=1, max_size=2, unique_by=lambda s: s.measure
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    """An entry of any kind, most of them done."""
    day, kind = draw(days), draw(st.sampled_from(ActivityKind))
    made = Entry(
        kind, draw(states), Period.through(day, day), tuple(draw(shares)), precision=draw(st.sampled_from(Precision))
    )
    if kind is ActivityKind.BATCH:
        weeks = draw(
            st.lists(st.sampled_from([week_start(month(day).start), week_start(month(day).last)]), unique=True)
        )
        return replace(made, days=month(day), weeks=tuple(weeks))
    return replace(made, days=Period.year(day.year)) if kind is ActivityKind.ANNUAL else made


@given(data=st.data(), logged=st.lists(entries(), min_size=1, max_size=8))
@TRIED
def test_the_order_of_registration_does_not_matter(fresh: Fresh, data: st.DataObject, logged: list[Entry]) -> None:
    first, second = fresh(), fresh()
    log(first, logged)
    log(second, data.draw(st.permutations(logged)))
    assert_same(figures(first), figures(second))
    close(first, second)


@given(wrong=st.lists(entries(), min_size=1, max_size=5), data=st.data())
@TRIED
def test_a_correction_equals_having_logged_it_right(fresh: Fresh, wrong: list[Entry], data: st.DataObject) -> None:
    right = [data.draw(entries() | st.none()) for _ in wrong]
    mended, direct = fresh(), fresh()
    for activity, entry in zip(log(mended, wrong), right, strict=True):
        change(mended, activity, entry, data)
    log(direct, [entry for entry in right if entry])
    assert_same(figures(mended), figures(direct))
    assert check(mended) == ()
    close(mended, direct)


@given(logged=st.lists(entries(), min_size=1, max_size=5), data=st.data())
@TRIED
def test_what_was_known_never_changes_by_later_work(fresh: Fresh, logged: list[Entry], data: st.DataObject) -> None:
    database = fresh()
    moments = [NOW - timedelta(days=1)]
    known = [figures(database, moments[0])]
    saved = log(database, logged)
    for activity in [*saved, None]:
        moments.append(history(database, saved[-1].id)[-1].registered_at + timedelta(hours=1))
        known.append(figures(database, moments[-1]))
        with database.transaction(moments[-1] + timedelta(hours=1)):
            pass
        if activity:
            change(database, activity, data.draw(entries() | st.none()), data)
        log(database, [data.draw(entries())])
    for moment, then in zip(moments, known, strict=True):
        assert_same(figures(database, moment), then)
    close(database)


@given(logged=st.lists(entries(), min_size=1, max_size=8))
@TRIED
def test_the_years_hold_the_days(fresh: Fresh, logged: list[Entry]) -> None:
    database = fresh()
    log(database, logged)
    yearly = sum(added(totals(database, plan(1, through=PERIOD.last)), "year").values())
    assert yearly == by_day(database, 1, PERIOD)["done"].sum()
    assert yearly == sum(
        share.count
        for entry in logged
        for share in entry.shares
        if share.measure == 1 and entry.state is ActivityState.DONE and stands_on(entry) in PERIOD
    )
    close(database)


def stands_on(entry: Entry) -> date:
    return date(entry.days.last.year, 12, 31) if entry.kind is ActivityKind.ANNUAL else entry.days.last


def log(database: Database, logged: Sequence[Entry]) -> list[Activity]:
    saved = []
    for entry in logged:
        with database.transaction(NOW) as tx:
            saved.append(record(tx, entry, STROMSTAD, "x", Party.POLICE))
    return saved


def change(database: Database, activity: Activity, right: Entry | None, data: st.DataObject) -> None:
    """Correct the activity to ``right`` (null: withdraw it), by way of another mistake or a withdrawal at times."""
    version = len(history(database, activity.id))
    steps = [*data.draw(st.lists(entries() | st.none(), max_size=1)), right]
    for step in steps:
        with database.transaction(NOW) as tx:
            if step:
                correct(tx, activity.id, version, step, "x", Party.POLICE)
            elif history(database, activity.id)[-1].entry.state is not ActivityState.WITHDRAWN:
                withdraw(tx, activity.id, version, "x", Party.POLICE)
            else:
                continue
        version += 1


def figures(database: Database, known_on: datetime | None = None) -> list[pd.DataFrame]:
    judged = plan(through=date(2024, 6, 30))
    sums = totals(database, judged, [STROMSTAD], known_on)
    return [
        sums.sort_values(list(COLUMNS)).reset_index(drop=True),
        *(by_day(database, measure, PERIOD, known_on) for measure in (1, 2)),
    ]


def assert_same(first: list[pd.DataFrame], second: list[pd.DataFrame]) -> None:
    for one, other in zip(first, second, strict=True):
        assert_frame_equal(one, other)


def close(*databases: Database) -> None:
    for database in databases:
        database.close()
        database.path.unlink()
