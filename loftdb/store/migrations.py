"""A migration and its record commit together, so a file always says truly which schema it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

import duckdb


@dataclass(frozen=True)
class Migration:
    """One numbered step from the schema before it."""

    number: int
    name: str
    sql: str


def bundled() -> tuple[Migration, ...]:
    """Return the program's migrations in order, from ``sql/NNNN_name.sql``."""
    return tuple(sorted(_read(), key=lambda migration: migration.number))


def newest() -> int:
    """Return the schema version that this program writes."""
    return bundled()[-1].number


def schema_version(cursor: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the last migration that the file has had; a file without the record raises duckdb.Error."""
    row = cursor.execute("select max(number) from migration").fetchone()
    return int(row[0]) if row and row[0] is not None else 0


def begin_record(cursor: duckdb.DuckDBPyConnection) -> None:
    """Create the record of migrations in a new file."""
    cursor.execute("create table migration (number integer primary key, name varchar not null)")


def migrate(cursor: duckdb.DuckDBPyConnection, through: int | None = None) -> None:
    """Bring the file to the schema ``through`` (null: the newest): each step it lacks, in its own transaction."""
    done = {number for (number,) in cursor.execute("select number from migration").fetchall()}
    for migration in bundled():
        if migration.number not in done and (through is None or migration.number <= through):
            _apply(cursor, migration)


def _apply(cursor: duckdb.DuckDBPyConnection, migration: Migration) -> None:
    cursor.execute("begin")
    try:
        cursor.execute(migration.sql)
        cursor.execute("insert into migration values ($1, $2)", [migration.number, migration.name])
        cursor.execute("commit")
    except BaseException:
        cursor.execute("rollback")
        raise


def _read() -> Iterator[Migration]:
    for file in resources.files("loftdb.store").joinpath("sql").iterdir():
        number, _, name = file.name.removesuffix(".sql").partition("_")
        yield Migration(int(number), name, file.read_text(encoding="utf-8"))
