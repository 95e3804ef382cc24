"""A municipality's year ahead: only duties, meetings, school terms and announced occasions, never a planned control.

What is announced is decided by the promise alone (5.23): an occasion that also counts toward any other is left out.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from loftdb.core.duties import DutyState
from loftdb.core.entries import Counted
from loftdb.core.model import Activity, ActivityState, Measure, Municipality, Promise
from loftdb.core.periods import Period
from loftdb.core.schools import SchoolTerm


@dataclass(frozen=True)
class Announced:
    """One announced occasion: an office, a meeting, a walk. It has no words but its place."""

    activity: int
    version: int
    days: Period
    titles: tuple[str, ...]
    """The titles of the promises that it counts toward."""
    place: str
    state: ActivityState


@dataclass(frozen=True)
class CouncilYear:
    """What happens in a municipality in some days, each kind in order."""

    municipality: Municipality
    council: str
    """The name of its council."""
    days: Period
    duties: tuple[DutyState, ...]
    meetings: tuple[date, ...]
    """The days of its council's meetings, those that were called off left out."""
    occasions: tuple[Announced, ...]
    terms: tuple[SchoolTerm, ...]


@dataclass(frozen=True)
class CalendarEvent:
    """One entry of a calendar file, on whole days as Stockholm counts them."""

    uid: str
    """The same for the same thing in every file, so that a calendar program renews it instead of adding it again."""
    days: Period
    summary: str
    description: str = ""
    place: str = ""
    sequence: int = 0
    """How many times it has been changed."""
    is_cancelled: bool = False


def announced(activities: Collection[Activity], counted: Counted) -> tuple[Announced, ...]:
    """Return those that are announced, by day; ``counted`` holds what the reader may read, the rest is left out."""
    found = (_announced(each, counted) for each in activities)
    return tuple(sorted((each for each in found if each), key=lambda each: (each.days, each.activity)))


def _announced(activity: Activity, counted: Counted) -> Announced | None:
    entry = activity.entry
    known = [counted.get(share.measure) for share in entry.shares]
    toward = [each for each in known if each and _may_be_told(each[1])]
    if len(toward) < len(known) or (entry.state is ActivityState.DONE and any(map(_is_routine, toward))):
        return None
    titles = tuple(dict.fromkeys(promise.title for _, promise, _ in toward))
    return Announced(activity.id, activity.version, entry.days, titles, entry.place, entry.state)


def _may_be_told(promise: Promise) -> bool:
    return promise.announced and not promise.sensitive


def _is_routine(toward: tuple[object, Promise, Measure]) -> bool:
    """Tell whether it is promised so often that those that are done say nothing of a year."""
    return any(target.judged_by_interval for target in toward[2].targets)


def in_days(states: Collection[DutyState], days: Period) -> tuple[DutyState, ...]:
    """Return the duties whose window touches the days."""
    return tuple(state for state in states if (state.occasion.window & days).days)
