from datetime import date
from typing import Any

import pytest

from loftdb.core.model import Comparator, Standing
from loftdb.view.forecast import CHANCES, chance_text, forecast_text
from loftdb.view.results import standing
from tests.view.sentence_rows import BEHIND, WEEKLY

FORETOLD = {"probability": 0.07, "low": 62, "high": 74}


def told(**more: Any) -> str:
    return forecast_text(BEHIND | FORETOLD | more).replace("\u00a0", " ")


def test_a_sum_is_told_with_its_range_and_its_chance() -> None:
    assert told() == "I nuvarande takt 62–74 av 80; liten chans (7 %) att nå 80."


def test_a_range_of_one_number_is_that_number() -> None:
    assert told(low=74) == "I nuvarande takt 74 av 80; liten chans (7 %) att nå 80."


def test_a_limit_is_told_as_one() -> None:
    said = told(comparator=Comparator.AT_MOST, probability=0.6)
    assert said == "I nuvarande takt 62–74; ganska stor chans (60 %) att stanna på högst 80."


def test_weeks_are_told_by_how_many_are_held() -> None:
    weekly = WEEKLY | {"state": Standing.ON_TRACK, "judged_through": date(2024, 6, 30), "held": 26, "completed": 26}
    weekly |= {"intervals": 52, "low": 48, "high": 52}
    assert told(**weekly, probability=0.7) == (
        "I nuvarande takt hålls 48–52 av 52 veckor; ganska stor chans (70 %) att hålla alla."
    )
    assert told(**weekly, probability=0.0) == "I nuvarande takt hålls 48–52 av 52 veckor."


@pytest.mark.parametrize("nothing", [{"probability": None}, {"low": None, "high": None}])
def test_what_is_settled_or_silent_is_no_forecast(nothing: dict[str, None]) -> None:
    assert told(**nothing) == ""


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0001, "mycket liten chans (under 1 %)"), (0.0499, "liten chans (5 %)"), (0.244, "liten chans (24 %)"),
        (0.25, "ganska liten chans (25 %)"), (0.5, "ungefär jämna chanser (50 %)"),
        (0.56, "ganska stor chans (56 %)"), (0.95, "stor chans (95 %)"), (0.96, "mycket stor chans (96 %)"),
        (0.9999, "mycket stor chans (över 99 %)"),
    ],
)  # fmt: skip
def test_a_chance_has_its_fixed_word(probability: float, words: str) -> None:
    assert chance_text(probability).replace("\u00a0", " ") == words


def test_the_scale_is_symmetric_and_whole() -> None:
    ends = [through for through, _ in CHANCES]
    firsts = [0, *(through + 1 for through in ends[:-1])]
    assert [100 - end for end in reversed(ends)] == firsts


def test_the_forecast_stands_below_the_arithmetic_where_there_is_one() -> None:
    assert "liten chans" in str(standing(BEHIND | FORETOLD, date(2024, 11, 5)))
    assert "I nuvarande takt" not in str(standing(BEHIND, date(2024, 11, 5)))
