"""Who asks, when, of which database: the first argument of every use case."""

from dataclasses import dataclass
from datetime import date, datetime

from loftdb.core.access import Action, Actor, allowed, demand
from loftdb.core.errors import NotAllowed
from loftdb.core.model import SIGNING_PARTIES, Party, Promise
from loftdb.core.moments import local_day
from loftdb.store.database import Database


@dataclass(frozen=True)
class Context:
    """``now`` is naive UTC; a demo's stands still."""

    database: Database
    actor: Actor
    now: datetime

    @property
    def today(self) -> date:
        """The day in Stockholm."""
        return local_day(self.now)

    def may(self, action: Action, promise: Promise, party: Party | None = None) -> bool:
        """Tell whether the actor may do it to a promise: in any of its municipalities, for any of its parties.

        A promise that names neither the police nor the municipality is open to both.
        """
        parties = [party] if party else [each for each in SIGNING_PARTIES if each in promise.parties]
        return any(
            allowed(self.actor, action, code, each)
            for code in promise.municipalities
            for each in parties or SIGNING_PARTIES
        )

    def demand(self, action: Action, promise: Promise, party: Party | None = None) -> None:
        """Raise NotAllowed unless the actor may do it to the promise."""
        if not self.may(action, promise, party):
            raise NotAllowed(action, str(promise.home))

    def demand_in(self, action: Action, municipality: int | None, party: Party | None = None) -> None:
        """Raise NotAllowed unless the actor may do it in the municipality (null: everywhere)."""
        demand(self.actor, action, municipality, party)

    def party_for(self, action: Action, promise: Promise) -> Party:
        """Return the party that the actor does it for: the first of the promise's own that a role covers."""
        own = [each for each in SIGNING_PARTIES if each in promise.parties] or list(SIGNING_PARTIES)
        for each in own:
            if self.may(action, promise, each):
                return each
        raise NotAllowed(action, str(promise.home))


def clock(database: Database, now: datetime) -> datetime:
    """Return the moment that the database lives in: a demo's own, else ``now`` (naive UTC)."""
    return database.clock or now
