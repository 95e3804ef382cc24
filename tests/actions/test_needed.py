"""The rostering sheet: what remains, by municipality and district."""

from dataclasses import replace
from datetime import date

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log, withdraw
from loftdb.actions.needed import needed
from loftdb.actions.progress import Scope
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.model import ActivityState
from loftdb.core.needed import Needed, NeededRow
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, as_actor, number, single

MEETINGS = "stromstad-2023-2024/informationsmoten"
OFFICES = ("forshaga-2023-2025/lokalt-poliskontor", OFFICE, "hammaro-2023-2025/lokalt-poliskontor")


def by_measure(sheet: Needed) -> dict[str, tuple[int, ...]]:
    assert all(sum(row.months) == row.remaining for row in sheet.rows)
    return {row.measure.id: row.months for row in sheet.rows}


def test_what_was_done_after_the_last_signed_month_is_not_asked_for_again(context: Context) -> None:
    before = by_measure(needed(context, Scope("Strömstad")))[CONTROLS]
    log(context, single(context, CONTROLS, "2024-10-15", 51))
    sheet = needed(context, Scope("Strömstad"))
    assert sheet.months == (date(2024, 10, 1), date(2024, 11, 1), date(2024, 12, 1))
    assert (sum(before), by_measure(sheet)[CONTROLS]) == (80, (6, 11, 12))


def test_a_district_adds_up_each_kind_of_activity_by_itself(context: Context) -> None:
    sheet = needed(context, district="LPO Karlstad")
    assert tuple(by_measure(sheet)) == OFFICES
    [total] = sheet.totals
    assert (total.plural, total.remaining, total.months) == ("kontorstillfällen", 33, (9, 12, 12))


def test_a_joint_promise_stands_once_and_in_both_municipalities(context: Context) -> None:
    everything = [row.promise.id for row in needed(context).rows]
    assert len(everything) == len(set(everything))
    assert set(by_measure(needed(context, Scope("Tanum")))) <= set(everything)


def test_booked_occasions_are_told_beside_what_remains(context: Context) -> None:
    booked = replace(single(context, OFFICE, "2024-10-24"), state=ActivityState.PLANNED)
    log(context, booked)
    [row] = needed(context, Scope("Grums")).rows
    assert (row.remaining, row.planned) == (11, 1)


def test_what_is_booked_stands_in_its_month_and_what_is_withdrawn_is_not_booked(context: Context) -> None:
    found = number(context, MEETINGS)

    def row() -> NeededRow:
        return next(each for each in needed(context, Scope("Strömstad")).rows if each.measure.number == found)

    assert (row().planned, row().months) == (0, (0, 1, 1))
    saved = log(context, replace(single(context, MEETINGS, "2024-12-03", 2), state=ActivityState.PLANNED))
    assert (row().planned, row().months) == (2, (0, 0, 2))
    withdraw(context, saved.activity.id)
    assert (row().planned, row().months) == (0, (0, 1, 1))


def test_another_day_leaves_other_months(context: Context) -> None:
    sheet = needed(context, Scope("Grums", on=date(2024, 10, 31)))
    assert sheet.months == (date(2024, 11, 1), date(2024, 12, 1))
    assert needed(context, Scope("Grums", on=date(2026, 1, 1))) == Needed((), (), ())


def test_on_a_past_day_nothing_done_after_it_is_counted_by_week_or_by_year(context: Context) -> None:
    def left(measure: str) -> int:
        return sum(by_measure(needed(context, Scope(on=date(2024, 9, 29))))[measure])

    before = left(OFFICE), left(CONTROLS)
    for measure in (OFFICE, CONTROLS):
        log(context, single(context, measure, "2024-10-08"))
    assert (left(OFFICE), left(CONTROLS)) == before == (13, 80)


def test_each_sees_the_own_municipalities(context: Context) -> None:
    own = as_actor(context, Grant(Role.READER, frozenset({GRUMS})))
    assert tuple(by_measure(needed(own))) == (OFFICE,)
    with pytest.raises(NotFound):
        needed(own, district="LPO Västra Fyrbodal")
