"""A new version or a successor changes what is read from its day on, and what was said before can still be read."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.actions import drafts as stored
from loftdb.actions.choices import suggested
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.overview import overview
from loftdb.actions.progress import Scope, progress
from loftdb.actions.promise import promise_view
from loftdb.actions.register import find_agreement, reference
from loftdb.actions.status import latest
from loftdb.core import drafts
from loftdb.core.drafts import Draft, Relation
from loftdb.core.errors import Refused
from loftdb.core.model import Municipality, Party, Status
from loftdb.core.periods import Interval, Period
from loftdb.store import consistency
from loftdb.view import worded
from loftdb.view.texts.errors import error_text
from tests.actions.conftest import CONTROLS, single
from tests.actions.kumla import ADOPTION, KUMLA, REVISION, WHOLE, adopted, kept, on_sheet, promise, revised
from tests.core.drafting import READING, reworded, settled, taken_out


def test_an_unchanged_new_version_is_refused_and_changes_nothing(context: Context) -> None:
    for agreement in (adopted(context), find_agreement(context, "stromstad-2023-2024")):
        same = taken_out(agreement)
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
    draft = drafts.change_target(taken_out(agreement), "p1", "trafikkontroller", value=120)
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
        taken_out(agreement), "p3", wording="Kommunen ska stärka tryggheten vid stationen.",
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
    draft = drafts.add_target(drafts.add(taken_out(agreement)), "p6")
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
    draft = drafts.drop(drafts.drop(taken_out(agreement), "p2"), "p3")
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
    again = taken_out(changed)
    assert len(again.promises) == 3
    assert drafts.compare(changed, again) == tuple(each for each in drafts.compare(changed, again) if each.new)


def test_a_removed_promise_can_be_taken_up_again(context: Context) -> None:
    agreement = adopted(context)
    changed = revised(context, drafts.drop(taken_out(agreement), "p1"))
    draft = drafts.add(taken_out(changed))
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
    changed = revised(context, drafts.drop(taken_out(agreement), "p3"))
    safety = promise(changed, "arbeta-for-okad-trygghet-kring-stationen")
    why = latest(context)[safety.id]
    assert why.done == REVISION.reason
    assert worded.done_name(safety, why) == "Skäl"
    draft = drafts.add(taken_out(changed))
    draft = drafts.pair(draft, draft.promises[-1].key, safety.id, changed)
    back = promise(revised(context, draft, valid_from=date(2025, 1, 1)), "arbeta-for-okad-trygghet-kring-stationen")
    assert latest(context)[safety.id].status is None
    assert worded.done_name(back, latest(context)[safety.id]) == "Vad har gjorts?"


def test_units_can_be_renamed_added_and_removed(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.remove_target(taken_out(agreement), "p1", "nykterhetskontroller")
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
    draft = drafts.change_promise(taken_out(agreement), "p3", items=("Bergskolan", "Dalskolan"))
    changed = promise(revised(context, draft), "arbeta-for-okad-trygghet-kring-stationen")
    assert [(each.key, each.name) for each in changed.items] == [
        ("bergskolan", "Bergskolan"),
        ("dalskolan", "Dalskolan"),
    ]
    with pytest.raises(Refused, match="nothing_changed"):
        revised(context, taken_out(find_agreement(context, agreement.id)))


def test_an_agreement_is_prolonged_and_gets_a_new_follow_up(context: Context) -> None:
    agreement = adopted(context)
    draft = drafts.change(taken_out(agreement), last=date(2026, 12, 31), title="Medborgarlöfte 2024–2026")
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
    draft = drafts.change(taken_out(agreement), title="Annat")
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
    ahead = taken_out(old)
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
    draft = drafts.relate(taken_out(old), Relation.FILL, old)
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
