"""A process whose disk is full after so many bytes: it writes until refused, goes on reading, and writes again."""

import json
import os
import resource
import sys
from pathlib import Path

from loftdb.core.errors import DiskFull
from loftdb.core.model import Party
from loftdb.store.activities import count, of_submission, record
from loftdb.store.agreements import load
from loftdb.store.consistency import check
from loftdb.store.database import Database
from tests.store.examples import NOW, PERIOD, STROMSTAD, single

TAPS = 150


def log(database: Database, key: str) -> bool:
    """Log an activity with a long note; tell whether it was acknowledged."""
    try:
        with database.transaction(NOW, key) as tx:
            record(tx, single(PERIOD.start, note=os.urandom(25_000).hex()), STROMSTAD, "x", Party.POLICE)
    except DiskFull:
        return False
    return True


def main(path: Path, threshold: str) -> None:
    database = Database.open(path)
    with database.reading() as cursor:
        cursor.execute("checkpoint")
        cursor.execute(f"set global checkpoint_threshold = '{threshold}'")
    unlimited = resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100_000, unlimited))
    saved = [log(database, f"tap {number}") for number in range(TAPS)]
    found = [bool(of_submission(database, f"tap {number}")) for number in range(TAPS)]
    read = count(database) == sum(saved) and len(load(database).agreements) == 1
    resource.setrlimit(resource.RLIMIT_FSIZE, (unlimited, unlimited))
    again = log(database, "tap again")
    issues = len(check(database))
    database.close()
    print(json.dumps({"saved": sum(saved), "same": saved == found, "read": read, "again": again, "issues": issues}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
