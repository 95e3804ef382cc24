"""Behövs per månad as a table and as a file."""

import re
from dataclasses import replace
from datetime import date

from loftdb.core.needed import Needed, NeededRow, Total
from loftdb.core.periods import add_months
from loftdb.view.needed import file_headings, file_lines, page
from loftdb.view.texts.needed import booked
from tests.view.test_lagging import AGREEMENT, MEASURE, PROMISE

TODAY = date(2024, 10, 15)
NAMES = {1486: "Strömstad"}


def sheet(months: int) -> Needed:
    firsts = tuple(add_months(date(2024, 10, 1), step) for step in range(months))
    row = NeededRow(AGREEMENT, PROMISE, MEASURE, 2024, months, 1, (1,) * months)
    return Needed(firsts, (row,), (Total("trafikkontroller", False, months, (1,) * months),))


def heads(shown: str) -> list[str]:
    return re.findall(r'<th scope="col">([^<]*)<', shown)


def shown(months: int) -> str:
    return page(sheet(months), NAMES, lambda promise, year: f"lofte?{promise}&{year}", "LPO", TODAY)


def test_the_running_month_is_what_is_left_of_it_and_january_has_its_year() -> None:
    assert heads(shown(4)) == ["Löfte", "Återstår", "resten av okt 2024", "nov", "dec", "jan 2025"]


def test_what_lies_more_than_a_year_ahead_is_one_column() -> None:
    found = shown(15)
    assert heads(found)[-1] == "Senare"
    assert len(heads(found)) == 2 + 12 + 1
    assert found.count("<td>3</td>") == 2


def test_the_file_has_every_month_and_says_what_it_is() -> None:
    assert file_headings(sheet(15), False)[-1] == "2025-12"
    assert file_headings(sheet(2), True)[-1].startswith("Exempeldata")
    row, total = file_lines(sheet(2), NAMES, True)
    assert row == (
        "LPO",
        "Strömstad",
        "Trafikkontroller",
        "s/t",
        "",
        2024,
        "trafikkontroller",
        2,
        1,
        1,
        1,
        "Påhittad uppgift",
    )
    assert len(total) == len(file_headings(sheet(2), True))


def test_the_function_that_answers_is_told_where_it_is_known() -> None:
    [row] = sheet(2).rows
    known = replace(sheet(2), rows=(replace(row, promise=replace(PROMISE, function="kommunpolis")),))
    found = page(known, NAMES, lambda promise, year: "", "LPO", TODAY)
    assert "Strömstad · trafikkontroller · kommunpolis</span>" in found
    assert "Strömstad · trafikkontroller</span>" in shown(2)
    line = dict(zip(file_headings(known, False), next(iter(file_lines(known, NAMES, False))), strict=True))
    assert (line["Ansvarig funktion"], line["Enhet"], line["2024-10"]) == ("kommunpolis", "trafikkontroller", 1)


def test_nothing_left_is_said_without_a_table() -> None:
    found = page(Needed((), (), ()), NAMES, lambda promise, year: "", "LPO", TODAY)
    assert "Inget återstår." in found
    assert "<table" not in found


def test_kinds_of_activity_stand_in_swedish_order_on_screen_and_in_the_file() -> None:
    kinds = (Total("ölkontroller", False, 1, (1,)), Total("avspärrningar", False, 1, (1,)))
    given = Needed((date(2024, 10, 1),), sheet(1).rows, kinds)
    drawn = page(given, NAMES, lambda promise, year: "x", "LPO", TODAY)
    assert drawn.index("Avspärrningar") < drawn.index("Ölkontroller")
    assert [line[2] for line in file_lines(given, NAMES, False)][1:] == ["avspärrningar", "ölkontroller"]


def test_one_is_booked_in_the_singular() -> None:
    assert (booked(1), booked(3)) == ("varav 1 bokat", "varav 3 bokade")
