"""Meetings of Strömstad's council, as far on their way as a test needs them."""

from dataclasses import replace
from datetime import date, datetime

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.core.meetings.records import Meeting
from tests.actions.conftest import AGREEMENT

JUNE, OCTOBER = date(2024, 6, 12), date(2024, 10, 15)
SPRING = datetime.fromisoformat("2024-06-05T08:00")


def at(context: Context, moment: datetime) -> Context:
    return replace(context, now=moment)


def planned(context: Context, day: date = OCTOBER) -> Meeting:
    return meetings.plan(context, "Strömstad", Draft(day, (AGREEMENT,)))


def sent(context: Context, day: date = OCTOBER) -> Meeting:
    found = planned(context, day)
    return meetings.send(context, found.id, found.version)


def held(context: Context, day: date = OCTOBER) -> Meeting:
    found = sent(context, day)
    return meetings.hold(context, found.id, found.version)


def closed(context: Context, day: date = OCTOBER) -> Meeting:
    found = held(context, day)
    return meetings.close(context, found.id, found.version)
