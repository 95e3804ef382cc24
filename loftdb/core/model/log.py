"""What people say happened: entries of the log, months signed off, and dated words on promises."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loftdb.core.model.judgement import Status
from loftdb.core.model.promises import Party
from loftdb.core.periods import Period

STALE_DAYS = 180
"""A word on a promise is old after this many days (5.16)."""


class ActivityKind(StrEnum):
    """One day, a batch inside one month, or one published figure for a calendar year (5.17)."""

    SINGLE = "single"
    BATCH = "batch"
    ANNUAL = "annual"


class ActivityState(StrEnum):
    """Only what is done counts; a withdrawn entry stays in the history (5.19)."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why an announced occasion was cancelled."""

    REDEPLOYED = "redeployed"
    ILLNESS = "illness"
    WEATHER = "weather"
    OTHER = "other"


class Precision(StrEnum):
    """How well a count is known: *Uppskattat* is shown as "ca" everywhere, a published lower bound as "minst"."""

    EXACT = "exact"
    ESTIMATED = "estimated"
    AT_LEAST = "at_least"


@dataclass(frozen=True)
class Share:
    """How many occasions of one measure an activity counts for."""

    measure: int
    count: int


@dataclass(frozen=True)
class Entry:
    """What a person says happened: the input of logging and of correcting."""

    kind: ActivityKind
    state: ActivityState
    days: Period
    """One day for a single activity, days inside one month for a batch, the calendar year for an annual figure."""
    shares: tuple[Share, ...]
    weeks: tuple[date, ...] = ()
    """Mondays of the weeks that a batch lists; a single activity fills its own, other entries none."""
    precision: Precision = Precision.EXACT
    place: str = ""
    note: str = ""
    reason: Reason | None = None
    """Why a cancelled occasion was cancelled."""
    source: str = ""
    """The published source of an annual figure."""


@dataclass(frozen=True)
class Activity:
    """One version of a log entry, as it stands in the ledger."""

    id: int
    version: int
    entry: Entry
    municipality: int
    """The home municipality of its promises: the ledger's sort key."""
    by: str
    """Who registered it: for the history only, never for meetings, exports or lists (5.21)."""
    party: Party
    registered_at: datetime
    """Naive UTC, the same for all that one transaction saved, and later in each that follows."""
    redacted: bool = False


@dataclass(frozen=True)
class SignOff:
    """A party's word that everything of a month is in the log (5.18)."""

    municipality: int
    party: Party
    month: date
    """Its first day."""
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class StatusUpdate:
    """A dated word on a promise without a number, or on a list: status, what was done, next step, items covered."""

    promise: str
    version: int
    on: date
    status: Status | None
    done: str
    next_step: str
    covered: tuple[str, ...]
    """Keys of the list items covered so far."""
    by: str
    registered_at: datetime

    def is_stale(self, today: date, period: Period) -> bool:
        """Tell whether nothing has been said for 180 days of a promise that is neither finished nor ended (5.16)."""
        is_closed = self.status in (Status.DONE, Status.DROPPED) or today >= period.end
        return not is_closed and (today - self.on).days > STALE_DAYS
