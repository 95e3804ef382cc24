"""What somebody who takes over has to know of a municipality: gathered by ``actions.handover``, worded by the view.

Parties and functions are in it, nobody's name; of a sensitive promise no words that people wrote.
"""

from dataclasses import dataclass
from datetime import date, datetime

from loftdb.core.duties import DutyState
from loftdb.core.meetings.records import Decision, Meeting
from loftdb.core.model import Agreement, Municipality, Party, Promise, Standing, Status, Verdict


@dataclass(frozen=True)
class SignedMonths:
    """What a party has said is complete, as the first days of months in order."""

    party: Party
    signed: tuple[date, ...]
    missing: tuple[date, ...]
    """*Uppgift saknas*."""


@dataclass(frozen=True)
class Unexplained:
    """What needs *Avvikelse och orsak* (5.22) and has no text to publish."""

    promise: Promise
    year: int | None
    """Null: the whole term."""
    state: Standing | Status | Verdict


@dataclass(frozen=True)
class Lagging:
    """A promise that is *Efter* or *Något efter*."""

    promise: Promise
    state: Standing


@dataclass(frozen=True)
class Part:
    """One agreement, with the promises that the municipality made."""

    agreement: Agreement
    signed: tuple[SignedMonths, ...]
    """Of the parties that have something to sign."""
    lagging: tuple[Lagging, ...]
    """In the source's order; each promise once, by its most urgent measure."""
    stale: tuple[Promise, ...]
    """Those told in words that nobody has told of for 180 days, the longest silence first (5.16)."""
    duties: tuple[DutyState, ...]
    """Those that are not done, by window."""
    unexplained: tuple[Unexplained, ...]


@dataclass(frozen=True)
class OpenDecision:
    """A decision of one of the council's meetings that is still to be carried out."""

    decision: Decision
    """Without its words where the promise is sensitive."""
    made: date
    """The meeting's day."""
    promise: Promise | None
    """Null: of no single promise."""


@dataclass(frozen=True)
class Handover:
    """Everything that the printout says."""

    municipality: Municipality
    day: date
    moment: datetime
    """Naive UTC; the document's date."""
    council: str
    """What the municipality calls it."""
    parts: tuple[Part, ...]
    """The agreements in force and to come, by their start."""
    ended: Part | None
    """The one that ended last."""
    decisions: tuple[OpenDecision, ...]
    """Those that should be done first stand first."""
    held: Meeting | None
    """The last meeting that was held."""
    coming: Meeting | None
    is_example: bool
