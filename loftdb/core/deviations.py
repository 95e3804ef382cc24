"""*Avvikelse och orsak*: what did not go as promised is explained before it is published (5.22)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from loftdb.core.model import Standing, Status, Verdict

EXPLAINED = (
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

    @property
    def key(self) -> Key:
        """What it is of."""
        return self.subject, self.year


def is_explained_by(deviation: Deviation | None) -> bool:
    """Tell whether there is a text to publish."""
    return deviation is not None and bool(deviation.public)


def needs_explaining(said: StrEnum | str) -> bool:
    """Tell whether a standing, a status or a verdict needs a deviation before it is published."""
    return said in EXPLAINED
