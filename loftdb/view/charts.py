"""Plotly figures for the charts that people point at; each has a sentence that says the same.

Hues have at least 3:1 on light and dark; text and backgrounds are left to the page's theme. Lines differ by dash, too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import plotly.graph_objects as go

from loftdb.core.periods import next_month
from loftdb.view.formats import counted, duration, listed, number, prose_date, short_month

CONFIG: dict[str, Any] = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
"""For ``st.plotly_chart(config=...)``."""

ACTUAL, EXPECTED, TARGET = "#2f78d0", "#7b8494", "#2e8b57"
_HEIGHT = 340
_MOST_TICKS = 13


@dataclass(frozen=True)
class Course:
    """How a measure ran: one value per day, in order; ``actual`` is null after the last known day."""

    days: Sequence[date]
    actual: Sequence[int | None]
    """Cumulative done."""
    expected: Sequence[float]
    """Cumulative expected; empty where nothing is expected."""
    target: int | None
    plural: str
    judged_through: date
    minutes: bool = False


def cumulative(course: Course) -> go.Figure:
    """Draw the cumulative actual as steps, against the expected line and the target."""
    figure = go.Figure(layout=_layout(course))
    if course.expected:
        figure.add_scatter(**_line(course, course.expected, "Förväntat", EXPECTED, dash="dash"))
    figure.add_scatter(**_line(course, course.actual, "Utfall", ACTUAL, shape="hv", width=3))
    if course.target is not None:
        text = f"Mål {_write(course, course.target)}"
        dots = {"color": TARGET, "dash": "dot", "width": 2}
        figure.add_hline(y=course.target, line=dots, annotation_text=text, annotation_position="top left")
    if course.days and course.days[0] <= course.judged_through < course.days[-1]:
        figure.add_vline(x=course.judged_through, line={"color": EXPECTED, "width": 1, "dash": "dot"})
    return figure


def cumulative_text(course: Course) -> str:
    """Say what the chart shows: the last actual, what was expected that day, and the target."""
    known = [(day, done) for day, done in zip(course.days, course.actual, strict=True) if done is not None]
    if not known:
        return f"Diagram över {course.plural}: inga uppgifter ännu."
    day, done = known[-1]
    parts = [f"{_write(course, done)} till och med {prose_date(day)}"]
    if course.expected:
        awaited = int(course.expected[course.days.index(day)])
        parts.append(f"förväntat hittills {_write(course, awaited)}")
    if course.target is not None:
        parts.append(f"mål {_write(course, course.target)}")
    return f"Diagram över {course.plural} från {prose_date(course.days[0])}: {', '.join(parts)}."


def per_year(years: Sequence[int], actual: Sequence[int], plural: str, minutes: bool = False) -> go.Figure:
    """Draw one bar per year, each with its number."""
    texts = [duration(count) if minutes else number(count) for count in actual]
    figure = go.Figure(layout=_base())
    figure.add_bar(
        x=[str(year) for year in years], y=list(actual), text=texts, marker_color=ACTUAL, textposition="outside",
        hovertemplate=f"%{{x}}: %{{text}} {plural}<extra></extra>", cliponaxis=False,
    )  # fmt: skip
    figure.update_layout(showlegend=False, bargap=0.5)
    figure.update_xaxes(type="category")
    figure.update_yaxes(visible=False, rangemode="tozero")
    return figure


def per_year_text(years: Sequence[int], actual: Sequence[int], singular: str, plural: str) -> str:
    """Say what the bars show."""
    pairs = zip(years, actual, strict=True)
    return f"Per år: {listed(f'{year} {counted(count, singular, plural)}' for year, count in pairs)}."


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


def _line(course: Course, values: Sequence[float | None], name: str, color: str, **line: Any) -> dict[str, Any]:
    texts = ["" if value is None else _write(course, int(value)) for value in values]
    days = [prose_date(day) for day in course.days]
    return {
        "x": list(course.days),
        "y": list(values),
        "name": name,
        "mode": "lines",
        "line": {"color": color, "width": 2, **line},
        "text": [f"{day}: {text}" for day, text in zip(days, texts, strict=True)],
        "hovertemplate": f"{name} %{{text}}<extra></extra>",
    }


def _write(course: Course, count: int) -> str:
    return duration(count) if course.minutes else number(count)


def _layout(course: Course) -> go.Layout:
    layout = _base()
    if course.days:
        places, names = month_ticks(course.days[0], course.days[-1])
        layout.xaxis = {"tickvals": places, "ticktext": names, "range": [course.days[0], course.days[-1]]}
    layout.yaxis = {"rangemode": "tozero", "tickformat": ",.0f", "showticklabels": not course.minutes}
    return layout


def _base() -> go.Layout:
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
