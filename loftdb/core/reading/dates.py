"""The period of an agreement: the clearest statement wins, and dates of the past or of signatures say nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from loftdb.core.periods import Period, next_month
from loftdb.core.reading.source import folded

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
_NAMES = "|".join(_MONTHS)
_TO = r"\s*(?:-+|till och med|t\.? ?o\.? ?m\.?|till|och|t\.o\.m\.)\s*(?:och med\s*)?(?:den\s*)?"
_ISO = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d){_TO}(\d{{4}})-(\d\d)-(\d\d)")
_DATED = re.compile(rf"(?:(\d{{1,2}})\s+)?({_NAMES})(?:\s+(\d{{4}}))?{_TO}(?:(\d{{1,2}})\s+)?({_NAMES})\s+(\d{{4}})")
_YEARS = re.compile(
    r"(?<![\d:-])((?:19|20)\d\d)\s*(?:-+|/|och|till och med|till|t\.o\.m\.)\s*((?:19|20)?\d\d)(?![\d-]|:\d)"
)
_YEAR = re.compile(r"(?<![\d:/-])((?:19|20)\d\d)(?![\d-]|:\d)")
_LONGEST_YEARS = 10


@dataclass(frozen=True)
class Said:
    """A period that a piece of text states, and how clearly: 3 dates, 2 years from–to, 1 one year."""

    period: Period
    clearness: int


def stated(text: str) -> Iterator[Said]:
    """Yield the periods that a text states, the clearest kind first."""
    said = folded(text)
    for found in _ISO.finditer(said):
        numbers = [int(each) for each in found.groups()]
        yield from _said(tuple(numbers[:3]), tuple(numbers[3:]), 3)
    for found in _DATED.finditer(said):
        yield from _said(*_dated(found), 3)
    for found in _YEARS.finditer(said):
        first, last = found.groups()
        yield from _said((int(first), 1, 1), (int(first[: 4 - len(last)] + last), 12, 31), 2)
    for found in _YEAR.finditer(said):
        yield from _said((int(found.group(1)), 1, 1), (int(found.group(1)), 12, 31), 1)


def _dated(found: re.Match[str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    day, month, year, last_day, last_month, last_year = found.groups()
    start = (int(year or last_year), _MONTHS.index(month) + 1, int(day or 1))
    end_month = _MONTHS.index(last_month) + 1
    end = int(last_day) if last_day else (next_month(date(int(last_year), end_month, 1)) - date.resolution).day
    return start, (int(last_year), end_month, end)


def _said(first: tuple[int, ...], last: tuple[int, ...], clearness: int) -> Iterator[Said]:
    try:
        period = Period.through(date(*first), date(*last))
    except (ValueError, OverflowError):
        return
    if period.start < period.end and period.last.year - period.start.year < _LONGEST_YEARS:
        yield Said(period, clearness)
