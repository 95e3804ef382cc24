from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.core.errors import ConcurrentChange, NotFound, Refused
from loftdb.core.model import Activity, ActivityKind, ActivityState, Entry, Party, Precision, Reason, Share
from loftdb.core.periods import Period
from loftdb.store.activities import (
    correct,
    count,
    history,
    of_submission,
    record,
    redact,
    search,
    twins,
    withdraw,
)
from loftdb.store.database import Database, Transaction
from tests.store.examples import NOW, STROMSTAD, later, single

MARCH = Period(date(2024, 3, 1), date(2024, 4, 1))
BATCH = Entry(
    ActivityKind.BATCH,
    ActivityState.DONE,
    MARCH,
    (Share(1, 12), Share(2, 3)),
    weeks=(date(2024, 2, 26), date(2024, 3, 11)),
    precision=Precision.ESTIMATED,
    place="Svinesund",
    note="Med tullen",
    source="Rapport",
)


def test_an_activity_reads_back_as_it_was_written(database: Database) -> None:
    entries = (BATCH, replace(single(date(2024, 3, 1)), state=ActivityState.CANCELLED, reason=Reason.WEATHER))
    for number, entry in enumerate(entries, start=1):
        saved = log(database, entry)
        assert saved.id == number
        assert history(database, number) == (saved,)
        assert saved.entry == entry


def test_a_single_day_fills_its_week_and_month(database: Database) -> None:
    log(database, single(date(2024, 12, 30), 2))
    assert lines(database) == [(1, date(2024, 12, 30), date(2024, 12, 30), date(2024, 12, 1), "done", "exact", 2)]


def test_a_batch_stands_on_its_last_day_and_fills_the_weeks_it_lists(database: Database) -> None:
    log(database, BATCH)
    last, first = date(2024, 3, 31), date(2024, 3, 1)
    assert lines(database) == [
        (1, last, date(2024, 2, 26), first, "done", "estimated", 1),
        (1, last, date(2024, 3, 11), first, "done", "estimated", 11),
        (2, last, date(2024, 2, 26), first, "done", "estimated", 1),
        (2, last, date(2024, 3, 11), first, "done", "estimated", 2),
    ]


def test_an_annual_figure_stands_on_the_last_of_december_and_fills_no_week_or_month(database: Database) -> None:
    log(database, Entry(ActivityKind.ANNUAL, ActivityState.DONE, Period.year(2023), (Share(1, 55),)))
    assert lines(database) == [(1, date(2023, 12, 31), None, None, "done", "exact", 55)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"shares": ()}, "no_shares"),
        ({"shares": (Share(1, 0),)}, "count_not_positive"),
        ({"shares": (Share(1, 2), Share(1, 3))}, "measure_twice"),
        ({"shares": (Share(1, 1),)}, "fewer_than_weeks"),
    ],
)
def test_shares_that_cannot_be_counted_are_refused(database: Database, change: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        log(database, replace(BATCH, **change))
    assert count(database) == 0


def test_a_correction_appends_reversals_and_the_new_lines(database: Database) -> None:
    log(database, single(date(2024, 3, 1), 5))
    amend(database, 1, single(date(2024, 3, 8), 5))
    assert [(line[1].day, line[-1]) for line in lines(database)] == [(1, 5), (1, -5), (8, 5)]
    assert net(database) == [(1, date(2024, 3, 8), "done", 5)]


def test_a_correction_of_words_alone_appends_no_lines(database: Database) -> None:
    log(database, BATCH)
    before = lines(database)
    amend(database, 1, replace(BATCH, note="Utan tullen"))
    assert lines(database) == before
    assert [version.entry.note for version in history(database, 1)] == ["Med tullen", "Utan tullen"]


def test_a_planned_activity_is_done_by_a_correction(database: Database) -> None:
    log(database, single(date(2024, 3, 1), state=ActivityState.PLANNED))
    amend(database, 1, single(date(2024, 3, 1)))
    assert net(database) == [(1, date(2024, 3, 1), "done", 1)]


def test_a_withdrawn_activity_comes_to_nothing_keeps_its_words_and_can_come_back(database: Database) -> None:
    log(database, BATCH)
    gone = act(database, lambda tx: withdraw(tx, 1, 1, "y", Party.MUNICIPALITY))
    assert net(database) == []
    assert gone.entry == replace(BATCH, state=ActivityState.WITHDRAWN)
    assert (gone.version, gone.by, gone.party) == (2, "y", Party.MUNICIPALITY)
    with pytest.raises(Refused, match="already_withdrawn"):
        act(database, lambda tx: withdraw(tx, 1, 2, "y", Party.POLICE))
    act(database, lambda tx: correct(tx, 1, 2, BATCH, "x", Party.POLICE))
    assert len(net(database)) == 2


def test_a_version_that_is_not_the_latest_cannot_be_corrected_or_withdrawn(database: Database) -> None:
    log(database, BATCH)
    amend(database, 1, single(date(2024, 3, 1)))
    before = lines(database)
    for write in (
        lambda tx: correct(tx, 1, 1, BATCH, "x", Party.POLICE),
        lambda tx: withdraw(tx, 1, 3, "x", Party.POLICE),
    ):
        with pytest.raises(ConcurrentChange):
            act(database, write)
    assert lines(database) == before


def test_an_unknown_activity_is_not_found(database: Database) -> None:
    with pytest.raises(NotFound):
        history(database, 1)
    for write in (
        lambda tx: withdraw(tx, 1, 1, "x", Party.POLICE),
        lambda tx: redact(tx, 1, "x"),
    ):
        with pytest.raises(NotFound):
            act(database, write)


def test_a_correction_cannot_be_registered_before_what_it_corrects(database: Database) -> None:
    saved = log(database, single(date(2024, 3, 1)))
    with (
        pytest.raises(Refused, match="registered_before_version"),
        database.transaction(NOW, registered_at=saved.registered_at - timedelta(days=1)) as tx,
    ):
        correct(tx, 1, 1, BATCH, "x", Party.POLICE)


def test_ids_have_no_gap_after_a_failure_or_a_reopening(path: object, database: Database) -> None:
    log(database, single(date(2024, 3, 1)))
    with pytest.raises(Refused):
        log(database, replace(BATCH, shares=()))
    assert log(database, BATCH).id == 2


def test_a_submission_finds_what_it_saved(database: Database) -> None:
    with database.transaction(NOW, "tap") as tx:
        saved = tuple(record(tx, single(date(2024, 3, day)), STROMSTAD, "x", Party.POLICE) for day in (1, 2))
    log(database, BATCH)
    assert of_submission(database, "tap") == saved
    assert of_submission(database, "other") == ()


def test_redaction_blanks_the_words_of_every_version_and_leaves_a_trace(database: Database) -> None:
    log(database, BATCH)
    amend(database, 1, replace(BATCH, place="Hos 850101-1234"))
    other = log(database, BATCH)
    with database.transaction(NOW) as tx:
        redact(tx, 1, "admin")
    for version in history(database, 1):
        assert version.redacted
        assert (version.entry.place, version.entry.note, version.entry.source) == ("", "", "")
        assert version.entry.shares == BATCH.shares
    assert history(database, other.id) == (other,)
    with database.reading() as cursor:
        assert cursor.execute("select * from redaction").fetchall() == [(1, 2, "admin", tx.registered_at)]


def test_a_search_gives_the_latest_versions_newest_occurrence_first(database: Database) -> None:
    for day in (5, 1, 9):
        log(database, single(date(2024, 3, day), place=f"Plats {day}"))
    amend(database, 1, single(date(2024, 3, 7), place="Åmål 100 %"))
    log(database, single(date(2023, 3, 1), measure=2, state=ActivityState.PLANNED), municipality=1435)
    assert found(database) == [3, 1, 2, 4]
    assert found(database, limit=2, offset=1) == [1, 2]
    assert found(database, municipalities=[1435]) == [4]
    assert found(database, municipalities=[]) == []
    assert found(database, measures=[2, 7]) == [4]
    assert found(database, days=Period(date(2024, 3, 5), date(2024, 3, 8))) == [1]
    assert found(database, text="åMÅL") == [1]
    assert found(database, text="%") == [1]
    assert found(database, text="Plats 5") == []
    assert found(database, states=[ActivityState.PLANNED]) == [4]
    assert found(database, municipalities=[STROMSTAD], measures=[1], states=[ActivityState.DONE], text="plats") == [
        3,
        2,
    ]


def test_a_search_as_known_earlier_gives_the_version_of_then(database: Database) -> None:
    saved = log(database, single(date(2024, 3, 5), place="Då"))
    amend(database, 1, single(date(2024, 3, 7), place="Nu"))
    assert found(database, known_on=saved.registered_at, text="då") == [1]
    assert found(database, known_on=saved.registered_at, text="nu") == []
    assert found(database, known_on=later(-1)) == []


def log(database: Database, entry: Entry, municipality: int = STROMSTAD) -> Activity:
    return act(database, lambda tx: record(tx, entry, municipality, "x", Party.POLICE))


def amend(database: Database, activity: int, entry: Entry) -> Activity:
    version = len(history(database, activity))
    return act(database, lambda tx: correct(tx, activity, version, entry, "x", Party.POLICE))


def act(database: Database, write: Callable[[Transaction], Activity]) -> Activity:
    with database.transaction(NOW) as tx:
        return write(tx)


def lines(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        return cursor.execute("select measure, date, week, month, state, precision, count from line").fetchall()


def net(database: Database) -> list[tuple[object, ...]]:
    with database.reading() as cursor:
        return cursor.execute(
            "select measure, date, state, sum(count)::bigint from line group by all having sum(count) <> 0 order by all"
        ).fetchall()


def found(database: Database, limit: int = 10, offset: int = 0, **wanted: object) -> list[int]:
    ids = [activity.id for activity in search(database, limit=limit, offset=offset, **wanted)]
    if (limit, offset) == (10, 0):
        assert count(database, **wanted) == len(ids)
    return ids


def test_twins_have_the_same_days_state_place_and_a_measure_as_they_stand_now(database: Database) -> None:
    day = date(2024, 5, 8)
    entry = single(day, place="Torget")
    first, other = log(database, entry), log(database, replace(entry, place=" torget "))
    for different in (single(day, place="Hamnen"), single(day, measure=2, place="Torget"), single(MARCH.start)):
        log(database, different)
    log(database, replace(entry, state=ActivityState.CANCELLED, reason=Reason.WEATHER))
    assert twins(database, entry, STROMSTAD) == (other.id, first.id)
    with database.transaction(NOW) as tx:
        withdraw(tx, first.id, 1, "x", Party.POLICE)
    assert twins(database, entry, STROMSTAD) == (other.id,)
    assert twins(database, entry, STROMSTAD + 1) == ()
