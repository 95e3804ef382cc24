"""A council that meets in January talks of the year that December belongs to, until January is signed off."""

from datetime import date, datetime

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.actions.sheet import sign_off
from loftdb.core.meetings.shown import Shown
from loftdb.core.model import Party
from loftdb.view.meeting_papers.state import state_document
from loftdb.view.plain_text import plain_text
from tests.actions.conftest import GRUMS
from tests.actions.council import at


def january(context: Context) -> Shown:
    then = at(context, datetime.fromisoformat("2024-01-10T09:00"))
    for party in (Party.POLICE, Party.MUNICIPALITY):
        sign_off(then, GRUMS, party, date(2023, 1, 1))
    return meetings.shown(then, meetings.plan(then, "Grums", Draft(then.today, ("grums-2023-2025",))))


def test_the_months_of_a_sensitive_promise_are_of_the_year_that_it_is_told_of(context: Context) -> None:
    assert {(each.first, each.count) for each in january(context).months} == {(date(2023, 1, 1), 0)}


def test_the_state_counts_promises_under_the_year_that_their_numbers_are_of(context: Context) -> None:
    found = january(context)
    assert "Löften som räknas, 2023" in plain_text(state_document(found, context.now, is_example=False))
