"""Which months are to be reported, and what a saved sheet moved."""

from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.progress import standings
from loftdb.actions.register import find_municipality
from loftdb.actions.reporting import month_to_report, months, report, reporting
from loftdb.actions.sheet import Filled, sheet, sign_off
from loftdb.core.access import Grant, Role
from loftdb.core.model import Party
from loftdb.core.periods import Period, month
from loftdb.core.sheets import FilledCount, FilledWeek, WeekState
from tests.actions.conftest import (
    CONTROLS,
    GRUMS,
    OFFICE,
    STROMSTAD,
    VISITS,
    as_actor,
    number,
    police_in,
)

AUGUST, SEPTEMBER, OCTOBER = date(2024, 8, 1), date(2024, 9, 1), date(2024, 10, 1)


def test_only_own_municipalities_and_parties_are_reported(context: Context) -> None:
    assert [each.code for each in reporting(police_in(context, GRUMS, STROMSTAD))[Party.POLICE]] == [STROMSTAD, GRUMS]
    assert list(reporting(police_in(context, GRUMS))) == [Party.POLICE]
    assert list(reporting(context)) == [Party.POLICE, Party.MUNICIPALITY]
    assert reporting(as_actor(context, Grant(Role.READER))) == {}


def test_the_last_ended_month_without_a_signature_is_next(context: Context) -> None:
    def due() -> dict[date, bool]:
        return months(context, {GRUMS, STROMSTAD}, Party.POLICE)

    assert month_to_report(due(), context.today) == SEPTEMBER
    sign_off(context, GRUMS, Party.POLICE, SEPTEMBER)
    assert month_to_report(due(), context.today) == SEPTEMBER
    sign_off(context, STROMSTAD, Party.POLICE, SEPTEMBER)
    assert due()[SEPTEMBER]
    assert month_to_report(due(), context.today) == AUGUST


def test_a_gap_is_asked_for_before_later_months(context: Context) -> None:
    for first in (date(2024, 2, 1), date(2024, 3, 1), AUGUST):
        sign_off(context, GRUMS, Party.POLICE, first)
    assert month_to_report(months(context, {GRUMS}, Party.POLICE), context.today) == date(2024, 4, 1)


def test_when_all_is_signed_the_running_month_is_next(context: Context) -> None:
    due = months(context, {GRUMS}, Party.POLICE)
    assert next(iter(due)) == OCTOBER
    assert month_to_report(dict.fromkeys(due, True), context.today) == OCTOBER


def test_a_month_before_it_was_followed_need_not_be_signed(context: Context) -> None:
    due = months(context, {1444}, Party.POLICE)
    assert all(due.values())
    assert max(due) == date(2021, 12, 1)


def test_a_sheet_tells_what_is_signed_and_what_is_lacking(context: Context) -> None:
    sign_off(context, GRUMS, Party.POLICE, date(2024, 2, 1))
    found = sheet(context, find_municipality(context, "Grums"), Party.POLICE, AUGUST)
    assert found.signed_through == date(2024, 2, 29)
    assert found.sign_off is None
    assert found.unreported[-1] == SEPTEMBER
    assert date(2024, 2, 1) not in found.unreported


def test_a_report_tells_where_its_promises_stood_and_stand(context: Context) -> None:
    measure, office = number(context, CONTROLS), number(context, OFFICE)
    week = FilledWeek(office, date(2024, 9, 2), WeekState.HELD)
    filled = Filled(Party.POLICE, SEPTEMBER, (FilledCount(measure, 80, 0),), (week,), frozenset({STROMSTAD}))
    made = report(context, filled)
    before, after = (frame.set_index("number") for frame in (made.before, made.after))
    assert (before.loc[measure, "state"], after.loc[measure, "state"]) == ("behind", "reached")
    assert (after.loc[measure, "signed"], after.loc[office, "held"]) == (True, 1)


def test_each_measure_has_the_one_row_that_a_day_counts_toward(context: Context) -> None:
    numbers = [number(context, each) for each in (CONTROLS, VISITS, OFFICE)]
    rows = standings(context, numbers, month(SEPTEMBER)).set_index("number")
    assert len(rows) == 3
    assert rows.loc[numbers[0], "year"] == 2024
    assert rows["year"].isna()[numbers[1]]
    assert rows.loc[numbers[2], "held_rule"]
    day = Period.through(date(2024, 12, 30), date(2024, 12, 30))
    assert standings(context, [numbers[2]], day)["year"].tolist() == [2025]
    assert standings(context, numbers, Period.year(2021)).empty
