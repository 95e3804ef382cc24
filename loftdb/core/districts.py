"""A local police district at a glance: its municipalities side by side, never ranked and never added up (5.21)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from loftdb.core.duties import DutyState
from loftdb.core.model import Agreement, Municipality, Party, Promise
from loftdb.core.periods import Period

Facts = Mapping[str, Any]
"""A progress row."""


@dataclass(frozen=True)
class Place:
    """One municipality, by an agreement that runs there (or ran last); one in two agreements stands twice."""

    municipality: Municipality
    agreement: Agreement
    year: int
    """The agreement's year that is looked at: this year, or its nearest."""
    rows: Sequence[Facts]
    """The progress rows of its own promises in the year; what several municipalities promised together is not here."""
    in_words: int
    """Own promises that are followed by status, text or a list, without a number to reach."""
    signed: Mapping[Party, date | None]
    """The last month that each party has signed off without a gap; null: none."""
    duty: DutyState | None
    """The follow-up that comes next, at the agreement's home; null where none is left."""

    @property
    def has_own(self) -> bool:
        """Whether it has promises of its own; what several municipalities promised is logged and signed at the home."""
        return bool(self.rows) or self.in_words > 0


@dataclass(frozen=True)
class Joint:
    """A promise of several municipalities: it stands once in the district (5.13)."""

    agreement: Agreement
    promise: Promise
    rows: Sequence[Facts]


@dataclass(frozen=True)
class Panel:
    """How one promise ran in its time, for a small chart."""

    agreement: Agreement
    promise: Promise
    row: Facts
    days: Period
    done: Sequence[tuple[date, int]]
    """Day, and all that was done (or the intervals held) through it."""
    known_through: date
    expected: Sequence[tuple[date, float]]


@dataclass(frozen=True)
class Kind:
    """Promises of the same kind of activity in at least two municipalities, in no order of merit."""

    rows: tuple[tuple[Agreement, Facts], ...]
    """The agreement and the row of every promise."""
    panels: tuple[Panel, ...]
    """How each ran; empty where there are more than can be looked at side by side."""


@dataclass(frozen=True)
class District:
    """What the page shows."""

    name: str
    places: tuple[Place, ...]
    joint: tuple[Joint, ...]
    kinds: tuple[Kind, ...]
