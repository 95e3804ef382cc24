"""What a log entry must be, and what is worth a warning (5.17, 5.19, 5.23); nothing is ever mended in silence."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from loftdb.core import privacy
from loftdb.core.errors import Issue
from loftdb.core.model import ActivityKind, ActivityState, Agreement, Entry, Measure, Promise
from loftdb.core.periods import DAY, MEANT, Interval, Period, belongs, month, week

Counted = Mapping[int, tuple[Agreement, Promise, Measure]]
"""The measures that the actor may log toward, by number."""


def settled(entry: Entry, counted: Counted, today: date) -> Entry:
    """Return the entry as it will be saved.

    A done day in the future is a planned one (5.19); a sensitive promise keeps its month but not its days.
    """
    if entry.kind is ActivityKind.SINGLE and entry.state is ActivityState.DONE and entry.days.last > today:
        return replace(entry, state=ActivityState.PLANNED)
    if _is_sensitive(entry, counted) and entry.kind is not ActivityKind.ANNUAL and entry.days.last <= today:
        return replace(entry, kind=ActivityKind.BATCH, days=_month_of(entry, counted, today), weeks=())
    return entry


def _month_of(entry: Entry, counted: Counted, today: date) -> Period:
    """Return the entry's month through today, without days outside its agreements where it has any inside."""
    whole = month(entry.days.start) & Period(date.min, today + DAY)
    for share in entry.shares:
        inside = whole & counted[share.measure][0].period if share.measure in counted else whole
        whole = inside if (entry.days & inside).days else whole
    return whole


def issues(entry: Entry, counted: Counted, today: date) -> Iterator[Issue]:
    """Yield everything that keeps the entry from being saved."""
    yield from _share_issues(entry, counted)
    yield from _day_issues(entry, today)
    yield from _booking_issues(entry, counted)
    for field in ("place", "note", "source"):
        yield from privacy.refusals(getattr(entry, field), field)
    yield from _sensitive_issues(entry, counted)


def warnings(entry: Entry, counted: Counted, today: date) -> Iterator[Issue]:
    """Yield what the person should know, though the entry is saved."""
    for field in ("place", "note"):
        yield from privacy.warnings(getattr(entry, field), field)
    for share in entry.shares:
        agreement, promise, measure = counted[share.measure]
        if share.count >= LARGE and entry.kind is not ActivityKind.ANNUAL:
            yield Issue("large_count", "count", {"count": share.count})
        if entry.days.last not in agreement.period:
            yield Issue("outside_period", "date", {"title": promise.title, "period": agreement.period})
        elif _misses_every_week(entry, agreement, measure):
            yield Issue("in_no_counted_week", "date", {"title": promise.title, "date": entry.days.last})
    if entry.state is ActivityState.PLANNED and entry.days.last < today:
        yield Issue("planned_in_the_past", "date", {"date": entry.days.last})


LARGE = 1_000
"""From here on a count in one entry is asked about (5.23); an annual figure is not: its source is given."""

LATE = timedelta(days=31)
"""What is registered longer than this after it happened is marked *Registrerad i efterhand* (5.20)."""


def is_late(entry: Entry, registered: date) -> bool:
    """Tell whether an entry first registered on that day came late; an annual figure always does, and is not marked."""
    return entry.kind is not ActivityKind.ANNUAL and registered - entry.days.last > LATE


MOST = 100_000
"""Occasions in one entry: more is a slip of the finger."""


def _share_issues(entry: Entry, counted: Counted) -> Iterator[Issue]:
    known = [share for share in entry.shares if share.measure in counted]
    if not entry.shares:
        yield Issue("no_shares", "shares")
    if len({share.measure for share in entry.shares}) < len(entry.shares):
        yield Issue("measure_twice", "shares")
    if len(known) < len(entry.shares):
        yield Issue("unknown_measure", "shares")
    if len({counted[share.measure][1].home for share in known}) > 1:
        yield Issue("several_municipalities", "shares")
    for share in entry.shares:
        yield from _count_issues(share.count, len(entry.weeks))


def _count_issues(count: int, weeks: int) -> Iterator[Issue]:
    if count < 1:
        yield Issue("count_not_positive", "count", {"count": count})
    elif count > MOST:
        yield Issue("count_too_large", "count", {"count": count, "max": MOST})
    elif count < weeks:
        yield Issue("fewer_than_weeks", "count", {"count": count, "weeks": weeks})


def _day_issues(entry: Entry, today: date) -> Iterator[Issue]:
    if entry.days.days < 1:
        yield Issue("no_days", "date")
    elif not (entry.days.start in MEANT and entry.days.last in MEANT):
        yield Issue("date_far", "date", {"first": MEANT.start.year, "last": MEANT.last.year})
    elif entry.kind is ActivityKind.BATCH:
        yield from _batch_issues(entry, today)
    elif entry.kind is ActivityKind.ANNUAL:
        yield from _annual_issues(entry, today)
    elif entry.days.days != 1:
        yield Issue("several_days", "date")


def _batch_issues(entry: Entry, today: date) -> Iterator[Issue]:
    days = entry.days
    if month(days.start) != month(days.last):
        yield Issue("batch_across_months", "date", {"first": days.start, "last": days.last})
    if entry.state is ActivityState.DONE and days.last > today:
        yield Issue("batch_in_future", "date", {"last": days.last})
    if len(set(entry.weeks)) < len(entry.weeks) or any(week(each).start != each for each in entry.weeks):
        yield Issue("weeks_not_mondays", "weeks")
    yield from (Issue("week_outside_batch", "weeks") for each in entry.weeks if not (week(each) & days).days)


def _annual_issues(entry: Entry, today: date) -> Iterator[Issue]:
    if entry.days != Period.year(entry.days.start.year):
        yield Issue("annual_not_a_year", "date")
    if entry.state is not ActivityState.DONE:
        yield Issue("annual_not_done", "state")
    if entry.days.last > today:
        yield Issue("annual_not_ended", "date", {"year": entry.days.start.year})
    if not entry.source.strip():
        yield Issue("annual_without_source", "source")


def _booking_issues(entry: Entry, counted: Counted) -> Iterator[Issue]:
    if entry.state is ActivityState.WITHDRAWN:
        yield Issue("withdrawn_entry", "state")
    if entry.state is ActivityState.CANCELLED and entry.reason is None:
        yield Issue("cancelled_without_reason", "reason")
    if entry.state is ActivityState.PLANNED:
        for share in entry.shares:
            if share.measure in counted and not counted[share.measure][1].announced:
                yield Issue("not_announced", "state", {"title": counted[share.measure][1].title})


def _sensitive_issues(entry: Entry, counted: Counted) -> Iterator[Issue]:
    """Yield what would tell more than the month of a sensitive promise: a place, words, or another promise's day."""
    if _is_sensitive(entry, counted):
        if entry.place or entry.note:
            yield Issue("sensitive_text", "place" if entry.place else "note")
        if not all(counted[share.measure][1].sensitive for share in entry.shares if share.measure in counted):
            yield Issue("sensitive_with_others", "shares")


def _is_sensitive(entry: Entry, counted: Counted) -> bool:
    return any(counted[share.measure][1].sensitive for share in entry.shares if share.measure in counted)


def _misses_every_week(entry: Entry, agreement: Agreement, measure: Measure) -> bool:
    """Tell whether the entry fills no counted week of a weekly promise (5.2)."""
    if not measure.is_weekly or entry.kind is ActivityKind.ANNUAL:
        return False
    days = [entry.days.last] if entry.kind is ActivityKind.SINGLE else entry.weeks
    return not any(belongs(week(day), Interval.WEEK, agreement.period) for day in days)
