"""Plotly figures for the charts that people point at; each has a sentence that says the same.

Hues have at least 3:1 on light and dark; text and backgrounds are left to the page's theme. Lines differ by dash, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from loftdb.core.periods import DAY, Period, next_month
from loftdb.view.forecast import range_text
from loftdb.view.formats import counted, duration, listed, number, prose_date, short_month

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""For ``st.plotly_chart(config=...)``."""

ACTUAL, EXPECTED, TARGET = "#2f78d0", "#7b8494", "#2e8b57"
_HEIGHT, _SMALL_HEIGHT = 340, 210
_MOST_TICKS, _FEWER_TICKS = 13, 4
_FEW = 7
"""Up to this many, every whole number has its own tick; Plotly would halve them."""


@dataclass(frozen=True)
class Course:
    """How a measure ran in a row's days."""

    days: Period
    actual: Sequence[tuple[date, int]]
    """Day and all that was done through it, in order; days that change nothing may be left out."""
    known_through: date
    """The last day of the actual line; judged days are followed by preliminary ones."""
    judged_through: date
    expected: Sequence[tuple[date, float]]
    """Points of the expected line, straight between them; empty where nothing is expected."""
    expected_floor: int | None
    """Whole occasions expected through the judged day."""
    target: int | None
    plural: str
    minutes: bool = False
    likely: tuple[int, int] | None = None
    """The range that the final number is likely to fall in; null where nothing is forecast."""


def cumulative(course: Course) -> go.Figure:
    """Draw the cumulative actual as steps, against the expected line and the target."""
    figure = go.Figure(layout=_layout(course))
    if course.expected:
        figure.add_scatter(**_line(course, course.expected, "Förväntat", EXPECTED, dash="dash"))
    figure.add_scatter(**_line(course, _steps(course), "Utfall", ACTUAL, shape="hv", width=3))
    if course.target is not None:
        text = f"Mål {_write(course, course.target)}"
        dots = {"color": TARGET, "dash": "dot", "width": 2}
        figure.add_hline(y=course.target, line=dots, annotation_text=text, annotation_position="top left")
    if course.days.start <= course.judged_through < course.days.last:
        figure.add_vline(x=course.judged_through, line={"color": EXPECTED, "width": 1, "dash": "dot"})
    if course.likely:
        _add_likely(figure, course, *course.likely)
    return figure


def small(course: Course) -> go.Figure:
    """Draw the same to stand beside others of its kind: lower, without a legend, few months named."""
    figure = cumulative(course)
    places, names = month_ticks(course.days.start, course.days.last)
    step = -(-len(places) // _FEWER_TICKS)
    figure.update_layout(height=_SMALL_HEIGHT, showlegend=False)
    figure.update_xaxes(tickvals=places[::step], ticktext=names[::step])
    return figure


def _add_likely(figure: go.Figure, course: Course, low: int, high: int) -> None:
    """Draw the likely final number as a capped bar on the last day, and lines that open toward it."""
    last, since = course.days.last, (course.judged_through, _judged(course))
    name = f"Trolig slutsiffra {range_text(low, high)}"
    for end in (low, high):
        thin = {"color": ACTUAL, "width": 1, "dash": "dashdot"}
        figure.add_scatter(
            x=[since[0], last], y=[since[1], end], mode="lines", line=thin, showlegend=False, hoverinfo="skip"
        )
    figure.add_scatter(
        x=[last, last], y=[low, high], mode="lines+markers", name=name, cliponaxis=False,
        line={"color": ACTUAL, "width": 5},
        marker={"symbol": "line-ew", "size": 14, "line": {"color": ACTUAL, "width": 3}},
        hovertemplate=f"{name}<extra></extra>",
    )  # fmt: skip


def cumulative_text(course: Course) -> str:
    """Say what the chart shows: the judged actual, what was expected by then, the target, and what came after."""
    judged = _judged(course)
    later = max((total for _, total in course.actual), default=0) - judged
    parts = [f"{_write(course, judged)} till och med {prose_date(course.judged_through)}"]
    if course.expected_floor is not None:
        parts.append(f"förväntat hittills {_write(course, course.expected_floor)}")
    if course.target is not None:
        parts.append(f"mål {_write(course, course.target)}")
    if course.likely:
        parts.append(f"trolig slutsiffra {range_text(*course.likely)}")
    if later:
        parts.append(f"därefter preliminärt {_write(course, later)}")
    return f"Diagram över {course.plural} från {prose_date(course.days.start)}: {', '.join(parts)}."


def _judged(course: Course) -> int:
    return max((total for day, total in course.actual if day <= course.judged_through), default=0)


def _steps(course: Course) -> list[tuple[date, int]]:
    """Return the actual from nothing the day before, on to the last known day."""
    steps = [(course.days.start - DAY, 0), *course.actual]
    return [*steps, (course.known_through, steps[-1][1])] if steps[-1][0] < course.known_through else steps


def per_year(
    years: Sequence[int], actual: Sequence[int | None], plural: str, minutes: bool = False,
    targets: Sequence[int | None] = (),
) -> go.Figure:  # fmt: skip
    """Draw one bar per year, each with its number (null: unknown), and a line across it at its target."""
    texts = ["–" if count is None else duration(count) if minutes else number(count) for count in actual]
    figure = go.Figure(layout=base())
    figure.add_bar(
        x=[str(year) for year in years], y=[count or 0 for count in actual], text=texts, textposition="outside",
        marker_color=ACTUAL, hovertemplate=f"%{{x}}: %{{text}} {plural}<extra></extra>", cliponaxis=False,
    )  # fmt: skip
    for place, target in enumerate(targets):
        if target is not None:
            line = {"color": TARGET, "width": 3, "dash": "dot"}
            figure.add_shape(type="line", x0=place - 0.35, x1=place + 0.35, y0=target, y1=target, line=line)
    figure.update_layout(showlegend=False, bargap=0.5)
    figure.update_xaxes(type="category")
    figure.update_yaxes(visible=False, rangemode="tozero")
    return figure


def per_year_text(years: Sequence[int], actual: Sequence[int | None], singular: str, plural: str) -> str:
    """Say what the bars show."""
    amounts = ("uppgift saknas" if count is None else counted(count, singular, plural) for count in actual)
    return f"Per år: {listed(f'{year} {amount}' for year, amount in zip(years, amounts, strict=True))}."


def month_ticks(first: date, last: date) -> tuple[list[date], list[str]]:
    """Return the first days of months with their Swedish names, the year under each January; at most 13 of them."""
    starts = [first.replace(day=1)]
    while next_month(starts[-1]) <= last:
        starts.append(next_month(starts[-1]))
    step = next(step for step in (1, 2, 3, 6, 12, 24) if len(starts) <= step * _MOST_TICKS or step == 24)
    kept = [start for start in starts if (start.month - 1) % step == 0]
    return kept, [_tick(start, start == kept[0]) for start in kept]


def _tick(start: date, is_first: bool) -> str:
    month = short_month(start)
    return f"{month}<br>{start.year}" if is_first or start.month == 1 else month


def _line(course: Course, points: Sequence[tuple[date, float]], name: str, color: str, **line: Any) -> dict[str, Any]:
    return {
        "x": [day for day, _ in points],
        "y": [value for _, value in points],
        "name": name,
        "mode": "lines",
        "line": {"color": color, "width": 2, **line},
        "text": [f"till och med {prose_date(day)}: {_write(course, int(value))}" for day, value in points],
        "hovertemplate": f"{name} %{{text}}<extra></extra>",
    }


def _write(course: Course, count: int) -> str:
    return duration(count) if course.minutes else number(count)


def _layout(course: Course) -> go.Layout:
    layout = base()
    first, last = course.days.start, course.days.last
    places, names = month_ticks(first, last)
    layout.xaxis = {"tickvals": places, "ticktext": names, "range": [first - DAY, last]}
    layout.yaxis = {"rangemode": "tozero", "tickformat": ",.0f", "showticklabels": not course.minutes}
    if max([course.target or 0, *(total for _, total in course.actual)]) <= _FEW:
        layout.yaxis.dtick = 1
    return layout


def base() -> go.Layout:
    """Return what all charts share."""
    return go.Layout(
        separators=", ",
        height=_HEIGHT,
        margin={"l": 8, "r": 8, "t": 24, "b": 8},
        hovermode="closest",
        dragmode=False,
        showlegend=True,
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
