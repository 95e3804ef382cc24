"""How a promise's target is spread over its time: looked at before it is saved, and saved as a version (5.5).

It moves the expected line and with it the läge, never what counts. What was known earlier keeps its earlier line.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, judgement
from loftdb.actions.register import find_agreement, measures, reference
from loftdb.actions.setup import DATA
from loftdb.core import season_choice
from loftdb.core.access import Action
from loftdb.core.errors import AlreadySaved, ConcurrentChange, NotFound, Refused
from loftdb.core.model import Agreement, Measure, Promise, Season, SeasonKind, Standing
from loftdb.core.progress import Judge, Row, expected_line, records, schedule
from loftdb.core.schools import SchoolCalendar
from loftdb.core.season_choice import SeasonVersion
from loftdb.files.school_calendars import read_calendars
from loftdb.store import agreements as stored
from loftdb.store import seasons, sums

CALENDARS = DATA / "school-calendars"
"""Where the school calendars lie."""


@dataclass(frozen=True)
class SeasonView:
    """A measure's season as it stands."""

    season: Season
    version: int
    """0 where nobody has chosen."""
    history: tuple[SeasonVersion, ...]
    calendar: SchoolCalendar | None
    """The home municipality's school calendar; null where there is none."""
    is_outdated: bool
    """The calendar has been corrected since its school days were chosen."""
    may_set: bool


@dataclass(frozen=True)
class Line:
    """What was expected in one row's time, day by day, and what it makes of the läge."""

    points: list[tuple[date, float]]
    expected: float
    """At the judged day."""
    state: Standing


@dataclass(frozen=True)
class Bend:
    """One row (a year or the term) before a choice and after it."""

    year: int | None
    judged_through: date
    before: Line
    after: Line


@dataclass(frozen=True)
class Preview:
    """What a choice would do; nothing is saved."""

    season: Season
    """As it would be saved."""
    bends: tuple[Bend, ...]


def calendars(directory: Path = CALENDARS) -> Mapping[int, SchoolCalendar]:
    """Return the school calendars by municipality, read again when a file has changed. DataFileError."""
    return _read(directory, tuple(sorted((each.name, each.stat().st_mtime_ns) for each in directory.glob("*.yaml"))))


@lru_cache(maxsize=4)
def _read(directory: Path, _stamps: tuple[tuple[str, int], ...]) -> Mapping[int, SchoolCalendar]:
    return read_calendars(directory)


def season(context: Context, number: int) -> SeasonView:
    """Return the season of a measure, by its number. NotFound."""
    agreement, promise, measure = _find(context, number)
    calendar, chosen = calendars().get(promise.home), seasons.history(context.database, number)
    by_calendar = measure.season.kind is SeasonKind.SCHOOL_DAYS and calendar is not None
    return SeasonView(
        measure.season,
        chosen[-1].version if chosen else 0,
        chosen,
        calendar,
        by_calendar and season_choice.settled(measure.season, agreement, calendar) != measure.season,
        context.may(Action.EDIT_AGREEMENTS, promise),
    )


def preview(context: Context, number: int, choice: Season) -> Preview:
    """Return how a choice would bend the expected line and change the läge. NotFound, Refused."""
    agreement, promise, measure = _find(context, number)
    settled = _settled(agreement, promise, measure, choice)
    whole = find_agreement(context, agreement.id)
    before = _lines(context, season_choice.changed(whole, number, measure.season))
    after = _lines(context, season_choice.changed(whole, number, settled))
    return Preview(
        settled,
        tuple(Bend(row.year, through, line, after[key][2]) for key, (row, through, line) in before.items()),
    )


def set_season(context: Context, number: int, choice: Season, seen: int, submission: str | None = None) -> None:
    """Save a choice as a version; ``seen`` is the version that the person read (0: none).

    NotFound, NotAllowed, Refused, ConcurrentChange.
    """
    agreement, promise, measure = _find(context, number)
    context.demand(Action.EDIT_AGREEMENTS, promise)
    settled = _settled(agreement, promise, measure, choice)
    try:
        with context.database.transaction(context.now, submission) as tx:
            chosen = seasons.history(context.database, number)
            if (chosen[-1].version if chosen else 0) != seen:
                raise ConcurrentChange("season", promise.title)
            stored.set_season(tx, number, settled, context.actor.name)
    except AlreadySaved:
        return


def _find(context: Context, number: int) -> tuple[Agreement, Promise, Measure]:
    if number not in measures(context):
        raise NotFound("measure", number)
    return measures(context)[number]


def _settled(agreement: Agreement, promise: Promise, measure: Measure, choice: Season) -> Season:
    """Return the choice as it will be saved. Refused."""
    calendar = calendars().get(promise.home) if choice.kind is SeasonKind.SCHOOL_DAYS else None
    found = tuple(season_choice.issues(choice, agreement, measure, calendar))
    if found:
        raise Refused(*found)
    return season_choice.settled(choice, agreement, calendar)


def _lines(context: Context, agreement: Agreement) -> dict[tuple[int | None, date], tuple[Row, date, Line]]:
    """Judge the agreement's one measure from the log, and return its rows' lines by year and first day."""
    judged = judgement(context, Scope(agreement=agreement.id))
    judge = Judge(schedule((agreement,)))
    limits = judge.limits(judged.cutoffs)
    totals = sums.totals(context.database, limits.plan, {agreement.promises[0].home})
    frame = judge.frame(totals, limits, reference(context).thresholds)
    return {
        (row.year, row.days.start): (row, facts["judged_through"].date(), _line(row, facts))
        for row, facts in zip(judge.schedule.rows, records(frame), strict=True)
        if row.pieces
    }


def _line(row: Row, facts: Mapping[str, Any]) -> Line:
    return Line(expected_line(row), facts["expected"], Standing(facts["state"]))
