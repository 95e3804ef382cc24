"""What changed between two moments, as far as the actor may read it: what a council wants to hear first.

Nobody's name is in it, no comment, and of a sensitive promise only counts per month and statuses, whoever asks.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations
from loftdb.actions.duties import duties
from loftdb.actions.progress import Scope, homes_of, judgement, signed_off
from loftdb.actions.progress import agreements as agreements_of
from loftdb.actions.register import measures, reference
from loftdb.actions.status import latest, said
from loftdb.core.changes import (
    Basis,
    Changes,
    Known,
    Readable,
    RowFacts,
    SignedMonth,
    compare,
    entry_changes,
    merged,
    reference_fields,
)
from loftdb.core.model import Agreement, Measure, Promise, Season, Standing
from loftdb.core.progress import records
from loftdb.store import changes as stored
from loftdb.store.changes import Between


@dataclass(frozen=True)
class Span:
    """Two moments of one scope: what was known, and through which day it was judged, at each."""

    before: Scope
    after: Scope
    """Of the same municipality and agreement as the first."""
    agreements: frozenset[str] | None = None
    """Only these of the scope; null: all."""


def changes(context: Context, span: Span) -> Changes:
    """Return all that differs between the moments. NotFound for an unknown municipality.

    Entries that were logged and withdrawn between them are not there. What is redacted is read as it now stands.
    """
    between = Between(span.before.known_on, span.after.known_on)
    bases = {
        subject: Basis(each.valid_from, each.decision, each.reason)
        for subject, each in stored.warrants_between(context.database, between).items()
    }
    rest = compare(known(context, span.before, span.agreements), known(context, span.after, span.agreements), bases)
    pairs = stored.activities_between(context.database, between, homes_of(context, span.after))
    return merged(entry_changes(pairs, readable(context, span)), rest, between.since, between.until)


def known(context: Context, scope: Scope, chosen: Collection[str] | None = None) -> Known:
    """Return everything but the entries that was known at the scope's moment, of the chosen agreements (null: all)."""
    own = tuple(_agreements(context, scope, chosen))
    promises = {promise.id: promise for agreement in own for promise in agreement.promises}
    subjects = {*promises, *(measure.id for _, measure in _measures(own))}
    return Known(
        dict(_rows(context, scope, {agreement.id for agreement in own})),
        {(measure.number, each.valid_from): each for _, measure in _measures(own) for each in measure.targets},
        {measure.number: measure.season for _, measure in _measures(own) if measure.season != Season()},
        reference_fields(own, reference(context, scope.known_on).thresholds),
        {
            each.promise: said(promises[each.promise], each)
            for each in latest(context, scope.known_on).values()
            if each.promise in promises
        },
        frozenset(_signed(context, scope, own)),
        {key: each.public for key, each in deviations(context, scope).items() if key[0] in subjects and each.public},
        dict(_done(context, scope, {agreement.id for agreement in own})),
    )


def readable(context: Context, span: Span) -> Readable:
    """Return which measures of the span are told of; one that is or was sensitive, or is now, is told by the month."""
    shown: set[int] = set()
    sensitive = {number for number, (_, promise, _) in measures(context).items() if promise.sensitive}
    for scope in (span.before, span.after):
        shown |= {measure.number for _, measure in _measures(_agreements(context, scope, span.agreements))}
        whole = reference(context, scope.known_on).agreements
        sensitive |= {measure.number for promise, measure in _measures(whole) if promise.sensitive}
    return Readable(frozenset(shown), frozenset(measures(context)) - sensitive)


def _agreements(context: Context, scope: Scope, chosen: Collection[str] | None) -> Iterator[Agreement]:
    return (each for each in agreements_of(context, scope) if chosen is None or each.id in chosen)


def _measures(agreements: Iterable[Agreement]) -> Iterator[tuple[Promise, Measure]]:
    for agreement in agreements:
        for promise in agreement.promises:
            yield from ((promise, measure) for measure in promise.measures)


def _rows(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[tuple[Any, RowFacts]]:
    frame = judgement(context, scope).frame
    for row in records(frame[frame["agreement"].isin(chosen)]):
        facts = RowFacts(
            Standing(row["state"]), row["actual"], _whole(row["target"]), _whole(row["held"]), _whole(row["completed"]),
            row["judged_through"].date(), row["signed"],
        )  # fmt: skip
        yield (row["number"], _whole(row["year"]), row["start"].date()), facts


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _signed(context: Context, scope: Scope, own: tuple[Agreement, ...]) -> Iterator[SignedMonth]:
    homes = frozenset(promise.home for agreement in own for promise in agreement.promises)
    for each in signed_off(context, scope.known_on, homes):
        yield SignedMonth(each.municipality, each.party, each.month)


def _done(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[tuple[tuple[str, str, str], date]]:
    for each in duties(context, scope):
        if each.mark and each.mark.on and each.agreement.id in chosen:
            yield (each.agreement.id, each.duty.id, each.occasion.key), each.mark.on
