from datetime import date
from xml.etree import ElementTree

import pandas

from loftdb.core.periods import Interval, Period, counted_intervals, year_of
from loftdb.core.progress.detail import WINDOW_STATES
from loftdb.view.strips import Cell, CellState, Strip, cells, drawing, missed_text, strip_text, window_name

TERM = Period(date(2023, 1, 1), date(2025, 1, 1))


def strip(interval: Interval, **states: CellState) -> Strip:
    """Return the term's intervals, all held but those whose index is named."""
    numbered = enumerate(counted_intervals(TERM, interval))
    return Strip(
        [Cell(year_of(days, interval), days, states.get(f"n{index}", CellState.HELD)) for index, days in numbered],
        interval,
    )


WEEKS = strip(Interval.WEEK, n9=CellState.MISSED, n60=CellState.CANCELLED, n103=CellState.RUNNING)


def test_a_strip_has_a_row_per_year_and_a_cell_per_week() -> None:
    images = [each for each in ElementTree.fromstring(drawing(WEEKS)).iter("svg") if each.get("role") == "img"]
    assert [len(image) for image in images] == [52, 52]
    assert [image.get("aria-label") for image in images] == [
        "2023: 51 veckor hållna och 1 missad",
        "2024: 50 veckor hållna, 1 missad (inställt) och 1 pågår",
    ]


def test_every_cell_is_named() -> None:
    assert "<title>v.\u00a010: missad</title>" in drawing(WEEKS)


def test_the_legend_names_only_what_occurs() -> None:
    assert "<span>Pågår</span>" in drawing(WEEKS)
    assert "Följdes inte" not in drawing(WEEKS)


def test_missed_weeks_are_listed_with_their_year() -> None:
    assert missed_text(WEEKS, 2024) == "v.\u00a010 2023 och v.\u00a09 (inställt)"


def test_nothing_missed_is_an_empty_list() -> None:
    assert missed_text(strip(Interval.MONTH), 2024) == ""


def test_quarters_are_neuter() -> None:
    assert strip_text(strip(Interval.QUARTER, n0=CellState.MISSED)) == "7 kvartal hållna och 1 missat"


def test_intervals_have_names() -> None:
    short = [interval for interval in Interval if interval.is_short]
    names = {interval: window_name(strip(interval).cells[-1].days, interval, 2024) for interval in short}
    assert names == {
        Interval.WEEK: "v.\u00a052",
        Interval.MONTH: "december",
        Interval.QUARTER: "kvartal 4",
        Interval.HALF_YEAR: "andra halvåret",
        Interval.SCHOOL_TERM: "höstterminen",
    }


def test_a_window_of_several_weeks_is_named_by_its_first_and_last() -> None:
    days = Period.through(date(2024, 2, 26), date(2024, 3, 17))
    assert window_name(days, Interval.WEEK, 2024) == "v.\u00a09–v.\u00a011"
    windows = Strip([Cell(2024, days, CellState.MISSED)], Interval.WEEK, every=3)
    assert strip_text(windows) == "1 period missad"


def test_a_window_frame_becomes_cells() -> None:
    frame = pandas.DataFrame(
        {
            "year": [2024] * 3,
            "start": pandas.to_datetime(["2024-01-01", "2024-01-08", "2024-01-15"]),
            "last": pandas.to_datetime(["2024-01-07", "2024-01-14", "2024-01-21"]),
            "cancelled": [0, 1, 1],
            "state": ["held", "missed", "held"],
        }
    )
    assert [cell.state for cell in cells(frame)] == [CellState.HELD, CellState.CANCELLED, CellState.HELD]
    assert cells(frame)[0].days == Period(date(2024, 1, 1), date(2024, 1, 8))


def test_weeks_since_the_judged_day_are_not_to_come() -> None:
    starts = pandas.to_datetime(["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22", "2024-01-29"])
    frame = pandas.DataFrame(
        {
            "year": [2024] * 5,
            "start": starts,
            "last": starts + pandas.Timedelta(days=6),
            "cancelled": [0] * 5,
            "state": ["held", "running", "upcoming", "upcoming", "upcoming"],
        }
    )
    told = Strip(cells(frame, date(2024, 1, 24)), Interval.WEEK)
    assert strip_text(told) == "1 vecka hållen, 1 pågår, 2 preliminära och 1 kommande"


def test_every_state_of_the_frame_has_a_cell() -> None:
    assert set(WINDOW_STATES) <= set(CellState)


def test_a_strip_without_cells_is_empty() -> None:
    assert "<svg" not in drawing(Strip([], Interval.WEEK))
