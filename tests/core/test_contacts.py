"""Quoted texts keep every word but names and contact details."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.core.privacy import LEFT_OUT, blackened, refusals, without_contacts


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (
            "Kontakta kommunpolis Johan Hilding, 070-123 45 67 eller johan.hilding@polisen.se.",
            "Kontakta kommunpolis […], […] eller […].",
        ),
        ("Johan Hilding, Kommunpolis", "[…], Kommunpolis"),
        ("Kommunpolisen Anna håller öppet", "Kommunpolisen […] håller öppet"),
        ("Kontakt: Anna Svensson", "Kontakt: […]"),
        ("Frågor till Anna Svensson, 070-123 45 67", "Frågor till […], […]"),
        ("Ärendet gäller 850101-1234.", "Ärendet gäller […]."),
        ("Ring +46 70 123 45 67 nu", "Ring […] nu"),
        ("Lokalpolisområdeschef Per-Erik Larsson och kommunchef Anna Berg lovar", "Lokalpolisområdeschef […] och "
         "kommunchef […] lovar"),
    ],
)  # fmt: skip
def test_names_beside_a_title_and_contact_details_are_left_out(written: str, kept: str) -> None:
    assert without_contacts(written) == kept
    assert not list(refusals(without_contacts(written), "wording"))


@pytest.mark.parametrize(
    "text",
    [
        "Polisen ska vara synlig på Karl Johans torg och i Norra Hamnen, 80 gånger per år 2023–2024.",
        "Metoden Krogar mot knark införs, och Kommunpolisen Strömstad håller 30 möten.",
        "Minst 40 kontroller på E6, lag (2023:196), årskurs 7–9, kl. 08.00–17.00.",
        "",
    ],
)
def test_what_is_no_contact_stays_word_for_word(text: str) -> None:
    assert without_contacts(text) == text
    assert blackened(text) == text


def test_a_blackened_text_keeps_its_length_so_that_places_in_it_still_fit() -> None:
    text = "Frågor?\nLars Hedelin,\nkommunpolis, 0526-123 45. Minst 80 kontroller."
    black = blackened(text)
    assert len(black) == len(text)
    assert black.index("80") == text.index("80")
    assert "Hedelin" not in black
    assert "123" not in black


@given(st.text(st.sampled_from("aA1 0-@.,\n7åPolischef") | st.characters(), max_size=200))
def test_any_text_keeps_its_length_or_loses_only_what_is_marked(text: str) -> None:
    assert len(blackened(text)) == len(text)
    assert (without_contacts(text) == text) == (blackened(text) == text)
    assert LEFT_OUT in without_contacts(text) or without_contacts(text) == text
