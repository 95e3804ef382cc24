"""Councils, their meetings and what was sent: versions are only added, and what was frozen is never written again."""

from collections.abc import Sequence
from datetime import date, datetime

from loftdb.core.errors import NotFound
from loftdb.core.meetings.records import (
    DEFAULT_COUNCIL,
    FROZEN,
    Council,
    DocumentKind,
    Freeze,
    FrozenDocument,
    Meeting,
    Stage,
)
from loftdb.core.meetings.shown import FORMAT, digest_of
from loftdb.store.connection import Cursor
from loftdb.store.database import Database, Transaction
from loftdb.store.rows import Condition, insert, next_number

_MEETING = "id, version, municipality, on_day, agreements, stage, registered_by, registered_at"
_DOCUMENT = "meeting, kind, number, media_type, name, digest, registered_by, registered_at"


def name_council(tx: Transaction, municipality: int, name: str, by: str) -> Council:
    """Save what the municipality's council is called from now on."""
    version = next_number(tx.cursor, "council", "version", municipality=municipality)
    insert(tx.cursor, "council", [(municipality, version, name, by, tx.registered_at)])
    return Council(municipality, version, name)


def councils(database: Database, known_on: datetime | None = None) -> dict[int, Council]:
    """Return the name of each municipality's council that has one of its own, as known at ``known_on`` (null: now)."""
    known = Condition()
    known.at_most("registered_at", known_on)
    query = f"select municipality, version, name from council {known} order by version"  # noqa: S608 - own text
    with database.reading() as cursor:
        return {code: Council(code, *rest) for code, *rest in cursor.execute(query, known.parameters).fetchall()}


def council(database: Database, municipality: int, known_on: datetime | None = None) -> Council:
    """Return what the municipality's council is called."""
    return councils(database, known_on).get(municipality) or Council(municipality, 0, DEFAULT_COUNCIL)


def add_meeting(tx: Transaction, municipality: int, day: date, agreements: Sequence[str], by: str) -> Meeting:
    """Plan a meeting."""
    number = next_number(tx.cursor, "meeting", "id")
    found = Meeting(int(number), 1, municipality, day, tuple(agreements), Stage.PLANNED, by, tx.registered_at)
    return _save(tx, found)


def change_meeting(tx: Transaction, before: Meeting, day: date, agreements: Sequence[str], by: str) -> Meeting:
    """Save another day or other agreements of a meeting."""
    after = (before.id, before.version + 1, before.municipality, day, tuple(agreements), before.stage)
    return _save(tx, Meeting(*after, by, tx.registered_at))


def move(tx: Transaction, before: Meeting, stage: Stage, by: str) -> Meeting:
    """Save that a meeting has come to a stage."""
    after = (before.id, before.version + 1, before.municipality, before.day, before.agreements, stage)
    return _save(tx, Meeting(*after, by, tx.registered_at))


def meeting(database: Database, number: int) -> Meeting:
    """Return a meeting as it stands. NotFound."""
    own = Condition()
    own.among("id", [number])
    with database.reading() as cursor:
        found = _fetch(cursor, own)
    if number not in found:
        raise NotFound("meeting", number)
    return found[number]


def meetings(database: Database, municipality: int | None = None, known_on: datetime | None = None) -> list[Meeting]:
    """Return the meetings of a municipality (null: all), the first one first, as known at ``known_on`` (null: now)."""
    own = Condition()
    own.among("municipality", None if municipality is None else [municipality])
    own.at_most("registered_at", known_on)
    with database.reading() as cursor:
        return sorted(_fetch(cursor, own).values(), key=lambda each: (each.day, each.id))


def days(database: Database, known_on: datetime | None = None) -> dict[str, list[date]]:
    """Return the days of the meetings that were sent for or held, by agreement: what a duty per meeting is owed for."""
    found: dict[str, list[date]] = {}
    for each in meetings(database, known_on=known_on):
        for agreement in each.agreements if each.stage in FROZEN else ():
            found.setdefault(agreement, []).append(each.day)
    return found


def freeze(tx: Transaction, meeting: int, judged_on: date | None, figures: str, by: str) -> Freeze:
    """Store the figures of a mailing, as known at the transaction's moment: nothing earlier may be registered later."""
    number = next_number(tx.cursor, "meeting_freeze", "number", meeting=meeting)
    made = Freeze(meeting, number, tx.registered_at, judged_on, digest_of(figures))
    row = (meeting, number, made.known_on, judged_on, FORMAT, figures, made.digest, by, tx.registered_at)
    insert(tx.cursor, "meeting_freeze", [row])
    tx.freezes = True
    return made


def freezes(database: Database, meeting: int) -> tuple[Freeze, ...]:
    """Return what was sent for a meeting, the first mailing first."""
    query = "select meeting, number, known_on, judged_on, digest from meeting_freeze where meeting = $1 order by number"
    with database.reading() as cursor:
        return tuple(Freeze(*row) for row in cursor.execute(query, [meeting]).fetchall())


def figures(database: Database, frozen: Freeze) -> str:
    """Return the text that was stored. NotFound."""
    query = "select figures from meeting_freeze where meeting = $1 and number = $2"
    with database.reading() as cursor:
        rows = cursor.execute(query, [frozen.meeting, frozen.number]).fetchall()
    if not rows:
        raise NotFound("meeting", frozen.meeting)
    return str(rows[0][0])


def keep_document(  # noqa: PLR0913, PLR0917 - one parameter for each column
    tx: Transaction, meeting: int, kind: DocumentKind, media_type: str, name: str, content: bytes, by: str
) -> FrozenDocument:
    """Store a document's bytes; the same bytes as the last of its kind are not stored again."""
    last = [each for each in _documents(tx.cursor, meeting) if each.kind is kind][-1:]
    if last and last[0].digest == digest_of(content):
        return last[0]
    number = last[0].number + 1 if last else 1
    kept = FrozenDocument(meeting, kind, number, media_type, name, digest_of(content), by, tx.registered_at)
    row = (meeting, kind, number, media_type, name, content, kept.digest, by, tx.registered_at)
    insert(tx.cursor, "frozen_document", [row])
    return kept


def documents(database: Database, meeting: int) -> tuple[FrozenDocument, ...]:
    """Return what documents of a meeting are stored, by kind, the first of each first."""
    with database.reading() as cursor:
        return _documents(cursor, meeting)


def content(database: Database, document: FrozenDocument) -> bytes:
    """Return a stored document's bytes. NotFound."""
    query = "select content from frozen_document where meeting = $1 and kind = $2 and number = $3"
    with database.reading() as cursor:
        rows = cursor.execute(query, [document.meeting, document.kind, document.number]).fetchall()
    if not rows:
        raise NotFound("document", document.name)
    return bytes(rows[0][0])


def _save(tx: Transaction, saved: Meeting) -> Meeting:
    row = (saved.id, saved.version, saved.municipality, saved.day, list(saved.agreements), saved.stage)
    insert(tx.cursor, "meeting", [(*row, saved.by, saved.registered_at)])
    return saved


def _fetch(cursor: Cursor, condition: Condition) -> dict[int, Meeting]:
    query = f"select {_MEETING} from meeting {condition} order by id, version"  # noqa: S608 - own text
    return {row[0]: _meeting(*row) for row in cursor.execute(query, condition.parameters).fetchall()}


def _meeting(  # noqa: PLR0913, PLR0917 - one parameter for each column
    number: int, version: int, municipality: int, day: date, agreements: list[str], stage: str, by: str, at: datetime
) -> Meeting:
    return Meeting(number, version, municipality, day, tuple(agreements), Stage(stage), by, at)


def _documents(cursor: Cursor, meeting: int) -> tuple[FrozenDocument, ...]:
    query = f"select {_DOCUMENT} from frozen_document where meeting = $1 order by kind, number"  # noqa: S608 - own text
    rows = cursor.execute(query, [meeting]).fetchall()
    return tuple(FrozenDocument(each, DocumentKind(kind), *rest) for each, kind, *rest in rows)
