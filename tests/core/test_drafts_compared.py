"""A draft beside an agreement: which promise is which, what differs, and what a new version adds."""

import os
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core import drafts
from loftdb.core.drafts import Change, ChangeKind, Draft, Relation
from loftdb.core.model import Agreement, Interpretation, Measure, Municipality, Party
from loftdb.core.periods import Interval
from loftdb.core.reading import read
from loftdb.files.agreements import read_agreements
from tests.core.drafting import DRAFT, settled, taken_out

SEEDS = Path(os.environ.get("LOFTDB_SHARED", "../shared")) / "seeds"
DATA = Path(__file__).parents[2] / "data"
DAY = date(2025, 7, 1)


def interpreted(target: drafts.DraftTarget) -> Interpretation:
    return Interpretation("Så läses det.", "BRÅ", date(2025, 1, 1), None, target.other)


def made(draft: Draft | None = None) -> Agreement:
    """Return a draft's agreement, with the numbers that the store would give its measures."""
    agreement = drafts.agreement(draft or settled(), (), date(2025, 1, 1), interpreted)
    numbers = iter(range(1, 100))
    promises = (
        replace(each, measures=tuple(replace(one, number=next(numbers)) for one in each.measures))
        for each in agreement.promises
    )
    return replace(agreement, promises=tuple(promises))


AGREEMENT = made()


def again(draft: Draft = DRAFT) -> Draft:
    """Return a reading of the same text as a new version of the agreement."""
    return drafts.relate(drafts.change(draft, source=AGREEMENT.source), Relation.REVISION, AGREEMENT)


def kinds(changes: tuple[Change, ...]) -> list[str]:
    return [each.kind.value for each in changes]


# Beside what is there


@pytest.mark.parametrize(
    ("first", "last", "proposed"),
    [
        ("2025-01-01", "2026-12-31", Relation.REVISION),
        ("2025-01-01", "2027-12-31", Relation.REVISION),
        ("2026-06-01", "2028-12-31", Relation.SUCCESSOR),
        ("2027-01-01", "2028-12-31", Relation.SUCCESSOR),
        ("2027-12-31", "2028-12-31", Relation.SUCCESSOR),
        ("2028-01-02", "2028-12-31", None),
        ("2020-01-01", "2024-12-31", None),
    ],
)
def test_days_that_meet_tell_what_a_draft_likely_is(first: str, last: str, proposed: Relation | None) -> None:
    draft = drafts.change(DRAFT, first=date.fromisoformat(first), last=date.fromisoformat(last))
    found = drafts.overlaps(draft, [AGREEMENT])
    assert [each.proposed for each in found] == ([proposed] if proposed else [])


def test_another_home_municipality_has_nothing_to_do_with_it() -> None:
    elsewhere = drafts.change(DRAFT, municipalities=(Municipality(1861, "Hallsberg"), *DRAFT.municipalities))
    assert drafts.overlaps(elsewhere, [AGREEMENT]) == ()
    assert drafts.overlaps(drafts.change(DRAFT, last=None), [AGREEMENT]) == ()


def test_an_agreement_without_wordings_of_the_same_days_is_likely_the_one_that_was_read() -> None:
    unread = replace(AGREEMENT, promises=tuple(replace(each, wording=None) for each in AGREEMENT.promises))
    assert [each.proposed for each in drafts.overlaps(DRAFT, [unread])] == [Relation.FILL]


# Promise by promise


def test_the_same_text_changes_nothing_and_asks_nothing() -> None:
    draft = again()
    assert kinds(drafts.compare(AGREEMENT, draft)) == ["unchanged"] * 5
    assert drafts.compare_whole(AGREEMENT, draft) == ()
    assert not list(draft.unsettled())
    assert not drafts.issues(draft, [AGREEMENT])
    assert drafts.revision(AGREEMENT, draft, DAY, interpreted).duties == ()
    assert drafts.revision(AGREEMENT, draft, DAY, interpreted).is_empty


@given(st.permutations([each.key for each in DRAFT.promises]), st.booleans())
def test_an_unchanged_version_changes_nothing_in_whatever_order(order: list[str], is_taken_out: bool) -> None:
    draft = taken_out(AGREEMENT) if is_taken_out else again()
    for place, key in enumerate(order):
        draft = drafts.move(draft, key, place)
    assert drafts.revision(AGREEMENT, draft, DAY, interpreted).is_empty


def test_what_differs_is_named() -> None:
    draft = drafts.change_promise(again(), "p3", wording="Kommunen ska öka tryggheten vid stationen.",
                                  parties=(Party.POLICE,))  # fmt: skip
    draft = drafts.change_target(draft, "p2", "t1", value=2)
    draft = drafts.drop(drafts.add(draft), "p5")
    changes = drafts.compare(AGREEMENT, draft)
    assert kinds(changes) == ["unchanged", "changed", "changed", "unchanged", "new", "removed"]
    assert [each.field for each in changes[1].differences] == ["targets"]
    assert [(each.field, each.after) for each in changes[2].differences] == [
        ("wording", "Kommunen ska öka tryggheten vid stationen."), ("parties", ("police",)),
    ]  # fmt: skip
    assert changes[5].old == AGREEMENT.promises[4]
    assert 30 <= changes[2].likeness < 100


def test_a_person_pairs_and_unpairs_and_each_promise_has_one_partner() -> None:
    ids = [each.id for each in AGREEMENT.promises]
    draft = drafts.pair(again(), "p1", ids[2], AGREEMENT)
    changes = {each.new.key: each for each in drafts.compare(AGREEMENT, draft) if each.new}
    assert (changes["p1"].old, changes["p1"].by_hand) == (AGREEMENT.promises[2], True)
    assert changes["p3"].old != AGREEMENT.promises[2]
    draft = drafts.pair(draft, "p4", ids[2], AGREEMENT)
    changes = {each.new.key: each for each in drafts.compare(AGREEMENT, draft) if each.new}
    assert (changes["p4"].old, changes["p1"].kind) == (AGREEMENT.promises[2], ChangeKind.NEW)
    alone = drafts.unpair(draft, "p4")
    assert kinds(drafts.compare(AGREEMENT, alone)).count("removed") >= 1


def test_a_title_that_is_inherited_is_never_that_of_another_promise() -> None:
    first = AGREEMENT.promises[0]
    draft = drafts.add(DRAFT)
    new = draft.promises[-1].key
    named = replace(draft.promise(new), title=first.title, wording="Polisen ska hålla i en ungdomsfestival.")
    draft = replace(draft, promises=(named, *draft.promises[:-1]))
    related = again(draft)
    assert related.promise("p1").title == first.title
    assert related.promise(new).title == f"{first.title} 2"
    by_hand = again(drafts.change_promise(draft, new, title=first.title))
    assert by_hand.promise(new).title == first.title
    assert by_hand.promise("p1").title == f"{first.title} 2"


def test_a_promise_that_is_put_back_has_a_name_of_its_own() -> None:
    draft = drafts.drop(DRAFT, "p1")
    draft = drafts.change_promise(draft, "p2", title=DRAFT.promise("p1").title)
    assert drafts.restore(draft, "p1").promise("p1").title == f"{DRAFT.promise('p1').title} 2"


def test_what_a_person_has_set_is_not_taken_over_again() -> None:
    draft = drafts.change_promise(DRAFT, "p1", title="Kontroller", occasion="Varje stopp.")
    related = drafts.relate(draft, Relation.REVISION, AGREEMENT)
    assert (related.promise("p1").title, related.promise("p1").occasion) == ("Kontroller", "Varje stopp.")
    assert related.promise("p2").occasion == AGREEMENT.promises[1].occasion


def test_another_agreement_forgets_who_was_paired_by_hand() -> None:
    draft = drafts.unpair(again(), "p1")
    other = replace(AGREEMENT, id="other")
    assert drafts.relate(draft, Relation.REVISION, other).promise("p1").follows is None
    assert drafts.relate(draft, Relation.OTHER).related is None


# What a new version adds


def test_a_new_number_is_one_target_from_its_day() -> None:
    draft = drafts.change_target(again(), "p1", "t1", value=120)
    revision = drafts.revision(AGREEMENT, draft, DAY, interpreted)
    [(number, target)] = revision.targets
    assert (number, target.value, target.valid_from, target.interval) == (1, 120, DAY, Interval.YEAR)
    assert (revision.added, revision.dropped, revision.whole) == ((), (), False)


def test_a_removed_promise_drops_each_of_its_measures() -> None:
    revision = drafts.revision(AGREEMENT, drafts.drop(again(), "p1"), DAY, interpreted)
    assert [each.id for each in revision.dropped] == [AGREEMENT.promises[0].id]
    assert [(number, target.value) for number, target in revision.targets] == [(1, None), (2, None)]


def test_a_new_promise_comes_last_with_an_id_of_its_own() -> None:
    draft = drafts.change_promise(drafts.add(again(), after="p1"), "p6", title="Trafikkontroller!", wording="Nytt.")
    [added] = drafts.revision(AGREEMENT, draft, DAY, interpreted).added
    assert (added.id, added.position) == ("kumla-2025-2026/trafikkontroller-2", 6)


def test_units_change_place_without_a_trace() -> None:
    draft = again()
    one, other = draft.promise("p1").targets
    turned = drafts.change_promise(draft, "p1", targets=(other, one))
    assert drafts.revision(AGREEMENT, turned, DAY, interpreted).is_empty


@given(st.lists(st.sampled_from(["drop", "value", "words", "add", "parties"]), max_size=4), st.data())
def test_a_revision_and_a_comparison_tell_the_same(edits: list[str], data: st.DataObject) -> None:
    """Promises are added, dropped and changed exactly where the comparison says so."""
    draft = again()
    for edit in edits:
        key = data.draw(st.sampled_from([each.key for each in draft.promises]))
        draft = edited(draft, edit, key)
    changes = drafts.compare(AGREEMENT, draft)
    revision = drafts.revision(AGREEMENT, draft, DAY, interpreted)
    assert len(revision.added) == kinds(changes).count("new")
    assert {each.id for each in revision.dropped} == {
        each.old.id for each in changes if each.kind is ChangeKind.REMOVED and each.old
    }
    touched = {each.id for each in revision.changed} | {owner(number) for number, _ in revision.targets}
    assert touched == {each.old.id for each in changes if each.old and each.kind is not ChangeKind.UNCHANGED}


def edited(draft: Draft, edit: str, key: str) -> Draft:
    if edit == "drop":
        return drafts.drop(draft, key)
    if edit == "add":
        return drafts.add(draft, after=key)
    if edit == "words":
        return drafts.change_promise(draft, key, wording="Ett helt annat åtagande om belysning.")
    if edit == "parties":
        return drafts.change_promise(draft, key, parties=(Party.OTHER,), third_parties=("Väktare",))
    first = draft.promise(key).targets[:1]
    return drafts.change_target(draft, key, first[0].key, value=77, interval=Interval.YEAR) if first else draft


def owner(number: int) -> str:
    return next(each.id for each in AGREEMENT.promises if number in [one.number for one in each.measures])


# The bundled agreements and their sources


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five source texts are not here")
@pytest.mark.parametrize("file", read_agreements(DATA), ids=lambda file: file.agreement.id)
def test_each_bundled_promise_finds_its_own_words_in_its_source(file) -> None:  # type: ignore[no-untyped-def]
    agreement: Agreement = file.agreement
    text = (SEEDS / f"{agreement.id}.txt").read_text(encoding="utf-8")
    draft = drafts.propose(read(text), 0)
    [beside] = drafts.overlaps(draft, [agreement])
    assert beside.proposed is Relation.FILL
    draft = drafts.relate(draft, Relation.FILL, agreement)
    changes = [each for each in drafts.compare(agreement, draft) if each.old]
    places = [each.old.position for each in changes if each.new and each.old]
    assert places == list(range(1, len(agreement.promises) + 1))
    assert not drafts.issues(draft, [agreement])
    filled = drafts.filled(agreement, draft)
    assert len(filled) == len(agreement.promises)
    assert [replace(each, wording=None) for each in filled] == list(agreement.promises)
    assert all(before.wording != after.wording for before, after in pairwise(filled))


def test_a_count_without_a_target_goes_on_being_counted_when_its_words_change() -> None:
    promise = replace(AGREEMENT.promises[2], measures=(Measure(9, f"{AGREEMENT.promises[2].id}", "samtal", "samtal"),),
                      kind=AGREEMENT.promises[0].kind, occasion="Ett samtal.")  # fmt: skip
    agreement = replace(AGREEMENT, promises=(*AGREEMENT.promises[:2], promise, *AGREEMENT.promises[3:]))
    draft = drafts.change_promise(DRAFT, "p3", wording="Kommunen ska öka tryggheten kring stationen med väktare.")
    related = drafts.relate(draft, Relation.REVISION, agreement).promise("p3")
    assert [(each.plural, each.value) for each in related.counted] == [("samtal", None)]


def with_function(function: str) -> Agreement:
    """Return the agreement where somebody has said which function answers for the first promise."""
    return replace(AGREEMENT, promises=(replace(AGREEMENT.promises[0], function=function), *AGREEMENT.promises[1:]))


def test_a_function_that_was_named_after_the_draft_was_made_stands_in_the_new_version() -> None:
    """No text names it, so only a person who writes another in the draft changes it."""
    later, draft = with_function("kommunpolis"), again()
    assert kinds(drafts.compare(later, draft)) == ["unchanged"] * len(AGREEMENT.promises)
    said = drafts.change_promise(draft, "p1", function=" säkerhetssamordnare ")
    [changed] = drafts.revision(later, said, DAY, interpreted).changed
    assert changed == replace(later.promises[0], function="säkerhetssamordnare")
    [emptied] = drafts.revision(later, drafts.change_promise(draft, "p1", function=""), DAY, interpreted).changed
    assert emptied.function == ""


def test_a_successor_takes_over_the_function_also_where_the_words_are_others() -> None:
    old = with_function("kommunpolis")
    for wording in (DRAFT.promise("p1").wording, "Polisen ska göra minst 60 trafikkontroller per år."):
        draft = drafts.relate(drafts.change_promise(settled(), "p1", wording=wording), Relation.SUCCESSOR, old)
        new = drafts.agreement(draft, [old.id], DAY, interpreted, old)
        assert [each.function for each in new.promises] == ["kommunpolis", *[""] * (len(new.promises) - 1)]
