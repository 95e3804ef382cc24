"""An indicator's value as it was typed: what cannot be read is left for the rules to refuse, all of it at once."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from loftdb.core.meetings.rules import Reading

_NUMBER = re.compile(r"[-−+]?\d+([.,]\d+)?")
_YEAR, _DAY = re.compile(r"(19|20)\d\d"), re.compile(r"(19|20)\d\d-\d\d-\d\d")
_SPACES = re.compile(r"\s")


@dataclass(frozen=True)
class Typed:
    """The fields of the form."""

    name: str
    unit: str
    value: str
    """``77,5``, ``1 250`` or ``−3``."""
    when: str
    """A year, or a day as ``2023-11-15``."""
    source: str
    problem_area: str | None = None


def reading_of(agreement: str, typed: Typed) -> Reading:
    """Return the reading; a value that is no number becomes NaN, a time that is none neither day nor year."""
    when = typed.when.strip()
    year = int(when) if _YEAR.fullmatch(when) else None
    number = decimal_of(typed.value)
    return Reading(agreement, typed.name, typed.unit, number, typed.source, _day(when), year, typed.problem_area)


def decimal_of(text: str) -> Decimal:
    """Read a number with a decimal comma or point; spaces may group its digits. NaN for anything else."""
    close = _SPACES.sub("", text)
    return Decimal(close.replace("−", "-").replace(",", ".")) if _NUMBER.fullmatch(close) else Decimal("NaN")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
