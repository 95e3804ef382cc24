"""A new database with the bundled agreements and the figures published about them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import loftdb
from loftdb.core.access import Actor, Grant, Role
from loftdb.core.model import Party
from loftdb.core.moments import local_day
from loftdb.files.agreements import AgreementFile, read_agreements
from loftdb.store import activities, agreements
from loftdb.store.database import Database, Transaction

DATA = Path(loftdb.__file__).resolve().parent.parent / "data"
"""Where the bundled agreements lie."""

LOCAL_USER = Actor("lokal användare", (Grant(Role.COORDINATOR), Grant(Role.ADMINISTRATOR)))
"""The one user until sign-in exists: the server answers this machine only."""

PROGRAM = "loftdb"
"""Who stands in the history for what the program itself loaded."""


@dataclass(frozen=True)
class Start:
    """How a database begins: when (naive UTC), and with a stopped clock (a demo) or none."""

    now: datetime
    followed_from: date | None = None
    """*Följs här från*; null: the day it begins, or each agreement's own first day in a demo (5.8)."""
    clock: datetime | None = None

    @property
    def first_followed(self) -> date | None:
        """The day that the agreements are followed from; null: each from its own first."""
        return self.followed_from if self.followed_from or self.clock else local_day(self.now)


def create(path: Path, start: Start, data: Path = DATA) -> Database:
    """Create a database with the agreements of a directory, and return it open. DatabaseExists, DataFileError.

    The data files are read before the file is made: a mistake in them leaves nothing behind.
    """
    files = read_agreements(data, start.first_followed)
    database = Database.create(path, clock=start.clock)
    try:
        with database.transaction(start.now) as tx:
            load(tx, files)
            _log_published(tx, files)
    except BaseException:
        database.close()
        path.unlink(missing_ok=True)
        raise
    return database


def load(tx: Transaction, files: tuple[AgreementFile, ...]) -> None:
    """Add the agreements of data files."""
    agreements.add_agreements(tx, [file.agreement for file in files], PROGRAM)


def _log_published(tx: Transaction, files: tuple[AgreementFile, ...]) -> None:
    """Log the published figures as *Årsuppgift*, each in its promise's home log."""
    numbers = agreements.measure_numbers(tx)
    for file in files:
        for figure in file.published:
            entry = figure.numbered(numbers[figure.measure])
            activities.record(tx, entry, file.agreement.home.code, PROGRAM, Party.POLICE)
