"""The log as a file, and what the list of activities asks of the actions."""

import csv
import io
from dataclasses import replace
from datetime import datetime

import pytest

from loftdb.actions.context import Context
from loftdb.actions.export import activities_csv
from loftdb.actions.logging import bring_back, correct, log, may_correct, readable, withdraw
from loftdb.actions.progress import Scope, progress
from loftdb.actions.search import Query, search
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotAllowed
from loftdb.core.model import ActivityState, Party, Share
from tests.actions.conftest import (
    CONTROLS,
    GRUMS,
    OFFICE,
    PATROLS,
    STROMSTAD,
    VISITS,
    as_actor,
    number,
    police_in,
    single,
)


def lines(context: Context, query: Query | None = None) -> list[dict[str, str]]:
    data = activities_csv(context, query or Query())
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def done(context: Context) -> int:
    frame = progress(context, Scope("Strömstad", on=context.today))
    return int(frame[(frame["promise"] == CONTROLS) & (frame["year"] == 2024)]["actual"].iloc[0])


def test_the_file_has_one_line_for_each_activity_and_promise(context: Context) -> None:
    shares = (Share(number(context, PATROLS), 1), Share(number(context, VISITS), 2))
    log(context, replace(single(context, PATROLS, "2024-03-15", place="Åvägen; norra"), shares=shares))
    first, second = lines(context, Query(municipality=STROMSTAD))
    assert (first["Löftets id"], first["Antal"]) == (PATROLS, "1")
    assert (second["Löftets id"], second["Antal"]) == (VISITS, "2")
    assert first["Aktivitet"] == second["Aktivitet"]
    assert first["Plats"] == "Åvägen; norra"
    assert first["Kommun"] == "Strömstad"
    assert (first["Första dag"], first["Sista dag"]) == ("2024-03-15", "2024-03-15")


def test_the_file_holds_what_the_search_finds_and_no_more(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-15"))
    log(context, single(context, OFFICE, "2024-03-14"))
    assert [line["Löftets id"] for line in lines(context, Query(promise=OFFICE))] == [OFFICE]
    assert len(lines(context)) == 4, "two logged here, two published for Grästorp"
    assert [line["Löftets id"] for line in lines(police_in(context, GRUMS))] == [OFFICE]


def test_the_file_never_says_who_logged(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-15"))
    assert context.actor.name not in activities_csv(context, Query()).decode()


def test_late_and_corrected_entries_are_marked(context: Context) -> None:
    old = log(context, single(context, CONTROLS, "2024-08-01")).activity
    log(context, single(context, CONTROLS, "2024-10-01"))
    correct(context, old.id, old.version, single(context, CONTROLS, "2024-10-14"))
    moved, recent = lines(context, Query(promise=CONTROLS))
    assert (moved["Rättad"], moved["Registrerad i efterhand"]) == ("ja", "nej")
    assert (recent["Rättad"], recent["Registrerad i efterhand"]) == ("nej", "nej")
    log(context, single(context, CONTROLS, "2024-09-13"))
    assert lines(context, Query(promise=CONTROLS))[-1]["Registrerad i efterhand"] == "ja"


def test_published_figures_keep_their_minst_and_ca(context: Context) -> None:
    assert {line["Precision"] for line in lines(context)} == {"Minst", "Uppskattat"}
    assert {line["Slag"] for line in lines(context)} == {"Årsuppgift"}
    assert {line["Registrerad i efterhand"] for line in lines(context)} == {"nej"}


def test_a_corrected_activity_keeps_its_first_registration(context: Context) -> None:
    old = log(context, single(context, CONTROLS, "2024-03-15"), at=datetime.fromisoformat("2024-03-16")).activity
    correct(context, old.id, old.version, single(context, CONTROLS, "2024-03-15", 2))
    assert search(context, Query(promise=CONTROLS), 1).registered == {old.id: datetime.fromisoformat("2024-03-16")}


def test_what_was_withdrawn_comes_back_as_it_was(context: Context) -> None:
    old = log(context, single(context, CONTROLS, "2024-03-15", 4, place="Skee")).activity
    gone = withdraw(context, old.id)
    assert done(context) == 0
    back = bring_back(context, old.id, gone.version).activity
    assert back.entry == old.entry
    assert done(context) == 4


def test_only_the_own_party_may_correct(context: Context) -> None:
    logged = log(police_in(context, STROMSTAD), single(context, CONTROLS, "2024-03-15")).activity
    municipality = Grant(Role.REGISTRAR, frozenset({STROMSTAD}), frozenset({Party.MUNICIPALITY}))
    assert may_correct(context, logged)
    assert may_correct(police_in(context, STROMSTAD), logged)
    for other in (as_actor(context, municipality), police_in(context, GRUMS), as_actor(context, Grant(Role.READER))):
        assert not may_correct(other, logged)
    with pytest.raises(NotAllowed):
        bring_back(as_actor(context, Grant(Role.READER)), logged.id, logged.version)


def test_the_state_of_a_withdrawn_activity_is_told(context: Context) -> None:
    logged = log(context, single(context, CONTROLS, "2024-03-15")).activity
    withdraw(context, logged.id)
    assert readable(context, logged.id).entry.state is ActivityState.WITHDRAWN
    assert [line["Status"] for line in lines(context, Query(promise=CONTROLS))] == ["Struken"]
