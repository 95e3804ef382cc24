import os
from pathlib import Path

import duckdb
import pytest

from loftdb.core.errors import (
    BackupDamaged,
    BackupMissing,
    DatabaseBusy,
    DatabaseExists,
    DatabaseNewer,
)
from loftdb.core.model import Party
from loftdb.store.activities import record, redact, withdraw
from loftdb.store.backup import archive, back_up_open, backup, inspect, prune, restore
from loftdb.store.database import Database
from loftdb.store.signoffs import sign
from loftdb.store.status import update
from tests.store.examples import NOW, STROMSTAD, later, single


@pytest.fixture
def used(database: Database) -> Database:
    """A database with something of everything, the newest of it in the write-ahead log only."""
    for day in range(1, 20):
        with database.transaction(NOW, f"tap {day}") as tx:
            record(tx, single(NOW.date().replace(day=day), day, place="Torget"), STROMSTAD, "x", Party.POLICE)
    with database.transaction(NOW) as tx:
        withdraw(tx, 3, 1, "x", Party.POLICE)
        redact(tx, 4, "admin")
        sign(tx, STROMSTAD, Party.POLICE, NOW.date(), "x")
        update(tx, "stromstad-2023-2024/skolor", NOW.date(), None, "Klart", "", ("a",), "x")
    return database


def test_a_backup_restored_holds_every_row_of_every_table(used: Database, tmp_path: Path) -> None:
    before = contents(used)
    assert sum(map(len, before.values())) > 60
    made = back_up_open(used, tmp_path / "safe", NOW)
    used_path = tmp_path / "restored.duckdb"
    assert restore(made, used_path) is None
    restored = Database.open(used_path)
    assert contents(restored) == before
    restored.close()


def test_a_backup_leaves_one_file_and_refuses_to_overwrite(used: Database, tmp_path: Path) -> None:
    target = tmp_path / "safe" / "copy.duckdb"
    target.parent.mkdir()
    backup(used, target)
    before = target.read_bytes()
    with pytest.raises(DatabaseExists):
        backup(used, target)
    assert os.listdir(target.parent) == ["copy.duckdb"]
    assert target.read_bytes() == before


def test_the_last_fourteen_backups_are_kept_and_other_files_left(used: Database, tmp_path: Path) -> None:
    (tmp_path / "safe").mkdir()
    (tmp_path / "safe" / "notes.txt").write_text("mine")
    made = [back_up_open(used, tmp_path / "safe", later(minute)).name for minute in range(16)]
    assert sorted(os.listdir(tmp_path / "safe")) == [*made[2:], "notes.txt"]
    prune(tmp_path / "safe", keep=1)
    assert sorted(os.listdir(tmp_path / "safe")) == [made[15], "notes.txt"]


def test_restoring_over_a_file_moves_it_aside_or_refuses(used: Database, tmp_path: Path) -> None:
    made = back_up_open(used, tmp_path / "safe", NOW)
    target = tmp_path / "other.duckdb"
    Database.create(target).close()
    before = target.read_bytes()
    with pytest.raises(DatabaseExists):
        restore(made, target)
    assert target.read_bytes() == before
    aside = restore(made, target, NOW)
    assert aside == tmp_path / "other.duckdb.before-restore-20241015-120000"
    assert aside.read_bytes() == before
    assert inspect(target) == inspect(made)


def test_restoring_over_a_damaged_file_moves_its_log_aside_too(used: Database, tmp_path: Path) -> None:
    made = back_up_open(used, tmp_path / "safe", NOW)
    target = tmp_path / "other.duckdb"
    target.write_bytes(b"broken" * 1000)
    (tmp_path / "other.duckdb.wal").write_bytes(b"log")
    aside = restore(made, target, NOW)
    assert aside
    assert aside.with_name(aside.name + ".wal").read_bytes() == b"log"
    assert not (tmp_path / "other.duckdb.wal").exists()
    assert inspect(target) == inspect(made)


def test_an_open_database_cannot_be_restored_over(used: Database, tmp_path: Path) -> None:
    made = back_up_open(used, tmp_path / "safe", NOW)
    before = contents(used)
    with pytest.raises(DatabaseBusy):
        restore(made, used.path, NOW)
    assert contents(used) == before


@pytest.mark.parametrize("keep", [0, 5000, 1_000_000])
def test_a_broken_backup_is_refused_and_the_database_stays(used: Database, tmp_path: Path, keep: int) -> None:
    made = back_up_open(used, tmp_path / "safe", NOW)
    made.write_bytes(made.read_bytes()[:keep])
    target = tmp_path / "other.duckdb"
    Database.create(target).close()
    before = target.read_bytes()
    with pytest.raises(BackupDamaged):
        restore(made, target, NOW)
    assert target.read_bytes() == before


def test_a_missing_or_newer_backup_is_refused(used: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupMissing):
        restore(tmp_path / "none", tmp_path / "new.duckdb")
    made = back_up_open(used, tmp_path / "safe", NOW)
    with duckdb.connect(made) as connection:
        connection.execute("insert into migration values (9999, 'of tomorrow')")
    with pytest.raises(DatabaseNewer):
        restore(made, tmp_path / "new.duckdb")
    assert not (tmp_path / "new.duckdb").exists()


def test_an_archive_is_parquet_that_any_duckdb_reads_back(used: Database, tmp_path: Path) -> None:
    archive(used, tmp_path / "archive")
    with duckdb.connect() as connection:
        connection.execute(f"import database '{tmp_path / 'archive'}'")
        for table, rows in contents(used).items():
            assert sorted(map(repr, connection.execute(f"select * from {table}").fetchall())) == rows
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "loft.duckdb"]
    with pytest.raises(DatabaseExists):
        archive(used, tmp_path / "archive")


def contents(database: Database) -> dict[str, list[str]]:
    with database.reading() as cursor:
        tables = [name for (name,) in cursor.execute("select table_name from duckdb_tables()").fetchall()]
        return {table: sorted(map(repr, cursor.execute(f"select * from {table}").fetchall())) for table in tables}
