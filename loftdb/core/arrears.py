"""What a manager has to act on, as values: made by ``actions.lagging``, told by the view."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loftdb.core.deviations import Deviation
from loftdb.core.duties import DutyState
from loftdb.core.model import Agreement, Measure, Party, Promise, StatusUpdate
from loftdb.core.progress import Row


@dataclass(frozen=True)
class Lag:
    """A progress row that is *Efter* or *Något efter*, and what it takes."""

    source: Row
    row: Mapping[str, Any]
    """The progress row with its forecast (columns: ``core.progress.COLUMNS``, ``core.forecast.COLUMNS``)."""
    missing: int
    """Whole occasions, or intervals, that should have been done."""
    needed_pace: float | None
    """Occasions a week from the judged day on; null for held intervals, and when no day is left."""
    pace: float | None
    """Occasions a week so far; null for held intervals."""
    slack_weeks: int
    """Whole working weeks that may pass idle; negative: for so long it has been too late (``core.lagging``)."""
    last_start: date | None = None
    """The last day that may pass idle; null for held intervals."""
    last_safe: date | None = None
    """The last day with as much done as was expected; null for held intervals, or if none was."""
    spare: int | None = None
    """Intervals that may still be missed, negative where too many are already; null for sums."""
    unreported: Mapping[Party, list[date]] = field(default_factory=dict)
    """The months that are *Uppgift saknas*."""
    deviation: Deviation | None = None
    """*Avvikelse och orsak* of the row, if written."""

    @property
    def agreement(self) -> Agreement:
        return self.source.agreement

    @property
    def promise(self) -> Promise:
        return self.source.promise


@dataclass(frozen=True)
class Stale:
    """A promise told in words, of which nothing has been said for 180 days (5.16)."""

    agreement: Agreement
    promise: Promise
    update: StatusUpdate | None
    """The last word; null: nothing was ever said."""


@dataclass(frozen=True)
class Silent:
    """A measure of which nothing was logged for longer than its own interval allows."""

    agreement: Agreement
    promise: Promise
    measure: Measure
    last: date | None
    """The last day of which something was logged (of a sensitive promise its month's last); null: nothing ever was."""


@dataclass(frozen=True)
class Lagging:
    """Everything that a manager has to act on, each kind by itself."""

    rows: tuple[Lag, ...]
    """The least slack first."""
    stale: tuple[Stale, ...]
    """The longest silence first."""
    overdue: tuple[DutyState, ...]
    """*Försenad*, the oldest first."""
    silent: tuple[Silent, ...]
    """The longest silence first."""
    is_judged: bool = False
    """Whether any promise that runs now has a läge, so that an empty list is good news."""
