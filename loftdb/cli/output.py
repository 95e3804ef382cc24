"""What a command answers, written as a JSON array for programs or as a Swedish table for people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from loftdb.cli.exits import Exit
from loftdb.view import columns
from loftdb.view.tables import Cell
from loftdb.view.texts.commands import HEADINGS

Record = Mapping[str, object]
"""English keys; the values are words, numbers, days, moments (naive UTC), and lists and mappings of these."""


@dataclass(frozen=True)
class Sheet:
    """The table that people see, where it is not simply the records."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Answer:
    """What a command found, what it says beside that, and how it ends."""

    records: Sequence[Record] = ()
    talk: Sequence[str] = ()
    sheet: Sheet | None = None
    exit: Exit = Exit.OK
    whole: Record | None = None
    """One object, where the answer is no list; people see ``lines`` then."""
    lines: Sequence[str] = ()
    saved: str | None = None
    """What is saved whatever becomes of the results; said where they cannot be written."""


def written(answer: Answer, form: str) -> str:
    """Return the results as text that ends with a line break; empty where a table has no rows."""
    if form == "json":
        return json.dumps(_plain(answer.whole or answer.records), ensure_ascii=False, indent=2) + "\n"
    if answer.whole is not None:
        return "".join(f"{line}\n" for line in answer.lines)
    sheet = answer.sheet or _sheet(answer.records)
    return columns.text_table(sheet.headings, sheet.rows) if sheet.rows else ""


def _sheet(records: Sequence[Record]) -> Sheet:
    keys = tuple(records[0]) if records else ()
    rows = (tuple(_cell(record[key]) for key in keys) for record in records)
    return Sheet(tuple(HEADINGS[key] for key in keys), tuple(rows))


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, str | int | float | date):
        return value
    if isinstance(value, Iterable):
        return ", ".join(map(str, value)) or None
    return str(value)


def _plain(value: object) -> object:
    """Return a value that JSON has: a moment with its zone, a day as ``2024-03-15``."""
    if isinstance(value, datetime):
        return f"{value.isoformat()}Z"
    if isinstance(value, date | StrEnum | Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return value
