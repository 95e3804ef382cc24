"""Meetings only grow, what is frozen stays as it is, and nothing is registered as of a moment before it."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from loftdb.core.errors import NotFound, Refused
from loftdb.core.meetings.records import DocumentKind, Stage
from loftdb.core.meetings.rules import Assignment, Opinion, Reading
from loftdb.core.meetings.shown import digest_of
from loftdb.core.model import Party, Verdict
from loftdb.store import meetings, migrations, minutes
from loftdb.store.activities import record
from loftdb.store.database import Database
from loftdb.store.minutes import Value
from tests.store.examples import AGREEMENT, CONTROLS, NOW, STROMSTAD, later, single

JUNE, OCTOBER = date(2024, 6, 12), date(2024, 10, 15)


def planned(database: Database, day: date = JUNE) -> meetings.Meeting:
    with database.transaction(NOW) as tx:
        return meetings.add_meeting(tx, STROMSTAD, day, [AGREEMENT.id], "x")


def frozen(database: Database, meeting: int, figures: str = "{}", at: datetime | None = None) -> meetings.Freeze:
    with database.transaction(NOW, registered_at=at) as tx:
        return meetings.freeze(tx, meeting, None, figures, "x")


def test_a_council_is_called_bra_until_somebody_says_otherwise(database: Database) -> None:
    assert meetings.council(database, STROMSTAD).name == "BRÅ"
    with database.transaction(NOW) as tx:
        first = meetings.name_council(tx, STROMSTAD, "Trygghetsrådet", "x")
        before = tx.registered_at
    with database.transaction(later(5)) as tx:
        meetings.name_council(tx, STROMSTAD, "Lokala BRÅ", "x")
    assert meetings.council(database, STROMSTAD).name == "Lokala BRÅ"
    assert meetings.council(database, STROMSTAD, before) == first
    assert meetings.council(database, 1764).version == 0


def test_a_meeting_has_versions_and_comes_in_the_order_of_its_day(database: Database) -> None:
    autumn, summer = planned(database, OCTOBER), planned(database)
    with database.transaction(later(1)) as tx:
        held = meetings.move(tx, summer, Stage.HELD, "y")
    assert meetings.meetings(database, STROMSTAD) == [held, autumn]
    assert (held.version, held.stage, held.by) == (2, Stage.HELD, "y")
    assert meetings.meetings(database, STROMSTAD, summer.registered_at) == [summer, autumn]
    assert meetings.meeting(database, summer.id) == held
    with pytest.raises(NotFound):
        meetings.meeting(database, 99)


def test_the_days_of_a_council_are_those_that_were_sent_for_or_held(database: Database) -> None:
    summer, _ = planned(database), planned(database, OCTOBER)
    assert meetings.days(database) == {}
    with database.transaction(later(1)) as tx:
        meetings.move(tx, summer, Stage.SENT, "x")
    assert meetings.days(database) == {AGREEMENT.id: [JUNE]}


def test_figures_are_stored_with_their_digest_and_numbered(database: Database) -> None:
    number = planned(database).id
    first, second = frozen(database, number, '{"å": 1}'), frozen(database, number, "{}")
    assert meetings.freezes(database, number) == (first, second)
    assert (first.number, second.number) == (1, 2)
    assert meetings.figures(database, first) == '{"å": 1}'
    assert first.digest == digest_of('{"å": 1}')


def test_nothing_is_registered_as_of_a_moment_that_is_frozen(database: Database) -> None:
    moment = frozen(database, planned(database).id).known_on
    for at in (moment, moment - timedelta(days=30)):
        with pytest.raises(Refused) as refused, database.transaction(later(60), registered_at=at):
            pass
        assert [issue.code for issue in refused.value.issues] == ["registered_before_frozen"]
    with database.transaction(later(60), registered_at=moment + timedelta(microseconds=1)) as tx:
        assert record(tx, single(OCTOBER), STROMSTAD, "x", Party.POLICE).registered_at > moment


def test_what_is_frozen_is_remembered_when_the_file_is_opened_again(path: Path) -> None:
    database = Database.open(path)
    moment = frozen(database, planned(database).id).known_on
    database.close()
    database = Database.open(path)
    with pytest.raises(Refused), database.transaction(later(60), registered_at=moment):
        pass
    with database.transaction(moment - timedelta(days=1)) as tx:
        assert tx.registered_at > moment
    database.close()


def test_a_freeze_that_failed_hinders_nothing(database: Database) -> None:
    number = planned(database).id
    with pytest.raises(ZeroDivisionError):
        freeze_and_fail(database, number)
    with database.transaction(later(9), registered_at=later(1)):
        pass
    assert meetings.freezes(database, number) == ()


def freeze_and_fail(database: Database, number: int) -> None:
    with database.transaction(later(9)) as tx:
        meetings.freeze(tx, number, None, "{}", "x")
        raise ZeroDivisionError


def test_a_document_is_kept_byte_for_byte_and_once(database: Database) -> None:
    number, content = planned(database).id, bytes(range(256)) * 40
    with database.transaction(NOW) as tx:
        about = (tx, number, DocumentKind.STATE, "application/pdf", "läget.pdf")
        first = meetings.keep_document(*about, content, "x")
        again = meetings.keep_document(*about, content, "x")
        other = meetings.keep_document(*about, b"%PDF", "x")
    assert first == again
    assert meetings.documents(database, number) == (first, other)
    assert [meetings.content(database, each) for each in (first, other)] == [content, b"%PDF"]
    assert (first.digest, other.number) == (digest_of(content), 2)


def test_comments_and_verdicts_keep_their_last_version(database: Database) -> None:
    number = planned(database).id
    with database.transaction(NOW) as tx:
        minutes.comment(tx, number, CONTROLS.id, "Först", "x")
        comment = minutes.comment(tx, number, CONTROLS.id, "Sedan", "x")
        minutes.judge(tx, number, Opinion(CONTROLS.id, None, Verdict.PARTLY, "Nära"), None, "x")
        term = minutes.judge(tx, number, Opinion(CONTROLS.id, None, None), Verdict.FULFILLED, "x")
        year = minutes.judge(tx, number, Opinion(CONTROLS.id, 2023, Verdict.FULFILLED), Verdict.FULFILLED, "x")
    assert minutes.comments(database, [number]) == (comment,)
    assert minutes.verdicts(database, [number]) == (term, year)
    assert (comment.version, term.version, term.year, term.verdict) == (2, 2, None, None)
    assert minutes.comments(database, [99]) == minutes.verdicts(database, []) == ()


def test_a_decision_is_done_later_and_remembers_how_it_stood(database: Database) -> None:
    number = planned(database).id
    with database.transaction(NOW) as tx:
        made = minutes.decide(tx, number, Assignment(None, "Fler kontroller", "Gruppchefen", OCTOBER), "x")
    with database.transaction(later(5)) as tx:
        done = minutes.revise(tx, made, replace(made, done_on=date(2024, 9, 1), note="Klart"), "y")
    assert minutes.decisions(database, [number]) == (done,)
    assert minutes.decisions(database, [number], made.registered_at) == (made,)
    assert minutes.decision_history(database, made.id) == (made, done)
    assert (made.is_due(OCTOBER), made.is_due(JUNE), done.is_due(OCTOBER)) == (True, False, False)


def test_an_indicator_keeps_its_decimals(database: Database) -> None:
    reading = Reading(AGREEMENT.id, "Otrygga", "%", Decimal("12.5"), "Enkät", year=2023, problem_area="Trafik")
    with database.transaction(NOW) as tx:
        first = minutes.measure(tx, Value(reading), "x")
        day = Reading(AGREEMENT.id, "Otrygga", "%", Decimal("1000.00"), "Enkät", on=JUNE)
        second = minutes.measure(tx, Value(day), "x")
        gone = minutes.measure(tx, Value(day), "x")
        minutes.measure(tx, Value(day, is_withdrawn=True), "x", gone.id)
    found = minutes.indicators(database)
    assert [str(each.value) for each in found] == ["1000", "12.5"]
    assert [each.id for each in found] == [second.id, first.id]


def test_a_database_from_before_meetings_keeps_its_deviations(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with duckdb.connect(path) as connection:
        migrations.begin_record(connection)
        migrations.migrate(connection, through=3)
        connection.execute("insert into deviation values ('a', 2024, 1, 'i', 'p', 'x', '2024-01-01')")
    database = Database.open(path)
    with database.reading() as cursor:
        found = cursor.execute("select public_text, decided_by, accepted_until from deviation").fetchall()
    assert found == [("p", None, None)]
    database.close()
