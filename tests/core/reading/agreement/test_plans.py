"""Agreements, municipalities, districts, periods and problem areas."""

from datetime import date

import pytest

from loftdb.core.periods import Period
from loftdb.core.reading.agreement.clauses import tokens_of
from loftdb.core.reading.agreement.dates import dated
from loftdb.core.reading.result import DoubtKind, Span
from tests.core.reading.agreement.reading import doubts, plan, read

PROMISE = "\n\nPolisen lovar\n\n• besöka skolan\n"


def _period(first, last):
    return Period.through(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("2018-01-01--2019-12-31", "2018-01-01", "2019-12-31"),
        ("2018-07-01—2020-06-30", "2018-07-01", "2020-06-30"),
        ("1 januari 2023 - 31 december 2025", "2023-01-01", "2025-12-31"),
        ("1 mars till och med 31 maj 2024", "2024-03-01", "2024-05-31"),
        ("januari 2022 t.o.m. juni 2023", "2022-01-01", "2023-06-30"),
        ("1/7 2023 – 30/6 2024", "2023-07-01", "2024-06-30"),
        ("2020-2022", "2020-01-01", "2022-12-31"),
        ("2023–25", "2023-01-01", "2025-12-31"),
        ("2020/2021", "2020-01-01", "2021-12-31"),
        ("åren 2019 och 2020", "2019-01-01", "2020-12-31"),
        ("hösten 2024", "2024-09-01", "2024-11-30"),
        ("vintern 2024", "2024-12-01", "2025-02-28"),
        ("första halvåret 2025", "2025-01-01", "2025-06-30"),
        ("fjärde kvartalet 2025", "2025-10-01", "2025-12-31"),
        ("maj 2024", "2024-05-01", "2024-05-31"),
    ],
)
def test_dates_in_words_become_periods(said, first, last):
    assert [each.period for each in dated(tokens_of(said, Span(0, len(said))))] == [_period(first, last)]


@pytest.mark.parametrize(
    "said", ["31 februari 2024", "årskurs 7 och 9", "2023:41", "2025-2023", "klockan 20", "1850", "2024-"]
)
def test_what_is_no_possible_period_gives_no_range(said):
    assert not any(each.is_range for each in dated(tokens_of(said, Span(0, len(said)))))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Medborgarlöfte Norrby 2021-2022", "2021-01-01", "2022-12-31"),
        ("Medborgarlöfte\n\nLöftet gäller från 1 mars 2024 till 28 februari 2026.", "2024-03-01", "2026-02-28"),
        ("Medborgarlöfte 2024\n\nLöftet gäller 2024-07-01 – 2025-06-30.", "2024-07-01", "2025-06-30"),
        ("Medborgarlöfte\n\nDet lovar Norrby kommun och polisen under 2019–2022.", "2019-01-01", "2022-12-31"),
        ("Löfte\n\nVi har under 2016 velat mer. Parterna ska under 2017 göra följande:", "2017-01-01", "2017-12-31"),
        ("Medborgarlöfte\n\nGiltighetstid: 1 mars 2024 – 28 februari 2026", "2024-03-01", "2026-02-28"),
    ],
)  # fmt: skip
def test_the_clearest_statement_gives_the_period(text, first, last):
    assert plan(text + PROMISE).period == _period(first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Medborgarlöfte\n\nNorrby den 1 mars 2024",
        "Medborgarlöfte\n\nNorrby i juni 2024",
        "Medborgarlöfte\n\nUnder 2020–2021 gjordes 40 kontroller.",
        "Medborgarlöfte\n\nLöftet gäller i tre år.",
        "Medborgarlöfte\n\nSenast uppdaterad 2024-05-12",
        "Medborgarlöfte\n\nLöftet gäller från och med 2024.",
    ],
)
def test_the_past_signatures_and_open_ends_give_no_period(text):
    assert plan(text + PROMISE).period is None
    assert DoubtKind.NO_AGREEMENT_PERIOD in doubts(text + PROMISE)


def test_a_year_inside_a_promise_is_not_the_agreements():
    assert plan("Medborgarlöfte\n\nPolisen lovar\n\n• hålla tio kontroller under 2024\n").period is None


def test_two_titles_with_two_periods_are_two_agreements():
    text = "Kumla – medborgarlöften\n\nMedborgarlöfte 2023–2024" + PROMISE + "\nMedborgarlöfte 2021–2022" + PROMISE * 2
    found, _ = read(text)
    assert [(each.period.start.year, each.municipalities) for each in found] == [(2023, ("Kumla",)), (2021, ("Kumla",))]


def test_a_title_that_is_repeated_begins_nothing():
    text = "Medborgarlöfte Kumla 2023\n\nLöften för 2023" + PROMISE + "\nMedborgarlöfte Kumla 2023" + PROMISE
    assert len(read(text)[0]) == 1


def test_outcomes_of_an_older_agreement_are_no_agreement():
    text = "Medborgarlöfte 2023" + PROMISE + "\nTidigare löften\n\nMedborgarlöfte 2021\nDå gjordes tolv besök.\n"
    assert [each.period.start.year for each in read(text)[0]] == [2023]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kumla – medborgarlöften", ("Kumla",)),
        ("MEDBORGARLÖFTE FÖR GRÄSTORP 2021", ("Grästorp",)),
        ("Leksands första medborgarlöfte", ("Leksand",)),
        ("Medborgarlöfte\n\nPolisen och Grums kommun samarbetar.", ("Grums",)),
        ("Medborgarlöfte\n\nUpplands Väsby kommun och polisen samarbetar.", ("Upplands Väsby",)),
        ("Medborgarlöfte\n\nFalu kommun och polisen samarbetar.", ("Falun",)),
        ("Gemensamma löften mellan Strömstads kommun och Tanums kommun", ("Strömstad", "Tanum")),
        ("Löfte\n\nKommunerna Nora, Hällefors och Lindesberg deltar.", ("Nora", "Hällefors", "Lindesberg")),
        ("Medborgarlöfte\n\nLokalpolisområde Alingsås och Lerums kommun samarbetar.", ("Lerum",)),
        ("Lindesberg – medborgarlöften\n\nLindesergs kommun samarbetar.", ("Lindesberg",)),
        ("Kumla – medborgarlöften\n\nKontakt\nKommunpolis i Hallsberg och Laxå", ("Kumla",)),
        ("Medborgarlöfte\n\nPolisen ska vara nära. Kontroller sker på mark och berg.", ()),
        ("Medborgarlöfte\n\nNordvik kommun och polisen samarbetar.", ("Nordvik",)),
    ],
)  # fmt: skip
def test_municipalities_are_named_without_kommun(text, names):
    assert plan(text + PROMISE).municipalities == names


def test_a_title_on_several_lines_is_one():
    text = "Medborgarlöfte\nmellan\nLPO Norra Lappland\noch\nPajala kommun\n2021-01-01 -- 2022-12-31\n\nTrafik"
    found = plan(text + "\n\n• Minst tolv kontroller\n")
    assert (found.title, found.municipalities, found.promises[0].parties) == ("Medborgarlöfte", ("Pajala",), ())
    assert found.period == _period("2021-01-01", "2022-12-31")


def test_no_municipality_is_said():
    assert DoubtKind.NO_MUNICIPALITY in doubts("Medborgarlöfte 2024" + PROMISE)


@pytest.mark.parametrize(
    ("said", "district"),
    [
        ("Det är lokalpolisområde Karlstad (LPO Karlstad) som lovar.", "lokalpolisområde Karlstad"),
        ("Det lovar Nybro lokalpolisområde.", "Nybro lokalpolisområde"),
        ("LPO västra Skaraborg och kommunen samarbetar.", "LPO västra Skaraborg"),
        ("Lokalpolisområde Gällivare/ Kiruna och Gällivare kommun samarbetar.", "Lokalpolisområde Gällivare/ Kiruna"),
        ("Lokalpolisområde Hallsberg–Kumla och Kumla kommun samarbetar.", "Lokalpolisområde Hallsberg–Kumla"),
        ("Lokalpolisområde Kumla – vi samarbetar.", "Lokalpolisområde Kumla"),
        ("Polisen samarbetar.", ""),
    ],
)
def test_the_police_district_is_quoted(said, district):
    assert plan(f"Medborgarlöfte\n\n{said}" + PROMISE).police_district == district


@pytest.mark.parametrize(
    "text",
    [
        "Problemområden\n\n1. Trafik.\n2. Inbrott",
        "Tre områden ska gå först:\n\n• Trafik\n• Inbrott",
        "PRIORITERADE OMRÅDEN\nTrafik\nInbrott",
        "Fokusområde 1: Trafik" + PROMISE + "\nFokusområde 2: Inbrott",
    ],
)
def test_problem_areas_are_named_in_order(text):
    assert plan("Medborgarlöfte\n\n" + text + PROMISE).problem_areas == ("Trafik", "Inbrott")
