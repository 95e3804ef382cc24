"""A draft's last version stands; whoever saves must have seen the one before. What put an agreement in force stays."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loftdb.core.drafts import Draft, Relation
from loftdb.core.drafts.content import content, draft_of_content
from loftdb.core.errors import ConcurrentChange, Issue, NotFound, Refused
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import insert, next_number

OPEN, ADOPTED, DISCARDED = "open", "adopted", "discarded"

_COLUMNS = "id, version, state, municipalities, content, source, registered_by, registered_at"


@dataclass(frozen=True)
class Saved:
    """A draft as it is kept."""

    id: int
    version: int
    draft: Draft
    by: str
    registered_at: datetime
    """Naive UTC."""


@dataclass(frozen=True)
class Adopted:
    """What put an agreement, or a change of one, in force."""

    agreement: str
    draft: int
    relation: Relation | None
    """What it was to another agreement; null: a new one with nothing beside it."""
    on: date
    """The day of the decision."""
    decision: str
    valid_from: date
    reason: str | None
    by: str
    registered_at: datetime


def save(tx: Transaction, draft: Draft, by: str, draft_id: int | None = None, seen: int = 0) -> Saved:
    """Save a new draft (``draft_id`` null), or the next version of one. ConcurrentChange unless ``seen`` is its last.

    NotFound; Refused (``draft_gone``) for one that is adopted or discarded.
    """
    plain = json.dumps(content(draft), ensure_ascii=False, allow_nan=False)
    codes = [each.code for each in draft.municipalities]
    if draft_id is None:
        new = next_number(tx.cursor, "draft", "id")
        insert(tx.cursor, "draft", [(new, 1, OPEN, codes, plain, draft.text, by, tx.registered_at)])
        return Saved(new, 1, draft, by, tx.registered_at)
    _demand_seen(tx, draft_id, seen)
    tx.cursor.execute(
        "update draft set version = $2, municipalities = $3, content = $4, source = $5, registered_by = $6, "
        "registered_at = $7 where id = $1",
        [draft_id, seen + 1, codes, plain, draft.text, by, tx.registered_at],
    )
    return Saved(draft_id, seen + 1, draft, by, tx.registered_at)


def discard(tx: Transaction, draft_id: int, seen: int, by: str) -> None:
    """Blank a draft, leaving who and when; as ``save`` of one that is there."""
    _demand_seen(tx, draft_id, seen)
    tx.cursor.execute(
        "update draft set version = $2, state = $3, content = '', source = '', registered_by = $4, registered_at = $5 "
        "where id = $1",
        [draft_id, seen + 1, DISCARDED, by, tx.registered_at],
    )


def close(tx: Transaction, draft_id: int, seen: int, adopted: Adopted) -> None:
    """Record that a draft was adopted; it can then neither be saved nor adopted again. As ``save`` of one."""
    _demand_seen(tx, draft_id, seen)
    tx.cursor.execute("update draft set version = $2, state = $3 where id = $1", [draft_id, seen + 1, ADOPTED])
    row = (
        adopted.agreement,
        draft_id,
        adopted.relation,
        adopted.on,
        adopted.decision,
        adopted.valid_from,
        adopted.reason,
        adopted.by,
        tx.registered_at,
        tx.submission,
    )
    insert(tx.cursor, "adoption", [row])


def fetch(database: Database, draft_id: int) -> Saved:
    """Return an open draft. NotFound."""
    with database.reading() as cursor:
        return _fetch(cursor, draft_id)


def drafts(database: Database) -> tuple[Saved, ...]:
    """Return the open drafts, the one saved last first."""
    query = f"select {_COLUMNS} from draft where state = $1 order by registered_at desc, id"  # noqa: S608 - own text
    with database.reading() as cursor:
        return tuple(_saved(*row) for row in cursor.execute(query, [OPEN]).fetchall())


def adoptions(database: Database, agreement: str) -> tuple[Adopted, ...]:
    """Return what put the agreement and each change of it in force, the first first; none for a bundled one."""
    with database.reading() as cursor:
        return _adoptions(cursor, "agreement", agreement)


def of_submission(database: Database, submission: str) -> Adopted | None:
    """Return what a submission adopted; null: nothing."""
    with database.reading() as cursor:
        return next(iter(_adoptions(cursor, "submission", submission)), None)


def _adoptions(cursor: Cursor, column: str, value: str) -> tuple[Adopted, ...]:
    rows = cursor.execute(
        "select agreement, draft, relation, adopted_on, decision, valid_from, reason, registered_by, registered_at "  # noqa: S608 - own text
        f"from adoption where {column} = $1 order by registered_at",
        [value],
    ).fetchall()
    return tuple(Adopted(row[0], row[1], Relation(row[2]) if row[2] else None, *row[3:]) for row in rows)


def _demand_seen(tx: Transaction, draft_id: int, seen: int) -> None:
    found = tx.cursor.execute("select version, state from draft where id = $1", [draft_id]).fetchall()
    if not found:
        raise NotFound("draft", draft_id)
    [(version, state)] = found
    if state != OPEN:
        raise Refused(Issue("draft_gone", None, {"id": draft_id}))
    if version != seen:
        raise ConcurrentChange("draft", draft_id)


def _fetch(cursor: Cursor, draft_id: int) -> Saved:
    query = f"select {_COLUMNS} from draft where id = $1 and state = $2"  # noqa: S608 - own text
    found = cursor.execute(query, [draft_id, OPEN]).fetchall()
    if not found:
        raise NotFound("draft", draft_id)
    return _saved(*found[0])


def _saved(id_: int, version: int, _state: str, _codes: list[int], plain: str, source: str, *by: Any) -> Saved:
    values: Mapping[str, Any] = json.loads(plain)
    return Saved(id_, version, draft_of_content(values, source), *by)
