"""The follow-ups that agreements owe: read by those who read the agreement, marked by its coordinator (5.15)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, agreements, today
from loftdb.actions.register import find_agreement
from loftdb.core.access import Action, allowed
from loftdb.core.duties import DutyMark, DutyState, done_issues, duty_states
from loftdb.core.errors import AlreadySaved, ConcurrentChange, NotFound, Refused
from loftdb.core.model import Agreement
from loftdb.store import duties as stored
from loftdb.store.meetings import days as meeting_days

Meetings = Mapping[str, Collection[date]]
"""The days of the councils' saved meetings, by agreement."""


@dataclass(frozen=True)
class Owed:
    """One occasion of a duty, as the person read it."""

    agreement: str
    duty: str
    occasion: str
    seen: int
    """The version that was read, 0 if none: ConcurrentChange if somebody has said more since."""


@dataclass(frozen=True)
class Done:
    """How an occasion was done."""

    owed: Owed
    on: date
    paragraph: str = ""
    case: str = ""
    """*Diarienummer*."""


def duties(context: Context, scope: Scope | None = None, meetings: Meetings | None = None) -> tuple[DutyState, ...]:
    """Return every occasion of every duty of the readable agreements in the scope, by window, as of the scope's day.

    ``meetings`` (null: those that were sent for or held) are what a duty per meeting is owed at.
    """
    scope = scope or Scope()
    marks = stored.latest(context.database, scope.known_on)
    held = meeting_days(context.database, scope.known_on) if meetings is None else meetings
    return duty_states(agreements(context, scope), marks, scope.on or today(context, scope.known_on), held)


def history(context: Context, owed: Owed) -> tuple[DutyMark, ...]:
    """Return everything that was said of an occasion, the first word first. NotFound."""
    find_agreement(context, owed.agreement)
    return stored.history(context.database, (owed.agreement, owed.duty, owed.occasion))


def may_mark(context: Context, agreement: Agreement) -> bool:
    """Tell whether the actor may mark the agreement's duties: its home municipality's coordinator may."""
    return allowed(context.actor, Action.EDIT_AGREEMENTS, agreement.home.code)


def mark_done(context: Context, done: Done, submission: str | None = None, meetings: Meetings | None = None) -> None:
    """Save that an occasion is done. Refused, NotAllowed, NotFound, ConcurrentChange."""
    state = _state(context, done.owed, meetings)
    found = tuple(done_issues(state, done.on, done.paragraph, done.case, context.today))
    if found:
        raise Refused(*found)
    _save(context, done.owed, state, (done.on, done.paragraph.strip(), done.case.strip()), submission)


def undo(context: Context, owed: Owed, submission: str | None = None, meetings: Meetings | None = None) -> None:
    """Save that an occasion is not done after all; what was said stays in the history. NotAllowed, NotFound."""
    state = _state(context, owed, meetings)
    _save(context, owed, state, (None, "", ""), submission)


def _state(context: Context, owed: Owed, meetings: Meetings | None) -> DutyState:
    """Return the occasion as it stands today. NotFound, NotAllowed."""
    context.demand_in(Action.EDIT_AGREEMENTS, find_agreement(context, owed.agreement).home.code)
    for state in duties(context, Scope(agreement=owed.agreement), meetings):
        if (state.duty.id, state.occasion.key) == (owed.duty, owed.occasion):
            return state
    raise NotFound("duty", f"{owed.duty} {owed.occasion}".strip())


def _save(context: Context, owed: Owed, state: DutyState, said: stored.Said, submission: str | None) -> None:
    key = (owed.agreement, owed.duty, owed.occasion)
    try:
        with context.database.transaction(context.now, submission) as tx:
            marks = stored.history(context.database, key)
            if (marks[-1].version if marks else 0) != owed.seen:
                raise ConcurrentChange("duty", state.duty.title)
            stored.mark(tx, key, said, context.actor.name)
    except AlreadySaved:
        return
