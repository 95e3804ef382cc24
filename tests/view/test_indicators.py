"""Figures from elsewhere: value, time and source in words; a curve from three values, and its text alternative."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from loftdb.core.documents import Document, Figure, Table
from loftdb.core.errors import Issue
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.meetings.typed import Typed, reading_of
from loftdb.files.pdf.typesetting import pdf
from loftdb.view.indicators import indicator_parts, indicators, refusal, series, typed, withdrawn_text
from loftdb.view.texts import indicators as words

MOMENT = datetime.fromisoformat("2024-02-05T10:00")
SAFE = IndicatorValue(
    1, 1, "ort-2024", None, "Trygga på kvällen", "procent", Decimal("77.5"), None, 2023, "Mätningen 2023", False,
    "Kalle", MOMENT,
)  # fmt: skip
BEFORE = [replace(SAFE, id=2, year=2021, value=Decimal("71.0")), replace(SAFE, id=3, year=2022, value=Decimal("74"))]


def test_a_value_stands_with_its_unit_time_and_source_and_is_claimed_for_no_promise() -> None:
    said = indicators([SAFE]) or ""
    assert "77,5\xa0procent" in said
    assert "2023. Källa: Mätningen 2023." in said
    assert words.LEAD in said
    assert "Kalle" not in said
    assert "<svg" not in said
    assert "<details" not in said


def test_nothing_measured_is_nothing_said() -> None:
    assert indicators([]) is None
    assert indicator_parts([]) == ()


def test_two_values_have_no_curve_and_three_have_one_with_its_text() -> None:
    assert "<svg" not in (indicators([SAFE, BEFORE[1]]) or "")
    said = indicators([SAFE, *BEFORE]) or ""
    assert 'aria-label="Kurva över Trygga på kvällen, procent: 2021 71, 2022 74 och 2023 77,5."' in said
    assert "Tidigare: 74 (2022), 71 (2021)." in said
    assert said.index("77,5") < said.index("Tidigare")


def test_what_is_measured_differently_is_never_put_on_one_curve() -> None:
    other = replace(SAFE, id=4, unit="index", year=2020)
    area = replace(SAFE, id=5, problem_area="Trafik", on=date(2024, 3, 1), year=None)
    found = series([area, other, SAFE])
    assert [each.last.id for each in found] == [4, 1, 5]
    said = indicators([area, other, SAFE]) or ""
    assert "Trafik: Trygga på kvällen" in said
    assert "1 mars 2024. Källa:" in said


def test_equal_and_single_day_values_can_be_drawn() -> None:
    same = [replace(SAFE, id=number, value=Decimal(0)) for number in (1, 2, 3)]
    assert "nan" not in (indicators(same) or "nan")


def test_a_document_says_the_same_in_a_table_and_a_drawing() -> None:
    parts = indicator_parts([SAFE, *BEFORE])
    [rows] = [part.rows for part in parts if isinstance(part, Table)]
    assert rows[-1] == ("Trygga på kvällen", "77,5\xa0procent", "2023", "Mätningen 2023")
    [figure] = [part for part in parts if isinstance(part, Figure)]
    assert figure.alternative.startswith("Kurva över")
    assert pdf(Document("Prov", MOMENT, parts)).startswith(b"%PDF")


def test_a_text_with_markup_in_it_stays_text() -> None:
    assert "<b>" not in (indicators([replace(SAFE, name="<b>", source="<b>", unit="<b>")]) or "<b>")


def test_the_form_begins_with_a_value_as_it_would_be_typed() -> None:
    again = typed(replace(SAFE, value=Decimal("-1250.5"), on=date(2023, 11, 5), year=None))
    reading = reading_of("ort-2024", again)
    assert (reading.value, reading.on, reading.year) == (Decimal("-1250.5"), date(2023, 11, 5), None)
    assert typed(None) == Typed("", "", "", "", "")


def test_what_is_refused_names_its_field() -> None:
    assert refusal(Issue("words_missing", "source")) == "Källa: Fyll i fältet."
    assert refusal(Issue("words_missing", "name")) == "Vad mäts: Fyll i fältet."


def test_what_was_taken_back_is_told_so_that_it_can_be_entered_again() -> None:
    assert withdrawn_text(SAFE) == "Borttagen: Trygga på kvällen 2023: 77,5\xa0procent."
