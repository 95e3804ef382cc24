"""What happens in a municipality in a year, for those who may read it, on screen and as a calendar file."""

from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.duties import duties
from loftdb.actions.progress import Scope, agreements
from loftdb.actions.register import find_municipality, measures
from loftdb.actions.seasons import calendars
from loftdb.core.council_years import Announced, CouncilYear, announced, in_days
from loftdb.core.meetings.records import Stage
from loftdb.core.model import ActivityState
from loftdb.core.periods import MEANT, Period
from loftdb.files.calendars import calendar_bytes
from loftdb.store import activities
from loftdb.store import meetings as stored
from loftdb.view import calendar_events

SHOWN = frozenset({ActivityState.PLANNED, ActivityState.DONE})
BOOKED = frozenset({ActivityState.PLANNED, ActivityState.CANCELLED})
_MOST = 1_000
"""More than a year's page can show."""


def council_year(context: Context, municipality: str, year: int) -> CouncilYear:
    """Return the municipality's year (name or code). NotFound, also where the actor may read nothing of it."""
    place, days = find_municipality(context, municipality), Period.year(year)
    calendar = calendars().get(place.code)
    planned = stored.meetings(context.database, place.code)
    return CouncilYear(
        place,
        stored.council(context.database, place.code).name,
        days,
        in_days(duties(context, Scope(municipality=str(place.code))), days),
        tuple(each.day for each in planned if each.day in days and each.stage is not Stage.CANCELLED),
        _announced(context, place.code, days, SHOWN),
        tuple(term for term in calendar.terms if (term.days & days).days) if calendar else (),
    )


def calendar_file(context: Context, municipality: str) -> bytes:
    """Return every duty and the announced occasions from today on as an iCalendar file. NotFound.

    A demo's file says in every entry that it is one.
    """
    place, is_demo = find_municipality(context, municipality), context.database.clock is not None
    owed = duties(context, Scope(municipality=str(place.code)))
    booked = _announced(context, place.code, Period(context.today, MEANT.end), BOOKED)
    events = [*calendar_events.of_duties(owed, is_demo), *calendar_events.of_occasions(booked, place, is_demo)]
    return calendar_bytes(calendar_events.name(place, is_demo), events, context.now)


def _announced(
    context: Context, municipality: int, days: Period, states: frozenset[ActivityState]
) -> tuple[Announced, ...]:
    counted = {number: each for number, each in measures(context).items() if municipality in each[1].municipalities}
    told = {number: each for number, each in counted.items() if each[1].announced and not each[1].sensitive}
    found = activities.search(
        context.database, limit=_MOST, municipalities={each[1].home for each in told.values()},
        measures=set(told), days=days, states=states,
    ) if told else ()  # fmt: skip
    return announced(found, measures(context))


def years_of(context: Context, municipality: str) -> tuple[int, ...]:
    """Return every year that the municipality's agreements and their duties touch. NotFound."""
    scope = Scope(municipality=str(find_municipality(context, municipality).code))
    spans = [each.period for each in agreements(context, scope)]
    spans += [each.occasion.window for each in duties(context, scope)]
    return tuple(sorted({year for span in spans for year in range(span.start.year, span.last.year + 1)}))


def default_year(years: tuple[int, ...], today: date) -> int:
    """Return this year, or the nearest of those."""
    return min(years, key=lambda year: abs(year - today.year))
