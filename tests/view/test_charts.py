from dataclasses import replace
from datetime import date

import pytest

from loftdb.core.periods import Period
from loftdb.view.charts import Course, cumulative, cumulative_text, month_ticks, per_year, per_year_text

COURSE = Course(
    days=Period.year(2024),
    actual=[(date(2024, 1, 10), 3), (date(2024, 2, 1), 15), (date(2024, 10, 2), 19)],
    known_through=date(2024, 10, 15),
    judged_through=date(2024, 9, 30),
    expected=[(date(2023, 12, 31), 0.0), (date(2024, 6, 30), 39.78), (date(2024, 12, 31), 80.0)],
    expected_floor=59,
    target=80,
    plural="trafikkontroller",
)


def test_the_actual_is_a_step_line_against_a_dashed_expected_one() -> None:
    expected, actual = cumulative(COURSE).data
    assert (expected.name, expected.line.dash) == ("Förväntat", "dash")
    assert (actual.name, actual.line.shape) == ("Utfall", "hv")
    assert list(actual.y) == [0, 3, 15, 19, 19]
    assert actual.x[-1] == date(2024, 10, 15)


def test_the_target_and_the_judged_day_are_lines() -> None:
    figure = cumulative(COURSE)
    assert figure.layout.annotations[0].text == "Mål 80"
    assert {shape.y0 for shape in figure.layout.shapes} >= {80}
    assert date(2024, 9, 30) in {shape.x0 for shape in figure.layout.shapes}


def test_axes_and_hover_are_swedish() -> None:
    figure = cumulative(COURSE)
    assert figure.layout.separators == ", "
    assert figure.layout.xaxis.ticktext[:3] == ("jan<br>2024", "feb", "mar")
    assert figure.data[1].text[2] == "till och med 1 februari 2024: 15"


def test_the_sentence_says_the_same() -> None:
    assert cumulative_text(COURSE) == (
        "Diagram över trafikkontroller från 1 januari 2024: 15 till och med 30 september 2024, "
        "förväntat hittills 59, mål 80, därefter preliminärt 4."
    )


def test_small_counts_have_whole_ticks() -> None:
    assert cumulative(replace(COURSE, actual=[], target=2)).layout.yaxis.dtick == 1
    assert cumulative(COURSE).layout.yaxis.dtick is None


def test_an_unknown_year_has_no_zero() -> None:
    assert per_year([2023, 2024], [None, 3], "möten").data[0].text == ("–", "3")
    assert per_year_text([2023, 2024], [None, 3], "möte", "möten") == "Per år: 2023 uppgift saknas och 2024 3 möten."


def test_a_count_without_target_or_activities_draws_a_flat_line() -> None:
    empty = replace(COURSE, actual=[], expected=[], expected_floor=None, target=None, plural="möten")
    [actual] = cumulative(empty).data
    assert list(actual.y) == [0, 0]
    assert cumulative_text(empty) == "Diagram över möten från 1 januari 2024: 0 till och med 30 september 2024."


@pytest.mark.parametrize(
    ("last", "names"),
    [
        (date(2023, 3, 31), "jan2023 feb mar"),
        (date(2024, 12, 31), "jan2023 mar maj jul sep nov jan2024 mar maj jul sep nov"),
        (date(2025, 12, 31), "jan2023 apr jul okt jan2024 apr jul okt jan2025 apr jul okt"),
    ],
)
def test_months_thin_out_over_the_years(last: date, names: str) -> None:
    assert " ".join(month_ticks(date(2023, 1, 1), last)[1]).replace("<br>", "") == names


def test_bars_per_year_carry_their_numbers() -> None:
    figure = per_year([2023, 2024], [1250, 55], "kontroller")
    assert figure.data[0].text == ("1\u00a0250", "55")
    assert per_year_text([2023, 2024], [1, 55], "kontroll", "kontroller") == (
        "Per år: 2023 1 kontroll och 2024 55 kontroller."
    )


def test_a_bar_is_crossed_by_a_line_at_its_years_target() -> None:
    figure = per_year([2023, 2024, 2025], [95, 42, 0], "kontroller", targets=[80, 45, None])
    assert [(line.x0, line.x1, line.y0) for line in figure.layout.shapes] == [(-0.35, 0.35, 80), (0.65, 1.35, 45)]


def test_the_likely_final_number_is_a_bar_on_the_last_day_in_chart_and_words() -> None:
    told = replace(COURSE, likely=(62, 74))
    bar = cumulative(told).data[-1]
    assert (list(bar.x), list(bar.y)) == ([date(2024, 12, 31)] * 2, [62, 74])
    assert bar.name == "Trolig slutsiffra 62–74"
    assert "mål 80, trolig slutsiffra 62–74, därefter preliminärt 4." in cumulative_text(told)
    opening = cumulative(told).data[-2]
    assert (opening.x[0], opening.y[0]) == (date(2024, 9, 30), 15)
