"""What is logged counts at once, once, and only for those who may."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import correct, history, log, readable, redact, withdraw
from loftdb.actions.progress import Scope, progress
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.model import ActivityKind, ActivityState, Party, Precision, Reason, Share
from loftdb.core.periods import Period
from tests.actions.conftest import (
    CONTROLS,
    GRUMS,
    OFFICE,
    PATROLS,
    STROMSTAD,
    VISITS,
    as_actor,
    codes,
    number,
    police_in,
    single,
)


def actual(context: Context, promise: str, year: int | None = 2024) -> int:
    frame = progress(context, Scope())
    rows = frame[(frame["promise"] == promise) & (frame["year"].isna() if year is None else frame["year"] == year)]
    return int(rows["actual"].iloc[0])


def test_a_control_moves_its_promise_at_once(context: Context) -> None:
    assert actual(context, CONTROLS) == 0
    logged = log(context, single(context, CONTROLS, "2024-10-15", 3))
    assert (actual(context, CONTROLS), logged.warnings) == (3, ())


def test_a_double_tap_saves_once_and_answers_the_same(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-15")
    first, second = log(context, entry, "key"), log(context, entry, "key")
    assert first.activity == second.activity
    assert actual(context, CONTROLS) == 1


def test_one_activity_counts_for_two_promises_each_with_its_own_number(context: Context) -> None:
    entry = single(context, PATROLS, "2024-10-14")
    log(context, replace(entry, shares=(*entry.shares, Share(number(context, VISITS), 2))))
    assert (actual(context, PATROLS), actual(context, VISITS, None)) == (1, 2)


def test_a_correction_and_a_withdrawal_show_in_the_history(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-14", 5)
    activity = log(context, entry).activity
    correct(context, activity.id, 1, replace(entry, shares=(Share(entry.shares[0].measure, 4),)))
    assert actual(context, CONTROLS) == 4
    withdraw(context, activity.id)
    assert actual(context, CONTROLS) == 0
    states = [(version.version, version.entry.state) for version in history(context, activity.id)]
    assert states == [(1, "done"), (2, "done"), (3, "withdrawn")]


def test_a_correction_of_an_old_version_is_refused(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-14", 5)
    activity = log(context, entry).activity
    correct(context, activity.id, 1, replace(entry, note="norrut"))
    with pytest.raises(ConcurrentChange):
        correct(context, activity.id, 1, replace(entry, note="söderut"))


def test_a_future_day_is_planned_and_does_not_count(context: Context) -> None:
    logged = log(context, single(context, OFFICE, "2024-10-22"))
    assert logged.activity.entry.state is ActivityState.PLANNED
    assert actual(context, OFFICE) == 0


def test_a_planned_control_is_nobodys_business(context: Context) -> None:
    with pytest.raises(Refused) as error:
        log(context, single(context, CONTROLS, "2024-10-22"))
    assert codes(error) == ["not_announced"]


def test_a_cancelled_occasion_needs_its_reason_and_does_not_count(context: Context) -> None:
    entry = replace(single(context, OFFICE, "2024-10-08"), state=ActivityState.CANCELLED)
    with pytest.raises(Refused) as error:
        log(context, entry)
    assert codes(error) == ["cancelled_without_reason"]
    log(context, replace(entry, reason=Reason.ILLNESS))
    assert actual(context, OFFICE) == 0


def test_a_batch_may_not_cross_months_nor_lie_ahead(context: Context) -> None:
    entry = replace(single(context, CONTROLS, "2024-09-01", 12), kind=ActivityKind.BATCH)
    with pytest.raises(Refused) as error:
        log(context, replace(entry, days=Period(date(2024, 9, 15), date(2024, 10, 5))))
    assert codes(error) == ["batch_across_months"]
    with pytest.raises(Refused) as error:
        log(context, replace(entry, days=Period(date(2024, 10, 1), date(2024, 11, 1))))
    assert codes(error) == ["batch_in_future"]
    log(context, replace(entry, days=Period(date(2024, 9, 1), date(2024, 10, 1))))
    assert actual(context, CONTROLS) == 12


def test_a_batch_fills_only_the_weeks_it_lists(context: Context) -> None:
    entry = replace(single(context, OFFICE, "2024-09-01", 3), kind=ActivityKind.BATCH)
    month = replace(entry, days=Period(date(2024, 9, 1), date(2024, 10, 1)))
    logged = log(context, month)
    assert [issue.code for issue in logged.warnings] == ["in_no_counted_week"]
    log(context, replace(month, weeks=(date(2024, 9, 2), date(2024, 9, 9))))
    frame = progress(context, Scope())
    row = frame[(frame["promise"] == OFFICE) & (frame["year"] == 2024)].iloc[0]
    assert (row["held"], row["actual"]) == (2, 6)


def test_an_annual_figure_needs_its_source_and_an_ended_year(context: Context) -> None:
    entry = replace(single(context, CONTROLS, "2024-01-01", 70), kind=ActivityKind.ANNUAL, days=Period.year(2024))
    with pytest.raises(Refused) as error:
        log(context, entry)
    assert codes(error) == ["annual_not_ended", "annual_without_source"]
    last = replace(entry, days=Period.year(2023), source="Årsredovisning", precision=Precision.AT_LEAST)
    log(context, last)
    assert actual(context, CONTROLS, 2023) == 70


def test_outside_the_period_it_is_saved_and_marked_but_not_counted(context: Context) -> None:
    logged = log(context, single(context, CONTROLS, "2022-12-30"))
    assert [issue.code for issue in logged.warnings] == ["outside_period"]
    assert actual(context, CONTROLS, 2023) == 0


def test_the_same_again_is_warned_of_and_kept(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-14", place="Nordby")
    first = log(context, entry).activity
    again = log(context, replace(entry, place=" nordby "))
    assert [(issue.code, issue.facts["activity"]) for issue in again.warnings] == [("possible_duplicate", first.id)]
    third = log(context, entry)
    assert [issue.facts["activity"] for issue in third.warnings] == [again.activity.id]
    assert actual(context, CONTROLS) == 3


def test_personal_data_is_refused_and_nothing_is_saved(context: Context) -> None:
    with pytest.raises(Refused) as error:
        log(context, single(context, CONTROLS, "2024-10-14", note="Förare 850101-1234"))
    assert codes(error) == ["personal_identity_number"]
    assert actual(context, CONTROLS) == 0


def test_promises_of_two_municipalities_are_two_activities(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-14")
    with pytest.raises(Refused) as error:
        log(context, replace(entry, shares=(*entry.shares, Share(number(context, OFFICE), 1))))
    assert codes(error) == ["several_municipalities"]


def test_a_sensitive_promise_keeps_its_month_but_neither_day_nor_place(context: Context) -> None:
    promise = "stromstad-2023-2024/hundsok-i-skolor"
    with pytest.raises(Refused) as error:
        log(context, single(context, promise, "2024-09-10", place="skolan"))
    assert codes(error) == ["sensitive_text"]
    saved = log(context, single(context, promise, "2024-09-10")).activity.entry
    assert (saved.kind, saved.days) == (ActivityKind.BATCH, Period(date(2024, 9, 1), date(2024, 10, 1)))


def test_a_sensitive_entry_stays_in_its_agreement_and_alone(context: Context) -> None:
    promise = "grastorp-2021/forebyggande-drogarbete"
    entry = single(context, promise, "2021-12-10")
    assert log(context, entry).warnings == ()
    other = Share(number(context, "grastorp-2021/trafikkontroller"), 1)
    with pytest.raises(Refused) as error:
        log(context, replace(entry, shares=(*entry.shares, other)))
    assert codes(error) == ["sensitive_with_others"]


def test_what_was_registered_before_it_happened_was_planned(context: Context) -> None:
    at = datetime.fromisoformat("2024-02-19T10:00")
    assert log(context, single(context, OFFICE, "2024-02-20"), at=at).activity.entry.state is ActivityState.PLANNED


def test_an_annual_figure_beside_single_days_is_warned_of(context: Context) -> None:
    entry = single(context, CONTROLS, "2023-05-01", 2)
    log(context, entry)
    annual = replace(entry, kind=ActivityKind.ANNUAL, days=Period.year(2023), source="Årsredovisning")
    assert [(issue.code, issue.facts["count"]) for issue in log(context, annual).warnings] == [
        ("annual_beside_others", 1)
    ]


@pytest.mark.parametrize("role", [Role.PUBLIC, Role.READER, Role.MANAGER, Role.ADMINISTRATOR])
def test_who_only_reads_may_not_log(context: Context, role: Role) -> None:
    entry = single(context, CONTROLS, "2024-10-15")
    with pytest.raises((NotAllowed, Refused)):
        log(as_actor(context, Grant(role)), entry)
    assert actual(context, CONTROLS) == 0


def test_a_registrar_logs_for_the_own_party_in_the_own_municipalities(context: Context) -> None:
    entry = single(context, CONTROLS, "2024-10-15")
    assert log(police_in(context, STROMSTAD), entry).activity.party is Party.POLICE
    with pytest.raises(Refused):
        log(police_in(context, GRUMS), entry)
    handler = as_actor(context, Grant(Role.REGISTRAR, frozenset({STROMSTAD}), frozenset({Party.MUNICIPALITY})))
    with pytest.raises(NotAllowed):
        log(handler, entry)


def test_one_party_may_not_correct_what_the_other_logged(context: Context) -> None:
    entry = single(context, "stromstad-2023-2024/informationsmoten", "2024-10-14")
    activity = log(police_in(context, STROMSTAD), entry).activity
    handler = as_actor(context, Grant(Role.REGISTRAR, frozenset({STROMSTAD}), frozenset({Party.MUNICIPALITY})))
    with pytest.raises(NotAllowed):
        withdraw(handler, activity.id)


def test_what_cannot_be_read_is_not_found(context: Context) -> None:
    activity = log(context, single(context, CONTROLS, "2024-10-15")).activity
    with pytest.raises(NotFound):
        readable(police_in(context, GRUMS), activity.id)


def test_redaction_is_for_administrators_and_leaves_the_count(context: Context) -> None:
    activity = log(context, single(context, CONTROLS, "2024-10-15", note="norra infarten")).activity
    with pytest.raises(NotAllowed):
        redact(police_in(context, STROMSTAD), activity.id)
    redact(context, activity.id)
    assert (readable(context, activity.id).entry.note, readable(context, activity.id).redacted) == ("", True)
    assert actual(context, CONTROLS) == 1
