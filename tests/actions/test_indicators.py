"""Figures from elsewhere stand beside the counts, with their source and time."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from loftdb.actions import indicators, meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.core.access import Grant, Role
from loftdb.core.errors import ConcurrentChange, NotAllowed, NotFound, Refused
from loftdb.core.meetings.rules import Reading
from tests.actions.conftest import GRUMS, STROMSTAD, as_actor

AGREEMENT = "stromstad-2023-2024"
SAFE = Reading(AGREEMENT, "Trygga utomhus på kvällen", "procent", Decimal("78.5"), "Trygghetsmätningen", year=2023)


def test_a_value_is_entered_mended_and_taken_back(context: Context) -> None:
    indicators.enter(context, SAFE, "key")
    indicators.enter(context, SAFE, "key")
    [value] = indicators.indicators(context, AGREEMENT)
    assert (value.value, value.year, value.source) == (Decimal("78.5"), 2023, "Trygghetsmätningen")
    indicators.mend(context, value.id, 1, replace(SAFE, value=Decimal("79")))
    with pytest.raises(ConcurrentChange):
        indicators.withdraw(context, value.id, 1)
    indicators.withdraw(context, value.id, 2)
    assert indicators.indicators(context, AGREEMENT) == ()
    with pytest.raises(NotFound):
        indicators.withdraw(context, value.id, 3)


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        (replace(SAFE, name=" "), "words_missing"),
        (replace(SAFE, unit=""), "words_missing"),
        (replace(SAFE, source="x" * 81), "words_too_long"),
        (replace(SAFE, source="a@b.se"), "email_address"),
        (replace(SAFE, year=None), "indicator_when"),
        (replace(SAFE, on=date(2024, 1, 1)), "indicator_when"),
        (replace(SAFE, year=2025), "indicator_in_future"),
        (replace(SAFE, year=0), "date_far"),
        (replace(SAFE, year=10_000), "date_far"),
        (replace(SAFE, value=Decimal("1.2345")), "indicator_value"),
        (replace(SAFE, value=Decimal("NaN")), "indicator_value"),
        (replace(SAFE, value=Decimal("1e20")), "indicator_value"),
        (replace(SAFE, problem_area="Månen"), "problem_area_unknown"),
    ],
)
def test_a_value_is_complete(context: Context, reading: Reading, code: str) -> None:
    with pytest.raises(Refused) as refused:
        indicators.enter(context, reading)
    assert [issue.code for issue in refused.value.issues] == [code]


def test_the_same_thing_at_the_same_time_is_warned_of_and_saved(context: Context) -> None:
    assert indicators.enter(context, SAFE) == ()
    twice = indicators.enter(context, replace(SAFE, name=SAFE.name.upper(), value=Decimal("79")))
    assert [(each.code, each.facts) for each in twice] == [("indicator_twice", {"value": "78,5", "unit": "procent"})]
    first, second = indicators.indicators(context, AGREEMENT)
    assert indicators.mend(context, second.id, 1, replace(SAFE, year=2022)) == ()
    assert [each.code for each in indicators.mend(context, second.id, 2, SAFE)] == ["indicator_twice"]
    assert indicators.mend(context, first.id, 1, replace(SAFE, year=2021)) == ()


def test_who_may_enter_and_read(context: Context) -> None:
    reader = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    with pytest.raises(NotAllowed):
        indicators.enter(reader, SAFE)
    indicators.enter(as_actor(context, Grant(Role.COORDINATOR, frozenset({STROMSTAD}))), SAFE)
    assert len(indicators.indicators(reader, AGREEMENT)) == 1
    with pytest.raises(NotFound):
        indicators.indicators(as_actor(context, Grant(Role.READER, frozenset({GRUMS}))), AGREEMENT)


def test_a_meeting_shows_the_values_that_were_known(context: Context) -> None:
    indicators.enter(context, SAFE)
    found = meetings.plan(context, "Strömstad", Draft(date(2024, 10, 15), (AGREEMENT,)))
    found = meetings.send(context, found.id, 1)
    indicators.enter(context, replace(SAFE, year=2022))
    assert [each.year for each in meetings.shown(context, found).indicators] == [2023]
    assert {each.by for each in meetings.shown(context, found).indicators} == {""}
