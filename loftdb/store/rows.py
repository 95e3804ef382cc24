"""SQL text is put together here only, from own names and ``$1`` places; values always travel as parameters."""

from collections.abc import Collection, Iterator, Sequence
from itertools import count

from loftdb.store.connection import Cursor

Row = Sequence[object]

_ROWS_AT_ONCE = 100
"""A hundred rows in one statement take 20 ms, one by one 200."""


WHOLE_TERM = 0
"""What a row holds for the year of a whole term."""


def insert(cursor: Cursor, table: str, rows: Sequence[Row]) -> None:
    """Append whole rows, in the table's own order of columns."""
    for first in range(0, len(rows), _ROWS_AT_ONCE):
        batch = rows[first : first + _ROWS_AT_ONCE]
        cursor.execute(_insertion(table, batch, count(1)), [value for row in batch for value in row])


def insert_both(cursor: Cursor, first: tuple[str, Sequence[Row]], second: tuple[str, Sequence[Row]]) -> None:
    """Append rows to two tables, few of them in one statement: that takes 2.6 ms with the commit, two take 3.1."""
    if not (first[1] and second[1]) or len(first[1]) + len(second[1]) > _ROWS_AT_ONCE:
        insert(cursor, *first)
        insert(cursor, *second)
        return
    numbers = count(1)
    statement = f"with first as ({_insertion(*first, numbers)} returning 1) {_insertion(*second, numbers)}"
    cursor.execute(statement, [value for _, rows in (first, second) for row in rows for value in row])


def _insertion(table: str, rows: Sequence[Row], numbers: Iterator[int]) -> str:
    places = ", ".join(f"({', '.join(f'${next(numbers)}' for _ in row)})" for row in rows)
    return f"insert into {table} values {places}"  # noqa: S608 - own table names


class Condition:
    """A WHERE clause under construction, with its parameters; ``str`` gives the clause, empty without any demand."""

    def __init__(self, parameters: Sequence[object] = ()) -> None:
        self.parameters: list[object] = list(parameters)
        self._demands: list[str] = []

    def place(self, value: object) -> str:
        """Take in a parameter and return its place."""
        self.parameters.append(value)
        return f"${len(self.parameters)}"

    def add(self, demand: str) -> None:
        """Demand this too."""
        self._demands.append(demand)

    def among(self, column: str, values: Collection[object] | None) -> None:
        """Demand one of the values (null: no demand): IN a list, unlike ``= any($1)``, lets zone maps skip rows."""
        if values is not None:
            self.add(f"{column} in ({', '.join(map(self.place, values))})" if values else "false")

    def at_most(self, column: str, value: object | None) -> None:
        """Demand a value up to this one (null: no demand)."""
        if value is not None:
            self.add(f"{column} <= {self.place(value)}")

    def __str__(self) -> str:
        return f"where {' and '.join(self._demands)}" if self._demands else ""


def next_number(cursor: Cursor, table: str, column: str, **own: object) -> int:
    """Return the number after the highest in a column of a table's rows with these values."""
    condition = Condition()
    for name, value in own.items():
        condition.among(name, [value])
    query = f"select coalesce(max({column}), 0) + 1 from {table} {condition}"  # noqa: S608 - own names
    [(number,)] = cursor.execute(query, condition.parameters).fetchall()
    return int(number)
