"""Threads of one process share the file without a wrong row."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from loftdb.core.errors import AlreadySaved, ConcurrentChange, LoftdbError
from loftdb.core.model import Party
from loftdb.store.activities import correct, count, history, of_submission, record, search
from loftdb.store.consistency import check
from loftdb.store.database import Database
from loftdb.store.sums import totals
from tests.store.examples import NOW, PERIOD, STROMSTAD, single
from tests.store.frames import plan


def test_two_corrections_of_the_same_version_never_both_succeed(database: Database) -> None:
    log(database, "tap")
    for version in range(1, 11):

        def attempt(number: int, version: int = version) -> None:
            with database.transaction(NOW) as tx:
                correct(tx, 1, version, single(PERIOD.start, number + 10 * version), "x", Party.POLICE)

        assert sorted(together(attempt), key=str) == ["ConcurrentChange", None]
        assert len(history(database, 1)) == version + 1
    assert check(database) == ()


def test_two_corrections_one_after_the_other_of_the_same_version_never_both_succeed(database: Database) -> None:
    log(database, "tap")
    outcomes = []
    for number in (1, 2):
        try:
            with database.transaction(NOW) as tx:
                correct(tx, 1, 1, single(PERIOD.start, number), "x", Party.POLICE)
            outcomes.append(None)
        except ConcurrentChange as change:
            outcomes.append(change.name)
    assert outcomes == [None, 1]
    assert len(history(database, 1)) == 2


def test_a_double_tap_saves_once(database: Database) -> None:
    for number in range(10):
        outcomes = together(lambda _, key=f"tap {number}": log(database, key))
        assert sorted(outcomes, key=str) == ["AlreadySaved", None]
        assert len(of_submission(database, f"tap {number}")) == 1
    assert count(database) == 10


def test_eight_readers_get_their_own_rows_while_one_writes(database: Database) -> None:
    for number in range(8):
        for _ in range(number + 1):
            with database.transaction(NOW) as tx:
                record(
                    tx, single(PERIOD.start, 10 ** (number % 4), place=f"Plats {number}"), STROMSTAD, "x", Party.POLICE
                )
    written = count(database)

    def read(number: int) -> int:
        for _ in range(25):
            found = search(database, limit=50, text=f"Plats {number}")
            assert len(found) == number + 1
            assert {activity.entry.place for activity in found} == {f"Plats {number}"}
            assert totals(database, plan(2))["count"].sum() <= 30
        return number

    def write() -> int:
        for _ in range(30):
            with database.transaction(NOW) as tx:
                record(tx, single(PERIOD.start, measure=2), STROMSTAD, "x", Party.POLICE)
        return -1

    with ThreadPoolExecutor(9) as pool:
        jobs = [pool.submit(write), *(pool.submit(read, number) for number in range(8))]
        assert [job.result() for job in jobs] == list(range(-1, 8))
    assert count(database) == written + 30
    assert totals(database, plan(2))["count"].tolist() == [30]


def log(database: Database, key: str) -> None:
    with database.transaction(NOW, key) as tx:
        record(tx, single(PERIOD.start), STROMSTAD, "x", Party.POLICE)


def together(act: Callable[[int], None]) -> list[str | None]:
    """Run the act in two threads at the same moment; return the name of each one's error (null: it succeeded)."""
    start = Barrier(2)

    def attempt(number: int) -> str | None:
        start.wait()
        try:
            act(number)
        except (AlreadySaved, ConcurrentChange, LoftdbError) as error:
            return type(error).__name__
        return None

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(attempt, range(2)))
