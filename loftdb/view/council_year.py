"""A municipality's year: the wheel, and as a list everything that it shows, in the order of the days."""

from dataclasses import dataclass
from datetime import date

from loftdb.core.council_years import Announced, CouncilYear
from loftdb.core.duties import DutyState
from loftdb.core.model import ActivityState
from loftdb.core.periods import Period
from loftdb.core.schools import SchoolTerm
from loftdb.view.duties import Link, duty_name, stage_badge, window_text
from loftdb.view.formats import counted, listed, number, prose_date
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.texts import duties as words
from loftdb.view.wheel import Arc, Mark, Point, Ring, key, wheel

STYLE = """
.st-key-year-choice{margin-top:.5rem}
.st-key-year-tools{margin-top:1rem}
.loft-page .loft-year-head{margin-top:1.5rem}
.loft-agenda{display:grid;gap:1rem 3rem;align-items:start}
.loft-page .loft-agenda ol{list-style:none;margin:0!important;padding:0!important}
.loft-agenda li{display:grid;grid-template-columns:2rem minmax(0,1fr);gap:0 .5rem;margin:0!important;
padding:.55rem 0!important;font-size:1em;border-top:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-agenda .loft-marks-key{justify-content:center;margin-top:.75rem!important}
.loft-agenda .loft-marks-key li{display:inline-flex;border:0;padding:0!important}
.loft-agenda li>b{font-variant-numeric:tabular-nums;text-align:right}
.loft-agenda li>div>*{display:block}
.loft-agenda li>div>.loft-standing{display:flex;font-size:.875em}
.loft-page .loft-terms{margin-top:.75rem}
@media (min-width:60rem){.loft-agenda{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media print{.loft-agenda li{break-inside:avoid}}
"""

_KINDS = {Mark.MEETING: "möte", Mark.BOOKED: "bokat tillfälle", Mark.HELD: "genomfört tillfälle"}


@dataclass(frozen=True)
class _Line:
    """One thing of the year, as the list tells it."""

    days: Period
    title: str
    what: DutyState | Mark
    place: str = ""


def heading(found: CouncilYear, note: str = "") -> Html:
    """Return the year's heading, which stands above the choice of year."""
    lead = tag("p", f"{words.AGENDA_LEAD} {note}".strip(), class_="loft-small")
    return tag("div", tag("section", tag("h2", _title(found)), lead, class_="loft-year-head"), class_="loft-page")


def year(found: CouncilYear, today: date, link: Link) -> Html:
    """Return the year's wheel and its list."""
    lines = _lines(found)
    ring = _ring(found, lines, today)
    items = (_item(place, line, today, link) for place, line in enumerate(lines, 1))
    told = tag("ol", *items, role="list", aria_label=_title(found)) if lines else None
    side = tag("div", told or tag("p", words.NOTHING_THIS_YEAR), _terms(found))
    return tag("div", tag("div", tag("div", wheel(ring), key(ring)), side, class_="loft-agenda"), class_="loft-page")


def _title(found: CouncilYear) -> str:
    return f"{words.AGENDA} {found.municipality.name} {found.days.start.year}"


def _lines(found: CouncilYear) -> list[_Line]:
    lines = [_Line(each.occasion.window, duty_name(each), each) for each in found.duties]
    lines += [
        _Line(Period.through(day, day), f"{words.MEETING} {found.council}", Mark.MEETING) for day in found.meetings
    ]
    lines += [_Line(each.days, "; ".join(each.titles), _mark(each), each.place) for each in found.occasions]
    return sorted(lines, key=lambda each: (each.days.start, each.days.end, each.title))


def _mark(occasion: Announced) -> Mark:
    return Mark.BOOKED if occasion.state is ActivityState.PLANNED else Mark.HELD


def _ring(found: CouncilYear, lines: list[_Line], today: date) -> Ring:
    arcs = [Arc(at, each.days, each.what.stage) for at, each in enumerate(lines, 1) if isinstance(each.what, DutyState)]
    points = [Point(at, each.days.start, each.what) for at, each in enumerate(lines, 1) if isinstance(each.what, Mark)]
    name, year = found.municipality.name, found.days.start.year
    return Ring(year, [term.days for term in found.terms], arcs, points, today, _text(name, year, arcs, points))


def _text(name: str, year: int, arcs: list[Arc], points: list[Point]) -> str:
    meetings = sum(point.mark is Mark.MEETING for point in points)
    amounts = [counted(len(arcs), "uppföljning", "uppföljningar")]
    amounts += [counted(meetings, "möte", "möten")] if meetings else []
    amounts += [counted(len(points) - meetings, "annonserat tillfälle", "annonserade tillfällen")]
    return f"Årshjul för {name} {year} med {listed(amounts)}. Listan säger samma sak."


def _item(place: int, line: _Line, today: date, link: Link) -> Html:
    when = window_text(line.days) if isinstance(line.what, DutyState) else _days(line.days)
    small: Html | None
    if isinstance(line.what, DutyState):
        title = page_link(link(line.what), line.title)
        small = stage_badge(line.what.stage)
    else:
        title = tag("span", line.title)
        said = " · ".join(filter(None, (_kind(line.what, line.days, today), line.place)))
        small = tag("span", said, class_="loft-small") if said else None
    return tag("li", tag("b", number(place)), tag("div", tag("strong", when), title, small))


def _kind(mark: Mark, days: Period, today: date) -> str:
    """Name the kind, but for a meeting, whose title does; what was booked and has been is neither done nor off."""
    if mark is Mark.MEETING:
        return ""
    passed = mark is Mark.BOOKED and days.last < today
    return f"{_KINDS[mark].capitalize()}{', inte avgjort' if passed else ''}"


def _days(days: Period) -> str:
    same_month = (days.start.year, days.start.month) == (days.last.year, days.last.month)
    if days.days <= 1:
        return prose_date(days.start)
    return f"{days.start.day if same_month else prose_date(days.start, days.last.year)}–{prose_date(days.last)}"


def _terms(found: CouncilYear) -> Html | None:
    """Return the school terms in words, with whether they are only likely."""
    if not found.terms:
        return None
    texts = listed(_term(each) for each in found.terms)
    return tag("p", f"Skolterminer i {found.municipality.name}: {texts}.", class_="loft-small loft-terms")


def _term(term: SchoolTerm) -> str:
    return f"{_days(term.days)}{' (antagen)' if term.assumed else ''}"
