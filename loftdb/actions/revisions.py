"""A revision during the term: what it does to the targets and the läge is shown before it is saved; the old stays."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, judgement
from loftdb.actions.register import find_agreement, find_promise, reference
from loftdb.core import amendments
from loftdb.core.access import Action, allowed
from loftdb.core.amendments import (
    Amendment,
    Dropped,
    Effect,
    Ground,
    Kind,
    NewTarget,
    NewWording,
    Past,
    Prolonged,
    Row,
)
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, NotFound, Refused
from loftdb.core.model import Agreement, Promise
from loftdb.core.progress import Judge, records, schedule
from loftdb.store import revisions as stored
from loftdb.store import sums
from loftdb.store.reference import load
from loftdb.store.revisions import Warrant

__all__ = [
    "Amendment",
    "Dropped",
    "Effect",
    "Ground",
    "NewTarget",
    "NewWording",
    "Prolonged",
    "past",
    "possible",
    "preview",
    "revise",
]


def possible(context: Context, agreement: Agreement, promise: Promise) -> tuple[Kind, ...]:
    """Return what the actor may change, from the promise's page: nothing more in a promise that was dropped."""
    return tuple(_possible_kinds(context, agreement, promise))


def _possible_kinds(context: Context, agreement: Agreement, promise: Promise) -> Iterator[Kind]:
    if context.may(Action.EDIT_AGREEMENTS, promise) and promise.dropped_from is None:
        if promise.measures:
            yield Kind.TARGET
        yield Kind.WORDING
        yield Kind.DROPPED
    if allowed(context.actor, Action.EDIT_AGREEMENTS, agreement.home.code):
        yield Kind.PROLONGED


def past(context: Context, promise_id: str) -> Past:
    """Return what the promise's targets and its agreement's end have been. NotFound."""
    agreement, promise = find_promise(context, promise_id)
    targets = {each.number: stored.target_versions(context.database, each.number) for each in promise.measures}
    return Past(stored.ends(context.database, agreement.id), targets)


def preview(context: Context, agreement_id: str, amendment: Amendment, ground: Ground) -> tuple[Effect, ...]:
    """Return the rows whose target, läge or days a change would alter, by measure; nothing is saved.

    Neither decision nor reason is asked for yet. NotFound, Refused.
    """
    agreement = find_agreement(context, agreement_id)
    _refuse(lambda: amendments.effect_issues(agreement, amendment, ground.valid_from))
    changed = amendments.amended(agreement, amendments.revision(agreement, amendment, ground))
    before, after = (_rows(context, each) for each in (agreement, changed))
    keys = sorted({*before, *after}, key=lambda key: (key[0], key[1] or 0, key[2]))
    effects = (Effect(*key, before.get(key), after.get(key)) for key in keys)
    return tuple(each for each in effects if _told(each.before) != _told(each.after))


def revise(
    context: Context, seen: Agreement, amendment: Amendment, ground: Ground, submission: str | None = None
) -> tuple[Issue, ...]:
    """Save a change of the agreement that the person read; return warnings.

    NotFound, NotAllowed, Refused, ConcurrentChange where somebody has changed the agreement since.
    """
    _demand(context, find_agreement(context, seen.id), amendment)
    warrant = Warrant(ground.valid_from, context.actor.name, ground.decision.strip(), ground.reason.strip())
    try:
        with context.database.transaction(context.now, submission) as tx:
            if find_agreement(context, seen.id) != seen:
                raise ConcurrentChange("agreement", seen.title)
            _refuse(lambda: amendments.issues(seen, amendment, ground))
            stored.write(tx, amendments.revision(_whole(context, seen.id), amendment, ground), warrant)
    except AlreadySaved:
        return ()
    return tuple(amendments.warnings(seen, amendment, ground))


def _whole(context: Context, agreement_id: str) -> Agreement:
    """Return the agreement with all its promises, whoever asks."""
    return next(each for each in load(context.database).agreements if each.id == agreement_id)


def _refuse(found: Callable[[], Iterable[Issue]]) -> None:
    """Raise Refused with what keeps a change from being made, NotFound for a promise that is not the agreement's."""
    try:
        wrong = tuple(found())
    except KeyError as error:
        raise NotFound("promise", error.args[0]) from error
    if wrong:
        raise Refused(*wrong)


def _demand(context: Context, agreement: Agreement, amendment: Amendment) -> None:
    """Raise NotAllowed unless the actor may: the whole agreement is changed by its home's coordinator."""
    if isinstance(amendment, Prolonged):
        context.demand_in(Action.EDIT_AGREEMENTS, agreement.home.code)
    else:
        _, promise = find_promise(context, amendment.promise)
        context.demand(Action.EDIT_AGREEMENTS, promise)


def _rows(context: Context, agreement: Agreement) -> dict[tuple[int, int | None, date], Row]:
    """Judge an agreement that need not be saved, from the log."""
    judged = judgement(context, Scope(agreement=agreement.id))
    judge = Judge(schedule((agreement,)))
    limits = judge.limits(judged.cutoffs)
    homes = {promise.home for promise in agreement.promises}
    frame = judge.frame(sums.totals(context.database, limits.plan, homes), limits, reference(context).thresholds)
    rows = zip(judge.schedule.rows, records(frame), strict=True)
    return {(row.measure.number, row.year, row.days.start): facts for row, facts in rows}


def _told(row: Row | None) -> tuple[str, ...] | None:
    """Return what a change can alter of a row, as text: nulls compare equal then."""
    if row is None:
        return None
    names = ("state", "target", "target_original", "value", "value_max", "last", "intervals", "held", "dropped_from")
    return tuple(str(row[name]) for name in names)
