"""From a reading to a draft without issues: proposals, questions, edits, what is missing."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core import drafts
from loftdb.core.drafts import Draft, Relation, units, words
from loftdb.core.drafts.content import content, draft_of_content
from loftdb.core.model import Comparator, DutyRecurrence, Municipality, Party, PromiseKind
from loftdb.core.periods import Interval, Period
from loftdb.core.reading.result import DoubtKind, NumberKind, Per
from tests.core.drafting import DRAFT, PLAN, READING, TEXT, VISITS, promise, settled, target


def codes(draft: Draft) -> set[tuple[str, str | None]]:
    return {(each.code, each.field) for each in drafts.issues(draft)}


def test_a_reading_is_proposed_with_its_numbers_parties_and_places_in_the_text() -> None:
    assert (DRAFT.title, DRAFT.first, DRAFT.last) == ("Medborgarlöfte 2025–2026", date(2025, 1, 1), date(2026, 12, 31))
    assert DRAFT.municipalities == (Municipality(1881, "Kumla"),)
    assert [each.title for each in DRAFT.promises] == [
        "Trafikkontroller",
        "Öppet kontor",
        "Arbeta för ökad trygghet kring stationen",
        "Besök på skolor och fritidsgårdar",
        "Patruller i centrum",
    ]
    controls = DRAFT.promise("p1")
    assert [(each.value, each.interval, each.singular) for each in controls.targets] == [
        (80, Interval.YEAR, "trafikkontroll"),
        (80, Interval.TERM, "nykterhetskontroll"),
    ]
    assert controls.targets[0].said == "minst 80 trafikkontroller per år"
    assert controls.span is not None
    assert controls.span.of(TEXT) == controls.wording
    assert DRAFT.counts == (4, 5)


def test_the_text_is_kept_at_its_length_without_names_and_numbers_to_call() -> None:
    assert len(DRAFT.text) == len(TEXT)
    assert "Hilding" not in DRAFT.text
    assert "123 45" not in DRAFT.text
    assert not drafts.personal_data(DRAFT)


def test_follow_ups_have_the_window_that_their_words_give() -> None:
    once, yearly = DRAFT.duties
    assert (once.recurrence, once.first, once.last) == (DutyRecurrence.ONCE, date(2025, 9, 1), date(2025, 11, 30))
    assert (yearly.recurrence, yearly.first, yearly.last) == (
        DutyRecurrence.YEARLY, date(2026, 1, 1), date(2026, 3, 31),
    )  # fmt: skip


def test_a_municipality_that_no_list_has_must_be_put_right() -> None:
    reading = replace(READING, plans=(replace(PLAN, municipalities=("Kumla kommun", "Ankeborg")),))
    draft = drafts.propose(reading, 0)
    assert draft.municipalities == (Municipality(1881, "Kumla"),)
    assert draft.unknown_municipalities == ("Ankeborg",)
    assert ("draft_municipality_unknown", "municipalities") in codes(draft)


def test_what_is_not_a_target_is_no_number_to_follow() -> None:
    late = promise(VISITS.text, "", Party.POLICE, targets=(
        target("30 besök", "svar", 24, Per.EVENT, kind=NumberKind.RESPONSE_TIME),
    ))  # fmt: skip
    draft = drafts.propose(replace(READING, plans=(replace(PLAN, promises=(late,)),)), 0)
    assert draft.promises[0].kind is PromiseKind.QUALITY
    assert draft.promises[0].targets == ()


def test_hours_are_kept_as_minutes() -> None:
    hours = promise(VISITS.text, "", Party.POLICE, targets=(
        target("30 besök", "timmar fotpatrull", 6, Per.WEEK, kind=NumberKind.HOURS, value_max=8),
    ))  # fmt: skip
    [read] = drafts.propose(replace(READING, plans=(replace(PLAN, promises=(hours,)),)), 0).promises[0].targets
    assert (read.value, read.value_max, read.minutes) == (360, 480, True)


def test_a_number_without_a_period_in_an_agreement_for_one_year_leaves_nothing_open() -> None:
    one_year = replace(PLAN, period=Period.year(2025))
    draft = drafts.propose(replace(READING, plans=(one_year,)), 0)
    assert [each.other for each in draft.promise("p4").targets] == [None]


# Questions


def test_what_nobody_may_leave_open_hinders_and_one_tap_answers_it() -> None:
    open_ones = {
        ("numbers_disagree", "promises.p1.targets.t2.value"),
        ("reading_needed", "promises.p1.targets.t2.interval"),
        ("reading_needed", "promises.p4.targets.t1.interval"),
        ("interval_needed", "promises.p5.targets.t1.interval"),
    }
    assert open_ones <= codes(DRAFT)
    assert not drafts.issues(settled())


def test_a_choice_sets_what_it_says_and_can_be_chosen_anew() -> None:
    place = next(n for n, each in enumerate(DRAFT.promise("p4").questions) if each.kind is DoubtKind.NO_PERIOD)
    term = drafts.choose(DRAFT, "p4", place, 0)
    year = drafts.choose(term, "p4", place, 1)
    assert [(each.interval, each.other) for each in term.promise("p4").targets] == [(Interval.TERM, Interval.YEAR)]
    assert [(each.interval, each.other) for each in year.promise("p4").targets] == [(Interval.YEAR, Interval.TERM)]
    assert [(each.settled, each.answer) for each in year.promise("p4").questions] == [(True, 1)]


def test_two_numbers_are_chosen_between() -> None:
    place = next(n for n, each in enumerate(DRAFT.promise("p1").questions) if each.kind is DoubtKind.NUMBERS_DISAGREE)
    assert [each.get("value") for each in DRAFT.promise("p1").questions[place].choices] == [80, 90]
    assert drafts.choose(DRAFT, "p1", place, 1).promise("p1").target("t2").value == 90


def test_a_promise_for_each_day_is_followed_by_the_week() -> None:
    place = next(n for n, each in enumerate(DRAFT.promise("p5").questions) if each.kind is DoubtKind.UNTRACKABLE)
    chosen = drafts.choose(DRAFT, "p5", place, 0).promise("p5").target("t1")
    assert (chosen.value, chosen.interval) == (14, Interval.WEEK)


def test_a_correction_by_hand_answers_the_question_about_it() -> None:
    draft = drafts.change_promise(DRAFT, "p5", parties=(Party.MUNICIPALITY,))
    draft = drafts.change_target(draft, "p5", "t1", interval=Interval.WEEK, value=2)
    assert all(each.settled for each in draft.promise("p5").questions)
    assert {"parties", "targets"} <= set(draft.promise("p5").by_hand)


def test_unsettled_questions_come_in_the_order_of_the_text_and_not_from_dropped_promises() -> None:
    assert [key for key, _, _ in DRAFT.unsettled()] == ["p1", "p1", "p4", "p5", "p5"]
    assert [key for key, _, _ in drafts.drop(DRAFT, "p1").unsettled()] == ["p4", "p5", "p5"]


# Edits


def test_dropped_comes_back_added_is_last_and_moved_is_where_it_was_put() -> None:
    draft = drafts.drop(DRAFT, "p2")
    assert [each.key for each in draft.kept] == ["p1", "p3", "p4", "p5"]
    assert drafts.restore(draft, "p2") == DRAFT
    added = drafts.add(drafts.add(DRAFT), after="p1")
    assert [each.key for each in added.promises] == ["p1", "p7", "p2", "p3", "p4", "p5", "p6"]
    assert [each.key for each in drafts.move(DRAFT, "p5", 0).promises] == ["p5", "p1", "p2", "p3", "p4"]


def test_a_unit_can_be_added_and_removed() -> None:
    counted = drafts.add_target(DRAFT, "p3")
    assert counted.promise("p3").kind is PromiseKind.COUNT
    assert ("unit_missing", "promises.p3.targets.t1.plural") in codes(counted)
    assert drafts.remove_target(counted, "p3", "t1").promise("p3").kind is PromiseKind.QUALITY


def test_an_unknown_key_is_a_key_error() -> None:
    for edit in (
        lambda: drafts.drop(DRAFT, "x"),
        lambda: drafts.change_target(DRAFT, "p1", "x", value=1),
        lambda: drafts.change_duty(DRAFT, "x", title=""),
        lambda: drafts.remove_target(DRAFT, "p1", "x"),
    ):
        with pytest.raises(KeyError):
            edit()


def test_a_split_divides_words_and_numbers() -> None:
    whole = DRAFT.promise("p1")
    at = next(place for place in drafts.places(whole) if whole.wording[place:].startswith("och minst åttio"))
    draft = drafts.split(DRAFT, "p1", at)
    first, second = draft.promises[:2]
    assert (first.wording + " " + second.wording, second.key) == (whole.wording, "p6")
    assert [each.plural for each in first.targets] == ["trafikkontroller"]
    assert [each.plural for each in second.targets] == ["nykterhetskontroller"]
    assert (first.title, second.title) == ("Trafikkontroller", "Nykterhetskontroller")
    assert {each.kind for each in first.questions} == set()
    assert {each.kind for each in second.questions} == {DoubtKind.NO_PERIOD, DoubtKind.NUMBERS_DISAGREE}


@given(st.sampled_from([each.key for each in DRAFT.promises]), st.integers(-5, 200), st.booleans())
def test_merging_what_was_split_gives_the_promise_back(key: str, at: int, is_settled: bool) -> None:
    before = settled() if is_settled else DRAFT
    draft = drafts.split(before, key, at)
    if draft != before:
        second = draft.promises[[each.key for each in draft.promises].index(key) + 1]
        assert drafts.merge(draft, key, second.key) == before


KEYS = [each.key for each in DRAFT.promises]


@given(st.sampled_from(KEYS), st.sampled_from(KEYS))
def test_merging_any_two_keeps_every_word_and_number(first: str, second: str) -> None:
    merged = drafts.merge(DRAFT, first, second)
    numbers = sorted(target.said for each in DRAFT.promises for target in each.targets)
    assert sorted(target.said for each in merged.promises for target in each.targets) == numbers
    wordings = " ".join(each.wording for each in merged.promises)
    assert all(each.wording in wordings for each in DRAFT.promises)


def test_merged_promises_are_answered_for_by_both_parties() -> None:
    merged = drafts.merge(DRAFT, "p3", "p1").promise("p3")
    assert merged.parties == (Party.POLICE, Party.MUNICIPALITY)
    assert merged.kind is PromiseKind.COUNT


# What is missing


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        (drafts.change(DRAFT, title=" "), "draft_text_missing", "title"),
        (drafts.change(DRAFT, first=None), "draft_without_day", "first"),
        (drafts.change(DRAFT, last=date(2024, 1, 1)), "draft_backwards", "last"),
        (drafts.change(DRAFT, last=date(2500, 1, 1)), "date_far", "last"),
        (drafts.change(DRAFT, municipalities=()), "draft_without_municipality", "municipalities"),
        (drafts.change(DRAFT, promises=()), "draft_without_promises", "promises"),
        (drafts.change(DRAFT, source="Ring 070-123 45 67"), "phone_number", "source"),
        (drafts.change(DRAFT, district="x" * 81), "text_too_long", "district"),
        (drafts.change_promise(DRAFT, "p1", title=""), "promise_without_title", "promises.p1.title"),
        (drafts.change_promise(DRAFT, "p1", title="x" * 46), "text_too_long", "promises.p1.title"),
        (drafts.change_promise(DRAFT, "p1", title="öppet KONTOR"), "promise_title_twice", "promises.p1.title"),
        (drafts.change_promise(DRAFT, "p1", wording=" "), "promise_without_wording", "promises.p1.wording"),
        (drafts.change_promise(DRAFT, "p1", occasion="8501011234"), "personal_identity_number", "promises.p1.occasion"),
        (drafts.change_promise(DRAFT, "p1", title="a\u202eb"), "hidden_character", "promises.p1.title"),
        (drafts.change_promise(DRAFT, "p1", occasion=" "), "occasion_missing", "promises.p1.occasion"),
        (drafts.change_promise(DRAFT, "p3", kind=PromiseKind.COUNT), "count_without_unit", "promises.p3.targets"),
        (drafts.change_promise(DRAFT, "p3", announced=True), "announced_not_counted", "promises.p3.announced"),
        (drafts.change_promise(DRAFT, "p2", sensitive=True), "announced_and_sensitive", "promises.p2.sensitive"),
        (drafts.change_promise(DRAFT, "p1", parties=(Party.OTHER,)), "third_party_missing",
         "promises.p1.third_parties"),
        (drafts.change_target(DRAFT, "p1", "t1", value=0), "target_number", "promises.p1.targets.t1.value"),
        (drafts.change_target(DRAFT, "p1", "t1", comparator=Comparator.RANGE, value_max=80), "range_narrow",
         "promises.p1.targets.t1.value_max"),
        (drafts.change_target(DRAFT, "p1", "t1", interval=None), "interval_needed", "promises.p1.targets.t1.interval"),
        (drafts.change_target(DRAFT, "p1", "t1", interval=Interval.TERM, every=2), "every_not_possible",
         "promises.p1.targets.t1.every"),
        (drafts.change_duty(DRAFT, "d1", recurrence=None), "duty_without_recurrence", "duties.d1.recurrence"),
        (drafts.change_duty(DRAFT, "d1", first=None), "duty_without_window", "duties.d1.first"),
        (drafts.change(DRAFT, relation=Relation.SUCCESSOR, related="x"), "draft_relation_unknown", "relation"),
    ],
)  # fmt: skip
def test_each_thing_that_is_missing_is_said_where_it_stands(draft: Draft, code: str, field: str) -> None:
    before = codes(DRAFT)
    assert (code, field) in codes(draft)
    assert (code, field) not in before or code == "occasion_missing"


def test_what_is_dropped_is_not_asked_about() -> None:
    draft = drafts.change_promise(settled(), "p1", title="")
    assert not drafts.issues(drafts.drop(draft, "p1"))
    assert not drafts.issues(drafts.change_duty(drafts.change_duty(settled(), "d1", title=""), "d1", dropped=True))


def test_a_name_beside_its_office_is_left_out_of_the_wording_and_one_alone_is_warned_of() -> None:
    draft = drafts.change_promise(settled(), "p3", wording="Kommunpolis Johan Hilding bjuder in. Erik Svensson också.")
    assert not drafts.issues(draft)
    assert drafts.likely_names(draft.promise("p3")) == ("Erik Svensson",)


# Kept as plain values


@given(st.integers(0, 4), st.booleans())
def test_a_draft_reads_back_as_it_was_kept(moved: int, is_settled: bool) -> None:
    draft = drafts.move(settled() if is_settled else DRAFT, "p2", moved)
    draft = replace(draft, relation=Relation.FILL, related="kumla-2025-2026")
    assert draft_of_content(content(draft), draft.text) == draft


def test_what_is_no_draft_is_not_read_as_one() -> None:
    plain = content(DRAFT)
    for broken in (
        {**plain, "first": 7},
        {**plain, "relation": "x"},
        {**plain, "promises": [{"title": "utan nyckel"}]},
    ):
        with pytest.raises((ValueError, TypeError, KeyError)):
            draft_of_content(broken, "")


# Words


@pytest.mark.parametrize(
    ("wording", "unit", "expected"),
    [
        ("Minst 80 trafikkontroller per år.", "trafikkontroller", "Trafikkontroller"),
        ("Polisen ska arbeta mot narkotika med syfte att minska nyrekrytering.", "", "Arbeta mot narkotika"),
        ("Polisen och Strömstads kommun ska samverka mot narkotika i krogmiljö.", "",
         "Samverka mot narkotika i krogmiljö"),
        ("Kontinuerligt byta belysningsarmaturer till driftsäkrare LED armaturer för ökad trygghet.", "",
         "Kontinuerligt byta belysningsarmaturer"),
        ("besöka fritidsgården två gånger per månad", "", "Besöka fritidsgården"),
        ("Och klippa buskarna längs gångvägarna.", "", "Klippa buskarna längs gångvägarna"),
        ("Ska ha fältare ute minst var tredje helg.", "", "Ha fältare ute"),
        ("| Kontroll av släp | Polisen | 3 per år", "", "Kontroll av släp"),
        ("Att verka för en god och trygg miljö, i hela kommunen", "", "Verka för en god och trygg miljö"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_a_title_is_the_first_words_that_say_something(wording: str, unit: str, expected: str) -> None:
    assert words.title(wording, unit) == expected


@given(st.text(max_size=200))
def test_any_words_give_a_short_title_a_plain_id_and_a_sentence_that_fits(text: str) -> None:
    assert len(words.title(text)) <= words.TITLE
    assert set(words.slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(words.first_sentence(text, 50)) <= 50
    assert len(words.unlike(words.title(text), [words.title(text)])) <= words.TITLE


@pytest.mark.parametrize(
    ("measure", "one", "many"),
    [
        ("trafikkontroller", "trafikkontroll", "trafikkontroller"), ("möten", "möte", "möten"),
        ("besök", "besök", "besök"), ("timmar", "timme", "timmar"), ("veckor", "vecka", "veckor"),
        ("kontroller av cyklar", "kontroll av cyklar", "kontroller av cyklar"),
        ("kontroll av båtar", "kontroll av båtar", "kontroller av båtar"),
        ("öppet kontor", "öppet kontor", "öppna kontor"), ("öppet möte", "öppet möte", "öppna möten"),
        ("öppna dialogmöten", "öppet dialogmöte", "öppna dialogmöten"),
        ("riktade insatser mot narkotika", "riktad insats mot narkotika", "riktade insatser mot narkotika"),
        ("gemensam utbildning", "gemensam utbildning", "gemensamma utbildningar"),
        ("digital konferens", "digital konferens", "digitala konferenser"),
        ("fot- eller cykelpatruller", "fot- eller cykelpatrull", "fot- eller cykelpatruller"),
        ("göra skol- och fritidsgårdsbesök i syfte att lära", "skol- och fritidsgårdsbesök",
         "skol- och fritidsgårdsbesök"),
        ("trygghets- vandringar", "trygghetsvandring", "trygghetsvandringar"),
        ("krogtillsyn | Kommunen", "krogtillsyn", "krogtillsyner"),
    ],
)  # fmt: skip
def test_a_thing_that_is_counted_is_called_what_one_and_several_are(measure: str, one: str, many: str) -> None:
    assert units.forms(measure) == (one, many)


@pytest.mark.parametrize(
    "measure",
    ["besöka fritidsgården", "fotpatrullera stationen", "informera elever", "säljer folköl", "plats i centrum", "",
     "håller drogfria arrangemang", "via Socialtjänsten ha fältare på plats", "ge föräldrar råd", "synlig kring ån"],
)  # fmt: skip
def test_what_is_no_thing_is_done_at_occasions(measure: str) -> None:
    assert units.forms(measure) == ("tillfälle", "tillfällen")


def test_a_draft_is_kept_without_numbers_to_call_and_identity_numbers() -> None:
    typed = drafts.change_promise(DRAFT, "p3", wording="Kontakt: Anna Svensson, 070-123 45 67, 850101-1234")
    kept = drafts.cleaned(replace(typed, text=f"{typed.text} 850101-1234"))
    assert kept.promise("p3").wording == "Kontakt: […], […], […]"
    assert len(kept.text) == len(typed.text) + 12
    assert "850101" not in kept.text
    assert drafts.cleaned(kept) == kept


def test_a_function_is_no_person() -> None:
    draft = drafts.change_promise(settled(), "p1", function="kommunpolis och säkerhetssamordnare")
    assert (drafts.likely_names(draft.promise("p1")), drafts.issues(draft)) == ((), ())
    named = drafts.change_promise(draft, "p1", function="kommunpolis Anna Svensson")
    assert drafts.likely_names(named.promise("p1")) == ("Anna Svensson",)
    called = drafts.change_promise(draft, "p1", function="kommunpolis 070-123 45 67")
    assert [each.code for each in drafts.personal_data(called)] == ["phone_number"]
    long = drafts.change_promise(draft, "p1", function="a" * 81)
    assert [each.code for each in drafts.issues(long)] == ["text_too_long"]


def test_a_name_on_its_own_is_pointed_out() -> None:
    typed = drafts.change_promise(DRAFT, "p3", wording="Anna Svensson ska synas i Norra Hamnen.")
    assert drafts.likely_names(typed.promise("p3")) == ("Anna Svensson",)


@given(st.text(max_size=200))
def test_any_words_give_short_names_of_what_is_counted(text: str) -> None:
    assert all(0 < len(each) <= units.LONGEST + 15 for each in units.forms(text))


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ("lokalpolisområde västra Skaraborg", "LPO Västra Skaraborg"), ("Nybro lokalpolisområde", "LPO Nybro"),
        ("Lokalpolisområde Gällivare/ Kiruna", "LPO Gällivare/Kiruna"), ("LPO Karlstad", "LPO Karlstad"), ("", ""),
    ],
)  # fmt: skip
def test_a_district_is_called_as_the_program_calls_it(said: str, called: str) -> None:
    assert words.district(said) == called


def test_ids_are_readable_and_free() -> None:
    assert words.slug("Fot- och cykelpatruller på Östra Ågatan") == "fot-och-cykelpatruller-pa-ostra-agatan"
    assert words.free("moten", {"moten", "moten-2"}) == "moten-3"
