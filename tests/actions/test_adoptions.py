"""An adopted draft is an agreement, at once, once and whole."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest

from loftdb.actions import drafts as stored
from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.overview import overview
from loftdb.actions.progress import progress
from loftdb.actions.promise import promise_view
from loftdb.actions.register import find_promise, reference
from loftdb.actions.sheet import sheet
from loftdb.core import drafts
from loftdb.core.access import Grant, Role
from loftdb.core.drafts import Adoption, Relation
from loftdb.core.errors import ConcurrentChange, LoftdbError, NotFound, Refused
from loftdb.core.model import Measure, Municipality, Party
from loftdb.core.periods import Interval
from loftdb.store import agreements, consistency
from tests.actions.conftest import STROMSTAD, as_actor, single
from tests.actions.kumla import ADOPTION, KUMLA, WHOLE, adopted, kept
from tests.core.drafting import DRAFT


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


def test_what_was_adopted_is_what_the_draft_says(context: Context) -> None:
    agreement = adopted(context)
    told = [(each.title, each.wording, each.heading, each.parties, each.kind, each.occasion) for each in WHOLE.kept]
    assert [(e.title, e.wording, e.heading, e.parties, e.kind, e.occasion or "") for e in agreement.promises] == told
    numbers = [[(t.plural, t.value, t.interval, t.other) for t in each.counted] for each in WHOLE.kept]
    assert [[number(measure) for measure in each.measures] for each in agreement.promises] == numbers
    windows = [(each.window.start, each.window.last) if each.window else (None, None) for each in agreement.duties]
    assert windows == [(each.first, each.last) for each in WHOLE.duties]
    assert [each.title for each in agreement.duties] == [each.title for each in WHOLE.duties]


def number(measure: Measure) -> tuple[str, int | None, Interval, Interval | None]:
    """Return the only target of a measure as a draft says it."""
    [target] = measure.targets
    reading = target.interpretation
    return measure.plural, target.value, target.interval, reading.other_interval if reading else None


def test_a_closed_database_keeps_drafts_and_adoptions(context: Context) -> None:
    agreement = adopted(context)
    saved = kept(context, DRAFT)
    assert agreements.load(context.database).version
    assert find_promise(context, f"{agreement.id}/trafikkontroller")[0] == agreement
    assert stored.load(context, saved.id).draft == DRAFT
