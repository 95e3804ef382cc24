"""HTML tables that read well aloud and on a phone: caption, header scopes, numbers right, own scrolling."""

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
@media (forced-colors:active){.loft-table th,.loft-table td{border-color:CanvasText}}
"""


def table(headers: Sequence[str], rows: Iterable[Sequence[Cell]], caption: str) -> Html:
    """Return the table in a region that the keyboard can scroll; the first column heads its row.

    A column is set as numbers when every value in it is one; a number that heads its row is a name, such as a year.
    """
    body = [[plain(value) for value in row] for row in rows]
    numeric = [index > 0 and _is_numeric(row[index] for row in body) for index in range(len(headers))]
    head = (
        tag("th", text, scope="col", class_=_class(is_number)) for text, is_number in zip(headers, numeric, strict=True)
    )
    lines = (_line(row, numeric) for row in body)
    inside = (tag("caption", caption), tag("thead", tag("tr", *head)), tag("tbody", *lines))
    whole = tag("table", *inside, class_="loft-table")
    return tag("div", whole, class_="loft-scroll", role="region", tabindex=0, aria_label=caption)


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
    heading = str(row[0]) if isinstance(row[0], int) else cell_text(row[0])
    first = tag("th", heading, scope="row")
    rest = (
        tag("td", cell_text(value), class_="loft-date" if isinstance(value, date) else _class(is_number))
        for value, is_number in zip(row[1:], numeric[1:], strict=True)
    )
    return tag("tr", first, *rest)


def _is_numeric(values: Iterable[Cell]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, int | float | Fraction) for value in known)


def _class(is_number: bool) -> str | None:
    return "loft-number" if is_number else None
