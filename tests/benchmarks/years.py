"""Years to forecast in: how promises are kept day by day, told without a word of the model that forecasts them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from loftdb.core.model import Season, SeasonKind
from loftdb.core.periods import DAY, Period
from loftdb.core.progress.seasons import weight

YEAR = Period.year(2023)
DAYS = 365
SCHOOL_MONTHS = (10, 9, 11, 9, 10, 5, 0, 5, 11, 10, 11, 7)
"""Shares of a year's school days by month."""
SCHOOL = Season(SeasonKind.MONTHS, months=SCHOOL_MONTHS)
EVEN = Season()
MONTH_OF_DAY = np.repeat(np.arange(12), [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])

Counts = npt.NDArray[np.int64]
Rates = npt.NDArray[np.float64]
Chance = np.random.Generator


def pulls(chance: Chance, years: int) -> Rates:
    """Return how hard each promise is worked at, against what was promised: from a third of it to three times it."""
    return np.exp(chance.normal(0.0, 0.35, years))


def even(chance: Chance, mean: Rates) -> Counts:
    """Return single occasions, on any day alike."""
    return chance.poisson(mean[:, None] / DAYS, (len(mean), DAYS))


def seasonal(chance: Chance, mean: Rates) -> Counts:
    """Return occasions on school days: none in July, few around it."""
    shares = np.array(SCHOOL_MONTHS)[MONTH_OF_DAY].astype(float)
    return chance.poisson(mean[:, None] * shares / shares.sum())


def bursts(chance: Chance, mean: Rates) -> Counts:
    """Return occasions in bursts: a week of effort is anything from idle to threefold, and one day brings several."""
    weeks = chance.gamma(1.0, 1.0, (len(mean), 53))
    weeks *= 53 / weeks.sum(axis=1, keepdims=True)
    days = chance.poisson(mean[:, None] / DAYS / 2 * np.repeat(weeks, 7, axis=1)[:, :DAYS])
    return days + chance.poisson(days)


def changing(chance: Chance, mean: Rates) -> Counts:
    """Return occasions whose pace changes on one day of the year: somebody left, or a late effort was made."""
    day = chance.integers(30, 335, (len(mean), 1))
    factor = np.exp(chance.normal(0.0, 0.5, (len(mean), 1)))
    pace = np.where(np.arange(DAYS) < day, 1.0, factor)
    return chance.poisson(mean[:, None] * pace / pace.sum(axis=1, keepdims=True))


def batches(chance: Chance, mean: Rates) -> Counts:
    """Return a month's number on its last day: every month a plan of its own, one in eight with nothing done."""
    plan = chance.gamma(4.0, 0.25, (len(mean), 12)) * (chance.random((len(mean), 12)) > 1 / 8) * 8 / 7
    days = np.zeros((len(mean), DAYS), dtype=np.int64)
    days[:, np.flatnonzero(np.diff(MONTH_OF_DAY, append=12))] = chance.poisson(mean[:, None] / 12 * plan)
    return days


def steady_weeks(chance: Chance, years: int) -> Counts:
    """Return weeks that are held alike all the year."""
    return (chance.random((years, 52)) < reliability(chance, years)[:, None]).astype(np.int64)


def summer_weeks(chance: Chance, years: int) -> Counts:
    """Return weeks that are missed four times as often in v. 27-32."""
    risk = np.repeat(1 - reliability(chance, years)[:, None], 52, axis=1)
    risk[:, 26:32] *= 4
    return (chance.random((years, 52)) >= risk).astype(np.int64)


def bursting_weeks(chance: Chance, years: int) -> Counts:
    """Return weeks missed in runs: who is ill is away for a while."""
    falls_ill = chance.random((years, 52)) < (1 - reliability(chance, years)[:, None]) / 2
    away = falls_ill | np.pad(falls_ill, ((0, 0), (1, 0)))[:, :-1] | np.pad(falls_ill, ((0, 0), (2, 0)))[:, :-2]
    return (~away).astype(np.int64)


def changing_weeks(chance: Chance, years: int) -> Counts:
    """Return weeks whose risk of being missed changes once."""
    week = chance.integers(4, 48, (years, 1))
    before, after = reliability(chance, years)[:, None], reliability(chance, years)[:, None]
    return (chance.random((years, 52)) < np.where(np.arange(52) < week, before, after)).astype(np.int64)


def batched_weeks(chance: Chance, years: int) -> Counts:
    """Return weeks ticked a month at a time: in a bad month any of the four may be missing."""
    bad = chance.random((years, 13)) < 4 * (1 - reliability(chance, years)[:, None])
    risk = np.repeat(np.where(bad, 0.25, 0.0), 4, axis=1)
    return (chance.random((years, 52)) >= risk).astype(np.int64)


def reliability(chance: Chance, years: int) -> Rates:
    """Return each promise's share of weeks held: some never fail, some fail every tenth week."""
    return chance.choice([0.999, 0.99, 0.97, 0.9], years)


@dataclass(frozen=True)
class World:
    """One way that promises are kept: by single occasions, and by the week."""

    name: str
    occasions: Callable[[Chance, Rates], Counts]
    weeks: Callable[[Chance, int], Counts]
    season: Season = EVEN

    @property
    def weights(self) -> Counts:
        """The weight of each day of the year."""
        days = (Period(YEAR.start + step * DAY, YEAR.start + (step + 1) * DAY) for step in range(DAYS))
        return np.array([weight(self.season, day) for day in days], dtype=np.int64)


WORLDS = (
    World("even", even, steady_weeks),
    World("seasonal", seasonal, summer_weeks, SCHOOL),
    World("seasonal, set as even", seasonal, summer_weeks),
    World("over-dispersed", bursts, bursting_weeks),
    World("changing pace", changing, changing_weeks),
    World("monthly batches", batches, batched_weeks),
)
