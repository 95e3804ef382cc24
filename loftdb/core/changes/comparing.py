"""Two moments compared: the old facts and the changes give the new, whatever happened between."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any, TypeVar

from loftdb.core.changes.facts import (
    THRESHOLDS,
    WHOLE,
    Basis,
    Changes,
    DeviationChange,
    DutyChange,
    EntryChange,
    FieldChange,
    Known,
    MonthChange,
    Readable,
    RowChange,
    SeasonChange,
    StatusChange,
    TargetChange,
    Told,
)
from loftdb.core.model import Activity, ActivityState, Agreement, Measure, Promise, Thresholds
from loftdb.core.periods import month_start
from loftdb.core.plain import plain

K = TypeVar("K")
V = TypeVar("V")
Pair = tuple[K, V | None, V | None]
Sides = tuple[Activity | None, Activity | None]
"""The version of an entry that stood before, and the one that stands after; null: there was none yet."""


def compare(before: Known, after: Known, bases: Mapping[str, Basis]) -> Changes:
    """Return what differs, without the entries; ``bases`` are by the subject of a field."""
    return Changes(
        since=None,
        until=None,
        rows=tuple(RowChange(*key, *pair) for key, *pair in differing(before.rows, after.rows, _row_order)),
        targets=tuple(TargetChange(*key, *pair) for key, *pair in differing(before.targets, after.targets)),
        seasons=tuple(SeasonChange(key, *pair) for key, *pair in differing(before.seasons, after.seasons)),
        fields=tuple(_field_changes(before, after, bases)),
        statuses=tuple(StatusChange(key, *pair) for key, *pair in differing(before.statuses, after.statuses)),
        signed=tuple(sorted(after.signed - before.signed)),
        deviations=tuple(
            DeviationChange(*key, *pair) for key, *pair in differing(before.deviations, after.deviations, _year_order)
        ),
        duties=tuple(DutyChange(*key, *pair) for key, *pair in differing(before.duties, after.duties)),
    )


def differing(
    before: Mapping[K, V], after: Mapping[K, V], order: Callable[[Any], Any] | None = None
) -> list[Pair[K, V]]:
    """Return the keys whose values differ, in order, with the value before and after; null: it was not there."""
    pairs = ((key, before.get(key), after.get(key)) for key in {**before, **after})
    return sorted((pair for pair in pairs if pair[1] != pair[2]), key=lambda pair: (order or _as_is)(pair[0]))


def _as_is(key: Any) -> Any:
    return key


def _row_order(key: tuple[int, int | None, date]) -> tuple[int, int, date]:
    return key[0], key[1] or 0, key[2]


def _year_order(key: tuple[str, int | None]) -> tuple[str, int]:
    return key[0], key[1] or 0


def _field_changes(before: Known, after: Known, bases: Mapping[str, Basis]) -> Iterator[FieldChange]:
    """Yield the fields that differ; what is new (or gone), once as a whole with all its fields."""
    found = differing(before.fields, after.fields)
    whole = {subject for (subject, field), *_ in found if field == WHOLE}
    for (subject, field), was, is_ in found:
        basis = bases.get(subject)
        if field == WHOLE:
            yield FieldChange(subject, WHOLE, was and _own(found, subject, 1), is_ and _own(found, subject, 2), basis)
        elif subject not in whole:
            is_other = field == _UNDECIDED and basis is not None and basis.decision is not None
            yield FieldChange(subject, field, was, is_, None if is_other else basis)


def _own(found: Iterable[Any], subject: str, side: int) -> dict[str, Any]:
    return {pair[0][1]: pair[side] for pair in found if pair[0][0] == subject and pair[0][1] != WHOLE}


def entry_changes(pairs: Mapping[int, Sides], readable: Readable) -> Changes:
    """Return the changes of entries as they stood before and after.

    An entry that counts for a sensitive promise is told by the month, and so is what stood in its place.
    """
    entries, months = [], dict[tuple[int, date], int]()
    for number, (before, after) in pairs.items():
        if is_sensitive(before, readable) or is_sensitive(after, readable):
            for sign, activity in ((-1, before), (1, after)):
                for key, count in months_of(activity, readable):
                    months[key] = months.get(key, 0) + sign * count
        else:
            entries.append(EntryChange(number, told(before, readable), told(after, readable)))
    return Changes(
        None,
        None,
        tuple(sorted((each for each in entries if each.before != each.after), key=_entry_order)),
        tuple(MonthChange(*key, added) for key, added in sorted(months.items()) if added),
    )


def told(activity: Activity | None, readable: Readable) -> Told | None:
    """Return what may be told of an entry; null where it does not stand, or where nothing of it is shown."""
    if activity is None or activity.entry.state is ActivityState.WITHDRAWN:
        return None
    entry = activity.entry
    shares = tuple(share for share in entry.shares if share.measure in readable.shown)
    about = (entry.kind, entry.state, entry.days, shares, entry.precision, entry.place, entry.reason)
    return Told(*about) if shares else None


def is_sensitive(activity: Activity | None, readable: Readable) -> bool:
    """Tell whether an entry counts for a sensitive promise, or for one that may not be read and so may be."""
    return activity is not None and any(share.measure not in readable.plain for share in activity.entry.shares)


def months_of(activity: Activity | None, readable: Readable) -> Iterator[tuple[tuple[int, date], int]]:
    """Yield what a done entry that is told by the month adds to the months of the measures that are shown."""
    if activity is not None and activity.entry.state is ActivityState.DONE:
        first = month_start(activity.entry.days.last)
        shown = (share for share in activity.entry.shares if share.measure in readable.shown)
        yield from (((share.measure, first), share.count) for share in shown)


def _entry_order(change: EntryChange) -> tuple[date, int]:
    stands = change.after or change.before
    return (stands.days.last if stands else date.min), change.activity


def merged(first: Changes, second: Changes, since: datetime | None, until: datetime | None) -> Changes:
    """Return the entries of the first with everything else of the second."""
    return replace(second, entries=first.entries, months=first.months, since=since, until=until)


def reference_fields(agreements: Iterable[Agreement], thresholds: Thresholds) -> dict[tuple[str, str], Any]:
    """Return every field of the agreements, their promises and measures, and the limits, as plain values."""
    found = {(THRESHOLDS, each.name): getattr(thresholds, each.name) for each in fields(thresholds)}
    for agreement in agreements:
        found |= _fields(agreement.id, agreement)
        for promise in agreement.promises:
            found |= _fields(promise.id, promise)
            for measure in promise.measures:
                found |= _fields(f"{measure.id}#{measure.number}", measure)
    return found


_UNDECIDED = "function"
"""The field that is said without a decision: one that was made meanwhile is not about it."""

_TOLD_APART = {"id", "number", "promises", "measures", "targets", "season"}


def _fields(subject: str, value: Agreement | Promise | Measure) -> dict[tuple[str, str], Any]:
    own = {each.name for each in fields(value)} - _TOLD_APART
    return {(subject, WHOLE): True} | {(subject, field): plain(getattr(value, field)) for field in own}
