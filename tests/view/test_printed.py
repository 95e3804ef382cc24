"""Drawings as files of their own: well formed, with plain colours only, and the marks of the screen's."""

from datetime import date
from xml.etree import ElementTree

import pytest

from loftdb.core.model import Standing
from loftdb.core.periods import Interval
from loftdb.view.figures import Figures
from loftdb.view.printed import bar_file, symbol_file

ROW = Figures(
    title="Trafikkontroller",
    state=Standing.BEHIND,
    start=date(2024, 1, 1),
    last=date(2024, 12, 31),
    judged_through=date(2024, 8, 31),
    interval=Interval.YEAR,
    year=2024,
    target=80,
    actual=42,
    preliminary=9,
    expected_floor=53,
)
NAME = "{http://www.w3.org/2000/svg}"


def test_a_bar_has_its_marks_and_plain_colours_only() -> None:
    drawn = bar_file(ROW)
    classes = [element.get("class") for element in ElementTree.fromstring(drawn).iter() if element.get("class")]
    assert classes[1:] == ["loft-track", "loft-actual", "loft-preliminary", "loft-tick", "loft-goal"]
    assert "var(" not in drawn
    assert "currentColor" not in drawn
    assert "#d9483b" in drawn


@pytest.mark.parametrize("standing", Standing)
def test_every_symbol_is_a_square_of_its_own(standing: Standing) -> None:
    root = ElementTree.fromstring(symbol_file(standing))
    assert (root.tag, root.get("width"), root.get("height")) == (f"{NAME}svg", "16", "16")


def test_a_count_without_a_target_has_no_bar() -> None:
    assert bar_file(Figures("x", Standing.NO_TARGET, ROW.start, ROW.last, ROW.judged_through)) == ""
