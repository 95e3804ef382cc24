"""Tables for a terminal: columns padded to their widest cell, numbers to the right, nothing cut."""

from collections.abc import Iterable, Sequence

from loftdb.view.tables import Cell, cell_text

_GAP = "  "


def text_table(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return the headings, a rule and one line per row, each ended by a line break."""
    body = [tuple(row) for row in rows]
    columns = [[row[index] for row in body] for index in range(len(headings))]
    texts = [
        _column(heading, values, is_last=index == len(headings) - 1)
        for index, (heading, values) in enumerate(zip(headings, columns, strict=True))
    ]
    return "".join(f"{_GAP.join(parts).rstrip()}\n" for parts in zip(*texts, strict=True))


def _column(heading: str, values: Sequence[Cell], is_last: bool) -> list[str]:
    """Return the padded cells; the last column's rule is as long as its heading, since its cells may be sentences."""
    cells = [heading, *(cell_text(value) for value in values)]
    width = max(map(len, cells))
    cells.insert(1, "─" * (len(heading) if is_last else width))
    if any(isinstance(value, int | float) for value in values):
        return [cell.rjust(width) for cell in cells]
    return [cell.ljust(width) for cell in cells]
