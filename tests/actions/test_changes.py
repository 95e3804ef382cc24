"""What changed between two moments: the old state and the changes give the new, and no more is told than may be."""

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loftdb.actions.changes import Span, changes, known, readable
from loftdb.actions.context import Context
from loftdb.actions.logging import correct, log, withdraw
from loftdb.actions.progress import Scope
from loftdb.actions.register import find_promise
from loftdb.actions.setup import LOCAL_USER
from loftdb.actions.sheet import sign_off
from loftdb.actions.status import Word, update
from loftdb.core.access import Grant, Role
from loftdb.core.changes import WHOLE, Changes, Edit, Known, Told, is_sensitive, months_of, told
from loftdb.core.errors import NotFound
from loftdb.core.model import Activity, ActivityState, Party, Share, Standing, Status
from loftdb.core.plain import plain
from loftdb.store import activities
from loftdb.store.database import Database
from loftdb.store.revisions import Warrant, revise_promise
from tests.actions.conftest import CONTROLS, GRUMS, NOW, OFFICE, PATROLS, STROMSTAD, as_actor, number, police_in, single
from tests.actions.histories import HOUNDS, LIGHTS, Step, steps

PLACE = Scope("Strömstad")


def moment(context: Context) -> datetime:
    """Return the moment of what was registered last."""
    with context.database.transaction(context.now) as tx:
        return tx.registered_at


def since(context: Context, before: datetime, **more: Any) -> Changes:
    return changes(context, Span(replace(PLACE, known_on=before), replace(PLACE, **more)))


@given(first=st.lists(steps, max_size=6), then=st.lists(steps, max_size=8), later=st.lists(steps, max_size=3))
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
def test_the_old_state_and_the_changes_give_the_new(
    fresh: Path, tmp_path_factory: pytest.TempPathFactory, first: list[Step], then: list[Step], later: list[Step]
) -> None:
    path = Path(shutil.copy(fresh, tmp_path_factory.mktemp("history")))
    context = Context(Database.open(path), LOCAL_USER, NOW)
    moments = [each for work in (first, then, later) for each in (done(context, work),)]
    span = Span(replace(PLACE, known_on=moments[0]), replace(PLACE, known_on=moments[1]))
    found = changes(context, span)
    before, after = (known(context, each) for each in (span.before, span.after))
    assert applied(before, found) == facts(after)
    assert with_entries(entries(context, span, span.before), found) == entries(context, span, span.after)
    context.database.close()
    path.unlink()


def done(context: Context, work: list[Step]) -> datetime:
    for step in work:
        step(context)
    return moment(context)


def facts(state: Known) -> dict[str, Any]:
    return {
        "rows": dict(state.rows), "targets": dict(state.targets), "seasons": dict(state.seasons),
        "fields": {key: value for key, value in state.fields.items() if value is not None},
        "statuses": dict(state.statuses), "signed": set(state.signed), "deviations": dict(state.deviations),
        "duties": dict(state.duties),
    }  # fmt: skip


def applied(state: Known, found: Changes) -> dict[str, Any]:
    """Return the old facts with each change in place."""
    result = facts(state)
    for each in found.rows:
        put(result["rows"], (each.measure, each.year, each.start), each.before, each.after)
    for each in found.targets:
        put(result["targets"], (each.measure, each.valid_from), each.before, each.after)
    for each in found.seasons:
        put(result["seasons"], each.measure, each.before, each.after)
    for each in found.fields:
        assert each.field != WHOLE
        put(result["fields"], (each.subject, each.field), each.before, each.after)
    for each in found.statuses:
        put(result["statuses"], each.promise, each.before, each.after)
    for each in found.deviations:
        put(result["deviations"], (each.subject, each.year), each.before, each.after)
    for each in found.duties:
        put(result["duties"], (each.agreement, each.duty, each.occasion), each.before, each.after)
    result["signed"] |= set(found.signed)
    return result


def put(facts: dict[Any, Any], key: Any, before: Any, after: Any) -> None:
    assert facts.pop(key, None) == before
    if after is not None:
        facts[key] = after


Entries = tuple[dict[int, Told], dict[tuple[int, date], int]]


def entries(context: Context, span: Span, scope: Scope) -> Entries:
    """Return every entry that stood then, and the months of those told by the month at either moment."""
    may = readable(context, span)
    before, after = (standing(context, each) for each in (span.before, span.after))
    secret = {each.id for each in (*before, *after) if is_sensitive(each, may)}
    by_month: dict[tuple[int, date], int] = {}
    plain_ones: dict[int, Told] = {}
    for each in standing(context, scope):
        for key, count in months_of(each, may) if each.id in secret else ():
            by_month[key] = by_month.get(key, 0) + count
        if each.id not in secret and (said := told(each, may)):
            plain_ones[each.id] = said
    return plain_ones, by_month


def standing(context: Context, scope: Scope) -> tuple[Activity, ...]:
    return activities.search(context.database, municipalities={STROMSTAD}, known_on=scope.known_on, limit=10_000)


def with_entries(before: Entries, found: Changes) -> Entries:
    plain_ones, by_month = dict(before[0]), dict(before[1])
    for each in found.entries:
        put(plain_ones, each.activity, each.before, each.after)
    for month in found.months:
        key = month.measure, month.month
        put(by_month, key, by_month.get(key), by_month.get(key, 0) + month.added or None)
    return plain_ones, by_month


def test_an_entry_is_added_corrected_and_withdrawn(context: Context) -> None:
    first, gone = (
        log(context, single(context, CONTROLS, day, place="E6")).activity for day in ("2024-03-01", "2024-03-02")
    )
    before = moment(context)
    correct(context, first.id, 1, single(context, CONTROLS, "2024-03-01", 2, place="Hamnen"))
    withdraw(context, gone.id)
    log(context, single(context, PATROLS, "2024-04-01"))
    passing = log(context, single(context, PATROLS, "2024-04-02")).activity
    withdraw(context, passing.id)
    found = since(context, before).entries
    assert [each.edit for each in found] == [Edit.CORRECTED, Edit.WITHDRAWN, Edit.ADDED]
    assert found[0].before
    assert found[0].after
    assert (found[0].before.place, found[0].after.place) == ("E6", "Hamnen")
    assert [share.count for share in found[0].after.shares] == [2]


def test_nobody_s_name_and_no_comment_is_told(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01", note="Blåste ute"))
    told_of = str(plain(since(context, before)))
    assert "Blåste ute" not in told_of
    assert LOCAL_USER.name not in told_of


def test_a_sensitive_promise_is_told_by_the_month(context: Context) -> None:
    before = moment(context)
    log(context, single(context, HOUNDS, "2024-03-12", 2))
    log(context, single(context, HOUNDS, "2024-03-20"))
    found = since(context, before)
    assert found.entries == ()
    [month] = found.months
    assert (month.month, month.added) == (date(2024, 3, 1), 3)


def test_the_laege_before_and_after_is_told(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01", 80))
    [moved] = [each for each in since(context, before).rows if each.is_moved]
    assert moved.year == 2024
    assert moved.before
    assert moved.after
    assert (moved.before.state, moved.after.state) == (Standing.BEHIND, Standing.REACHED)
    assert (moved.before.actual, moved.after.actual, moved.after.target) == (0, 80, 80)


def test_nothing_between_is_nothing(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-03-01"))
    assert since(context, moment(context)).is_empty


def test_only_what_was_registered_by_the_second_moment_is_told(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01"))
    middle = moment(context)
    log(context, single(context, CONTROLS, "2024-03-02"))
    assert len(since(context, before, known_on=middle).entries) == 1
    assert len(since(context, before).entries) == 2


def test_some_of_the_agreements_can_be_asked_for(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01"))
    update(context, Word(LIGHTS, date(2024, 3, 1), Status.BEGUN, "Beställt"))
    span = Span(replace(PLACE, known_on=before), PLACE, frozenset({"grums-2023-2025"}))
    assert changes(context, span).is_empty
    assert not changes(context, replace(span, agreements=frozenset({"stromstad-2023-2024"}))).is_empty


def test_another_municipality_is_not_told_of(context: Context) -> None:
    before = moment(context)
    log(context, single(context, OFFICE, "2024-03-05"))
    assert since(context, before).is_empty


def test_who_may_not_read_the_municipality_is_told_nothing(context: Context) -> None:
    with pytest.raises(NotFound):
        since(police_in(context, GRUMS), moment(context))


def test_a_promise_that_became_sensitive_is_told_by_the_month_from_the_start(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01", place="E6"))
    agreement, promise = find_promise(context, CONTROLS)
    with context.database.transaction(NOW) as tx:
        revise_promise(tx, agreement, replace(promise, sensitive=True), Warrant(date(2024, 1, 1), "x", "§ 3", "Skydd"))
    found = since(context, before)
    assert found.entries == ()
    assert [each.added for each in found.months] == [1]
    [field] = found.fields
    assert (field.field, field.before, field.after) == ("sensitive", False, True)
    assert field.basis
    assert (field.basis.decision, field.basis.reason) == ("§ 3", "Skydd")


def test_two_promises_of_one_entry_stay_one_entry(context: Context) -> None:
    before = moment(context)
    entry = single(context, PATROLS, "2024-03-05")
    shares = (*entry.shares, Share(number(context, CONTROLS), 2))
    log(context, replace(entry, shares=shares))
    [change] = since(context, before).entries
    assert change.after
    assert change.after.shares == shares
    assert change.after.state is ActivityState.DONE


def test_a_sign_off_is_told(context: Context) -> None:
    before = moment(context)
    sign_off(context, STROMSTAD, Party.POLICE, date(2023, 1, 1))
    [signed] = since(context, before).signed
    assert (signed.party, signed.month) == (Party.POLICE, date(2023, 1, 1))


def test_readers_hear_the_same(context: Context) -> None:
    before = moment(context)
    log(context, single(context, CONTROLS, "2024-03-01"))
    log(context, single(context, HOUNDS, "2024-03-20"))
    reader = as_actor(context, Grant(Role.READER))
    assert since(reader, before) == since(context, before)
