import threading
import time
from pathlib import Path

import pytest

from loftdb.core.errors import StoreError
from loftdb.store import layout
from loftdb.store.backup import backup, inspect
from loftdb.store.database import Database

LINES = (
    "insert into line select i, 1, 1, 1000 + i * 7919 % 290, date '2023-01-01' + (i * 31 % 730)::integer, null, null, "
    "'done', 'exact', 1, timestamp '2024-01-01' from range({}, {}) as r(i)"
)


@pytest.fixture
def unsorted(database: Database) -> Database:
    add(database, 0, layout.TAIL_LINES)
    return database


def test_a_long_unsorted_tail_is_sorted_at_the_next_opening_and_nothing_else_changes(unsorted: Database) -> None:
    before, schema = content(unsorted), definition(unsorted)
    unsorted.close()
    database = Database.open(unsorted.path)
    assert content(database) == before
    assert definition(database) == schema
    assert in_order(database)
    Database.open(unsorted.path)


def test_a_short_tail_is_left(unsorted: Database) -> None:
    with unsorted.maintenance() as cursor:
        assert layout.sort_lines(cursor)
        assert not layout.sort_lines(cursor)
    add(unsorted, 50_000, 51_000)
    with unsorted.maintenance() as cursor:
        assert not layout.sort_lines(cursor)
    assert not in_order(unsorted)


def test_sorting_that_fails_half_way_changes_nothing(unsorted: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(unsorted)

    def half(cursor: layout.Cursor) -> None:
        cursor.execute("delete from line")
        cursor.execute("select nonsense")

    with monkeypatch.context() as patch:
        patch.setattr(layout, "_rewrite", half)
        with pytest.raises(StoreError), unsorted.maintenance() as cursor:
            layout.sort_lines(cursor)
    assert content(unsorted) == before


def test_a_reader_sees_all_lines_while_they_are_sorted(unsorted: Database) -> None:
    with unsorted.reading() as reader:
        reader.execute("begin")
        assert reader.execute("select count(*) from line").fetchall() == [(layout.TAIL_LINES,)]
        with unsorted.maintenance() as cursor:
            layout.sort_lines(cursor)
        assert reader.execute("select count(*), sum(activity)::bigint from line").fetchall() == content(unsorted)[1:]


def test_a_backup_waits_for_a_reader_of_the_unsorted_lines(unsorted: Database, tmp_path: Path) -> None:
    started = threading.Event()

    def read() -> None:
        with unsorted.reading() as reader:
            reader.execute("begin")
            reader.execute("select count(*) from line").fetchall()
            started.set()
            time.sleep(0.3)

    thread = threading.Thread(target=read)
    thread.start()
    started.wait()
    backup(unsorted, tmp_path / "copy.duckdb")
    thread.join()
    assert inspect(tmp_path / "copy.duckdb")["line"][0] == layout.TAIL_LINES


def test_sorting_does_not_make_the_file_grow(unsorted: Database) -> None:
    with unsorted.maintenance() as cursor:
        cursor.execute("checkpoint")
        before = Path(unsorted.path).stat().st_size
        assert layout.sort_lines(cursor)
        cursor.execute("checkpoint")
    add(unsorted, 50_000, 80_000)
    with unsorted.maintenance() as cursor:
        layout.sort_lines(cursor)
        cursor.execute("checkpoint")
    assert Path(unsorted.path).stat().st_size < 2 * before


def add(database: Database, first: int, end: int) -> None:
    with database.maintenance() as cursor:
        cursor.execute(LINES.format(first, end))


def content(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        [hashes] = cursor.execute("select sum(hash(l)) from line l").fetchall()
        return [hashes, *cursor.execute("select count(*), sum(activity)::bigint from line").fetchall()]


def definition(database: Database) -> object:
    with database.reading() as cursor:
        return cursor.execute("select sql from duckdb_tables() where table_name = 'line'").fetchall()


def in_order(database: Database) -> bool:
    with database.reading() as cursor:
        keys = cursor.execute("select municipality, date from line").fetchall()
    return keys == sorted(keys)
