"""Follow-ups that a document promises: to whom and when."""

from datetime import date

import pytest

from loftdb.core.periods import Period
from tests.core.reading.agreement.reading import plan

TEXT = "Medborgarlöfte\n\nPolisen lovar\n\n• besöka skolan\n\nUppföljning\n\n{}\n"


def _duty(said):
    (duty,) = plan(TEXT.format(said)).duties
    return duty


@pytest.mark.parametrize(
    ("said", "to_whom", "when"),
    [
        ("Det följs upp för kommunstyrelsen i Ale kommun hösten 2024.", "kommunstyrelsen i Ale kommun", "hösten 2024"),
        ("Uppföljning av insatser ska ske kontinuerligt i lokala BRÅ.", "lokala BRÅ", "kontinuerligt"),
        ("Arbetet ska årligen redovisas offentligt.", "allmänheten", "årligen"),
        ("Löftet följs upp varje kvartal.", "", "varje kvartal"),
        ("Resultatet redovisas för kommunstyrelsen senast 31 mars 2025.", "kommunstyrelsen", "senast 31 mars 2025"),
    ],
)  # fmt: skip
def test_a_follow_up_says_to_whom_and_when(said, to_whom, when):
    assert (_duty(said).to_whom, _duty(said).when) == (to_whom, when)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("under hösten 2024", "2024-09-01", "2024-11-30"),
        ("våren 2025", "2025-03-01", "2025-05-31"),
        ("andra halvåret 2024", "2024-07-01", "2024-12-31"),
        ("i januari 2026", "2026-01-01", "2026-01-31"),
        ("senast 31 mars 2025", "2025-01-01", "2025-03-31"),
    ],
)
def test_the_window_comes_from_the_words(said, first, last):
    window = _duty(f"Arbetet ska följas upp {said}.").window
    assert window == Period.through(date.fromisoformat(first), date.fromisoformat(last))


def test_no_window_where_the_words_give_none():
    assert _duty("Arbetet följs upp löpande.").window is None


def test_a_duty_quotes_its_place():
    text = TEXT.format("Löftet följs upp varje år.")
    assert _duty("Löftet följs upp varje år.").span.of(text) == "Löftet följs upp varje år."


@pytest.mark.parametrize(
    "said",
    ["Löftet gäller i två år med möjlighet att revidera.", "Polisen har följt upp förra årets löfte.", "Ring 114 14."],
)
def test_what_promises_no_follow_up_is_no_duty(said):
    assert plan(TEXT.format(said)).duties == ()


def test_a_promise_that_speaks_of_follow_up_is_no_duty():
    text = "Kommunen lovar\n\n• Kontinuerlig kontroll och uppföljning av lägesbilden\n"
    assert (len(plan(text).promises), plan(text).duties) == (1, ())
