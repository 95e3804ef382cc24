"""The rows of ``activity_version`` and ``line``: how an Activity is written, and read back the same."""

from collections.abc import Sequence
from typing import Any

from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Precision, Reason, Share
from loftdb.core.periods import Period
from loftdb.store.connection import Cursor
from loftdb.store.database import Transaction
from loftdb.store.lines import Line
from loftdb.store.rows import insert_both

_COLUMNS = (
    "v.activity, v.version, v.municipality, v.registered_by, v.party, v.registered_at, v.redacted, "
    "v.kind, v.state, v.starts, v.ends, v.measures, v.counts, v.weeks, v.precision, v.place, v.note, v.reason, v.source"
)


def fetch(cursor: Cursor, rest: str, parameters: Sequence[object]) -> tuple[Activity, ...]:
    """Return the versions that ``rest``, the query from its FROM on, finds in ``activity_version v``."""
    rows = cursor.execute(f"select {_COLUMNS} from {rest}", list(parameters)).fetchall()  # noqa: S608 - own text
    return tuple(_activity(*row) for row in rows)


def append(tx: Transaction, activities: Sequence[Activity], lines: Sequence[tuple[Activity, Line]]) -> None:
    """Write the versions and their lines."""
    versions = [_row(activity, tx.submission) for activity in activities]
    insert_both(tx.cursor, ("activity_version", versions), ("line", [_line_row(*each) for each in lines]))


def _row(activity: Activity, submission: str | None) -> tuple[object, ...]:
    entry = activity.entry
    return (
        activity.id,
        activity.version,
        activity.municipality,
        entry.kind,
        entry.state,
        entry.days.start,
        entry.days.end,
        [share.measure for share in entry.shares],
        [share.count for share in entry.shares],
        list(entry.weeks),
        entry.precision,
        entry.place,
        entry.note,
        entry.reason,
        entry.source,
        activity.redacted,
        activity.by,
        activity.party,
        activity.registered_at,
        submission,
    )


def _line_row(activity: Activity, line: Line) -> tuple[object, ...]:
    return (
        activity.id,
        activity.version,
        line.measure,
        activity.municipality,
        line.day,
        line.week,
        line.month,
        line.state,
        line.precision,
        line.count,
        activity.registered_at,
    )


def _activity(  # noqa: PLR0913, PLR0917 - one parameter for each column of the row
    activity: int, version: int, municipality: int, by: str, party: str, registered_at: Any, redacted: bool, *entry: Any
) -> Activity:
    return Activity(activity, version, _entry(*entry), municipality, by, Party(party), registered_at, redacted)


def _entry(kind: str, state: str, starts: Any, ends: Any, measures: list[int], counts: list[int], *words: Any) -> Entry:  # noqa: PLR0913, PLR0917 - as above
    weeks, precision, place, note, reason, source = words
    return Entry(
        kind=ActivityKind(kind),
        state=ActivityState(state),
        days=Period(starts, ends),
        shares=tuple(map(Share, measures, counts)),
        weeks=tuple(weeks),
        precision=Precision(precision),
        place=place,
        note=note,
        reason=Reason(reason) if reason else None,
        source=source,
    )
