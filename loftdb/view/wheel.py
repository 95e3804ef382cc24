"""*Årshjul*: a year as a ring of twelve months, January at the top, read clockwise; the list beside it says the same.

Each kind has its own shape and place in the ring, so that grey print tells them apart; numbers are those of the list.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import cos, pi, sin

from loftdb.core.duties import DutyStage
from loftdb.core.periods import Period, month
from loftdb.view.formats import short_month
from loftdb.view.markup import Html, joined, tag

SIZE, CENTRE = 376, 188
MONTHS, NAMES = (150, 178), 164
TERM = (135, 146)
DUTIES = ((111, 130), (88, 107))
"""The lanes of duties, the outermost first."""

INNERMOST, LANE = 50, 22
"""The least radius of a point, which leaves room for the year, and how far apart the lanes of points are."""

_HALF = 10
"""Half of a point's width."""
_LEAST = 2 * pi / 28
"""The shortest arc of a duty that holds its number."""


class Mark(StrEnum):
    """What a point in the ring is."""

    MEETING = "meeting"
    BOOKED = "booked"
    HELD = "held"


@dataclass(frozen=True)
class Arc:
    """A duty over its days."""

    number: int
    days: Period
    stage: DutyStage


@dataclass(frozen=True)
class Point:
    """A meeting or an announced occasion on its day."""

    number: int
    day: date
    mark: Mark


@dataclass(frozen=True)
class Ring:
    """A year, with what stands in it."""

    year: int
    terms: Sequence[Period]
    arcs: Sequence[Arc]
    points: Sequence[Point]
    today: date
    text: str
    """What it shows, in words."""


STYLE = """
.loft-wheel{display:block;width:100%;max-width:34rem;height:auto;margin-inline:auto;overflow:visible}
.loft-wheel text{fill:currentColor;text-anchor:middle;dominant-baseline:central;font-size:12px;font-weight:600}
.loft-wheel .loft-year{font-size:22px}
.loft-wheel .loft-month{fill:currentColor;fill-opacity:.06;stroke:currentColor;stroke-opacity:.35;stroke-width:1}
.loft-wheel .loft-this{fill-opacity:.2}
.loft-wheel .loft-term{fill:currentColor;fill-opacity:.3}
.loft-wheel .loft-arc{fill:var(--loft-hue);fill-opacity:.22;stroke:var(--loft-hue);stroke-width:2.5}
.loft-wheel .loft-point,.loft-wheel-key .loft-point{fill:currentColor;fill-opacity:.1;stroke:currentColor;
stroke-width:1.6}
.loft-wheel .loft-booked,.loft-wheel-key .loft-booked{fill-opacity:0;stroke-dasharray:3 2}
.loft-wheel .loft-today,.loft-wheel-key .loft-today{fill:currentColor}
.loft-wheel-key .loft-term{fill:currentColor;fill-opacity:.3}
.loft-wheel-key .loft-arc{fill:currentColor;fill-opacity:.22;stroke:currentColor;stroke-width:2}
@media (forced-colors:active){.loft-wheel text{fill:CanvasText}
.loft-wheel :is(.loft-month,.loft-point,.loft-arc){fill:Canvas;fill-opacity:1;stroke:CanvasText;stroke-opacity:1}
.loft-term,.loft-wheel-key .loft-term{fill:GrayText!important;fill-opacity:1!important}
.loft-wheel .loft-today{fill:CanvasText}}
@media print{.st-key-memo,.st-key-year-tools,.st-key-year-choice,.st-key-duty{display:none!important}
.loft-wheel *{print-color-adjust:exact}.loft-wheel{max-width:12cm}}
"""


def wheel(ring: Ring) -> Html:
    """Draw the year."""
    parts = (
        *_months(ring),
        *(_band("loft-term", TERM, *_angles(ring.year, term)) for term in ring.terms),
        *_inside(ring),
        _today(ring),
        _text(0, 0, str(ring.year), "loft-year"),
    )
    return tag("svg", *parts, class_="loft-wheel", viewBox=f"0 0 {SIZE} {SIZE}", role="img", aria_label=ring.text)


def key(ring: Ring) -> Html:
    """Return what the shapes mean, only those that the ring holds."""
    marks = {point.mark for point in ring.points}
    entries = [
        (tag("rect", x="2", y="4", width="20", height="12", class_="loft-arc"), "uppföljning") if ring.arcs else None,
        (tag("rect", x="4", y="2", width="16", height="16", class_="loft-point"), "möte")
        if Mark.MEETING in marks else None,
        (_circle("loft-point loft-booked"), "bokat tillfälle") if Mark.BOOKED in marks else None,
        (_circle("loft-point"), "genomfört tillfälle") if Mark.HELD in marks else None,
        (tag("rect", y="6", width="24", height="8", class_="loft-term"), "skoltermin") if ring.terms else None,
        (tag("path", d="M6 4h12l-6 12z", class_="loft-today"), "i dag") if _has_today(ring) else None,
    ]  # fmt: skip
    items = (tag("li", _key_shape(each[0]), each[1]) for each in entries if each)
    return tag("ul", *items, class_="loft-marks-key loft-wheel-key")


def _key_shape(shape: Html) -> Html:
    return tag("svg", shape, class_="loft-key", viewBox="0 0 24 20", width="24", height="20", aria_hidden="true")


def _circle(classes: str) -> Html:
    return tag("circle", cx="12", cy="10", r="8", class_=classes)


def _months(ring: Ring) -> Iterable[Html]:
    for number in range(1, 13):
        first = date(ring.year, number, 1)
        start, end = _angles(ring.year, month(first))
        this = _has_today(ring) and ring.today.month == number
        yield _band(f"loft-month{' loft-this' if this else ''}", MONTHS, start, end)
        yield _text((start + end) / 2, NAMES, short_month(first))


def _inside(ring: Ring) -> Iterable[Html]:
    """Draw the duties in as many lanes as they need, and the points in the room that they leave."""
    ends: list[float] = []
    for arc in sorted(ring.arcs, key=lambda each: each.days):
        start, end = _angles(ring.year, arc.days)
        end = max(end, start + _LEAST)
        lane = next((place for place, taken in enumerate(ends) if taken <= start), min(len(ends), len(DUTIES) - 1))
        ends[lane : lane + 1] = [end]
        inner, outer = DUTIES[lane]
        band = _band(f"loft-arc loft-d-{arc.stage.value}", (inner, outer), start, end)
        yield joined(band, _text((start + end) / 2, (inner + outer) / 2, str(arc.number)))
    edge = DUTIES[len(ends) - 1][0] if ends else TERM[0]
    yield from _points(ring, range(edge - _HALF - 4, INNERMOST - 1, -LANE))


def _points(ring: Ring, lanes: Sequence[int]) -> Iterable[Html]:
    taken: list[list[float]] = [[] for _ in lanes]
    for point in sorted(ring.points, key=lambda each: each.day):
        angle = sum(_angles(ring.year, Period.through(point.day, point.day))) / 2
        lane = _lane(taken, lanes, angle)
        taken[lane].append(angle)
        yield _drawn(point, *_place(angle, lanes[lane]))


def _lane(taken: Sequence[Sequence[float]], lanes: Sequence[int], angle: float) -> int:
    """Return the outermost lane with room at the angle, else the one with the most room."""

    def room(lane: int) -> float:
        apart = min((abs(angle - each) for each in taken[lane]), default=2 * pi)
        return apart * lanes[lane] / (2 * _HALF + 2)

    return next((lane for lane in range(len(lanes)) if room(lane) >= 1), max(range(len(lanes)), key=room))


def _drawn(point: Point, x: float, y: float) -> Html:
    if point.mark is Mark.MEETING:
        side = 2 * _HALF - 2
        shape = tag("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, class_="loft-point")
    else:
        classes = f"loft-point{' loft-booked' if point.mark is Mark.BOOKED else ''}"
        shape = tag("circle", cx=x, cy=y, r=_HALF, class_=classes)
    return joined(shape, tag("text", str(point.number), x=x, y=y))


def _has_today(ring: Ring) -> bool:
    return ring.today.year == ring.year


def _today(ring: Ring) -> Html:
    """Point at the day from outside."""
    if not _has_today(ring):
        return Html("")
    angle = sum(_angles(ring.year, Period.through(ring.today, ring.today))) / 2
    tip, *base = (_place(angle, 177), _place(angle - 0.04, 188), _place(angle + 0.04, 188))
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in (tip, *base))
    return tag("polygon", points=corners, class_="loft-today")


def _angles(year: int, days: Period) -> tuple[float, float]:
    """Return where the part of the days that lies in the year begins and ends, in radians from the top."""
    whole = Period.year(year)
    inside = days & whole
    return tuple(2 * pi * (day - whole.start).days / whole.days for day in (inside.start, inside.end))  # type: ignore[return-value]


def _place(angle: float, radius: float) -> tuple[float, float]:
    return CENTRE + radius * sin(angle), CENTRE - radius * cos(angle)


def _text(angle: float, radius: float, text: str, classes: str | None = None) -> Html:
    x, y = _place(angle, radius)
    return tag("text", text, x=x, y=y, class_=classes)


def _band(classes: str, radii: tuple[int, int], start: float, end: float) -> Html:
    """Draw a part of a ring."""
    inner, outer = radii
    large = int(end - start > pi)
    (ax, ay), (bx, by) = _place(start, outer), _place(end, outer)
    (cx, cy), (dx, dy) = _place(end, inner), _place(start, inner)
    path = (
        f"M{ax:.1f} {ay:.1f}A{outer} {outer} 0 {large} 1 {bx:.1f} {by:.1f}"
        f"L{cx:.1f} {cy:.1f}A{inner} {inner} 0 {large} 0 {dx:.1f} {dy:.1f}z"
    )
    return tag("path", d=path, class_=classes)
