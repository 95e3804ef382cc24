"""Small agreements and their sums, reckoned plainly in Python, for judging without a database."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd

from loftdb.core.model import (
    Agreement,
    Comparator,
    Measure,
    Municipality,
    Party,
    Promise,
    PromiseKind,
    Season,
    SignOff,
    Target,
    Thresholds,
)
from loftdb.core.periods import Interval, Period, week_start
from loftdb.core.progress import Cutoffs, Judge, schedule
from loftdb.core.progress.arrays import day_number
from loftdb.core.progress.totals import COLUMNS, KIND, MONTH, WEEK, YEAR, Kind

HOME = Municipality(1486, "Strömstad")
MEASURE = 7
NOON = datetime.fromisoformat("2024-01-01T12:00")


def period(first: str, last: str) -> Period:
    return Period.through(date.fromisoformat(first), date.fromisoformat(last))


def target(value: int | None, interval: Interval = Interval.YEAR, since: str = "2000-01-01", **more: Any) -> Target:
    return Target(date.fromisoformat(since), value, interval, **more)


def agreement(
    days: Period,
    *targets: Target,
    followed_from: date | None = None,
    season: Season | None = None,
    parties: tuple[Party, ...] = (Party.POLICE,),
) -> Agreement:
    measure = Measure(MEASURE, "a/p", "trafikkontroll", "trafikkontroller", targets, season or Season())
    promise = Promise(
        id="a/p", position=1, heading="Polisen", title="Trafikkontroller", summary="Polisen kontrollerar trafiken.",
        parties=parties, third_parties=(), kind=PromiseKind.COUNT, municipalities=(HOME.code,), measures=(measure,),
    )  # fmt: skip
    return Agreement(
        id="a", title="Medborgarlöfte", period=days, followed_from=followed_from or days.start, district="LPO",
        municipalities=(HOME,), problem_areas=(), source="", promises=(promise,),
    )  # fmt: skip


Done = tuple[date, int]


def totals(days: Period, through: date, done: Iterable[Done] = (), planned: Iterable[Done] = ()) -> pd.DataFrame:
    """Add up counts on dates as the store does: a done one from the period, cut at ``through``."""
    added: Counter[int] = Counter()
    for day, count in (each for each in done if each[0] in days):
        added[cell(day, Kind.DONE if day <= through else Kind.LATER)] += count
    for day, count in (each for each in planned if each[0] in days):
        added[cell(day, Kind.PLANNED)] += count
    rows = [(MEASURE, *each) for each in added.items()]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype("int64")


def cell(day: date, kind: Kind) -> int:
    """Return what an occasion on the day belongs to, in one number."""
    return (day.year << YEAR) + (day_number(week_start(day)) << WEEK) + (day.month << MONTH) + (kind << KIND)


def progress(
    given: Agreement,
    on: str,
    done: Iterable[Done] = (),
    planned: Iterable[Done] = (),
    sign_offs: Iterable[SignOff] = (),
    thresholds: Thresholds | None = None,
    *,
    picked: bool = True,
) -> pd.DataFrame:
    """Judge one agreement on a day (``picked``), or with that day as today."""
    day = date.fromisoformat(on)
    cutoffs = Cutoffs(sign_offs, day, day if picked else None)
    through = cutoffs.of(given, given.promises[0]).through
    judge = Judge(schedule([given]))
    added = totals(given.period, through, done, planned)
    return judge.frame(added, judge.limits(cutoffs), thresholds or Thresholds())


def judged(given: Agreement, on: str, *done: Done, year: int | None = None, **more: Any) -> dict[str, Any]:
    """Return the row of one year, or of the term, as a dict."""
    frame = progress(given, on, done, **more)
    chosen = frame[frame["year"].isna()] if year is None else frame[frame["year"] == year]
    assert len(chosen) == 1
    return {str(key): value for key, value in chosen.iloc[0].items()}


def spread(count: int, first: str, last: str) -> list[Done]:
    """Return ``count`` single occasions spread evenly over the days."""
    days = period(first, last)
    return [(days.start + timedelta(days=step * days.days // count), 1) for step in range(count)]


def on(day: str, count: int = 1) -> Done:
    return date.fromisoformat(day), count


def signed(month: str, party: Party = Party.POLICE) -> SignOff:
    return SignOff(HOME.code, party, date.fromisoformat(month + "-01"), "test", NOON)


EXACTLY, AT_MOST, RANGE = Comparator.EXACTLY, Comparator.AT_MOST, Comparator.RANGE
