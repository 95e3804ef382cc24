"""Progress as the actor may read it; the same question with nothing changed is answered from the cache."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.register import find_municipality, measures, narrowed, reference
from loftdb.core.model import Agreement, SignOff
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
    rows = pd.concat(frames) if frames else progress(context).head(0)
    inside = (rows["start"] < pd.Timestamp(days.end)) & (rows["last"] >= pd.Timestamp(days.start))
    rows = rows[inside & rows["number"].isin(list(numbers))].reset_index(drop=True)
    order = rows.assign(plain=rows["target"].isna(), term=rows["year"].isna()).sort_values(["plain", "term", "year"])
    return rows.loc[order.drop_duplicates("number").index.sort_values()]


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
    key = ("judgement", database.ledger_version, database.reference_version, context.actor, context.today, scope)
    return cached(key, lambda: _judge(context, scope))


def agreements(context: Context, scope: Scope) -> tuple[Agreement, ...]:
    """Return the readable agreements of the scope, each with only the promises of the scope."""
    found = reference(context, scope.known_on).agreements
    if scope.municipality is not None:
        found = narrowed(found, find_municipality(context, scope.municipality).code)
    return tuple(agreement for agreement in found if scope.agreement in (None, agreement.id))


def today(context: Context, known_on: datetime | None = None) -> date:
    """Return the day it is, or was when only so much was known."""
    return min(context.today, local_day(known_on)) if known_on else context.today


def signed_off(context: Context, known_on: datetime | None = None) -> tuple[SignOff, ...]:
    """Return all sign-offs, as known."""
    key = ("sign_offs", context.database.ledger_version, known_on)
    return cached(key, lambda: signoffs.sign_offs(context.database, known_on))


def cutoffs(context: Context, scope: Scope) -> Cutoffs:
    """Return through which day each promise is judged."""
    return Cutoffs(signed_off(context, scope.known_on), today(context, scope.known_on), scope.on)


def ready(agreements: tuple[Agreement, ...], *key: object) -> Judge:
    """Return the judge of the agreements, kept by the version of the reference data and what else picks them."""
    return cached(("judge", *key), lambda: Judge(schedule(agreements)))


def _judge(context: Context, scope: Scope) -> Judgement:
    chosen = agreements(context, scope)
    version = reference(context, scope.known_on).version
    judge = ready(chosen, version, context.actor, scope.known_on, scope.municipality, scope.agreement)
    until = cutoffs(context, scope)
    limits = judge.limits(until)
    homes = {row.promise.home for row in judge.measures.values()} if scope.municipality or scope.agreement else None
    totals = sums.totals(context.database, limits.plan, homes, scope.known_on)
    frame = judge.frame(totals, limits, reference(context, scope.known_on).thresholds)
    return Judgement(judge, until, limits, totals, frame)
