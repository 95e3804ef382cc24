"""Everything behind one promise: what was said, what was done, and how it is judged."""

from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.forecast import forecasted
from loftdb.actions.logging import seen
from loftdb.actions.progress import Judgement, Scope, cutoffs, judgement, ready
from loftdb.actions.register import find_promise, measures, reference
from loftdb.actions.status import history as words
from loftdb.core.access import Action
from loftdb.core.model import Activity, ActivityState, Agreement, Comparator, Measure, Party, Promise, StatusUpdate
from loftdb.core.periods import Period, month
from loftdb.core.progress import Row, expected_line, other_reading, signers, window_frame
from loftdb.store import activities, sums

CANCELLED = frozenset({ActivityState.CANCELLED})
SHOWN = 200
"""Activities listed on a promise's page; the rest is found under Aktiviteter."""


@dataclass(frozen=True)
class MeasureView:
    """One counted unit: its rows with their forecasts, its windows if any, and both readings if one is open."""

    measure: Measure
    rows: pd.DataFrame
    windows: pd.DataFrame
    other_rows: pd.DataFrame | None
    """The rows by the other reading of the text; null when it leaves nothing open."""


@dataclass(frozen=True)
class Curve:
    """What was done day by day in one row's time, and what was expected; counts are cumulative.

    A sensitive promise is told by whole months, a month that runs through the last known day.
    """

    row: Row
    days: list[tuple[date, int]]
    judged_through: date
    known_through: date
    """The judged day or, where nobody picked that, today: what lies between them is preliminary."""
    expected: list[tuple[date, float]] = field(default_factory=list)


@dataclass(frozen=True)
class PromiseView:
    """A promise as the actor may see it."""

    agreement: Agreement
    promise: Promise
    judged_through: date
    signed: bool
    unreported: dict[Party, list[date]]
    measures: tuple[MeasureView, ...]
    activities: tuple[Activity, ...]
    cancelled: tuple[Activity, ...]
    """Announced occasions that were cancelled, for the reasons of missed intervals."""
    updates: tuple[StatusUpdate, ...]
    may_update: bool
    may_log: bool
    on: date | None
    """The day a person picked to judge through; null: what is signed off, else today."""


def promise_view(context: Context, promise_id: str, on: date | None = None) -> PromiseView:
    """Return everything behind the promise. NotFound, also where the actor may not read it."""
    agreement, promise = find_promise(context, promise_id)
    scope = Scope(agreement=agreement.id, on=on)
    judged, limits = judgement(context, scope), cutoffs(context, scope)
    cutoff, frame = limits.of(agreement, promise), forecasted(context, scope)
    return PromiseView(
        agreement, promise, cutoff.through, cutoff.signed,
        {party: limits.unreported(agreement, promise.home, party) for party in signers(promise)},
        tuple(_measure_view(context, judged, frame, (agreement, promise, measure)) for measure in promise.measures),
        activities_of(context, promise), activities_of(context, promise, CANCELLED), words(context, promise_id),
        context.may(Action.UPDATE_STATUS, promise), context.may(Action.LOG, promise), on,
    )  # fmt: skip


def curve(context: Context, promise_id: str, number: int, year: int | None, on: date | None = None) -> Curve | None:
    """Return the curve of a measure in a year (null: the term), null without such a row."""
    agreement, promise = find_promise(context, promise_id)
    scope = Scope(agreement=agreement.id, on=on)
    rows = judgement(context, scope).judge.schedule.rows
    row = next((row for row in rows if row.measure.number == number and row.year == year), None)
    if row is None:
        return None
    through = cutoffs(context, scope).of(agreement, promise).through
    known = min(through if on else max(through, context.today), row.days.last)
    done = sums.by_day(context.database, number, row.days & Period.through(row.days.start, known))
    counted = zip(done["day"].dt.date, done["done"].cumsum(), strict=True)
    told = {min(month(day).last, known) if promise.sensitive else day: int(total) for day, total in counted}
    is_awaited = row.pieces and not (row.target and row.target.comparator is Comparator.AT_MOST)
    return Curve(row, list(told.items()), min(through, row.days.last), known, expected_line(row) if is_awaited else [])


def activities_of(
    context: Context, promise: Promise, states: frozenset[ActivityState] | None = None
) -> tuple[Activity, ...]:
    """Return the promise's latest activities, the newest occurrence first, as the actor may see them."""
    numbers = {measure.number for measure in promise.measures}
    if not numbers:
        return ()
    found = activities.search(
        context.database, municipalities={promise.home}, measures=numbers, states=states, limit=SHOWN
    )
    counted = measures(context)
    return tuple(seen(context, activity, counted) for activity in found)


def _measure_view(
    context: Context, judged: Judgement, frame: pd.DataFrame, about: tuple[Agreement, Promise, Measure]
) -> MeasureView:
    measure, thresholds = about[2], reference(context).thresholds
    return MeasureView(
        measure,
        frame[frame["number"] == measure.number],
        window_frame(judged.judge, measure.number, judged.totals, judged.limits, thresholds),
        _other_rows(context, judged, *about),
    )


def _other_rows(
    context: Context, judged: Judgement, agreement: Agreement, promise: Promise, measure: Measure
) -> pd.DataFrame | None:
    """Judge an open number by its other reading, from the same log (5.4)."""
    other = other_reading(agreement, promise)
    if other is None:
        return None
    judge = ready((other,), reference(context).version, "other reading", promise.id)
    limits = judge.limits(judged.cutoffs)
    totals = sums.totals(context.database, limits.plan, {promise.home})
    frame = judge.frame(totals, limits, reference(context).thresholds)
    return frame[frame["number"] == measure.number]
