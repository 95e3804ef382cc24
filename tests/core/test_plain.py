"""Frozen values become JSON and come back the same."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from loftdb.core.model import Standing
from loftdb.core.periods import Period
from loftdb.core.plain import plain, read


@dataclass(frozen=True)
class Kept:
    """One field of each kind."""

    day: date
    at: datetime | None
    value: Decimal | None
    state: Standing
    days: tuple[Period, ...]
    pair: tuple[str, int | None]
    anything: Any = None


KEPT = Kept(
    date(2024, 2, 29), datetime.fromisoformat("2024-02-29T12:00:00.000001"), Decimal("12.50"), Standing.BEHIND,
    (Period(date(2023, 1, 1), date(2025, 1, 1)),), ("å", None), [1, {"a": None}],
)  # fmt: skip


def test_what_was_kept_comes_back_the_same() -> None:
    assert read(Kept, json.loads(json.dumps(plain(KEPT)))) == KEPT


def test_a_field_that_is_new_has_its_usual_value_and_one_that_is_gone_is_left_out() -> None:
    kept = plain(KEPT)
    del kept["anything"]
    assert read(Kept, {**kept, "gone": 1}).anything is None


@pytest.mark.parametrize(("field", "value"), [("state", "glad"), ("day", "i går"), ("pair", ["å"]), ("days", [7])])
def test_anything_else_is_an_error(field: str, value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        read(Kept, {**plain(KEPT), field: value})
