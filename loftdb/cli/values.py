"""Words of a command line become values or a Refused with the option they stand at.

A naive time is Stockholm's, and a bare date is the end of that day.
"""

import re
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from loftdb.core.errors import Issue, UsageError
from loftdb.core.model import ActivityState, Party, Reason
from loftdb.core.moments import end_of_day, local_day, utc

Word = TypeVar("Word", bound=StrEnum)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")
_HIGHEST_PORT = 65_535


def path(text: str) -> Path:
    """Read a file or directory."""
    return Path(text).expanduser()


def moment(text: str) -> datetime:
    """Read a moment as naive UTC."""
    try:
        return end_of_day(date.fromisoformat(text)) if _DAY.fullmatch(text) else utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError) as error:
        raise _unclear("bad_moment", text) from error


def day(text: str) -> date:
    """Read a day; of a moment, the day in Stockholm."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else local_day(moment(text))
    except (ValueError, UsageError) as error:
        raise _unclear("bad_day", text) from error


def month(text: str) -> date:
    """Read ``2024-03`` as the month's first day."""
    try:
        if _MONTH.fullmatch(text):
            return date.fromisoformat(f"{text}-01")
    except ValueError:
        pass
    raise _unclear("bad_month", text)


def whole(text: str) -> int:
    """Read a whole number."""
    if re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        return int(text)
    raise _unclear("bad_number", text)


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


def _word(text: str, words: tuple[Word, ...]) -> Word:
    for each in words:
        if each.value == text:
            return each
    raise UsageError(Issue("bad_choice", facts={"text": text, "choices": tuple(each.value for each in words)}))


def _unclear(code: str, text: str) -> UsageError:
    return UsageError(Issue(code, facts={"text": text}))
