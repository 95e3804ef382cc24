"""Readers of single values in a data file: each accepts exactly one way of writing a value."""

import re
from datetime import date
from enum import StrEnum

import yaml

from loftdb.core.characters import hidden
from loftdb.core.periods import MEANT, Period, month
from loftdb.core.privacy import refusals
from loftdb.files.records import Reader, Spot, Wrong

COUNTIES = frozenset(range(1, 26)) - {2, 11, 15, 16}
"""The first two digits of a municipality's code; the gaps are counties that were merged or never numbered."""


def text(longest: int) -> Reader:
    """Return a reader of one line of text without contact details or identity numbers; folded lines are joined."""

    def read(spot: Spot) -> str:
        line = " ".join(_written(spot, "text").split())
        refusal = next(refusals(line, spot.path), None)
        if not line:
            raise Wrong("text_empty")
        if len(line) > longest:
            raise Wrong("text_long", longest=longest, length=len(line))
        if refusal:
            raise Wrong("personal_data", kind=refusal.code)
        return line

    return read


def whole(least: int, most: int) -> Reader:
    """Return a reader of whole numbers between two bounds, both allowed."""

    def read(spot: Spot) -> int:
        number = int(_matching(r"-?\d{1,12}", spot, "integer"))
        if not least <= number <= most:
            raise Wrong("number", value=number, least=least, most=most)
        return number

    return read


def word(words: type[StrEnum]) -> Reader:
    """Return a reader of one of an enumeration's words."""
    allowed = tuple(each.value for each in words)

    def read(spot: Spot) -> StrEnum:
        value = _written(spot, "text")
        if value not in allowed:
            raise Wrong("word", value=value, allowed=allowed)
        return words(value)

    return read


def slug(spot: Spot) -> str:
    """Read a readable ASCII id: small letters and digits with single hyphens between."""
    return _matching(r"[a-z0-9]+(-[a-z0-9]+)*", spot, "slug")


def day(spot: Spot) -> date:
    """Read a date, year-month-day."""
    return _date(_matching(r"\d{4}-\d\d-\d\d", spot, "date"), "date")


def calendar_month(spot: Spot) -> Period:
    """Read a month, year-month, as its days."""
    return month(_date(_matching(r"\d{4}-\d\d", spot, "month") + "-01", "month"))


def flag(spot: Spot) -> bool:
    """Read ``true`` or ``false``."""
    return _matching("true|false", spot, "boolean") == "true"


def municipality_code(spot: Spot) -> int:
    """Read a municipality's official code: four digits, the first two a county's."""
    code = _matching(r"\d{4}", spot, "municipality_code")
    if int(code[:2]) not in COUNTIES:
        raise Wrong("type", wanted="municipality_code")
    return int(code)


def _date(value: str, wanted: str) -> date:
    try:
        found = date.fromisoformat(value)
    except ValueError as error:
        raise Wrong("type", wanted=wanted) from error
    if found not in MEANT:
        raise Wrong("date_far", year=found.year, first=MEANT.start.year, last=MEANT.last.year)
    return found


def _matching(pattern: str, spot: Spot, wanted: str) -> str:
    """Return the written words, which must match the whole pattern."""
    value = _written(spot, wanted)
    if not re.fullmatch(pattern, value, re.ASCII):
        raise Wrong("type", wanted=wanted)
    return value


def _written(spot: Spot, wanted: str) -> str:
    """Return the words that stand as a value on one line, never those of a list or mapping."""
    if not isinstance(spot.node, yaml.ScalarNode) or spot.is_null:
        raise Wrong("type", wanted=wanted)
    words = str(spot.node.value).strip()
    if "\n" in words:
        raise Wrong("text_lines")
    if character := hidden(words):
        raise Wrong("text_character", character=character)
    return words
