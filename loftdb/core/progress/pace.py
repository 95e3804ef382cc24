"""Expected so far, exactly: fractions per row, with whole-number arrays for the plain rows (5.5, 5.9)."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from loftdb.core.model import SeasonKind
from loftdb.core.periods import DAY, Period
from loftdb.core.progress.arrays import Floats, Ints, day_number
from loftdb.core.progress.schedule import Piece, Row
from loftdb.core.progress.seasons import weight


@dataclass(frozen=True)
class Pace:
    """Arrays over rows: E at the judged day, its floor, weight elapsed and left, and the last safe day (-1: none)."""

    expected: Floats
    floor: Ints
    elapsed: Ints
    left: Ints
    last_safe: Ints


def expected(row: Row, days: int) -> Fraction:
    """Return E after the row's first ``days`` days: its target by the weight elapsed, at each version's own rate."""
    until, season = Period(row.days.start, row.days.start + days * DAY), row.season
    elapsed = sum((_rate(piece) * weight(season, piece.days & until) for piece in row.pieces), Fraction())
    whole = sum((_rate(piece) * weight(season, piece.days) for piece in row.pieces), Fraction())
    return sum((piece.share for piece in row.pieces), Fraction()) * elapsed / whole if whole else Fraction()


def _rate(piece: Piece) -> Fraction:
    return piece.share / piece.days.days


class PlainRows:
    """The rows with one piece and an even season, as arrays: E = share_n * days / (share_d * length)."""

    def __init__(self, rows: list[Row]) -> None:
        self.plain = np.array([is_plain(row) for row in rows], dtype=bool)
        shares = [row.pieces[0] if plain else None for row, plain in zip(rows, self.plain, strict=True)]
        self.start = np.array([day_number(piece.days.start) if piece else 0 for piece in shares], dtype=np.int64)
        self.length = np.array([piece.days.days if piece else 1 for piece in shares], dtype=np.int64)
        self.numerator = np.array([piece.share.numerator if piece else 0 for piece in shares], dtype=np.int64)
        self.denominator = np.array([piece.share.denominator if piece else 1 for piece in shares], dtype=np.int64)

    def pace(self, through: Ints, actual: Ints) -> Pace:
        """Return the pace of every row at its judged day; rows that are not plain hold zeros."""
        elapsed = np.clip(through + 1 - self.start, 0, self.length)
        above, below = self.numerator * elapsed, self.denominator * self.length
        # the largest number of days with numerator * days < (actual + 1) * below
        safe = -(-(actual + 1) * below // np.maximum(self.numerator, 1)) - 1
        safe = np.where(self.numerator > 0, np.clip(safe, 0, self.length), self.length)
        last_safe = np.where(safe > 0, self.start + safe - 1, -1)
        return Pace(above / below, above // below, elapsed, self.length - elapsed, last_safe)


def expected_before(row: Row, day: int) -> int:
    """Return how many whole occasions were expected before the day (its number), rounded up."""
    return -(-expected(row, min(max(day - day_number(row.days.start), 0), row.days.days)) // 1)


def unknown_before(row: Row) -> int:
    """Return how many whole occasions may have been done before the agreement is followed, rounded up (5.8)."""
    return expected_before(row, day_number(row.agreement.followed_from))


def is_plain(row: Row) -> bool:
    """Tell whether E grows by the same share every day."""
    return len(row.pieces) == 1 and row.season.kind is SeasonKind.EVEN


def set_exactly(pace: Pace, index: int, row: Row, through: int, actual: int) -> None:
    """Write the pace of one row with a season or several versions into the arrays."""
    days = min(max(through + 1 - day_number(row.days.start), 0), row.days.days)
    share = expected(row, days)
    pace.expected[index], pace.floor[index] = float(share), share.__floor__()
    until = Period(row.days.start, row.days.start + days * DAY)
    pace.elapsed[index] = sum(weight(row.season, piece.days & until) for piece in row.pieces)
    pace.left[index] = sum(weight(row.season, piece.days) for piece in row.pieces) - pace.elapsed[index]
    safe = last_safe_day(row, actual)
    pace.last_safe[index] = day_number(row.days.start) + safe - 1 if safe else -1


def last_safe_day(row: Row, actual: int) -> int:
    """Return how many of the row's first days pass before floor(E) exceeds the actual."""
    low, high = 0, row.days.days
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if expected(row, middle) < actual + 1 else (low, middle - 1)
    return low
