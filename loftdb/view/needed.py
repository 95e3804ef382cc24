"""*Behövs per månad* as a table: promises down, months across, and one line per kind of activity, never one sum of all.

At most a year of months stands on screen and paper, what comes after in one column; the file has every month.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from loftdb.core.needed import Needed, NeededRow, Total
from loftdb.view.formats import duration, number, short_month, sorting_key
from loftdb.view.lagging import good_news
from loftdb.view.log_file import DEMO_HEADING, INVENTED
from loftdb.view.markup import Html, page_link, tag
from loftdb.view.rows import Link
from loftdb.view.texts import needed as words

MOST_MONTHS = 12

STYLE = """
.loft-page .loft-sheet{max-width:none;overflow-x:auto;margin-top:1rem;border:0}
.loft-sheet table{border-collapse:separate;border-spacing:0;min-width:min(100%,48rem);line-height:1.35;
font-variant-numeric:tabular-nums;--loft-line:color-mix(in srgb,currentColor 20%,transparent)}
.loft-sheet caption{text-align:left;font-size:.875em;padding-bottom:.5rem}
.loft-sheet :is(th,td){border:0;border-bottom:1px solid var(--loft-line);padding:.5rem .6rem;text-align:right;
vertical-align:top;font-weight:400;min-width:3.25rem}
.loft-sheet thead th{font-weight:600;border-bottom-width:2px;vertical-align:bottom}
.loft-sheet :is(thead,tbody) th:first-child{text-align:left;position:sticky;left:0;min-width:12rem;padding-left:0;
background:light-dark(#ffffff,#12181f)}
.loft-sheet td:nth-child(2){font-weight:600}
.loft-sheet tbody+tbody th:first-child{font-weight:600}
.loft-sheet .loft-kinds th{padding-top:1.5rem;font-weight:600;text-align:left}
.loft-sheet a{font-weight:600}
@media (max-width:40rem){.loft-sheet :is(thead,tbody) th:first-child{min-width:9.5rem;max-width:9.5rem;
overflow-wrap:anywhere;hyphens:auto}}
@media (forced-colors:active){.loft-sheet :is(th,td){border-color:CanvasText}}
@page loft-landscape{size:A4 landscape;margin:12mm}
@media print{
html:has(.loft-sheet),body:has(.loft-sheet){page:loft-landscape;min-height:0!important;height:auto!important}
.loft-page .loft-sheet{overflow:visible;font-size:9pt}
.loft-sheet :is(thead,tbody) th:first-child{position:static;background:none!important}
.loft-sheet :is(th,td){padding:.25rem .4rem}.st-key-needed-file{display:none!important}}
"""


def page(sheet: Needed, names: Mapping[int, str], link: Link, where: str, today: date) -> Html:
    """Return title, lead and table; ``names`` of municipalities by code, ``where`` is all that is shown."""
    head = tag("header", tag("p", where, class_="loft-kicker"), tag("h1", words.TITLE), tag("p", words.lead(today)))
    body = (
        _table(sheet, names, link, where, today) if sheet.rows else good_news(f"{words.NOTHING} {words.NOTHING_MORE}")
    )
    return tag("div", head, body, class_="loft-page")


def ordered(rows: Iterable[NeededRow], names: Mapping[int, str]) -> list[NeededRow]:
    """Sort rows by municipality and title in Swedish order."""
    return sorted(rows, key=lambda row: (sorting_key(names[row.promise.home]), sorting_key(row.promise.title)))


def _by_kind(totals: Iterable[Total]) -> list[Total]:
    return sorted(totals, key=lambda total: sorting_key(total.plural))


def _table(sheet: Needed, names: Mapping[int, str], link: Link, where: str, today: date) -> Html:
    headings = (words.PROMISE, words.REMAINING, *_month_names(sheet.months, today))
    heads = (tag("th", text, scope="col") for text in headings)
    kinds = tag("tr", tag("th", words.per_kind(where), colspan=len(headings), scope="rowgroup"), class_="loft-kinds")
    whole = tag(
        "table",
        tag("caption", words.CAPTION),
        tag("thead", tag("tr", *heads)),
        tag("tbody", *(_row(row, names, link) for row in ordered(sheet.rows, names))),
        tag("tbody", kinds, *map(_total, _by_kind(sheet.totals))),
    )
    return tag("div", whole, class_="loft-sheet", role="region", tabindex=0, aria_label=words.TITLE)


def _month_names(months: Sequence[date], today: date) -> Iterator[str]:
    """Yield the months' names, the year at the first and at each January; the running month is what is left of it."""
    for first in months[:MOST_MONTHS]:
        is_running = (first.year, first.month) == (today.year, today.month)
        year = f" {first.year}" if first == months[0] or first.month == 1 else ""
        yield f"{'resten av ' if is_running else ''}{short_month(first)}{year}"
    if len(months) > MOST_MONTHS:
        yield words.LATER


def _counts(months: Sequence[int]) -> list[int]:
    later = [sum(months[MOST_MONTHS:])] if len(months) > MOST_MONTHS else []
    return [*months[:MOST_MONTHS], *later]


def _row(row: NeededRow, names: Mapping[int, str], link: Link) -> Html:
    title = page_link(link(row.promise.id, row.year), row.promise.title)
    about = (names[row.promise.home], row.measure.plural, row.promise.function)
    small = tag("span", " · ".join(filter(None, about)), class_="loft-small")
    booked = tag("span", words.booked(row.planned), class_="loft-small") if row.planned else None
    remaining = tag("td", _written(row.remaining, row.measure.minutes), booked)
    return tag("tr", tag("th", title, small, scope="row"), remaining, *_cells(row.months, row.measure.minutes))


def _total(total: Total) -> Html:
    name = f"{total.plural[:1].upper()}{total.plural[1:]}"
    remaining = tag("td", _written(total.remaining, total.minutes))
    return tag("tr", tag("th", name, scope="row"), remaining, *_cells(total.months, total.minutes))


def _cells(months: Sequence[int], minutes: bool) -> Iterator[Html]:
    return (tag("td", _written(count, minutes)) for count in _counts(months))


def _written(count: int, minutes: bool) -> str:
    return duration(count) if minutes else number(count)


def file_headings(sheet: Needed, is_demo: bool) -> tuple[str, ...]:
    """Return the columns of the file, every month by its number; a demo's file has one more, that says so."""
    months = (f"{first:%Y-%m}" for first in sheet.months)
    return (*words.HEADINGS, *months, *([DEMO_HEADING] if is_demo else []))


def file_lines(sheet: Needed, names: Mapping[int, str], is_demo: bool) -> Iterator[tuple[str | int, ...]]:
    """Yield a line per promise, then one per kind of activity."""
    more = (INVENTED,) if is_demo else ()
    for row in ordered(sheet.rows, names):
        unit = words.MINUTES if row.measure.minutes else row.measure.plural
        about = (row.agreement.district, names[row.promise.home], row.promise.title, row.promise.id)
        counts = (row.remaining, row.planned, *row.months)
        yield (*about, row.promise.function, row.year or words.WHOLE_TERM, unit, *counts, *more)
    for total in _by_kind(sheet.totals):
        unit = words.MINUTES if total.minutes else total.plural
        yield (words.ALL_MUNICIPALITIES, "", total.plural, "", "", "", unit, total.remaining, "", *total.months, *more)
