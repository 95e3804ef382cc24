import csv
import io
from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loftdb.files.tables import csv_bytes


def test_the_bytes_are_those_that_swedish_excel_reads() -> None:
    headers = ["Löfte", "Antal", "Förväntat", "Datum", "Plats"]
    rows: list[list[str | int | float | date | None]] = [
        ["Å, ä och ö", 1250, 39.67, date(2024, 3, 15), 'Café "Ö"; hörnan'],
        ["rad\nbrytning", -3, None, datetime.fromisoformat("2024-03-15T08:05"), None],
    ]
    assert csv_bytes(headers, rows) == (
        b"\xef\xbb\xbf"
        b"L\xc3\xb6fte;Antal;F\xc3\xb6rv\xc3\xa4ntat;Datum;Plats\r\n"
        b'\xc3\x85, \xc3\xa4 och \xc3\xb6;1250;39,67;2024-03-15;"Caf\xc3\xa9 ""\xc3\x96""; h\xc3\xb6rnan"\r\n'
        b'"rad\nbrytning";-3;;2024-03-15 08:05:00;\r\n'
    )


@pytest.mark.parametrize("text", ["=1+1", "+46", "-2 grader", "@SUM(A1)", "\t=1", "  =1"])
def test_a_text_that_looks_like_a_formula_does_not_run(text: str) -> None:
    assert csv_bytes(["a"], [[text]]).decode("utf-8-sig").split("\r\n")[1] == f"'{text}"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (-2.5, "-2,5"),
        (Fraction(1, 3), "0,333333"),
        (2.0, "2"),
        (100, "100"),
        (float("nan"), ""),
        (1e-7, "0"),
        (1e6, "1000000"),
    ],
)
def test_true_numbers_are_never_guarded(value: float, text: str) -> None:
    assert csv_bytes(["a", "b"], [[value, "x"]]).decode("utf-8-sig").split("\r\n")[1] == f"{text};x"


def test_a_row_of_the_wrong_length_is_an_error() -> None:
    with pytest.raises(ValueError, match="2 cells under 1 headers"):
        csv_bytes(["a"], [["x", "y"]])


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r")), st.integers())))
def test_what_is_written_can_be_read_back(rows: list[tuple[str, int]]) -> None:
    text = csv_bytes(["text", "antal"], rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
    assert [int(number) for _, number in read] == [number for _, number in rows]
    assert [text.removeprefix("'") for text, _ in read] == [text.removeprefix("'") for text, _ in rows]
