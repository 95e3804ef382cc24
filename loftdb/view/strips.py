"""A strip of small cells, one per week, month or other short interval; shape and text tell as much as the colour."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import Any

from pandas import DataFrame

from loftdb.core.periods import Interval, Period
from loftdb.core.progress import records
from loftdb.view.figures import plain
from loftdb.view.formats import counted, listed, month_name, number, week_name
from loftdb.view.markup import Html, joined, tag
from loftdb.view.texts.targets import NEUTER, interval_words


class CellState(StrEnum):
    """What became of an interval."""

    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"
    RUNNING = "running"
    PRELIMINARY = "preliminary"
    UPCOMING = "upcoming"
    NOT_FOLLOWED = "not_followed"


@dataclass(frozen=True)
class Cell:
    """One window of a strip, in the year it belongs to.

    ``cancelled`` is missed, with a cancelled occasion; ``preliminary`` has passed after the judged day.
    """

    year: int
    days: Period
    state: CellState


@dataclass(frozen=True)
class Strip:
    """The windows of a measure in order, each of ``every`` intervals."""

    cells: Sequence[Cell]
    interval: Interval
    every: int = 1

    @property
    def words(self) -> tuple[str, str]:
        """One window and several, in words."""
        return interval_words(self.interval if self.every == 1 else Interval.TERM)[:2]

    @property
    def is_neuter(self) -> bool:
        return self.every == 1 and self.interval in NEUTER


def cells(windows: DataFrame, today: date | None = None) -> list[Cell]:
    """Return the cells of a window frame: columns year, start, last, cancelled and state; ``today`` null: unknown."""
    return [_cell_of(row, today) for row in records(windows)]


def _cell_of(row: Mapping[str, Any], today: date | None) -> Cell:
    days = Period.through(plain(row["start"]), plain(row["last"]))
    state = CellState(row["state"])
    if state is CellState.MISSED and row["cancelled"] > 0:
        state = CellState.CANCELLED
    return Cell(int(row["year"]), days, _by_today(state, days, today))


def _by_today(state: CellState, days: Period, today: date | None) -> CellState:
    """Tell windows that have come since the judged day from those that have not."""
    if today is None or today < days.start or state not in (CellState.RUNNING, CellState.UPCOMING):
        return state
    return CellState.PRELIMINARY if days.last < today else CellState.RUNNING


_WORDS = {  # one; several; one, neuter
    CellState.HELD: ("hållen", "hållna", "hållet"),
    CellState.MISSED: ("missad", "missade", "missat"),
    CellState.CANCELLED: ("missad (inställt)", "missade (inställt)", "missat (inställt)"),
    CellState.RUNNING: ("pågår", "pågår", "pågår"),
    CellState.PRELIMINARY: ("preliminär", "preliminära", "preliminärt"),
    CellState.UPCOMING: ("kommande", "kommande", "kommande"),
    CellState.NOT_FOLLOWED: ("följdes inte", "följdes inte", "följdes inte"),
}
_MARKS = {  # strokes inside a cell of 9 by 14
    CellState.MISSED: "M1 1L8 13M8 1L1 13",
    CellState.CANCELLED: "M1 7H8",
    CellState.RUNNING: "M1 12H8M1 9H8",
    CellState.NOT_FOLLOWED: "M4.5 5V9",
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
.loft-cell-held .loft-box{fill:#2e8b57;stroke:none}
.loft-cell-missed .loft-cell,.loft-cell-cancelled .loft-cell{stroke:#d9483b;stroke-width:2}
.loft-cell-preliminary .loft-box{fill:currentColor;fill-opacity:.25;stroke-opacity:.6}
.loft-cell-upcoming .loft-box{stroke-opacity:.45;stroke-dasharray:2 2}
@media (forced-colors:active){
.loft-cell-held .loft-box{fill:Highlight}
.loft-cell-missed .loft-cell,.loft-cell-cancelled .loft-cell{stroke:CanvasText}
}
"""


def drawing(strip: Strip) -> Html:
    """Draw one row of cells per year, with a sentence per row as its text, and the legend of what occurs."""
    years = [(year, list(group)) for year, group in groupby(strip.cells, key=lambda cell: cell.year)]
    widest = max((len(group) for _, group in years), default=0)
    lines = joined(*(_year(replace(strip, cells=group), year, widest) for year, group in years))
    return tag("div", tag("div", lines, class_="loft-strip"), _legend(strip))


def strip_text(strip: Strip) -> str:
    """Say what became of the cells: ``38 veckor hållna, 3 missade, 1 pågår och 10 kommande``."""
    counts = Counter(cell.state for cell in strip.cells)
    first, *others = [(state, counts[state]) for state in CellState if counts[state]]
    said = [f"{counted(first[1], *strip.words)} {_word(strip, *first)}"]
    return listed(said + [f"{number(count)} {_word(strip, state, count)}" for state, count in others])


def missed_text(strip: Strip, reference_year: int) -> str:
    """List the missed windows: ``v. 9, v. 11 (inställt) och v. 52 2023``; empty for none."""
    kinds = (CellState.MISSED, CellState.CANCELLED)
    return listed(_missed_name(cell, strip.interval, reference_year) for cell in strip.cells if cell.state in kinds)


def _missed_name(cell: Cell, interval: Interval, year: int) -> str:
    note = " (inställt)" if cell.state is CellState.CANCELLED else ""
    return f"{window_name(cell.days, interval, year)}{note}"


def window_name(days: Period, interval: Interval, reference_year: int | None = None) -> str:
    """Name a window: ``v. 9``, ``v. 9–v. 11``, ``mars``, ``kvartal 2``; with the year where it is another."""
    first, last = (_name(day, interval, reference_year) for day in (days.start, days.last))
    return first if first == last else f"{first}–{last}"


def _name(day: date, interval: Interval, reference_year: int | None) -> str:
    year = "" if day.year == reference_year else f" {day.year}"
    match interval:
        case Interval.WEEK:
            return week_name(day, reference_year)
        case Interval.MONTH:
            return month_name(day, reference_year)
        case Interval.QUARTER:
            return f"kvartal {(day.month - 1) // _QUARTER_MONTHS + 1}{year}"
        case Interval.HALF_YEAR:
            return f"{'första' if day.month <= _HALF_MONTHS else 'andra'} halvåret{year}"
        case Interval.SCHOOL_TERM:
            return f"{'vårterminen' if day.month <= _HALF_MONTHS else 'höstterminen'}{year}"
    return str(day.year)


def _word(strip: Strip, state: CellState, count: int = 1) -> str:
    one, several, neuter = _WORDS[state]
    return several if count > 1 else neuter if strip.is_neuter else one


def _year(strip: Strip, year: int, widest: int) -> Html:
    return joined(tag("span", str(year)), year_drawing(strip, year, widest))


def year_drawing(strip: Strip, year: int, widest: int) -> Html:
    """Draw the cells of one year, as wide as ``widest`` of them."""
    titles = (f"{window_name(cell.days, strip.interval, year)}: {_word(strip, cell.state)}" for cell in strip.cells)
    drawn = (
        _cell(cell.state, 10 * index, title)
        for index, (cell, title) in enumerate(zip(strip.cells, titles, strict=True))
    )
    return tag(
        "svg", *drawn, role="img", aria_label=f"{year}: {strip_text(strip)}", viewBox=f"0 0 {10 * widest} 14",
        preserveAspectRatio="none", style=f"max-width:{1.6 * widest:g}rem",
    )  # fmt: skip


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


def _legend(strip: Strip) -> Html:
    present = {cell.state for cell in strip.cells}
    return tag("ul", *(_entry(strip, state) for state in CellState if state in present), class_="loft-legend")


def _entry(strip: Strip, state: CellState) -> Html:
    box = tag("svg", _cell(state, 0), viewBox="0 0 9 14", width="9", height="14", aria_hidden="true")
    return tag("li", box, tag("span", _word(strip, state).capitalize()))
