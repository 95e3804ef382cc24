"""The basis of a *tjänsteskrivelse*: one municipality on one day, as known at one moment; only what may be public.

No internal text and nobody's name is in it, whoever asks. Of a sensitive promise it has counts per month, no words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations, needing
from loftdb.actions.duties import Meetings, duties
from loftdb.actions.forecast import forecasted
from loftdb.actions.month_counts import counts_by_month, judged_months, of_year
from loftdb.actions.progress import Scope, agreements, cutoffs, today
from loftdb.actions.register import find_municipality, reference
from loftdb.actions.status import history
from loftdb.core.memo import Counted, Explained, Followed, Memo, Part, Unexplained, told_year
from loftdb.core.model import SIGNING_PARTIES, Agreement, Promise, StatusUpdate
from loftdb.core.periods import month
from loftdb.core.progress import records, signers


def memo(context: Context, municipality: str, scope: Scope | None = None, meetings: Meetings | None = None) -> Memo:
    """Gather the basis for a municipality (name or code); the scope's day and moment, null: today and now.

    The agreements are those in force on the day, or else the last one before it. NotFound.
    """
    place = find_municipality(context, municipality)
    scope = replace(scope or Scope(), municipality=str(place.code), agreement=None)
    day = scope.on or today(context, scope.known_on)
    return Memo(
        place,
        day,
        scope.known_on or context.now,
        tuple(_part(context, scope, each, day, meetings) for each in _of_day(agreements(context, scope), day)),
        reference(context, scope.known_on).thresholds,
        context.database.clock is not None,
    )


def _of_day(found: Sequence[Agreement], day: date) -> list[Agreement]:
    """Return the agreements in force on the day, else the last that ended before it, else the first that comes."""
    current = [each for each in found if day in each.period]
    ended = sorted((each for each in found if each.period.end <= day), key=lambda each: each.period.end)
    return current or ended[-1:] or sorted(found, key=lambda each: each.period)[:1]


def _part(context: Context, scope: Scope, agreement: Agreement, day: date, meetings: Meetings | None) -> Part:
    scope = replace(scope, agreement=agreement.id)
    year = told_year(agreement, day)
    limits = cutoffs(context, scope)
    reporting = {party for promise in agreement.promises if promise.measures for party in signers(promise)}
    unsigned = {
        party: limits.unreported(agreement, agreement.home.code, party)
        for party in SIGNING_PARTIES
        if party in reporting
    }
    rows = records(of_year(forecasted(context, scope), year))
    return Part(
        agreement,
        year,
        tuple(_followed(context, scope, agreement, year)),
        tuple(sorted({(min(row["judged_through"], row["last"]).date(), row["signed"]) for row in rows})),
        {party: [first for first in months if month(first).last <= day] for party, months in unsigned.items()},
        duties(context, scope, meetings),
    )


def _followed(context: Context, scope: Scope, agreement: Agreement, year: int) -> Iterator[Followed]:
    day, needed = scope.on or today(context, scope.known_on), needing(context, scope)
    written = [each for each in deviations(context, scope).values() if each.public and (each.year or year) <= year]
    counted = _counted(context, scope, agreement, year)
    for promise in agreement.promises:
        subjects = {promise.id, *(measure.id for measure in promise.measures)}
        own = [each for each in written if each.subject in subjects]
        word = _word(context, scope, promise)
        yield Followed(
            promise,
            tuple(counted[measure.number] for measure in promise.measures),
            word,
            word is not None and word.is_stale(day, agreement.period),
            tuple(Explained(each.year, each.public) for each in sorted(own, key=lambda each: each.year or 0)),
            tuple(
                Unexplained(each.year, each.state)
                for each in needed
                if each.promise.id == promise.id and (each.year or year) <= year
            ),
        )


def _word(context: Context, scope: Scope, promise: Promise) -> StatusUpdate | None:
    """Return the last word on the promise by the scope's day and moment; of a sensitive one the status alone."""
    said = [
        each
        for each in history(context, promise.id)
        if (scope.on is None or each.on <= scope.on)
        and (scope.known_on is None or each.registered_at <= scope.known_on)
    ]
    return replace(said[-1], done="", next_step="") if said and promise.sensitive else said[-1] if said else None


def _counted(context: Context, scope: Scope, agreement: Agreement, year: int) -> dict[int, Counted]:
    """Return the figures of every measure, by its number."""
    frame, by_month = forecasted(context, scope), counts_by_month(context, scope)
    now, earlier = of_year(frame, year), frame[frame["year"] < year]
    return {
        measure.number: Counted(
            measure,
            tuple(records(now[now["number"] == measure.number])),
            tuple(records(earlier[earlier["number"] == measure.number])),
            tuple(judged_months(now, measure, year, by_month)) if promise.sensitive else (),
        )
        for promise in agreement.promises
        for measure in promise.measures
    }
