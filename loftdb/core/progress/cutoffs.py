"""Through which day each measure is judged: the last signed-off month, else today, or the day a person picks (5.7).

A gap stops it: an unsigned month is *Uppgift saknas* and never turns into a zero, so nothing after it is judged before
it is signed. Months before the first signed one are no gap.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from loftdb.core.model import SIGNING_PARTIES, Agreement, Party, Promise, SignOff
from loftdb.core.periods import add_months, month

GRACE = timedelta(days=15)
"""A month unsigned this long after its end is *Uppgift saknas*."""


@dataclass(frozen=True)
class Cutoff:
    """The last judged day, and whether it is signed off."""

    through: date
    signed: bool


class Cutoffs:
    """Answers through which day a promise is judged."""

    def __init__(self, sign_offs: Iterable[SignOff], today: date, on: date | None = None) -> None:
        self._today, self._on = today, on
        self._months: dict[tuple[int, Party], set[date]] = {}
        self._found: dict[tuple[str, int, tuple[Party, ...]], Cutoff] = {}
        for sign_off in sign_offs:
            self._months.setdefault((sign_off.municipality, sign_off.party), set()).add(sign_off.month)

    @property
    def picked(self) -> bool:
        """Whether a person picked the day, so that nothing after it is shown as preliminary."""
        return self._on is not None

    def of(self, agreement: Agreement, promise: Promise) -> Cutoff:
        """Return the cutoff of a promise.

        Months signed before the agreement began say nothing of it. Where several parties answer, the one that has
        signed the least decides; a party that has signed nothing at all is not waited for. A promise that names no
        signing party follows both.
        """
        key = (agreement.id, promise.home, promise.parties)
        if key not in self._found:
            self._found[key] = self._find(agreement, promise)
        return self._found[key]

    def _find(self, agreement: Agreement, promise: Promise) -> Cutoff:
        signed = (self.signed(agreement, promise.home, party) for party in signers(promise))
        ends = [end_of_run(months) for months in signed if months]
        if self._on is not None:
            return Cutoff(self._on, signed=bool(ends) and self._on <= month(min(ends)).last)
        return Cutoff(min(month(min(ends)).last, self._today), signed=True) if ends else Cutoff(self._today, False)

    def signed(self, agreement: Agreement, municipality: int, party: Party) -> list[date]:
        """Return the months of the agreement that the party has signed off, in order."""
        months = self._months.get((municipality, party), set())
        return sorted(first for first in months if (month(first) & agreement.period).days)

    def unreported(self, agreement: Agreement, municipality: int, party: Party) -> list[date]:
        """Return the months that are *Uppgift saknas*: followed, unsigned, and ended at least 15 days ago."""
        signed = set(self.signed(agreement, municipality, party))
        first = month(max(agreement.period.start, agreement.followed_from)).start
        due = []
        while first < agreement.period.end and month(first).last + GRACE <= self._today:
            due += [] if first in signed else [first]
            first = add_months(first, 1)
        return due


def end_of_run(months: list[date]) -> date:
    """Return the last month signed without a gap since the first: an unsigned month must not turn into a zero."""
    unbroken = takewhile(lambda pair: pair[0] == pair[1], zip(months, _each_from(months[0]), strict=False))
    return [month for month, _ in unbroken][-1]


def _each_from(first: date) -> Iterator[date]:
    while True:
        yield first
        first = add_months(first, 1)


def signers(promise: Promise) -> tuple[Party, ...]:
    """Return the parties whose sign-off covers the promise: its own, or both where it names neither."""
    return tuple(party for party in SIGNING_PARTIES if party in promise.parties) or SIGNING_PARTIES
