"""Every earlier schema opens and is brought up to date; a migration that fails leaves the file as it was."""

from pathlib import Path

import duckdb
import pytest

from loftdb.core.errors import StoreError
from loftdb.store import migrations
from loftdb.store.database import Database
from loftdb.store.migrations import Migration


@pytest.mark.parametrize("number", [migration.number for migration in migrations.bundled()])
def test_a_database_of_each_schema_opens_twice_and_ends_with_the_newest_one(tmp_path: Path, number: int) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(path) as connection:
        migrations.begin_record(connection)
        migrations.migrate(connection, through=number)
    Database.create(tmp_path / "new.duckdb").close()
    for _ in range(2):
        Database.open(path).close()
        assert schema(path) == schema(tmp_path / "new.duckdb")


def test_no_two_migrations_share_a_number() -> None:
    numbers = [each.number for each in migrations.bundled()]
    assert numbers == sorted(set(numbers))


def test_a_migration_that_lands_before_an_earlier_one_leaves_room_for_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = Migration(migrations.newest() + 2, "later", "create table later (a integer)")
    earlier = Migration(migrations.newest() + 1, "earlier", "create table earlier (a integer)")
    landed = migrations.bundled()
    for steps in ((later,), (earlier, later)):
        monkeypatch.setattr(migrations, "bundled", lambda steps=steps: (*landed, *steps))
        Database.open(path).close()
    assert {"earlier", "later"} <= set(dict(schema(path)))


def test_a_new_migration_is_made_once_and_recorded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(
        monkeypatch,
        "create table once (a integer); insert into once values (1); alter table line add column extra integer",
    )
    for _ in range(2):
        Database.open(path).close()
    assert "once" in dict(schema(path))
    with duckdb.connect(path) as connection:
        assert connection.execute("select * from once").fetchall() == [(1,)]
        assert migrations.schema_version(connection) == migrations.newest()


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = schema(path), rows(path)
    with monkeypatch.context() as patch:
        add(patch, "create table half (a integer); delete from measure; select no_such_function()")
        for _ in range(2):
            with pytest.raises(StoreError):
                Database.open(path)
    assert (schema(path), rows(path)) == before
    Database.open(path).close()


def add(patch: pytest.MonkeyPatch, sql: str) -> None:
    steps = (*migrations.bundled(), Migration(migrations.newest() + 1, "test", sql))
    patch.setattr(migrations, "bundled", lambda: steps)


def schema(path: Path) -> list[tuple[str, str]]:
    with duckdb.connect(path) as connection:
        return connection.execute("select table_name, sql from duckdb_tables() order by 1").fetchall()


def rows(path: Path) -> list[tuple[object, ...]]:
    with duckdb.connect(path) as connection:
        return connection.execute("select number, id from measure order by 1").fetchall()
