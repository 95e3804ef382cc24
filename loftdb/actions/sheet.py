"""The month sheet: read, filled in and signed for several municipalities at once, all of it or nothing."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from loftdb.actions.context import Context
from loftdb.actions.progress import Scope, cutoffs, signed_off
from loftdb.actions.register import measures, narrowed, reference
from loftdb.core.access import Action, allowed
from loftdb.core.entries import issues
from loftdb.core.errors import AlreadySaved, ConcurrentChange, Issue, Refused
from loftdb.core.model import SIGNING_PARTIES, ActivityState, Municipality, Party, SignOff
from loftdb.core.periods import Period, month
from loftdb.core.progress import end_of_run, signers
from loftdb.core.sheets import (
    FilledCount,
    FilledWeek,
    SheetLine,
    Step,
    count_steps,
    sheet_lines,
    week_steps,
    weeks_of,
)
from loftdb.store import activities, signoffs
from loftdb.store.database import Transaction

MANY = 100_000
"""More entries than a month of a municipality has."""


@dataclass(frozen=True)
class Sheet:
    """One municipality's month for one party."""

    municipality: Municipality
    party: Party
    month: date
    lines: tuple[SheetLine, ...]
    sign_off: SignOff | None
    signed_through: date | None
    """The last day that the party has signed without a gap."""
    unreported: tuple[date, ...]
    """The months that are *Uppgift saknas*."""


@dataclass(frozen=True)
class Filled:
    """What a person filled in, for any number of municipalities."""

    party: Party
    month: date
    counts: tuple[FilledCount, ...] = ()
    weeks: tuple[FilledWeek, ...] = ()
    sign: frozenset[int] = frozenset()
    """The municipalities to sign the month for."""


def sheet(context: Context, municipality: Municipality, party: Party, first: date) -> Sheet:
    """Return the municipality's sheet of the month beginning on ``first``. NotAllowed."""
    context.demand_in(Action.READ, municipality.code)
    own = narrowed(reference(context).agreements, municipality.code)
    touched = Period(min(first, weeks_of(first)[0].start), max(month(first).end, weeks_of(first)[-1].end))
    logged = activities.search(
        context.database,
        municipalities={promise.home for agreement in own for promise in agreement.promises},
        days=touched,
        states={ActivityState.DONE, ActivityState.CANCELLED},
        limit=MANY,
    )
    signs = signs_of(context, municipality.code, party)
    limits = cutoffs(context, Scope())
    return Sheet(
        municipality, party, first,
        tuple(sheet_lines(own, party, first, logged, context.today)),
        signs.get(first),
        month(end_of_run(sorted(signs))).last if signs else None,
        tuple(sorted({each for part in own for each in limits.unreported(part, municipality.code, party)})),
    )  # fmt: skip


def signs_of(context: Context, municipality: int, party: Party) -> dict[date, SignOff]:
    """Return the party's sign-offs by month."""
    return {
        each.month: each for each in signed_off(context) if (each.municipality, each.party) == (municipality, party)
    }


def parties(context: Context, municipality: int) -> tuple[Party, ...]:
    """Return the parties whose month the actor may sign off in the municipality."""
    return tuple(party for party in SIGNING_PARTIES if allowed(context.actor, Action.SIGN_OFF, municipality, party))


def save(context: Context, filled: Filled, submission: str | None = None) -> int:
    """Save a filled-in sheet and sign the month; return how many entries changed.

    Refused with every issue, ConcurrentChange when something was logged since the sheet was read, NotAllowed: then
    nothing at all is saved.
    """
    try:
        with context.database.transaction(context.now, submission) as tx:
            lines = _lines(context, filled)
            steps = _steps(context, filled, lines)
            for step in steps:
                _take(context, tx, filled.party, step)
            for code in sorted(filled.sign):
                signoffs.sign(tx, code, filled.party, filled.month, context.actor.name)
            return len(steps)
    except AlreadySaved:
        return len(activities.of_submission(context.database, submission or ""))


def sign_off(context: Context, municipality: int, party: Party, first: date) -> None:
    """Sign a month for a party with what is already logged. Refused before the month has ended, NotAllowed."""
    save(context, Filled(party, first, sign=frozenset({municipality})))


def _lines(context: Context, filled: Filled) -> dict[int, SheetLine]:
    """Return the sheet lines of every filled-in measure, as they stand under the write lock."""
    counted = measures(context)
    wanted = {each.measure for each in filled.counts} | {each.measure for each in filled.weeks}
    homes = {counted[measure][1].home for measure in wanted if measure in counted}
    named = {each.code: each for agreement in reference(context).agreements for each in agreement.municipalities}
    sheets = (sheet(context, named[code], filled.party, filled.month) for code in homes)
    return {line.measure.number: line for each in sheets for line in each.lines if line.measure.number in wanted}


def _steps(context: Context, filled: Filled, lines: dict[int, SheetLine]) -> list[Step]:
    """Return everything to do, or raise Refused with everything that is wrong."""
    _demand_allowed(context, filled, lines)
    found: list[Step | Issue] = list(_sign_issues(context, filled))
    for count in filled.counts:
        line = _line(lines, count.measure)
        if line.logged != count.seen:
            raise ConcurrentChange("month", line.promise.title)
        found += count_steps(line, count)
    for each in filled.weeks:
        found += week_steps(_line(lines, each.measure), each)
    steps = [each for each in found if isinstance(each, Step)]
    refused = [each for each in found if isinstance(each, Issue)]
    for step in steps:
        wrong = issues(step.entry, measures(context), context.today) if step.entry else ()
        refused += (replace(each, field=str(step.measure)) for each in wrong)
    if refused:
        raise Refused(*refused)
    return steps


def _line(lines: dict[int, SheetLine], measure: int) -> SheetLine:
    if measure not in lines:
        raise Refused(Issue("not_on_sheet", str(measure)))
    return lines[measure]


def _demand_allowed(context: Context, filled: Filled, lines: dict[int, SheetLine]) -> None:
    for line in lines.values():
        context.demand(Action.LOG, line.promise, filled.party)
    for code in filled.sign:
        context.demand_in(Action.SIGN_OFF, code, filled.party)


def _sign_issues(context: Context, filled: Filled) -> Iterable[Issue]:
    if filled.sign and month(filled.month).last > context.today:
        yield Issue("month_not_ended", "month", {"month": filled.month})
    for code in filled.sign:
        if not _answers(context, code, filled):
            yield Issue("nothing_to_sign", "month", {"month": filled.month})


def _answers(context: Context, municipality: int, filled: Filled) -> bool:
    """Tell whether the party has a promise in the municipality in the month."""
    return any(
        (month(filled.month) & agreement.period).days and filled.party in signers(promise)
        for agreement in narrowed(reference(context).agreements, municipality)
        for promise in agreement.promises
    )


def _take(context: Context, tx: Transaction, party: Party, step: Step) -> None:
    by, before = context.actor.name, step.before
    if before is None and step.entry is not None:
        activities.record(tx, step.entry, measures(context)[step.measure][1].home, by, party)
    elif before is not None and step.entry is not None:
        activities.correct(tx, before.id, before.version, step.entry, by, party)
    elif before is not None:
        activities.withdraw(tx, before.id, before.version, by, party)


def sheets(context: Context, codes: Collection[int], party: Party, first: date) -> tuple[Sheet, ...]:
    """Return the sheets of several municipalities, by code, those without a line left out."""
    named = {each.code: each for agreement in reference(context).agreements for each in agreement.municipalities}
    found = (sheet(context, named[code], party, first) for code in sorted(codes) if code in named)
    return tuple(each for each in found if each.lines)
