"""What was acknowledged is never lost: a killed process, a full disk."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loftdb.store.activities import count
from loftdb.store.consistency import check
from loftdb.store.database import Database

KILLS = 11


@pytest.mark.parametrize("mode", ["plain", "small threshold", "checkpoint loop"])
def test_a_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half(path: Path, mode: str) -> None:
    chance = random.Random(mode)
    acknowledged: set[tuple[int, int]] = set()
    for _ in range(KILLS):
        acknowledged |= _killed(path, mode, chance)
        database = Database.open(path)
        assert acknowledged <= _versions(database)
        assert check(database) == ()
        assert _lines_per_version(database) <= {(1, 2), (2, 4)}
        database.close()
    assert len(acknowledged) > KILLS


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")
@pytest.mark.parametrize("threshold", ["1GB", "16KB"], ids=["the log does not fit", "the checkpoint does not fit"])
def test_a_full_disk_loses_nothing_and_reading_goes_on_and_writing_too_once_there_is_room(
    path: Path, threshold: str
) -> None:
    run = [sys.executable, "-m", "tests.store.filler", path, threshold]
    told = json.loads(subprocess.run(run, check=True, capture_output=True, timeout=120).stdout)
    assert 0 < told.pop("saved") < 150
    assert told == {"same": True, "read": True, "again": True, "issues": 0}
    database = Database.open(path)
    assert check(database) == ()
    assert count(database) > 1
    database.close()


def _killed(path: Path, mode: str, chance: random.Random) -> set[tuple[int, int]]:
    """Let the writer work for a while, kill it, and return what it acknowledged."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.store.writer", path, mode], stdout=subprocess.PIPE, text=True
    ) as it:
        assert it.stdout
        told = [it.stdout.readline() for _ in range(chance.randint(1, 30))]
        time.sleep(chance.random() / 50)
        it.kill()
        told += it.stdout.read().splitlines(keepends=True)
    assert told[0], "the writer could not write"
    pairs = [tuple(map(int, line.split())) for line in told if line.endswith("\n")]
    return {(activity, version) for activity, version in pairs}


def _versions(database: Database) -> set[tuple[int, int]]:
    with database.reading() as cursor:
        return set(cursor.execute("select activity, version from activity_version").fetchall())


def _lines_per_version(database: Database) -> set[tuple[int, int]]:
    with database.reading() as cursor:
        return set(
            cursor.execute(
                "select v.version, count(l.activity) from activity_version v "
                "left join line l on l.activity = v.activity and l.version = v.version group by v.activity, v.version"
            ).fetchall()
        )
