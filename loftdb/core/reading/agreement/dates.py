"""Dates and spans of time in words become periods; what is no possible date gives none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from loftdb.core.periods import MEANT, Period, add_months
from loftdb.core.reading.lexer import Token
from loftdb.core.reading.vocabulary import word_set

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "mars mar", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
            "september sep sept", "oktober okt", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_SEASONS = {
    **dict.fromkeys(("våren", "vår", "vårterminen", "vårtermin"), (3, 3)),
    **dict.fromkeys(("sommaren", "sommar"), (6, 3)),
    **dict.fromkeys(("hösten", "höst", "höstterminen", "hösttermin"), (9, 3)),
    **dict.fromkeys(("vintern", "vinter"), (12, 3)),
}
"""First month and how many: autumn is September to November (5.15)."""
_HALVES = {"halvåret": {"första": (1, 6), "andra": (7, 6), "sista": (7, 6)}}
_QUARTERS = {"kvartalet": {"första": (1, 3), "andra": (4, 3), "tredje": (7, 3), "fjärde": (10, 3), "sista": (10, 3)}}
_BEGINNINGS = frozenset((*_MONTHS, *_SEASONS, *_HALVES["halvåret"], *_QUARTERS["kvartalet"]))
_DASHES = frozenset("-–—‐‑‒―−")
_TO = ("till", "t", "tom", "och", "fram")
_SKIPPED = word_set("den och med från o m . åren året år")
_MOST_SEPARATORS = 7
LONGEST_YEARS = 12
"""A longer stretch of years is no agreement."""


@dataclass(frozen=True)
class _Point:
    """What a date says; the months run from ``month``, the whole year where it is null."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    months: int = 1

    @property
    def period(self) -> Period | None:
        if self.year is None:
            return None
        try:
            start = date(self.year, self.month or 1, self.day or 1)
            if self.day:
                return Period.through(start, start)
            return Period(start, add_months(start, self.months if self.month else 12))
        except (ValueError, OverflowError):
            return None


@dataclass(frozen=True)
class Dated:
    """A period that the tokens from ``first`` up to, not including, ``last`` state."""

    period: Period
    first: int
    last: int
    is_range: bool
    is_day: bool
    """Whether it is one day."""


def dated(tokens: Sequence[Token]) -> Iterator[Dated]:
    """Yield the periods that a sentence states, in order, without overlap."""
    index = 0
    while index < len(tokens):
        found = _dated(tokens, index)
        if found:
            yield found
        index = found.last if found else index + 1


def _dated(tokens: Sequence[Token], index: int) -> Dated | None:
    first, after = _point(tokens, index) if _may_begin(tokens[index]) else (None, index)
    if first is None:
        return None
    ranged = _range(tokens, index, first, after)
    period = first.period
    if ranged or period is None or not _is_meant(period):
        return ranged
    return Dated(period, index, after, is_range=False, is_day=first.day is not None)


def _may_begin(token: Token) -> bool:
    """Tell whether a date can begin here; most words are passed at once."""
    return token.kind == "number" or (token.kind == "word" and token.folded in _BEGINNINGS)


def _range(tokens: Sequence[Token], index: int, first: _Point, after: int) -> Dated | None:
    start, separator = _separated(tokens, after, first)
    last, end = _short_year(tokens, start, first) if separator in _DASHES or separator == "/" else (None, start)
    if last is None and separator:
        last, end = _point(tokens, start)
    if last is None:
        return None
    opened = replace(first, year=first.year or last.year)
    whole = _whole(opened, last)
    return Dated(whole, index, end, is_range=True, is_day=False) if whole else None


def _whole(first: _Point, last: _Point) -> Period | None:
    start, end = first.period, last.period
    if start is None or end is None or start.start >= end.end or not _is_meant(start) or not _is_meant(end):
        return None
    return Period(start.start, end.end) if end.end.year - start.start.year <= LONGEST_YEARS else None


def _is_meant(period: Period) -> bool:
    return MEANT.start <= period.start and period.end <= MEANT.end


def _separated(tokens: Sequence[Token], index: int, first: _Point) -> tuple[int, str]:
    """Return where the second date can begin, and what stands before it; empty: nothing separates."""
    if index >= len(tokens):
        return index, ""
    word = tokens[index].folded
    if word not in _DASHES and word not in _TO and word != "/":
        return index, ""
    if word == "och" and (first.month or first.year is None):
        return index, ""
    end = index + 1
    while end < len(tokens) and end - index < _MOST_SEPARATORS and _separates(tokens[end].folded):
        end += 1
    return end, word


def _separates(word: str) -> bool:
    return word in _DASHES or word in _SKIPPED or word in ("till", "t")


def _short_year(tokens: Sequence[Token], index: int, first: _Point) -> tuple[_Point | None, int]:
    """Read the *25* of *2023–25*."""
    if index >= len(tokens) or first.year is None or first.month or len(tokens[index].text) != 2:
        return None, index
    if not tokens[index].text.isdigit() or tokens[index].span.start != tokens[index - 1].span.end:
        return None, index
    return _Point(first.year // 100 * 100 + int(tokens[index].text)), index + 1


def _point(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read one date, and return where it ends."""
    for read in (_iso, _slashed, _named_day, _named_month, _season, _half, _year):
        point, end = read(tokens, index)
        if point is not None:
            return point, end
    return None, index


def _number(tokens: Sequence[Token], index: int, digits: tuple[int, ...]) -> int | None:
    if not 0 <= index < len(tokens):
        return None
    text = tokens[index].text
    return int(text) if text.isdigit() and text.isascii() and len(text) in digits else None


def _year_at(tokens: Sequence[Token], index: int) -> int | None:
    year = _number(tokens, index, (4,))
    return year if year and MEANT.start.year <= year < MEANT.end.year else None


def _iso(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read 2018-01-31; its parts stand against each other."""
    run = tokens[index : index + 5]
    is_glued = len(run) == 5 and all(after.span.start == before.span.end for before, after in pairwise(run))
    if not is_glued or run[1].text not in _DASHES or run[3].text not in _DASHES:
        return None, index
    year, month, day = _year_at(run, 0), _number(run, 2, (2,)), _number(run, 4, (2,))
    return (_Point(year, month, day), index + 5) if year and month and day else (None, index)


def _slashed(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read 1/7 2023 and 1/7-2023."""
    day, month = _number(tokens, index, (1, 2)), _number(tokens, index + 2, (1, 2))
    if not (day and month) or tokens[index + 1].text != "/":
        return None, index
    at = index + 4 if _year_at(tokens, index + 4) and tokens[index + 3].text in _DASHES else index + 3
    year = _year_at(tokens, at)
    return _Point(year, month, day), at + 1 if year else index + 3


def _named_day(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read 31 december 2025."""
    day = _number(tokens, index, (1, 2))
    if not day:
        return None, index
    at = index + 1
    while at < len(tokens) and at < index + 4 and tokens[at].folded in (":", "a", "e", "."):
        at += 1
    month, end = _named_month(tokens, at)
    return (replace(month, day=day), end) if month else (None, index)


def _named_month(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    month = _MONTHS.get(tokens[index].folded) if index < len(tokens) else None
    if month is None:
        return None, index
    year = _year_at(tokens, index + 1)
    return _Point(year, month), index + 2 if year else index + 1


def _season(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read *hösten 2024*; a season without a year is no date."""
    season, year = _SEASONS.get(tokens[index].folded) if index < len(tokens) else None, _year_at(tokens, index + 1)
    return (_Point(year, season[0], None, season[1]), index + 2) if season and year else (None, index)


def _half(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    """Read *första halvåret 2024* and *fjärde kvartalet 2025*."""
    if index + 2 >= len(tokens):
        return None, index
    parts = {**_HALVES, **_QUARTERS}.get(tokens[index + 1].folded, {})
    part, at = parts.get(tokens[index].folded), index + 3 if tokens[index + 2].folded == "av" else index + 2
    year = _year_at(tokens, at)
    return (_Point(year, part[0], None, part[1]), at + 1) if part and year else (None, index)


def _year(tokens: Sequence[Token], index: int) -> tuple[_Point | None, int]:
    year = _year_at(tokens, index)
    is_law = index + 1 < len(tokens) and tokens[index + 1].text == ":"
    is_law = is_law and _number(tokens, index + 2, (1, 2, 3, 4)) is not None
    return (_Point(year), index + 1) if year and not is_law else (None, index)
