"""HTML tables that read well aloud and on a phone: caption, header scopes, numbers right, own scrolling.

A stacked table is, on a phone, a block per row with each value beside its heading; roles say that it is a table still.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from loftdb.view.figures import plain
from loftdb.view.formats import number, table_date
from loftdb.view.markup import Html, tag
from loftdb.view.texts.labels import label

Cell = str | int | float | Fraction | date | StrEnum | None
"""Null, as pandas has it too, is shown as a dash."""

STYLE = """
.loft-scroll{overflow-x:auto;max-width:100%}
.loft-table{border-collapse:collapse;min-width:100%;font-variant-numeric:tabular-nums}
.loft-table caption{text-align:left;font-weight:600;padding:.25rem 0}
.loft-table th,.loft-table td{padding:.35rem .75rem;text-align:left;vertical-align:top;
border:0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-table thead th{border-bottom-width:2px;white-space:nowrap}
.loft-table tbody th{font-weight:400}
.loft-table .loft-number{text-align:right}
.loft-table .loft-number,.loft-table .loft-date{white-space:nowrap}
@media (max-width:40rem){
.loft-stacked thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.loft-stacked :is(tbody,tr,th,td,caption){display:block;width:auto}
.loft-stacked tbody tr{padding:.6rem 0;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent)}
.loft-stacked tbody :is(th,td){border:0;padding:.1rem 0!important;white-space:normal!important;text-align:left}
.loft-stacked tbody th{font-weight:600}
.loft-stacked td{display:grid!important;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:0 .75rem}
.loft-stacked td::before{content:attr(data-name) / "";opacity:.85}
}
@media (forced-colors:active){.loft-table th,.loft-table td{border-color:CanvasText}}
"""


def table(headers: Sequence[str], rows: Iterable[Sequence[Cell]], caption: str, stacked: bool = False) -> Html:
    """Return the table in a region that the keyboard can scroll; the first column heads its row.

    A column is set as numbers when every value in it is one; a number that heads its row is a name, such as a year.
    ``stacked``: its rows stand as blocks on a phone.
    """
    if stacked:
        return _stacked(headers, rows, caption)
    body = [[plain(value) for value in row] for row in rows]
    numeric = [index > 0 and _is_numeric(row[index] for row in body) for index in range(len(headers))]
    head = (
        tag("th", text, scope="col", class_=_class(is_number)) for text, is_number in zip(headers, numeric, strict=True)
    )
    lines = (_line(row, numeric) for row in body)
    inside = (tag("caption", caption), tag("thead", tag("tr", *head)), tag("tbody", *lines))
    whole = tag("table", *inside, class_="loft-table")
    return tag("div", whole, class_="loft-scroll", role="region", tabindex=0, aria_label=caption)


def _stacked(headers: Sequence[str], rows: Iterable[Sequence[Cell]], caption: str) -> Html:
    """Return a table of words; a browser that draws its rows as blocks would forget what they are without roles."""
    head = (tag("th", text, scope="col", role="columnheader") for text in headers)
    lines = (_block(headers, row) for row in rows)
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
        tag("tbody", *lines, role="rowgroup"),
        class_="loft-table loft-stacked",
        role="table",
    )


def _block(headers: Sequence[str], row: Sequence[Cell]) -> Html:
    heading = tag("th", _name(row[0]), scope="row", role="rowheader")
    named = zip(headers[1:], row[1:], strict=True)
    cells = (tag("td", cell_text(plain(value)), data_name=name, role="cell") for name, value in named)
    return tag("tr", heading, *cells, role="row")


def cell_text(value: Cell) -> str:
    """Write a value as tables show it; a time of day is left out."""
    if value is None:
        return "–"
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return table_date(value)
    return number(value, 2)


def _line(row: Sequence[Cell], numeric: Sequence[bool]) -> Html:
    first = tag("th", _name(row[0]), scope="row")
    rest = (
        tag("td", cell_text(value), class_="loft-date" if isinstance(value, date) else _class(is_number))
        for value, is_number in zip(row[1:], numeric[1:], strict=True)
    )
    return tag("tr", first, *rest)


def _name(value: Cell) -> str:
    """Write what heads a row; a whole number is a name there, such as a year."""
    return str(value) if isinstance(value, int) else cell_text(value)


def _is_numeric(values: Iterable[Cell]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float | Fraction) for value in known)


def _class(is_number: bool) -> str | None:
    return "loft-number" if is_number else None
