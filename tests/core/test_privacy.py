"""Personal data is told from ordinary words and numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.privacy import refusals, warnings


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("850101-1234", "personal_identity_number"),
        ("Samtal med 19850101-1234 i dag", "personal_identity_number"),
        ("8501011234", "personal_identity_number"),
        ("850161-1234", "personal_identity_number"),
        ("850101+1234", "personal_identity_number"),
        ("20040229 1234", "personal_identity_number"),
        ("850101-T123", "personal_identity_number"),
        ("ring 070-123 45 67", "phone_number"),
        ("+46 70 123 45 67", "phone_number"),
        ("0526-191 00", "phone_number"),
        ("anna.a@polisen.se", "email_address"),
        ("bilen ABC 123", "registration_plate"),
        ("abc12d", "registration_plate"),
        ("x" * 2001, "text_too_long"),
    ],
)
def test_personal_data_is_refused(text: str, code: str) -> None:
    assert code in [issue.code for issue in refusals(text, "note")]


@pytest.mark.parametrize(
    "text",
    [
        "", "12 trafikkontroller, mars 2024", "E6 vid Nordby", "v. 42", "kl. 14.30–16.00", "2024-03-15", "851301-1234",
        "årskurs 7–9, 145 elever", "dnr 2024/123", "väg 164 och 176", "Strömstad 452 30", "1 250 besökare",
    ],
)  # fmt: skip
def test_ordinary_words_and_numbers_pass(text: str) -> None:
    assert list(refusals(text, "note")) == []


def test_a_likely_name_is_warned_of() -> None:
    assert [issue.facts["name"] for issue in warnings("Möte med Anna Andersson", "note")] == ["Anna Andersson"]
    assert not list(warnings("Besök på Strömstiernaskolan i Strömstad", "note"))


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert all(issue.field == "note" for issue in [*refusals(text, "note"), *warnings(text, "note")])
