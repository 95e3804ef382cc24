"""What is offered to the one who logs."""

from loftdb.actions.choices import loggable, suggested
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.core.access import Grant, Role
from tests.actions.conftest import CONTROLS, GRUMS, OFFICE, PATROLS, STROMSTAD, as_actor, number, police_in, single


def test_nobody_is_offered_what_they_may_not_log(context: Context) -> None:
    assert not loggable(as_actor(context, Grant(Role.READER)))
    titles = {promise.title for _, promise, _ in loggable(police_in(context, GRUMS)).values()}
    assert "Lokalt poliskontor varje vecka" in titles
    assert "Kontroll av alkohol- och tobakstillstånd" not in titles


def test_running_agreements_stand_first(context: Context) -> None:
    running = [context.today in agreement.period for agreement, _, _ in loggable(context).values()]
    assert running == sorted(running, reverse=True)
    assert not all(running)


def test_without_a_log_the_promises_with_a_number_are_offered(context: Context) -> None:
    police = police_in(context, STROMSTAD)
    assert suggested(police, 2) == (number(context, CONTROLS), number(context, PATROLS))
    assert suggested(police_in(context, GRUMS), 5) == (number(context, OFFICE),)


def test_the_persons_latest_are_offered_first(context: Context) -> None:
    police = police_in(context, STROMSTAD)
    log(police, single(context, PATROLS, "2024-10-14"))
    assert suggested(police, 2) == (number(context, PATROLS), number(context, CONTROLS))
