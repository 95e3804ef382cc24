"""A process that logs and corrects without end and prints what was acknowledged; the crash tests kill it."""

import itertools
import os
import sys
import threading
from datetime import date, timedelta
from pathlib import Path

from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Share
from loftdb.core.periods import Period
from loftdb.store.activities import correct, count, record
from loftdb.store.database import Database
from tests.store.examples import NOW, STROMSTAD


def entry(number: int) -> Entry:
    """Return an entry of two measures, so that a half-written one would show."""
    day = date(2023, 1, 1) + timedelta(days=number * 37 % 730)
    shares = (Share(1, number % 9 + 1), Share(2, 1))
    return Entry(ActivityKind.SINGLE, ActivityState.DONE, Period.through(day, day), shares, note=os.urandom(500).hex())


def write(database: Database, number: int) -> Activity:
    """Log a new activity, and correct every third one."""
    with database.transaction(NOW, f"{os.getpid()}-{number}") as tx:
        saved = record(tx, entry(number), STROMSTAD, "x", Party.POLICE)
    if number % 3:
        return saved
    with database.transaction(NOW) as tx:
        return correct(tx, saved.id, 1, entry(number + 1), "x", Party.POLICE)


def checkpoint_for_ever(database: Database) -> None:
    while True:
        with database.maintenance() as cursor:
            cursor.execute("checkpoint")


def main(path: Path, mode: str) -> None:
    database = Database.open(path)
    if mode == "small threshold":
        with database.reading() as cursor:
            cursor.execute("set global checkpoint_threshold = '64KB'")
    if mode == "checkpoint loop":
        threading.Thread(target=checkpoint_for_ever, args=[database], daemon=True).start()
    for number in itertools.count(count(database)):
        saved = write(database, number)
        print(saved.id, saved.version, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
