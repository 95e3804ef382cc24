"""What is written at a meeting: comments, verdicts and decisions, which are still there the next time.

The coordinator writes them; a manager writes verdicts. Whoever may not read sensitive fields does not read what was
written of a sensitive promise.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from loftdb.actions.context import Context
from loftdb.actions.meeting_state import meeting, previous, shown
from loftdb.actions.progress import Scope, agreements
from loftdb.core import privacy
from loftdb.core.access import Action, allowed
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, NotFound, Refused
from loftdb.core.meetings.records import Comment, Decision, Meeting, Stage, WrittenVerdict
from loftdb.core.meetings.rules import Assignment, Opinion, assignment_issues, done_issues, opinion_issues
from loftdb.core.meetings.shown import proposed
from loftdb.core.model import Agreement, Promise, Verdict
from loftdb.core.moments import local_day
from loftdb.core.periods import years
from loftdb.store import meetings as stored_meetings
from loftdb.store import minutes as stored
from loftdb.store.database import Transaction

Warnings = tuple[Issue, ...]


@dataclass(frozen=True)
class Write:
    """How something is saved: as somebody read it, once, and when."""

    seen: int = 0
    """The version that was read, 0 if none: ConcurrentChange if somebody has written since."""
    submission: str | None = None
    """The key of a form, so that a double tap saves once."""
    at: datetime | None = None
    """When it was registered (naive UTC), for the demo only."""


NEW = Write()
"""Something of which there is no version yet."""


@dataclass(frozen=True)
class Made:
    """A decision as it was saved, with what the person should know about it."""

    decision: Decision
    warnings: Warnings = ()


def may_judge(context: Context, found: Meeting) -> bool:
    """Tell whether the actor may write verdicts at the meeting."""
    return allowed(context.actor, Action.WRITE_VERDICT, found.municipality)


def comments(context: Context, found: Meeting) -> dict[str, Comment]:
    """Return the meeting's comments by promise, those taken back too (with an empty text, for their version)."""
    hidden = _hidden(context, found)
    every = stored.comments(context.database, [meeting(context, found.id).id])
    return {each.promise: replace(each, text="") if each.promise in hidden else each for each in every}


def comment(context: Context, number: int, promise: str, text: str, how: Write = NEW) -> Warnings:
    """Save what the meeting says of a promise, an empty text takes it back; return warnings.

    Refused, NotAllowed, NotFound, ConcurrentChange.
    """
    found = _demand(context, number, Action.HOLD_MEETINGS)

    def save(tx: Transaction) -> None:
        _demand_open(context, found, tuple(privacy.refusals(text, "text")))
        title = _promise(context, found, promise)[1].title
        said = [each for each in stored.comments(context.database, [number]) if each.promise == promise]
        _demand_seen("comment", title, said[0].version if said else 0, how.seen)
        stored.comment(tx, number, promise, text.strip(), context.actor.name)

    return tuple(privacy.warnings(text, "text")) if _saved(context, save, how) else ()


def proposal(context: Context, found: Meeting, promise: str, year: int | None) -> Verdict | None:
    """Return the verdict that the meeting's figures suggest (5.11); null where they suggest nothing."""
    return proposed(shown(context, found), promise, year)


def verdicts(context: Context, found: Meeting) -> dict[tuple[str, int | None], WrittenVerdict]:
    """Return the meeting's verdicts by promise and year (null: the term), those taken back too."""
    hidden = _hidden(context, found)
    every = stored.verdicts(context.database, [meeting(context, found.id).id])
    seen = (replace(each, motivation="") if each.promise in hidden else each for each in every)
    return {(each.promise, each.year): each for each in seen}


def judged_before(context: Context, found: Meeting) -> dict[tuple[str, int | None], tuple[WrittenVerdict, date]]:
    """Return the last verdict of the council's earlier meetings by promise and year, with the day of its meeting."""
    every = stored_meetings.meetings(context.database, found.municipality)
    earlier = (each for each in every if each.day < found.day and each.stage is not Stage.CANCELLED)
    said = ((key, (each, one.day)) for one in earlier for key, each in verdicts(context, one).items())
    return {key: told for key, told in said if told[0].verdict}


def judge(context: Context, number: int, opinion: Opinion, how: Write = NEW) -> Warnings:
    """Save a verdict with what the figures propose beside it; return warnings. As ``comment``."""
    found = _demand(context, number, Action.WRITE_VERDICT)
    said = replace(opinion, motivation=opinion.motivation.strip())

    def save(tx: Transaction) -> None:
        agreement, promise = _promise(context, found, said.promise)
        suggested = proposal(context, found, promise.id, said.year)
        _demand_open(context, found, tuple(opinion_issues(said, suggested, years(agreement.period))))
        own = [each for each in stored.verdicts(context.database, [number]) if each.promise == promise.id]
        version = next((each.version for each in own if each.year == said.year), 0)
        _demand_seen("verdict", promise.title, version, how.seen)
        stored.judge(tx, number, said, suggested, context.actor.name)

    return tuple(privacy.warnings(said.motivation, "motivation")) if _saved(context, save, how) else ()


def decisions(context: Context, found: Meeting) -> tuple[Decision, ...]:
    """Return the decisions made at the meeting that stand, in the order they were made."""
    return tuple(_standing(context, found, [meeting(context, found.id)]))


def carried(context: Context, found: Meeting, known_on: datetime | None = None) -> tuple[Decision, ...]:
    """Return the decisions of the council's earlier meetings: still open, or *Klart* since the meeting before.

    What was done before that meeting and said only after it is news too. ``known_on`` (naive UTC; null: now): as they
    stood then.
    """
    before = previous(context, found)
    every = stored_meetings.meetings(context.database, found.municipality)
    earlier = [each for each in every if each.day < found.day and each.stage is not Stage.CANCELLED]
    standing = _standing(context, found, earlier, known_on)
    return tuple(each for each in standing if each.is_open or _is_news(each, before))


def elsewhere(context: Context, found: Meeting, made: Iterable[Decision]) -> tuple[tuple[Agreement, Promise], ...]:
    """Return the promises that decisions are about and that are in none of the meeting's agreements.

    A council that goes on to a new agreement still has what it decided on the old one.
    """
    asked = {each.promise for each in made}
    every = agreements(context, Scope(str(found.municipality)))
    others = ((each, promise) for each in every if each.id not in found.agreements for promise in each.promises)
    return tuple((agreement, promise) for agreement, promise in others if promise.id in asked)


def _is_news(decision: Decision, before: Meeting | None) -> bool:
    if before is None:
        return True
    return (decision.done_on or date.min) >= before.day or decision.registered_at > before.registered_at


def decision_history(context: Context, number: int) -> tuple[Decision, ...]:
    """Return every version of a decision, the first one first. NotFound."""
    found = stored.decision_history(context.database, number)
    if not found:
        raise NotFound("decision", number)
    hidden = _hidden(context, meeting(context, found[0].meeting))
    return tuple(_seen(each, hidden) for each in found)


def decide(context: Context, number: int, assignment: Assignment, how: Write = NEW) -> Made:
    """Save a decision of the meeting: *Åtgärd · Ansvarig funktion · Klart senast*. Refused, NotAllowed, NotFound."""
    found = _demand(context, number, Action.HOLD_MEETINGS)
    made: list[Decision] = []

    def save(tx: Transaction) -> None:
        _demand_writable(context, found, assignment)
        made.append(stored.decide(tx, number, _trimmed(assignment), context.actor.name))

    if _saved(context, save, how):
        return Made(made[0], _warnings(assignment))
    return Made(stored.decisions(context.database, [number])[-1])


def change_decision(context: Context, number: int, assignment: Assignment, how: Write) -> Made:
    """Save what a decision should have said, while its meeting is open. As ``decide``, and ConcurrentChange."""

    def changed(before: Decision, found: Meeting) -> Decision:
        _demand_writable(context, found, assignment)
        said = _trimmed(assignment)
        due = said.due or before.due
        return replace(before, promise=said.promise, action=said.action, function=said.function, due=due)

    return Made(_revised(context, number, changed, how), _warnings(assignment))


def mark_done(context: Context, number: int, on: date, note: str, how: Write) -> Made:
    """Save that a decision is *Klart*, whatever has become of its meeting. As ``change_decision``."""

    def done(before: Decision, found: Meeting) -> Decision:
        issues = tuple(done_issues(on, note, found.day, local_day(how.at) if how.at else context.today))
        if issues:
            raise Refused(*issues)
        return replace(before, done_on=on, note=note.strip())

    return Made(_revised(context, number, done, how), tuple(privacy.warnings(note, "note")))


def undo_done(context: Context, number: int, how: Write) -> Decision:
    """Save that a decision is not *Klart* after all. As ``change_decision``."""
    return _revised(context, number, lambda before, _: replace(before, done_on=None, note=""), how)


def withdraw_decision(context: Context, number: int, how: Write) -> Decision:
    """Take a decision back while its meeting is open; it stays in the history. As ``change_decision``."""

    def withdrawn(before: Decision, found: Meeting) -> Decision:
        _demand_open(context, found)
        return replace(before, is_withdrawn=True)

    return _revised(context, number, withdrawn, how)


def _revised(context: Context, number: int, revise: Callable[[Decision, Meeting], Decision], how: Write) -> Decision:
    own = decision_history(context, number)[-1]
    found = _demand(context, own.meeting, Action.HOLD_MEETINGS)

    def save(tx: Transaction) -> None:
        before = stored.decision_history(context.database, number)[-1]
        _demand_seen("decision", before.action, before.version, how.seen)
        if before.is_withdrawn:
            raise Refused(Issue("decision_withdrawn"))
        stored.revise(tx, before, revise(before, found), context.actor.name)

    _saved(context, save, how)
    return stored.decision_history(context.database, number)[-1]


def _saved(context: Context, save: Callable[[Transaction], None], how: Write) -> bool:
    """Save, and tell whether it was not saved before."""
    try:
        with context.database.transaction(context.now, how.submission, registered_at=how.at) as tx:
            save(tx)
    except AlreadySaved:
        return False
    return True


def _demand(context: Context, number: int, action: Action) -> Meeting:
    found = meeting(context, number)
    context.demand_in(action, found.municipality)
    return found


def _demand_open(context: Context, found: Meeting, issues: tuple[Issue, ...] = ()) -> None:
    """Raise Refused unless the meeting is open, read anew: it may have been closed while this waited for the lock."""
    closed = () if meeting(context, found.id).is_open else (Issue("meeting_over"),)
    if closed or issues:
        raise Refused(*closed, *issues)


def _demand_seen(kind: str, name: str, version: int, seen: int) -> None:
    if version != seen:
        raise ConcurrentChange(kind, name)


def _demand_writable(context: Context, found: Meeting, assignment: Assignment) -> None:
    _demand_open(context, found, tuple(assignment_issues(assignment, found.day)))
    if assignment.promise is not None:
        _promise(context, found, assignment.promise)


def _promise(context: Context, found: Meeting, promise: str) -> tuple[Agreement, Promise]:
    """Return a promise of the meeting with its agreement. Refused (``meeting_promise``)."""
    for agreement, each in _promises(context, found):
        if each.id == promise:
            return agreement, each
    raise Refused(Issue("meeting_promise", "promise"))


def _promises(context: Context, found: Meeting) -> Iterator[tuple[Agreement, Promise]]:
    for agreement in agreements(context, Scope(str(found.municipality))):
        if agreement.id in found.agreements:
            yield from ((agreement, promise) for promise in agreement.promises)


def _hidden(context: Context, found: Meeting) -> frozenset[str]:
    """Return the municipality's sensitive promises, in whichever agreement, whose words the actor may not read."""
    if allowed(context.actor, Action.READ_SENSITIVE, found.municipality):
        return frozenset()
    every = agreements(context, Scope(str(found.municipality)))
    return frozenset(promise.id for agreement in every for promise in agreement.promises if promise.sensitive)


def _standing(
    context: Context, found: Meeting, made_at: list[Meeting], known_on: datetime | None = None
) -> Iterator[Decision]:
    hidden = _hidden(context, found)
    for each in stored.decisions(context.database, [each.id for each in made_at], known_on):
        if not each.is_withdrawn:
            yield _seen(each, hidden)


def _seen(decision: Decision, hidden: frozenset[str]) -> Decision:
    return replace(decision, action="", note="") if decision.promise in hidden else decision


def _trimmed(assignment: Assignment) -> Assignment:
    return replace(assignment, action=assignment.action.strip(), function=assignment.function.strip())


def _warnings(assignment: Assignment) -> Warnings:
    """Return warnings of likely names: a function answers, never a person."""
    return (*privacy.warnings(assignment.action, "action"), *privacy.warnings(assignment.function, "function"))
