"""A successor is told of everything that waits and how all is counted, and of nobody by name."""

from dataclasses import replace
from datetime import date

import pytest

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.deviations import Account, write
from loftdb.actions.duties import Done, Owed, duties, mark_done
from loftdb.actions.handover import handover
from loftdb.actions.handover_files import handover_files
from loftdb.actions.minutes import Write
from loftdb.actions.overview import overview
from loftdb.actions.sheet import Filled, save
from loftdb.actions.status import Word, update
from loftdb.core.access import Actor, Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.meetings.rules import Assignment, Draft
from loftdb.core.model import Party, Standing, Status
from tests.actions.conftest import CONTROLS, GRUMS, STROMSTAD, as_actor
from tests.actions.histories import HOUNDS

AGREEMENT = "stromstad-2023-2024"
NARCOTICS = "stromstad-2023-2024/arbete-mot-narkotika"
JUNE, OCTOBER, DECEMBER = date(2024, 6, 12), date(2024, 10, 15), date(2024, 12, 1)


def decided(context: Context, action: str, due: date, promise: str | None = None, day: date = OCTOBER) -> int:
    """Make a decision at the council's meeting of the day, planned where there is none."""
    found = [each for each in meetings.meetings(context, "Strömstad") if each.day == day]
    meeting = found[0] if found else meetings.plan(context, "Strömstad", Draft(day, (AGREEMENT,)))
    return minutes.decide(context, meeting.id, Assignment(promise, action, "Gruppchefen", due)).decision.id


def test_the_agreement_in_force_is_told_of_and_else_the_one_that_ended_last(context: Context) -> None:
    told = handover(context, "strömstad")
    assert [(each.agreement.id, len(each.agreement.promises)) for each in told.parts] == [(AGREEMENT, 21)]
    assert told.ended is None
    later = replace(context, now=context.now.replace(year=2025))
    over = handover(later, "Strömstad")
    assert over.parts == ()
    assert over.ended
    assert over.ended.agreement.id == AGREEMENT


def test_open_decisions_of_every_meeting_are_told_those_due_first_first(context: Context) -> None:
    decided(context, "Senare", date(2024, 12, 2))
    decided(context, "Först", date(2024, 10, 20), CONTROLS)
    done = decided(context, "Klart", OCTOBER)
    minutes.mark_done(context, done, OCTOBER, "", Write(seen=1))
    called_off = decided(context, "Inställt", DECEMBER, day=DECEMBER)
    [cancelled] = [each for each in meetings.meetings(context, "Strömstad") if each.day == DECEMBER]
    meetings.cancel(context, cancelled.id, cancelled.version)
    told = handover(context, "Strömstad").decisions
    assert [(each.decision.action, each.made) for each in told] == [("Först", OCTOBER), ("Senare", OCTOBER)]
    assert told[0].promise
    assert told[0].promise.id == CONTROLS
    assert called_off not in [each.decision.id for each in told]


def test_of_a_sensitive_promise_no_words_are_told_whoever_asks(context: Context) -> None:
    decided(context, "Hemligt", DECEMBER, HOUNDS)
    [told] = handover(context, "Strömstad").decisions
    assert (told.decision.action, told.decision.function, told.decision.due) == ("", "Gruppchefen", DECEMBER)
    assert "Hemligt" not in handover_files(context, "Strömstad").text


def test_the_last_meeting_and_the_next_are_told(context: Context) -> None:
    assert handover(context, "Strömstad").coming is None
    june = meetings.plan(context, "Strömstad", Draft(JUNE, (AGREEMENT,)))
    june = meetings.hold(context, june.id, june.version)
    meetings.close(context, june.id, june.version)
    meetings.plan(context, "Strömstad", Draft(DECEMBER, (AGREEMENT,)))
    told = handover(context, "Strömstad")
    assert told.held
    assert told.coming
    assert (told.held.day, told.coming.day) == (JUNE, DECEMBER)


def test_signed_and_missing_months_are_told_by_party(context: Context) -> None:
    save(context, Filled(Party.POLICE, date(2023, 1, 1), sign=frozenset({STROMSTAD})))
    [part] = handover(context, "Strömstad").parts
    police, municipality = part.signed
    assert police.signed == (date(2023, 1, 1),)
    assert len(police.missing) == 20
    assert (municipality.signed, len(municipality.missing)) == ((), 21)


def test_what_lags_and_what_lacks_a_reason_is_told(context: Context) -> None:
    [part] = handover(context, "Strömstad").parts
    assert (CONTROLS, Standing.BEHIND) in [(each.promise.id, each.state) for each in part.lagging]
    assert (CONTROLS, 2024) in [(each.promise.id, each.year) for each in part.unexplained]
    write(context, Account(CONTROLS, 2024, "Internt.", "Polisen prioriterade annat."))
    [part] = handover(context, "Strömstad").parts
    assert (CONTROLS, 2024) not in [(each.promise.id, each.year) for each in part.unexplained]
    assert "Internt" not in handover_files(context, "Strömstad").text


def test_a_promise_that_nobody_tells_of_is_told_until_somebody_does(context: Context) -> None:
    [part] = handover(context, "Strömstad").parts
    assert NARCOTICS in [each.id for each in part.stale]
    update(context, Word(NARCOTICS, date(2024, 10, 2), Status.ONGOING))
    [part] = handover(context, "Strömstad").parts
    assert NARCOTICS not in [each.id for each in part.stale]


def test_a_follow_up_that_is_done_is_told_no_more(context: Context) -> None:
    [part] = handover(context, "Strömstad").parts
    [first, *_] = part.duties
    mark_done(context, Done(Owed(AGREEMENT, first.duty.id, first.occasion.key, 0), date(2024, 3, 1)))
    [after] = handover(context, "Strömstad").parts
    assert after.duties == part.duties[1:]
    assert len(duties(context)) > len(after.duties)


def test_only_who_may_read_there_is_told_and_nobody_is_named(context: Context) -> None:
    somebody = replace(context, actor=Actor("Kalle på kontoret", context.actor.grants))
    decided(somebody, "Boka möten", DECEMBER)
    with pytest.raises(NotFound):
        handover(as_actor(context, Grant(Role.READER, frozenset({GRUMS}))), "Strömstad")
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    told = handover(reader, "Strömstad")
    assert len(told.decisions) == 1
    assert "Kalle" not in repr(told.decisions)
    assert "Kalle" not in handover_files(reader, "Strömstad").text


def test_a_joint_promise_alone_tells_nothing_of_another_council(context: Context) -> None:
    meetings.plan(context, "Tanum", Draft(DECEMBER, (AGREEMENT,)))
    assert handover(context, "Tanum").coming
    neighbour = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    assert handover(neighbour, "Tanum").coming is None


def test_text_and_file_come_from_the_same_facts_and_are_the_same_again(context: Context) -> None:
    made = handover_files(context, "1486")
    assert made == handover_files(context, "Strömstad")
    assert made.name == "overlamning-1486-2024-10-15.pdf"
    assert made.text.startswith("Överlämning: Strömstad\n")
    assert made.pdf.startswith(b"%PDF")


def test_a_weekly_promise_lags_as_oversikt_says_of_this_year(context: Context) -> None:
    whole = overview(context, "grums-2023-2025", 2024).judged
    [part] = handover(context, "Grums").parts
    told = {each.promise.id: each.state.value for each in part.lagging}
    shown = dict(zip(whole["promise"], whole["state"], strict=True))
    assert told == {key: state for key, state in shown.items() if state in (Standing.BEHIND, Standing.SLIGHTLY_BEHIND)}
    assert told
