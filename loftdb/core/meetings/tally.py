"""What lies behind one number of a meeting, added up: the list below a number sums to the number above it.

An entry counts on one day: a batch on its last, an annual figure on the year's last (5.17).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from loftdb.core.changes import Told
from loftdb.core.model import ActivityState, Agreement
from loftdb.core.periods import Period, month
from loftdb.core.progress import expected_line, schedule


class Logged(Protocol):
    """Entries or, of a sensitive promise, how many there were each month."""

    @property
    def entries(self) -> tuple[Told, ...]: ...

    @property
    def months(self) -> tuple[tuple[date, int], ...]: ...


@dataclass(frozen=True)
class Tally:
    """Occasions of one measure: through the judged day, after it, and those that do not count yet."""

    counted: int
    preliminary: int
    planned: int


def counted_in(entries: Iterable[Told], days: Period) -> tuple[Told, ...]:
    """Return the entries that count on the days; a batch that only touches them counts elsewhere (5.2)."""
    return tuple(each for each in entries if each.days.last in days)


def count_of(entry: Told, measure: int) -> int:
    """Return how many occasions of the measure an entry is."""
    return sum(share.count for share in entry.shares if share.measure == measure)


def tally(logged: Logged, measure: int, judged_through: date) -> Tally:
    """Add up what is logged toward a measure; of a sensitive promise the judged day's month counts as a whole."""
    counts = list(_counts(logged, measure, judged_through))
    planned = (each for each in logged.entries if each.state is ActivityState.PLANNED)
    return Tally(
        sum(count for day, count in counts if day <= judged_through),
        sum(count for day, count in counts if day > judged_through),
        sum(count_of(each, measure) for each in planned),
    )


def course(logged: Logged, measure: int, known_through: date) -> list[tuple[date, int]]:
    """Return all that was done through each day that adds to it; a month of a sensitive promise on its last day."""
    added: dict[date, int] = {}
    for day, count in _counts(logged, measure, known_through):
        added[day] = added.get(day, 0) + count
    return list(zip(sorted(added), _running([added[day] for day in sorted(added)]), strict=True))


def _counts(logged: Logged, measure: int, through: date) -> Iterator[tuple[date, int]]:
    """Yield days and counts of what is done; a month that has begun by ``through`` stands on that day at the latest."""
    done = (each for each in logged.entries if each.state is ActivityState.DONE)
    yield from ((each.days.last, count_of(each, measure)) for each in done)
    for first, count in logged.months:
        yield (min(month(first).last, through) if first <= through else month(first).last), count


def _running(counts: Sequence[int]) -> Iterator[int]:
    total = 0
    for count in counts:
        total += count
        yield total


def expected(agreement: Agreement, measure: int, year: int | None) -> list[tuple[date, float]]:
    """Return the expected line of a measure's row in a year (null: the term), if it is judged by pace."""
    rows = schedule([agreement]).rows
    row = next((each for each in rows if each.measure.number == measure and each.year == year), None)
    return expected_line(row) if row and row.pieces else []
