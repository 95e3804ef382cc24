from datetime import date

import pytest

from loftdb.core.model import ActivityState, Party
from loftdb.store.activities import correct, record, withdraw
from loftdb.store.consistency import check
from loftdb.store.database import Database
from tests.store.examples import NOW, STROMSTAD, single

FAULTS = {
    "line_without_activity": "insert into line select 77, version, * exclude (activity, version) from line",
    "line_elsewhere": "update line set municipality = 1435 where activity = 1",
    "share_without_measure": "update measure set number = 50 where number = 1",
    "promise_without_agreement": "delete from agreement",
    "measure_without_promise": "delete from promise where id like '%trafikkontroller'",
    "target_without_measure": "update target set measure = 50",
    "season_without_measure": "update season set measure = 50",
    "list_item_without_promise": "update list_item set promise = 'none'",
    "duty_without_agreement": "update duty set agreement = 'none'",
    "municipality_unknown": "delete from municipality where code = 1435",
    "sign_off_without_municipality": "insert into sign_off values (9, 'police', '2024-03-01', 'x', now()::timestamp)",
    "status_without_promise": "insert into status_update "
    "select 'no', 1, '2024-03-01', null, '', '', [], 'x', '2024-03-01'",
    "duty_mark_without_duty": "insert into duty_mark values ('no', 'no', '', 1, null, '', '', 'x', '2024-03-01')",
    "deviation_without_promise": "insert into deviation values ('no', 2024, 1, '', '', 'x', '2024-03-01', '', null)",
    "meeting_without_agreement": "insert into meeting "
    "values (1, 1, 1486, '2024-06-12', ['none'], 'planned', 'x', '2024-03-01')",
    "minutes_without_meeting": "insert into meeting_comment values (9, 'p', 1, 'text', 'x', '2024-03-01')",
    "frozen_figures_changed": "insert into meeting_freeze "
    "values (9, 1, '2024-03-01', null, 1, '{}', repeat('0', 64), 'x', '2024-03-01')",
    "frozen_document_changed": "insert into frozen_document "
    "values (9, 'state', 1, 'text/plain', 'a.txt', 'a'::blob, repeat('0', 64), 'x', '2024-03-01')",
    "lines_disagree": "update line set count = count + 1 where activity = 1 and version = 1",
    "versions_not_consecutive": "delete from activity_version where activity = 2 and version = 2",
    "registered_out_of_order": "update activity_version "
    "set registered_at = '2030-01-01' where activity = 2 and version < 2",
    "submission_twice": "delete from submission",
}


@pytest.fixture
def used(database: Database) -> Database:
    with database.transaction(NOW, "tap") as tx:
        for day in (1, 2, 3):
            record(tx, single(date(2024, 3, day), day), STROMSTAD, "x", Party.POLICE)
    with database.transaction(NOW) as tx:
        correct(tx, 2, 1, single(date(2024, 4, 1), 9, measure=2), "x", Party.POLICE)
        correct(tx, 2, 2, single(date(2024, 4, 1), 9, state=ActivityState.PLANNED), "x", Party.POLICE)
        withdraw(tx, 3, 1, "x", Party.POLICE)
    return database


def test_a_sound_database_has_no_issues(used: Database) -> None:
    assert check(used) == ()


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_found(used: Database, code: str) -> None:
    with used.transaction(NOW) as tx:
        tx.cursor.execute(FAULTS[code])
    issues = [issue for issue in check(used) if issue.code == code]
    assert issues
    assert all(issue.facts for issue in issues)


def test_a_line_that_is_missing_or_doubled_is_named_with_both_figures(used: Database) -> None:
    with used.transaction(NOW) as tx:
        tx.cursor.execute("delete from line where activity = 1")
    assert [dict(issue.facts) for issue in check(used)] == [{"activity": 1, "measure": 1, "said": 1, "held": 0}]
