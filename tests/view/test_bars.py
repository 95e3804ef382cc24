import re
from datetime import date
from typing import Any
from xml.etree import ElementTree

import pytest

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import Interval
from loftdb.view.bars import HUES, STYLE, bar, bar_legend, bar_text, share_bar, standing_badge, symbol
from loftdb.view.figures import figures
from loftdb.view.texts.labels import label

ROW: dict[str, Any] = {
    "title": "Trafikkontroller",
    "interval": Interval.YEAR,
    "comparator": Comparator.AT_LEAST,
    "state": Standing.BEHIND,
    "year": 2024,
    "start": date(2024, 1, 1),
    "last": date(2024, 12, 31),
    "judged_through": date(2024, 10, 31),
    "target": 80,
    "actual": 55,
    "expected": 66.67,
    "expected_floor": 66,
}
WEEKS = ROW | {"interval": Interval.WEEK, "target": 1, "held": 39, "completed": 41, "intervals": 52, "expected": None}


def shapes(markup: str) -> dict[str, dict[str, str]]:
    """Return the attributes of each drawn shape by its class."""
    return {each.get("class", ""): dict(each.attrib) for each in ElementTree.fromstring(markup)}


def luminance(colour: str) -> float:
    parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_the_bar_shows_actual_expected_and_target_on_one_scale() -> None:
    drawn = shapes(bar(ROW))
    assert drawn["loft-actual"]["width"] == "68.75%"
    assert drawn["loft-tick"]["x1"] == "82.5%"
    assert drawn["loft-goal"]["x1"] == "100%"


def test_nothing_expected_yet_has_no_tick() -> None:
    assert "loft-tick" not in shapes(bar(ROW | {"expected": 0.4, "expected_floor": 0}))
    assert "loft-tick" not in shapes(bar(WEEKS | {"held": 0, "completed": 0}))


def test_missed_weeks_have_a_key_where_there_are_weeks() -> None:
    assert "missade" in bar_legend(has_intervals=True)
    assert "missade" not in bar_legend()


def test_over_delivery_reaches_past_the_target_mark() -> None:
    drawn = shapes(bar(ROW | {"actual": 3, "target": 2, "expected": 2.0, "state": Standing.REACHED}))
    assert drawn["loft-actual"]["width"] == "100%"
    assert drawn["loft-goal"]["x1"] == "66.67%"


def test_preliminary_figures_follow_the_judged_ones() -> None:
    drawn = shapes(bar(ROW | {"preliminary": 4}))
    assert (drawn["loft-preliminary"]["x"], drawn["loft-preliminary"]["width"]) == ("68.75%", "5%")


def test_held_weeks_are_a_share_of_all_weeks() -> None:
    drawn = shapes(bar(WEEKS))
    assert drawn["loft-actual"]["width"] == "75%"
    assert drawn["loft-missed"]["width"] == "3.846%"


def test_a_count_without_a_target_has_no_bar() -> None:
    assert bar(ROW | {"target": None, "state": Standing.NO_TARGET}) == ""
    assert share_bar(0, 0, "") == ""


def test_the_text_says_what_the_bar_draws() -> None:
    assert bar_text(ROW) == "Utfall 55, förväntat hittills 66, mål 80. Läge: Efter."
    assert bar_text(WEEKS) == "Veckor då löftet hölls: 39 av 41 veckor. Sammanlagt 52 veckor. Läge: Efter."
    at_most = ROW | {"comparator": Comparator.AT_MOST, "expected_floor": None, "target": 3, "actual": 2}
    assert bar_text(at_most | {"state": Standing.ON_TRACK}) == "Utfall 2, gräns 3. Läge: I fas."


@pytest.mark.parametrize("row", [ROW, WEEKS])
def test_a_drawing_is_an_image_with_its_text(row: dict[str, Any]) -> None:
    image = ElementTree.fromstring(bar(row))
    assert image.get("role") == "img"
    assert image.get("aria-label") == image[0].text == bar_text(row)


def test_every_standing_has_its_own_shape_and_word() -> None:
    paths = {re.sub(r'class="loft-symbol [^"]*"', "", symbol(standing)) for standing in Standing}
    assert len(paths) == len(Standing)
    for standing in Standing:
        assert label(standing) in standing_badge(standing)


@pytest.mark.parametrize("background", ["#ffffff", "#f0f2f6", "#0e1117", "#262730"])
def test_hues_stand_out_from_light_and_dark(background: str) -> None:
    for hue in HUES.values():
        lighter, darker = sorted((luminance(hue), luminance(background)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 3


def test_the_style_follows_forced_colours_and_no_preferred_scheme() -> None:
    assert "forced-colors:active" in STYLE
    assert "prefers-color-scheme" not in STYLE


def test_of_a_limit_nothing_is_expected() -> None:
    limit = figures(ROW | {"comparator": Comparator.AT_MOST, "expected": 2.5, "expected_floor": 2})
    assert (limit.expected, limit.expected_floor) == (None, None)
