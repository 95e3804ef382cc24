"""Which months somebody is to report, where and for which party."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.progress import standings
from loftdb.actions.register import municipalities, narrowed, reference
from loftdb.actions.sheet import Filled, parties, save, signs_of
from loftdb.core.model import SIGNING_PARTIES, Agreement, Municipality, Party
from loftdb.core.periods import Period, add_months, month, month_start, next_month
from loftdb.core.progress import signers


@dataclass(frozen=True)
class Report:
    """What came of a saved sheet: how many entries changed, and its measures' progress rows before and after."""

    filled: Filled
    entries: int
    before: pd.DataFrame
    after: pd.DataFrame


def report(context: Context, filled: Filled, submission: str | None = None) -> Report:
    """Save a filled-in sheet and tell what it moved. Refused, ConcurrentChange, NotAllowed, as ``save``."""
    numbers = {count.measure for count in filled.counts} | {week.measure for week in filled.weeks}
    days = month(filled.month)
    before = standings(context, numbers, days)
    entries = save(context, filled, submission)
    return Report(filled, entries, before, standings(context, numbers, days))


def reporting(context: Context) -> dict[Party, tuple[Municipality, ...]]:
    """Return the municipalities that the actor reports months for, by party; only those with something to count."""
    found = {
        party: tuple(
            each
            for each in municipalities(context)
            if party in parties(context, each.code) and any(_reported(context, each.code, party))
        )
        for party in SIGNING_PARTIES
    }
    return {party: places for party, places in found.items() if places}


def months(context: Context, codes: Collection[int], party: Party) -> dict[date, bool]:
    """Return every month to report, the running one first, with whether all the municipalities have signed it.

    A month before *Följs här från* need not be signed (5.8).
    """
    signed = {code: signs_of(context, code, party) for code in codes}
    due: dict[date, bool] = {}
    for code in codes:
        for agreement in _reported(context, code, party):
            for first in _months_of(agreement.period & Period.through(agreement.period.start, context.today)):
                done = first in signed[code] or month(first).last < agreement.followed_from
                due[first] = due.get(first, True) and done
    return dict(sorted(due.items(), reverse=True))


def month_to_report(due: Mapping[date, bool], today: date) -> date:
    """Return the month to begin with: the first of the past year that is not signed though one before it is.

    A gap keeps later months from being judged, so it is asked for first. With nothing signed it is the last ended
    month, with nothing missing the running (or last) one.
    """
    ended = sorted(first for first in due if add_months(month_start(today), -12) <= first and month(first).last < today)
    missing = [first for first in ended if not due[first]]
    gaps = [first for first in missing if any(due[each] for each in ended if each < first)]
    return (gaps or missing[-1:] or [max(due)])[0]


def _reported(context: Context, municipality: int, party: Party) -> Iterator[Agreement]:
    """Yield the municipality's agreements with something that the party counts."""
    for agreement in narrowed(reference(context).agreements, municipality):
        if any(promise.measures and party in signers(promise) for promise in agreement.promises):
            yield agreement


def _months_of(days: Period) -> Iterator[date]:
    first = month_start(days.start)
    while first < days.end:
        yield first
        first = next_month(first)
