"""The verdict that figures propose to the person who decides (5.11), and how old a word may be (5.16)."""

from datetime import date, datetime

import pytest

from loftdb.core.model import Comparator, Standing, Status, StatusUpdate, Verdict
from loftdb.core.periods import Period
from loftdb.core.progress import row_verdict, whole_verdict

FULL, PARTLY, NOT, UNKNOWN = Verdict.FULFILLED, Verdict.PARTLY, Verdict.NOT_FULFILLED, Verdict.CANNOT_JUDGE


def row(state: Standing, actual: int = 0, target: int = 80, **more: object) -> dict[str, object]:
    return {
        "state": state.value, "actual": actual, "target": target, "comparator": ">=", "held_rule": False, **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (row(Standing.REACHED, 80), FULL),
        (row(Standing.NOT_REACHED, 79), PARTLY),
        (row(Standing.NOT_REACHED, 60), PARTLY),
        (row(Standing.NOT_REACHED, 59), NOT),
        (row(Standing.NOT_REACHED, 1, 4), PARTLY),
        (row(Standing.NOT_REACHED, 0, 4), NOT),
        (row(Standing.NOT_REACHED, 1, 1, held_rule=True, held=40, intervals=52), PARTLY),
        (row(Standing.NOT_REACHED, 99, 1, held_rule=True, held=38, intervals=52), NOT),
        (row(Standing.NOT_REACHED, 4, 3, comparator=Comparator.AT_MOST.value), NOT),
        (row(Standing.CANNOT_JUDGE), UNKNOWN),
        (row(Standing.BEHIND, 79), None),
        (row(Standing.NO_TARGET, 79), None),
    ],
)
def test_a_verdict_is_proposed_when_the_row_is_decided(told: dict[str, object], verdict: Verdict | None) -> None:
    assert row_verdict(told) == verdict


@pytest.mark.parametrize(
    ("years", "whole"),
    [
        ([FULL, FULL], FULL),
        ([FULL, NOT], PARTLY),
        ([NOT, NOT], NOT),
        ([FULL, UNKNOWN], UNKNOWN),
        ([FULL, None], None),
        ([], None),
    ],
)
def test_several_years_are_fulfilled_only_if_every_year_is(years: list[Verdict | None], whole: Verdict | None) -> None:
    assert whole_verdict(years) == whole


@pytest.mark.parametrize(
    ("status", "today", "is_stale"),
    [
        (Status.ONGOING, date(2024, 6, 30), False),
        (Status.ONGOING, date(2024, 7, 1), True),
        (None, date(2024, 7, 1), True),
        (Status.DONE, date(2024, 12, 1), False),
        (Status.DROPPED, date(2024, 12, 1), False),
        (Status.ONGOING, date(2025, 1, 1), False),
    ],
)
def test_a_word_is_old_after_180_days_unless_finished_or_ended(
    status: Status | None, today: date, is_stale: bool
) -> None:
    update = StatusUpdate("a/b", 1, date(2024, 1, 2), status, "", "", (), "någon", datetime(2024, 1, 2))  # noqa: DTZ001 - the store keeps naive UTC
    assert update.is_stale(today, Period(date(2023, 1, 1), date(2025, 1, 1))) is is_stale
