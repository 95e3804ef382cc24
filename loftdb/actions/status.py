"""What people say of a promise without a number, and of the items of a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.register import find_promise, reference
from loftdb.core import privacy
from loftdb.core.access import Action
from loftdb.core.changes import Said
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, Refused
from loftdb.core.model import Promise, Status, StatusUpdate
from loftdb.core.periods import MEANT
from loftdb.store import status as stored


@dataclass(frozen=True)
class Word:
    """What is to be said of a promise on a day."""

    promise: str
    on: date
    status: Status | None = None
    done: str = ""
    """*Vad har gjorts?*"""
    next_step: str = ""
    covered: frozenset[str] = frozenset()
    """Keys of the list items covered so far."""
    seen: int = 0
    """The version that the person read, 0 if none: ConcurrentChange if somebody has said more since."""


def latest(context: Context, known_on: datetime | None = None) -> dict[str, StatusUpdate]:
    """Return the last word on each promise that the actor may read, as far as the actor may see it.

    As known at ``known_on`` (naive UTC; null: now).
    """
    version = (context.database.ledger_version, context.database.reference_version)
    return cached(("statuses", context.actor, known_on), version, lambda: dict(_heard_last(context, known_on)))


def history(context: Context, promise_id: str) -> tuple[StatusUpdate, ...]:
    """Return every word on a promise, the first one first. NotFound where the actor may not read it."""
    _, promise = find_promise(context, promise_id)
    return tuple(_heard(context, promise, each) for each in stored.history(context.database, promise_id))


def update(context: Context, word: Word, submission: str | None = None) -> tuple[Issue, ...]:
    """Save a word on a promise; return warnings. Refused, NotAllowed, NotFound, ConcurrentChange."""
    _, promise = find_promise(context, word.promise)
    context.demand(Action.UPDATE_STATUS, promise)
    found = tuple(_issues(context, promise, word))
    if found:
        raise Refused(*found)
    try:
        with context.database.transaction(context.now, submission) as tx:
            _demand_unchanged(context, word)
            stored.update(
                tx, promise.id, word.on, word.status, word.done.strip(), word.next_step.strip(),
                sorted(word.covered), context.actor.name,
            )  # fmt: skip
    except AlreadySaved:
        return ()
    return (*privacy.warnings(word.done, "done"), *privacy.warnings(word.next_step, "next_step"))


def said(promise: Promise, word: StatusUpdate) -> Said:
    """Return the word as a freeze and a comparison have it: whoever asks, without texts for a sensitive promise."""
    texts = ("", "") if promise.sensitive else (word.done, word.next_step)
    return Said(word.on, word.status, *texts, word.covered)


def _heard_last(context: Context, known_on: datetime | None) -> Iterator[tuple[str, StatusUpdate]]:
    words = stored.latest(context.database, known_on)
    for _, promise in reference(context, known_on).promises():
        if promise.id in words:
            yield promise.id, _heard(context, promise, words[promise.id])


def _heard(context: Context, promise: Promise, update: StatusUpdate) -> StatusUpdate:
    """Return the word without its texts where the promise is sensitive and the actor may not read that."""
    if promise.sensitive and not context.may(Action.READ_SENSITIVE, promise):
        return replace(update, done="", next_step="")
    return update


def _demand_unchanged(context: Context, word: Word) -> None:
    said = stored.history(context.database, word.promise)
    if (said[-1].version if said else 0) != word.seen:
        raise ConcurrentChange("status", word.promise)


def _issues(context: Context, promise: Promise, word: Word) -> Iterator[Issue]:
    if word.on > context.today:
        yield Issue("status_in_future", "on", {"date": word.on})
    elif word.on not in MEANT:
        yield Issue("date_far", "on", {"first": MEANT.start.year, "last": MEANT.last.year})
    if word.covered - {item.key for item in promise.items}:
        yield Issue("unknown_item", "covered")
    if word.status is None and not word.covered and not word.done.strip():
        yield Issue("nothing_said", "done")
    yield from privacy.refusals(word.done, "done")
    yield from privacy.refusals(word.next_step, "next_step")
