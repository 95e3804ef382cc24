"""Drafts in a real database: kept, put in force once, and what they change is seen at once and known from then."""

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from loftdb.actions import drafts as stored
from loftdb.actions.choices import suggested
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.overview import overview
from loftdb.actions.progress import Scope, progress
from loftdb.actions.promise import promise_view
from loftdb.actions.register import find_agreement, find_promise, reference
from loftdb.actions.sheet import sheet
from loftdb.actions.status import latest
from loftdb.core import drafts
from loftdb.core.access import Grant, Role
from loftdb.core.drafts import Adoption, Draft, Relation
from loftdb.core.errors import ConcurrentChange, LoftdbError, NotAllowed, NotFound, Refused
from loftdb.core.model import Agreement, Municipality, Party, Promise, Status
from loftdb.core.periods import Interval, Period
from loftdb.store import agreements, consistency
from loftdb.view import worded
from loftdb.view.texts.errors import error_text
from tests.actions.conftest import CONTROLS, STROMSTAD, as_actor, single
from tests.core.drafting import DRAFT, READING, reworded, settled

KUMLA = 1881
WHOLE = replace(settled(), first=date(2024, 1, 1), last=date(2025, 12, 31))
"""A draft that can be put in force, running on the test's day, 15 October 2024."""
ADOPTION = Adoption(date(2024, 10, 1), "KS § 45")
REVISION = replace(ADOPTION, valid_from=date(2024, 7, 1), reason="Fler poliser")


def kept(context: Context, draft: Draft) -> stored.Saved:
    return stored.save(context, draft)


def adopted(context: Context, draft: Draft = WHOLE, adoption: Adoption = ADOPTION) -> Agreement:
    saved = kept(context, draft)
    return find_agreement(context, stored.adopt(context, saved.id, saved.version, adoption))


def revised(context: Context, draft: Draft, **more: Any) -> Agreement:
    return adopted(context, draft, replace(REVISION, **more))


def on_sheet(context: Context, month: int) -> set[str]:
    """Return the promises that the police count in a month of 2024."""
    lines = sheet(context, Municipality(KUMLA, "Kumla"), Party.POLICE, date(2024, month, 1)).lines
    return {line.promise.id for line in lines}


def promise(agreement: Agreement, name: str) -> Promise:
    return next(each for each in agreement.promises if each.id.endswith(f"/{name}"))


# Keeping


def test_a_draft_is_kept_and_gone_on_with(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    again = stored.save(context, WHOLE, saved.id, saved.version)
    assert stored.load(context, saved.id) == again
    assert (again.version, again.draft, stored.drafts(context)) == (2, WHOLE, (again,))


def test_who_has_not_seen_the_last_version_saves_nothing(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    stored.save(context, WHOLE, saved.id, saved.version)
    with pytest.raises(ConcurrentChange) as error:
        stored.save(context, DRAFT, saved.id, saved.version)
    assert "utkastet" in error_text(error.value)
    with pytest.raises(ConcurrentChange):
        stored.discard(context, saved.id, saved.version)
    assert stored.load(context, saved.id).draft == WHOLE


def test_a_double_tap_keeps_one_draft(context: Context) -> None:
    first = stored.save(context, DRAFT, submission="tap")
    assert stored.save(context, DRAFT, submission="tap") == first
    assert len(stored.drafts(context)) == 1


def test_a_discarded_draft_leaves_who_and_when_but_no_words(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    stored.discard(context, saved.id, saved.version)
    assert stored.drafts(context) == ()
    with pytest.raises(NotFound):
        stored.load(context, saved.id)
    with context.database.reading() as cursor:
        rows = cursor.execute("select state, content, source, registered_by from draft").fetchall()
    assert rows == [("discarded", "", "", "lokal användare")]


def test_personal_data_is_not_even_kept_in_a_draft(context: Context) -> None:
    draft = drafts.change_promise(DRAFT, "p1", occasion="Fråga 850101-1234")
    with pytest.raises(Refused, match="personal_identity_number"):
        stored.save(context, draft)


def test_drafts_are_for_those_who_may_edit_agreements_in_their_municipality(context: Context) -> None:
    saved = stored.save(context, DRAFT)
    elsewhere = as_actor(context, Grant(Role.COORDINATOR, frozenset({STROMSTAD})))
    reader = as_actor(context, Grant(Role.READER))
    for other in (elsewhere, reader):
        assert stored.drafts(other) == ()
        with pytest.raises(NotFound):
            stored.load(other, saved.id)
        with pytest.raises(NotAllowed):
            stored.save(other, DRAFT)
        with pytest.raises(NotFound):
            stored.adopt(other, saved.id, saved.version, ADOPTION)
    assert stored.may_edit(elsewhere)
    assert not stored.may_edit(elsewhere, [KUMLA])
    assert not stored.may_edit(reader)
    own = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA})))
    assert stored.adopt(own, saved.id, stored.save(own, WHOLE, saved.id, 1).version, ADOPTION) == "kumla-2024-2025"


def test_a_joint_agreement_needs_leave_in_every_municipality(context: Context) -> None:
    joint = drafts.change(WHOLE, municipalities=(*WHOLE.municipalities, Municipality(1861, "Hallsberg")))
    one = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA})))
    saved = stored.save(one, joint)
    with pytest.raises(NotAllowed):
        stored.adopt(one, saved.id, saved.version, ADOPTION)
    both = as_actor(context, Grant(Role.COORDINATOR, frozenset({KUMLA, 1861})))
    agreement = find_agreement(both, stored.adopt(both, saved.id, saved.version, ADOPTION))
    assert agreement.promises[0].municipalities == (KUMLA,)


# A new agreement


def test_an_adopted_draft_is_an_agreement_with_readable_ids(context: Context) -> None:
    agreement = adopted(context)
    assert agreement.id == "kumla-2024-2025"
    assert [each.id.split("/")[1] for each in agreement.promises] == [
        "trafikkontroller",
        "oppet-kontor",
        "arbeta-for-okad-trygghet-kring-stationen",
        "besok-pa-skolor-och-fritidsgardar",
        "patruller-i-centrum",
    ]
    controls, _, safety, visits, patrols = agreement.promises
    assert [each.id.rpartition("/")[2] for each in controls.measures] == [
        "trafikkontroller:trafikkontroller", "trafikkontroller:nykterhetskontroller",
    ]  # fmt: skip
    assert safety.wording == "Kommunen ska arbeta för ökad trygghet kring stationen i samverkan med väktare."
    assert safety.summary == safety.wording
    [reading] = [each.interpretation for each in visits.measures[0].targets]
    assert reading is not None
    assert (reading.other_interval, reading.on, reading.agreed) == (Interval.YEAR, ADOPTION.on, None)
    assert "minst 30 besök på skolor och fritidsgårdar under hela perioden" in reading.text
    assert [(each.value, each.interval) for each in patrols.measures[0].targets] == [(14, Interval.WEEK)]
    assert [each.id for each in agreement.duties] == [
        "kumla-2024-2025/loftet-foljs-upp-i-kommunstyrelsen",
        "kumla-2024-2025/arbetet-redovisas-offentligt-varje-ar",
    ]  # fmt: skip


def test_it_is_followed_from_today_and_judged_everywhere_at_once(context: Context) -> None:
    assert "kumla-2024-2025" not in set(progress(context)["agreement"])
    agreement = adopted(context)
    assert agreement.followed_from == context.today
    log(context, single(context, "kumla-2024-2025/oppet-kontor", "2024-10-15"))
    shown = overview(context, agreement.id, 2024)
    assert len(shown.judged) + len(shown.counted) == 5
    assert promise_view(context, "kumla-2024-2025/trafikkontroller").measures[0].rows["target"].tolist() == [80, 80]
    lines = sheet(context, Municipality(KUMLA, "Kumla"), Party.POLICE, date(2024, 10, 1)).lines
    assert {line.promise.title for line in lines} >= {"Trafikkontroller", "Öppet kontor"}
    assert not consistency.check(context.database)


def test_a_person_may_follow_it_from_another_day(context: Context) -> None:
    assert adopted(context, WHOLE, replace(ADOPTION, followed_from=date(2024, 1, 1))).followed_from == date(2024, 1, 1)


def test_it_is_known_from_always_as_all_first_versions_are(context: Context) -> None:
    agreement = adopted(context)
    assert agreement.id in {each.id for each in reference(context, context.now - timedelta(days=900)).agreements}


def test_a_second_agreement_of_the_same_years_has_an_id_of_its_own(context: Context) -> None:
    adopted(context)
    assert adopted(context, drafts.relate(WHOLE, Relation.OTHER)).id == "kumla-2024-2025-2"


def test_the_decision_is_remembered(context: Context) -> None:
    agreement = adopted(context)
    [done] = stored.history(context, agreement.id)
    assert (done.on, done.decision, done.relation, done.by) == (ADOPTION.on, "KS § 45", None, "lokal användare")
    assert stored.history(context, "stromstad-2023-2024") == ()
    elsewhere = as_actor(context, Grant(Role.READER, frozenset({STROMSTAD})))
    with pytest.raises(NotFound):
        stored.history(elsewhere, agreement.id)
    with pytest.raises(NotFound):
        stored.promise_history(elsewhere, agreement.promises[0].id)


def test_a_double_tap_adopts_once_and_answers_the_same(context: Context) -> None:
    saved = kept(context, WHOLE)
    first = stored.adopt(context, saved.id, saved.version, ADOPTION, "tap")
    assert stored.adopt(context, saved.id, saved.version, ADOPTION, "tap") == first
    assert sum(each.home.code == KUMLA for each in reference(context).agreements) == 1


def test_two_adoptions_of_one_draft_never_both_succeed(context: Context) -> None:
    saved = kept(context, WHOLE)
    results: list[object] = []

    def adopt(submission: str) -> None:
        try:
            results.append(stored.adopt(context, saved.id, saved.version, ADOPTION, submission))
        except LoftdbError as error:
            results.append(error)

    threads = [threading.Thread(target=adopt, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(each, str) for each in results) == [False, False, True]
    assert sum(each.home.code == KUMLA for each in reference(context).agreements) == 1
    with pytest.raises(NotFound):
        stored.save(context, WHOLE, saved.id, saved.version + 1)


def test_a_draft_that_is_not_ready_is_refused_whole_with_everything_that_is_missing(context: Context) -> None:
    saved = kept(context, drafts.change(DRAFT, first=None))
    before = reference(context)
    adoption = Adoption(context.today + timedelta(days=1), " ")
    with pytest.raises(Refused) as error:
        stored.adopt(context, saved.id, saved.version, adoption)
    found = {each.code for each in error.value.issues}
    assert {"draft_without_day", "occasion_missing", "decision_missing", "adopted_in_future"} <= found
    assert stored.problems(context, saved.draft, adoption) == error.value.issues
    assert reference(context) == before
    assert stored.load(context, saved.id) == saved


def test_an_adoption_of_another_version_than_was_read_changes_nothing(context: Context) -> None:
    saved = kept(context, WHOLE)
    stored.save(context, drafts.change(WHOLE, title="Nytt"), saved.id, saved.version)
    with pytest.raises(ConcurrentChange):
        stored.adopt(context, saved.id, saved.version, ADOPTION)
    assert all(each.home.code != KUMLA for each in reference(context).agreements)


def test_what_overlaps_must_be_said_what_it_is(context: Context) -> None:
    adopted(context)
    [beside] = stored.agreements_beside(context, WHOLE)
    assert (beside.agreement.id, beside.proposed) == ("kumla-2024-2025", Relation.REVISION)
    assert "draft_relation_missing" in {each.code for each in stored.problems(context, WHOLE)}


# A new version


def test_an_unchanged_new_version_is_refused_and_changes_nothing(context: Context) -> None:
    for agreement in (adopted(context), find_agreement(context, "stromstad-2023-2024")):
        same = drafts.draft_of(agreement)
        assert {each.kind for each in drafts.compare(agreement, same)} == {drafts.ChangeKind.UNCHANGED}
        saved = kept(context, same)
        with pytest.raises(Refused, match="nothing_changed"):
            stored.adopt(context, saved.id, saved.version, REVISION)


def test_the_same_text_read_again_is_the_same_agreement(context: Context) -> None:
    agreement = adopted(context)
    again = replace(drafts.propose(READING, 0, agreement.source), first=WHOLE.first, last=WHOLE.last, title=WHOLE.title)
    draft = drafts.relate(again, Relation.REVISION, agreement)
    assert {each.kind for each in drafts.compare(agreement, draft)} == {drafts.ChangeKind.UNCHANGED}
    assert not [each for each in drafts.compare_whole(agreement, draft) if each.field != "source"]


def test_a_new_number_holds_from_its_day_and_was_not_known_before(context: Context) -> None:
    agreement = adopted(context, WHOLE, replace(ADOPTION, followed_from=date(2024, 1, 1)))
    draft = drafts.change_target(drafts.draft_of(agreement), "p1", "trafikkontroller", value=120)
    before = context.now + timedelta(seconds=1)
    later = replace(context, now=context.now + timedelta(minutes=1))
    changed = revised(later, draft)
    [first, second] = promise(changed, "trafikkontroller").measures[0].targets
    assert (first.value, second.value, second.valid_from) == (80, 120, date(2024, 7, 1))
    assert (second.decision, second.reason) == ("KS § 45", "Fler poliser")
    known = next(each for each in reference(later, before).agreements if each.id == agreement.id)
    assert [each.value for each in promise(known, "trafikkontroller").measures[0].targets] == [80]
    rows = progress(later, Scope(agreement=agreement.id))
    of_2024 = rows[(rows["measure"] == changed.promises[0].measures[0].id) & (rows["year"] == 2024)]
    assert of_2024["target"].tolist() == [100]


def test_new_words_keep_the_old_ones_readable(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.change_promise(
        drafts.draft_of(agreement), "p3", wording="Kommunen ska stärka tryggheten vid stationen.",
        parties=(Party.MUNICIPALITY, Party.POLICE),
    )  # fmt: skip
    changed = promise(revised(context, draft), "arbeta-for-okad-trygghet-kring-stationen")
    first, second = stored.promise_history(context, changed.id)
    assert first.promise.wording == promise(agreement, "arbeta-for-okad-trygghet-kring-stationen").wording
    assert (second.promise.wording, changed.wording) == ("Kommunen ska stärka tryggheten vid stationen.",) * 2
    assert changed.summary == changed.wording
    assert changed.joined is None
    assert changed.parties == (Party.MUNICIPALITY, Party.POLICE)
    assert (second.valid_from, second.decision, second.reason) == (date(2024, 7, 1), "KS § 45", "Fler poliser")
    assert len(stored.promise_history(context, f"{agreement.id}/trafikkontroller")) == 1


def test_a_promise_that_joins_in_the_middle_of_a_year_counts_by_its_days_and_was_not_known_before(
    context: Context,
) -> None:
    agreement = adopted(context, WHOLE, replace(ADOPTION, followed_from=date(2024, 1, 1)))
    draft = drafts.add_target(drafts.add(drafts.draft_of(agreement)), "p6")
    draft = drafts.change_promise(
        draft, "p6", title="Cykelkontroller", wording="Polisen gör 40 cykelkontroller per år.",
        parties=(Party.POLICE,), occasion="En kontroll.",
    )  # fmt: skip
    draft = drafts.change_target(
        draft, "p6", "t1", singular="cykelkontroll", plural="cykelkontroller", value=40, interval=Interval.YEAR
    )
    later = replace(context, now=context.now + timedelta(minutes=1))
    added = promise(revised(later, draft), "cykelkontroller")
    assert added.position == 6
    log(later, single(later, added.id, "2024-09-01", 7))
    rows = progress(later, Scope(agreement=agreement.id))
    own = rows[rows["promise"] == added.id].set_index("year")
    assert own.loc[2024, ["target", "actual"]].tolist() == [20, 7]
    assert own.loc[2025, "target"] == 40
    known = next(each for each in reference(later, context.now).agreements if each.id == agreement.id)
    assert added.id not in {each.id for each in known.promises}
    shown = overview(later, agreement.id, 2024)
    assert added.id in set(shown.judged["promise"])
    assert promise_view(later, added.id).activities[0].entry.shares[0].count == 7
    assert [added.id in on_sheet(later, month) for month in (6, 7, 9)] == [False, True, True]
    assert not consistency.check(later.database)


def test_a_removed_promise_is_dropped_from_the_day_and_can_still_be_read(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.drop(drafts.drop(drafts.draft_of(agreement), "p2"), "p3")
    changed = revised(context, draft)
    office, safety = promise(changed, "oppet-kontor"), promise(changed, "arbeta-for-okad-trygghet-kring-stationen")
    assert office.dropped_from == safety.dropped_from == date(2024, 7, 1)
    assert office.measures[0].dropped_from == date(2024, 7, 1)
    assert office.wording == promise(agreement, "oppet-kontor").wording
    assert latest(context)[safety.id].status is Status.DROPPED
    assert [office.id in on_sheet(context, month) for month in (6, 7)] == [True, False]
    assert not {each.number for each in office.measures} & set(suggested(context, 99))
    rows = progress(context, Scope(agreement=agreement.id))
    assert set(rows[rows["promise"] == office.id]["dropped_from"].dt.date) == {date(2024, 7, 1)}
    again = drafts.draft_of(changed)
    assert len(again.promises) == 3
    assert drafts.compare(changed, again) == tuple(each for each in drafts.compare(changed, again) if each.new)


def test_a_removed_promise_can_be_taken_up_again(context: Context) -> None:
    agreement = adopted(context)
    changed = revised(context, drafts.drop(drafts.draft_of(agreement), "p1"))
    draft = drafts.add(drafts.draft_of(changed))
    new = draft.promises[-1].key
    draft = drafts.pair(draft, new, f"{agreement.id}/trafikkontroller", changed)
    for key in [each.key for each in draft.promise(new).targets]:
        draft = drafts.change_target(draft, new, key, value=10, interval=Interval.YEAR)
    back = promise(revised(context, draft, valid_from=date(2025, 1, 1)), "trafikkontroller")
    assert back.dropped_from is None
    assert [[each.value for each in measure.targets] for measure in back.measures] == [[80, None, 10], [80, None, 10]]


@pytest.mark.parametrize(
    ("code", "name", "districts"),
    [
        (1486, "Strömstad", ("LPO Västra Fyrbodal",)),
        (1499, "Falköping", ("LPO Västra Fyrbodal", "LPO Västra Skaraborg")),
        (KUMLA, "Kumla", ()),
    ],
)
def test_a_district_is_offered_by_the_municipality_or_its_county(
    context: Context, code: int, name: str, districts: tuple[str, ...]
) -> None:
    assert stored.likely_districts(context, Draft(municipalities=(Municipality(code, name),))) == districts


def test_a_dropped_promise_says_why_and_taken_up_again_says_nothing_of_its_status(context: Context) -> None:
    agreement = adopted(context)
    changed = revised(context, drafts.drop(drafts.draft_of(agreement), "p3"))
    safety = promise(changed, "arbeta-for-okad-trygghet-kring-stationen")
    why = latest(context)[safety.id]
    assert why.done == REVISION.reason
    assert worded.done_name(safety, why) == "Skäl"
    draft = drafts.add(drafts.draft_of(changed))
    draft = drafts.pair(draft, draft.promises[-1].key, safety.id, changed)
    back = promise(revised(context, draft, valid_from=date(2025, 1, 1)), "arbeta-for-okad-trygghet-kring-stationen")
    assert latest(context)[safety.id].status is None
    assert worded.done_name(back, latest(context)[safety.id]) == "Vad har gjorts?"


def test_units_can_be_renamed_added_and_removed(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.remove_target(drafts.draft_of(agreement), "p1", "nykterhetskontroller")
    draft = drafts.change_target(draft, "p1", "trafikkontroller", singular="kontroll", plural="kontroller")
    draft = drafts.add_target(draft, "p2")
    draft = drafts.change_target(draft, "p2", "t2", singular="besökare", plural="besökare")
    changed = revised(context, draft)
    first, second = promise(changed, "trafikkontroller").measures
    assert (first.plural, second.plural) == ("kontroller", "nykterhetskontroller")
    assert second.dropped_from == date(2024, 7, 1)
    assert [each.plural for each in promise(changed, "oppet-kontor").measures] == ["öppna kontor", "besökare"]
    assert promise(changed, "oppet-kontor").measures[1].id.endswith("/oppet-kontor:besokare")


def test_a_list_changes_by_item_and_keeps_the_keys(context: Context) -> None:
    agreement = adopted(context, drafts.change_promise(WHOLE, "p3", kind="list", items=("Åskolan", "Bergskolan")))
    draft = drafts.change_promise(drafts.draft_of(agreement), "p3", items=("Bergskolan", "Dalskolan"))
    changed = promise(revised(context, draft), "arbeta-for-okad-trygghet-kring-stationen")
    assert [(each.key, each.name) for each in changed.items] == [
        ("bergskolan", "Bergskolan"),
        ("dalskolan", "Dalskolan"),
    ]
    with pytest.raises(Refused, match="nothing_changed"):
        revised(context, drafts.draft_of(find_agreement(context, agreement.id)))


def test_an_agreement_is_prolonged_and_gets_a_new_follow_up(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.change(drafts.draft_of(agreement), last=date(2026, 12, 31), title="Medborgarlöfte 2024–2026")
    draft = drafts.change_duty(
        drafts.add_duty(draft), "d3", title="Slutrapport", to_whom="Kommunstyrelsen", recurrence="once",
        first=date(2027, 1, 1), last=date(2027, 2, 28),
    )  # fmt: skip
    later = replace(context, now=context.now + timedelta(minutes=1))
    changed = revised(later, draft)
    assert (changed.period.last, changed.title) == (date(2026, 12, 31), "Medborgarlöfte 2024–2026")
    assert [each.title for each in changed.duties][-1] == "Slutrapport"
    known = next(each for each in reference(later, context.now).agreements if each.id == agreement.id)
    assert (known.period.last, len(known.duties)) == (date(2025, 12, 31), 2)


def test_a_new_version_needs_a_day_inside_and_a_reason(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.change(drafts.draft_of(agreement), title="Annat")
    with pytest.raises(Refused) as error:
        revised(context, draft, valid_from=date(2023, 1, 1), reason="")
    assert {each.code for each in error.value.issues} == {"valid_from_outside", "reason_missing"}
    with pytest.raises(Refused, match="home_changed"):
        revised(context, drafts.change(draft, municipalities=(Municipality(1861, "Hallsberg"),)))


def test_a_changed_text_is_compared_promise_by_promise(context: Context) -> None:
    agreement = adopted(context)
    reading = reworded(READING, "kring stationen", "vid resecentrum")
    plan = reading.plans[0]
    reading = replace(reading, plans=(replace(plan, promises=plan.promises[1:]),))
    draft = replace(settled(drafts.propose(reading, 0, agreement.source)), first=WHOLE.first, last=WHOLE.last)
    draft = drafts.relate(draft, Relation.REVISION, agreement)
    changes = drafts.compare(agreement, draft)
    assert [each.kind.value for each in changes] == ["unchanged", "changed", "unchanged", "unchanged", "removed"]
    assert [each.field for each in changes[1].differences] == ["wording"]
    alone = drafts.unpair(draft, changes[1].new.key if changes[1].new else "")
    assert [each.kind.value for each in drafts.compare(agreement, alone)] == [
        "unchanged", "new", "unchanged", "unchanged", "removed", "removed",
    ]  # fmt: skip


# A successor


def test_a_successor_links_promises_and_brings_last_years_numbers(context: Context) -> None:
    first = adopted(context, WHOLE, replace(ADOPTION, followed_from=date(2024, 1, 1)))
    log(context, single(context, f"{first.id}/oppet-kontor", "2025-01-02"))
    del first
    again = replace(settled(drafts.propose(READING, 0)), first=date(2026, 1, 1), last=date(2027, 12, 31), source="Nytt")
    [beside] = stored.agreements_beside(context, again)
    assert beside.proposed is Relation.SUCCESSOR
    agreement = adopted(context, drafts.relate(again, Relation.SUCCESSOR, beside.agreement))
    assert agreement.replaces == "kumla-2024-2025"
    assert [each.predecessor for each in agreement.promises] == [each.id for each in beside.agreement.promises]
    assert agreement.id == "kumla-2026-2027"


def test_last_years_number_follows_to_the_successor(context: Context) -> None:
    old = find_agreement(context, "stromstad-2023-2024")
    log(context, single(context, CONTROLS, "2024-03-15", 12))
    ahead = drafts.draft_of(old)
    keys = [each.key for each in ahead.promises if each.title != "Trafikkontroller"]
    for key in keys:
        ahead = drafts.drop(ahead, key)
    ahead = replace(ahead, first=date(2025, 1, 1), last=date(2026, 12, 31), title="Medborgarlöfte 2025–2026", duties=())
    agreement = adopted(context, drafts.relate(ahead, Relation.SUCCESSOR, old))
    assert agreement.promises[0].predecessor == CONTROLS
    shown = overview(context, agreement.id, 2025)
    assert list(shown.previous.values()) == [12]


def test_a_successor_may_not_overlap_unless_the_old_one_is_ended(context: Context) -> None:
    old = adopted(context)
    again = replace(settled(drafts.propose(READING, 0)), first=date(2025, 7, 1), last=date(2027, 12, 31))
    draft = drafts.relate(again, Relation.SUCCESSOR, old)
    with pytest.raises(Refused, match="successor_overlaps") as error:
        adopted(context, draft)
    assert "31 december 2025" in error_text(error.value)
    new = adopted(context, draft, replace(ADOPTION, shorten=True))
    assert find_agreement(context, old.id).period == Period(date(2024, 1, 1), date(2025, 7, 1))
    assert (new.period.start, new.replaces) == (date(2025, 7, 1), old.id)
    early = drafts.relate(replace(again, first=date(2024, 1, 1)), Relation.SUCCESSOR, find_agreement(context, old.id))
    with pytest.raises(Refused, match="successor_before"):
        adopted(context, early, replace(ADOPTION, shorten=True))


# The exact wording


def test_reading_the_source_of_a_bundled_agreement_fills_in_its_wordings_and_nothing_else(context: Context) -> None:
    old = find_agreement(context, "stromstad-2023-2024")
    words = {
        "p1": "Minst åttio (80) trafikkontroller per år, med betoning på nykterhet.",
        "p17": "Förbättra belysning.",
    }
    draft = drafts.relate(drafts.draft_of(old), Relation.FILL, old)
    for each, target in zip(draft.promises, old.promises, strict=True):
        draft = drafts.pair(draft, each.key, target.id, old)
    for key, wording in words.items():
        draft = drafts.change_promise(draft, key, wording=wording, title="", parties=())
    later = replace(context, now=context.now + timedelta(minutes=1))
    filled = adopted(later, draft)
    assert filled == replace(
        old,
        promises=tuple(replace(each, wording=words.get(f"p{place}")) for place, each in enumerate(old.promises, 1)),
    )
    known = next(each for each in reference(later, context.now).agreements if each.id == old.id)
    assert known.promises[0].wording is None
    saved = kept(later, draft)
    with pytest.raises(Refused, match="nothing_filled"):
        stored.adopt(later, saved.id, saved.version, ADOPTION)


def test_what_was_adopted_is_what_the_draft_says(context: Context) -> None:
    """Adopting, and taking the agreement out again as a draft, gives the same promises."""
    agreement = adopted(context)
    out = drafts.draft_of(agreement)
    told = [(each.title, each.wording, each.heading, each.parties, each.kind, each.occasion) for each in WHOLE.kept]
    assert [(e.title, e.wording, e.heading, e.parties, e.kind, e.occasion) for e in out.kept] == told
    numbers = [[(t.plural, t.value, t.interval, t.other) for t in each.counted] for each in WHOLE.kept]
    assert [[(t.plural, t.value, t.interval, t.other) for t in each.counted] for each in out.kept] == numbers
    assert [(d.title, d.first, d.last) for d in out.duties] == [(d.title, d.first, d.last) for d in WHOLE.duties]


def test_a_closed_database_keeps_drafts_and_adoptions(context: Context) -> None:
    agreement = adopted(context)
    saved = kept(context, DRAFT)
    assert agreements.load(context.database).version
    assert find_promise(context, f"{agreement.id}/trafikkontroller")[0] == agreement
    assert stored.load(context, saved.id).draft == DRAFT
