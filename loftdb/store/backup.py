"""A backup is a verified copy made under the write lock after a checkpoint: before it the file alone lacks rows."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import duckdb

from loftdb.core.errors import (
    BackupDamaged,
    BackupMissing,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseMissing,
    DiskFull,
    StoreError,
)
from loftdb.store.connection import Cursor, checkpoint, connect, translated
from loftdb.store.database import Database, demand_schema, is_open
from loftdb.store.layout import sort_lines

KEPT = 14
"""Backups that stay in a directory."""

_NAME = "loftdb-%Y%m%d-%H%M%S.duckdb"
_PATTERN = "loftdb-????????-??????.duckdb"


def backup(database: Database, target: Path) -> None:
    """Copy the open database to a new file, whole or not at all; readers go on meanwhile. DatabaseExists, DiskFull."""
    if target.exists():
        raise DatabaseExists(target)
    with _draft_of(target) as draft:
        with database.maintenance() as cursor:
            sort_lines(cursor)
            checkpoint(cursor)
            wanted = _counts(cursor)
            _copy(database.path, draft)
        if {table: rows for table, (rows, _) in inspect(draft).items()} != wanted:
            raise DatabaseDamaged(draft, "the copy lacks rows")


def back_up_open(database: Database, directory: Path, now: datetime) -> Path:
    """Back up to ``loftdb-YYYYMMDD-HHMMSS.duckdb`` in the directory, named by ``now``; keep the last fourteen."""
    target = directory / now.strftime(_NAME)
    with _disk_errors(directory):
        directory.mkdir(parents=True, exist_ok=True)
    backup(database, target)
    prune(directory)
    return target


def prune(directory: Path, keep: int = KEPT) -> tuple[Path, ...]:
    """Delete all but the newest backups by name, and return those deleted; other files are left alone."""
    old = sorted(directory.glob(_PATTERN), reverse=True)[keep:]
    with _disk_errors(directory):
        for path in old:
            path.unlink(missing_ok=True)
    return tuple(old)


def restore(source: Path, path: Path, now: datetime | None = None) -> Path | None:
    """Put a backup in place as the database at ``path``, and return where the file there before was moved.

    With ``now`` a file in the way is moved aside as ``NAME.before-restore-YYYYMMDD-HHMMSS``; without, DatabaseExists.
    The backup is verified first: BackupMissing, BackupDamaged, DatabaseNewer. DatabaseBusy if a process has the file
    open.
    """
    wanted = _verified(source)
    aside = _aside(path, now)
    with _draft_of(path) as draft:
        _copy(source, draft)
        if inspect(draft) != wanted:
            raise DatabaseDamaged(draft, "the copy differs")
        if aside:
            _move(path, aside)
    return aside


def _verified(source: Path) -> dict[str, tuple[int, int]]:
    try:
        return inspect(source)
    except DatabaseMissing as error:
        raise BackupMissing(source) from error
    except DatabaseDamaged as error:
        raise BackupDamaged(source, error.detail) from error


def archive(database: Database, directory: Path) -> None:
    """Write every table as Parquet with its schema to a new directory: the archive that needs no loftdb to read."""
    if directory.exists():
        raise DatabaseExists(directory)
    copy = directory.with_name(directory.name + ".duckdb")
    backup(database, copy)
    try:
        with duckdb.connect(copy, read_only=True) as connection:
            connection.execute(f"export database '{str(directory).replace(chr(39), chr(39) * 2)}' (format parquet)")
    except duckdb.Error as error:
        raise translated(directory, error) from error
    finally:
        copy.unlink()


def inspect(path: Path) -> dict[str, tuple[int, int]]:
    """Read every row of a database file: by table, how many there are and the sum of their hashes.

    DatabaseMissing, DatabaseDamaged, DatabaseNewer.
    """
    connection = connect(path, read_only=True)
    try:
        demand_schema(path, connection)
        return {table: _fingerprint(connection, table) for table in _tables(connection)}
    except duckdb.Error as error:
        raise DatabaseDamaged(path, str(error)) from error
    finally:
        connection.close()


def _tables(cursor: Cursor) -> list[str]:
    query = "select table_name from information_schema.tables where table_type = 'BASE TABLE' order by table_name"
    return [table for (table,) in cursor.execute(query).fetchall()]


def _fingerprint(cursor: Cursor, table: str) -> tuple[int, int]:
    query = f"select count(*), coalesce(sum(hash(t)), 0)::hugeint from {table} t"  # noqa: S608 - own table names
    [(rows, hashes)] = cursor.execute(query).fetchall()
    return int(rows), int(hashes)


def _counts(cursor: Cursor) -> dict[str, int]:
    return {
        table: cursor.execute(f"select count(*) from {table}").fetchall()[0][0]  # noqa: S608 - own table names
        for table in _tables(cursor)
    }


def _aside(path: Path, now: datetime | None) -> Path | None:
    """Return where to move the file in the way, null when there is none."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    if now is None:
        raise DatabaseExists(path)
    if is_open(path):
        raise DatabaseBusy(path, str(os.getpid()))
    with suppress(DatabaseDamaged):  # a damaged file is what a restore is for
        connect(path).close()
    return path.with_name(f"{path.name}.before-restore-{now:%Y%m%d-%H%M%S}")


def _move(path: Path, aside: Path) -> None:
    for end in ("", ".wal"):
        if (part := path.with_name(path.name + end)).exists():
            part.rename(aside.with_name(aside.name + end))


@contextmanager
def _draft_of(target: Path) -> Iterator[Path]:
    """Lend a file beside the target that takes its name at the end, and disappears on any error."""
    draft = target.with_name(target.name + ".partial")
    try:
        with _disk_errors(target):
            yield draft
            draft.rename(target)
            _sync(target.parent)
    finally:
        with suppress(OSError):
            draft.unlink()


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    _sync(target)


def _sync(path: Path) -> None:
    """Make the disk hold what was written; a directory can be synced on POSIX only."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _disk_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise (DiskFull if full else StoreError)(path, str(error)) from error
