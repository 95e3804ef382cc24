"""The head of Översikt: through which day, and what is lacking."""

from datetime import date

import pytest

from loftdb.core.model import Party, Standing
from loftdb.view.figures import Figures
from loftdb.view.overview import beginning, judged_phrases, not_here, unreported_phrase

POLICE, MUNICIPALITY = Party.POLICE, Party.MUNICIPALITY
BOTH = (POLICE, MUNICIPALITY)
AUGUST, SEPTEMBER = date(2024, 8, 31), date(2024, 9, 30)


def row(through: date, signed: bool, *parties: Party) -> Figures:
    return Figures(
        "Löfte", Standing.ON_TRACK, date(2024, 1, 1), date(2024, 12, 31), through, parties=parties, signed=signed
    )


@pytest.mark.parametrize(
    ("rows", "phrases"),
    [
        ([row(AUGUST, True, POLICE), row(AUGUST, True, *BOTH)], ["Läge till och med 31 augusti, avstämt"]),
        ([row(SEPTEMBER, False)], ["Läge till och med 30 september, inte avstämt"]),
        (
            [row(SEPTEMBER, True, POLICE), row(AUGUST, True, *BOTH), row(AUGUST, True, MUNICIPALITY)],
            [
                "Gemensamma och kommunens löften: läge till och med 31 augusti, avstämt",
                "Polisens löften: läge till och med 30 september, avstämt",
            ],
        ),
        (
            [row(AUGUST, True, POLICE), row(SEPTEMBER, False)],
            [
                "Polisens löften: läge till och med 31 augusti, avstämt",
                "Gemensamma löften: läge till och med 30 september, inte avstämt",
            ],
        ),
        ([], []),
    ],
)
def test_the_judged_day_is_said_once_or_for_whom_it_differs(rows: list[Figures], phrases: list[str]) -> None:
    assert judged_phrases(rows, 2024) == phrases


def test_an_ended_agreement_is_judged_to_its_end() -> None:
    told = judged_phrases([row(date(2026, 11, 22), False)], 2024, date(2024, 12, 31))
    assert told == ["Läge till och med 31 december, inte avstämt"]


@pytest.mark.parametrize(
    ("asked", "shown", "what", "said"),
    [
        ("Kiruna", "Grums", "Kommun", "Kommun ”Kiruna” finns inte att visa för din roll. Grums visas i stället;"),
        ("1999", "2024", "År", "År ”1999” finns inte att visa. 2024 visas i stället;"),
        ("x", "2024-08-31", "Läge till och med", "visa. 31 augusti 2024 visas i stället;"),
        ("x", "", "Läge till och med", "visa. Senast avstämt visas i stället;"),
    ],
)
def test_what_cannot_be_shown_blames_the_role_only_where_it_may(asked: str, shown: str, what: str, said: str) -> None:
    assert said in not_here(asked, shown, what)


def test_an_empty_database_says_where_to_begin() -> None:
    shown = beginning("./registrera", "./manadsblad")
    assert "Inget är registrerat än." in shown
    assert 'href="./registrera"' in shown
    assert 'href="./manadsblad"' in shown


def months(*numbers: int) -> list[date]:
    return [date(2024, number, 1) for number in numbers]


@pytest.mark.parametrize(
    ("unreported", "phrase"),
    [
        ({POLICE: [], MUNICIPALITY: []}, ""),
        ({POLICE: months(9), MUNICIPALITY: months(9)}, "Uppgift saknas: polisen och kommunen för september"),
        (
            {POLICE: months(7, 8), MUNICIPALITY: months(9)},
            "Uppgift saknas: polisen för juli och augusti och kommunen för september",
        ),
        ({POLICE: months(3, 4, 5, 6, 7)}, "Uppgift saknas: polisen för 5 månader, mars–juli"),
        (
            {POLICE: [date(2023, number, 1) for number in range(1, 13)]},
            "Uppgift saknas: polisen för 12 månader, januari–december 2023",
        ),
        (
            {POLICE: [date(2023, 12, 1), *months(1, 2, 3, 4)]},
            "Uppgift saknas: polisen för 5 månader, december 2023–april 2024",
        ),
    ],
)
def test_months_without_sign_off_are_named_by_party(unreported: dict[Party, list[date]], phrase: str) -> None:
    assert unreported_phrase(unreported, 2024) == phrase
