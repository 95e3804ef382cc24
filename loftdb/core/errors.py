"""Typed errors that carry facts; ``view.texts`` gives each its Swedish sentence."""

import dataclasses
from collections.abc import Mapping
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Issue:
    """One thing wrong, or worth a warning, in what somebody wrote.

    ``code`` names the sentence in ``view.texts``; ``field`` the input it stands in (null: the whole);
    ``facts`` the values that the sentence needs.
    """

    code: str
    field: str | None = None
    facts: Mapping[str, object] = dataclasses.field(default_factory=dict)


class LoftdbError(Exception):
    """Base of every error that a user can meet."""


class Refused(LoftdbError):
    """The input breaks rules; nothing was saved."""

    def __init__(self, *issues: Issue) -> None:
        super().__init__(", ".join(issue.code for issue in issues))
        self.issues = issues


class DataFileError(Refused):
    """A data file has mistakes and nothing of it was loaded; every issue's facts give ``file`` and ``line``."""


class UsageError(Refused):
    """A command's words cannot be understood; nothing was done."""


class NotAllowed(LoftdbError):
    """The actor's roles do not permit the action in the municipality (null: anywhere)."""

    def __init__(self, action: str, municipality: str | None) -> None:
        super().__init__(f"{action} in {municipality}")
        self.action, self.municipality = action, municipality


class NotFound(LoftdbError):
    """No ``kind`` ("promise", "activity", "municipality", ...) has the name that was asked for."""

    def __init__(self, kind: str, name: object) -> None:
        super().__init__(f"{kind} {name}")
        self.kind, self.name = kind, name


class AlreadySaved(LoftdbError):
    """The submission's key is in the ledger: a double tap or a retry, already saved once."""

    def __init__(self, submission: str) -> None:
        super().__init__(submission)
        self.submission = submission


class ConcurrentChange(LoftdbError):
    """Somebody else changed the ``kind`` ("activity", "month", ...) since the actor read it."""

    def __init__(self, kind: str, name: object) -> None:
        super().__init__(f"{kind} {name}")
        self.kind, self.name = kind, name


class StoreError(LoftdbError):
    """The database file ``path`` cannot be used as asked."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path}: {detail}" if detail else str(path))
        self.path, self.detail = path, detail


class DatabaseMissing(StoreError):
    """There is no file at the path."""


class BackupMissing(DatabaseMissing):
    """There is no backup to restore at the path."""


class DocumentMissing(DatabaseMissing):
    """There is no document to read at the path."""


class DocumentUnusable(StoreError):
    """What the path leads to is no file that may be read."""


class NoFile(StoreError):
    """What the path leads to is no file but a directory or a device."""


class DatabaseExists(StoreError):
    """A file that must not be overwritten is in the way."""


class DatabaseBusy(StoreError):
    """Another process holds the file."""


class DatabaseDamaged(StoreError):
    """The file is not a readable loftdb database."""


class BackupDamaged(DatabaseDamaged):
    """The backup is not a readable loftdb database; what was to be replaced is as it was."""


class DatabaseNewer(StoreError):
    """The file was written by a newer version of the program."""


class DiskFull(StoreError):
    """The disk has no room left; what was not acknowledged is not saved."""


class DocumentUnwritten(LoftdbError):
    """A document could not be made; what it belongs to was not saved either."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class AddressRefused(LoftdbError):
    """Serving on ``host`` is refused: only this machine may be served until there is sign-in."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class PortBusy(LoftdbError):
    """Something else on this machine listens on ``port``."""

    def __init__(self, port: int) -> None:
        super().__init__(str(port))
        self.port = port
