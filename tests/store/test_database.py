import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from loftdb.core.errors import (
    AlreadySaved,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseExists,
    DatabaseMissing,
    DatabaseNewer,
    NoFile,
    Refused,
    StoreError,
)
from loftdb.store.agreements import load
from loftdb.store.database import Database
from loftdb.store.migrations import newest
from tests.store.examples import NOW, later

MICROSECOND = timedelta(microseconds=1)


def test_a_demo_keeps_its_clock_and_a_real_database_has_none(tmp_path: Path) -> None:
    for name, clock in (("demo", NOW), ("real", None)):
        Database.create(tmp_path / name, clock=clock).close()
        database = Database.open(tmp_path / name)
        assert database.clock == clock
        database.close()


def test_creating_over_a_file_is_refused_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "taken"
    path.write_text("mine")
    with pytest.raises(DatabaseExists):
        Database.create(path)
    assert path.read_text() == "mine"


def test_creating_makes_the_folder_and_leaves_nothing_else_in_it(tmp_path: Path) -> None:
    Database.create(tmp_path / "new" / "loft.duckdb").close()
    assert os.listdir(tmp_path / "new") == ["loft.duckdb"]


def test_a_missing_file_is_said_to_be_missing_and_not_created(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        Database.open(tmp_path / "none")
    assert not os.listdir(tmp_path)


def test_a_directory_is_no_file_and_neither_opened_nor_made(tmp_path: Path) -> None:
    with pytest.raises(NoFile):
        Database.open(tmp_path)
    with pytest.raises(DatabaseExists):
        Database.create(tmp_path)


def test_a_file_that_appears_while_another_is_made_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "loft.duckdb"
    monkeypatch.setattr(Path, "exists", lambda each: each != path and os.path.exists(each))
    path.write_text("mine")
    with pytest.raises(DatabaseExists):
        Database.create(path)
    assert path.read_text() == "mine"
    assert os.listdir(tmp_path) == ["loft.duckdb"]


def test_opening_a_path_twice_shares_one_database_until_both_have_closed(path: Path) -> None:
    first, second = Database.open(path), Database.open(path.parent / "." / path.name)
    assert first is second
    first.close()
    with second.reading() as cursor:
        assert cursor.execute("select 1").fetchall() == [(1,)]
    second.close()
    with pytest.raises(StoreError), first.reading():
        pass


@pytest.mark.parametrize("size", [0, 100, 5000, 100_000])
def test_a_truncated_file_is_damaged_and_left_as_it_is(path: Path, size: int) -> None:
    path.write_bytes(path.read_bytes()[:size])
    _assert_refused_untouched(path, DatabaseDamaged)


def test_a_file_that_ends_too_early_is_damaged_when_what_it_lacks_is_read(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2_000_000])
    with pytest.raises(DatabaseDamaged):
        load(Database.open(path))
    Database.open(path).close()
    Database.open(path).close()


def test_a_file_of_something_else_is_damaged_and_left_as_it_is(path: Path) -> None:
    path.write_bytes(b"This is a letter.\n" * 1000)
    _assert_refused_untouched(path, DatabaseDamaged)


def test_another_programs_database_is_damaged_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    with duckdb.connect(path) as connection:
        connection.execute("create table activity_version as select 1 as activity")
    _assert_refused_untouched(path, DatabaseDamaged)


def test_a_newer_schema_is_refused_and_left_as_it_is(path: Path) -> None:
    with duckdb.connect(path) as connection:
        connection.execute("insert into migration values ($1, 'of tomorrow')", [newest() + 1])
    _assert_refused_untouched(path, DatabaseNewer)


def test_a_file_that_another_process_holds_is_busy_and_names_the_process(path: Path) -> None:
    hold = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", hold, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        before = path.read_bytes()
        with pytest.raises(DatabaseBusy) as caught:
            Database.open(path)
        assert caught.value.detail == str(holder.pid)
        holder.communicate("")
    assert path.read_bytes() == before
    Database.open(path).close()


def test_what_a_failed_transaction_wrote_is_gone_and_the_next_one_works(database: Database) -> None:
    def write(activity: int, then: str = "select 1") -> None:
        with database.transaction(NOW, "tap") as tx:
            tx.cursor.execute("insert into redaction values ($1, 1, 'x', $2)", [activity, NOW])
            tx.cursor.execute(then)

    def fail(activity: int) -> None:
        with database.transaction(NOW, "tap") as tx:
            tx.cursor.execute("insert into redaction values ($1, 1, 'x', $2)", [activity, NOW])
            raise ZeroDivisionError

    for activity, wrong in (
        (1, "select nonsense"),
        (2, "insert into sign_off values (1, 'police', '2024-02-02', '', now())"),
    ):
        with pytest.raises(StoreError):
            write(activity, wrong)
    with pytest.raises(ZeroDivisionError):
        fail(3)
    write(4)
    with database.reading() as cursor:
        assert cursor.execute("select activity from redaction").fetchall() == [(4,)]


def test_a_stored_submission_is_not_saved_again_even_after_reopening(path: Path) -> None:
    for expected in (None, AlreadySaved, AlreadySaved):
        database = Database.open(path)
        if expected:
            with pytest.raises(expected), database.transaction(NOW, "tap"):
                pytest.fail("the transaction must not begin")
        else:
            with database.transaction(NOW, "tap"):
                pass
        database.close()


def test_moments_rise_by_a_microsecond_while_the_clock_stands_or_goes_back(path: Path) -> None:
    moments = []
    for minutes in (0, 0, -60, 1):
        database = Database.open(path)
        with database.transaction(later(minutes), str(minutes) + str(len(moments))) as tx:
            moments.append(tx.registered_at)
        database.close()
    first = NOW + MICROSECOND
    assert moments == [first, first + MICROSECOND, first + 2 * MICROSECOND, later(1)]


def test_a_given_moment_is_kept_exactly_and_does_not_turn_the_clock_back(database: Database) -> None:
    given = datetime.fromisoformat("2023-05-01 08:00")
    with database.transaction(NOW, registered_at=given) as tx:
        assert tx.registered_at == given
    with database.transaction(NOW) as tx:
        assert tx.registered_at > NOW


def test_a_given_moment_in_the_future_is_refused(database: Database) -> None:
    with pytest.raises(Refused, match="registered_in_future"), database.transaction(NOW, registered_at=later(1)):
        pytest.fail("the transaction must not begin")


def test_versions_change_with_what_was_written_only(database: Database) -> None:
    ledger, reference = database.ledger_version, database.reference_version
    with database.transaction(NOW):
        pass
    assert database.ledger_version != ledger
    assert database.reference_version == reference
    ledger = database.ledger_version
    with pytest.raises(ZeroDivisionError), database.transaction(NOW):
        raise ZeroDivisionError
    assert database.ledger_version == ledger


def test_no_file_of_the_computer_can_be_read_through_sql(database: Database, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with pytest.raises(StoreError, match="Permission"), database.reading() as cursor:
        cursor.execute(f"select * from read_csv('{secret}')")


def _assert_refused_untouched(path: Path, error: type[StoreError]) -> None:
    before, beside = path.read_bytes(), sorted(os.listdir(path.parent))
    for _ in range(2):
        with pytest.raises(error):
            Database.open(path)
    assert path.read_bytes() == before
    assert sorted(os.listdir(path.parent)) == beside
