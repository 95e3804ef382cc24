"""What is written at meetings, and the indicators shown at them: only grows, the last version of each holds."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from loftdb.core.meetings.records import Comment, Decision, IndicatorValue, WrittenVerdict
from loftdb.core.meetings.rules import Assignment, Opinion, Reading
from loftdb.core.model import Verdict
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import WHOLE_TERM, Condition, insert, next_number


def comment(tx: Transaction, meeting: int, promise: str, text: str, by: str) -> Comment:
    """Append a version of what the meeting said of a promise."""
    version = next_number(tx.cursor, "meeting_comment", "version", meeting=meeting, promise=promise)
    said = Comment(meeting, promise, version, text, by, tx.registered_at)
    insert(tx.cursor, "meeting_comment", [(meeting, promise, version, text, by, tx.registered_at)])
    return said


def comments(database: Database, meetings: Collection[int]) -> tuple[Comment, ...]:
    """Return the last version of each comment of the meetings."""
    own, query = (
        Condition(),
        "select meeting, promise, version, text, registered_by, registered_at from meeting_comment",
    )
    own.among("meeting", meetings)
    with database.reading() as cursor:
        rows = cursor.execute(f"{query} {own} order by meeting, promise, version", own.parameters).fetchall()
    return tuple({(each.meeting, each.promise): each for each in (Comment(*row) for row in rows)}.values())


def judge(tx: Transaction, meeting: int, opinion: Opinion, proposed: Verdict | None, by: str) -> WrittenVerdict:
    """Append a version of the meeting's verdict on a promise, with what the figures proposed."""
    year = WHOLE_TERM if opinion.year is None else opinion.year
    version = next_number(tx.cursor, "meeting_verdict", "version", meeting=meeting, promise=opinion.promise, year=year)
    said = (opinion.verdict, opinion.motivation, proposed)
    insert(tx.cursor, "meeting_verdict", [(meeting, opinion.promise, year, version, *said, by, tx.registered_at)])
    return WrittenVerdict(meeting, opinion.promise, opinion.year, version, *said, by, tx.registered_at)


def verdicts(
    database: Database, meetings: Collection[int], known_on: datetime | None = None
) -> tuple[WrittenVerdict, ...]:
    """Return the last version of each verdict of the meetings, as known at ``known_on`` (null: now)."""
    own = Condition()
    own.among("meeting", meetings)
    own.at_most("registered_at", known_on)
    columns = "meeting, promise, year, version, verdict, motivation, proposed, registered_by, registered_at"
    query = f"select {columns} from meeting_verdict {own} order by meeting, promise, year, version"  # noqa: S608 - own text
    with database.reading() as cursor:
        rows = [_verdict(*row) for row in cursor.execute(query, own.parameters).fetchall()]
    return tuple({(each.meeting, each.promise, each.year): each for each in rows}.values())


def decide(tx: Transaction, meeting: int, assignment: Assignment, by: str) -> Decision:
    """Add a decision; ``assignment.due`` is given."""
    assert assignment.due is not None
    number = next_number(tx.cursor, "decision", "id")
    said = (assignment.promise, assignment.action, assignment.function, assignment.due, None, "", False)
    return _save(tx, Decision(number, 1, meeting, *said, by, tx.registered_at))


def revise(tx: Transaction, before: Decision, after: Decision, by: str) -> Decision:
    """Append a version of a decision."""
    return _save(tx, replace(after, version=before.version + 1, by=by, registered_at=tx.registered_at))


def decisions(database: Database, meetings: Collection[int], known_on: datetime | None = None) -> tuple[Decision, ...]:
    """Return the decisions of the meetings by number, as known at ``known_on`` (naive UTC; null: now)."""
    own = Condition()
    own.among("meeting", meetings)
    own.at_most("registered_at", known_on)
    with database.reading() as cursor:
        return tuple({each.id: each for each in _decisions(cursor, own)}.values())


def decision_history(database: Database, number: int) -> tuple[Decision, ...]:
    """Return every version of a decision, the first one first; none for an unknown number."""
    own = Condition()
    own.among("id", [number])
    with database.reading() as cursor:
        return _decisions(cursor, own)


@dataclass(frozen=True)
class Value:
    """What one version of an indicator's value says."""

    reading: Reading
    is_withdrawn: bool = False


def measure(tx: Transaction, value: Value, by: str, number: int | None = None) -> IndicatorValue:
    """Add an indicator's value, or (with its number) append a version of one."""
    own = next_number(tx.cursor, "indicator", "id") if number is None else number
    version, said = next_number(tx.cursor, "indicator", "version", id=own), value.reading
    about = (said.agreement, said.problem_area, said.name, said.unit, said.value, said.on, said.year, said.source)
    saved = IndicatorValue(own, version, *about, value.is_withdrawn, by, tx.registered_at)
    insert(tx.cursor, "indicator", [(own, version, *about, value.is_withdrawn, by, tx.registered_at)])
    return saved


def indicators(database: Database, known_on: datetime | None = None) -> tuple[IndicatorValue, ...]:
    """Return the last version of every value that stands, by name and time, as known at ``known_on`` (null: now)."""
    own = Condition()
    own.at_most("registered_at", known_on)
    columns = "id, version, agreement, problem_area, name, unit, value, on_day, year, source, is_withdrawn"
    query = f"select {columns}, registered_by, registered_at from indicator {own} order by id, version"  # noqa: S608 - own text
    with database.reading() as cursor:
        rows = [_indicator(*row) for row in cursor.execute(query, own.parameters).fetchall()]
    standing = (each for each in {each.id: each for each in rows}.values() if not each.is_withdrawn)
    return tuple(sorted(standing, key=lambda each: (each.agreement, each.problem_area or "", each.name, _when(each))))


def _when(value: IndicatorValue) -> date:
    return value.on or date(value.year or 1, 12, 31)


def _verdict(meeting: int, promise: str, year: int, version: int, *rest: Any) -> WrittenVerdict:
    said, motivation, proposed, by, at = rest
    verdict, suggested = (Verdict(each) if each else None for each in (said, proposed))
    return WrittenVerdict(meeting, promise, year or None, version, verdict, motivation, suggested, by, at)


def _indicator(number: int, version: int, agreement: str, area: str | None, *rest: Any) -> IndicatorValue:
    name, unit, value, *more = rest
    return IndicatorValue(number, version, agreement, area, name, unit, _shortest(value), *more)


def _shortest(value: Decimal) -> Decimal:
    """Return the value without the zeros that only the column's three decimals give it."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()


def _save(tx: Transaction, saved: Decision) -> Decision:
    about = (saved.id, saved.version, saved.meeting, saved.promise, saved.action, saved.function, saved.due)
    insert(tx.cursor, "decision", [(*about, saved.done_on, saved.note, saved.is_withdrawn, saved.by, tx.registered_at)])
    return saved


def _decisions(cursor: Cursor, condition: Condition) -> tuple[Decision, ...]:
    columns = "id, version, meeting, promise, action, responsible, due, done_on, note, is_withdrawn"
    query = f"select {columns}, registered_by, registered_at from decision {condition} order by id, version"  # noqa: S608 - own text
    return tuple(Decision(*row) for row in cursor.execute(query, condition.parameters).fetchall())
