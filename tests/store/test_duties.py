"""What is said of duties only grows."""

from datetime import date

from loftdb.store import duties
from loftdb.store.database import Database
from tests.store.examples import NOW, later

AUTUMN = ("stromstad-2023-2024", "host", "")


def test_the_last_word_holds_and_all_are_remembered(database: Database) -> None:
    with database.transaction(NOW) as tx:
        first = duties.mark(tx, AUTUMN, (date(2024, 10, 8), "§ 7", "KS 2024/12"), "x")
    with database.transaction(later(5)) as tx:
        back = duties.mark(tx, AUTUMN, (None, "", ""), "y")
    assert duties.history(database, AUTUMN) == (first, back)
    assert duties.latest(database) == {AUTUMN: back}
    assert duties.latest(database, first.registered_at) == {AUTUMN: first}
    assert (first.version, back.version, back.on) == (1, 2, None)


def test_each_occasion_has_its_own_words(database: Database) -> None:
    with database.transaction(NOW) as tx:
        for occasion in ("2024-05-14", "2024-09-10"):
            duties.mark(tx, ("stromstad-2023-2024", "bra", occasion), (date(2024, 10, 1), "", ""), "x")
    assert [each.version for each in duties.latest(database).values()] == [1, 1]
    assert duties.history(database, AUTUMN) == ()
