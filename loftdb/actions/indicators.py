"""Figures from elsewhere (a yearly trygghetsmätning, say), beside the counts: with source and time, and no claim.

The coordinator of any of the agreement's municipalities enters them; everybody who reads the agreement reads them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from loftdb.actions.context import Context
from loftdb.actions.register import find_agreement
from loftdb.core import privacy
from loftdb.core.access import Action, allowed
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, NotAllowed, NotFound, Refused
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.meetings.rules import Reading, reading_issues
from loftdb.core.model import Agreement
from loftdb.store import minutes as stored
from loftdb.store.minutes import Value


def indicators(context: Context, agreement_id: str) -> tuple[IndicatorValue, ...]:
    """Return the agreement's values that stand, by problem area, name and time. NotFound."""
    find_agreement(context, agreement_id)
    return tuple(each for each in stored.indicators(context.database) if each.agreement == agreement_id)


def may_enter(context: Context, agreement: Agreement) -> bool:
    """Tell whether the actor may enter values of the agreement."""
    return any(allowed(context.actor, Action.EDIT_AGREEMENTS, each.code) for each in agreement.municipalities)


def enter(
    context: Context, reading: Reading, submission: str | None = None, *, at: datetime | None = None
) -> tuple[Issue, ...]:
    """Save a value; return warnings. Refused, NotAllowed, NotFound. ``at``: when (naive UTC), for the demo only."""
    _demand(context, reading)
    before = indicators(context, reading.agreement)
    try:
        with context.database.transaction(context.now, submission, registered_at=at) as tx:
            stored.measure(tx, Value(_trimmed(reading)), context.actor.name)
    except AlreadySaved:
        return ()
    return tuple(_warnings(_trimmed(reading), before))


def mend(
    context: Context, number: int, seen: int, reading: Reading, submission: str | None = None
) -> tuple[Issue, ...]:
    """Save what a value should have said; ``seen`` is the version that was read. As ``enter``, and ConcurrentChange."""
    _demand(context, reading)
    others = [each for each in indicators(context, reading.agreement) if each.id != number]
    _revise(context, number, seen, Value(_trimmed(reading)), submission)
    return tuple(_warnings(_trimmed(reading), others))


def withdraw(context: Context, number: int, seen: int, submission: str | None = None) -> None:
    """Take a value back; it stays in the history. As ``mend``."""
    value = _find(context, number)
    about = (value.agreement, value.name, value.unit, value.value, value.source, value.on, value.year)
    reading = Reading(*about, value.problem_area)
    _demand_may(context, value.agreement)
    _revise(context, number, seen, Value(reading, is_withdrawn=True), submission)


def _revise(context: Context, number: int, seen: int, value: Value, submission: str | None) -> None:
    try:
        with context.database.transaction(context.now, submission) as tx:
            before = _find(context, number)
            if before.version != seen or before.agreement != value.reading.agreement:
                raise ConcurrentChange("indicator", before.name)
            stored.measure(tx, value, context.actor.name, number)
    except AlreadySaved:
        return


def _find(context: Context, number: int) -> IndicatorValue:
    for each in stored.indicators(context.database):
        if each.id == number:
            find_agreement(context, each.agreement)
            return each
    raise NotFound("indicator", number)


def _demand(context: Context, reading: Reading) -> None:
    agreement = _demand_may(context, reading.agreement)
    found = tuple(reading_issues(reading, agreement.problem_areas, context.today))
    if found:
        raise Refused(*found)


def _demand_may(context: Context, agreement_id: str) -> Agreement:
    agreement = find_agreement(context, agreement_id)
    if not may_enter(context, agreement):
        raise NotAllowed(Action.EDIT_AGREEMENTS, str(agreement.home.code))
    return agreement


def _warnings(reading: Reading, others: Iterable[IndicatorValue]) -> Iterator[Issue]:
    """Yield what the person should look at: a likely name, and a value of the same thing at the same time (5.24)."""
    for field in ("name", "source"):
        yield from privacy.warnings(getattr(reading, field), field)
    for each in others:
        if (_subject(each), each.on, each.year) == (_subject(reading), reading.on, reading.year):
            yield Issue("indicator_twice", "on", {"value": str(each.value).replace(".", ","), "unit": each.unit})


def _subject(said: Reading | IndicatorValue) -> tuple[str | None, str, str]:
    return said.problem_area, said.name.casefold(), said.unit.casefold()


def _trimmed(reading: Reading) -> Reading:
    return replace(reading, name=reading.name.strip(), unit=reading.unit.strip(), source=reading.source.strip())
