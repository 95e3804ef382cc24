"""A season is chosen whole or refused with the reason (5.5).

School days are filled in when it is chosen: a calendar corrected later changes nothing before somebody chooses again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from loftdb.core.errors import Issue, Refused
from loftdb.core.model import Agreement, Comparator, Measure, Season, SeasonKind
from loftdb.core.schools import SchoolCalendar


@dataclass(frozen=True)
class SeasonVersion:
    """What was chosen once; by whom is for the history only."""

    season: Season
    version: int
    by: str
    registered_at: datetime


MONTHS = 12
LARGEST = 1_000
"""A month's share; more is a slip of the finger, and shares are only compared with each other."""


def settled(season: Season, agreement: Agreement, calendar: SchoolCalendar | None) -> Season:
    """Return the season as it will be saved: only what its kind needs, school days filled from the calendar."""
    match season.kind:
        case SeasonKind.MONTHS:
            return Season(season.kind, months=season.months)
        case SeasonKind.DATES:
            return Season(season.kind, dates=tuple(sorted(season.dates)))
        case SeasonKind.SCHOOL_DAYS if calendar:
            return Season(season.kind, dates=calendar.days(agreement.period))
    return Season(season.kind)


def applies(measure: Measure) -> bool:
    """Tell whether a target is to be reached by its sum, so that it can be spread over a year; a limit is not."""
    return any(
        not target.judged_by_interval and target.value and target.comparator is not Comparator.AT_MOST
        for target in measure.targets
    )


def dates_of(text: str) -> tuple[date, ...]:
    """Return the dates that somebody wrote, parted by line breaks, blanks, commas or semicolons. Refused."""
    found = [(each, _date(each)) for each in re.findall(r"[^\s,;]+", text)]
    if unclear := [Issue("booked_date_unclear", "dates", {"text": each}) for each, day in found if day is None]:
        raise Refused(*unclear)
    return tuple(day for _, day in found if day)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def issues(season: Season, agreement: Agreement, measure: Measure, calendar: SchoolCalendar | None) -> Iterator[Issue]:
    """Yield what keeps a season from being chosen."""
    if not applies(measure):
        yield Issue("season_not_by_sum", "kind")
    if season.kind is SeasonKind.MONTHS:
        yield from _share_issues(season.months)
    if season.kind is SeasonKind.DATES:
        yield from _date_issues(season, agreement)
    if season.kind is SeasonKind.SCHOOL_DAYS:
        yield from _calendar_issues(agreement, calendar)


def _share_issues(shares: tuple[int, ...]) -> Iterator[Issue]:
    if len(shares) != MONTHS:
        yield Issue("months_not_twelve", "months", {"count": len(shares)})
    if any(share < 0 for share in shares):
        yield Issue("month_share_negative", "months", {"value": min(shares)})
    if any(share > LARGEST for share in shares):
        yield Issue("month_share_large", "months", {"value": max(shares), "max": LARGEST})
    if not any(shares):
        yield Issue("month_shares_nothing", "months")


def _date_issues(season: Season, agreement: Agreement) -> Iterator[Issue]:
    if not season.dates:
        yield Issue("no_booked_dates", "dates")
    for day in sorted({day for day in season.dates if season.dates.count(day) > 1}):
        yield Issue("booked_date_twice", "dates", {"date": day})
    for day in season.dates:
        if day not in agreement.period:
            yield Issue("booked_date_outside", "dates", {"date": day, "period": agreement.period})


def _calendar_issues(agreement: Agreement, calendar: SchoolCalendar | None) -> Iterator[Issue]:
    if calendar is None:
        yield Issue("no_school_calendar", "kind", {"municipality": agreement.home.name})
    for half in calendar.lacks(agreement.period) if calendar else ():
        yield Issue("school_calendar_short", "kind", {"municipality": agreement.home.name, "period": half})


def changed(agreement: Agreement, number: int, season: Season) -> Agreement:
    """Return the agreement with only the promise of the measure, and the season in place of its own."""
    return replace(
        agreement,
        promises=tuple(
            replace(promise, measures=(replace(each, season=season),))
            for promise in agreement.promises
            for each in promise.measures
            if each.number == number
        ),
    )
