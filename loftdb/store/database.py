"""One file, one connection per process, one write lock; what was acknowledged is on disk, and nothing by half.

An error does not poison a DuckDB transaction (a later COMMIT keeps its first half): every way out but one rolls back.
"""

import itertools
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import duckdb

from loftdb.core.errors import (
    AlreadySaved,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseNewer,
    Issue,
    Refused,
    StoreError,
)
from loftdb.core.moments import local_day
from loftdb.store import layout, migrations
from loftdb.store.connection import Connection, Cursor, connect, translated

_versions = itertools.count(1)
"""Shared by all databases of the process, so that a cache never mistakes one file for another."""

_opened: dict[Path, "Database"] = {}
_registry = threading.Lock()


@dataclass
class Transaction:
    """The one write under way; ``registered_at`` is naive UTC, the same for everything that it saves."""

    cursor: Cursor
    registered_at: datetime
    submission: str | None
    last_activity: int
    touches_reference: bool = False
    touches_sign_offs: bool = False
    freezes: bool = False
    """Whether what is known at this moment has been sent to somebody."""

    def next_activity(self) -> int:
        """Return the next free activity id."""
        self.last_activity += 1
        return self.last_activity


class Database:
    """A loftdb file; opening a path twice in a process gives the same object, closed when both have closed it."""

    clock: datetime | None
    """A demo's standing time, naive UTC; null: the world's."""
    ledger_version: int
    reference_version: int
    sign_off_version: int
    _last_activity: int
    _last_registered: datetime
    _last_frozen: datetime
    """The moment of the last figures that were sent: nothing may be registered as of it or earlier."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = Connection(path)
        self._holders = 1
        self._writing = threading.Lock()
        try:
            with self._connection.cursor() as cursor:
                demand_schema(path, cursor)
                migrations.migrate(cursor)
                self._take_stock(cursor)
            with suppress(StoreError), self.maintenance() as cursor:
                layout.sort_lines(cursor)
        except BaseException:
            self._connection.close()
            raise

    @classmethod
    def create(cls, path: Path | str, *, clock: datetime | None = None) -> "Database":
        """Create and open a new file; ``clock`` (naive UTC) stops its time, for a demo. DatabaseExists."""
        path = Path(path).resolve()
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        try:
            if path.exists():
                raise DatabaseExists(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_empty(draft, clock)
            _publish(draft, path)
        except OSError as error:
            raise StoreError(path, str(error)) from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path | str) -> "Database":
        """Open the file and bring its schema up to date.

        DatabaseMissing, DatabaseBusy, DatabaseDamaged or DatabaseNewer, with the file as it was.
        """
        path = Path(path).resolve()
        with _registry:
            if database := _opened.get(path):
                database._holders += 1
            else:
                _opened[path] = database = cls(path)
            return database

    def close(self) -> None:
        """Let go of the file, once every opener has."""
        with _registry:
            self._holders -= 1
            if self._holders == 0:
                del _opened[self.path]
                with self._writing:
                    self._connection.close()

    def reading(self) -> AbstractContextManager[Cursor]:
        """Lend a fresh cursor for reading; fetch before leaving."""
        return self._connection.cursor()

    @contextmanager
    def transaction(
        self, now: datetime, submission: str | None = None, *, registered_at: datetime | None = None
    ) -> Iterator[Transaction]:
        """Take the write lock and save all or nothing.

        ``now`` is naive UTC. ``registered_at`` is set by demo, import and the command line only, to a moment
        not after ``now`` and after all frozen figures; else it is max(now, last + 1 µs). AlreadySaved if the
        submission's key is stored, Refused (``registered_in_future``, ``registered_before_frozen``), DiskFull.
        """
        with self._writing:
            try:
                with self._connection.cursor() as cursor:
                    transaction = Transaction(cursor, self._moment(now, registered_at), submission, self._last_activity)
                    with _committed(cursor):
                        _save_submission(transaction)
                        yield transaction
            except StoreError:
                self._recover()
                raise
            self._remember(transaction)

    @contextmanager
    def maintenance(self) -> Iterator[Cursor]:
        """Hold the write lock, outside any transaction, for backup and resorting."""
        with self._writing, self._connection.cursor() as cursor:
            yield cursor

    def _moment(self, now: datetime, registered_at: datetime | None) -> datetime:
        if registered_at is None:
            return max(now, self._last_registered + timedelta(microseconds=1))
        if registered_at > now:
            raise Refused(Issue("registered_in_future", "registered_at", {"registered_at": registered_at, "now": now}))
        if registered_at <= self._last_frozen:
            facts = {"registered_at": registered_at, "frozen": local_day(self._last_frozen)}
            raise Refused(Issue("registered_before_frozen", "registered_at", facts))
        return registered_at

    def _remember(self, transaction: Transaction) -> None:
        self._last_activity = transaction.last_activity
        self._last_registered = max(self._last_registered, transaction.registered_at)
        if transaction.freezes:
            self._last_frozen = max(self._last_frozen, transaction.registered_at)
        if transaction.touches_reference:
            self.reference_version = next(_versions)
        if transaction.touches_sign_offs:
            self.sign_off_version = next(_versions)
        self.ledger_version = next(_versions)

    def _recover(self) -> None:
        """Read again what the file holds: a commit whose checkpoint failed may stand in it."""
        with suppress(StoreError), self._connection.cursor() as cursor:
            self._take_stock(cursor)

    def _take_stock(self, cursor: Cursor) -> None:
        [(self.clock,)] = cursor.execute("select clock from installation").fetchall()
        [(last,)] = cursor.execute("select coalesce(max(activity), 0) from activity_version").fetchall()
        [(moment,)] = cursor.execute(f"select max(moment) from ({_MOMENTS}) as moments").fetchall()  # noqa: S608 - own text
        self._last_activity = last
        [(frozen,)] = cursor.execute("select max(known_on) from meeting_freeze").fetchall()
        self._last_registered = moment or datetime.min  # noqa: DTZ901 - naive UTC
        self._last_frozen = frozen or datetime.min  # noqa: DTZ901 - as above
        self.ledger_version = next(_versions)
        self.reference_version = next(_versions)
        self.sign_off_version = next(_versions)


_REGISTERED = (
    "submission",
    "activity_version",
    "redaction",
    "status_update",
    "sign_off",
    "duty_mark",
    "deviation",
    "municipality",
    "agreement",
    "target",
    "season",
    "thresholds",
    "draft",
    "adoption",
    "council",
    "meeting",
    "meeting_freeze",
    "frozen_document",
    "meeting_comment",
    "meeting_verdict",
    "decision",
    "indicator",
)
_MOMENTS = " union all ".join(f"select max(registered_at) as moment from {table}" for table in _REGISTERED)  # noqa: S608 - own names


@contextmanager
def _committed(cursor: Cursor) -> Iterator[None]:
    cursor.execute("begin")
    try:
        yield
        cursor.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):
            cursor.execute("rollback")
        raise


def _save_submission(transaction: Transaction) -> None:
    if transaction.submission is None:
        return
    try:
        transaction.cursor.execute(
            "insert into submission values ($1, $2)", [transaction.submission, transaction.registered_at]
        )
    except duckdb.ConstraintException as error:
        raise AlreadySaved(transaction.submission) from error


def is_open(path: Path) -> bool:
    """Tell whether this process has the file open."""
    return path.resolve() in _opened


def demand_schema(path: Path, cursor: Cursor) -> None:
    """Raise DatabaseDamaged unless the file is a loftdb database, DatabaseNewer if this program is too old for it."""
    try:
        version = migrations.schema_version(cursor)
    except duckdb.Error as error:
        raise DatabaseDamaged(path, "not a loftdb database") from error
    if version > migrations.newest():
        raise DatabaseNewer(path, str(version))


def _publish(draft: Path, path: Path) -> None:
    """Give the draft its name, unless another process has made the file meanwhile: DatabaseExists."""
    try:
        os.link(draft, path)
    except FileExistsError as error:
        raise DatabaseExists(path) from error
    except OSError:
        # A file system without hard links: two processes at the same moment are told apart on the others only.
        draft.rename(path)


def _write_empty(path: Path, clock: datetime | None) -> None:
    try:
        with duckdb.connect(path) as connection:
            migrations.begin_record(connection)
            migrations.migrate(connection)
            connection.execute("update installation set clock = $1", [clock])
    except duckdb.Error as error:
        raise translated(path, error) from error
    connect(path).close()
