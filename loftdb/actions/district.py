"""One local police district: each municipality by the agreements that run there, and promises of the same kind."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.duties import duties
from loftdb.actions.overview import default_year
from loftdb.actions.progress import Judgement, Scope, agreements, judgement
from loftdb.actions.promise import curve
from loftdb.actions.register import find_district, municipalities, narrowed, reference
from loftdb.core.districts import District, Facts, Joint, Kind, Panel, Place
from loftdb.core.duties import DutyStage, DutyState
from loftdb.core.model import SIGNING_PARTIES, Agreement, Municipality, Party, Promise, Standing
from loftdb.core.periods import DAY, Period
from loftdb.core.progress import Cutoffs, records, window_frame
from loftdb.core.progress.cutoffs import end_of_run

FEWEST = 2
"""Municipalities that make a kind of promise worth a row of charts."""

MOST_PANELS = 12
"""Charts that can be compared side by side; a page of hundreds would never be drawn."""


def district(context: Context, name: str) -> District:
    """Return the district as the actor may read it. NotFound."""
    found = find_district(context, name)
    whole = tuple(each for each in agreements(context, Scope()) if each.district == found)
    judged = {each.id: judgement(context, Scope(agreement=each.id)) for each in whole}
    owed = tuple(state for state in duties(context) if state.stage is not DutyStage.DONE)
    places = tuple(_places(context, whole, _Known(judged, owed)))
    joint = tuple(_joint(context, whole, judged))
    return District(found, places, joint, tuple(_kinds(context, judged, places)))


Judged = Mapping[str, Judgement]
"""Each agreement's own judgement: the windows of a whole country take 0.1 s for every chart."""


@dataclass(frozen=True)
class _Known:
    """What all places are told from: each agreement's judgement, and the follow-ups left by window."""

    judged: Judged
    owed: tuple[DutyState, ...]


def _places(context: Context, whole: tuple[Agreement, ...], known: _Known) -> Iterator[Place]:
    for municipality in municipalities(context):
        for agreement in _running(narrowed(whole, municipality.code), context.today):
            yield _place(municipality, agreement, default_year(agreement, context.today), known)


def _running(own: tuple[Agreement, ...], today: date) -> list[Agreement]:
    """Return a municipality's agreements that run today, the first begun first; where none does, the latest.

    One that holds nothing but what several municipalities promised is left out beside others: it stands at its home.
    """
    running = sorted((each for each in own if today in each.period), key=lambda each: each.period)
    if not running:
        return [max(own, key=lambda each: each.period)] if own else []
    return [each for each in running if not all(promise.is_joint for promise in each.promises)] or running[:1]


def _place(municipality: Municipality, agreement: Agreement, year: int, known: _Known) -> Place:
    own = [each for each in agreement.promises if not each.is_joint]
    counted = [each.id for each in own if each.has_target or not each.is_told_in_words]
    code, owed = municipality.code, (state for state in known.owed if state.agreement.id == agreement.id)
    return Place(
        municipality,
        agreement,
        year,
        _rows(known.judged[agreement.id].frame, counted, year),
        len(own) - len(counted),
        {party: _signed(known.judged[agreement.id].cutoffs, agreement, code, party) for party in SIGNING_PARTIES},
        next((state for state in owed if code == agreement.home.code), None),
    )


def _rows(frame: pd.DataFrame, promises: list[str], year: int) -> list[Facts]:
    """Return the promises' rows of the year, or of the term where that is judged as one, as *Översikt* has them."""
    shown = (frame["year"] == year) | (frame["year"].isna() & ~frame["held_rule"])
    return list(records(frame[frame["promise"].isin(promises) & shown]))


def _signed(cutoffs: Cutoffs, agreement: Agreement, municipality: int, party: Party) -> date | None:
    months = cutoffs.signed(agreement, municipality, party)
    return end_of_run(months) if months else None


def _joint(context: Context, whole: tuple[Agreement, ...], judged: Judged) -> Iterator[Joint]:
    for agreement in whole:
        for promise in agreement.promises:
            if promise.is_joint:
                year = default_year(agreement, context.today)
                yield Joint(agreement, promise, _rows(judged[agreement.id].frame, [promise.id], year))


def _kinds(context: Context, judged: Judged, places: tuple[Place, ...]) -> Iterator[Kind]:
    """Yield the kinds that several municipalities promised, by what is counted and how it is judged."""
    found: dict[tuple[object, ...], list[tuple[Place, Facts]]] = {}
    for place in places:
        for row in place.rows:
            if row["state"] not in (Standing.NO_TARGET, Standing.CANNOT_JUDGE):
                counted = row["plural"].casefold(), bool(row["minutes"])
                held = (row["interval"], row["every"]) if row["held_rule"] else None
                found.setdefault((*counted, held), []).append((place, row))
    for own in found.values():
        if len({place.municipality.code for place, _ in own}) >= FEWEST:
            shown = own if len(own) <= MOST_PANELS else []
            panels = tuple(panel for place, row in shown if (panel := _panel(context, judged, place, row)))
            yield Kind(tuple((place.agreement, row) for place, row in own), panels)


def _panel(context: Context, judged: Judged, place: Place, row: Facts) -> Panel | None:
    promise = next(each for each in place.agreement.promises if each.id == row["promise"])
    if row["held_rule"]:
        return _held_panel(context, judged[place.agreement.id], place.agreement, promise, row)
    drawn = curve(context, promise.id, row["number"], None if pd.isna(row["year"]) else int(row["year"]))
    if drawn is None:
        return None
    return Panel(place.agreement, promise, row, drawn.row.days, drawn.days, drawn.known_through, drawn.expected)


def _held_panel(context: Context, judged: Judgement, agreement: Agreement, promise: Promise, row: Facts) -> Panel:
    """Return how many intervals were held, day by day of their ends, against all of them."""
    windows = window_frame(judged.judge, row["number"], judged.totals, judged.limits, reference(context).thresholds)
    own = windows[(windows["year"] == row["year"]) & (windows["state"] != "not_followed")]
    first, last = (own["start"].iloc[0], own["last"].iloc[-1]) if len(own) else (row["start"], row["last"])
    days = Period.through(first.date(), last.date())
    ends, held = own["last"].dt.date.tolist(), (own["state"] == "held").cumsum().tolist()
    judged_ones = own["state"].isin(("held", "missed")).tolist()
    done = [(day, count) for day, count, is_judged in zip(ends, held, judged_ones, strict=True) if is_judged]
    line = [(days.start - DAY, 0.0), *((day, float(number)) for number, day in enumerate(ends, start=1))]
    return Panel(agreement, promise, row, days, done, done[-1][0] if done else days.start - DAY, line)
