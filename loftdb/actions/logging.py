"""Logging, correcting and withdrawing activities."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from loftdb.actions.context import Context
from loftdb.actions.register import measures
from loftdb.core.access import Action, allowed
from loftdb.core.entries import Counted, issues, settled, warnings
from loftdb.core.errors import AlreadySaved, Issue, NotAllowed, NotFound, Refused
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party
from loftdb.core.moments import local_day
from loftdb.store import activities
from loftdb.store.lines import lines_of


@dataclass(frozen=True)
class Logged:
    """What was saved, with what the person should know about it."""

    activity: Activity
    warnings: tuple[Issue, ...] = ()

    @property
    def lines(self) -> int:
        """How many lines of the ledger say it: one per promise, or per promise and listed week."""
        return len(lines_of(self.activity.entry))


def log(context: Context, entry: Entry, submission: str | None = None, *, at: datetime | None = None) -> Logged:
    """Save an activity; the same ``submission`` twice saves once and answers the same.

    ``at``: when it was registered (naive UTC), for import and the command line only. Refused, NotAllowed.
    """
    counted, today = measures(context), local_day(at) if at else context.today
    entry = settled(entry, counted, today)
    party = _demand(context, Action.LOG, entry, counted, today)
    noted = (*warnings(entry, counted, today), *_twins(context, entry, counted), *_beside(context, entry, counted))
    try:
        with context.database.transaction(context.now, submission, registered_at=at) as tx:
            home = counted[entry.shares[0].measure][1].home
            return Logged(activities.record(tx, entry, home, context.actor.name, party), noted)
    except AlreadySaved:
        return Logged(_saved(context, submission or ""))


def correct(context: Context, activity_id: int, version: int, entry: Entry, submission: str | None = None) -> Logged:
    """Save what the activity should have said; ConcurrentChange if it has changed since ``version`` was read."""
    counted = measures(context)
    entry = settled(entry, counted, context.today)
    before = readable(context, activity_id)
    _demand_own(context, before, counted)
    party = _demand(context, Action.CORRECT, entry, counted, context.today)
    if counted[entry.shares[0].measure][1].home != before.municipality:
        raise Refused(Issue("several_municipalities", "shares"))
    try:
        with context.database.transaction(context.now, submission) as tx:
            saved = activities.correct(tx, activity_id, version, entry, context.actor.name, party)
    except AlreadySaved:
        saved = _saved(context, submission or "")
    return Logged(saved, tuple(warnings(entry, counted, context.today)))


def withdraw(context: Context, activity_id: int, version: int | None = None, submission: str | None = None) -> Activity:
    """Withdraw the activity as it stands (or as ``version`` said); it stays in the history."""
    before = readable(context, activity_id)
    party = _demand_own(context, before, measures(context))
    try:
        with context.database.transaction(context.now, submission) as tx:
            return activities.withdraw(tx, activity_id, version or before.version, context.actor.name, party)
    except AlreadySaved:
        return _saved(context, submission or "")


def bring_back(context: Context, activity_id: int, version: int, submission: str | None = None) -> Logged:
    """Correct a withdrawn activity to what it said before; it counts again."""
    standing = [each for each in history(context, activity_id) if each.entry.state is not ActivityState.WITHDRAWN]
    return correct(context, activity_id, version, standing[-1].entry, submission)


def may_correct(context: Context, activity: Activity) -> bool:
    """Tell whether the actor may correct and withdraw the activity: all of it, so that nothing unread is lost."""
    counted = measures(context)
    try:
        _demand_own(context, activity, counted)
    except NotAllowed:
        return False
    return all(share.measure in counted for share in activity.entry.shares)


def may_redact(context: Context, activity: Activity) -> bool:
    """Tell whether some version of the activity has words that the actor may blank (5.23)."""
    has_words = any(each.entry.place or each.entry.note or each.entry.source for each in history(context, activity.id))
    return has_words and allowed(context.actor, Action.REDACT, activity.municipality)


def redact(context: Context, activity_id: int) -> None:
    """Blank the words of an activity in every version, leaving a trace; for administrators (5.23)."""
    before = readable(context, activity_id)
    context.demand_in(Action.REDACT, before.municipality)
    with context.database.transaction(context.now) as tx:
        activities.redact(tx, activity_id, context.actor.name)


def readable(context: Context, activity_id: int) -> Activity:
    """Return the latest version of an activity, without what the actor may not see of it. NotFound."""
    return history(context, activity_id)[-1]


def history(context: Context, activity_id: int) -> tuple[Activity, ...]:
    """Return every version of an activity, as far as the actor may read it. NotFound where that is not at all."""
    counted = measures(context)
    versions = activities.history(context.database, activity_id)
    if not any(share.measure in counted for version in versions for share in version.entry.shares):
        raise NotFound("activity", activity_id)
    return tuple(seen(context, version, counted) for version in versions)


def seen(context: Context, activity: Activity, counted: Counted) -> Activity:
    """Return the activity with the words of sensitive promises blanked for those who may not read them."""
    for share in activity.entry.shares:
        known = counted.get(share.measure)
        if known is None or (known[1].sensitive and not context.may(Action.READ_SENSITIVE, known[1])):
            return replace(activity, entry=replace(activity.entry, place="", note="", source=""))
    return activity


def _demand(context: Context, action: Action, entry: Entry, counted: Counted, today: date) -> Party:
    """Raise NotAllowed or Refused unless the entry may be saved; return the party it is saved for."""
    found = tuple(issues(entry, counted, today))
    if found:
        raise Refused(*found)
    for share in entry.shares:
        context.demand(action, counted[share.measure][1])
    return context.party_for(action, counted[entry.shares[0].measure][1])


def _demand_own(context: Context, activity: Activity, counted: Counted) -> Party:
    """Raise NotAllowed unless the actor may correct what this party logged (the domain's section 3)."""
    for share in activity.entry.shares:
        if share.measure in counted:
            context.demand(Action.CORRECT, counted[share.measure][1])
    context.demand_in(Action.CORRECT, activity.municipality, activity.party)
    return activity.party


def _twins(context: Context, entry: Entry, counted: Counted) -> Iterator[Issue]:
    """Warn of the latest activity in the log with the same municipality, days, measure, state and place (5.24)."""
    home = counted[entry.shares[0].measure][1].home
    if same := activities.twins(context.database, entry, home):
        yield Issue("possible_duplicate", "date", {"activity": same[0], "date": entry.days.last})


def _beside(context: Context, entry: Entry, counted: Counted) -> Iterator[Issue]:
    """Warn that a figure for a whole year adds to what is logged in it (5.17)."""
    if entry.kind is ActivityKind.ANNUAL:
        home, numbers = counted[entry.shares[0].measure][1].home, {share.measure for share in entry.shares}
        wanted = activities.Wanted(municipalities={home}, measures=numbers, days=entry.days, states={entry.state})
        if number := activities.count(context.database, **wanted):
            yield Issue("annual_beside_others", "date", {"year": entry.days.start.year, "count": number})


def _saved(context: Context, submission: str) -> Activity:
    """Return what the submission saved the first time."""
    return activities.of_submission(context.database, submission)[0]
