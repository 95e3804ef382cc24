"""*Lokalpolisområde*: municipalities in alphabetical order with their counts per läge; never a rank, never a total.

What stands in a chart stands in the table below it too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from loftdb.core.districts import District, Joint, Kind, Panel, Place
from loftdb.core.duties import DutyState
from loftdb.core.model import Standing
from loftdb.view import phrases
from loftdb.view.bars import standing_badge, symbol
from loftdb.view.charts import Course
from loftdb.view.duties import duty_name, stage_badge, window_text
from loftdb.view.figures import Figures, figures
from loftdb.view.formats import listed, month_name, number, prose_date, sorting_key
from loftdb.view.markup import Html, joined, page_link, tag
from loftdb.view.rows import Link, count_phrase, standing_by_promise
from loftdb.view.sentences import UNKNOWN, count_label, target_label
from loftdb.view.tables import table
from loftdb.view.texts import district as words
from loftdb.view.texts.labels import label

SHOWN = (
    Standing.BEHIND, Standing.SLIGHTLY_BEHIND, Standing.ON_TRACK, Standing.REACHED, Standing.NOT_REACHED,
    Standing.CANNOT_JUDGE, Standing.NOT_STARTED, Standing.NO_TARGET,
)  # fmt: skip
"""The columns, where any municipality has such a promise."""

STYLE = """
.loft-places{width:100%;border-collapse:collapse;margin-top:1rem;font-variant-numeric:tabular-nums;line-height:1.4;
--loft-line:color-mix(in srgb,currentColor 20%,transparent)}
.loft-places caption{text-align:left;font-size:.875em;padding-bottom:.5rem}
.loft-places :is(th,td){border:0;border-bottom:1px solid var(--loft-line);padding:.6rem .75rem .6rem 0;text-align:left;
vertical-align:top;font-weight:400}
.loft-places thead th{font-weight:600;border-bottom-width:2px;vertical-align:bottom}
.loft-places tbody a{font-weight:600;display:inline-block;padding:.2rem 0}
.loft-places .loft-count{font-weight:600;white-space:nowrap}
.loft-places .loft-count .loft-symbol{margin-right:.4rem}
.loft-places .loft-count span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.loft-kind h3{font-size:1.125rem;padding:0;margin:1.5rem 0 .25rem}
[class*=st-key-kind]{gap:1.5rem!important}
@media (max-width:48rem){
.loft-places,.loft-places :is(tbody,tr,th,td){display:block}
.loft-places thead,.loft-places caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.loft-places tr{padding:.8rem 0;border-bottom:1px solid var(--loft-line)}
.loft-places :is(th,td){border:0;padding:.1rem 0}
.loft-places td[data-name]::before{content:attr(data-name) ": "}
.loft-places .loft-count{display:inline-block;margin-right:1.25rem}
.loft-places .loft-count span{position:static;clip-path:none}
.loft-places .loft-none{display:none}
}
@media print{[data-testid=stHorizontalBlock][class*=st-key-kind]{display:grid!important;
grid-template-columns:290px 290px!important}[class*=st-key-kind]>*{break-inside:avoid}}
@media (forced-colors:active){.loft-places :is(th,td,tr){border-color:CanvasText}}
"""


@dataclass(frozen=True)
class Ways:
    """The addresses that the page leads to."""

    overview: Callable[[Place], str]
    duty: Callable[[DutyState], str]
    promise: Link


def page(district: District, ways: Ways, today: date) -> Html:
    """Return head, the table of municipalities and the promises made together."""
    head = tag(
        "header", tag("p", words.TITLE, class_="loft-kicker"), tag("h1", district.name),
        tag("p", words.LEAD, class_="loft-known"),
    )  # fmt: skip
    return _page(head, _table(district, ways, today), _joint(district, ways.promise))


def _page(*children: Html | None) -> Html:
    return tag("div", *children, class_="loft-page")


def _table(district: District, ways: Ways, today: date) -> Html:
    places = sorted(district.places, key=lambda place: sorting_key(place.municipality.name))
    counts = [standing_by_promise(place.rows) for place in places]
    columns = [standing for standing in SHOWN if any(each[standing] for each in counts)]
    names = (words.MUNICIPALITY, *map(label, columns), words.IN_WORDS, words.SIGNED, words.NEXT)
    heads = (tag("th", name, scope="col", role="columnheader") for name in names)
    rows = (
        _row(place, [(standing, each[standing]) for standing in columns], ways, today)
        for place, each in zip(places, counts, strict=True)
    )
    return tag(
        "table",
        tag("caption", words.CAPTION),
        tag("thead", tag("tr", *heads, role="row"), role="rowgroup"),
        tag("tbody", *rows, role="rowgroup"),
        class_="loft-places",
        role="table",
        aria_label=words.CAPTION,
    )


def _row(place: Place, counts: list[tuple[Standing, int]], ways: Ways, today: date) -> Html:
    address = ways.overview(place)
    name = page_link(address, place.municipality.name)
    under = tag("span", f"{place.agreement.title}, {place.year}{_outside(place, today)}", class_="loft-small")
    cells = (_count(standing, count) for standing, count in counts)
    return tag(
        "tr",
        tag("th", name, under, scope="row", role="rowheader"),
        *cells,
        tag("td", number(place.in_words), role="cell", data_name=words.IN_WORDS),
        tag("td", _signed(place, today), role="cell", data_name=words.SIGNED),
        tag("td", _duty(place, ways), role="cell", data_name=words.NEXT),
        role="row",
    )


def _outside(place: Place, today: date) -> str:
    """Say that the agreement has ended, or from when it holds; empty while it runs."""
    period = place.agreement.period
    if today in period:
        return ""
    return f", {words.ENDED}" if period.end <= today else f", {words.FROM.format(day=prose_date(period.start))}"


def _count(standing: Standing, count: int) -> Html:
    """Return a count; where the column's heading is away, as on a phone, its word is seen."""
    if not count:
        return tag("td", "0", role="cell", class_="loft-none")
    word = count_phrase(standing, count).split(" ", 1)[-1]
    return tag("td", symbol(standing), number(count), tag("span", f" {word}"), role="cell", class_="loft-count")


def _signed(place: Place, today: date) -> str:
    """Write ``polisen augusti, kommunen september``; of joint promises alone, that their home signs them."""
    if not place.has_own:
        return words.SIGNED_AT.format(home=place.agreement.home.name)
    told = (
        f"{label(party).lower()} {month_name(month, today.year) if month else words.NEVER_SIGNED}"
        for party, month in place.signed.items()
    )
    return ", ".join(told)


def _duty(place: Place, ways: Ways) -> Html | str:
    state = place.duty
    if state is None:
        return words.NO_DUTY
    name = page_link(ways.duty(state), duty_name(state))
    when = tag("span", window_text(state.occasion.window), class_="loft-small")
    return joined(name, tag("div", when, stage_badge(state.stage)))


def _joint(district: District, link: Link) -> Html | None:
    if not district.joint:
        return None
    items = tag("ul", *(_shared(each, link) for each in district.joint), class_="loft-lags", role="list")
    header = tag("header", tag("h2", words.JOINT), tag("p", words.JOINT_NOTE))
    return tag("section", header, items, class_="loft-part")


def _shared(joint: Joint, link: Link) -> Html:
    names = {each.code: each.name for each in joint.agreement.municipalities}
    whose = listed(names[code] for code in joint.promise.municipalities if code in names)
    title = page_link(link(joint.promise.id, None), joint.promise.title)
    states = standing_by_promise(joint.rows)
    badge = standing_badge(next(iter(states))) if states else None
    small = tag("span", f"{words.JOINT_WITH} {whose}", class_="loft-small")
    return tag("li", tag("div", title, badge, class_="loft-lag-head"), small)


def kinds_heading(district: District) -> Html:
    """Return the heading of what is promised in several municipalities, or that there is none."""
    note = tag("p", words.SAME_NOTE) if district.kinds else None
    said = tag("p", words.LEGEND if district.kinds else words.NO_SAME, class_="loft-small")
    return _page(tag("section", tag("header", tag("h2", words.SAME), note), said, class_="loft-part"))


def kind_heading(kind: Kind) -> Html:
    """Return what is counted."""
    facts = figures(kind.rows[0][1])
    held = f", {phrases.unit(facts)[1]} då löftet hölls" if facts.is_held else ""
    many = None if kind.panels else tag("p", words.TOO_MANY, class_="loft-small")
    return _page(tag("div", tag("h3", f"{phrases.capital(facts.plural)}{held}"), many, class_="loft-kind"))


def panel_heading(panel: Panel) -> Html:
    """Return whose chart it is, its läge and its number."""
    facts = figures(panel.row)
    name = tag("strong", panel.agreement.home.name)
    head = tag("div", name, standing_badge(facts.state), class_="loft-lag-head")
    return _page(head, tag("span", count_label(facts), class_="loft-small"))


def ordered(kind: Kind) -> list[Panel]:
    """Return the panels by municipality in Swedish order."""
    return sorted(kind.panels, key=lambda panel: sorting_key(panel.agreement.home.name))


def course(panel: Panel) -> Course:
    """Return what the panel's chart draws; intervals are held of all there are."""
    facts = figures(panel.row)
    singular_plural = phrases.unit(facts)
    return Course(
        days=panel.days,
        actual=panel.done,
        known_through=panel.known_through,
        judged_through=min(facts.judged_through, panel.days.last),
        expected=panel.expected,
        expected_floor=facts.completed if facts.is_held else facts.expected_floor,
        target=facts.intervals if facts.is_held else facts.target,
        plural=singular_plural[1] if facts.is_held else facts.plural,
        minutes=facts.minutes and not facts.is_held,
    )


def kind_table(kind: Kind) -> Html:
    """Return the same figures as a table."""
    headers = (words.MUNICIPALITY, words.OUTCOME, words.EXPECTED, words.GOAL, words.STATE, words.THROUGH)
    rows = sorted(kind.rows, key=lambda each: sorting_key(each[0].home.name))
    lines = [_line(agreement.home.name, figures(row)) for agreement, row in rows]
    return _page(table(headers, lines, phrases.capital(figures(rows[0][1]).plural)))


def _line(name: str, facts: Figures) -> tuple[str, ...]:
    through = prose_date(min(facts.judged_through, facts.last))
    return (
        name, count_label(facts), _awaited(facts), target_label(facts), label(facts.state), through
    )  # fmt: skip


def _awaited(facts: Figures) -> str:
    if facts.is_held:
        return number(facts.completed or 0)
    return UNKNOWN if facts.expected_floor is None else phrases.write(facts, facts.expected_floor)
