"""A strip of small cells, one per week, month or other short interval; shape and text tell as much as the colour."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from loftdb.core.periods import Interval, Period, year_of
from loftdb.view.formats import counted, listed, month_name, number, prose_date, week_name
from loftdb.view.markup import Html, joined, tag
from loftdb.view.texts.targets import NEUTER, interval_words


class CellState(StrEnum):
    """What became of an interval."""

    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"
    RUNNING = "running"
    UPCOMING = "upcoming"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Cell:
    """One interval of a strip: its days and what became of it; ``cancelled`` is missed, with a cancelled occasion."""

    days: Period
    state: CellState


_WORDS = {  # one; several; one, neuter
    CellState.HELD: ("hållen", "hållna", "hållet"),
    CellState.MISSED: ("missad", "missade", "missat"),
    CellState.CANCELLED: ("missad (inställt)", "missade (inställt)", "missat (inställt)"),
    CellState.RUNNING: ("pågår", "pågår", "pågår"),
    CellState.UPCOMING: ("kommande", "kommande", "kommande"),
    CellState.UNKNOWN: ("uppgift saknas", "uppgift saknas", "uppgift saknas"),
}
_MARKS = {  # strokes inside a cell of 9 by 14
    CellState.MISSED: "M1 1L8 13M8 1L1 13",
    CellState.CANCELLED: "M1 7H8",
    CellState.RUNNING: "M1 12H8M1 9H8",
    CellState.UNKNOWN: "M4.5 5V9",
}
_QUARTER_MONTHS, _HALF_MONTHS = 3, 6

STYLE = """
.loft-strip{display:grid;grid-template-columns:auto minmax(0,1fr);gap:.35rem .75rem;align-items:center}
.loft-strip svg,.loft-legend svg{display:block;overflow:visible;height:1.25rem}
.loft-strip svg{width:100%}
.loft-legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0 0;padding:0;list-style:none}
.loft-legend li{display:flex;gap:.4rem;align-items:center;margin:0}
.loft-legend svg{width:.8rem;flex:none}
.loft-cell{fill:none;stroke:currentColor;stroke-width:1;vector-effect:non-scaling-stroke}
.loft-cell-held .loft-box{fill:#2e8b57;stroke:#2e8b57}
.loft-cell-missed .loft-cell,.loft-cell-cancelled .loft-cell{stroke:#d9483b;stroke-width:2}
.loft-cell-upcoming .loft-box{stroke-opacity:.45;stroke-dasharray:2 2}
@media (forced-colors:active){
.loft-cell-held .loft-box{fill:Highlight;stroke:Highlight}
.loft-cell-missed .loft-cell,.loft-cell-cancelled .loft-cell{stroke:CanvasText}
}
"""


def strip(cells: Sequence[Cell], interval: Interval) -> Html:
    """Draw one row of cells per year, with a sentence per row as its text, and the legend of what occurs."""
    rows = groupby(sorted(cells, key=lambda cell: cell.days), key=lambda cell: year_of(cell.days, interval))
    years = [(year, list(group)) for year, group in rows]
    widest = max((len(group) for _, group in years), default=0)
    lines = joined(*(_year(year, group, interval, widest) for year, group in years))
    return joined(tag("div", lines, class_="loft-strip"), _legend(cells, interval))


def cell_name(days: Period, interval: Interval, reference_year: int | None = None) -> str:
    """Name an interval: ``v. 9``, ``mars``, ``kvartal 2``, ``första halvåret``; with its year where it differs."""
    year = "" if year_of(days, interval) == reference_year else f" {year_of(days, interval)}"
    match interval:
        case Interval.WEEK:
            return week_name(days.start, reference_year)
        case Interval.MONTH:
            return month_name(days.start, reference_year)
        case Interval.QUARTER:
            return f"kvartal {(days.start.month - 1) // _QUARTER_MONTHS + 1}{year}"
        case Interval.HALF_YEAR | Interval.SCHOOL_TERM:
            half = "första" if days.start.month <= _HALF_MONTHS else "andra"
            name = "vårterminen" if half == "första" else "höstterminen"
            return f"{half} halvåret{year}" if interval is Interval.HALF_YEAR else f"{name}{year}"
    return f"{prose_date(days.start, reference_year)}–{prose_date(days.last, reference_year)}"


def missed_text(cells: Iterable[Cell], interval: Interval, today: date) -> str:
    """List the missed intervals: ``v. 9, v. 11 (inställt) och v. 52 2023``; empty for none."""
    kinds = (CellState.MISSED, CellState.CANCELLED)
    return listed(_missed_name(cell, interval, today.year) for cell in cells if cell.state in kinds)


def _missed_name(cell: Cell, interval: Interval, year: int) -> str:
    note = " (inställt)" if cell.state is CellState.CANCELLED else ""
    return f"{cell_name(cell.days, interval, year)}{note}"


def strip_text(cells: Sequence[Cell], interval: Interval) -> str:
    """Say what became of the cells: ``38 veckor hållna, 3 missade, 1 pågår och 10 kommande``."""
    counts = Counter(cell.state for cell in cells)
    parts = [(state, counts[state]) for state in CellState if counts[state]]
    return listed(_share(*part, interval, index == 0) for index, part in enumerate(parts))


def _share(state: CellState, count: int, interval: Interval, first: bool) -> str:
    amount = counted(count, *interval_words(interval)[:2]) if first else number(count)
    return f"{amount} {_word(state, count, interval)}"


def _word(state: CellState, count: int, interval: Interval) -> str:
    one, several, neuter = _WORDS[state]
    return several if count > 1 else neuter if interval in NEUTER else one


def _year(year: int, cells: list[Cell], interval: Interval, widest: int) -> Html:
    text = f"{year}: {strip_text(cells, interval)}"
    drawn = (_cell(cell.state, 10 * index, _title(cell, year, interval)) for index, cell in enumerate(cells))
    svg = tag(
        "svg", *drawn, role="img", aria_label=text, viewBox=f"0 0 {10 * widest} 14", preserveAspectRatio="none",
        style=f"max-width:{1.6 * widest:g}rem",
    )  # fmt: skip
    return joined(tag("span", str(year)), svg)


def _title(cell: Cell, year: int, interval: Interval) -> str:
    return f"{cell_name(cell.days, interval, year)}: {_word(cell.state, 1, interval)}"


def _cell(state: CellState, x: int, title: str | None = None) -> Html:
    mark = _MARKS.get(state)
    return tag(
        "g",
        tag("title", title) if title else None,
        tag("rect", class_="loft-cell loft-box", x=".5", y=".5", width="8", height="13"),
        tag("path", class_="loft-cell", d=mark) if mark else None,
        class_=f"loft-cell-{state.value}",
        transform=f"translate({x} 0)",
    )


def _legend(cells: Iterable[Cell], interval: Interval) -> Html:
    present = {cell.state for cell in cells}
    entries = (_legend_entry(state, interval) for state in CellState if state in present)
    return tag("ul", *entries, class_="loft-legend")


def _legend_entry(state: CellState, interval: Interval) -> Html:
    box = tag("svg", _cell(state, 0), viewBox="0 0 9 14", width="9", height="14", aria_hidden="true")
    return tag("li", box, tag("span", _word(state, 1, interval).capitalize()))
