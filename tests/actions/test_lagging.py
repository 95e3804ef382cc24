"""What lags: worst first by slack, with what it takes, as far as the actor may see."""

from datetime import date, datetime

import pytest

from loftdb.actions.context import Context
from loftdb.actions.deviations import Account, write
from loftdb.actions.duties import Done, Owed, mark_done
from loftdb.actions.lagging import lagging
from loftdb.actions.logging import log, withdraw
from loftdb.actions.progress import Scope
from loftdb.actions.register import districts
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.arrears import Lag
from loftdb.core.errors import NotFound
from loftdb.core.model import Party, Status
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, STROMSTAD, as_actor, single

STRATEGY = "stromstad-2023-2024/krogar-mot-knark"
YEARLY = "stromstad-2023-2024/arlig-redovisning"


def lag(context: Context, measure: str, year: int | None = 2024, **scope: object) -> Lag:
    [found] = [each for each in lagging(context, Scope(**scope)).rows  # type: ignore[arg-type]
               if (each.row["measure"], each.source.year) == (measure, year)]  # fmt: skip
    return found


def test_a_row_says_what_is_missing_and_what_it_takes(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-05-02", 55))
    found = lag(context, CONTROLS, on=date(2024, 10, 15))
    assert (found.missing, found.row["remaining"]) == (8, 25)
    assert found.needed_pace == pytest.approx(25 * 7 / 77)
    assert found.pace == pytest.approx(55 * 7 / 289)
    assert found.last_safe == date(2024, 9, 12)
    assert found.last_start == date(2024, 10, 7)
    assert found.slack_weeks == -2
    assert len(found.unreported[Party.POLICE]) == 21
    assert "probability" in found.row


def test_missed_weeks_are_the_missing_ones(context: Context) -> None:
    found = lag(context, OFFICE)
    assert (found.missing, found.needed_pace, found.slack_weeks) == (41, None, -36)


def test_the_least_slack_stands_first(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-05-02", 60))
    slack = [each.slack_weeks for each in lagging(context, Scope(on=date(2024, 10, 15))).rows]
    assert len(slack) > 5
    assert slack == sorted(slack)
    assert slack[0] < slack[-1]


def test_what_is_on_track_is_not_listed(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-05-02", 70))
    assert CONTROLS not in [each.row["measure"] for each in lagging(context).rows]


def test_the_deviation_stands_beside_its_row(context: Context) -> None:
    assert lag(context, CONTROLS).deviation is None
    write(context, Account(CONTROLS, 2024, "Vakanser.", "Färre kontroller."))
    found = lag(context, CONTROLS).deviation
    assert found
    assert found.internal == "Vakanser."


def test_each_sees_the_own_municipalities_and_a_district_is_a_part_of_them(context: Context) -> None:
    assert districts(context) == ("LPO Karlstad", "LPO Västra Fyrbodal", "LPO Västra Skaraborg")
    own = {each.promise.home for each in lagging(as_actor(context, Grant(Role.MANAGER, frozenset({GRUMS})))).rows}
    assert own == {GRUMS}
    fyrbodal = lagging(context, district="västra fyrbodal")
    assert {each.promise.home for each in fyrbodal.rows} == {STROMSTAD}
    assert {each.agreement.id for each in fyrbodal.stale} == {"stromstad-2023-2024"}
    assert {each.promise.home for each in lagging(context).rows} > {STROMSTAD}
    with pytest.raises(NotFound):
        lagging(as_actor(context, Grant(Role.MANAGER, frozenset({GRUMS}))), district="LPO Västra Fyrbodal")


def test_quality_promises_go_stale_the_longest_silence_first(context: Context) -> None:
    update(context, Word(STRATEGY, date(2024, 1, 2), Status.ONGOING, "Börjat."))
    stale = lagging(context).stale
    assert stale[-1].promise.id == STRATEGY
    assert stale[-1].update
    assert stale[0].update is None
    update(context, Word(STRATEGY, date(2024, 9, 2), Status.ONGOING, "Fortsätter.", seen=1))
    assert STRATEGY not in [each.promise.id for each in lagging(context).stale]


def test_the_words_of_a_sensitive_promise_are_for_those_who_may_read_them(context: Context) -> None:
    revised = "update promise set sensitive = true where id = $1"
    with context.database.transaction(context.now) as tx:
        tx.cursor.execute(revised, [STRATEGY])
        tx.touches_reference = True
    update(context, Word(STRATEGY, date(2024, 1, 2), Status.ONGOING, "Börjat."))
    for role, told in ((Role.MANAGER, "Börjat."), (Role.READER, "")):
        [stale] = [each for each in lagging(as_actor(context, Grant(role))).stale if each.promise.id == STRATEGY]
        assert stale.update
        assert stale.update.done == told


def test_duties_are_overdue_until_they_are_done(context: Context) -> None:
    assert [(each.duty.id, each.occasion.key) for each in lagging(context).overdue] == [(YEARLY, "2023")]
    assert lagging(context, district="LPO Karlstad").overdue == ()
    mark_done(context, Done(Owed("stromstad-2023-2024", YEARLY, "2023", 0), date(2024, 3, 26)))
    assert lagging(context).overdue == ()


def test_a_promise_of_which_nothing_was_logged_is_silent_until_something_is(context: Context) -> None:
    silent = {each.measure.id: each.last for each in lagging(context).silent}
    assert silent[CONTROLS] is None
    activity = log(context, single(context, CONTROLS, "2024-10-14")).activity
    assert CONTROLS not in {each.measure.id for each in lagging(context).silent}
    withdraw(context, activity.id)
    assert CONTROLS in {each.measure.id for each in lagging(context).silent}
    log(context, single(context, CONTROLS, "2024-08-14"))
    assert {each.measure.id: each.last for each in lagging(context).silent}[CONTROLS] == date(2024, 8, 14)


def test_everything_can_be_read_as_it_was_known(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-02-01", 80), at=datetime.fromisoformat("2024-06-01T10:00"))
    known = Scope(known_on=datetime.fromisoformat("2024-05-01T10:00"))
    assert CONTROLS in [each.row["measure"] for each in lagging(context, known).rows]
    assert CONTROLS in [each.measure.id for each in lagging(context, known).silent]
    assert CONTROLS not in [each.row["measure"] for each in lagging(context).rows if each.source.year == 2024]


def test_a_program_that_starts_late_leaves_time(context: Context) -> None:
    even = lag(context, CONTROLS, on=date(2024, 10, 15))
    with context.database.transaction(context.now) as tx:
        tx.cursor.execute("update agreement set followed_from = date '2024-05-01'")
        tx.touches_reference = True
    late = lag(context, CONTROLS, on=date(2024, 10, 15))
    assert even.last_start
    assert late.last_start
    assert late.last_start > even.last_start
    assert late.slack_weeks > even.slack_weeks
