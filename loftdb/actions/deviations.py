"""*Avvikelse och orsak*: written by coordinators and managers; the internal text is only for those who work with it.

Who reads sensitive fields reads it: a *Läsare* does not (the domain's section 2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, agreements, judgement, today
from loftdb.actions.register import reference
from loftdb.actions.status import latest
from loftdb.core import privacy
from loftdb.core.access import Action
from loftdb.core.deviations import (
    EXPLAINED,
    Deviation,
    Key,
    acceptance_issues,
    is_explained_by,
    needs_explaining,
)
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, NotFound, Refused
from loftdb.core.meetings.records import Stage, WrittenVerdict
from loftdb.core.model import Agreement, Measure, Promise, Standing, Status, Verdict
from loftdb.core.periods import Interval, years
from loftdb.store import deviations as stored
from loftdb.store.meetings import meetings
from loftdb.store.minutes import verdicts


@dataclass(frozen=True)
class Acceptance:
    """That a deviation is accepted for a time."""

    decided_by: str
    """The function that decided; empty: nobody accepts it."""
    until: date | None = None
    """The last day; null: until further notice."""


@dataclass(frozen=True)
class Account:
    """What is to be written of a measure (or a promise told in words) in a year, null for the whole term."""

    subject: str
    year: int | None
    internal: str = ""
    public: str = ""
    seen: int = 0
    """The version that the person read, 0 if none: ConcurrentChange if somebody has written since."""
    accepted: Acceptance | None = None
    """Who accepts it, and until when; null: as it stood."""

    @property
    def key(self) -> Key:
        """What it is of."""
        return self.subject, self.year


@dataclass(frozen=True)
class Need:
    """Something that did not go as promised and has no text to publish."""

    agreement: Agreement
    promise: Promise
    measure: Measure | None
    """Null for what a status says."""
    year: int | None
    state: Standing | Status | Verdict
    deviation: Deviation | None
    """What was written of it so far, for internal use."""

    @property
    def key(self) -> Key:
        """What a deviation of it is written under."""
        return self.measure.id if self.measure else self.promise.id, self.year


def deviations(context: Context, scope: Scope | None = None) -> dict[Key, Deviation]:
    """Return what is written of everything that the actor may read, as far as the actor may read it."""
    known_on = scope.known_on if scope else None
    version = (context.database.ledger_version, context.database.reference_version)
    return cached(("deviations", context.actor, known_on), version, lambda: dict(_readable(context, known_on)))


def _readable(context: Context, known_on: datetime | None) -> Iterator[tuple[Key, Deviation]]:
    promises = _subjects(context)
    for key, deviation in stored.latest(context.database, known_on).items():
        if deviation.subject in promises:
            yield key, _seen(context, promises[deviation.subject][1], deviation)


def history(context: Context, subject: str, year: int | None) -> tuple[Deviation, ...]:
    """Return every version of a deviation, the first one first. NotFound where the actor may not read the promise."""
    _, promise = _find(context, subject)
    return tuple(_seen(context, promise, each) for each in stored.history(context.database, (subject, year)))


def may_write(context: Context, promise: Promise) -> bool:
    """Tell whether the actor may write a deviation of the promise."""
    return context.may(Action.WRITE_DEVIATION, promise)


def write(context: Context, account: Account, submission: str | None = None) -> tuple[Issue, ...]:
    """Save what went otherwise and why; return warnings. Refused, NotAllowed, NotFound, ConcurrentChange.

    Two empty texts take back what was written before.
    """
    agreement, promise = _find(context, account.subject)
    context.demand(Action.WRITE_DEVIATION, promise)
    found = tuple(_issues(agreement, account))
    if found:
        raise Refused(*found)
    said = account.internal.strip(), account.public.strip()
    try:
        with context.database.transaction(context.now, submission) as tx:
            written = stored.history(context.database, account.key)
            if (written[-1].version if written else 0) != account.seen:
                raise ConcurrentChange("deviation", promise.title)
            accepted = account.accepted or _acceptance(written)
            texts = stored.Texts(*said, accepted.decided_by.strip(), accepted.until)
            stored.write(tx, account.key, texts, context.actor.name)
    except AlreadySaved:
        return ()
    return tuple(
        issue
        for field in ("internal", "public", "decided_by")
        for issue in privacy.warnings(getattr(texts, field), field)
    )


def _acceptance(written: Sequence[Deviation]) -> Acceptance:
    return Acceptance(written[-1].decided_by, written[-1].accepted_until) if written else Acceptance("")


def _issues(agreement: Agreement, account: Account) -> Iterator[Issue]:
    if account.year is not None and account.year not in years(agreement.period):
        yield Issue("year_outside_agreement", "year", {"year": account.year, "period": agreement.period})
    if not (account.internal.strip() or account.public.strip() or account.seen):
        yield Issue("deviation_empty", "public")
    yield from privacy.refusals(account.internal, "internal")
    yield from privacy.refusals(account.public, "public")
    if account.accepted:
        yield from acceptance_issues(account.accepted.decided_by, account.accepted.until, account.public)


def needing(context: Context, scope: Scope | None = None) -> tuple[Need, ...]:
    """Return everything in the scope that must be explained before it is published and is not (5.22).

    Progress rows that are *Efter* or *Ej uppnått*, measures that were dropped, the last status where it says
    *Försenat* or *Avfört*, and what a council judged *Ej uppfyllt*. A weekly promise is explained year by year, not for
    the term.
    """
    scope = scope or Scope()
    written = deviations(context, scope)
    found = [*_from_verdicts(context, scope), *_from_progress(context, scope), *_from_words(context, scope)]
    needed = {each.key: each for each in found if not is_explained_by(written.get(each.key))}
    return tuple(replace(each, deviation=written.get(key)) for key, each in needed.items())


def year_of(context: Context, agreement: Agreement, promise: Promise) -> int:
    """Return the year that is explained of a promise told in words: of its last word, or of its being dropped."""
    word = latest(context).get(promise.id)
    day = promise.dropped_from or (word.on if word else context.today)
    return _year(agreement, day.year)


def is_needed_by_word(context: Context, promise: Promise) -> bool:
    """Tell whether the last word on a promise, or its being dropped, must be explained before it is published."""
    word = latest(context).get(promise.id)
    said = word.status if word else None
    return promise.dropped_from is not None or (said is not None and needs_explaining(said))


def is_judged_unfulfilled(context: Context, promise: Promise, year: int | None) -> bool:
    """Tell whether a council's last verdict on a promise in a year (null: any), or in its term, is *Ej uppfyllt*."""
    said = (each for each in _unfulfilled(context, Scope()) if each.promise == promise.id)
    return any(year is None or each.year in (None, year) for each in said)


def _from_verdicts(context: Context, scope: Scope) -> Iterator[Need]:
    """Yield what the councils judged *Ej uppfyllt*; what is judged as a whole is explained by a text of any year."""
    promises = {promise.id: (whole, promise) for whole in agreements(context, scope) for promise in whole.promises}
    explained = {subject for (subject, _), each in deviations(context, scope).items() if is_explained_by(each)}
    for said in _unfulfilled(context, scope):
        agreement, promise = promises.get(said.promise, (None, None))
        for measure in _judged(promise) if promise else ():
            is_whole = measure is None or said.year is None or _is_of_term(measure)
            if agreement and promise and not (is_whole and (measure or promise).id in explained):
                day = scope.on or today(context, scope.known_on)
                year = _year(agreement, said.year or day.year)
                found = Need(agreement, promise, measure, year, Verdict.NOT_FULFILLED, None)
                yield replace(found, year=None) if measure and _is_of_term(measure) else found


def _judged(promise: Promise) -> tuple[Measure | None, ...]:
    """Return what a verdict on the promise is of: its measures with a number, or (null) its words."""
    return tuple(measure for measure in promise.measures if measure.targets) or (None,)


def _is_of_term(measure: Measure) -> bool:
    return any(target.interval is Interval.TERM for target in measure.targets)


def _unfulfilled(context: Context, scope: Scope) -> Iterator[WrittenVerdict]:
    """Yield the verdicts *Ej uppfyllt* that no later meeting changed."""
    held = {
        each.id
        for each in meetings(context.database, known_on=scope.known_on)
        if each.stage is not Stage.CANCELLED and (scope.on is None or each.day <= scope.on)
    }
    said = sorted(verdicts(context.database, held, scope.known_on), key=lambda each: each.registered_at)
    last = {(each.promise, each.year): each for each in said if each.verdict}
    return (each for each in last.values() if each.verdict is Verdict.NOT_FULFILLED)


def _from_progress(context: Context, scope: Scope) -> Iterator[Need]:
    judged = judgement(context, scope)
    frame = judged.frame
    asked = frame["state"].isin(EXPLAINED) & ~(frame["held_rule"] & frame["year"].isna())
    dropped = (frame["dropped_from"].dt.year == frame["year"]) & (frame["judged_through"] >= frame["dropped_from"])
    chosen = frame[asked | dropped.fillna(value=False)]
    for place, said in zip(chosen.index, chosen["state"], strict=True):
        row = judged.judge.schedule.rows[place]
        state = Standing(said) if needs_explaining(said) else Status.DROPPED
        yield Need(row.agreement, row.promise, row.measure, row.year, state, None)


def _from_words(context: Context, scope: Scope) -> Iterator[Need]:
    words = latest(context, scope.known_on)
    for agreement in agreements(context, scope):
        for promise in agreement.promises:
            dropped = promise.dropped_from
            if dropped and dropped <= (scope.on or today(context, scope.known_on)):
                yield Need(agreement, promise, None, _year(agreement, dropped.year), Status.DROPPED, None)
            word = words.get(promise.id)
            if word and word.status and needs_explaining(word.status) and (scope.on is None or word.on <= scope.on):
                yield Need(agreement, promise, None, _year(agreement, word.on.year), word.status, None)


def _year(agreement: Agreement, year: int) -> int:
    """Return the year of the agreement that a word belongs to: its nearest."""
    listed = years(agreement.period)
    return min(max(year, listed[0]), listed[-1])


def _seen(context: Context, promise: Promise, deviation: Deviation) -> Deviation:
    return deviation if context.may(Action.READ_SENSITIVE, promise) else replace(deviation, internal="")


def _subjects(context: Context) -> dict[str, tuple[Agreement, Promise]]:
    """Return the agreement and the promise of everything that a deviation can be of."""
    whole = reference(context)
    return cached(
        ("deviation subjects", context.actor),
        whole.version,
        lambda: {
            subject: (agreement, promise)
            for agreement, promise in whole.promises()
            for subject in (promise.id, *(measure.id for measure in promise.measures))
        },
    )


def _find(context: Context, subject: str) -> tuple[Agreement, Promise]:
    if subject not in _subjects(context):
        raise NotFound("promise", subject)
    return _subjects(context)[subject]
