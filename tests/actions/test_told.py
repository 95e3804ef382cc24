"""What pages are told of a promise: only what the visitor may see, no finer than it may be known."""

from dataclasses import replace
from datetime import date

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.overview import overview
from loftdb.actions.promise import curve, promise_view
from loftdb.actions.status import Word, history, latest, update
from loftdb.core.access import Grant, Role
from loftdb.core.errors import NotFound
from loftdb.core.model import ActivityState, Reason, Status
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, as_actor, number, single

SENSITIVE = "stromstad-2023-2024/narkotika-i-krogmiljo"
DOGS = "stromstad-2023-2024/hundsok-i-skolor"


def test_a_municipality_sees_its_own_part_of_a_joint_agreement(context: Context) -> None:
    seen = overview(context, "stromstad-2023-2024", 2024, municipality="Tanum")
    assert [promise.title for promise in seen.agreement.promises] == ["Utvecklad samverkan med Tanum"]
    assert seen.judged.empty
    assert len(seen.statuses) == 1
    with pytest.raises(NotFound):
        overview(context, "stromstad-2023-2024", 2024, municipality="Grums")


def test_words_on_a_sensitive_promise_are_blank_for_readers(context: Context) -> None:
    update(context, Word(SENSITIVE, date(2024, 9, 3), Status.BEGUN, "Insats på två krogar.", "En till."))
    reader = as_actor(context, Grant(Role.READER))
    for told in (latest(reader)[SENSITIVE], history(reader, SENSITIVE)[0], promise_view(reader, SENSITIVE).updates[0]):
        assert (told.status, told.done, told.next_step) == (Status.BEGUN, "", "")
    assert latest(context)[SENSITIVE].done == "Insats på två krogar."


def test_nothing_is_told_of_promises_that_the_actor_may_not_read(context: Context) -> None:
    update(context, Word(SENSITIVE, date(2024, 9, 3), Status.BEGUN))
    assert latest(as_actor(context, Grant(Role.READER, frozenset({GRUMS})))) == {}


def test_the_curve_goes_on_past_the_judged_day_to_today(context: Context) -> None:
    log(context, single(context, CONTROLS, "2024-10-14", 2))
    drawn = curve(context, CONTROLS, number(context, CONTROLS), 2024)
    assert drawn is not None
    assert (drawn.days, drawn.known_through) == ([(date(2024, 10, 14), 2)], date(2024, 10, 15))
    picked = curve(context, CONTROLS, number(context, CONTROLS), 2024, on=date(2024, 6, 30))
    assert picked is not None
    assert (picked.days, picked.judged_through, picked.known_through) == ([], date(2024, 6, 30), date(2024, 6, 30))


def test_the_curve_of_a_sensitive_promise_tells_months_only(context: Context) -> None:
    for day in ("2024-05-02", "2024-05-20", "2024-10-01"):
        log(context, single(context, DOGS, day))
    drawn = curve(context, DOGS, number(context, DOGS), 2024)
    assert drawn is not None
    assert drawn.days == [(date(2024, 5, 31), 2), (date(2024, 10, 15), 3)]


def test_cancelled_occasions_come_with_their_reasons(context: Context) -> None:
    done = single(context, OFFICE, "2024-10-08")
    log(context, replace(done, state=ActivityState.CANCELLED, reason=Reason.ILLNESS))
    assert [each.entry.reason for each in promise_view(context, OFFICE).cancelled] == [Reason.ILLNESS]
    assert promise_view(context, CONTROLS).cancelled == ()


def test_an_agreement_is_empty_until_something_is_logged(context: Context) -> None:
    seen = overview(context, "stromstad-2023-2024", 2024)
    assert seen.is_empty
    assert seen.previous == {}
    log(context, single(context, CONTROLS, "2024-10-14", 2))
    assert not overview(context, "stromstad-2023-2024", 2024).is_empty
