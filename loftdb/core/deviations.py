"""*Avvikelse och orsak*: what did not go as promised is explained before it is published (5.22)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from loftdb.core import privacy
from loftdb.core.errors import Issue
from loftdb.core.model import Standing, Status, Verdict
from loftdb.core.periods import MEANT

LONGEST_FUNCTION = 80
"""Characters of a function's name."""

EXPLAINED: tuple[Standing | Status | Verdict, ...] = (
    Standing.BEHIND,
    Standing.NOT_REACHED,
    Verdict.NOT_FULFILLED,
    Status.DROPPED,
    Status.DELAYED,
)
"""*Efter*, *Ej uppnått*, *Ej uppfyllt*, *Avfört* and *Försenat*."""

Key = tuple[str, int | None]
"""What a deviation is of: a measure's id (or a promise's, told in words), and the year, null for the whole term."""


@dataclass(frozen=True)
class Deviation:
    """One version of what went otherwise, and why."""

    subject: str
    year: int | None
    version: int
    internal: str
    """For those who work with the promise; empty for those who may not read it."""
    public: str
    """As it will be published."""
    by: str
    """For the history only."""
    registered_at: datetime
    decided_by: str = ""
    """The function that accepts it; empty: nobody has."""
    accepted_until: date | None = None
    """The last day that it is accepted; null: until further notice."""

    @property
    def key(self) -> Key:
        """What it is of."""
        return self.subject, self.year

    def is_accepted(self, day: date) -> bool:
        """Tell whether the deviation is accepted on the day."""
        return bool(self.decided_by) and (self.accepted_until is None or day <= self.accepted_until)


def is_explained_by(deviation: Deviation | None) -> bool:
    """Tell whether there is a text to publish."""
    return deviation is not None and bool(deviation.public)


def needs_explaining(said: StrEnum | str) -> bool:
    """Tell whether a standing, a status or a verdict needs a deviation before it is published."""
    return said in EXPLAINED


def explained(value: str) -> Standing | Status | Verdict:
    """Return what needs a deviation by its value, as frozen figures keep it."""
    return next(each for each in EXPLAINED if each.value == value)


def acceptance_issues(decided_by: str, until: date | None, public: str) -> Iterator[Issue]:
    """Yield what keeps a deviation from being accepted: a function decides, and the public is told (5.22)."""
    if until is not None and not decided_by.strip():
        yield Issue("acceptance_by_nobody", "decided_by")
    if decided_by.strip() and not public.strip():
        yield Issue("acceptance_untold", "public")
    if until is not None and until not in MEANT:
        yield Issue("date_far", "accepted_until", {"first": MEANT.start.year, "last": MEANT.last.year})
    if len(decided_by) > LONGEST_FUNCTION:
        facts = {"max": LONGEST_FUNCTION, "length": len(decided_by)}
        yield Issue("words_too_long", "decided_by", facts)
    yield from privacy.refusals(decided_by, "decided_by")
