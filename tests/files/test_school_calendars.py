"""The bundled school calendars, and each way to get one wrong, told with file, line and cure."""

from datetime import date

import pytest

from loftdb.actions.seasons import CALENDARS
from loftdb.core.errors import DataFileError
from loftdb.core.periods import Period
from loftdb.core.schools import Break, SchoolCalendar, SchoolTerm
from loftdb.files.agreements import read_agreements
from loftdb.files.school_calendars import read_calendar, read_calendars
from loftdb.view.texts.issues import issue_text
from tests.core.building import period

EXAMPLE = """\
municipality: 1486
name: Strömstad
terms:
  - first: 2024-01-10
    last: 2024-06-12
    assumed: true
    source: Antaget.
    breaks:
      - {name: Sportlov, first: 2024-02-19, last: 2024-02-23}
      - {name: Lovdag, first: 2024-05-10}
  - first: 2024-08-19
    last: 2024-12-20
    source: Kommunens webbplats.
"""


def told(text: str, name: str = "1486.yaml") -> list[str]:
    with pytest.raises(DataFileError) as refused:
        read_calendar(text.encode(), name)
    return [issue_text(issue) for issue in refused.value.issues]


def test_a_calendar_is_read_whole() -> None:
    sport, day_off = (
        Break("Sportlov", period("2024-02-19", "2024-02-23")),
        Break("Lovdag", period("2024-05-10", "2024-05-10")),
    )
    assert read_calendar(EXAMPLE.encode(), "1486.yaml") == SchoolCalendar(
        1486,
        "Strömstad",
        (
            SchoolTerm(period("2024-01-10", "2024-06-12"), (sport, day_off), "Antaget.", True),
            SchoolTerm(period("2024-08-19", "2024-12-20"), (), "Kommunens webbplats.", False),
        ),
    )


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("last: 2024-12-20", "last: 2025-12-20", "1486.yaml, rad 12, terms.2.last: 20 december 2025 ligger utanför "
         "1 juli 2024–31 december 2024. Rätta det, eller perioden."),
        ("last: 2024-06-12", "last: 2024-01-09", "1486.yaml, rad 5, terms.1.last: Slutet ligger före början. "
         "Byt plats på dem eller rätta datumet."),
        ("first: 2024-02-19", "first: 2023-02-19", "1486.yaml, rad 9, terms.1.breaks.1.first: 19 februari 2023 ligger "
         "utanför 10 januari 2024–12 juni 2024. Rätta det, eller perioden."),
        ("first: 2024-05-10", "first: 2024-02-23", "1486.yaml, rad 10, terms.1.breaks.2.first: 23 februari 2024 ligger "
         "inte efter 23 februari 2024, där det före slutar. Sätt dem i ordning utan överlapp."),
        ("first: 2024-02-19", "first: 2024-02-30", "1486.yaml, rad 9, terms.1.breaks.1.first: Här ska det stå "
         "ett datum som 2024-03-15."),
        ("municipality: 1486", "municipality: 1435", "1486.yaml, rad 1, municipality: Id är 1435, men filen heter "
         "1486. De ska vara lika."),
        ("    source: Kommunens webbplats.\n", "", "1486.yaml, rad 11, terms.2: Nyckeln source saknas. Lägg till den."),
        ("assumed: true", "assumed: kanske", "1486.yaml, rad 6, terms.1.assumed: Här ska det stå true eller false."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_cure(right: str, wrong: str, sentence: str) -> None:
    assert EXAMPLE.count(right) == 1
    assert told(EXAMPLE.replace(right, wrong)) == [sentence]


def test_every_mistake_is_told_at_once() -> None:
    text = EXAMPLE.replace("last: 2024-02-23", "last: 2024-02-18").replace("first: 2024-08-19", "first: 2024-06-01")
    assert len(told(text)) == 3


def test_every_municipality_of_the_agreements_has_terms_for_the_years_2023_to_2026() -> None:
    found = read_calendars(CALENDARS)
    agreements = [file.agreement for file in read_agreements(CALENDARS.parent)]
    assert set(found) == {each.code for agreement in agreements for each in agreement.municipalities}
    names = {each.code: each.name for agreement in agreements for each in agreement.municipalities}
    for code, calendar in found.items():
        assert calendar.name == names[code]
        assert calendar.lacks(Period(date(2023, 1, 1), date(2027, 1, 1))) == ()


def test_a_year_has_about_178_school_days() -> None:
    for calendar in read_calendars(CALENDARS).values():
        for year in range(2023, 2027):
            assert 170 <= len(calendar.days(Period.year(year))) <= 190


@pytest.mark.parametrize(("first", "count"), [("2023-08-21", 84), ("2024-01-10", 94), ("2024-08-19", 84)])
def test_tanum_has_as_many_school_days_as_it_published(first: str, count: int) -> None:
    [term] = [each for each in read_calendars(CALENDARS)[1435].terms if each.days.start == date.fromisoformat(first)]
    assert not term.assumed
    assert len(read_calendars(CALENDARS)[1435].days(term.days)) == count


def test_what_nobody_published_says_that_it_is_assumed() -> None:
    terms = [term for calendar in read_calendars(CALENDARS).values() for term in calendar.terms]
    assert {term.assumed for term in terms} == {True, False}
    assert all(term.assumed == term.source.startswith("Antaget") for term in terms)
