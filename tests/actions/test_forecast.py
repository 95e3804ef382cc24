"""Who is told a forecast, and of what."""

from datetime import date

import pandas as pd

from loftdb.actions.context import Context
from loftdb.actions.forecast import forecasted
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.sheet import sign_off
from loftdb.core.model import Party
from tests.actions.conftest import CONTROLS, OFFICE, STROMSTAD, single

ON = Scope(agreement="stromstad-2023-2024", on=date(2023, 6, 30))


def forecast_of(context: Context, scope: Scope, promise: str = CONTROLS, year: int = 2023) -> pd.Series:
    frame = forecasted(context, scope)
    [(_, row)] = frame[(frame["promise"] == promise) & (frame["year"] == year)].iterrows()
    return row


def test_the_progress_frame_is_told_with_three_more_columns(context: Context) -> None:
    frame, told = progress(context, ON), forecasted(context, ON)
    assert list(told.columns) == [*frame.columns, "probability", "low", "high"]
    pd.testing.assert_frame_equal(told[frame.columns], frame)


def test_a_day_that_a_person_picked_is_forecast_from(context: Context) -> None:
    for month in range(1, 7):
        log(context, single(context, CONTROLS, f"2023-{month:02}-15", 7))
    told = forecast_of(context, ON)
    assert 0.5 < told["probability"] < 0.9
    assert 42 < told["low"] < 80 < told["high"]


def test_without_a_sign_off_nothing_is_forecast(context: Context) -> None:
    scope = Scope(agreement=ON.agreement)
    for month in range(1, 7):
        log(context, single(context, CONTROLS, f"2024-{month:02}-15", 7))
    assert pd.isna(forecast_of(context, scope, year=2024)["probability"])
    for month in range(1, 7):
        sign_off(context, STROMSTAD, Party.POLICE, date(2024, month, 1))
    assert forecast_of(context, scope, year=2024)["probability"] > 0.5


def test_batches_in_few_months_widen_the_range(context: Context) -> None:
    for day in range(1, 43):
        log(context, single(context, CONTROLS, f"2023-{(day - 1) // 7 + 1:02}-{(day - 1) % 7 + 1:02}"))
    calm = forecast_of(context, ON)
    log(context, single(context, CONTROLS, "2024-01-15", 42))
    log(context, single(context, CONTROLS, "2024-02-15", 1))
    wild = forecast_of(context, Scope(agreement=ON.agreement, on=date(2024, 6, 30)), year=2024)
    assert wild["high"] - wild["low"] > 1.5 * (calm["high"] - calm["low"])


def test_a_missed_week_settles_a_weekly_promise(context: Context) -> None:
    log(context, single(context, OFFICE, "2024-03-13"))
    told = forecast_of(context, Scope(agreement="grums-2023-2025", on=date(2024, 3, 31)), OFFICE, 2024)
    assert told["probability"] == 0
    assert pd.isna(told["low"])
