"""Progress as the actor may read it; the same question with nothing changed is answered from the cache."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.register import find_municipality, measures, narrowed, reference
from loftdb.core.model import Agreement, Reference, SignOff
from loftdb.core.moments import local_day
from loftdb.core.periods import Period
from loftdb.core.progress import Cutoffs, Judge, Limits, schedule
from loftdb.store import signoffs, sums


@dataclass(frozen=True)
class Scope:
    """What to judge: all that the actor may read, or one municipality or agreement of it."""

    municipality: str | None = None
    """Its name or code."""
    agreement: str | None = None
    on: date | None = None
    """Judge through this day; null: through the last signed-off month, else today."""
    known_on: datetime | None = None
    """Judge by what was registered at this naive UTC moment; null: by all."""


def progress(context: Context, scope: Scope | None = None) -> pd.DataFrame:
    """Return the progress frame (columns: ``core.progress.COLUMNS``). NotFound for an unknown municipality.

    The frame is shared: copy before changing it.
    """
    scope = scope or Scope()
    return judgement(context, scope).frame


def standings(context: Context, numbers: Collection[int], days: Period) -> pd.DataFrame:
    """Return one progress row for each of the measures: the one that an occasion in the days counts toward.

    The year's where that is judged, else the term's, else the year's plain count; none outside the period.
    """
    counted = measures(context)
    wanted = sorted({counted[number][0].id for number in numbers if number in counted})
    frames = [progress(context, Scope(agreement=agreement)) for agreement in wanted]
    found = [_standing_rows(frame, numbers, days) for frame in frames] or [progress(context).head(0)]
    return found[0] if len(found) == 1 else pd.concat(found)


def _standing_rows(frame: pd.DataFrame, numbers: Collection[int], days: Period) -> pd.DataFrame:
    """Return the rows of a frame; picked by place, since pandas sorts and masks a small frame in 3 ms."""
    number, start, last = (frame[name].to_numpy() for name in ("number", "start", "last"))
    inside = (start < np.datetime64(days.end)) & (last >= np.datetime64(days.start))
    places = np.flatnonzero(inside & np.isin(number, list(numbers)))
    plain, term = (frame[name].isna().to_numpy()[places] for name in ("target", "year"))
    places = places[np.lexsort((places, term, plain))]
    _, best = np.unique(number[places], return_index=True)
    return frame.iloc[np.sort(places[best])]


@dataclass(frozen=True)
class Judgement:
    """A progress frame with what it was judged from."""

    judge: Judge
    cutoffs: Cutoffs
    limits: Limits
    totals: pd.DataFrame
    frame: pd.DataFrame


def judgement(context: Context, scope: Scope) -> Judgement:
    """Return the judgement of the scope, from the cache where neither the log nor the agreements have changed."""
    database = context.database
    version = (database.ledger_version, database.reference_version)
    return cached(("judgement", context.actor, context.today, scope), version, lambda: _judge(context, scope))


def _judge(context: Context, scope: Scope) -> Judgement:
    judge, until = _judge_of(context, scope), cutoffs(context, scope)
    version = (context.database.sign_off_version, reference(context, scope.known_on).version)
    limits = cached(("limits", context.actor, context.today, scope), version, lambda: judge.limits(until))
    totals = sums.totals(context.database, limits.plan, homes_of(context, scope), scope.known_on)
    frame = judge.frame(totals, limits, reference(context, scope.known_on).thresholds)
    return Judgement(judge, until, limits, totals, frame)


def _judge_of(context: Context, scope: Scope) -> Judge:
    question = ("judge", context.actor, scope.known_on, scope.municipality, scope.agreement)
    version = reference(context, scope.known_on).version
    return cached(question, version, lambda: Judge(schedule(agreements(context, scope))))


def agreements(context: Context, scope: Scope) -> tuple[Agreement, ...]:
    """Return the readable agreements of the scope, each with only the promises of the scope."""
    whole = reference(context, scope.known_on)
    question = ("agreements", context.actor, scope.known_on, scope.municipality, scope.agreement)
    return cached(question, whole.version, lambda: _chosen(context, whole, scope))


def _chosen(context: Context, whole: Reference, scope: Scope) -> tuple[Agreement, ...]:
    found = whole.agreements
    if scope.municipality is not None:
        found = narrowed(found, find_municipality(context, scope.municipality).code)
    return tuple(agreement for agreement in found if scope.agreement in (None, agreement.id))


def homes_of(context: Context, scope: Scope) -> frozenset[int] | None:
    """Return the municipalities whose logs hold the scope, null for all."""
    if scope.municipality is None and scope.agreement is None:
        return None
    return frozenset(promise.home for agreement in agreements(context, scope) for promise in agreement.promises)


def today(context: Context, known_on: datetime | None = None) -> date:
    """Return the day it is, or was when only so much was known."""
    return min(context.today, local_day(known_on)) if known_on else context.today


def signed_off(
    context: Context, known_on: datetime | None = None, homes: frozenset[int] | None = None
) -> tuple[SignOff, ...]:
    """Return the sign-offs of some municipalities (null: all), as known."""
    version = context.database.sign_off_version
    return cached(
        ("sign_offs", known_on, homes), version, lambda: signoffs.sign_offs(context.database, known_on, homes)
    )


def cutoffs(context: Context, scope: Scope) -> Cutoffs:
    """Return through which day each promise is judged."""
    homes, day = homes_of(context, scope), today(context, scope.known_on)
    question = ("cutoffs", homes, day, scope.on, scope.known_on)
    version = context.database.sign_off_version
    return cached(question, version, lambda: Cutoffs(signed_off(context, scope.known_on, homes), day, scope.on))


def ready(agreements: tuple[Agreement, ...], version: int, *question: object) -> Judge:
    """Return the judge of agreements that are not simply a scope's."""
    return cached(("judge of", *question), version, lambda: Judge(schedule(agreements)))
