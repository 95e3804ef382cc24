"""The log as a list: filtered and searched, as far as the actor may read it."""

from dataclasses import dataclass
from datetime import datetime

from loftdb.actions.context import Context
from loftdb.actions.logging import seen
from loftdb.actions.register import measures
from loftdb.core.model import Activity, ActivityState
from loftdb.core.periods import Period
from loftdb.store import activities


@dataclass(frozen=True)
class Query:
    """What to look for; null: anything."""

    municipality: int | None = None
    promise: str | None = None
    days: Period | None = None
    text: str | None = None
    states: frozenset[ActivityState] | None = None


@dataclass(frozen=True)
class Found:
    """One page of the activities that match, the newest occurrence first, and how many match in all."""

    activities: tuple[Activity, ...]
    total: int
    registered: dict[int, datetime]
    """When each of them was registered the first time, naive UTC."""


def search(context: Context, query: Query, limit: int, offset: int = 0) -> Found:
    """Return what matches of the promises that the actor may read."""
    counted = measures(context)
    chosen = {
        number
        for number, (_, promise, _) in counted.items()
        if query.municipality in (None, *promise.municipalities) and query.promise in (None, promise.id)
    }
    homes = {counted[number][1].home for number in chosen}
    wanted = activities.Wanted(
        municipalities=homes, measures=chosen, days=query.days, text=query.text or None, states=query.states
    )
    found = activities.search(context.database, limit=limit, offset=offset, **wanted)
    total = activities.count(context.database, **wanted)
    registered = {activity.id: activity.registered_at for activity in found}
    registered |= activities.first_registered(context.database, {each.id for each in found if each.version > 1})
    return Found(tuple(seen(context, activity, counted) for activity in found), total, registered)


def recent_measures(context: Context, limit: int = 6) -> tuple[int, ...]:
    """Return the readable measures that the actor last logged toward, the latest first."""
    counted = measures(context)
    numbers = activities.measures_by(context.database, context.actor.name)
    return tuple(number for number in numbers if number in counted)[:limit]
