"""Rows as a frame of progress has them: a year's number, the same behind, and weeks."""

from datetime import date
from typing import Any

from loftdb.core.model import Comparator, Standing
from loftdb.core.periods import Interval

CONTROLS = {
    "title": "Trafikkontroller",
    "interval": Interval.YEAR,
    "comparator": Comparator.AT_LEAST,
    "singular": "trafikkontroll",
    "plural": "trafikkontroller",
    "year": 2024,
    "start": date(2024, 1, 1),
    "last": date(2024, 12, 31),
    "value": 80,
    "target": 80,
    "days_total": 366,
}
BEHIND = CONTROLS | {
    "state": Standing.BEHIND,
    "actual": 55,
    "judged_through": date(2024, 10, 31),
    "expected": 66.67,
    "expected_floor": 66,
    "missing": 11,
    "remaining": 25,
    "days_left": 61,
    "days_elapsed": 305,
    "last_safe": date(2024, 9, 12),
}
WEEKLY: dict[str, Any] = {
    "title": "Lokalt poliskontor",
    "interval": Interval.WEEK,
    "comparator": Comparator.EXACTLY,
    "singular": "tillfälle",
    "plural": "tillfällen",
    "start": date(2023, 1, 2),
    "last": date(2025, 12, 28),
    "value": 1,
    "target": 1,
    "judged_through": date(2024, 10, 15),
    "held": 88,
    "completed": 93,
    "intervals": 156,
    "longest_gap": 2,
}
