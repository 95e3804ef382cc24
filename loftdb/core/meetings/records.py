"""A council's meetings and what is written at them: everything has versions, and nothing names a person."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from loftdb.core.model import Verdict

DEFAULT_COUNCIL = "BRÅ"
"""What a council is called until somebody says otherwise."""


class Stage(StrEnum):
    """How far a meeting has come; once the mailing is sent its figures are frozen."""

    PLANNED = "planned"
    SENT = "sent"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


NEXT: dict[Stage, tuple[Stage, ...]] = {
    Stage.PLANNED: (Stage.SENT, Stage.HELD, Stage.CANCELLED),
    Stage.SENT: (Stage.SENT, Stage.HELD, Stage.CANCELLED),
    Stage.HELD: (Stage.CLOSED,),
    Stage.CLOSED: (Stage.HELD,),
    Stage.CANCELLED: (),
}
"""The stages that may follow: a mailing may be sent anew, a meeting held without one, a closed one opened again."""

FROZEN = (Stage.SENT, Stage.HELD, Stage.CLOSED)
"""The stages in which a meeting has figures of its own."""


@dataclass(frozen=True)
class Council:
    """One version of what a municipality calls its council; version 0: nobody has said."""

    municipality: int
    version: int
    name: str


@dataclass(frozen=True)
class Meeting:
    """One version of a meeting of a municipality's council."""

    id: int
    version: int
    municipality: int
    day: date
    agreements: tuple[str, ...]
    """The ids of those it goes through, in order."""
    stage: Stage
    by: str
    """For the history only."""
    registered_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether something may still be written at it."""
        return self.stage not in (Stage.CLOSED, Stage.CANCELLED)


@dataclass(frozen=True)
class Freeze:
    """What was sent to the members: as known at a moment, judged through a day (null: as signed off)."""

    meeting: int
    number: int
    """From 1; the last one counts."""
    known_on: datetime
    """Naive UTC; nothing registered later is in it, and nothing may be registered as of earlier any more."""
    judged_on: date | None
    digest: str
    """SHA-256 of the figures' text."""


class DocumentKind(StrEnum):
    """What document of a meeting was stored."""

    STATE = "state"
    NOTES = "notes"
    NOTES_TEXT = "notes_text"
    OTHER = "other"


@dataclass(frozen=True)
class FrozenDocument:
    """A document as it was sent or saved; its bytes never change, a correction is a new number."""

    meeting: int
    kind: DocumentKind
    number: int
    media_type: str
    name: str
    digest: str
    """SHA-256 of the bytes."""
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class Comment:
    """One version of what a meeting said of a promise; an empty text takes it back."""

    meeting: int
    promise: str
    version: int
    text: str
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class WrittenVerdict:
    """One version of a meeting's *Bedömning* of a promise in a year (null: the whole term)."""

    meeting: int
    promise: str
    year: int | None
    version: int
    verdict: Verdict | None
    """Null: it is taken back."""
    motivation: str
    proposed: Verdict | None
    """What the figures suggested (5.11); null where they suggest nothing."""
    by: str
    registered_at: datetime


@dataclass(frozen=True)
class Decision:
    """One version of a decision: *Åtgärd · Ansvarig funktion · Klart senast*, and later *Klart*."""

    id: int
    version: int
    meeting: int
    """Where it was made."""
    promise: str | None
    """Null: of no single promise."""
    action: str
    function: str
    """Who sees to it: a function, never a person."""
    due: date
    done_on: date | None
    note: str
    is_withdrawn: bool
    by: str
    registered_at: datetime

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.done_on is None and not self.is_withdrawn

    def is_due(self, day: date) -> bool:
        """Tell whether it should be done by the day and is not."""
        return self.is_open and self.due <= day


@dataclass(frozen=True)
class IndicatorValue:
    """A figure from elsewhere, shown beside the counts: never merged with them, never claimed as caused by them."""

    id: int
    version: int
    agreement: str
    problem_area: str | None
    """Null: of the agreement as a whole."""
    name: str
    unit: str
    value: Decimal
    on: date | None
    """The day it was measured; null where a year is given."""
    year: int | None
    source: str
    is_withdrawn: bool
    by: str
    registered_at: datetime
