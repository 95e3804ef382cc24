"""Tables as bytes for Swedish Excel: semicolons, decimal commas, UTF-8 with BOM, CRLF, and no cell that runs.

Formats: the domain's section 3, last paragraph.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

Cell = str | int | float | Decimal | Fraction | date | None
"""Null is an empty cell, true and false are 1 and 0."""

BOM = b"\xef\xbb\xbf"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_QUOTED = (";", '"', "\r", "\n")


def csv_bytes(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the file; a text that a spreadsheet would take for a formula begins with an apostrophe.

    ValueError where a row is not as long as the headers.
    """
    lines = [_line(headers, len(headers)), *(_line(row, len(headers)) for row in rows)]
    return BOM + "".join(f"{line}\r\n" for line in lines).encode("utf-8")


def _line(row: Sequence[Cell], width: int) -> str:
    if len(row) != width:
        raise ValueError(f"{len(row)} cells under {width} headers")
    return ";".join(_quoted(_text(cell)) for cell in row)


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    return cell.isoformat() if isinstance(cell, date) else _number(cell)


def _number(value: int | float | Decimal | Fraction) -> str:
    """Write a number without grouping; a fraction to six decimals, not-a-number as an empty cell."""
    if isinstance(value, int):
        return str(int(value))
    if value != value:  # noqa: PLR0124 - only not-a-number differs from itself
        return ""
    exact = Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else Decimal(str(value))
    text = f"{round(exact, 6):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def _quoted(text: str) -> str:
    if any(mark in text for mark in _QUOTED):
        return '"' + text.replace('"', '""') + '"'
    return text
