"""A month on one sheet: nothing twice, nothing by half, and a signature that moves the judgement."""

from dataclasses import replace
from datetime import date

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.register import find_municipality
from loftdb.actions.sheet import Filled, Sheet, parties, save, sheet, sign_off
from loftdb.core.errors import ConcurrentChange, NotAllowed, Refused
from loftdb.core.model import Party, Reason
from loftdb.core.sheets import FilledCount, FilledWeek, SheetLine, WeekState
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, STROMSTAD, number, police_in, single

MARCH = date(2024, 3, 1)


def read(context: Context, name: str = "Strömstad", month: date = MARCH) -> Sheet:
    return sheet(context, find_municipality(context, name), Party.POLICE, month)


def line(context: Context, promise: str, name: str = "Strömstad", month: date = MARCH) -> SheetLine:
    return next(each for each in read(context, name, month).lines if each.promise.id == promise)


def filled(context: Context, promise: str, total: int, seen: int = 0, **more: object) -> Filled:
    return Filled(Party.POLICE, MARCH, (FilledCount(number(context, promise), total, seen),), **more)  # type: ignore[arg-type]


def row(context: Context, promise: str, year: int = 2024) -> dict[str, object]:
    frame = progress(context, Scope())
    return dict(frame[(frame["promise"] == promise) & (frame["year"] == year)].iloc[0])


def test_a_number_is_the_months_whole_number(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-05", 5))
    assert line(context, CONTROLS).logged == 5
    save(context, filled(context, CONTROLS, 12, seen=5))
    assert line(context, CONTROLS).logged == 12
    assert row(context, CONTROLS)["actual"] == 12


def test_a_saved_sheet_can_be_corrected_both_ways(context: Context) -> None:
    save(context, filled(context, CONTROLS, 12))
    save(context, filled(context, CONTROLS, 9, seen=12))
    assert row(context, CONTROLS)["actual"] == 9
    save(context, filled(context, CONTROLS, 0, seen=9))
    assert row(context, CONTROLS)["actual"] == 0


def test_less_than_what_others_logged_is_refused(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-05", 5))
    with pytest.raises(Refused) as error:
        save(context, filled(context, CONTROLS, 4, seen=5))
    assert [issue.code for issue in error.value.issues] == ["below_logged"]


def test_what_was_logged_meanwhile_stops_the_sheet(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-05", 5))
    with pytest.raises(ConcurrentChange):
        save(context, filled(context, CONTROLS, 12, seen=0))
    assert row(context, CONTROLS)["actual"] == 5


def test_nothing_is_saved_by_half(context: Context) -> None:
    good = FilledCount(number(context, CONTROLS), 12, 0)
    bad = FilledWeek(number(context, OFFICE), date(2024, 3, 4), WeekState.CANCELLED)
    with pytest.raises(Refused) as error:
        save(context, Filled(Party.POLICE, MARCH, (good,), (bad,), frozenset({STROMSTAD, GRUMS})))
    assert [issue.code for issue in error.value.issues] == ["cancelled_without_reason"]
    assert row(context, CONTROLS)["actual"] == 0
    assert read(context).sign_off is None


def test_weeks_stand_on_the_sheet_of_the_month_that_holds_their_thursday(context: Context) -> None:
    mondays = [box.monday for box in line(context, OFFICE, "Grums").weeks]
    assert mondays == [date(2024, 3, day) for day in (4, 11, 18, 25)]
    february = line(context, OFFICE, "Grums", date(2024, 2, 1)).weeks
    assert february[-1].monday == date(2024, 2, 26)
    assert february[-1].days.last == date(2024, 2, 29)


def test_boxes_are_ticked_cancelled_and_cleared(context: Context) -> None:
    measure = number(context, OFFICE)
    weeks = (
        FilledWeek(measure, date(2024, 3, 4), WeekState.HELD),
        FilledWeek(measure, date(2024, 3, 11), WeekState.CANCELLED, Reason.WEATHER),
    )
    save(context, Filled(Party.POLICE, MARCH, weeks=weeks))
    states = [box.state for box in line(context, OFFICE, "Grums").weeks]
    assert states == ["held", "cancelled", "open", "open"]
    assert row(context, OFFICE)["held"] == 1
    swapped = (replace(weeks[0], state=WeekState.OPEN), replace(weeks[1], state=WeekState.HELD, reason=None))
    save(context, Filled(Party.POLICE, MARCH, weeks=swapped))
    assert [box.state for box in line(context, OFFICE, "Grums").weeks] == ["open", "held", "open", "open"]
    assert row(context, OFFICE)["held"] == 1


def test_a_week_held_by_a_logged_visit_is_ticked_and_not_counted_again(context: Context) -> None:
    log(context, single(context, OFFICE, "2024-03-05"))
    measure = number(context, OFFICE)
    assert line(context, OFFICE, "Grums").weeks[0].state is WeekState.HELD
    save(context, Filled(Party.POLICE, MARCH, weeks=(FilledWeek(measure, date(2024, 3, 4), WeekState.HELD),)))
    assert row(context, OFFICE)["actual"] == 1
    with pytest.raises(Refused) as error:
        save(context, Filled(Party.POLICE, MARCH, weeks=(FilledWeek(measure, date(2024, 3, 4), WeekState.OPEN),)))
    assert [issue.code for issue in error.value.issues] == ["week_logged_elsewhere"]


def test_signing_moves_the_judged_day_and_a_zero_month_is_a_zero(context: Context) -> None:
    assert str(row(context, CONTROLS)["judged_through"])[:10] == "2024-10-15"
    sign_off(context, STROMSTAD, Party.POLICE, MARCH)
    after = row(context, CONTROLS)
    assert (str(after["judged_through"])[:10], after["signed"], after["actual"]) == ("2024-03-31", True, 0)
    assert read(context).sign_off is not None


def test_a_month_that_runs_cannot_be_signed(context: Context) -> None:
    with pytest.raises(Refused) as error:
        sign_off(context, STROMSTAD, Party.POLICE, date(2024, 10, 1))
    assert [issue.code for issue in error.value.issues] == ["month_not_ended"]


def test_a_month_without_a_promise_of_the_party_cannot_be_signed(context: Context) -> None:
    with pytest.raises(Refused) as error:
        sign_off(context, GRUMS, Party.POLICE, date(2022, 12, 1))
    assert [issue.code for issue in error.value.issues] == ["nothing_to_sign"]


def test_only_the_own_party_in_the_own_municipality_signs(context: Context) -> None:
    police = police_in(context, GRUMS)
    assert parties(police, GRUMS) == (Party.POLICE,)
    assert parties(police, STROMSTAD) == ()
    with pytest.raises(NotAllowed):
        sign_off(police, STROMSTAD, Party.POLICE, MARCH)
    with pytest.raises(NotAllowed):
        sign_off(police, GRUMS, Party.MUNICIPALITY, MARCH)


def test_a_double_tap_saves_the_sheet_once(context: Context) -> None:
    for _ in range(2):
        save(context, filled(context, CONTROLS, 12), "key")
    assert row(context, CONTROLS)["actual"] == 12


def test_another_partys_promise_is_not_on_the_sheet(context: Context) -> None:
    with pytest.raises(Refused) as error:
        save(context, Filled(Party.MUNICIPALITY, MARCH, (FilledCount(number(context, CONTROLS), 1, 0),)))
    assert [issue.code for issue in error.value.issues] == ["not_on_sheet"]
