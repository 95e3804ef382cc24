"""A council's meetings: planned, sent, held, closed. What was sent is frozen, and stays so whatever happens later.

The coordinator prepares and holds; everybody who may read the municipality sees the same figures.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

import pandas as pd

from loftdb.actions import meeting_files, minutes
from loftdb.actions.changes import Span, readable
from loftdb.actions.context import Context
from loftdb.actions.meeting_state import (
    gather,
    last_freeze,
    live,
    meeting,
    previous,
    scope_of,
    shown,
    since_sent,
)
from loftdb.actions.progress import Scope, agreements, homes_of, judgement
from loftdb.actions.register import find_municipality, reference
from loftdb.core.access import Action, allowed
from loftdb.core.changes import Told, is_sensitive, months_of, told
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, NotFound, Refused
from loftdb.core.meetings import agenda as core
from loftdb.core.meetings.agenda import Agenda
from loftdb.core.meetings.records import Council, Freeze, FrozenDocument, Meeting, Stage
from loftdb.core.meetings.rules import Draft, meeting_issues, name_issues, stage_issues
from loftdb.core.meetings.shown import text_of
from loftdb.core.model import DutyRecurrence
from loftdb.core.moments import local_day
from loftdb.core.periods import Period
from loftdb.core.progress import window_frame
from loftdb.store import activities, duties
from loftdb.store import meetings as stored
from loftdb.store.database import Transaction

__all__ = [
    "Draft",
    "Occasions",
    "agenda",
    "cancel",
    "change",
    "close",
    "council",
    "document_bytes",
    "documents",
    "hold",
    "live",
    "may_hold",
    "meeting",
    "meetings",
    "name_council",
    "occasions",
    "plan",
    "previous",
    "reopen",
    "send",
    "shown",
    "since_sent",
    "windows",
]


def council(context: Context, municipality: str) -> Council:
    """Return what a municipality (name or code) calls its council. NotFound."""
    return stored.council(context.database, find_municipality(context, municipality).code)


def name_council(context: Context, municipality: str, name: str, seen: int, submission: str | None = None) -> None:
    """Save what a council is called from now on. Refused, NotAllowed, NotFound, ConcurrentChange."""
    code = find_municipality(context, municipality).code
    context.demand_in(Action.HOLD_MEETINGS, code)
    found = tuple(name_issues(name))
    if found:
        raise Refused(*found)
    try:
        with context.database.transaction(context.now, submission) as tx:
            if stored.council(context.database, code).version != seen:
                raise ConcurrentChange("council", name)
            stored.name_council(tx, code, name.strip(), context.actor.name)
    except AlreadySaved:
        return


def meetings(context: Context, municipality: str) -> tuple[Meeting, ...]:
    """Return a council's meetings by day, also those that were called off. NotFound."""
    return tuple(stored.meetings(context.database, find_municipality(context, municipality).code))


def may_hold(context: Context, municipality: int) -> bool:
    """Tell whether the actor may prepare, hold and close meetings of the municipality's council."""
    return allowed(context.actor, Action.HOLD_MEETINGS, municipality)


def plan(
    context: Context, municipality: str, draft: Draft, submission: str | None = None, *, at: datetime | None = None
) -> Meeting:
    """Save a meeting. Refused, NotAllowed, NotFound. ``at``: when it was registered (naive UTC), for the demo only."""
    code = find_municipality(context, municipality).code
    context.demand_in(Action.HOLD_MEETINGS, code)
    try:
        with context.database.transaction(context.now, submission, registered_at=at) as tx:
            _demand_possible(context, code, draft)
            return stored.add_meeting(tx, code, draft.day, draft.agreements, context.actor.name)
    except AlreadySaved:
        return next(each for each in stored.meetings(context.database, code) if each.day == draft.day)


def change(context: Context, number: int, seen: int, draft: Draft, submission: str | None = None) -> Meeting:
    """Save another day or other agreements of a meeting that is not sent yet; ``seen`` is the version that was read.

    Refused (``meeting_sent``, and as ``plan``), NotAllowed, NotFound, ConcurrentChange.
    """
    before = _demand(context, number)

    def save(tx: Transaction) -> Meeting:
        if before.stage is not Stage.PLANNED:
            raise Refused(Issue("meeting_sent", "day"))
        _demand_possible(context, before.municipality, draft, number)
        return stored.change_meeting(tx, before, draft.day, draft.agreements, context.actor.name)

    return _saved(context, before, seen, save, submission)


def send(  # noqa: PLR0913 - what, as read, how, and when
    context: Context,
    number: int,
    seen: int,
    judged_on: date | None = None,
    submission: str | None = None,
    *,
    at: datetime | None = None,
) -> Meeting:
    """Freeze the figures for the mailing: as known now, judged through a day (null: as signed off, else today).

    The write lock is held meanwhile, so that nothing slips in between, and the document for the members is stored.
    Sent again, a new freeze counts and the earlier stays. Refused (``meeting_stage``), NotAllowed, NotFound,
    ConcurrentChange, DocumentUnwritten. ``at`` as for ``plan``.
    """
    before = _demand(context, number)

    def save(tx: Transaction) -> Meeting:
        _demand_stage(context, before, Stage.SENT, at)
        _freeze(context, tx, before, judged_on)
        return stored.move(tx, before, Stage.SENT, context.actor.name)

    return _saved(context, before, seen, save, submission, at)


def hold(
    context: Context, number: int, seen: int, submission: str | None = None, *, at: datetime | None = None
) -> Meeting:
    """Begin the meeting; what was not sent before is frozen now. As ``send``, and Refused (``meeting_ahead``)."""
    before = _demand(context, number)

    def save(tx: Transaction) -> Meeting:
        _demand_stage(context, before, Stage.HELD, at)
        if before.stage is Stage.PLANNED:
            _freeze(context, tx, before, None)
        return stored.move(tx, before, Stage.HELD, context.actor.name)

    return _saved(context, before, seen, save, submission, at)


def close(
    context: Context, number: int, seen: int, submission: str | None = None, *, at: datetime | None = None
) -> Meeting:
    """End the meeting and store its notes; the follow-ups owed at each meeting are done with it (5.15). As ``send``."""
    before = _demand(context, number)

    def save(tx: Transaction) -> Meeting:
        _demand_stage(context, before, Stage.CLOSED, at)
        _mark_duties(context, tx, before)
        meeting_files.keep_notes(context, tx, before)
        return stored.move(tx, before, Stage.CLOSED, context.actor.name)

    return _saved(context, before, seen, save, submission, at)


def reopen(context: Context, number: int, seen: int, submission: str | None = None) -> Meeting:
    """Open a closed meeting again, to mend what was written; its figures stay. As ``send``."""
    return _moved(context, number, seen, Stage.HELD, submission)


def cancel(context: Context, number: int, seen: int, submission: str | None = None) -> Meeting:
    """Call a meeting off; what was sent stays stored. As ``send``."""
    return _moved(context, number, seen, Stage.CANCELLED, submission)


def agenda(context: Context, found: Meeting, *, is_live: bool = False) -> Agenda:
    """Return what the meeting goes through, in order, from what was sent or (``is_live``) from the figures of now.

    The decisions of earlier meetings are as they now stand, of a closed meeting as they stood when it was closed.
    """
    figures = live(context, found) if is_live else shown(context, found)
    closed_at = found.registered_at if found.stage is Stage.CLOSED else None
    return core.agenda(figures, minutes.carried(context, found, closed_at))


@dataclass(frozen=True)
class Occasions:
    """What lies behind one number; of a sensitive promise only how many there were each month."""

    entries: tuple[Told, ...]
    """The newest first; planned and cancelled ones too."""
    months: tuple[tuple[date, int], ...]


MOST = 20_000
"""Entries behind one number that are read: all of them, or the list would not sum to the number."""


def occasions(context: Context, found: Meeting, measure: int, days: Period, *, is_live: bool = False) -> Occasions:
    """Return what was logged toward a measure on the days, as it was known when it was sent (or now).

    NotFound where the measure is none of the meeting's. Places are read as they now stand, so that a redaction holds.
    """
    scope = scope_of(found, None if is_live else last_freeze(context, found))
    may = readable(context, Span(scope, scope, frozenset(found.agreements)))
    if measure not in may.shown:
        raise NotFound("measure", measure)
    entries = activities.search(
        context.database, municipalities=homes_of(context, scope), measures={measure}, days=days,
        known_on=scope.known_on, limit=MOST,
    )  # fmt: skip
    by_month: dict[date, int] = {}
    for entry in entries:
        for (number, first), count in months_of(entry, may) if is_sensitive(entry, may) else ():
            by_month[first] = by_month.get(first, 0) + (count if number == measure else 0)
    plain = (told(each, may) for each in entries if not is_sensitive(each, may))
    return Occasions(tuple(each for each in plain if each), tuple(sorted(by_month.items())))


def windows(context: Context, found: Meeting, measure: int, *, is_live: bool = False) -> pd.DataFrame:
    """Return the weeks or other short intervals behind a number, as they were known when it was sent (or now).

    One row for each, with the columns of ``window_frame``; none for a measure that is not judged by them. NotFound.
    """
    scope = scope_of(found, None if is_live else last_freeze(context, found))
    if measure not in readable(context, Span(scope, scope, frozenset(found.agreements))).shown:
        raise NotFound("measure", measure)
    judged = judgement(context, scope)
    thresholds = reference(context, scope.known_on).thresholds
    return window_frame(judged.judge, measure, judged.totals, judged.limits, thresholds)


def documents(context: Context, found: Meeting) -> tuple[FrozenDocument, ...]:
    """Return the stored documents of a meeting that the actor may read."""
    return stored.documents(context.database, meeting(context, found.id).id)


def document_bytes(context: Context, document: FrozenDocument) -> bytes:
    """Return a stored document's bytes. NotFound, also where the actor may not read the meeting."""
    meeting(context, document.meeting)
    return stored.content(context.database, document)


def _freeze(context: Context, tx: Transaction, found: Meeting, judged_on: date | None) -> Freeze:
    """Gather what is known at the transaction's moment while nobody else can write, and store it with its document."""
    scope = Scope(str(found.municipality), on=judged_on, known_on=tx.registered_at)
    figures = gather(context, found, scope)
    meeting_files.keep_state(context, tx, found, figures)
    return stored.freeze(tx, found.id, judged_on, text_of(figures), context.actor.name)


def _mark_duties(context: Context, tx: Transaction, found: Meeting) -> None:
    marks, day = duties.latest(context.database), found.day.isoformat()
    for agreement in agreements(context, Scope(str(found.municipality))):
        for duty in agreement.duties if agreement.id in found.agreements else ():
            key = (agreement.id, duty.id, day)
            if duty.recurrence is DutyRecurrence.PER_MEETING and key not in marks:
                duties.mark(tx, key, (found.day, "", ""), context.actor.name)


def _moved(context: Context, number: int, seen: int, stage: Stage, submission: str | None) -> Meeting:
    before = _demand(context, number)

    def save(tx: Transaction) -> Meeting:
        _demand_stage(context, before, stage, None)
        return stored.move(tx, before, stage, context.actor.name)

    return _saved(context, before, seen, save, submission)


def _saved(  # noqa: PLR0913, PLR0917 - what was read, what to write, and when
    context: Context,
    before: Meeting,
    seen: int,
    save: Callable[[Transaction], Meeting],
    submission: str | None = None,
    at: datetime | None = None,
) -> Meeting:
    try:
        with context.database.transaction(context.now, submission, registered_at=at) as tx:
            if stored.meeting(context.database, before.id).version != seen or before.version != seen:
                raise ConcurrentChange("meeting", before.day.isoformat())
            return save(tx)
    except AlreadySaved:
        return stored.meeting(context.database, before.id)


def _demand(context: Context, number: int) -> Meeting:
    """Return the meeting, where the actor may hold it. NotFound, NotAllowed."""
    found = meeting(context, number)
    context.demand_in(Action.HOLD_MEETINGS, found.municipality)
    return found


def _demand_possible(context: Context, code: int, draft: Draft, own: int = 0) -> None:
    known = [each.id for each in agreements(context, Scope(str(code)))]
    others = (each for each in stored.meetings(context.database, code) if each.id != own)
    found = tuple(meeting_issues(draft, known, {each.day for each in others if each.stage is not Stage.CANCELLED}))
    if found:
        raise Refused(*found)


def _demand_stage(context: Context, before: Meeting, stage: Stage, at: datetime | None) -> None:
    found = tuple(stage_issues(before, stage, local_day(at) if at else context.today))
    if found:
        raise Refused(*found)
