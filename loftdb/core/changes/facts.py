"""What is told of two moments: facts that stood before, stand after, or both.

Who logged something is no fact here (5.21). Of a sensitive promise only counts per month are, and no words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from loftdb.core.model import (
    ActivityKind,
    ActivityState,
    Party,
    Precision,
    Reason,
    Season,
    Share,
    Standing,
    Status,
    Target,
)
from loftdb.core.periods import Period


class Edit(StrEnum):
    """What became of a log entry between the moments, as a whole."""

    ADDED = "added"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Told:
    """What may be told of a log entry: never who logged it, nor its comment."""

    kind: ActivityKind
    state: ActivityState
    days: Period
    shares: tuple[Share, ...]
    """Only of promises that the reader may read."""
    precision: Precision
    place: str
    reason: Reason | None


@dataclass(frozen=True)
class Readable:
    """Which measures are told of."""

    shown: frozenset[int]
    plain: frozenset[int]
    """Those that may be read, shown or not, and never were sensitive."""


@dataclass(frozen=True)
class EntryChange:
    """An entry that was added (nothing before), corrected, or withdrawn (nothing after)."""

    activity: int
    before: Told | None
    after: Told | None

    @property
    def edit(self) -> Edit:
        """What became of it."""
        if self.before is None:
            return Edit.ADDED
        return Edit.CORRECTED if self.after else Edit.WITHDRAWN


@dataclass(frozen=True)
class MonthChange:
    """How many more occasions of a sensitive promise a month has; below zero for fewer."""

    measure: int
    month: date
    """Its first day."""
    added: int


@dataclass(frozen=True)
class RowFacts:
    """How a progress row stood."""

    state: Standing
    actual: int
    target: int | None
    held: int | None
    completed: int | None
    judged_through: date
    signed: bool


@dataclass(frozen=True)
class RowChange:
    """A progress row that stands otherwise; it is named by its measure, year (null: the term) and first day."""

    measure: int
    year: int | None
    start: date
    before: RowFacts | None
    after: RowFacts | None

    @property
    def is_moved(self) -> bool:
        """Whether its *Läge* is another."""
        return (self.before and self.before.state) != (self.after and self.after.state)


@dataclass(frozen=True)
class TargetChange:
    """A target version that was added or replaced, with its decision and reason."""

    measure: int
    valid_from: date
    before: Target | None
    after: Target | None


@dataclass(frozen=True)
class SeasonChange:
    """How a target is spread over its year."""

    measure: int
    before: Season | None
    after: Season | None


@dataclass(frozen=True)
class Basis:
    """From when a change holds, and by what right."""

    valid_from: date
    decision: str | None
    reason: str | None


WHOLE = ""
"""The field of what is new as a whole."""

THRESHOLDS = "thresholds"
"""The subject of the limits of the judgement."""


@dataclass(frozen=True)
class FieldChange:
    """A field of an agreement, a promise, a measure or the thresholds, as plain values."""

    subject: str
    """The id (of a measure: ``id#number``), or THRESHOLDS."""
    field: str
    """WHOLE: it is new, and ``after`` maps all its fields."""
    before: Any
    after: Any
    basis: Basis | None = None


@dataclass(frozen=True)
class Said:
    """A word on a promise."""

    on: date
    status: Status | None
    done: str
    next_step: str
    covered: tuple[str, ...]


@dataclass(frozen=True)
class StatusChange:
    """The last word on a promise."""

    promise: str
    before: Said | None
    after: Said | None


@dataclass(frozen=True, order=True)
class SignedMonth:
    """A month that a party has signed off since; a sign-off is never taken back."""

    municipality: int
    party: Party
    month: date


@dataclass(frozen=True)
class DeviationChange:
    """The text to publish of what went otherwise; the year is null for the whole term."""

    subject: str
    year: int | None
    before: str | None
    after: str | None


@dataclass(frozen=True)
class DutyChange:
    """The day that an occasion of a duty was done; null: it is not."""

    agreement: str
    duty: str
    occasion: str
    before: date | None
    after: date | None


@dataclass(frozen=True)
class Known:
    """Everything but the log entries that was known at a moment."""

    rows: Mapping[tuple[int, int | None, date], RowFacts]
    targets: Mapping[tuple[int, date], Target]
    seasons: Mapping[int, Season]
    fields: Mapping[tuple[str, str], Any]
    statuses: Mapping[str, Said]
    signed: frozenset[SignedMonth]
    deviations: Mapping[tuple[str, int | None], str]
    duties: Mapping[tuple[str, str, str], date]


@dataclass(frozen=True)
class Changes:
    """All that differs between two moments, each kind in its own order."""

    since: datetime | None
    until: datetime | None
    """Naive UTC; null: now."""
    entries: tuple[EntryChange, ...] = ()
    months: tuple[MonthChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    targets: tuple[TargetChange, ...] = ()
    seasons: tuple[SeasonChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    statuses: tuple[StatusChange, ...] = ()
    signed: tuple[SignedMonth, ...] = ()
    deviations: tuple[DeviationChange, ...] = ()
    duties: tuple[DutyChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not any(getattr(self, each.name) for each in fields(self) if each.name not in ("since", "until"))
