from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.core.errors import NotFound, Refused
from loftdb.core.model import Agreement, Municipality, Season, SeasonKind, Target, Thresholds
from loftdb.core.periods import Interval
from loftdb.store.agreements import (
    add_agreement,
    add_agreements,
    load,
    revise_agreement,
    revise_target,
    set_season,
    set_thresholds,
)
from loftdb.store.database import Database, Transaction
from tests.store.examples import AGREEMENT, CONTROLS, NOW, WALKS, later


def test_an_agreement_reads_back_as_it_was_written_with_its_measures_numbered(database: Database) -> None:
    assert load(database).agreements == (numbered(AGREEMENT, 1),)


def test_numbers_go_on_where_they_ended(database: Database) -> None:
    second = copy_of(AGREEMENT, "tanum-2023-2024")
    save(database, lambda tx: add_agreement(tx, second, "x"))
    assert load(database).agreements == (numbered(AGREEMENT, 1), numbered(second, 3))


@pytest.mark.parametrize(
    ("taken", "code"),
    [
        (AGREEMENT, "agreement_exists"),
        (replace(AGREEMENT, id="other"), "promise_exists"),
        (replace(AGREEMENT, id="other", promises=(replace(CONTROLS, id="new"),)), "measure_exists"),
        (replace(AGREEMENT, id="other", promises=(replace(WALKS, id="n"), replace(WALKS, id="n"))), "promise_exists"),
    ],
)
def test_a_taken_id_is_refused_and_nothing_is_saved(database: Database, taken: Agreement, code: str) -> None:
    before = load(database)
    with pytest.raises(Refused, match=code):
        save(database, lambda tx: add_agreement(tx, taken, "x"))
    assert load(database) == before


def test_first_versions_are_known_from_always(database: Database) -> None:
    assert load(database, later(-1_000_000)).agreements == load(database).agreements


def test_a_revised_target_joins_the_others_and_is_known_from_its_registration(database: Database) -> None:
    before = load(database, NOW)
    target = Target(date(2024, 7, 1), 60, Interval.YEAR, decision="§ 12", reason="Fler resurser")
    moment = save(database, lambda tx: revise_target(tx, 1, target, "x"))
    assert targets(database) == (*CONTROLS.measures[0].targets, target)
    assert load(database, moment - timedelta(microseconds=1)).agreements == before.agreements
    assert load(database, moment).agreements == load(database).agreements


def test_a_revision_from_the_same_day_replaces_the_target(database: Database) -> None:
    dropped = Target(date(2023, 1, 1), None, Interval.YEAR, reason="Avfört")
    save(database, lambda tx: revise_target(tx, 1, dropped, "x"))
    assert targets(database) == (dropped,)


def test_the_first_target_of_a_count_without_one_was_not_known_before(database: Database) -> None:
    moment = save(database, lambda tx: revise_target(tx, 2, Target(date(2024, 1, 1), 2, Interval.TERM), "x"))
    assert load(database, later(-1)).agreements[0].promises[0].measures[1].targets == ()
    assert len(load(database, moment).agreements[0].promises[0].measures[1].targets) == 1


def test_a_season_is_known_from_its_registration(database: Database) -> None:
    season = Season(SeasonKind.DATES, dates=(date(2024, 5, 2), date(2024, 9, 3)))
    save(database, lambda tx: set_season(tx, 2, season, "x"))
    assert load(database).agreements[0].promises[0].measures[1].season == season
    assert load(database, NOW).agreements[0].promises[0].measures[1].season == Season()


def test_a_revised_agreement_keeps_its_promises_and_its_past(database: Database) -> None:
    changed = replace(
        AGREEMENT, title="Förlängt", followed_from=date(2023, 6, 1), municipalities=(Municipality(1486, "Nystad"),)
    )
    moment = save(database, lambda tx: revise_agreement(tx, changed, "x", "§ 9", "Nytt namn"))
    now, before = load(database), load(database, moment - timedelta(microseconds=1))
    assert now.agreements == (numbered(changed, 1),)
    assert before.agreements == (numbered(AGREEMENT, 1),)


def test_thresholds_are_the_programs_own_until_some_are_set_and_in_force(database: Database) -> None:
    stricter = Thresholds(pace_excess=110)
    moment = save(database, lambda tx: set_thresholds(tx, stricter, date(2024, 7, 1), "x"))
    assert load(database).thresholds == stricter
    assert load(database, on=date(2024, 6, 30)).thresholds == Thresholds()
    assert load(database, moment - timedelta(microseconds=1)).thresholds == Thresholds()
    save(database, lambda tx: set_thresholds(tx, Thresholds(), date(2024, 7, 1), "x"))
    assert load(database).thresholds == Thresholds()
    assert load(database, moment).thresholds == stricter


def test_what_does_not_exist_is_not_found(database: Database) -> None:
    for write in (
        lambda tx: revise_target(tx, 9, Target(date(2024, 1, 1), 2, Interval.TERM), "x"),
        lambda tx: set_season(tx, 9, Season(), "x"),
        lambda tx: revise_agreement(tx, replace(AGREEMENT, id="none"), "x", None, None),
    ):
        with pytest.raises(NotFound):
            save(database, write)


def test_a_reference_is_the_same_object_until_the_reference_data_change(database: Database) -> None:
    first = load(database)
    save(database, lambda tx: None)
    assert load(database) is first
    save(database, lambda tx: set_season(tx, 2, Season(), "x"))
    assert load(database) is not first
    assert load(database).version != first.version


def test_many_agreements_go_in_at_once(database: Database) -> None:
    many = [copy_of(AGREEMENT, f"copy-{number:03}") for number in range(120)]
    save(database, lambda tx: add_agreements(tx, many, "x"))
    assert [each.id for each in load(database).agreements[:120]] == [each.id for each in many]
    assert load(database).agreements[119] == numbered(many[119], 3 + 2 * 119)


def save(database: Database, write: Callable[[Transaction], None]) -> object:
    with database.transaction(NOW) as tx:
        write(tx)
    return tx.registered_at


def targets(database: Database) -> tuple[Target, ...]:
    return load(database).agreements[0].promises[0].measures[0].targets


def numbered(agreement: Agreement, first: int) -> Agreement:
    """Return the agreement with the numbers that the store gives."""
    numbers = iter(range(first, first + 100))
    promises = [
        replace(promise, measures=tuple(replace(measure, number=next(numbers)) for measure in promise.measures))
        for promise in agreement.promises
    ]
    return replace(agreement, promises=tuple(promises))


def copy_of(agreement: Agreement, id_: str) -> Agreement:
    """Return the agreement under another id, its promises and measures too."""
    promises = [
        replace(
            promise,
            id=promise.id.replace(agreement.id, id_),
            measures=tuple(replace(each, id=each.id.replace(agreement.id, id_)) for each in promise.measures),
        )
        for promise in agreement.promises
    ]
    return replace(agreement, id=id_, promises=tuple(promises))
