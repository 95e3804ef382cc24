"""How a target is spread over its year: which way holds and why the line bends, and what another would do (5.5)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import plotly.graph_objects as go

from loftdb.core.model import Measure, Season, SeasonKind, Standing
from loftdb.core.moments import local_day
from loftdb.core.periods import Period, next_month
from loftdb.core.season_choice import SeasonVersion
from loftdb.view.charts import ACTUAL, EXPECTED, base, month_ticks
from loftdb.view.formats import counted, listed, month_name, number, prose_date
from loftdb.view.markup import Html, tag
from loftdb.view.texts import seasons as words
from loftdb.view.texts.labels import label

STYLE = """
.loft-page .loft-season{margin:.25rem 0 .5rem}
.loft-effects{margin:0}
[data-testid=stExpander] .loft-page h2{font-size:1.125rem}
"""


@dataclass(frozen=True)
class Bent:
    """One year (null: the whole period) before a choice and after it; points are days with what is expected."""

    year: int | None
    through: date
    lines: tuple[Sequence[tuple[date, float]], Sequence[tuple[date, float]]]
    expected: tuple[float, float]
    states: tuple[Standing, Standing]

    @property
    def is_changed(self) -> bool:
        """Whether another number is expected at the judged day, or the läge is another."""
        return int(self.expected[0]) != int(self.expected[1]) or self.states[0] is not self.states[1]


def why(season: Season, municipality: str, today: date) -> str:
    """Say in one sentence which way holds, and why the line of what is expected bends."""
    match season.kind:
        case SeasonKind.SCHOOL_DAYS:
            return words.SCHOOL_DAYS.format(municipality=municipality)
        case SeasonKind.MONTHS:
            return f"{words.MONTHS} {_months(season.months)}"
        case SeasonKind.DATES:
            coming = next((day for day in season.dates if day > today), None)
            then = f" Nästa är {prose_date(coming)}." if coming else ""
            return words.DATES.format(dates=counted(len(season.dates), "bokat datum", "bokade datum")) + then
    return words.EVEN


def _months(shares: Sequence[int]) -> str:
    """Write ``Mest väntas i maj och juni, inget i juli.``"""
    most, none = ([_month(at) for at, share in enumerate(shares) if share == wanted] for wanted in (max(shares), 0))
    nothing = f", inget i {listed(none)}" if none else ""
    return f"Mest väntas i {listed(most)}{nothing}."


def _month(place: int) -> str:
    return month_name(date(2024, place + 1, 1), 2024)


def about(season: Season, municipality: str, today: date, history: Sequence[SeasonVersion]) -> Html:
    """Return the sentence, and folded every choice that was made, the latest first."""
    sentence = tag("p", tag("strong", f"{label(season.kind)}. "), why(season, municipality, today), class_="loft-small")
    steps = [f"{words.CHANGED} {prose_date(local_day(each.registered_at))}: {_named(each.season)}" for each in history]
    items = (tag("li", step) for step in reversed(steps))
    folded = tag("details", tag("summary", words.HISTORY), tag("ul", *items)) if steps else None
    return tag("div", tag("section", sentence, folded, class_="loft-block loft-season"), class_="loft-page")


def _named(season: Season) -> str:
    if season.kind is SeasonKind.DATES:
        return f"{label(season.kind)} ({listed(prose_date(day) for day in season.dates)})"
    shares = f" ({', '.join(map(number, season.months))})" if season.kind is SeasonKind.MONTHS else ""
    return f"{label(season.kind)}{shares}"


def effects(bends: Iterable[Bent], measure: Measure) -> Html:
    """Return what the choice would do to each year, in words."""
    items = (tag("li", _effect(each, measure)) for each in bends)
    return tag("div", tag("h2", words.EFFECT), tag("ul", *items, class_="loft-effects"), class_="loft-page")


def _effect(bent: Bent, measure: Measure) -> Html:
    before, after = (number(int(each)) for each in bent.expected)
    when = words.WHOLE if bent.year is None else str(bent.year)
    said = (
        f"{before} väntas till och med {prose_date(bent.through)}, som nu."
        if before == after
        else f"{before} blir {after} {measure.plural} förväntade till och med {prose_date(bent.through)}."
    )
    return tag("span", tag("strong", f"{when}: "), f"{said} {_standing(*bent.states)}")


def _standing(before: Standing, after: Standing) -> str:
    if before is after:
        return f"Läget är oförändrat: {label(after)}."
    return f"Läget ändras från {label(before)} till {label(after)}."


def chart(bent: Bent) -> go.Figure:
    """Draw what is expected now, dashed, and what would be expected, with the judged day."""
    figure = go.Figure(layout=base())
    dashes = ((words.NOW, EXPECTED, "dash"), (words.THEN, ACTUAL, "solid"))
    for points, (name, color, dash) in zip(bent.lines, dashes, strict=True):
        figure.add_scatter(
            x=[day for day, _ in points], y=[value for _, value in points], name=name, mode="lines",
            line={"color": color, "width": 3, "dash": dash},
            text=[f"till och med {prose_date(day)}: {number(int(value))}" for day, value in points],
            hovertemplate=f"{name} %{{text}}<extra></extra>",
        )  # fmt: skip
    figure.add_vline(x=bent.through, line={"color": EXPECTED, "width": 1, "dash": "dot"})
    days = Period.through(bent.lines[0][0][0], bent.lines[0][-1][0])
    places, names = month_ticks(next_month(days.start) if days.start.day > 1 else days.start, days.last)
    figure.update_xaxes(tickvals=places, ticktext=names, range=[days.start, days.last])
    figure.update_yaxes(rangemode="tozero", tickformat=",.0f")
    figure.update_layout(height=280)
    return figure


def chart_text(bent: Bent, measure: Measure) -> str:
    """Say what the chart shows."""
    before, after = (number(int(each)) for each in bent.expected)
    return (
        f"Diagram över förväntade {measure.plural}: till och med {prose_date(bent.through)} "
        f"{before} som det är nu och {after} efter ändringen."
    )
