"""The head of Översikt: through which day, and what is lacking."""

from datetime import date

import pytest

from loftdb.core.model import Party, Standing
from loftdb.view.figures import Figures
from loftdb.view.overview import judged_phrase, unreported_phrase

POLICE, MUNICIPALITY = Party.POLICE, Party.MUNICIPALITY
BOTH = (POLICE, MUNICIPALITY)
AUGUST, SEPTEMBER = date(2024, 8, 31), date(2024, 9, 30)


def row(through: date, signed: bool, *parties: Party) -> Figures:
    return Figures(
        "Löfte", Standing.ON_TRACK, date(2024, 1, 1), date(2024, 12, 31), through, parties=parties, signed=signed
    )


@pytest.mark.parametrize(
    ("rows", "phrase"),
    [
        ([row(AUGUST, True, POLICE), row(AUGUST, True, *BOTH)], "Läge till och med 31 augusti, avstämt"),
        ([row(SEPTEMBER, False)], "Läge till och med 30 september, inte avstämt"),
        (
            [row(SEPTEMBER, True, POLICE), row(AUGUST, True, *BOTH), row(AUGUST, True, MUNICIPALITY)],
            "Läge till och med 31 augusti för gemensamma och kommunens löften och 30 september för polisens löften, "
            "avstämt",
        ),
        (
            [row(AUGUST, True, POLICE), row(SEPTEMBER, False)],
            "Läge till och med 31 augusti för polisens löften (avstämt) "
            "och 30 september för gemensamma löften (inte avstämt)",
        ),
        ([], ""),
    ],
)
def test_the_judged_day_is_said_once_or_for_whom_it_differs(rows: list[Figures], phrase: str) -> None:
    assert judged_phrase(rows, 2024) == phrase


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
    ],
)
def test_months_without_sign_off_are_named_by_party(unreported: dict[Party, list[date]], phrase: str) -> None:
    assert unreported_phrase(unreported, 2024) == phrase
