"""Deviations only grow."""

from datetime import date

from loftdb.store import deviations
from loftdb.store.database import Database
from loftdb.store.deviations import Texts
from tests.store.examples import NOW, later

UNTIL = date(2025, 6, 30)
CONTROLS = "stromstad-2023-2024/trafikkontroller"


def test_the_last_version_holds_and_all_are_remembered(database: Database) -> None:
    with database.transaction(NOW) as tx:
        first = deviations.write(tx, (CONTROLS, 2024), Texts("internt", ""), "x")
    with database.transaction(later(5)) as tx:
        second = deviations.write(tx, (CONTROLS, 2024), Texts("internt", "offentligt", "Chef LPO", UNTIL), "y")
    assert deviations.history(database, (CONTROLS, 2024)) == (first, second)
    assert deviations.latest(database) == {(CONTROLS, 2024): second}
    assert deviations.latest(database, first.registered_at) == {(CONTROLS, 2024): first}
    assert (first.version, second.version) == (1, 2)
    assert not first.is_accepted(UNTIL)
    assert second.is_accepted(UNTIL)
    assert not second.is_accepted(date(2025, 7, 1))


def test_a_year_and_the_term_are_apart(database: Database) -> None:
    with database.transaction(NOW) as tx:
        for year in (2023, None):
            deviations.write(tx, (CONTROLS, year), Texts("", "text"), "x")
    assert set(deviations.latest(database)) == {(CONTROLS, 2023), (CONTROLS, None)}
    [term] = deviations.history(database, (CONTROLS, None))
    assert (term.year, term.version) == (None, 1)
