"""Meetings come stage by stage, each begins where the last one was frozen, and not everybody may hold one."""

from datetime import date

import pytest

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.duties import duties
from loftdb.actions.logging import log
from loftdb.actions.meeting_state import last_freeze
from loftdb.actions.meetings import Draft
from loftdb.actions.progress import Scope
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.duties import DutyStage
from loftdb.core.errors import ConcurrentChange, LoftdbError, NotAllowed, NotFound, Refused
from loftdb.core.meetings.agenda import Group
from loftdb.core.meetings.records import Stage
from loftdb.core.meetings.rules import Assignment, Opinion
from loftdb.core.model import Standing, Status, Verdict
from loftdb.store import meetings as stored
from loftdb.view.figures import figures
from tests.actions.conftest import AGREEMENT, CONTROLS, GRUMS, STROMSTAD, as_actor, codes, single
from tests.actions.council import JUNE, OCTOBER, closed, planned, sent
from tests.actions.histories import LIGHTS

pytestmark = pytest.mark.usefixtures("without_typesetting")


def test_a_meeting_comes_stage_by_stage(context: Context) -> None:
    found = planned(context)
    assert found.stage is Stage.PLANNED
    found = meetings.send(context, found.id, 1)
    again = meetings.send(context, found.id, 2)
    assert last_freeze(context, again).number == 2  # type: ignore[union-attr]
    found = meetings.hold(context, again.id, 3)
    with pytest.raises(Refused) as refused:
        meetings.send(context, found.id, 4)
    assert codes(refused) == ["meeting_stage"]
    found = meetings.close(context, found.id, 4)
    found = meetings.reopen(context, found.id, 5)
    assert (found.stage, found.version) == (Stage.HELD, 6)
    assert [each.stage for each in meetings.meetings(context, "Strömstad")] == [Stage.HELD]


def test_a_meeting_that_was_not_sent_is_frozen_when_it_begins(context: Context) -> None:
    found = planned(context)
    assert last_freeze(context, found) is None
    assert meetings.shown(context, found).known_on is None
    found = meetings.hold(context, found.id, found.version)
    assert meetings.shown(context, found).known_on


def test_a_double_tap_saves_once_and_an_old_page_is_told(context: Context) -> None:
    draft = Draft(OCTOBER, (AGREEMENT,))
    first = meetings.plan(context, "Strömstad", draft, "key")
    assert meetings.plan(context, "Strömstad", draft, "key") == first
    sent_one = meetings.send(context, first.id, 1, submission="other")
    assert meetings.send(context, first.id, 1, submission="other") == sent_one
    with pytest.raises(ConcurrentChange):
        meetings.hold(context, first.id, 1)
    assert len(stored.freezes(context.database, first.id)) == 1


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(date(1024, 1, 1), (AGREEMENT,)), "date_far"),
        (Draft(OCTOBER, ()), "meeting_without_agreements"),
        (Draft(OCTOBER, ("grums-2023-2025",)), "meeting_agreement_unknown"),
        (Draft(OCTOBER, (AGREEMENT, AGREEMENT)), "meeting_agreement_unknown"),
        (Draft(JUNE, (AGREEMENT,)), "meeting_same_day"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(context: Context, draft: Draft, code: str) -> None:
    planned(context, JUNE)
    with pytest.raises(Refused) as refused:
        meetings.plan(context, "Strömstad", draft)
    assert codes(refused) == [code]


def test_a_planned_meeting_can_be_moved_and_a_sent_one_called_off(context: Context) -> None:
    found = planned(context, JUNE)
    found = meetings.change(context, found.id, 1, Draft(OCTOBER, (AGREEMENT,)))
    assert found.day == OCTOBER
    found = meetings.send(context, found.id, 2)
    with pytest.raises(Refused) as refused:
        meetings.change(context, found.id, 3, Draft(JUNE, (AGREEMENT,)))
    assert codes(refused) == ["meeting_sent"]
    assert meetings.cancel(context, found.id, 3).stage is Stage.CANCELLED
    assert planned(context).id != found.id


def test_a_meeting_ahead_is_not_held(context: Context) -> None:
    found = planned(context, date(2024, 10, 16))
    with pytest.raises(Refused) as refused:
        meetings.hold(context, found.id, 1)
    assert codes(refused) == ["meeting_ahead"]


def test_the_next_meeting_begins_where_the_last_one_was_frozen(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01"))
    closed(context, JUNE)
    log(context, single(context, CONTROLS, "2024-03-02", 79))
    found = sent(context)
    log(context, single(context, CONTROLS, "2024-03-03"))
    agenda = meetings.agenda(context, found)
    assert agenda.shown.previous == JUNE
    assert [(each.promise, sum(each.edits.values())) for each in agenda.entries] == [(CONTROLS, 1)]
    [moved] = agenda.moved
    assert moved.after
    assert moved.after.state is Standing.REACHED
    assert len(meetings.agenda(context, found, is_live=True).items) == len(agenda.items)


def test_the_agenda_has_every_promise_once_those_that_lag_first(context: Context) -> None:
    update(context, Word(LIGHTS, date(2024, 10, 1), Status.DELAYED, "Väntar"))
    agenda = meetings.agenda(context, sent(context))
    promises = [item.promise.id for item in agenda.items]
    assert len(promises) == len(set(promises)) == 21
    groups = [list(Group).index(item.group) for item in agenda.items]
    assert groups == sorted(groups)
    assert agenda.items[0].lagging
    assert all(figures(row).start for item in agenda.items for row in item.rows)
    slack = [min(lag.slack_weeks for lag in item.lagging) for item in agenda.group(Group.LAGGING) if item.lagging]
    assert slack == sorted(slack)
    assert [item.promise.id for item in agenda.group(Group.OVERDUE)] == [LIGHTS]
    assert {each.promise for each in agenda.unexplained} >= {CONTROLS, LIGHTS}


def test_a_follow_up_at_each_meeting_is_done_when_it_is_closed(context: Context) -> None:
    found = meetings.plan(context, "Grästorp", Draft(date(2021, 5, 4), ("grastorp-2021",)))
    scope = Scope("Grästorp")
    assert [each.occasion.key for each in duties(context, scope) if each.duty.recurrence == "per_meeting"] == []
    found = meetings.hold(context, found.id, 1)
    owed = [each for each in duties(context, scope) if each.duty.recurrence == "per_meeting"]
    assert {each.occasion.key for each in owed} == {"2021-05-04"}
    assert DutyStage.DONE not in {each.stage for each in owed}
    meetings.close(context, found.id, 2)
    owed = [each for each in duties(context, scope) if each.duty.recurrence == "per_meeting"]
    assert {each.stage for each in owed} == {DutyStage.DONE}


# Who may


def test_a_coordinator_holds_a_manager_judges_and_a_reader_reads(context: Context) -> None:
    here = frozenset({STROMSTAD})
    coordinator, manager, reader, registrar = (
        as_actor(context, Grant(role, here)) for role in (Role.COORDINATOR, Role.MANAGER, Role.READER, Role.REGISTRAR)
    )
    found = sent(coordinator)
    opinion, assignment = Opinion(CONTROLS, 2023, Verdict.NOT_FULFILLED), Assignment(None, "Gör", "Chefen", OCTOBER)
    minutes.judge(manager, found.id, opinion)
    assert (meetings.may_hold(coordinator, STROMSTAD), meetings.may_hold(manager, STROMSTAD)) == (True, False)
    assert (minutes.may_judge(manager, found), minutes.may_judge(reader, found)) == (True, False)
    for who in (manager, reader, registrar):
        with pytest.raises(NotAllowed):
            meetings.plan(who, "Strömstad", Draft(JUNE, (AGREEMENT,)))
        with pytest.raises(NotAllowed):
            meetings.hold(who, found.id, found.version)
        with pytest.raises(NotAllowed):
            minutes.decide(who, found.id, assignment)
    for who in (reader, registrar):
        with pytest.raises(NotAllowed):
            minutes.judge(who, found.id, opinion)
        assert minutes.verdicts(who, found)
        assert meetings.shown(who, found) == meetings.shown(coordinator, found)


@pytest.mark.parametrize("roles", [(), (Grant(Role.PUBLIC),), (Grant(Role.COORDINATOR, frozenset({GRUMS})),)])
def test_who_may_not_read_the_municipality_finds_no_meeting(context: Context, roles: tuple[Grant, ...]) -> None:
    found, outsider = sent(context), as_actor(context, *roles)
    for work in (
        lambda: meetings.meeting(outsider, found.id),
        lambda: meetings.meetings(outsider, "Strömstad"),
        lambda: meetings.documents(outsider, found),
        lambda: minutes.comments(outsider, found),
        lambda: minutes.comment(outsider, found.id, CONTROLS, "Hej"),
    ):
        with pytest.raises(LoftdbError) as error:
            work()
        assert isinstance(error.value, NotFound)
