"""Looking after a database: asking it, checking it, copying it; only an administrator may."""

from datetime import datetime
from pathlib import Path

from loftdb.actions.context import Context
from loftdb.core.access import Action, Actor, demand
from loftdb.core.errors import Issue
from loftdb.store import backup, consistency
from loftdb.store.database import Database


def demand_answer(database: Database) -> None:
    """Raise StoreError unless the open database can be read; open to everybody, since nothing is told."""
    consistency.demand_answer(database)


def check(context: Context) -> tuple[Issue, ...]:
    """Return every orphan and disagreement in the database; nothing is changed. NotAllowed."""
    context.demand_in(Action.ADMINISTER, None)
    return consistency.check(context.database)


def back_up(context: Context, target: Path) -> None:
    """Copy the database to a new file, whole or not at all. NotAllowed, DatabaseExists, DiskFull."""
    context.demand_in(Action.ADMINISTER, None)
    backup.backup(context.database, target)


def back_up_in(context: Context, directory: Path, now: datetime) -> Path:
    """Copy the database to a file named by ``now`` (naive UTC, also for a demo), and keep the last fourteen."""
    context.demand_in(Action.ADMINISTER, None)
    return backup.back_up_open(context.database, directory, now)


def restore(actor: Actor, source: Path, path: Path, now: datetime) -> Path | None:
    """Put a verified backup in place at ``path``; return where the file that was there was moved (null: none was).

    NotAllowed, BackupMissing, BackupDamaged, DatabaseBusy.
    """
    demand(actor, Action.ADMINISTER)
    return backup.restore(source, path, now)
