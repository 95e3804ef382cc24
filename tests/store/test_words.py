"""Statuses and sign-offs."""

from datetime import date, timedelta

from loftdb.core.model import Party, SignOff, Status
from loftdb.store import status
from loftdb.store.database import Database
from loftdb.store.signoffs import sign, sign_offs
from tests.store.examples import NOW, STROMSTAD, later

PROMISE = "stromstad-2023-2024/skolor"


def test_status_updates_are_versions_and_the_last_one_stands(database: Database) -> None:
    said = []
    for word, covered in ((Status.BEGUN, ("a",)), (None, ("a", "b"))):
        with database.transaction(NOW) as tx:
            said.append(status.update(tx, PROMISE, date(2024, 5, 1), word, "Vandring", "En till", covered, "x"))
    assert status.history(database, PROMISE) == tuple(said)
    assert status.latest(database) == {PROMISE: said[1]}
    assert [update.version for update in said] == [1, 2]


def test_a_status_as_known_earlier_is_the_one_of_then(database: Database) -> None:
    with database.transaction(NOW) as tx:
        first = status.update(tx, PROMISE, date(2024, 5, 1), Status.BEGUN, "", "", (), "x")
    with database.transaction(later(5)) as tx:
        status.update(tx, PROMISE, date(2024, 5, 1), Status.DONE, "", "", (), "x")
    assert status.latest(database, later(1)) == {PROMISE: first}
    assert status.latest(database, first.registered_at - timedelta(microseconds=1)) == {}


def test_a_promise_without_a_word_has_no_history(database: Database) -> None:
    assert status.history(database, "none") == ()


def test_a_month_is_signed_once_and_the_first_word_stands(database: Database) -> None:
    with database.transaction(NOW) as tx:
        first = sign(tx, STROMSTAD, Party.POLICE, date(2024, 3, 17), "x")
        assert sign(tx, STROMSTAD, Party.POLICE, date(2024, 3, 1), "y") == first
    with database.transaction(later(1)) as tx:
        assert sign(tx, STROMSTAD, Party.POLICE, date(2024, 3, 31), "y") == first
    assert first == SignOff(STROMSTAD, Party.POLICE, date(2024, 3, 1), "x", first.registered_at)
    assert sign_offs(database) == (first,)


def test_sign_offs_as_known_earlier_leave_out_later_ones(database: Database) -> None:
    with database.transaction(NOW) as tx:
        first = sign(tx, STROMSTAD, Party.POLICE, date(2024, 3, 1), "x")
    with database.transaction(later(5)) as tx:
        second = sign(tx, STROMSTAD, Party.MUNICIPALITY, date(2024, 3, 1), "x")
    assert sign_offs(database, later(1)) == (first,)
    assert set(sign_offs(database)) == {first, second}
