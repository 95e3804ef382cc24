"""What a council decided on its old agreement is still there when it meets of the new one alone."""

from dataclasses import replace
from datetime import date

import pytest

from loftdb.actions import meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.meetings import Draft
from loftdb.actions.register import find_agreement
from loftdb.core.access import Grant, Role
from loftdb.core.meetings.records import Meeting
from loftdb.core.meetings.rules import Assignment
from loftdb.core.model import Agreement
from loftdb.core.periods import Period
from loftdb.store.agreements import add_agreements
from tests.actions.conftest import AGREEMENT, CONTROLS, as_actor
from tests.actions.council import sent
from tests.actions.histories import HOUNDS

pytestmark = pytest.mark.usefixtures("without_typesetting")
NEXT, DECEMBER = "stromstad-2025-2026", date(2024, 12, 3)


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
    successor(context)
    found = meetings.plan(context, "Strömstad", Draft(DECEMBER, (NEXT,)))
    return meetings.send(context, found.id, found.version)


def test_a_decision_on_an_old_agreement_comes_to_a_meeting_of_the_new_one_with_its_promise(context: Context) -> None:
    first = sent(context)
    made = minutes.decide(context, first.id, Assignment(CONTROLS, "Fler kontroller", "Gruppchefen", DECEMBER)).decision
    found = of_the_new_one(context)
    assert minutes.carried(context, found) == (made,)
    assert [each.id for _, each in minutes.elsewhere(context, found, [made])] == [CONTROLS]
    assert minutes.elsewhere(context, first, [made]) == ()


def test_the_words_of_a_sensitive_promise_are_hidden_also_at_a_meeting_of_another_agreement(context: Context) -> None:
    minutes.decide(context, sent(context).id, Assignment(HOUNDS, "Boka hund", "Chefen", DECEMBER))
    found = of_the_new_one(context)
    reader = as_actor(context, Grant(Role.READER))
    assert [each.action for each in minutes.carried(reader, found)] == [""]
    assert [each.action for each in minutes.carried(context, found)] == ["Boka hund"]
