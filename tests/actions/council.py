"""Meetings of Strömstad's council, as far on their way as a test needs them."""

from dataclasses import replace
from datetime import date, datetime

from loftdb.actions import meetings
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.actions.register import find_agreement
from loftdb.core.meetings.records import Meeting
from loftdb.core.model import Agreement
from loftdb.core.periods import Period
from loftdb.store.agreements import add_agreements
from tests.actions.conftest import AGREEMENT

JUNE, OCTOBER = date(2024, 6, 12), date(2024, 10, 15)
NEXT, DECEMBER = "stromstad-2025-2026", date(2024, 12, 3)
SPRING = datetime.fromisoformat("2024-06-05T08:00")


def successor(context: Context) -> Agreement:
    """Add an agreement that follows the old one, with those of its promises that are told in words."""
    old = find_agreement(context, AGREEMENT)
    own = (each for each in old.promises if not each.measures)
    promises = tuple(replace(each, id=f"{NEXT}/{each.id.rsplit('/')[-1]}") for each in own)
    period = Period(date(2025, 1, 1), date(2027, 1, 1))
    new = replace(old, id=NEXT, title="Medborgarlöfte 2025–2026", period=period, promises=promises, duties=())
    with context.database.transaction(context.now) as tx:
        add_agreements(tx, [new], "någon")
    return find_agreement(context, NEXT)


def of_the_new_one(context: Context) -> Meeting:
    """Plan a meeting that goes through the new agreement alone."""
    return meetings.plan(context, "Strömstad", Draft(DECEMBER, (successor(context).id,)))


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
