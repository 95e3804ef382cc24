"""The month sheet: what is logged of a month, and what a filled-in sheet adds to it without counting anything twice.

A number on the sheet is the month's whole number: the sheet's own batch is what it adds to the other entries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from loftdb.core.errors import Issue
from loftdb.core.model import (
    Activity,
    ActivityKind,
    ActivityState,
    Agreement,
    Entry,
    Measure,
    Party,
    Promise,
    Reason,
    Share,
)
from loftdb.core.periods import Interval, Period, counted_intervals, month, week
from loftdb.core.progress.cutoffs import signers


class WeekState(StrEnum):
    """What is known of one week of a weekly promise."""

    OPEN = "open"
    HELD = "held"
    CANCELLED = "cancelled"
    UPCOMING = "upcoming"


@dataclass(frozen=True)
class WeekBox:
    """One week of a weekly promise on the sheet of the month that holds its Thursday."""

    monday: date
    days: Period
    """Its days inside the month and the agreement, through today."""
    state: WeekState
    own: Activity | None = None
    """The entry that a sheet made for it; null where other entries say what is known."""
    done: int = 0
    """Occasions already in it; fewer than the promise asks of a week leave it open."""
    reason: Reason | None = None
    """Why it was cancelled."""


@dataclass(frozen=True)
class SheetLine:
    """One measure of the sheet: a number, or boxes where it is promised by the week."""

    agreement: Agreement
    promise: Promise
    measure: Measure
    days: Period
    """The month's days inside the agreement, through today."""
    logged: int
    """Done in the month, the sheet's own batch included."""
    batch: Activity | None
    """The entry that a sheet made for the month."""
    weeks: tuple[WeekBox, ...] = ()


@dataclass(frozen=True)
class FilledCount:
    """A number filled in: the month's ``total``, by somebody who saw that ``seen`` were logged."""

    measure: int
    total: int
    seen: int


@dataclass(frozen=True)
class FilledWeek:
    """A box filled in: open, held, or cancelled with a reason."""

    measure: int
    monday: date
    state: WeekState
    reason: Reason | None = None


@dataclass(frozen=True)
class Step:
    """One thing to do to the ledger: record the entry, correct ``before`` to it, or withdraw ``before`` (no entry)."""

    measure: int
    entry: Entry | None
    before: Activity | None = None


def weeks_of(first: date) -> list[Period]:
    """Return the whole weeks whose Thursday lies in the month."""
    return list(counted_intervals(month(first), Interval.WEEK))


def sheet_lines(
    agreements: Iterable[Agreement], party: Party, first: date, logged: Iterable[Activity], today: date
) -> Iterator[SheetLine]:
    """Yield a line for each measure that the party answers for in the month; ``logged`` touches the month's weeks."""
    done = tuple(logged)
    for agreement in agreements:
        until = Period.through(agreement.period.start, today)
        for promise in agreement.promises:
            days = month(first) & promise.days_in(agreement.period) & until
            for measure in promise.measures if days.days and party in signers(promise) else ():
                own = [each for each in done if _count_of(each, measure)]
                yield _line(SheetLine(agreement, promise, measure, days, 0, None), own, first)


def _line(line: SheetLine, entries: list[Activity], first: date) -> SheetLine:
    if line.measure.is_weekly:
        boxes = (_box(line, each, entries) for each in weeks_of(first))
        line = replace(line, weeks=tuple(box for box in boxes if box is not None))
    inside = [each for each in entries if each.entry.days.last in month(first)]
    done = [each for each in inside if each.entry.state is ActivityState.DONE]
    batch = next((each for each in done if _is_sheet_batch(each) and not each.entry.weeks), None)
    return replace(line, logged=sum(_count_of(each, line.measure) for each in done), batch=batch)


def _box(line: SheetLine, whole: Period, entries: list[Activity]) -> WeekBox | None:
    days = whole & month(whole.middle) & line.agreement.period
    if not days.days:
        return None
    until = days & Period(days.start, max(line.days.end, days.start))
    if not until.days:
        return WeekBox(whole.start, days, WeekState.UPCOMING)
    filling = [each for each in entries if whole.start in _weeks_filled(each)]
    done = [each for each in filling if each.entry.state is ActivityState.DONE]
    cancelled = [each for each in filling if each.entry.state is ActivityState.CANCELLED]
    count = sum(_count_in_week(each, line.measure, whole.start) for each in done)
    if count >= _weekly_value(line.measure, until.start):
        return WeekBox(whole.start, until, WeekState.HELD, _own(done), count)
    if cancelled:
        return WeekBox(whole.start, until, WeekState.CANCELLED, _own(cancelled), count, cancelled[0].entry.reason)
    return WeekBox(whole.start, until, WeekState.OPEN, done=count)


def _own(entries: list[Activity]) -> Activity | None:
    return entries[0] if len(entries) == 1 and _is_sheet_batch(entries[0]) else None


def _weeks_filled(activity: Activity) -> tuple[date, ...]:
    entry = activity.entry
    return (week(entry.days.last).start,) if entry.kind is ActivityKind.SINGLE else entry.weeks


def _count_in_week(activity: Activity, measure: Measure, monday: date) -> int:
    """Return the count's part in one of the listed weeks: 1 in each, and the rest in the last, as the log has it."""
    count, weeks = _count_of(activity, measure), activity.entry.weeks
    if len(weeks) < 2:
        return count
    return count - len(weeks) + 1 if monday == weeks[-1] else 1


def _is_sheet_batch(activity: Activity) -> bool:
    """Tell whether the entry has the form that sheets make: one number for a whole month, or for one listed week."""
    entry = activity.entry
    whole = entry.days.start == month(entry.days.start).start or len(entry.weeks) == 1
    plain = not (entry.place or entry.note)
    return entry.kind is ActivityKind.BATCH and whole and len(entry.shares) == 1 and plain


def _count_of(activity: Activity, measure: Measure) -> int:
    return sum(share.count for share in activity.entry.shares if share.measure == measure.number)


def count_steps(line: SheetLine, filled: FilledCount) -> Iterator[Step | Issue]:
    """Yield what leads from what is logged to the filled-in total; an issue where other entries alone exceed it."""
    missing = filled.total - line.logged
    own = _count_of(line.batch, line.measure) if line.batch else 0
    if missing == 0:
        return
    if filled.total < 0:
        yield Issue("count_negative", str(line.measure.number))
    elif own + missing < 0:
        facts = {"title": line.promise.title, "logged": line.logged - own, "total": filled.total}
        yield Issue("below_logged", str(line.measure.number), facts)
    elif own + missing == 0:
        yield Step(line.measure.number, None, line.batch)
    else:
        yield Step(line.measure.number, _batch(line.measure, line.days, own + missing), line.batch)


def week_steps(line: SheetLine, filled: FilledWeek) -> Iterator[Step | Issue]:
    """Yield what leads from what is known of a week to the filled-in box; an issue where other entries hold it."""
    box = next((each for each in line.weeks if each.monday == filled.monday), None)
    if box is None or box.state is WeekState.UPCOMING:
        yield Issue("week_not_on_sheet", str(line.measure.number), {"week": filled.monday})
    elif (box.state, box.reason) == (filled.state, filled.reason):
        return
    elif box.own is None and _takes_back(box, filled):
        yield Issue("week_logged_elsewhere", str(line.measure.number), {"week": filled.monday})
    elif filled.state is WeekState.OPEN:
        yield Step(line.measure.number, None, box.own)
    else:
        yield Step(line.measure.number, _week_entry(line.measure, box, filled), box.own)


def _takes_back(box: WeekBox, filled: FilledWeek) -> bool:
    """Tell whether the box unsays what another entry says; a cancelled week that was held after all does not."""
    return box.state is WeekState.HELD or (box.state is WeekState.CANCELLED and filled.state is not WeekState.HELD)


def _batch(measure: Measure, days: Period, count: int) -> Entry:
    return Entry(ActivityKind.BATCH, ActivityState.DONE, days, (Share(measure.number, count),))


def _week_entry(measure: Measure, box: WeekBox, filled: FilledWeek) -> Entry:
    """Return the entry of a box: as many occasions as the week still lacks of what is promised."""
    state = ActivityState.DONE if filled.state is WeekState.HELD else ActivityState.CANCELLED
    entry = _batch(measure, box.days, max(_weekly_value(measure, box.days.start) - box.done, 1))
    return replace(entry, state=state, weeks=(box.monday,), reason=filled.reason)


def _weekly_value(measure: Measure, day: date) -> int:
    """Return how many occasions the promise asks of the week, at least 1."""
    in_force = [target.value or 1 for target in measure.targets if target.valid_from <= day]
    return in_force[-1] if in_force else 1
