"""Choices of a season only grow, and those made before school days could be chosen are kept."""

from pathlib import Path

import duckdb

from loftdb.core.model import Season, SeasonKind
from loftdb.store import migrations, seasons
from loftdb.store.agreements import load, set_season
from loftdb.store.database import Database
from tests.store.examples import NOW, later


def test_every_choice_is_remembered_and_the_last_one_holds(database: Database) -> None:
    autumn = Season(SeasonKind.MONTHS, months=(0,) * 8 + (1,) * 4)
    for step, season in enumerate((autumn, Season())):
        with database.transaction(later(step)) as tx:
            set_season(tx, 2, season, "x")
    assert [each.season for each in seasons.history(database, 2)] == [autumn, Season()]
    assert load(database).agreements[0].promises[0].measures[1].season == Season()


def test_a_season_of_an_older_database_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(path) as connection:
        migrations.begin_record(connection)
        migrations.migrate(connection, through=2)
        connection.execute(
            "insert into season values "
            "(7, 1, 'months', [1,1,1,1,1,1,0,1,1,1,1,1], [], '2023-01-01', 'x', $1, null, '§ 4')",
            [NOW],
        )
    database = Database.open(path)
    [found] = seasons.history(database, 7)
    database.close()
    assert (found.season.kind, found.season.months[6], found.by) == (SeasonKind.MONTHS, 0, "x")
