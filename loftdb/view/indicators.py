"""Figures from elsewhere (a yearly trygghetsmätning, say): value, time and source, beside the promises and never added.

A curve is drawn from three values of the same thing; the values it is drawn from always stand beside it in words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from loftdb.core.documents import Figure, Paragraph, Part, Table
from loftdb.core.errors import Issue
from loftdb.core.meetings.records import IndicatorValue
from loftdb.core.meetings.typed import Typed
from loftdb.view.formats import HARD_SPACE, listed, number, prose_date, sorting_key
from loftdb.view.markup import Html, tag
from loftdb.view.tables import table
from loftdb.view.texts import indicators as words
from loftdb.view.texts.issues import issue_text

_INK = "#0f1722"
_NAMESPACE = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT, _EDGE = 160, 36, 5
_FEWEST, _DECIMALS = 3, 3
_LEAST_SPAN = Fraction(1, 5)
"""The drawing's height is at least this share of the greatest value, so that a small change looks small."""

STYLE = """
.loft-page .loft-indicators{margin-top:1.25rem;max-width:60rem}
.loft-indicators ul{list-style:none;margin:.4rem 0!important;padding:0!important}
.loft-indicators li{margin:0 0 .5rem!important;padding:0!important;font-size:1em}
.loft-indicators .loft-measured{display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 1.5rem}
.loft-indicators svg{flex:none;overflow:visible}
.loft-indicators summary{padding:.35rem 0;cursor:pointer}
.st-key-indicators{max-width:48rem;margin-top:1.5rem}
@media print{.st-key-indicators{display:none!important}}
"""


@dataclass(frozen=True)
class Series:
    """The values of one thing in order of time, the last one last."""

    values: tuple[IndicatorValue, ...]

    @property
    def last(self) -> IndicatorValue:
        return self.values[-1]

    @property
    def has_curve(self) -> bool:
        """Whether there are values enough to draw."""
        return len(self.values) >= _FEWEST


def indicators(values: Sequence[IndicatorValue]) -> Html | None:
    """Return what was measured, the last value of each thing first and the rest folded; null for nothing."""
    if not values:
        return None
    items = (_item(each) for each in series(values))
    parts = (tag("h2", words.TITLE), tag("p", words.LEAD, class_="loft-small"), tag("ul", *items, role="list"))
    return tag("section", *parts, _folded(values), class_="loft-indicators")


def indicator_parts(values: Sequence[IndicatorValue]) -> tuple[Part, ...]:
    """Return the same for a document, without its heading; empty for nothing."""
    if not values:
        return ()
    rows = tuple(_row(each) for found in series(values) for each in found.values)
    curves = (
        Figure(_file(each), curve_text(each), caption=_name(each.last), width=60)
        for each in series(values)
        if each.has_curve
    )
    return (Paragraph(words.LEAD), Table(words.HEADER, rows, widths=(5, 3, 2, 5)), *curves)


def series(values: Sequence[IndicatorValue]) -> list[Series]:
    """Return the values by what they measure: of whole agreements first, then by problem area and name."""
    ordered = sorted(values, key=lambda each: (*_subject(each), _time(each), each.id))
    return [Series(tuple(group)) for _, group in groupby(ordered, key=_subject)]


def value_text(value: IndicatorValue) -> str:
    """Write ``77,5 procent``."""
    return f"{_number(value)}{HARD_SPACE}{value.unit}"


def time_text(value: IndicatorValue) -> str:
    """Write ``2023``, or ``15 november 2023`` where a day is known."""
    return prose_date(value.on) if value.on else str(value.year)


def named(value: IndicatorValue) -> str:
    """Write ``Trygga på kvällen 2023: 77,5 procent``."""
    return f"{_name(value)} {time_text(value)}: {value_text(value)}"


def typed(value: IndicatorValue | None) -> Typed:
    """Return what the form begins with: a value as somebody would type it, or nothing."""
    if value is None:
        return Typed("", "", "", "", "")
    when = value.on.isoformat() if value.on else str(value.year)
    return Typed(value.name, value.unit, _number(value), when, value.source, value.problem_area)


def refusal(issue: Issue) -> str:
    """Say what is wrong with which field, and the cure."""
    name = words.FIELDS.get(issue.field or "", "").rstrip("?")
    return f"{name}: {issue_text(issue)}" if name else issue_text(issue)


def refusals(issues: Iterable[Issue]) -> list[str]:
    """Say what is wrong with each field, in the order of the form."""
    place = {field: number for number, field in enumerate(words.FIELDS)}
    return [refusal(each) for each in sorted(issues, key=lambda each: place.get(each.field or "", len(place)))]


def withdrawn_text(value: IndicatorValue) -> str:
    """Say what was taken back, so that it can be entered again."""
    return words.WITHDRAWN.format(value=named(value))


def curve_text(found: Series) -> str:
    """Say what the curve shows."""
    told = listed(f"{time_text(each)} {_number(each)}" for each in found.values)
    return words.CURVE.format(name=found.last.name, unit=found.last.unit, values=told)


def _subject(value: IndicatorValue) -> tuple[str, tuple[str, str], tuple[str, str], str]:
    return value.agreement, sorting_key(value.problem_area or ""), sorting_key(value.name), value.unit


def _time(value: IndicatorValue) -> date:
    """Return the day, the middle of a year where no day is known."""
    return value.on or date(value.year or 1, 7, 1)


def _number(value: IndicatorValue) -> str:
    return number(Fraction(value.value), _DECIMALS)


def _name(value: IndicatorValue) -> str:
    return f"{value.problem_area}: {value.name}" if value.problem_area else value.name


def _item(found: Series) -> Html:
    figure = tag("span", value_text(found.last), class_="loft-figure")
    return tag(
        "li",
        tag("span", _name(found.last), class_="loft-name"),
        tag("div", figure, _curve(found) if found.has_curve else None, class_="loft-measured"),
        *(tag("span", text, class_="loft-small") for text in _about(found)),
    )


def _about(found: Series) -> Iterator[str]:
    """Yield time and source of the last value, then the values before it."""
    yield f"{time_text(found.last)}. {words.SOURCE_OF.format(source=found.last.source)}."
    earlier = [f"{_number(each)} ({time_text(each)})" for each in reversed(found.values[:-1])]
    if earlier:
        yield f"{words.EARLIER.format(values=', '.join(earlier))}."


def _folded(values: Sequence[IndicatorValue]) -> Html | None:
    """Return every value with its source; null where the list has said it all."""
    found = series(values)
    if all(len(each.values) == 1 for each in found):
        return None
    rows = [_row(value) for each in found for value in each.values]
    return tag("details", tag("summary", words.DETAILS), table(words.HEADER, rows, words.CAPTION))


def _row(value: IndicatorValue) -> tuple[str, str, str, str]:
    return _name(value), value_text(value), time_text(value), value.source


def _curve(found: Series) -> Html:
    return _svg(found, "currentColor", role="img", aria_label=curve_text(found))


def _file(found: Series) -> str:
    return _svg(found, _INK, xmlns=_NAMESPACE)


def _svg(found: Series, ink: str, **attributes: str) -> Html:
    box = f"0 0 {_WIDTH} {_HEIGHT}"
    return tag("svg", *_drawing(found, ink), viewBox=box, width=_WIDTH, height=_HEIGHT, **attributes)


def _drawing(found: Series, ink: str) -> Iterator[Html]:
    """Yield the line and a dot for each value, the last one filled."""
    places = list(_places(found))
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    yield tag("polyline", points=line, fill="none", stroke=ink, stroke_width=2, stroke_linejoin="round")
    for x, y in places:
        yield tag("circle", cx=x, cy=y, r=4 if (x, y) == places[-1] else 2.5, fill=ink)


def _places(found: Series) -> Iterator[tuple[float, float]]:
    """Yield where each value stands, by its time and size."""
    days = [_time(each).toordinal() for each in found.values]
    sizes = [Fraction(each.value) for each in found.values]
    length = max(days[-1] - days[0], 1)
    span = max(max(sizes) - min(sizes), max(map(abs, sizes)) * _LEAST_SPAN) or Fraction(1)
    middle = (max(sizes) + min(sizes)) / 2
    for day, size in zip(days, sizes, strict=True):
        x = _EDGE + (_WIDTH - 2 * _EDGE) * (day - days[0]) / length
        yield x, float(_HEIGHT / 2 - (size - middle) / span * (_HEIGHT - 2 * _EDGE))
