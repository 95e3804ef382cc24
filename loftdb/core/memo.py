"""What the basis of a *tjänsteskrivelse* says: values gathered by ``actions.memo``, worded by ``view.memo``."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from loftdb.core.duties import DutyState
from loftdb.core.model import (
    Agreement,
    Measure,
    Municipality,
    Party,
    Promise,
    Standing,
    Status,
    StatusUpdate,
    Thresholds,
    Verdict,
)
from loftdb.core.periods import nearest_year

Row = Mapping[str, Any]
"""A progress row with its forecast."""


@dataclass(frozen=True)
class MonthCount:
    """What was done of a measure in a month; null where nobody has said."""

    first: date
    count: int | None


@dataclass(frozen=True)
class Counted:
    """One counted unit of a promise."""

    measure: Measure
    now: tuple[Row, ...]
    """The rows of the memo's year, or of the whole term where that is what is promised."""
    earlier: tuple[Row, ...]
    """The rows of the years before it, in order."""
    months: tuple[MonthCount, ...] = ()
    """Of a sensitive promise only: the judged months of the year."""


@dataclass(frozen=True)
class Explained:
    """What went otherwise in a year (null: the whole term), and the text to publish of it."""

    year: int | None
    text: str


@dataclass(frozen=True)
class Unexplained:
    """What needs *Avvikelse och orsak* (5.22) and has no text to publish."""

    year: int | None
    state: Standing | Status | Verdict


@dataclass(frozen=True)
class Followed:
    """One promise: its figures, the last word on it, and what went otherwise."""

    promise: Promise
    counted: tuple[Counted, ...]
    word: StatusUpdate | None
    """Without its texts where the promise is sensitive."""
    is_stale: bool
    explained: tuple[Explained, ...]
    unexplained: tuple[Unexplained, ...]


@dataclass(frozen=True)
class Part:
    """One agreement, with the promises that the municipality made."""

    agreement: Agreement
    year: int
    followed: tuple[Followed, ...]
    judged_through: tuple[tuple[date, bool], ...]
    """The distinct judged days, with whether a sign-off set them, the earliest first."""
    unreported: dict[Party, list[date]]
    """Months up to the day that are *Uppgift saknas*."""
    duties: tuple[DutyState, ...]


@dataclass(frozen=True)
class Memo:
    """Everything that the text says."""

    municipality: Municipality
    day: date
    moment: datetime
    """As known then, naive UTC; the document's date."""
    parts: tuple[Part, ...]
    thresholds: Thresholds
    is_example: bool


def told_year(agreement: Agreement, day: date) -> int:
    """Return the year that is told of on a day: its own, or the agreement's nearest."""
    return nearest_year(agreement.period, day)


def unsigned(parts: Iterable[Part]) -> list[tuple[Party, list[date]]]:
    """Return the months that are *Uppgift saknas* by party, once where agreements of one home wait for the same."""
    found: dict[tuple[int, Party], set[date]] = {}
    for part in parts:
        for party, months in part.unreported.items():
            found.setdefault((part.agreement.home.code, party), set()).update(months)
    return [(party, sorted(months)) for (_, party), months in found.items() if months]
