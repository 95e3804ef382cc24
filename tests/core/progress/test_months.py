"""The whole months of a row, and what was done in them."""

from datetime import date

import numpy as np

from loftdb.core.model import Season, SeasonKind
from loftdb.core.progress import Judge, schedule
from loftdb.core.progress.arrays import day_number
from loftdb.core.progress.months import MonthCounts
from loftdb.core.progress.totals import Totals
from tests.core.building import Done, agreement, on, period, target, totals


def counts(judge: Judge, through: date, *done: Done) -> MonthCounts:
    days = judge.schedule.rows[0].agreement.period
    added = Totals.of(totals(days, through, done))
    return judge.months.counts(added, np.full(len(judge.schedule.rows), day_number(through)))


def test_only_whole_and_judged_months_are_told() -> None:
    judge = Judge(schedule([agreement(period("2023-01-15", "2024-12-31"), target(80))]))
    found = counts(
        judge, date(2024, 2, 28), on("2023-01-20", 9), on("2023-02-01", 2), on("2024-01-31", 3), on("2024-02-01", 7)
    )
    assert found.row.tolist() == [0] * 11 + [1]
    assert found.count.tolist() == [2] + [0] * 10 + [3]
    assert found.weight.tolist()[:2] == [28, 31]


def test_months_without_weight_tell_nothing() -> None:
    shares = (1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1)
    season = Season(SeasonKind.MONTHS, months=shares)
    found = counts(
        Judge(schedule([agreement(period("2023-01-01", "2023-12-31"), target(80), season=season)])), date(2023, 12, 31)
    )
    assert len(found.row) == 11
    assert len(set(found.weight.tolist())) == 1


def test_rows_without_pace_have_no_months() -> None:
    judge = Judge(schedule([agreement(period("2023-01-01", "2023-12-31"))]))
    assert len(counts(judge, date(2023, 12, 31), on("2023-02-01")).row) == 0
