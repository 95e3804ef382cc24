"""What a council decided on its old agreement is still there when it meets of the new one alone."""

from datetime import date, timedelta

import pytest

from loftdb.actions import meeting_files, meetings, minutes
from loftdb.actions.context import Context
from loftdb.actions.minutes import Write
from loftdb.core.access import Grant, Role
from loftdb.core.meetings.rules import Assignment
from tests.actions.conftest import CONTROLS, as_actor
from tests.actions.council import DECEMBER, OCTOBER, SPRING, at, closed, of_the_new_one, sent
from tests.actions.histories import HOUNDS

pytestmark = pytest.mark.usefixtures("without_typesetting")


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


def test_the_notes_name_the_promise_of_another_agreement_and_what_was_decided(context: Context) -> None:
    first = sent(context)
    for promise, action in ((CONTROLS, "Fler kontroller"), (HOUNDS, "Boka hund")):
        minutes.decide(context, first.id, Assignment(promise, action, "Gruppchefen", DECEMBER))
    found = of_the_new_one(context)
    told = meeting_files.notes_draft(context, meetings.send(context, found.id, found.version)).text
    assert "Trafikkontroller (Medborgarlöfte 2023–2024)\tFler kontroller" in told
    assert "Hundträning i skolornas lokaler (Medborgarlöfte 2023–2024)\tKänsligt löfte" in told
    assert "Boka hund" not in told


def test_what_is_done_after_a_meeting_was_closed_is_no_news_at_it(context: Context) -> None:
    first = sent(at(context, SPRING), date(2024, 6, 5))
    due = date(2024, 9, 1)
    made = minutes.decide(context, first.id, Assignment(CONTROLS, "Fler kontroller", "Gruppchefen", due)).decision
    found = closed(context)
    later = at(context, context.now + timedelta(days=3))
    minutes.mark_done(later, made.id, OCTOBER + timedelta(days=2), "", Write(1))
    told = meetings.agenda(later, found)
    assert (told.decisions_due, told.decisions_done) == ((made,), ())
    [item] = [each for each in told.items if each.promise.id == CONTROLS]
    assert item.decisions == (made,)
