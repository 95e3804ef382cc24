"""What went otherwise: what needs explaining, who writes it, and who reads which text."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.deviations import (
    Acceptance,
    Account,
    deviations,
    history,
    is_judged_unfulfilled,
    may_write,
    needing,
    write,
)
from loftdb.actions.logging import log
from loftdb.actions.minutes import Write
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_promise
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.deviations import Key
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.meetings.rules import Opinion
from loftdb.core.model import Standing, Status, Target, Verdict
from loftdb.core.periods import Interval
from loftdb.store.agreements import revise_target
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, PATROLS, STROMSTAD, VISITS, as_actor, number, single
from tests.actions.histories import LIGHTS

STRATEGY = "stromstad-2023-2024/krogar-mot-knark"
LATE = Account(CONTROLS, 2024, "Två tjänster vakanta.", "Polisen prioriterade annat under våren.")


def needed(context: Context, **more: object) -> dict[Key, Standing | Status | Verdict]:
    return {each.key: each.state for each in needing(context, Scope(**more))}  # type: ignore[arg-type]


def test_what_lags_or_was_not_reached_needs_explaining(context: Context) -> None:
    found = needed(context)
    assert found[CONTROLS, 2023] is Standing.NOT_REACHED
    assert found[CONTROLS, 2024] is Standing.BEHIND
    assert found[OFFICE, 2023] is Standing.NOT_REACHED
    assert (OFFICE, None) not in found
    log(context, single(context, CONTROLS, "2023-05-02", 80))
    assert (CONTROLS, 2023) not in needed(context)


def test_a_status_that_says_late_or_dropped_needs_explaining_for_its_year(context: Context) -> None:
    assert STRATEGY not in {subject for subject, _ in needed(context)}
    update(context, Word(STRATEGY, date(2024, 5, 2), Status.DELAYED, "Väntar på avtal."))
    assert needed(context)[STRATEGY, 2024] is Status.DELAYED
    assert (STRATEGY, 2024) not in needed(context, on=date(2024, 5, 1))
    update(context, Word(STRATEGY, date(2024, 6, 2), Status.DONE, "Klart.", seen=1))
    assert (STRATEGY, 2024) not in needed(context)


def test_a_measure_that_was_dropped_needs_explaining_for_that_year(context: Context) -> None:
    dropped = Target(date(2024, 7, 1), None, Interval.YEAR, decision="BRÅ § 4", reason="Upphört")
    log(context, single(context, CONTROLS, "2024-01-02", 80))
    with context.database.transaction(context.now) as tx:
        revise_target(tx, number(context, CONTROLS), dropped, "test")
    assert needed(context)[CONTROLS, 2024] is Status.DROPPED
    assert (CONTROLS, 2024) not in needed(context, on=date(2024, 6, 30))


def test_a_public_text_explains_and_an_internal_one_does_not(context: Context) -> None:
    write(context, replace(LATE, public=" "))
    [need] = [each for each in needing(context) if each.key == LATE.key]
    assert need.deviation
    assert need.deviation.internal == "Två tjänster vakanta."
    write(context, replace(LATE, seen=1))
    assert LATE.key not in needed(context)
    write(context, Account(CONTROLS, 2024, seen=2))
    assert LATE.key in needed(context)
    assert [each.version for each in history(context, CONTROLS, 2024)] == [1, 2, 3]


def test_the_internal_text_is_for_those_who_read_sensitive_fields(context: Context) -> None:
    write(context, LATE)
    reader = as_actor(context, Grant(Role.READER))
    assert deviations(reader)[LATE.key].internal == ""
    assert deviations(reader)[LATE.key].public == LATE.public
    assert [each.internal for each in history(reader, CONTROLS, 2024)] == [""]
    for role in (Role.REGISTRAR, Role.COORDINATOR, Role.MANAGER, Role.ADMINISTRATOR):
        assert deviations(as_actor(context, Grant(role)))[LATE.key].internal == LATE.internal


@pytest.mark.parametrize("role", [Role.READER, Role.REGISTRAR, Role.ADMINISTRATOR])
def test_only_coordinators_and_managers_write(context: Context, role: Role) -> None:
    with pytest.raises(NotAllowed):
        write(as_actor(context, Grant(role)), LATE)
    manager = as_actor(context, Grant(Role.MANAGER, frozenset({STROMSTAD})))
    assert may_write(manager, find_promise(manager, CONTROLS)[1])
    write(manager, LATE)
    assert [each.by for each in history(context, CONTROLS, 2024)] == ["någon"]


def test_what_may_not_be_read_is_not_found(context: Context) -> None:
    write(context, LATE)
    elsewhere = as_actor(context, Grant(Role.COORDINATOR, frozenset({GRUMS})))
    assert deviations(elsewhere) == {}
    with pytest.raises(NotFound):
        write(elsewhere, LATE)
    with pytest.raises(NotFound):
        history(elsewhere, CONTROLS, 2024)


@pytest.mark.parametrize(
    ("account", "code"),
    [
        (Account(CONTROLS, 2024), "deviation_empty"),
        (Account(CONTROLS, 2025, public="Text"), "year_outside_agreement"),
        (Account(CONTROLS, 2024, internal="850101-1234"), "personal_identity_number"),
        (Account(CONTROLS, 2024, public="Ring 070-123 45 67"), "phone_number"),
    ],
)
def test_what_cannot_be_saved_is_refused_with_its_reason(context: Context, account: Account, code: str) -> None:
    with pytest.raises(Refused) as refused:
        write(context, account)
    assert code in {issue.code for issue in refused.value.issues}
    assert history(context, CONTROLS, 2024) == ()


def test_likely_names_are_warned_of(context: Context) -> None:
    [issue] = write(context, replace(LATE, internal="Karin Lindberg är sjuk."))
    assert (issue.code, issue.field) == ("likely_name", "internal")


def test_a_double_tap_saves_once_and_two_people_are_told_of_each_other(context: Context) -> None:
    for _ in range(2):
        write(context, LATE, "tap")
    assert len(history(context, CONTROLS, 2024)) == 1
    with pytest.raises(ConcurrentChange):
        write(context, LATE)


def test_it_can_be_read_as_it_was_known(context: Context) -> None:
    before = context.now + timedelta(minutes=30)
    write(context, LATE)
    assert deviations(context, Scope(known_on=before.replace(hour=1))) == {}


def test_a_deviation_is_accepted_for_a_time_and_stays_so_when_the_text_is_mended(
    context: Context,
) -> None:
    until = date(2024, 12, 31)
    write(context, replace(LATE, accepted=Acceptance("Lokal chef", until)))
    write(context, replace(LATE, public="Andra ord.", seen=1))
    found = deviations(context)[LATE.key]
    assert (found.decided_by, found.accepted_until, found.is_accepted(until)) == ("Lokal chef", until, True)
    write(context, replace(LATE, seen=2, accepted=Acceptance("")))
    assert not deviations(context)[LATE.key].is_accepted(until)


@pytest.mark.parametrize(
    ("accepted", "public", "code"),
    [
        (Acceptance("", date(2024, 12, 31)), "Text.", "acceptance_by_nobody"),
        (Acceptance("Lokal chef"), "", "acceptance_untold"),
        (Acceptance("Lokal chef", date(3024, 12, 31)), "Text.", "date_far"),
        (Acceptance("070-123 45 67"), "Text.", "phone_number"),
        (Acceptance("x" * 81), "Text.", "words_too_long"),
    ],
)
def test_an_acceptance_is_complete_and_names_nobody(
    context: Context, accepted: Acceptance, public: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        write(context, replace(LATE, public=public, accepted=accepted))
    assert [issue.code for issue in refused.value.issues] == [code]


def test_a_likely_name_of_who_accepted_is_warned_of(context: Context) -> None:
    warned = write(context, replace(LATE, accepted=Acceptance("Anna Andersson")))
    assert [(issue.code, issue.field) for issue in warned] == [("likely_name", "decided_by")]


def judged(context: Context, promise: str, year: int | None, verdict: Verdict | None, seen: int = 0) -> None:
    found = next(iter(meetings.meetings(context, "Strömstad")), None)
    if found is None:
        planned = meetings.plan(context, "Strömstad", meetings.Draft(date(2024, 10, 15), ("stromstad-2023-2024",)))
        found = meetings.send(context, planned.id, planned.version)
    minutes.judge(context, found.id, Opinion(promise, year, verdict, "Så bedömde rådet."), Write(seen))


def test_what_the_council_judged_unfulfilled_needs_explaining_until_it_thinks_otherwise(context: Context) -> None:
    log(context, single(context, CONTROLS, "2023-03-01", 95))
    before = context.now + timedelta(minutes=30)
    context = replace(context, now=before + timedelta(hours=1))
    judged(context, CONTROLS, 2023, Verdict.NOT_FULFILLED)
    assert needed(context)[CONTROLS, 2023] is Verdict.NOT_FULFILLED
    assert (CONTROLS, 2023) not in needed(context, known_on=before)
    reader = as_actor(context, Grant(Role.READER, frozenset({GRUMS})))
    assert (CONTROLS, 2023) not in needed(reader)
    write(context, Account(CONTROLS, 2023, public="Hälften gjordes på samma plats."))
    assert (CONTROLS, 2023) not in needed(context)
    judged(context, PATROLS, 2023, Verdict.PARTLY)
    judged(context, PATROLS, 2023, Verdict.NOT_FULFILLED, seen=1)
    judged(context, PATROLS, 2023, None, seen=2)
    assert needed(context).get((PATROLS, 2023)) is not Verdict.NOT_FULFILLED


@pytest.mark.parametrize("year", [None, 2023])
def test_a_verdict_on_words_is_explained_by_the_text_that_its_page_asks_for(context: Context, year: int | None) -> None:
    update(context, Word(LIGHTS, date(2024, 3, 1), Status.ONGOING, "Hälften är klart."))
    judged(context, LIGHTS, year, Verdict.NOT_FULFILLED)
    _, promise = find_promise(context, LIGHTS)
    assert is_judged_unfulfilled(context, promise, 2023)
    assert Verdict.NOT_FULFILLED in needed(context).values()
    write(context, Account(LIGHTS, 2024, public="Leveransen dröjer."))
    assert Verdict.NOT_FULFILLED not in needed(context).values()


def test_a_verdict_on_a_term_is_explained_for_the_term(context: Context) -> None:
    log(context, single(context, VISITS, "2024-03-01", 30))
    judged(context, VISITS, None, Verdict.NOT_FULFILLED)
    assert needed(context)[VISITS, None] is Verdict.NOT_FULFILLED
    write(context, Account(VISITS, None, public="Skolorna hade inte tid."))
    assert Verdict.NOT_FULFILLED not in needed(context).values()
