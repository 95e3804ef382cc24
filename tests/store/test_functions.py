"""*Ansvarig funktion*: an old database's promises have none, and a new one is a version like any other."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb

from loftdb.store import migrations
from loftdb.store.agreements import load
from loftdb.store.database import Database
from loftdb.store.revisions import Warrant, promise_versions, revise_promise
from tests.store.examples import AGREEMENT, CONTROLS, NOW


def test_an_older_database_keeps_its_promises_and_nobody_has_said_who_answers_for_them(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(path) as connection:
        migrations.begin_record(connection)
        migrations.migrate(connection, through=4)
        connection.execute(
            "insert into promise values ('a/b', 1, 'a', 1, 'h', 't', 's', ['police'], [], 'quality', [1486], null, "
            "null, null, false, false, null, '2023-01-01', 'x', '2023-01-01', null, null, null)"
        )
    for _ in range(2):
        database = Database.open(path)
        assert [each.promise.function for each in promise_versions(database, "a/b")] == [""]
        database.close()


def test_another_function_is_a_new_version_and_the_old_one_is_what_was_known_before(database: Database) -> None:
    changed = replace(load(database).agreements[0].promises[0], function="säkerhetssamordnare")
    with database.transaction(NOW) as tx:
        revise_promise(tx, AGREEMENT, changed, Warrant(date(2024, 10, 15), "x"))
    assert load(database).agreements[0].promises[0] == changed
    before = load(database, tx.registered_at - timedelta(microseconds=1)).agreements[0].promises[0]
    assert before.function == CONTROLS.function
