"""A draft's cards, answers and comparisons say what a person needs to judge them by."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from loftdb.core.amendments import Past
from loftdb.core.drafts import Choice, Draft, DraftPromise, DraftTarget, Question, Relation
from loftdb.core.errors import Issue
from loftdb.core.model import Comparator, Municipality, Party, PromiseKind, PromiseVersion
from loftdb.core.periods import Interval
from loftdb.core.reading.result import DoubtKind, Per, Span
from loftdb.view import changes, draft, draft_facts, revisions
from loftdb.view.texts import new_agreement as words
from loftdb.view.texts.draft_fields import written
from tests.core.building import MEASURE, agreement, period, target
from tests.view.test_markup import Texts

CONTROLS = DraftTarget("t1", "kontroll", "kontroller", 80, interval=Interval.YEAR, span=Span(8, 22))
COUNTED = DraftPromise(
    "p1", "Polisen gör minst 80 kontroller.", "Polisen", "Kontroller", parties=(Party.POLICE,), kind=PromiseKind.COUNT,
    targets=(CONTROLS,), span=Span(0, 32),
)  # fmt: skip
TOLD = DraftPromise("p2", "Kommunen ska arbeta mot narkotika.", "Kommunen", "Narkotika", conditional="vid behov")
KUMLA = Draft(
    "text", "Medborgarlöfte 2024", date(2024, 1, 1), date(2024, 12, 31), "LPO Hallsberg",
    (Municipality(1881, "Kumla"),), promises=(COUNTED, TOLD),
)  # fmt: skip

WHEN = datetime.fromisoformat("2024-06-01T08:00")
OLD = agreement(period("2024-01-01", "2024-12-31"), target(40))


def text(markup: str) -> str:
    return Texts(markup).text


def choice(**sets: object) -> Choice:
    return Choice(tuple(sets.items()))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        (choice(interval="term", other="year"), "Hela perioden"),
        (choice(interval="year", other="term"), "Per år"),
        (choice(interval="week", value=14), "14 per vecka"),
        (choice(value=90), "90"),
        (choice(value=None), "Räkna utan måltal"),
        (choice(kind="quality", value=None), "Status och text"),
        (choice(kind="count", value=1, interval="term"), "1 under hela perioden"),
        (choice(parties=("police", "municipality")), "Polisen och kommunen"),
        (choice(parties=()), "Ansvarig framgår inte"),
        (choice(dropped=True), "Ta bort det ena"),
        (choice(dropped=False), "Behåll båda"),
    ],
)
def test_an_answer_is_named_by_what_it_sets(answer: Choice, label: str) -> None:
    assert words.choice_label(answer, CONTROLS) == label


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (CONTROLS, "minst 80 per år"),
        (DraftTarget("t", "tur", "turer", 2, Comparator.EXACTLY, per=Per.DAY), "2 per dag, perioden saknas"),
        (DraftTarget("t", "timme", "timmar", 120, interval=Interval.WEEK, minutes=True), "minst 2\xa0tim per vecka"),
        (DraftTarget("t", "tur", "turer"), "Inget måltal, räknas bara"),
    ],
)
def test_a_goal_is_said_in_words(target: DraftTarget, said: str) -> None:
    assert words.goal(target) == said


def test_a_card_says_the_exact_words_the_goal_and_who() -> None:
    shown = text(draft.card(COUNTED, 1, asked=1))
    assert "Polisen gör minst 80 kontroller." in shown
    assert "minst 80 per år · kontroller" in shown
    assert "1 fråga att ta ställning till" in shown
    assert "Utan måltal" not in shown


def test_a_card_without_a_number_points_out_what_is_missing_and_never_rewrites() -> None:
    shown = text(draft.card(TOLD, 2))
    assert "Utan måltal. Texten säger inte hur många" in shown
    assert "vem" in shown
    assert TOLD.wording in shown
    assert "Villkorat: vid behov" in shown


def test_the_head_counts_promises_numbers_and_questions() -> None:
    assert "2 löften, 1 med måltal · 3 frågor att ta ställning till" in text(draft.head(KUMLA, 3, False))
    assert words.UNSAVED in text(draft.head(KUMLA, 0, False))
    assert words.UNSAVED not in text(draft.head(KUMLA, 0, True))


def test_only_kept_promises_stand_in_the_text_by_their_numbers() -> None:
    assert draft.places(KUMLA) == [draft.Place(1, COUNTED.span, (CONTROLS.span,))]  # type: ignore[arg-type]


def test_what_the_agreement_does_not_say_is_marked_nowhere_in_the_text() -> None:
    asked = (Question(DoubtKind.NO_AGREEMENT_PERIOD, Span(0, 4)),)
    about_one = replace(COUNTED, questions=(Question(DoubtKind.APPROXIMATE, Span(8, 22)),))
    assert draft.doubts(replace(KUMLA, questions=asked, promises=(about_one,))) == [Span(8, 22)]


def test_missing_facts_are_said() -> None:
    shown = text(draft_facts.facts(Draft(unknown_municipalities=("Kumlaby",))))
    assert "Kumlaby (finns inte)" in shown
    assert "perioden saknas" in shown
    assert shown.count("Saknas") == 3


def test_what_is_missing_is_said_with_its_place() -> None:
    numbers = draft.positions(KUMLA)
    said = words.lacking(numbers, Issue("promise_without_title", "promises.p2.title"))
    assert said.startswith("Löfte 2: ")
    assert words.lacking(numbers, Issue("draft_text_missing", "district")) == "Lokalpolisområde: Fyll i det här fältet."


def test_a_button_takes_nothing_that_was_written_for_markup() -> None:
    assert words.by_ear("Löfte 1, *Röd* :red[x]", "Ändra") == "*Löfte 1, Röd redx,* Ändra"


def test_a_changed_promise_shows_old_words_beside_new() -> None:
    shown = changes.comparison(OLD, Draft(promises=(COUNTED,), relation=Relation.REVISION, related=OLD.id))
    assert "1 ändrat" in text(shown)
    assert "minst 40 per år (trafikkontroller)" in shown.split("loft-before")[-1]
    assert "minst 80 per år (kontroller)" in shown.split("loft-after")[-1]


def test_filling_in_shows_the_wording_alone() -> None:
    shown = text(changes.comparison(OLD, Draft(promises=(COUNTED,), relation=Relation.FILL, related=OLD.id)))
    assert "1 fylls i" in shown
    assert "Polisen gör minst 80 kontroller." in shown
    assert "Kort namn" not in shown


def test_what_is_as_it_was_shows_no_history() -> None:
    assert revisions.history(OLD, OLD.promises[0], ()) is None


def test_a_dropped_promise_is_told_with_its_day_decision_and_reason() -> None:
    before = OLD.promises[0]
    dropped = replace(before, dropped_from=date(2024, 7, 1))
    versions = [
        PromiseVersion(each, number, since, "KS § 80", "Parterna har slutat", "anna", WHEN)
        for number, (each, since) in enumerate([(before, date(2024, 1, 1)), (dropped, date(2024, 7, 1))], 1)
    ]
    shown = text(revisions.history(OLD, dropped, versions) or "")
    assert shown == "Avfört från och med 1 juli 2024Beslut: KS § 80. Parterna har slutat."


def test_another_function_is_told_without_a_decision_and_a_slip_mended_the_same_day_is_not() -> None:
    day = date(2024, 7, 1)
    slip = ("kommunpolis Anna", day), ("kommunpolis", day), ("", date(2024, 8, 1)), ("x", date(2024, 9, 1))
    versions = [
        PromiseVersion(replace(OLD.promises[0], function=function), number, since, None, None, "anna", WHEN)
        for number, (function, since) in enumerate((("", date(2024, 1, 1)), *slip, ("", date(2024, 9, 1))), 1)
    ]
    shown = text(revisions.history(OLD, OLD.promises[0], versions) or "")
    assert shown == (
        "Ändrat från och med 1 augusti 2024Ansvarig funktionFörut: kommunpolisNu: (inget)"
        "Ändrat från och med 1 juli 2024Ansvarig funktionFörut: (inget)Nu: kommunpolis"
    )


def test_a_changed_number_is_told_from_its_day_with_decision_and_reason() -> None:
    later = target(60, since="2024-07-01", decision="KS § 80", reason="Fler olyckor")
    changed = agreement(period("2024-01-01", "2025-12-31"), target(40, since="2024-01-01"), later)
    shown = text(revisions.history(changed, changed.promises[0], ()) or "")
    assert "Ändrat från och med 1 juli 2024" in shown
    assert "Beslut: KS § 80. Fler olyckor." in shown
    assert "Förut: minst 40 per år (trafikkontroller)" in shown
    assert "Nu: minst 60 per år (trafikkontroller)" in shown


def test_each_decision_of_a_day_is_told_by_itself_with_what_it_replaced() -> None:
    first = target(40, since="2024-01-01")
    later = [target(each, since="2024-07-01", decision=f"KS § {each}", reason="Fler") for each in (60, 70)]
    changed = agreement(period("2024-01-01", "2025-12-31"), first, later[-1])
    shown = text(revisions.history(changed, changed.promises[0], (), Past(targets={MEASURE: (first, *later)})) or "")
    newest, _, older = shown.partition("Beslut: KS § 60")
    assert "Beslut: KS § 70" in newest
    assert "Förut: minst 60 per år" in newest
    assert "Nu: minst 70 per år" in newest
    assert "Förut: minst 40 per år" in older


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("parties", ("police",), "Polisen"),
        ("targets", (CONTROLS,), "minst 80 per år (kontroller)"),
        ("sensitive", True, "Ja"),
        ("wording", None, "(inget)"),
        ("municipalities", (Municipality(1881, "Kumla"),), "Kumla"),
    ],
)
def test_values_are_written_in_words(field: str, value: object, said: str) -> None:
    assert written(field, value) == said
