from datetime import date
from xml.etree import ElementTree

from loftdb.core.periods import Interval, Period, counted_intervals
from loftdb.view.strips import Cell, CellState, cell_name, missed_text, strip, strip_text

TERM = Period(date(2023, 1, 1), date(2025, 1, 1))


def cells(interval: Interval, **states: CellState) -> list[Cell]:
    """Return the term's intervals, all held but those whose index is named."""
    numbered = enumerate(counted_intervals(TERM, interval))
    return [Cell(days, states.get(f"n{index}", CellState.HELD)) for index, days in numbered]


WEEKS = cells(Interval.WEEK, n9=CellState.MISSED, n60=CellState.CANCELLED, n103=CellState.RUNNING)


def test_a_strip_has_a_row_per_year_and_a_cell_per_week() -> None:
    root = ElementTree.fromstring(f"<div>{strip(WEEKS, Interval.WEEK)}</div>")
    images = [each for each in root.iter("svg") if each.get("role") == "img"]
    assert [len(image) for image in images] == [52, 52]
    assert [image.get("aria-label") for image in images] == [
        "2023: 51 veckor hållna och 1 missad",
        "2024: 50 veckor hållna, 1 missad (inställt) och 1 pågår",
    ]


def test_every_cell_is_named() -> None:
    assert "<title>v.\u00a010: missad</title>" in strip(WEEKS, Interval.WEEK)


def test_the_legend_names_only_what_occurs() -> None:
    drawn = strip(WEEKS, Interval.WEEK)
    assert "<span>Pågår</span>" in drawn
    assert "Uppgift saknas" not in drawn


def test_missed_weeks_are_listed_with_their_year() -> None:
    text = missed_text(WEEKS, Interval.WEEK, date(2024, 12, 31))
    assert text == "v.\u00a010 2023 och v.\u00a09 (inställt)"


def test_nothing_missed_is_an_empty_list() -> None:
    assert missed_text(cells(Interval.MONTH), Interval.MONTH, date(2024, 12, 31)) == ""


def test_quarters_are_neuter() -> None:
    quarters = cells(Interval.QUARTER, n0=CellState.MISSED)
    assert strip_text(quarters, Interval.QUARTER) == "7 kvartal hållna och 1 missat"


def test_intervals_have_names() -> None:
    names = {interval: cell_name(list(counted_intervals(TERM, interval))[-1], interval, 2024) for interval in Interval}
    assert names == {
        Interval.WEEK: "v.\u00a052",
        Interval.MONTH: "december",
        Interval.QUARTER: "kvartal 4",
        Interval.HALF_YEAR: "andra halvåret",
        Interval.SCHOOL_TERM: "höstterminen",
        Interval.YEAR: "1 januari–31 december",
        Interval.TERM: "1 januari 2023–31 december",
    }


def test_a_strip_without_cells_is_empty() -> None:
    assert "<svg" not in strip([], Interval.WEEK)
