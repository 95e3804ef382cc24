"""Words of a command line become values or a Refused with the option they stand at.

A naive time is Stockholm's, and a bare date is the end of that day.
"""

import os
import re
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from loftdb.core.errors import Issue, UsageError
from loftdb.core.model import ActivityState, Party, Reason
from loftdb.core.moments import end_of_day, local_day, utc
from loftdb.core.periods import MEANT

Word = TypeVar("Word", bound=StrEnum)

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}([T ].+)?", re.ASCII)
_MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
_MOST_DIGITS = 9
_HIGHEST_PORT = 65_535


def path(text: str) -> Path:
    """Read a file or directory."""
    if not text:
        raise _unclear("value_missing", text)
    return Path(os.path.expanduser(text))


def moment(text: str) -> datetime:
    """Read a moment as naive UTC."""
    try:
        found = _written(text)
    except ValueError as error:
        raise _unclear("bad_moment", text) from error
    return utc(found) if isinstance(found, datetime) else end_of_day(found)


def day(text: str) -> date:
    """Read a day; of a moment, the day in Stockholm."""
    try:
        found = _written(text)
    except ValueError as error:
        raise _unclear("bad_day", text) from error
    return local_day(utc(found)) if isinstance(found, datetime) else found


def month(text: str) -> date:
    """Read ``2024-03`` as the month's first day."""
    try:
        return _written(f"{text}-01" if _MONTH.fullmatch(text) else "")
    except ValueError as error:
        raise _unclear("bad_month", text) from error


def whole(text: str) -> int:
    """Read a whole number of at most nine digits."""
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise _unclear("bad_number", text)
    if len(text.lstrip("+-")) > _MOST_DIGITS:
        raise _unclear("number_far", text)
    return int(text)


def port(text: str) -> int:
    """Read a port from 1."""
    number = whole(text)
    if 1 <= number <= _HIGHEST_PORT:
        return number
    raise _unclear("bad_port", text)


def counted(text: str) -> tuple[str, int | None]:
    """Read ``ID`` or ``ID=N`` as a promise with its own count (null: none given)."""
    name, sign, count = text.partition("=")
    return name, whole(count) if sign else None


def state(text: str) -> ActivityState:
    """Read ``planned``, ``done`` or ``cancelled``."""
    return _word(text, (ActivityState.PLANNED, ActivityState.DONE, ActivityState.CANCELLED))


def party(text: str) -> Party:
    """Read ``police`` or ``municipality``."""
    return _word(text, (Party.POLICE, Party.MUNICIPALITY))


def reason(text: str) -> Reason:
    """Read why an occasion was cancelled."""
    return _word(text, tuple(Reason))


def form(text: str) -> str:
    """Read how results are written."""
    if text in ("table", "json"):
        return text
    raise UsageError(Issue("bad_choice", facts={"text": text, "choices": ("table", "json")}))


def _written(text: str) -> date:
    """Return the day, or the datetime with or without a zone. ValueError; UsageError where nobody can mean the year."""
    if not _MOMENT.fullmatch(text):
        raise ValueError(text)
    day = date.fromisoformat(text[:10])
    if day not in MEANT:
        years = {"year": day.year, "first": MEANT.start.year, "last": MEANT.last.year}
        raise UsageError(Issue("year_far", facts=years))
    return datetime.fromisoformat(text) if text[10:] else day


def _word(text: str, words: tuple[Word, ...]) -> Word:
    for each in words:
        if each.value == text:
            return each
    raise UsageError(Issue("bad_choice", facts={"text": text, "choices": tuple(each.value for each in words)}))


def _unclear(code: str, text: str) -> UsageError:
    return UsageError(Issue(code, facts={"text": text}))
