"""One agreement in one year, everything that a council looks at in a glance."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, agreements, cutoffs, judgement
from loftdb.actions.register import find_agreement, find_promise
from loftdb.actions.status import latest
from loftdb.core.errors import Issue, NotFound, Refused
from loftdb.core.model import SIGNING_PARTIES, Agreement, Party, Promise, Standing, StatusUpdate
from loftdb.core.periods import years
from loftdb.core.progress import records


@dataclass(frozen=True)
class Overview:
    """``judged`` and ``counted`` are progress rows of the year (or term): with a target, and without.

    ``previous`` holds last year's actual by measure number, where there is one. ``statuses`` pairs every promise that
    is followed by words or a list with the latest word on it. ``unreported`` lists months without sign-off by party.
    """

    agreement: Agreement
    year: int
    judged: pd.DataFrame
    counted: pd.DataFrame
    previous: dict[int, int]
    statuses: tuple[tuple[Promise, StatusUpdate | None], ...]
    judged_through: tuple[tuple[date, bool], ...]
    """The distinct judged days of the rows, with whether a sign-off set them, the earliest first."""
    unreported: dict[Party, list[date]]
    is_empty: bool
    """Nothing at all is logged or said in the agreement, in any year, and no month is signed off."""


def overview(
    context: Context, agreement_id: str, year: int, on: date | None = None, municipality: str | None = None
) -> Overview:
    """Return the agreement's year, or the part of it that one municipality (name or code) made.

    NotFound, Refused (``year_outside_agreement``).
    """
    agreement = _agreement(context, agreement_id, municipality)
    if year not in years(agreement.period):
        raise Refused(Issue("year_outside_agreement", "year", {"year": year, "period": agreement.period}))
    scope = Scope(municipality, agreement_id, on)
    frame = judgement(context, scope).frame
    shown = frame[(frame["year"] == year) | (frame["year"].isna() & ~frame["held_rule"])]
    without = shown["state"] == Standing.NO_TARGET.value
    limits, statuses = cutoffs(context, scope), _statuses(context, agreement)
    return Overview(
        agreement, year, shown[~without], shown[without],
        _previous(context, agreement, frame, year, scope),
        statuses,
        tuple(sorted({(row["judged_through"].date(), row["signed"]) for row in records(shown)})),
        {party: limits.unreported(agreement, agreement.home.code, party) for party in SIGNING_PARTIES},
        not (frame[["actual", "preliminary", "planned", "signed"]].any(axis=None) or any(said for _, said in statuses)),
    )  # fmt: skip


def _agreement(context: Context, agreement_id: str, municipality: str | None) -> Agreement:
    if municipality is None:
        return find_agreement(context, agreement_id)
    for agreement in agreements(context, Scope(municipality, agreement_id)):
        return agreement
    raise NotFound("agreement", agreement_id)


def default_year(agreement: Agreement, today: date) -> int:
    """Return the year to show first: this year, or the agreement's nearest."""
    listed = years(agreement.period)
    return min(max(today.year, listed[0]), listed[-1])


def _statuses(context: Context, agreement: Agreement) -> tuple[tuple[Promise, StatusUpdate | None], ...]:
    words = latest(context)
    return tuple((promise, words.get(promise.id)) for promise in agreement.promises if promise.is_told_in_words)


def _previous(context: Context, agreement: Agreement, frame: pd.DataFrame, year: int, scope: Scope) -> dict[int, int]:
    """Return last year's actuals, from the agreement itself or the promises that its own follow."""
    before = frame[frame["year"] == year - 1]
    found = {row["number"]: row["actual"] for row in records(before) if _is_known(row)}
    for promise in agreement.promises if agreement.replaces else ():
        found |= _forerunner(context, promise, year, scope)
    return found


def _is_known(row: Mapping[str, Any]) -> bool:
    """Tell whether a year's actual is known: a zero only where the whole year is followed and signed off (5.18)."""
    is_followed = row["followed_from"] <= row["start"]
    return bool(row["actual"] or (row["signed"] and is_followed and row["judged_through"] >= row["last"]))


def _forerunner(context: Context, promise: Promise, year: int, scope: Scope) -> dict[int, int]:
    if promise.predecessor is None or len(promise.measures) != 1:
        return {}
    try:
        agreement, _ = find_promise(context, promise.predecessor)
    except NotFound:
        return {}
    frame = judgement(context, Scope(agreement=agreement.id, on=scope.on)).frame
    rows = frame[(frame["promise"] == promise.predecessor) & (frame["year"] == year - 1)]
    known = [row["actual"] for row in records(rows) if len(rows) == 1 and _is_known(row)]
    return {promise.measures[0].number: known[0]} if known else {}
