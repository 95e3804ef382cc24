"""Personal data is told from ordinary words and numbers."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.privacy import MAX_TEXT, refusals, warnings

IDENTITIES = [
    "850101-1234", "8501011234", "19850101-1234", "198501011234", "850101 1234", "20040229 1234", "850101 - 1234",
    "850161-1234", "19850161-1234", "850101+1234", "850101-T123", "850101_1234", "850101.1234", "850101/1234",
    "850101:1234",
    "1985-01-01-1234", "1985-01-01 1234", "85-01-01-1234", "85 01 01-1234", "850101-12 34", "850101-123 4",
    "000229-1234", "x850101-1234x", "pnr:850101-1234.", "Samtal med 19850101-1234 i dag", "991399 9999-850101-1234",
    "850101—1234", "850101–1234", "850101‑1234", "850101−1234", "850101\u00ad-1234", "850101\u200b-1234",
    "8501\u200d01-12\ufeff34", "850101\u00a0-\u00a01234", "８５０１０１-１２３４", "1985-01-01 0900-1100",
]  # fmt: skip
PHONES = [
    "ring 070-123 45 67", "0701234567", "070 123 45 67", "070-1234567", "070-123 4567", "tel 0701 234567",
    "+46 70 123 45 67", "+46701234567", "+46(0)70-123 45 67", "+46 (0) 70 123 45 67", "0046701234567",
    "+47 22 33 44 55", "08-123 456 78", "08-20 30 40", "08 123 45 67", "0526-191 00", "0526-12345", "0526 123 45",
    "(0526) 123 45", "(070) 123 45 67", "010-567 00 00", "070.123.45.67", "070–123 45 67", "070‑123 45 67",
    "070/123 45 67", "070 - 123 45 67", "kl 08-12 070 123 45 67", "070 123 45 67 12 bilar", "070-12\u200b3 45 67",
]  # fmt: skip
ADDRESSES = [
    "anna.a@polisen.se", "anna @ grums.se", "anna@ grums.se", "anna(at)grums.se", "anna [at] grums.se",
    "anna＠grums.se", "anna@gr\u00adums.se",
]  # fmt: skip
PLATES = [
    "bilen ABC 123", "ABC123", "abc123", "abc 123", "ABC-123", "ABC - 123", "ABC  123", "ABC\u00a0123", "ABC\t123",
    "A\u200bBC 123", "ABC 12A", "abc12d", "MLB 84X", "reg.nr ABC123", "regnr: Abc 123", "regnummer PRO 150",
    "ABC 123 med två personer",
]  # fmt: skip
NOTES = [
    "", "12 trafikkontroller, mars 2024", "E6 vid Nordby", "v. 42", "2024-03-15", "851301-1234", "dnr 2024/123",
    "årskurs 7–9, 145 elever", "väg 164 och 176", "Strömstad 452 30", "1 250 besökare", "12 345 678 kr",
    # Hours
    "kl. 14.30–16.00", "Poliskontoret öppet 0900-1500", "kl 0800-1600", "15/3 0900-1200", "Kl. 0730 0745 0800",
    "Pass 06-14 14-22 22-06", "Pass 1800-0200", "240315 0900-1100", "2024-03-15 0900-1100", "2024-03-15 0900",
    "kl 07 30 - 09 30", "08 30-11 00", "08 15 – 09 45", "08.30-11.15", "kl 08-12, 14-16", "Färjan 0715-0930",
    "0730/0745/0800", "v. 08 10 12 14", "kl 08-16 250 fordon",
    # Dates and numbers
    "01-02-2024", "05/06/2024", "08-12-2024", "01022024", "03 15 2024", "2024-10-15 – 2024-10-20",
    "2024-10-15-2024-10-20", "20241015-20241020", "2023-2024", "Dnr KS 2024/00123", "2024-001234",
    "5000-K0123456-24", "212000-1355", "Bg 123-4567", "Pg 12 34 56-7", "Fastighet Kebal 2:75", "59.3812, 13.5043",
    "SWEREF 6543210, 301234", "0 100 200 300", "Resultat: 0-1-2-3-4-5-6", "Lag 2023:196", "Ring 112 eller 114 14",
    "12 st @ 2.50", "polisen_grums på Instagram",
    # Three letters and a number
    "PRO 150 deltagare", "SPF 120 deltagare", "ABF 120 besökare", "NTF 100 reflexer", "SOS 112 kontaktades",
    "EPA 100", "RUM 204", "max123", "dec123", "max 120 km/h", "och 100 till", "LPO 123", "Lag 123", "BRÅ 112",
    "klass 7A och 8B", "sal 12B", "E18 Segmon", "Buss 871", "MC 125", "A-traktorer: 17", "OKQ8 i Grums",
]  # fmt: skip


def codes(text: str) -> list[str]:
    return [issue.code for issue in refusals(text, "note")]


def warned(text: str, code: str, fact: str) -> list[object]:
    return [issue.facts[fact] for issue in warnings(text, "note") if issue.code == code]


def names(text: str) -> list[object]:
    return warned(text, "likely_name", "name")


@pytest.mark.parametrize("text", IDENTITIES)
def test_an_identity_number_is_refused(text: str) -> None:
    assert "personal_identity_number" in codes(text)


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_number_is_refused(text: str) -> None:
    assert "phone_number" in codes(text)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_email_address_is_refused(text: str) -> None:
    assert codes(text) == ["email_address"]


@pytest.mark.parametrize("text", PLATES)
def test_a_registration_plate_is_refused(text: str) -> None:
    assert codes(text) == ["registration_plate"]


@pytest.mark.parametrize("text", NOTES)
def test_ordinary_notes_pass(text: str) -> None:
    assert list(refusals(text, "note")) == []
    assert list(warnings(text, "note")) == []


def test_a_long_text_is_refused_with_its_length() -> None:
    (issue,) = refusals("x" * (MAX_TEXT + 1), "note")
    assert (issue.code, issue.facts) == ("text_too_long", {"max": MAX_TEXT, "length": MAX_TEXT + 1})


@pytest.mark.parametrize(
    ("text", "plate"),
    [("Tua 120 i kväll", "Tua 120"), ("XYZ 150 deltagare", "XYZ 150"), ("Abc 123", "Abc 123")],
)
def test_what_may_be_a_name_or_a_count_is_only_warned_of(text: str, plate: str) -> None:
    assert codes(text) == []
    assert warned(text, "likely_plate", "plate") == [plate]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Möte med Anna Andersson", "Anna Andersson"),
        ("ANNA SVENSSON", "ANNA SVENSSON"),
        ("samtal med anna svensson", "anna svensson"),
        ("Mohammed Ali", "Mohammed Ali"),
        ("Karl-Erik Ståhl", "Karl-Erik Ståhl"),
        ("Åke Åström", "Åke Åström"),
        ("Anna\u00a0 Karlsson ringde", "Anna Karlsson"),
        ("Träffade Erik Nilsson Berg i Grums", "Erik Nilsson Berg"),
        ("Skjuts åt Zlatko Petrovic", "Zlatko Petrovic"),
        ("Ordningsvakt Ekström", "Ordningsvakt Ekström"),
    ],
)
def test_a_likely_name_is_warned_of(text: str, name: str) -> None:
    assert names(text) == [name]


def test_two_names_are_two_warnings() -> None:
    assert names("Anna Svensson, Björn Öhman och Kalle.") == ["Anna Svensson", "Björn Öhman"]


@pytest.mark.parametrize(
    "text",
    [
        "Besök på Strömstiernaskolan i Strömstad", "Strömstads gymnasium", "Norra Hamngatan", "Coop Nordby",
        "Vid Coop Nordby", "Kontroll vid Svinesund Norge", "Norra Ekberg", "Stora Sund", "Västra Berg", "Råda Lund",
        "Kungsmarkens Lund", "Röda Korset Grums", "med Rädda Barnen", "Sankt Olof", "Folkets Park", "Sofia Kyrka",
        "ICA Maxi", "med BRÅ Strömstad", "Erik Dahlbergsgatan 12", "möte med Hyresgästföreningen Väst",
        "Polisregion Väst och Trafikverket Region Väst", "Skolbesök. Fotpatrull Grums", "OBS VIKTIGT MÖTE",
        "en gång per person", "Karl Johans torg", "vid Björn Borgs väg", "Tanum Shoppingcenter",
        "Södra Hamnen, Norra Torget",
    ],
)  # fmt: skip
def test_places_and_organisations_are_no_names(text: str) -> None:
    assert names(text) == []


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(issue.field == "note" for issue in [*refusals(text, "note"), *warnings(text, "note")])


@pytest.mark.parametrize(
    "seed",
    ["a", "0", "0-", "08-12 ", "850101-", "85 01 01 ", "+46 ", "a@", "a@a.", "Aa ", "Aa-", "Anna ", "AA ", "abc ",
     "reg nr ", "\u200b", " ", "\ufdfa"],
)  # fmt: skip
def test_no_text_takes_long(seed: str) -> None:
    text = (seed * 100_000)[:100_000]
    began = time.process_time()
    list(refusals(text, "note"))
    list(warnings(text, "note"))
    assert time.process_time() - began < 1
