"""The state of a council's agreements, gathered at one moment: what is shown live, and what is stored when it is sent.

It is the same for everybody who may read the municipality: no names, no places, no words of sensitive promises.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime

from loftdb.actions.cache import cached
from loftdb.actions.changes import Span, changes
from loftdb.actions.context import Context
from loftdb.actions.deviations import deviations, needing
from loftdb.actions.duties import duties
from loftdb.actions.forecast import forecasted
from loftdb.actions.lagging import lagging
from loftdb.actions.month_counts import counts_by_month, judged_months, of_year
from loftdb.actions.progress import Scope, agreements, cutoffs, today
from loftdb.actions.register import find_municipality, reference
from loftdb.actions.status import latest, said
from loftdb.core.access import Action, allowed
from loftdb.core.changes import Changes
from loftdb.core.errors import Issue, NotFound, Refused
from loftdb.core.lagging import is_stale
from loftdb.core.meetings.records import FROZEN, Freeze, IndicatorValue, Meeting
from loftdb.core.meetings.shown import (
    CountedMonth,
    Explanation,
    Lagging,
    OwedDuty,
    Shown,
    Unexplained,
    Unsigned,
    Word,
    plain_rows,
    shown_of,
    without_places,
)
from loftdb.core.model import SIGNING_PARTIES, Agreement, PromiseKind
from loftdb.core.progress import signers
from loftdb.store import meetings as stored
from loftdb.store import minutes


def scope_of(meeting: Meeting, frozen: Freeze | None, judged_on: date | None = None) -> Scope:
    """Return what to judge for a meeting: as it was frozen (null: as known now)."""
    if frozen is None:
        return Scope(str(meeting.municipality), on=judged_on)
    return Scope(str(meeting.municipality), on=frozen.judged_on, known_on=frozen.known_on)


def gather(context: Context, meeting: Meeting, scope: Scope) -> Shown:
    """Return the state at the scope's moment, with what changed since the meeting before."""
    own = tuple(each for each in agreements(context, scope) if each.id in meeting.agreements)
    chosen = frozenset(each.id for each in own)
    frame = forecasted(context, scope)
    before = previous(context, meeting)
    found = Shown(
        municipality=find_municipality(context, str(meeting.municipality)),
        council=stored.council(context.database, meeting.municipality, scope.known_on).name,
        day=meeting.day,
        known_on=scope.known_on,
        judged_on=scope.on,
        today=today(context, scope.known_on),
        previous=before.day if before else None,
        agreements=own,
        rows=plain_rows(frame[frame["agreement"].isin(chosen)]),
        words=tuple(_words(context, scope, own)),
        explanations=tuple(_explanations(context, scope, own)),
        unexplained=tuple(_unexplained(context, scope, chosen)),
        lagging=tuple(_lagging(context, scope, chosen)),
        duties=tuple(_duties(context, scope, chosen)),
        unsigned=tuple(_unsigned(context, scope, own)),
        indicators=tuple(_indicators(context, scope, chosen)),
        thresholds=reference(context, scope.known_on).thresholds,
        since=without_places(since_previous(context, meeting, scope)),
    )
    return replace(found, months=tuple(_months(context, scope, found)))


def _months(context: Context, scope: Scope, found: Shown) -> Iterator[CountedMonth]:
    """Yield the months of the sensitive promises, each of the year that its promise is told of."""
    sensitive = [promise for _, promise in found.promises() if promise.sensitive and promise.measures]
    if not sensitive:
        return
    frame, counts, years = forecasted(context, scope), counts_by_month(context, scope), found.years()
    for promise in sensitive:
        year = years[promise.id]
        for measure in promise.measures:
            for month in judged_months(of_year(frame, year), measure, year, counts):
                yield CountedMonth(measure.number, month.first, month.count)


def since_previous(context: Context, meeting: Meeting, scope: Scope) -> Changes:
    """Return what changed since the figures of the meeting before; nothing where there was none."""
    before = previous(context, meeting)
    frozen = last_freeze(context, before) if before else None
    if before is None or frozen is None:
        return Changes(None, scope.known_on)
    return changes(context, Span(scope_of(before, frozen), scope, frozenset(meeting.agreements)))


def since_sent(context: Context, found: Meeting, known_on: datetime | None = None) -> Changes:
    """Return *tillkommit sedan utskicket*: what differs at a moment (null: now) from what was sent.

    Refused (``meeting_not_frozen``).
    """
    sent = last_freeze(context, found)
    if sent is None:
        raise Refused(Issue("meeting_not_frozen"))
    now = replace(scope_of(found, None, sent.judged_on), known_on=known_on)
    return changes(context, Span(scope_of(found, sent), now, frozenset(found.agreements)))


def meeting(context: Context, number: int) -> Meeting:
    """Return a meeting as it stands. NotFound, also where the actor may not read the municipality."""
    found = stored.meeting(context.database, number)
    if not allowed(context.actor, Action.READ, found.municipality):
        raise NotFound("meeting", number)
    return found


def previous(context: Context, found: Meeting) -> Meeting | None:
    """Return the council's last meeting before this one that has figures; null: there is none."""
    every = stored.meetings(context.database, found.municipality)
    earlier = [each for each in every if each.day < found.day and each.stage in FROZEN]
    return earlier[-1] if earlier else None


def last_freeze(context: Context, found: Meeting) -> Freeze | None:
    """Return what was sent last for a meeting; null: nothing yet."""
    sent = stored.freezes(context.database, found.id)
    return sent[-1] if sent else None


def shown(context: Context, found: Meeting) -> Shown:
    """Return the figures that the members got, or before they are sent those of now."""
    sent = last_freeze(context, found)
    if sent is None:
        return live(context, found)
    return cached(
        ("shown", found.id, sent.number), sent.digest, lambda: shown_of(stored.figures(context.database, sent))
    )


def live(context: Context, found: Meeting) -> Shown:
    """Return the figures of now, judged as those that were sent; ``since`` still begins at the meeting before."""
    sent = last_freeze(context, found)
    scope = scope_of(found, None, sent.judged_on if sent else None)
    version = (context.database.ledger_version, context.database.reference_version)
    return cached(("live", context.actor, context.today, found, scope), version, lambda: gather(context, found, scope))


def _words(context: Context, scope: Scope, own: Collection[Agreement]) -> Iterator[Word]:
    words, day = latest(context, scope.known_on), scope.on or today(context, scope.known_on)
    for agreement in own:
        for promise in agreement.promises:
            word = words.get(promise.id)
            if promise.is_told_in_words:
                stale = promise.kind is PromiseKind.QUALITY and is_stale(agreement, promise, word, day)
                yield Word(promise.id, said(promise, word) if word else None, stale)


def _explanations(context: Context, scope: Scope, own: Collection[Agreement]) -> Iterator[Explanation]:
    subjects = {
        subject
        for agreement in own
        for promise in agreement.promises
        for subject in (promise.id, *(measure.id for measure in promise.measures))
    }
    written = sorted(deviations(context, scope).items(), key=lambda item: (item[0][0], item[0][1] or 0))
    for (subject, year), each in written:
        if subject in subjects and each.public:
            yield Explanation(subject, year, each.public, each.decided_by, each.accepted_until)


def _unexplained(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[Unexplained]:
    for need in needing(context, scope):
        if need.agreement.id in chosen:
            subject, year = need.key
            yield Unexplained(need.promise.id, subject, year, need.state.value)


def _lagging(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[Lagging]:
    for lag in lagging(context, scope).rows:
        if lag.agreement.id in chosen:
            measure = lag.source.measure.number
            yield Lagging(lag.promise.id, measure, lag.source.year, lag.missing, lag.slack_weeks)


def _duties(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[OwedDuty]:
    for each in duties(context, scope):
        if each.agreement.id in chosen:
            about = (each.duty.id, each.duty.title, each.duty.to_whom, each.occasion.key, each.occasion.window)
            yield OwedDuty(each.agreement.id, *about, each.stage, each.mark.on if each.mark else None)


def _unsigned(context: Context, scope: Scope, own: Collection[Agreement]) -> Iterator[Unsigned]:
    limits = cutoffs(context, scope)
    for agreement in own:
        reporting = {party for promise in agreement.promises if promise.measures for party in signers(promise)}
        for party in SIGNING_PARTIES:
            months = limits.unreported(agreement, agreement.home.code, party) if party in reporting else []
            if months:
                yield Unsigned(agreement.id, party, tuple(months))


def _indicators(context: Context, scope: Scope, chosen: Collection[str]) -> Iterator[IndicatorValue]:
    for each in minutes.indicators(context.database, scope.known_on):
        if each.agreement in chosen:
            yield replace(each, by="")
