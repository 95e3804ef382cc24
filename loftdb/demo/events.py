"""What the people of the demo did at their keyboards, one after the other, each at its own moment."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from loftdb.actions.setup import LOCAL_USER
from loftdb.core.model import Activity, Entry, Party, Season, Status, Target
from loftdb.core.moments import utc
from loftdb.store import activities, agreements, deviations, duties, signoffs, status
from loftdb.store.database import Transaction


@dataclass(frozen=True)
class Writer:
    """Somebody of ``roles.PEOPLE``, for one of the parties."""

    name: str
    party: Party


POLICE_KARLSTAD = Writer("kommunpolis-karlstad", Party.POLICE)
POLICE_STROMSTAD = Writer("kommunpolis-stromstad", Party.POLICE)
OFFICER_STROMSTAD = Writer("handlaggare-stromstad", Party.MUNICIPALITY)
COORDINATOR = Writer("samordnare-stromstad", Party.POLICE)
COORDINATOR_FOR_MUNICIPALITY = Writer("samordnare-stromstad", Party.MUNICIPALITY)
MANAGER_KARLSTAD = Writer("chef-karlstad", Party.POLICE)
ANYBODY_POLICE = Writer(LOCAL_USER.name, Party.POLICE)
ANYBODY_MUNICIPALITY = Writer(LOCAL_USER.name, Party.MUNICIPALITY)


@dataclass(frozen=True)
class Desk:
    """Where events are saved: the transaction of their moment, and the named activities so far, as they stand."""

    tx: Transaction
    named: dict[str, Activity]


@dataclass(frozen=True)
class Event(ABC):
    """Something saved at a moment, naive UTC."""

    at: datetime
    by: Writer

    @abstractmethod
    def save(self, desk: Desk) -> None:
        """Save it."""


@dataclass(frozen=True)
class Logged(Event):
    """A new activity, by a name where something later happens to it."""

    entry: Entry
    municipality: int
    name: str = ""

    def save(self, desk: Desk) -> None:
        """Record the entry."""
        saved = activities.record(desk.tx, self.entry, self.municipality, self.by.name, self.by.party)
        if self.name:
            desk.named[self.name] = saved


@dataclass(frozen=True)
class Corrected(Event):
    """A named activity, edited."""

    name: str
    edit: Callable[[Entry], Entry]

    def save(self, desk: Desk) -> None:
        """Correct the activity to what it should have said."""
        before = desk.named[self.name]
        entry = self.edit(before.entry)
        desk.named[self.name] = activities.correct(
            desk.tx, before.id, before.version, entry, self.by.name, self.by.party
        )


@dataclass(frozen=True)
class Withdrawn(Event):
    """A named activity, taken back."""

    name: str

    def save(self, desk: Desk) -> None:
        """Withdraw the activity."""
        before = desk.named[self.name]
        desk.named[self.name] = activities.withdraw(desk.tx, before.id, before.version, self.by.name, self.by.party)


@dataclass(frozen=True)
class Signed(Event):
    """A month, signed off."""

    municipality: int
    month: date

    def save(self, desk: Desk) -> None:
        """Sign the month."""
        signoffs.sign(desk.tx, self.municipality, self.by.party, self.month, self.by.name)


@dataclass(frozen=True)
class Said(Event):
    """A word on a promise without a number, or on the items of a list."""

    promise: str
    on: date
    status: Status | None
    done: str
    next_step: str = ""
    covered: tuple[str, ...] = ()

    def save(self, desk: Desk) -> None:
        """Save the word."""
        said = (self.status, self.done, self.next_step, self.covered)
        status.update(desk.tx, self.promise, self.on, *said, self.by.name)


@dataclass(frozen=True)
class Revised(Event):
    """A target, changed from a day on."""

    measure: int
    target: Target

    def save(self, desk: Desk) -> None:
        """Save the new version."""
        agreements.revise_target(desk.tx, self.measure, self.target, self.by.name)


@dataclass(frozen=True)
class Explained(Event):
    """*Avvikelse och orsak* of a measure, or of a promise told in words, in a year."""

    subject: str
    year: int
    internal: str
    public: str

    def save(self, desk: Desk) -> None:
        """Save the texts."""
        texts = deviations.Texts(self.internal, self.public)
        deviations.write(desk.tx, (self.subject, self.year), texts, self.by.name)


@dataclass(frozen=True)
class Followed(Event):
    """A duty done on a day, or (no day) what was said of it taken back."""

    owed: duties.Owed
    on: date | None

    def save(self, desk: Desk) -> None:
        """Save the mark."""
        duties.mark(desk.tx, self.owed, (self.on, "", ""), self.by.name)


@dataclass(frozen=True)
class Spread(Event):
    """How a target is spread over its time, chosen."""

    measure: int
    season: Season

    def save(self, desk: Desk) -> None:
        """Save the choice."""
        agreements.set_season(desk.tx, self.measure, self.season, self.by.name)


Numbers = Mapping[str, int]
"""The number of every measure by its id."""


def moment(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a time of day in Stockholm as naive UTC."""
    return utc(datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute))
