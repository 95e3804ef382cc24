"""Att säga på mötet: three sentences that say what the figures say, for every kind of promise."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from loftdb.core.changes import Changes, RowChange, RowFacts, Said
from loftdb.core.meetings.agenda import Group, Item
from loftdb.core.meetings.records import Decision
from loftdb.core.meetings.shown import Explanation, Shown, Unexplained, Unsigned, Word, frame_of, plain_rows
from loftdb.core.model import ListItem, Party, Promise, PromiseKind, Standing, Status, Thresholds
from loftdb.core.periods import add_months
from loftdb.core.progress import records
from loftdb.view.meeting_phrases import first_sentence, months, small
from loftdb.view.meeting_speech import speech
from tests.core.building import HOME, agreement, period, progress, target

TERM = agreement(period("2023-01-01", "2024-12-31"), target(80))
PROMISE = replace(TERM.promises[0], summary="Polisen kontrollerar trafiken minst 80 gånger. Och mer.")
NOON, DAY = datetime.fromisoformat("2024-10-08T07:00"), date(2024, 10, 15)


def row(state: str = Standing.BEHIND, **more: Any) -> dict[str, Any]:
    return {
        "agreement": "a", "promise": "a/p", "measure": "a/p", "number": 7, "title": "Trafikkontroller",
        "interval": "year", "comparator": ">=", "value": 80, "singular": "kontroll", "plural": "kontroller",
        "year": 2024, "start": date(2024, 1, 1), "last": date(2024, 12, 31), "target": 80, "actual": 42,
        "state": str(state), "judged_through": date(2024, 8, 31), "signed": True, "expected_floor": 53, "missing": 11,
        "remaining": 38, "days_elapsed": 244, "days_left": 122, "days_total": 366, "followed_from": date(2023, 1, 1),
        **more,
    }  # fmt: skip


def item(*rows: dict[str, Any], promise: Promise = PROMISE, **more: Any) -> Item:
    nothing: dict[str, Any] = dict.fromkeys(
        ("lagging", "moved", "entries", "months", "targets", "fields", "explanations", "unexplained", "decisions"), ()
    )
    return Item(TERM, promise, Group.REST, rows, word=more.pop("word", None), **(nothing | more))


def shown(**more: Any) -> Shown:
    empty: dict[str, Any] = dict.fromkeys(
        ("rows", "words", "explanations", "unexplained", "lagging", "duties", "unsigned", "indicators"), ()
    )
    given = {"since": Changes(None, None), "previous": date(2024, 6, 12), **more}
    about = (HOME, "BRÅ", given.pop("day", DAY), NOON, None, given.pop("today", date(2024, 10, 8)))
    previous = given.pop("previous")
    return Shown(*about, previous, agreements=(TERM,), thresholds=Thresholds(), **(empty | given))


def said(
    *rows: dict[str, Any], promise: Promise = PROMISE, around: Shown | None = None, **more: Any
) -> tuple[str, ...]:
    return speech(item(*rows, promise=promise, **more), around or shown())


def decision(due: str, action: str = "Lägg kontroller vid skolorna. Börja nu!") -> Decision:
    return Decision(1, 1, 1, "a/p", action, "Gruppchefen", date.fromisoformat(due), None, "", False, "", NOON)


def test_a_lagging_sum_says_what_is_missing_what_is_needed_and_asks() -> None:
    assert said(row()) == (
        "Polisen har lovat minst 80 kontroller under 2024, och till och med den 31 augusti har det blivit 42.",
        "Då väntades 53, så 11 saknas, och för att nå 80 behövs 38 till på de 122 dagar som återstod, "
        "alltså 2,2 i veckan mot hittills 1,2.",
        "Frågan till polisen är vad som behövs för att komma i fas.",
    )


def test_the_reason_to_the_public_comes_before_everything_else() -> None:
    why = Explanation("a/p", 2024, "Patrullerna behövdes t.ex. Vid gränsen, ca. 10 veckor. Det är över.", "", None)
    about = {"explanations": (why,), "decisions": (decision("2024-09-06"),)}
    assert said(row(), **about)[2] == "Patrullerna behövdes t.ex. Vid gränsen, ca. 10 veckor."
    earlier = replace(why, year=2023)
    assert said(row(), explanations=(earlier,))[2].startswith("Frågan till polisen")
    assert "gränsen" not in said(row(Standing.ON_TRACK), explanations=(why,))[2]


def test_a_decision_that_is_due_is_asked_for_before_a_missing_reason() -> None:
    missing = (Unexplained("a/p", "a/p", 2024, "behind"),)
    about = said(row(), unexplained=missing, decisions=(decision("2024-09-06"),))
    assert about[2] == (
        "Beslutet ”Lägg kontroller vid skolorna” skulle vara klart den 6 september, och ansvarig är gruppchefen."
    )
    later = said(row(), unexplained=missing, decisions=(decision("2024-12-06"),))
    assert later[2] == "Orsaken är inte skriven än, så frågan om varför går till polisen."
    assert said(row(), decisions=(decision("2024-12-06"),))[2].endswith(
        "ska vara klart den 6 december, och ansvarig är gruppchefen."
    )


def test_the_words_of_a_decision_on_a_sensitive_promise_are_not_read_aloud() -> None:
    about = said(row(), promise=replace(PROMISE, sensitive=True), decisions=(decision("2024-12-06"),))
    assert about[2].startswith("Ett beslut om löftet ska vara klart den 6 december")


def test_months_that_nobody_has_signed_off_are_named() -> None:
    months = (date(2024, 7, 1), date(2024, 8, 1))
    around = shown(unsigned=(Unsigned("a", Party.POLICE, months), Unsigned("a", Party.MUNICIPALITY, months)))
    assert said(row(), around=around)[0].endswith("har det blivit 42, men uppgift saknas för juli och augusti.")
    picked = said(row(), around=replace(around, judged_on=date(2024, 7, 31)))[0]
    assert picked.endswith("har det blivit 42, men uppgift saknas för juli."), "later months are not in the figure"
    kommun = replace(PROMISE, parties=(Party.MUNICIPALITY,))
    assert "Kommunen har lovat" in said(row(), promise=kommun, around=around)[0]
    only = shown(unsigned=(Unsigned("a", Party.MUNICIPALITY, months),))
    assert "uppgift saknas" not in said(row(), around=only)[0]


@pytest.mark.parametrize(
    ("facts", "first", "second"),
    [
        ({"state": "on_track", "last_safe": date(2024, 11, 3), "actual": 62}, "62.", "klarar sig till den 3 november"),
        ({"state": "on_track", "last_safe": date(2024, 9, 3), "actual": 55}, "55.", "det som var gjort räckte till"),
        ({"state": "on_track", "last_safe": date(2024, 8, 31), "actual": 53}, "53.", "men behöver mer genast."),
        ({"state": "reached", "actual": 95}, "blivit 95.", "Måltalet är uppnått, med 15 över målet."),
        ({"state": "not_reached", "judged_through": date(2024, 12, 31), "actual": 64, "days_left": 0},
         "och det blev 64.", "Året är slut, och 16 saknas till målet."),
        ({"actual": 0, "remaining": 80, "missing": 53}, "31 augusti är inget gjort.", "så 53 saknas"),
        ({"state": "slightly_behind", "unbooked": True, "actual": 0, "target": 2, "value": 2},
         "minst 2 kontroller under 2024", "Ingen dag är bokad, och 122 dagar återstod."),
        ({"state": "not_started", "year": 2025, "start": date(2025, 1, 1), "last": date(2025, 12, 31)},
         "80 kontroller under 2025, och det gäller från den 1 januari 2025.", "Det finns inget att bedöma än."),
        ({"state": "cannot_judge", "followed_from": date(2025, 3, 1)},
         "men läget kan inte bedömas.", "Löftet följs här från 1 mars 2025, och tiden före det bedöms inte."),
        ({"state": "on_track", "comparator": "<=", "actual": 79, "missing": None}, "högst 80 kontroller under 2024",
         "Gränsen är inte passerad; 1 kvar till den."),
        ({"state": "not_reached", "comparator": "<=", "actual": 83}, "blivit 83.", "Gränsen är passerad med 3."),
        ({"state": "reached", "comparator": "<=", "actual": 3, "judged_through": date(2024, 12, 31)},
         "och det blev 3.", "Året är slut och gränsen hölls."),
        ({"comparator": "range", "value": 2, "value_max": 4, "target": 2, "state": "reached", "actual": 3},
         "2 till 4 kontroller", "Måltalet är uppnått."),
        ({"year": None, "interval": "term", "start": date(2023, 1, 1)}, "80 kontroller under hela perioden, och", "Då"),
        ({"target": 45, "target_original": 40, "value": 40, "value_max": None},
         "Målet för 2024 är minst 45 kontroller, omräknat från 40 per år, och", "nå 45 behövs 38 till"),
        ({"average": True, "value": 2, "interval": "week", "target": 104},
         "Målet för 2024 är minst 104 kontroller, omräknat från i snitt 2 per vecka, och", "för att nå 104"),
        ({"minutes": True, "target": 90, "actual": 60, "expected_floor": 70, "missing": 10, "remaining": 30,
          "plural": "timmar", "singular": "timme"},
         "minst 1 timme och 30 minuter under 2024, och", "Då väntades 1 timme och 10 minuter, så 10 minuter saknas"),
        ({"estimated": True, "actual": 15}, "har det blivit ungefär 15.", "Då"),
    ],
)  # fmt: skip
def test_a_sum_in_every_state(facts: dict[str, Any], first: str, second: str) -> None:
    told = said(row(**({"state": "behind"} | facts)))
    assert first in told[0]
    assert second in told[1]
    assert "None" not in " ".join(told)


def test_a_target_that_was_changed_on_the_way_tells_both() -> None:
    later = target(50, since="2024-07-01")
    measure = replace(PROMISE.measures[0], targets=(*PROMISE.measures[0].targets, later))
    about = replace(PROMISE, measures=(measure,))
    facts = {"number": measure.number, "target": 45, "target_original": 40, "value": 50}
    assert "omräknat från 40 per år och 50 per år från den 1 juli, och" in said(row(**facts), promise=about)[0]
    assert "omräknat från 40 per år, och" in said(row(**{**facts, "last": date(2024, 6, 30)}), promise=about)[0]


def test_what_is_booked_is_told_instead_of_how_long_it_lasts() -> None:
    about = row(Standing.ON_TRACK, target=2, actual=1, remaining=1, planned=1, last_safe=date(2024, 12, 30))
    assert said(about)[1].endswith("så löftet är i fas, och det som återstår är inbokat.")
    none = {"target": 2, "actual": 0, "remaining": 2, "expected_floor": 0, "book_by": date(2024, 10, 1)}
    early = shown(today=date(2024, 9, 30))
    assert said(row(Standing.ON_TRACK, **none), around=early)[1].endswith(
        "men en dag behöver bokas före den 1 oktober."
    )
    assert said(row(Standing.ON_TRACK, **none))[1] == "Inget väntades än, så löftet är i fas, men ingen dag är bokad."


def test_when_the_year_is_over_and_not_signed_off_nothing_is_said_of_what_remains() -> None:
    january = shown(today=date(2025, 1, 15), day=date(2025, 1, 15))
    told = said(row(Standing.ON_TRACK, actual=0, expected_floor=0, planned=1, remaining=1), around=january)
    assert told[1] == "Inget väntades än, så löftet var i fas då, men året är slut och resten är inte avstämd."
    assert (
        said(row(), around=january)[1] == "Då väntades 53, så 11 saknas, men året är slut och resten är inte avstämd."
    )
    picked = replace(january, judged_on=date(2024, 8, 31))
    assert said(row(), around=picked)[1] == "Då väntades 53, så 11 saknas, men året är slut sedan dess."
    assert said(held(Standing.BEHIND), around=picked)[1].endswith("och 17 veckor är inte bedömda.")
    weeks = said(held(Standing.BEHIND), around=january)
    assert weeks[1].endswith("och 17 veckor är inte avstämda.")
    for interval, last in (("week", "1 vecka är inte avstämd."), ("quarter", "1 kvartal är inte avstämt.")):
        one = held(Standing.BEHIND, interval=interval, completed=35, intervals=36)
        assert said(one, around=january)[1].endswith(f"och {last}")


def test_a_year_that_nothing_is_signed_off_of_promises_no_more_than_it_did() -> None:
    year = {"year": 2025, "start": date(2025, 1, 1), "last": date(2025, 12, 31), "judged_through": date(2024, 2, 29)}
    january = shown(today=date(2025, 1, 15), day=date(2025, 1, 15))
    told = said(row(Standing.NOT_STARTED, actual=0, **year), around=january)
    assert told[0] == "Polisen har lovat minst 80 kontroller under 2025, men inget är avstämt än för den tiden."
    told = said(row(Standing.NOT_STARTED, actual=0, **year, **OPEN), around=january)
    assert told[:2] == ("Polisen kontrollerar trafiken minst 80 gånger.", "Det finns inget att bedöma än.")


def held(state: Standing, **more: Any) -> dict[str, Any]:
    weekly = {"interval": "week", "value": 1, "target": 1, "held": 30, "completed": 35, "intervals": 52}
    return row(state, **(weekly | {"expected_floor": None, "missing": None, "remaining": None} | more))


def test_weeks_are_held_or_missed() -> None:
    assert said(held(Standing.BEHIND))[:2] == (
        "Polisen har lovat minst 1 kontroll per vecka, och till och med den 31 augusti hölls löftet 30 av 35 veckor "
        "under 2024.",
        "5 veckor missades, så löftet kan inte längre hållas alla veckor, och 17 veckor återstod.",
    )
    assert said(held(Standing.ON_TRACK, held=35))[1] == "Löftet hölls alla veckor, och 17 veckor återstod."
    assert "ingen vecka är avslutad än" in said(held(Standing.ON_TRACK, held=0, completed=0))[0]
    over = held(Standing.NOT_REACHED, completed=52, held=50, days_left=0)
    assert said(over)[1] == "2 veckor missades."
    assert said(held(Standing.REACHED, completed=52, held=52))[1] == "Löftet hölls alla veckor."


def test_of_several_numbers_the_most_urgent_is_explained() -> None:
    tobacco = row(Standing.BEHIND, number=8, plural="tobakskontroller", singular="tobakskontroll", target=2, actual=1,
                  expected_floor=2, missing=1, remaining=1)  # fmt: skip
    told = said(row(Standing.REACHED, actual=95), tobacco)
    assert "minst 2 tobakskontroller och minst 80 kontroller under 2024" in told[0]
    assert "har det blivit 1 och 95." in told[0]
    assert told[1].startswith("Tobakskontroller: då väntades 2, så 1 saknas")


OPEN = {"target": None, "value": None, "comparator": None, "interval": None, "expected_floor": None, "missing": None}


def test_a_count_without_a_target_stands_beside_the_year_before() -> None:
    before = row(Standing.NO_TARGET, year=2023, actual=9, last=date(2023, 12, 31), **OPEN)
    told = said(row(Standing.NO_TARGET, actual=3, **OPEN), around=shown(rows=(before,)))
    assert told == (
        "Polisen kontrollerar trafiken minst 80 gånger.",
        "Till och med den 31 augusti har det blivit 3 kontroller under 2024, mot 9 under hela 2023.",
        "Inget antal är lovat, så det är rådet som värderar om det räcker.",
    )
    none = shown(rows=({**before, "actual": 0},))
    assert said(row(Standing.NO_TARGET, actual=3, **OPEN), around=none)[1].endswith(", mot inga under hela 2023.")
    assert said(row(Standing.NO_TARGET, actual=0, **OPEN), around=none)[1].endswith(
        "är inget gjort under 2024, och inte heller under 2023."
    )
    unknown = said(row(Standing.NO_TARGET, actual=0, signed=False, **OPEN))
    assert unknown[1] == (
        "Uppgift saknas: inga kontroller är registrerade, och tiden till och med 31 augusti är inte avstämd."
    )


def test_nothing_done_of_a_conditional_promise_may_be_right() -> None:
    conditional = replace(PROMISE, conditional="Insatserna styrs av läget.")
    assert "inget behov uppstod" in said(row(Standing.NO_TARGET, actual=0, **OPEN), promise=conditional)[2]
    ahead = row(Standing.NOT_STARTED, actual=0, year=2025, start=date(2025, 1, 1), last=date(2025, 12, 31))
    assert said(ahead, promise=conditional)[2] == "Löftet är villkorat: insatserna styrs av läget."
    assert said(row(Standing.NO_TARGET, **OPEN), promise=conditional)[2] == (
        "Löftet är villkorat: insatserna styrs av läget."
    )


def test_what_came_since_the_last_meeting_is_told_of_a_promise_that_needs_no_decision() -> None:
    before = RowFacts(Standing.BEHIND, 20, 80, None, None, date(2024, 5, 31), True)
    since = (RowChange(7, 2024, date(2024, 1, 1), before, replace(before, state=Standing.ON_TRACK, actual=55)),)
    told = said(row(Standing.ON_TRACK, actual=55), around=shown(since=Changes(None, None, rows=since)))
    assert told[2] == "Sedan mötet den 12 juni har 35 tillkommit och läget gått från ”efter” till ”i fas”."
    assert said(row(Standing.ON_TRACK))[2] == "Inget beslut behövs i dag."


WORDED = replace(PROMISE, kind=PromiseKind.QUALITY, measures=())


def word(status: Status | None, done: str = "", step: str = "", covered: tuple[str, ...] = ()) -> Word:
    return Word("a/p", Said(date(2024, 9, 4), status, done, step, covered), is_stale=False)


def test_a_promise_told_in_words_has_its_status_and_next_step() -> None:
    about = said(promise=WORDED, word=word(Status.ONGOING, "410 av 900 är bytta. Mer kommer.", "Byt resten!"))
    assert about[1:] == (
        "Enligt uppdateringen den 4 september pågår arbetet löpande: 410 av 900 är bytta.",
        "Nästa steg: Byt resten.",
    )
    assert said(promise=WORDED, word=word(Status.DONE))[2] == "Löftet är genomfört, så inget beslut behövs i dag."
    assert said(promise=WORDED, word=Word("a/p", None, is_stale=True))[1:] == (
        "Ingen uppdatering är gjord än.",
        "Frågan till polisen är hur det går nu.",
    )


def test_a_list_counts_what_is_covered_and_an_empty_one_says_so() -> None:
    schools = replace(
        WORDED, kind=PromiseKind.LIST, items=(ListItem("a", "Norra skolan"), ListItem("b", "Södra skolan"))
    )
    assert said(promise=schools, word=word(Status.ONGOING, "Klart.", covered=("a", "gone")))[1] == (
        "Enligt uppdateringen den 4 september är 1 av 2 på listan klara, och arbetet pågår löpande."
    )
    assert "Listan är tom" in said(promise=replace(schools, items=()), word=word(None))[1]


def test_a_dropped_promise_says_from_when() -> None:
    gone = replace(PROMISE, dropped_from=date(2024, 7, 1))
    assert said(row(Standing.NOT_REACHED), promise=gone)[1:] == (
        "Löftet är avfört från och med den 1 juli.",
        "Det som gjordes dessförinnan finns kvar i siffrorna.",
    )


def test_an_agreement_that_is_over_says_until_when_it_held() -> None:
    over = replace(TERM, period=period("2021-01-01", "2021-12-31"))
    told = speech(replace(item(promise=WORDED), agreement=over), shown())
    assert told[1] == "Medborgarlöftet gällde till och med den 31 december 2021."


def test_after_the_agreement_its_last_year_is_told() -> None:
    over = replace(TERM, period=period("2023-01-01", "2023-12-31"))
    rows = plain_rows(progress(over, "2024-01-31"))
    around = shown(rows=rows)
    last = [each for each in records(frame_of(around)) if each["year"] == 2023]
    told = speech(replace(item(*last), agreement=over), around)
    assert told[0] == "Polisen har lovat minst 80 trafikkontroller under 2023, och inget blev gjort."
    assert told[1] == "Året är slut, och 80 saknas till målet."


@pytest.mark.parametrize(
    ("function", "text"),
    [
        ("Gruppchefen", "gruppchefen"),
        ("BRÅ-samordnaren", "BRÅ-samordnaren"),
        ("LPO-chefen", "LPO-chefen"),
        ("Strömstads säkerhetssamordnare", "Strömstads säkerhetssamordnare"),
        ("Öppenvårdens chef", "öppenvårdens chef"),
        ("", ""),
    ],
)
def test_inside_a_sentence_only_names_are_written_large(function: str, text: str) -> None:
    assert small(function) == text


@pytest.mark.parametrize(
    ("first", "count", "text"),
    [
        ("2024-09-01", 1, "september"),
        ("2024-07-01", 2, "juli och augusti"),
        ("2024-03-01", 7, "mars till september"),
        ("2023-11-01", 5, "november 2023 till mars"),
        ("2023-01-01", 3, "januari till mars 2023"),
    ],
)
def test_months_in_a_row_are_told_from_first_to_last(first: str, count: int, text: str) -> None:
    start = date.fromisoformat(first)
    every = [add_months(start, each) for each in range(count)]
    assert months(every, 2024) == text
    assert months([date(2024, 1, 1), date(2024, 3, 1), date(2024, 5, 1)], 2024) == "3 månader"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("En. Två.", "En."),
        ("Vad hände? Inget.", "Vad hände."),
        ("Möte kl. 18.30 i aulan\nMer text", "Möte kl. 18.30 i aulan."),
        ("Bl.a. Grums  deltog, se § 4.", "Bl.a. Grums deltog, se § 4."),
        (" \n ", ""),
    ],
)
def test_the_first_sentence_ends_where_a_sentence_does(text: str, first: str) -> None:
    assert first_sentence(text) == first
