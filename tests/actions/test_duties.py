"""Duties: who sees them, who marks them, and what a mark leaves behind."""

from datetime import date

import pytest

from loftdb.actions.context import Context
from loftdb.actions.duties import Done, Owed, duties, history, mark_done, may_mark, undo
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_agreement
from loftdb.core.access import Grant, Role
from loftdb.core.duties import DutyStage, DutyState
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from tests.actions.conftest import GRUMS, STROMSTAD, as_actor

HAMMARO = 1761
DUTY = "hammaro-2023-2025/kommunstyrelsen-hosten-2024"
YEARLY = "stromstad-2023-2024/arlig-redovisning"
AUTUMN = Owed("hammaro-2023-2025", DUTY, "", 0)
DONE = Done(AUTUMN, date(2024, 10, 8), " § 112 ", "KS 2024/0123")


def find(context: Context, duty: str, occasion: str = "", on: date | None = None) -> DutyState:
    [found] = [each for each in duties(context, Scope(on=on)) if (each.duty.id, each.occasion.key) == (duty, occasion)]
    return found


def test_the_agreements_duties_stand_by_their_windows(context: Context) -> None:
    assert [(each.duty.id, each.occasion.key, each.stage) for each in duties(context)] == [
        (YEARLY, "2023", DutyStage.OVERDUE),
        (DUTY, "", DutyStage.PERFORM),
        (YEARLY, "2024", DutyStage.UPCOMING),
    ]


def test_a_meeting_owes_an_account(context: Context) -> None:
    meetings = {"grastorp-2021": [date(2021, 5, 4)]}
    [found] = duties(context, Scope("Grästorp"), meetings)
    assert (found.occasion.key, found.stage) == ("2021-05-04", DutyStage.OVERDUE)
    owed = Owed("grastorp-2021", found.duty.id, "2021-05-04", 0)
    with pytest.raises(NotFound):
        mark_done(context, Done(owed, date(2021, 5, 4)))
    mark_done(context, Done(owed, date(2021, 5, 4)), meetings=meetings)
    assert duties(context, Scope("Grästorp"), meetings)[0].stage is DutyStage.DONE


def test_marking_it_done_tells_how_and_can_be_read_as_of_another_day(context: Context) -> None:
    mark_done(context, DONE)
    found = find(context, DUTY)
    assert found.mark
    assert (found.stage, found.mark.on, found.mark.paragraph) == (DutyStage.DONE, date(2024, 10, 8), "§ 112")
    assert find(context, DUTY, on=date(2024, 10, 7)).stage is DutyStage.PERFORM


def test_undoing_leaves_a_trace(context: Context) -> None:
    mark_done(context, DONE)
    undo(context, Owed(AUTUMN.agreement, DUTY, "", 1))
    found = find(context, DUTY)
    assert (found.stage, found.version) == (DutyStage.PERFORM, 2)
    assert [each.on for each in history(context, AUTUMN)] == [date(2024, 10, 8), None]


def test_a_double_tap_saves_once_and_two_people_are_told_of_each_other(context: Context) -> None:
    for _ in range(2):
        mark_done(context, DONE, "tap")
    assert len(history(context, AUTUMN)) == 1
    with pytest.raises(ConcurrentChange):
        mark_done(context, DONE)


def test_the_board_needs_paragraph_and_case(context: Context) -> None:
    with pytest.raises(Refused, match="paragraph_missing, case_missing"):
        mark_done(context, Done(AUTUMN, date(2024, 10, 8)))
    mark_done(context, Done(Owed("stromstad-2023-2024", YEARLY, "2023", 0), date(2024, 3, 26)))
    assert find(context, YEARLY, "2023").stage is DutyStage.DONE


@pytest.mark.parametrize("role", [Role.READER, Role.REGISTRAR, Role.MANAGER, Role.ADMINISTRATOR])
def test_only_the_home_municipality_s_coordinator_marks(context: Context, role: Role) -> None:
    with pytest.raises(NotAllowed):
        mark_done(as_actor(context, Grant(role)), DONE)
    elsewhere = as_actor(context, Grant(Role.COORDINATOR, frozenset({GRUMS, STROMSTAD})), Grant(Role.READER))
    with pytest.raises(NotAllowed):
        undo(elsewhere, AUTUMN)
    assert not may_mark(elsewhere, find_agreement(elsewhere, AUTUMN.agreement))
    mark_done(as_actor(context, Grant(Role.COORDINATOR, frozenset({HAMMARO}))), DONE)


def test_who_may_not_read_the_agreement_sees_no_duty_of_it(context: Context) -> None:
    own = as_actor(context, Grant(Role.COORDINATOR, frozenset({GRUMS})))
    assert duties(own) == ()
    with pytest.raises(NotFound):
        history(own, AUTUMN)


def test_a_duty_that_is_not_owed_is_not_found(context: Context) -> None:
    with pytest.raises(NotFound):
        mark_done(context, Done(Owed("stromstad-2023-2024", YEARLY, "2025", 0), date(2024, 3, 26)))
