"""What will not be kept, while there is time to act: worst first by slack, never by per cent.

A promise of several municipalities stands once, at its home.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd

from loftdb.actions.cache import cached
from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations
from loftdb.actions.duties import Meetings, duties
from loftdb.actions.forecast import forecasted
from loftdb.actions.progress import Judgement, Scope, agreements, homes_of, judgement, today
from loftdb.actions.register import find_district, reference
from loftdb.actions.status import latest
from loftdb.core.arrears import Lag, Lagging, Silent, Stale
from loftdb.core.calendars import working_weeks
from loftdb.core.duties import DutyStage
from loftdb.core.lagging import HeldCounts, is_silent, is_stale, last_start, pace, slack_of_held, spare_of_held
from loftdb.core.model import Agreement, Party, Promise, PromiseKind, Standing, StatusUpdate, Thresholds
from loftdb.core.periods import DAY, month
from loftdb.core.progress import Cutoffs, Row, records, signers
from loftdb.core.progress.pace import unknown_before
from loftdb.store import sums

JUDGED = (Standing.ON_TRACK, Standing.REACHED, Standing.SLIGHTLY_BEHIND, Standing.BEHIND, Standing.NOT_REACHED)
"""The läge that say how it goes."""


def lagging(
    context: Context, scope: Scope | None = None, district: str | None = None, meetings: Meetings | None = None
) -> Lagging:
    """Return what lags in the scope, in one local police district (null: in all that the actor may see). NotFound."""
    scope = scope or Scope()
    chosen = frozenset(_agreements_in(context, scope, district))
    version = (context.database.ledger_version, context.database.reference_version)
    question = ("lagging", context.actor, context.today, scope, chosen)
    found = cached(question, version, lambda: _found(context, scope, chosen))
    owed = (state for state in duties(context, scope, meetings) if state.agreement.id in chosen)
    return replace(found, overdue=tuple(state for state in owed if state.stage is DutyStage.OVERDUE))


def _found(context: Context, scope: Scope, chosen: frozenset[str]) -> Lagging:
    """Return all but the duties, which depend on meetings too."""
    return Lagging(
        tuple(sorted(_lags(context, scope, chosen), key=_place)),
        tuple(sorted(_stale(context, scope, chosen), key=lambda each: (_said(each.update), each.promise.id))),
        (),
        tuple(sorted(_silent(context, scope, chosen), key=lambda each: (each.last or date.min, each.promise.id))),
        _is_judged(context, scope, chosen),
    )


def _is_judged(context: Context, scope: Scope, chosen: frozenset[str]) -> bool:
    """Tell whether any promise that runs on the day has a läge that says how it goes."""
    frame, day = judgement(context, scope).frame, pd.Timestamp(scope.on or today(context, scope.known_on))
    runs = (frame["start"] <= day) & (frame["last"] >= day)
    return bool((runs & frame["state"].isin(JUDGED) & frame["agreement"].isin(chosen)).any())


def _agreements_in(context: Context, scope: Scope, district: str | None) -> Iterator[str]:
    named = None if district is None else find_district(context, district)
    return (each.id for each in agreements(context, scope) if named in (None, each.district))


def _place(lag: Lag) -> tuple[int, int, str]:
    """Order by the least slack, then by what is missing."""
    return lag.slack_weeks, -lag.missing, lag.row["measure"]


def _said(update: StatusUpdate | None) -> date:
    return update.on if update else date.min


def _lagging_rows(context: Context, scope: Scope, judged: Judgement) -> list[tuple[Row, dict[str, Any]]]:
    """Return the rows that are *Efter* or *Något efter*; a weekly promise by the year, which can still be mended."""
    frame = forecasted(context, scope)
    lags = frame["state"].isin([Standing.BEHIND.value, Standing.SLIGHTLY_BEHIND.value])
    found: pd.DataFrame = frame[lags & ~(frame["held_rule"] & frame["year"].isna())]
    rows = judged.judge.schedule.rows
    return [(rows[int(place)], facts) for place, facts in zip(found.index, records(found), strict=True)]


def _lags(context: Context, scope: Scope, chosen: frozenset[str]) -> Iterator[Lag]:
    judged, written = judgement(context, scope), deviations(context, scope)
    thresholds, unreported = reference(context, scope.known_on).thresholds, _unreported(context, scope, judged.cutoffs)
    for row, facts in _lagging_rows(context, scope, judged):
        if row.agreement.id in chosen:
            lag = _of_held(row, facts, thresholds) if row.held else _of_sum(row, facts, thresholds)
            deviation = written.get((row.measure.id, row.year))
            yield replace(lag, unreported=unreported.of(row), deviation=deviation)


def _unreported(context: Context, scope: Scope, cutoffs: Cutoffs) -> "_Unreported":
    """Return what no entry changes, only sign-offs: kept while they and the agreements stand."""
    version = (context.database.sign_off_version, reference(context, scope.known_on).version)
    return cached(("unreported", context.actor, context.today, scope), version, lambda: _Unreported(cutoffs))


class _Unreported:
    """The months that are *Uppgift saknas*, found once for each agreement, municipality and party."""

    def __init__(self, cutoffs: Cutoffs) -> None:
        self._cutoffs = cutoffs
        self._found: dict[tuple[str, int, Party], list[date]] = {}

    def of(self, row: Row) -> Mapping[Party, list[date]]:
        """Return the months by party of those that answer for the row's promise."""
        return {party: self._months(row.agreement, row.promise.home, party) for party in signers(row.promise)}

    def _months(self, agreement: Agreement, home: int, party: Party) -> list[date]:
        key = (agreement.id, home, party)
        if key not in self._found:
            self._found[key] = self._cutoffs.unreported(agreement, home, party)
        return self._found[key]


def _of_held(row: Row, facts: dict[str, Any], thresholds: Thresholds) -> Lag:
    counts = HeldCounts(int(facts["held"]), int(facts["completed"]), int(facts["intervals"]))
    spare = spare_of_held(row, counts, thresholds)
    return Lag(row, facts, counts.completed - counts.held, None, None, slack_of_held(row, spare), spare=spare)


def _of_sum(row: Row, facts: dict[str, Any], thresholds: Thresholds) -> Lag:
    remaining = _whole(facts["remaining"])
    last = last_start(row, remaining - unknown_before(row), thresholds)
    return Lag(
        row, facts, _whole(facts["missing"]),
        pace(remaining, facts["days_left"]), pace(facts["actual"], facts["days_elapsed"]),
        working_weeks(facts["judged_through"].date(), last), last,
        None if pd.isna(facts["last_safe"]) else facts["last_safe"].date(),
    )  # fmt: skip


def _whole(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)


def _stale(context: Context, scope: Scope, chosen: frozenset[str]) -> Iterator[Stale]:
    """Yield the quality promises gone stale; one of which nothing was said is as old as its following."""
    words, day = latest(context, scope.known_on), scope.on or today(context, scope.known_on)
    for agreement in agreements(context, scope):
        for promise in agreement.promises if agreement.id in chosen else ():
            word = words.get(promise.id)
            if promise.kind is PromiseKind.QUALITY and is_stale(agreement, promise, word, day):
                yield Stale(agreement, promise, word)


def _silent(context: Context, scope: Scope, chosen: frozenset[str]) -> Iterator[Silent]:
    """Yield the measures with a number of which nothing was logged for too long, at first since they are followed."""
    day = scope.on or today(context, scope.known_on)
    last = sums.last_done(context.database, day, homes_of(context, scope), scope.known_on)
    rows = groupby(judgement(context, scope).judge.schedule.rows, key=lambda row: row.measure.number)
    for number, own in ((number, list(own)) for number, own in rows):
        row = own[0]
        since = last.get(number, max(row.agreement.period.start, row.agreement.followed_from) - DAY)
        if row.agreement.id in chosen and is_silent(own, since, day):
            yield Silent(row.agreement, row.promise, row.measure, _told(row.promise, last.get(number)))


def _told(promise: Promise, last: date | None) -> date | None:
    """Return the day, of a sensitive promise only its month's last."""
    return month(last).last if last and promise.sensitive else last
