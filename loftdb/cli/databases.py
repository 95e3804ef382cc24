"""The commands that make, serve, check and copy a whole database."""

import signal
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from loftdb.actions import setup, upkeep
from loftdb.actions.context import Context, clock
from loftdb.actions.register import reference
from loftdb.cli.exits import Exit
from loftdb.cli.output import Answer
from loftdb.core.errors import Issue, UsageError
from loftdb.store.database import Database
from loftdb.view.texts import commands as texts
from loftdb.view.texts.issues import issue_text


def utc_now() -> datetime:
    """Return the moment as naive UTC: the only reader of the clock on the command line."""
    return datetime.now(UTC).replace(tzinfo=None)


@contextmanager
def opened(path: Path) -> Iterator[Context]:
    """Open a database for one command."""
    database = Database.open(path)
    try:
        yield Context(database, setup.LOCAL_USER, clock(database, utc_now()))
    finally:
        database.close()


def init(found: Namespace) -> Answer:
    """Make a database with the bundled agreements, or the demo."""
    if found.demo and found.followed_from:
        raise UsageError(Issue("demo_followed_from", "--followed-from"))
    if found.demo:
        _generate(found.file)
    else:
        setup.create(found.file, setup.Start(utc_now(), found.followed_from)).close()
    with opened(found.file) as context:
        agreements = reference(context).agreements
        record = {
            "database": found.file,
            "agreements": len(agreements),
            "promises": sum(len(agreement.promises) for agreement in agreements),
        }
    return Answer([record], [texts.created(str(found.file), found.demo)])


def serve(found: Namespace) -> Answer:
    """Serve the pages until a signal stops it; the pages use the database that is opened here."""
    from loftdb.ui import server  # noqa: PLC0415 - Streamlit takes a second to import

    # Both ways to stop are one: the server's own handlers pass the signal on when they are done.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with opened(found.database) as context, suppress(KeyboardInterrupt):
        site = server.Site(
            found.database,
            ask=lambda: upkeep.demand_answer(context.database),
            back_up=_backing_up(context, found.backup_dir) if found.backup_dir else None,
            host=found.host or server.HOST,
            port=found.port or server.PORT,
        )
        server.serve(site)
    return Answer()


def check(found: Namespace) -> Answer:
    """List orphans and disagreements."""
    with opened(found.database) as context:
        issues = upkeep.check(context)
    records = [{"code": issue.code, "sentence": issue_text(issue), "facts": issue.facts} for issue in issues]
    return Answer(records, [texts.checked(len(issues))], exit=Exit.DAMAGED if issues else Exit.OK)


def backup(found: Namespace) -> Answer:
    """Copy the database to a new file."""
    with opened(found.database) as context:
        upkeep.back_up(context, found.to)
    return Answer([{"backup": found.to}], [texts.backed_up(str(found.to))])


def restore(found: Namespace) -> Answer:
    """Put a backup in place, and keep the file that was there."""
    moved = upkeep.restore(setup.LOCAL_USER, getattr(found, "from"), found.database, utc_now())
    record = {"database": found.database, "moved_to": moved}
    return Answer([record], [texts.restored(str(found.database), str(moved) if moved else None)])


def _backing_up(context: Context, directory: Path) -> Callable[[], Path]:
    return lambda: upkeep.back_up_in(context, directory, utc_now())


def _generate(path: Path) -> None:
    from loftdb.demo.generator import generate  # noqa: PLC0415 - only the demo needs it

    generate(path)
