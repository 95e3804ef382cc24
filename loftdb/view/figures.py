"""One progress row with plain values: whatever pandas calls null is null here, and timestamps are dates."""

import dataclasses
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import pandas

from loftdb.core.model import Comparator, Party, Standing
from loftdb.core.periods import Interval


@dataclasses.dataclass(frozen=True)
class Figures:
    """A row of the progress frame, columns and nulls as the frame declares them."""

    title: str
    state: Standing
    start: date
    last: date
    judged_through: date
    interval: Interval | None = None
    singular: str = "tillfälle"
    plural: str = "tillfällen"
    agreement: str = ""
    promise: str = ""
    measure: str = ""
    number: int = 0
    municipality: int = 0
    parties: tuple[Party, ...] = ()
    comparator: Comparator | None = None
    every: int = 1
    average: bool = False
    value: int | None = None
    value_max: int | None = None
    minutes: bool = False
    year: int | None = None
    target: int | None = None
    target_original: int | None = None
    actual: int = 0
    estimated: bool = False
    at_least: bool = False
    preliminary: int = 0
    planned: int = 0
    expected: float | None = None
    expected_floor: int | None = None
    signed: bool = False
    held: int | None = None
    completed: int | None = None
    intervals: int | None = None
    longest_gap: int | None = None
    missing: int | None = None
    remaining: int | None = None
    days_left: int = 0
    days_elapsed: int = 0
    days_total: int = 0
    last_safe: date | None = None
    book_by: date | None = None
    unbooked: bool = False
    probability: float | None = None
    low: int | None = None
    high: int | None = None
    followed_from: date | None = None
    dropped_from: date | None = None
    today: date | None = None
    """The reader's day, which no frame holds; null: unknown, as if it were the judged day."""

    @property
    def is_held(self) -> bool:
        """Whether the row is judged by held intervals."""
        return self.held is not None and self.intervals is not None

    @property
    def is_limit(self) -> bool:
        """Whether the target is the most that may happen."""
        return self.comparator is Comparator.AT_MOST

    @property
    def is_dropped(self) -> bool:
        """Whether the promise is dropped in the row's time or before it (5.14)."""
        return self.dropped_from is not None and (self.year is None or self.dropped_from.year <= self.year)

    @property
    def is_before_followed(self) -> bool:
        """Whether all of the row's days lie before anybody followed them here (5.8)."""
        return self.followed_from is not None and self.followed_from > self.last

    @property
    def is_unknown(self) -> bool:
        """Whether nothing logged means that nobody knows, not that nothing was done (5.8, 5.18)."""
        if self.actual or self.completed:
            return False
        if self.state is Standing.CANNOT_JUDGE and self.followed_from and self.followed_from > self.start:
            return True
        return self.is_before_followed or (self.state is Standing.NO_TARGET and not (self.is_begun and self.signed))

    @property
    def is_begun(self) -> bool:
        """Whether the judged day lies in the row's time or after it."""
        return self.start <= self.judged_through

    @property
    def is_judged_earlier(self) -> bool:
        """Whether days have passed since the judged one, so that what is left must say from when it is reckoned."""
        return self.today is not None and self.judged_through < self.today

    @property
    def spoken_year(self) -> int | None:
        """The year that dates need not name: the row's own, while it is judged in that year."""
        return self.year if self.year == self.judged_through.year else None


Row = Figures | Mapping[str, Any] | tuple[Any, ...]
"""A row as a page has it: a mapping, or the named tuple of ``DataFrame.itertuples``."""

_ENUMS = {"interval": Interval, "state": Standing, "comparator": Comparator}
_NAMES = tuple(column.name for column in dataclasses.fields(Figures))


def figures(row: Row) -> Figures:
    """Read a row; a null or missing column takes its default, a missing title, state or date is an error.

    Of a limit nothing is expected: nobody waits for what may happen at most.
    """
    if isinstance(row, Figures):
        return row
    values: Mapping[str, Any] = row._asdict() if hasattr(row, "_asdict") else row  # type: ignore[assignment]
    read = ((name, plain(values.get(name))) for name in _NAMES)
    found = Figures(**{name: _typed(name, value) for name, value in read if value is not None})
    return dataclasses.replace(found, expected=None, expected_floor=None) if found.is_limit else found


def plain(value: Any) -> Any:
    """Return Python's own value for one from pandas or numpy: null for every null, a date for a timestamp."""
    if isinstance(value, tuple | list):
        return tuple(value)
    if value is None or pandas.isna(value):
        return None
    if isinstance(value, datetime):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def _typed(name: str, value: Any) -> Any:
    if name == "parties":
        return tuple(Party(party) for party in value)
    return _ENUMS[name](value) if name in _ENUMS else value
