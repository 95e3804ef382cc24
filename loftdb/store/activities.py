"""The log is a ledger: a change appends a version, lines that reverse the old ones, and the new lines.

So a plain sum of the lines is the truth, and the same sum up to a moment is what was known then.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypedDict, Unpack

from loftdb.core.errors import ConcurrentChange, Issue, NotFound, Refused
from loftdb.core.model import Activity, ActivityState, Entry, Party
from loftdb.core.periods import Period
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.lines import change, lines_of, standing_lines
from loftdb.store.rows import Condition, insert
from loftdb.store.versions import append, fetch


def record(tx: Transaction, entry: Entry, municipality: int, by: str, party: Party) -> Activity:
    """Append a new activity to the log of the municipality. Refused as ``lines_of`` says."""
    return record_all(tx, [(entry, municipality)], by, party)[0]


def record_all(tx: Transaction, entries: Sequence[tuple[Entry, int]], by: str, party: Party) -> tuple[Activity, ...]:
    """Append several new activities with two statements, each with the municipality whose log it belongs to."""
    lines = [lines_of(entry) for entry, _ in entries]
    activities = tuple(
        Activity(tx.next_activity(), 1, entry, municipality, by, party, tx.registered_at)
        for entry, municipality in entries
    )
    append(tx, activities, [(activity, line) for activity, own in zip(activities, lines, strict=True) for line in own])
    return activities


def correct(  # noqa: PLR0913, PLR0917 - what, which version, and who
    tx: Transaction, activity_id: int, version: int, entry: Entry, by: str, party: Party
) -> Activity:
    """Append what the activity should have said; a change of words alone appends no lines.

    ``version`` is the one that the actor read: ConcurrentChange unless it is the latest. NotFound; Refused
    (``registered_before_version``, and as ``lines_of`` says). A withdrawn activity comes back.
    """
    before = _demand_latest(tx, activity_id, version)
    after = Activity(activity_id, version + 1, entry, before.municipality, by, party, tx.registered_at)
    _append_change(tx, after)
    return after


def withdraw(tx: Transaction, activity_id: int, version: int, by: str, party: Party) -> Activity:
    """Append that the activity does not count; it stays in the history. As ``correct``, and ``already_withdrawn``."""
    before = _demand_latest(tx, activity_id, version)
    if before.entry.state is ActivityState.WITHDRAWN:
        raise Refused(Issue("already_withdrawn", facts={"activity": activity_id}))
    entry = replace(before.entry, state=ActivityState.WITHDRAWN)
    after = replace(before, version=version + 1, entry=entry, by=by, party=party, registered_at=tx.registered_at)
    _append_change(tx, after)
    return after


def redact(tx: Transaction, activity_id: int, by: str) -> None:
    """Blank the words in every version of the activity, and note who did it and when. NotFound."""
    latest = _latest(tx.cursor, activity_id)
    tx.cursor.execute(
        "update activity_version set place = '', note = '', source = '', redacted = true where activity = $1",
        [activity_id],
    )
    insert(tx.cursor, "redaction", [(activity_id, latest.version, by, tx.registered_at)])


def history(database: Database, activity_id: int) -> tuple[Activity, ...]:
    """Return every version of the activity, the first one first. NotFound."""
    with database.reading() as cursor:
        found = fetch(cursor, "activity_version v where activity = $1 order by version", [activity_id])
    if not found:
        raise NotFound("activity", activity_id)
    return found


def first_registered(database: Database, activity_ids: Collection[int]) -> dict[int, datetime]:
    """Return when each activity was registered the first time, naive UTC."""
    first = Condition()
    first.among("activity", activity_ids)
    query = f"select activity, min(registered_at) from activity_version {first} group by activity"  # noqa: S608 - own text
    with database.reading() as cursor:
        return dict(cursor.execute(query, first.parameters).fetchall())


def of_submission(database: Database, key: str) -> tuple[Activity, ...]:
    """Return the versions that the submission saved, none if it is unknown."""
    saved_at = "(select registered_at from submission where key = $1)"
    query = f"activity_version v where submission = $1 and registered_at = {saved_at} order by activity, version"
    with database.reading() as cursor:
        return fetch(cursor, query, [key])


def twins(database: Database, entry: Entry, municipality: int) -> tuple[int, ...]:
    """Return the activities that say the same: days, state, place whatever the case, and a measure of the entry's.

    Asks the lines, which lie sorted: 1 ms at a million, where ``search`` takes 7.
    """
    own, versions = Condition(), Condition()
    own.add(f"municipality = {own.place(municipality)} and date = {own.place(entry.days.last)}")
    own.among("measure", [share.measure for share in entry.shares])
    with database.reading() as cursor:
        beside = cursor.execute(f"select activity from line {own}", own.parameters).fetchall()  # noqa: S608 - own text
        versions.among("activity", {activity for (activity,) in beside})
        query = f"select activity, starts, ends, state, place from activity_version {versions} order by version"  # noqa: S608 - own text
        found = cursor.execute(query, versions.parameters).fetchall() if beside else []
    latest = {activity: said for activity, *said in found}
    same = [entry.days.start, entry.days.end, entry.state.value]
    return tuple(
        activity
        for activity, (*said, place) in sorted(latest.items(), reverse=True)
        if said == same and place.strip().casefold() == entry.place.strip().casefold()
    )


class Wanted(TypedDict, total=False):
    """What a search asks of the latest version of an activity; null or left out: anything."""

    municipalities: Collection[int] | None
    measures: Collection[int] | None
    days: Period | None
    """Days that the activity must touch."""
    text: str | None
    """Looked for in place, note and source, whatever the case."""
    states: Collection[ActivityState] | None
    known_on: datetime | None
    """The latest version is the latest then (naive UTC)."""


def search(database: Database, *, limit: int, offset: int = 0, **wanted: Unpack[Wanted]) -> tuple[Activity, ...]:
    """Return the latest versions that match, the newest occurrence first."""
    matching, condition = _matching(wanted)
    page = f"order by v.ends desc, v.activity desc limit {condition.place(limit)} offset {condition.place(offset)}"
    with database.reading() as cursor:
        return fetch(cursor, f"{matching} {page}", condition.parameters)


def count(database: Database, **wanted: Unpack[Wanted]) -> int:
    """Return how many activities match."""
    matching, condition = _matching(wanted)
    with database.reading() as cursor:
        [(number,)] = cursor.execute(f"select count(*) from {matching}", condition.parameters).fetchall()  # noqa: S608 - own text
    return int(number)


def measures_by(database: Database, by: str, latest: int = 100) -> tuple[int, ...]:
    """Return the measures of the latest single days that the person logged, the latest first, each once."""
    own = "registered_by = $1 and kind = 'single'"
    query = f"select measures from activity_version where {own} order by registered_at desc limit $2"  # noqa: S608 - own text
    with database.reading() as cursor:
        found = cursor.execute(query, [by, latest]).fetchall()
    return tuple(dict.fromkeys(measure for (measures,) in found for measure in measures))


def _matching(wanted: Wanted) -> tuple[str, Condition]:
    """Return the query from its table on, with its parameters."""
    versions, matches = Condition(), None
    versions.among("municipality", wanted.get("municipalities"))
    versions.at_most("registered_at", wanted.get("known_on"))
    matches = Condition(versions.parameters)
    matches.among("v.state", wanted.get("states"))
    if (measures := wanted.get("measures")) is not None:
        matches.add(f"v.measures && {matches.place(list(measures))}")
    if days := wanted.get("days"):
        matches.add(f"v.starts < {matches.place(days.end)} and v.ends > {matches.place(days.start)}")
    if text := wanted.get("text"):
        words = "lower(v.place || ' ' || v.note || ' ' || v.source)"
        matches.add(f"position(lower({matches.place(text)}) in {words}) > 0")
    latest = f"select activity, max(version) as version from activity_version {versions} group by activity"  # noqa: S608 - own text
    return f"activity_version v join ({latest}) as latest using (activity, version) {matches}", matches


def _demand_latest(tx: Transaction, activity_id: int, version: int) -> Activity:
    latest = _latest(tx.cursor, activity_id)
    if latest.version != version:
        raise ConcurrentChange("activity", activity_id)
    if latest.registered_at > tx.registered_at:
        facts = {"activity": activity_id, "version_at": latest.registered_at}
        raise Refused(Issue("registered_before_version", "registered_at", facts))
    return latest


def _latest(cursor: Cursor, activity_id: int) -> Activity:
    found = fetch(cursor, "activity_version v where activity = $1 order by version desc limit 1", [activity_id])
    if not found:
        raise NotFound("activity", activity_id)
    return found[0]


def _append_change(tx: Transaction, after: Activity) -> None:
    lines = change(standing_lines(tx.cursor, after.id, after.municipality), lines_of(after.entry))
    append(tx, [after], [(after, line) for line in lines])
