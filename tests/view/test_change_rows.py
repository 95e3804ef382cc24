"""What changed, in Swedish words."""

from dataclasses import replace
from datetime import date, datetime

from loftdb.core.changes import (
    THRESHOLDS,
    WHOLE,
    Basis,
    Changes,
    DeviationChange,
    DutyChange,
    EntryChange,
    FieldChange,
    MonthChange,
    RowChange,
    RowFacts,
    Said,
    SeasonChange,
    SignedMonth,
    StatusChange,
    TargetChange,
    Told,
)
from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Party,
    Precision,
    Season,
    SeasonKind,
    Share,
    Standing,
    Status,
)
from loftdb.core.periods import Period
from loftdb.view.change_rows import change_rows
from loftdb.view.formats import duration, percent
from tests.core.building import agreement, period, target

NOON, DAY, MARCH = datetime.fromisoformat("2024-10-08T07:00"), date(2024, 3, 12), date(2024, 3, 1)
TERM = agreement(period("2023-01-01", "2024-12-31"), target(80))
COUNTED = {7: (TERM, TERM.promises[0], TERM.promises[0].measures[0])}
TITLES = {"a/p": "Trafikkontroller", "d": "Redovisning"}


def rows(**more: object) -> list[tuple[str, str, str | None, str | None]]:
    return list(change_rows(replace(Changes(NOON, NOON), **more), COUNTED, TITLES))  # type: ignore[arg-type]


def test_a_laege_is_told_with_its_count() -> None:
    before = RowFacts(Standing.ON_TRACK, 50, 80, None, None, DAY, True)
    office = replace(before, held=88, completed=93, state=Standing.BEHIND)
    free = replace(before, target=None, state=Standing.NO_TARGET)
    changed = (RowChange(7, 2024, MARCH, before, office), RowChange(7, None, MARCH, None, free))
    assert rows(rows=changed) == [
        ("Läge", "Trafikkontroller 2024", "I fas, 50 av 80", "Efter, 88 av 93"),
        ("Läge", "Trafikkontroller", None, "Inget måltal, 50"),
    ]


def test_a_row_that_is_judged_through_a_later_day_alone_is_no_change_to_people() -> None:
    before = RowFacts(Standing.REACHED, 95, 80, None, None, DAY, True)
    later = replace(before, judged_through=date(2024, 8, 31))
    assert rows(rows=(RowChange(7, 2024, MARCH, before, later),)) == []


def test_a_laege_before_any_week_is_complete_has_no_count() -> None:
    before = RowFacts(Standing.NOT_STARTED, 0, None, 0, 0, DAY, True)
    changed = (RowChange(7, 2024, MARCH, before, replace(before, state=Standing.ON_TRACK)),)
    assert rows(rows=changed) == [("Läge", "Trafikkontroller 2024", "Perioden har inte börjat", "I fas")]
    term = (replace(changed[0], year=None),)
    assert rows(rows=term)[0][1] == "Trafikkontroller, hela perioden", "its years stand beside it"


def test_time_is_told_in_hours_and_of_several_counts_which_one() -> None:
    hours = replace(TERM.promises[0].measures[0], minutes=True)
    several = replace(TERM.promises[0], measures=(hours, hours))
    before = RowFacts(Standing.ON_TRACK, 90, 6000, None, None, DAY, True)
    found = Changes(NOON, NOON, rows=(RowChange(7, 2024, MARCH, None, before),))
    told = list(change_rows(found, {7: (TERM, several, hours)}, TITLES))
    assert told == [
        ("Läge", "Trafikkontroller, trafikkontroller 2024", None, f"I fas, {duration(90)} av {duration(6000)}")
    ]


def test_the_number_of_a_sensitive_promise_stands_beside_its_laege_only_where_it_may() -> None:
    before = RowFacts(Standing.ON_TRACK, 50, 80, None, None, DAY, True)
    found = Changes(NOON, NOON, rows=(RowChange(7, 2024, MARCH, None, before),))
    counted = {7: (TERM, replace(TERM.promises[0], sensitive=True), TERM.promises[0].measures[0])}
    told = [next(change_rows(found, counted, TITLES, tells_sensitive=each))[3] for each in (True, False)]
    assert told == ["I fas, 50 av 80", "I fas"]


def test_entries_and_months_are_told() -> None:
    told = Told(
        ActivityKind.SINGLE, ActivityState.DONE, Period.through(DAY, DAY), (Share(7, 2),), Precision.EXACT, "E6", None
    )
    assert rows(entries=(EntryChange(1, None, told),), months=(MonthChange(7, MARCH, 3),)) == [
        ("Tillagd", "Trafikkontroller", None, "2024-03-12 · E6 · 2 · Genomförd"),
        ("Känsligt löfte", "Trafikkontroller", None, "mars 2024: +3"),
    ]


def test_what_was_promised_is_told_with_its_ground() -> None:
    after = replace(target(60, since="2024-07-01"), decision="BRÅ § 4", reason="Fler besökare.")
    changed = (TargetChange(7, date(2024, 7, 1), target(40), after),)
    school = (SeasonChange(7, None, Season(SeasonKind.SCHOOL_DAYS)),)
    assert rows(targets=changed, seasons=school) == [
        ("Mål", "Trafikkontroller", "minst 40 per år", "minst 60 per år från 1 juli 2024 (BRÅ § 4. Fler besökare)"),
        ("Fördelning över året", "Trafikkontroller", "Jämnt över året", "Skoldagar"),
    ]


def test_fields_are_told_by_the_names_that_people_use() -> None:
    basis = Basis(DAY, None, None)
    fields = (
        FieldChange("a/p", "wording", None, "Minst åttio.", basis),
        FieldChange("a/p", "sensitive", False, True, basis),
        FieldChange("a/p", "period", {"end": "2025-01-01", "start": "2023-01-01"}, None, basis),
        FieldChange("a/p", "parties", ["police"], [Party.POLICE, Party.MUNICIPALITY], basis),
        FieldChange("a", "municipalities", [{"name": "Grums", "code": 1764}], [], basis),
        FieldChange("a/p", "municipalities", [1764], [1764, 1486], basis),
        FieldChange("a/p", WHOLE, None, {"title": "x"}, basis),
        FieldChange(THRESHOLDS, "late_share", 25, 30),
    )
    assert rows(fields=fields) == [
        ("Så står det i medborgarlöftet", "Trafikkontroller", None, "Minst åttio."),
        ("Känsligt löfte", "Trafikkontroller", "nej", "ja"),
        ("Period", "Trafikkontroller", "2023-01-01–2024-12-31", None),
        ("Ansvarig", "Trafikkontroller", "Polisen", "Polisen, Kommunen"),
        ("Kommuner", "a", "Grums", None),
        ("Kommuner", "Trafikkontroller", "Grums", "Grums, Strömstad"),
        ("Nytt", "Trafikkontroller", None, None),
        ("Gräns för läge", "Tid kvar, när ett saknat tillfälle väger tyngre", percent(25), percent(30)),
    ]


def test_what_was_said_is_told() -> None:
    said = Said(DAY, Status.DELAYED, "Väntar på leverans", "", ())
    assert rows(
        statuses=(StatusChange("a/p", None, said),),
        signed=(SignedMonth(1486, Party.POLICE, MARCH),),
        deviations=(DeviationChange("a/p", 2024, None, "Färre pass."),),
        duties=(DutyChange("a", "d", "2024", None, DAY),),
    ) == [
        ("Status", "Trafikkontroller", None, "Försenat. Väntar på leverans"),
        ("Avstämt", "Polisen", None, "mars 2024"),
        ("Avvikelse och orsak", "Trafikkontroller 2024", None, "Färre pass."),
        ("Uppföljning", "Redovisning", None, "2024-03-12"),
    ]
