"""Drafts, and new versions of agreements, row by row."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import duckdb
import pytest

from loftdb.core.drafts import Draft, DraftPromise, Relation
from loftdb.core.errors import ConcurrentChange, NotFound, Refused
from loftdb.core.model import Duty, DutyRecurrence, ListItem, Measure, Municipality, Promise, Target
from loftdb.core.periods import Interval
from loftdb.store import consistency, drafts, revisions
from loftdb.store.agreements import load, measure_numbers
from loftdb.store.database import Database, Transaction
from loftdb.store.drafts import Adopted
from loftdb.store.revisions import Warrant
from tests.store.examples import AGREEMENT, CONTROLS, NOW, WALKS, later

DRAFT = Draft(
    text="Minst 80 kontroller.",
    title="Medborgarlöfte",
    first=date(2025, 1, 1),
    municipalities=(Municipality(1486, "Strömstad"),),
    promises=(DraftPromise("p1", wording="Minst 80 kontroller."),),
)
WARRANT = Warrant(date(2024, 7, 1), "x", "§ 12", "Fler resurser")
ADOPTED = Adopted("a", 1, Relation.FILL, date(2024, 6, 1), "§ 12", date(2024, 7, 1), None, "x", NOW)


def in_one(database: Database, write: Callable[[Transaction], object], submission: str | None = None) -> Transaction:
    with database.transaction(NOW, submission) as tx:
        write(tx)
    return tx


def promises(database: Database) -> dict[str, Promise]:
    return {each.id: each for _, each in load(database).promises()}


def test_drafts_are_numbered_and_the_last_saved_stands_first(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "y"))
    in_one(database, lambda tx: drafts.save(tx, replace(DRAFT, title="Nytt"), "z", 1, 1))
    found = drafts.drafts(database)
    assert [(each.id, each.version, each.draft.title, each.by) for each in found] == [
        (1, 2, "Nytt", "z"), (2, 1, "Medborgarlöfte", "y"),
    ]  # fmt: skip
    assert drafts.fetch(database, 2) == found[1]
    assert found[1].draft == DRAFT


def test_a_draft_survives_that_the_file_is_closed(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    database.close()
    again = Database.open(database.path)
    assert drafts.fetch(again, 1).draft == DRAFT
    in_one(again, lambda tx: drafts.save(tx, DRAFT, "x", 1, 1))
    assert drafts.fetch(again, 1).version == 2


def test_an_unknown_draft_is_not_found_and_a_changed_one_is_not_overwritten(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    for write in (
        lambda tx: drafts.save(tx, DRAFT, "x", 9, 1),
        lambda tx: drafts.discard(tx, 9, 1, "x"),
        lambda tx: drafts.close(tx, 9, 1, ADOPTED),
    ):
        with pytest.raises(NotFound):
            in_one(database, write)
    for write in (
        lambda tx: drafts.save(tx, DRAFT, "x", 1, 0),
        lambda tx: drafts.discard(tx, 1, 2, "x"),
        lambda tx: drafts.close(tx, 1, 7, ADOPTED),
    ):
        with pytest.raises(ConcurrentChange):
            in_one(database, write)
    assert drafts.fetch(database, 1).version == 1


def test_an_adopted_draft_is_closed_for_good_with_what_it_became(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    tx = in_one(database, lambda tx: drafts.close(tx, 1, 1, ADOPTED), "tap")
    done = replace(ADOPTED, registered_at=tx.registered_at)
    assert drafts.adoptions(database, "a") == (done,)
    assert drafts.of_submission(database, "tap") == done
    assert drafts.of_submission(database, "other") is None
    with pytest.raises(Refused, match="draft_gone"):
        in_one(database, lambda tx: drafts.save(tx, DRAFT, "x", 1, 2))
    with pytest.raises(NotFound):
        drafts.fetch(database, 1)


def test_drafts_do_not_change_the_reference_data(database: Database) -> None:
    before = database.reference_version
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    assert database.reference_version == before


# New versions of an agreement


def test_a_promise_has_versions_and_the_last_one_stands(database: Database) -> None:
    revised = replace(promises(database)[CONTROLS.id], wording="Minst 90 kontroller.", title="Kontroller")
    in_one(database, lambda tx: revisions.revise_promise(tx, AGREEMENT, revised, WARRANT))
    assert promises(database)[CONTROLS.id] == revised
    first, second = revisions.promise_versions(database, CONTROLS.id)
    assert first.promise == replace(CONTROLS, measures=())
    assert (first.version, first.valid_from, first.decision) == (1, date(2023, 1, 1), None)
    assert (second.promise.title, second.version, second.valid_from) == ("Kontroller", 2, date(2024, 7, 1))
    assert (second.decision, second.reason, second.by) == ("§ 12", "Fler resurser", "x")
    assert revisions.promise_versions(database, "none") == ()


def test_what_joins_later_was_not_known_before_and_joined_on_its_day(database: Database) -> None:
    target = Target(date(2024, 7, 1), 40, Interval.YEAR)
    added = replace(
        WALKS,
        id="stromstad-2023-2024/cykel",
        position=3,
        measures=(Measure(0, "stromstad-2023-2024/cykel", "kontroll", "kontroller", (target,)),),
    )
    tx = in_one(database, lambda tx: revisions.add_promise(tx, AGREEMENT, added, WARRANT))
    found = promises(database)[added.id]
    dated = replace(target, decision="§ 12", reason="Fler resurser")
    measure = replace(added.measures[0], number=3, targets=(dated,))
    assert found == replace(added, measures=(measure,), joined=date(2024, 7, 1))
    before = load(database, tx.registered_at - timedelta(microseconds=1)).agreements[0]
    assert [each.id for each in before.promises] == [CONTROLS.id, WALKS.id]
    with database.transaction(later(1)) as tx:
        assert measure_numbers(tx)[added.id] == 3
    with pytest.raises(Refused, match="promise_exists"):
        in_one(database, lambda tx: revisions.add_promise(tx, AGREEMENT, added, WARRANT))
    assert not consistency.check(database)


def test_a_measure_is_renamed_and_another_joins(database: Database) -> None:
    owner = promises(database)[CONTROLS.id]
    renamed = replace(owner.measures[0], singular="kontroll", plural="kontroller")
    new = Measure(0, f"{CONTROLS.id}:moped", "moped", "mopeder")
    in_one(database, lambda tx: revisions.revise_measure(tx, owner, renamed, WARRANT))
    in_one(database, lambda tx: revisions.add_measure(tx, owner, new, WARRANT))
    found = promises(database)[CONTROLS.id].measures
    assert found == (renamed, owner.measures[1], replace(new, number=3))


def test_items_join_leave_and_come_back_under_their_keys(database: Database) -> None:
    walks = promises(database)[WALKS.id]
    for names in (("b", "c"), ("a", "c"), ("a", "b", "c")):
        items = tuple(ListItem(key, {"a": "Åskolan", "b": "Bergskolan", "c": "Dalskolan"}[key]) for key in names)
        changed = replace(walks, items=items)
        in_one(database, lambda tx, changed=changed: revisions.revise_promise(tx, AGREEMENT, changed, WARRANT))
        assert promises(database)[WALKS.id].items == items
    assert load(database, NOW).agreements[0].promises[1].items == WALKS.items


def test_a_dropped_promise_knows_from_when(database: Database) -> None:
    dropped = replace(promises(database)[WALKS.id], dropped_from=date(2024, 7, 1))
    in_one(database, lambda tx: revisions.revise_promise(tx, AGREEMENT, dropped, WARRANT))
    assert promises(database)[WALKS.id].dropped_from == date(2024, 7, 1)
    assert load(database, NOW).agreements[0].promises[1].dropped_from is None


def test_a_follow_up_joins_after_the_others(database: Database) -> None:
    duty = Duty("slut", "Slutrapport", "kommunstyrelsen", DutyRecurrence.PER_MEETING, None)
    in_one(database, lambda tx: revisions.add_duty(tx, AGREEMENT, duty, WARRANT))
    assert load(database).agreements[0].duties == (*AGREEMENT.duties, duty)
    assert load(database, NOW).agreements[0].duties == AGREEMENT.duties


def test_what_does_not_exist_cannot_be_revised(database: Database) -> None:
    unknown = Measure(99, "x", "x", "x")
    for write in (
        lambda tx: revisions.revise_promise(tx, AGREEMENT, replace(WALKS, id="none"), WARRANT),
        lambda tx: revisions.revise_measure(tx, WALKS, unknown, WARRANT),
    ):
        with pytest.raises(NotFound):
            in_one(database, write)


def test_an_adoption_of_no_agreement_is_found(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    in_one(database, lambda tx: drafts.close(tx, 1, 1, ADOPTED))
    assert [(each.code, each.facts) for each in consistency.check(database)] == [
        ("adoption_without_agreement", {"agreement": "a", "draft": 1})
    ]


def test_a_draft_of_a_newer_program_is_read_as_far_as_this_one_knows(database: Database) -> None:
    in_one(database, lambda tx: drafts.save(tx, DRAFT, "x"))
    database.close()
    with duckdb.connect(database.path) as connection:
        connection.execute('update draft set content = replace(content, \'{"title"\', \'{"colour": "red", "title"\')')
    again = Database.open(database.path)
    assert drafts.fetch(again, 1).draft == DRAFT
