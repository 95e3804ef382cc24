"""A municipality's year and its calendar file hold what is announced, never a planned control (5.23)."""

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from loftdb.actions.context import Context
from loftdb.actions.council_years import calendar_file, council_year, years_of
from loftdb.actions.duties import Done, Owed, mark_done
from loftdb.actions.logging import correct, log
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.meetings.records import Stage
from loftdb.core.model import Activity, ActivityState, Entry, Party, Reason
from loftdb.store import activities, meetings
from tests.actions.conftest import CONTROLS, OFFICE, STROMSTAD, as_actor, single

WALK = "stromstad-2023-2024/trygghetsvandringar-med-allmanheten"
HAMMARO = "hammaro-2023-2025"
AUTUMN = Owed(HAMMARO, f"{HAMMARO}/kommunstyrelsen-hosten-2024", "", 0)
PLANNED = {"state": ActivityState.PLANNED}


def booked(context: Context, promise: str, day: str, **more: object) -> Entry:
    return replace(single(context, promise, day, place="Torget", note="Ring vaktmästaren"), **{**PLANNED, **more})  # type: ignore[arg-type]


def past_the_rules(context: Context, entry: Entry) -> Activity:
    """Save what the rules refuse: an entry older than they are, or of a promise that is announced no more."""
    with context.database.transaction(context.now) as tx:
        return activities.record(tx, entry, STROMSTAD, "x", Party.POLICE)


def events(context: Context, municipality: str) -> dict[str, tuple[str, date, str]]:
    read = Calendar.from_ical(calendar_file(context, municipality))
    return {
        str(each["uid"]): (str(each["summary"]), each.decoded("dtstart"), str(each.get("location", "")))
        for each in read.walk("VEVENT")
    }


def test_the_year_holds_duties_announced_occasions_and_terms(context: Context) -> None:
    log(context, booked(context, WALK, "2024-11-20"))
    log(context, single(context, WALK, "2024-05-20"))
    found = council_year(context, "Strömstad", 2024)
    assert [each.occasion.key for each in found.duties] == ["2023"]
    assert [(each.days.start, each.state) for each in found.occasions] == [
        (date(2024, 5, 20), ActivityState.DONE),
        (date(2024, 11, 20), ActivityState.PLANNED),
    ]
    assert [term.days.start.month for term in found.terms] == [1, 8]


def test_a_planned_control_is_nobody_s_business(context: Context) -> None:
    past_the_rules(context, booked(context, CONTROLS, "2024-11-20"))
    both = booked(context, WALK, "2024-11-21")
    past_the_rules(context, replace(both, shares=(*both.shares, *booked(context, CONTROLS, "2024-11-21").shares)))
    assert council_year(context, "Strömstad", 2024).occasions == ()
    assert not [uid for uid in events(context, "Strömstad") if uid.startswith("tillfalle")]


def test_a_note_is_never_in_the_file(context: Context) -> None:
    log(context, booked(context, WALK, "2024-11-20"))
    written = calendar_file(context, "Strömstad")
    assert b"LOCATION:Torget" in written
    assert "vaktmästaren" not in written.decode()


def test_an_office_every_week_is_in_the_year_only_while_it_is_booked(context: Context) -> None:
    log(context, single(context, OFFICE, "2024-10-08"))
    log(context, booked(context, OFFICE, "2024-10-22"))
    assert [each.days.start for each in council_year(context, "Grums", 2024).occasions] == [date(2024, 10, 22)]


def test_the_file_tells_duties_with_the_day_to_begin_preparing(context: Context) -> None:
    found = events(context, "Hammarö")
    assert found == {
        f"uppfoljning-{AUTUMN.duty}@loftdb": ("Uppföljning till kommunstyrelsen hösten 2024", date(2024, 9, 1), ""),
        f"uppfoljning-{AUTUMN.duty}-forbered@loftdb": (
            "Dags att förbereda: Uppföljning till kommunstyrelsen hösten 2024", date(2024, 7, 3), "",
        ),
    }  # fmt: skip
    mark_done(context, Done(AUTUMN, date(2024, 10, 8), "§ 112", "KS 2024/0123"))
    assert [summary for summary, _, _ in events(context, "Hammarö").values()] == [
        "Genomförd: Uppföljning till kommunstyrelsen hösten 2024"
    ]
    assert "KS 2024" not in calendar_file(context, "Hammarö").decode()


def test_an_occasion_keeps_its_uid_when_it_is_moved_and_takes_itself_out_when_it_is_called_off(
    context: Context,
) -> None:
    entry = booked(context, WALK, "2024-11-20")
    saved = log(context, entry).activity
    [before] = [uid for uid in events(context, "Strömstad") if uid.startswith("tillfalle")]
    off = replace(entry, state=ActivityState.CANCELLED, reason=Reason.WEATHER)
    correct(context, saved.id, saved.version, off)
    assert events(context, "Strömstad")[before][0] == "Inställd: Trygghetsvandringar med allmänheten"
    assert b"STATUS:CANCELLED" in calendar_file(context, "Strömstad")


def test_what_has_been_is_no_longer_ahead(context: Context) -> None:
    log(context, booked(context, WALK, "2024-10-14"))
    assert not [uid for uid in events(context, "Strömstad") if uid.startswith("tillfalle")]


def test_a_demo_s_file_says_so_in_every_entry(context: Context) -> None:
    context.database.clock = context.now
    found = events(context, "Hammarö")
    assert len(found) == 2
    assert all(uid.startswith("exempel-") and said.startswith("Exempeldata: ") for uid, (said, *_) in found.items())


def test_who_may_not_read_the_municipality_gets_nothing(context: Context) -> None:
    elsewhere = as_actor(context, Grant(Role.COORDINATOR, frozenset({STROMSTAD})))
    for ask in (calendar_file, years_of):
        with pytest.raises(NotFound):
            ask(elsewhere, "Hammarö")
    with pytest.raises(NotFound):
        council_year(as_actor(context, Grant(Role.PUBLIC)), "Hammarö", 2024)


def test_the_years_are_those_of_the_agreements_and_of_what_they_owe(context: Context) -> None:
    assert years_of(context, "Strömstad") == (2023, 2024, 2025)


def test_meetings_are_the_council_s_own_and_those_that_were_called_off_are_not_there(context: Context) -> None:
    with context.database.transaction(context.now) as tx:
        for place, day in ((1761, "2024-12-03"), (1761, "2025-03-04"), (STROMSTAD, "2024-12-10")):
            meetings.add_meeting(tx, place, date.fromisoformat(day), [HAMMARO], "x")
        off = meetings.add_meeting(tx, 1761, date(2024, 11, 5), [HAMMARO], "x")
        meetings.move(tx, off, Stage.CANCELLED, "x")
    found = council_year(context, "Hammarö", 2024)
    assert (found.council, found.meetings) == ("BRÅ", (date(2024, 12, 3),))
