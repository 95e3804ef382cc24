"""One DuckDB connection to one file; a fresh cursor per call, and duckdb's errors become the program's own.

One connection shared by threads silently returns another thread's rows; a cursor per call does not. A failed checkpoint
invalidates the whole connection, reads too, until the file is opened again.
"""

import os
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from loftdb.core.errors import DatabaseBusy, DatabaseDamaged, DatabaseMissing, DiskFull, NoFile, StoreError

Cursor = duckdb.DuckDBPyConnection

_NO_ROOM = re.compile(r"no space left|disk quota|file too large|could not write|not enough disk|failed to write", re.I)
_DAMAGE = (duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
_HOLDER = re.compile(r"PID (\d+)")
_PATIENCE = 10.0
"""Seconds that a reopening or a checkpoint waits for readers."""
_PAUSE = 0.05

CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "threads": min(4, os.cpu_count() or 1),
    "memory_limit": "2GB",
}


def connect(path: Path, *, read_only: bool = False) -> Cursor:
    """Open the existing file.

    DatabaseMissing, NoFile, DatabaseBusy (detail: the holder's process id), DatabaseDamaged.
    """
    if not os.path.isfile(path):
        raise (NoFile if os.path.exists(path) else DatabaseMissing)(path)
    try:
        return duckdb.connect(path, read_only=read_only, config=CONFIG)
    except duckdb.Error as error:
        raise _unopened(path, error) from error


def checkpoint(cursor: Cursor) -> None:
    """Bring the whole log into the file, once the readers that began before the last deletion are done."""
    for _ in range(int(_PATIENCE / _PAUSE)):
        try:
            cursor.execute("checkpoint")
        except duckdb.TransactionException:
            time.sleep(_PAUSE)
        else:
            return
    cursor.execute("checkpoint")


def translated(path: Path, error: duckdb.Error) -> StoreError:
    """Return the program's error for one of duckdb's."""
    text = str(error)
    if _NO_ROOM.search(text):
        return DiskFull(path, text)
    if isinstance(error, _DAMAGE) or "Could not read" in text:
        return DatabaseDamaged(path, text)
    return StoreError(path, text)


class Connection:
    """The process's connection to the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._duckdb = connect(path)
        self._gate = threading.Condition()
        self._open = 0
        self._reopening = False

    @contextmanager
    def cursor(self) -> Iterator[Cursor]:
        """Lend a fresh cursor; a duckdb error leaves as a StoreError, after the file is reopened when it has to be."""
        cursor = self._lend()
        fatal = False
        try:
            yield cursor
        except duckdb.Error as error:
            fatal = isinstance(error, duckdb.FatalException)
            raise translated(self.path, error) from error
        finally:
            self._take_back(cursor)
            if fatal:
                self.reopen()

    def reopen(self) -> None:
        """Close and open the file again, after the readers under way; new ones wait."""
        with self._gate:
            if self._reopening:
                return
            self._reopening = True
            try:
                self._gate.wait_for(lambda: self._open == 0, timeout=_PATIENCE)
                self.close()
                self._duckdb = connect(self.path)
            finally:
                self._reopening = False
                self._gate.notify_all()

    def close(self) -> None:
        """Close the file; a checkpoint that fails is made again at the next opening."""
        with suppress(duckdb.Error):
            self._duckdb.close()

    def _lend(self) -> Cursor:
        with self._gate:
            self._gate.wait_for(lambda: not self._reopening)
            try:
                cursor = self._duckdb.cursor()
            except duckdb.Error as error:
                raise translated(self.path, error) from error
            self._open += 1
            return cursor

    def _take_back(self, cursor: Cursor) -> None:
        with suppress(duckdb.Error):
            cursor.close()
        with self._gate:
            self._open -= 1
            self._gate.notify_all()


def _unopened(path: Path, error: duckdb.Error) -> StoreError:
    text = str(error)
    if "lock" in text.lower() and (holder := _HOLDER.search(text)):
        return DatabaseBusy(path, holder.group(1))
    if "Conflicting lock" in text or "being used by another process" in text:
        return DatabaseBusy(path)
    if _NO_ROOM.search(text):
        return DiskFull(path, text)
    if "Permission denied" in text:
        return StoreError(path, text)
    return DatabaseDamaged(path, text)
