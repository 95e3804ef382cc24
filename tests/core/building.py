"""Small agreements and their sums, reckoned plainly in Python, for judging without a database."""

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
from loftdb.core.periods import Interval, Period, month_start, week_start
from loftdb.core.progress import Cutoffs, Judge, Sums, schedule

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


def sums(days: Period, through: date, done: Iterable[Done] = (), planned: Iterable[Done] = ()) -> Sums:
    """Add up counts on dates as the store does: a done one from the period, cut at ``through``."""
    lines = [(day, count, "done") for day, count in done if day in days]
    lines += [(day, count, "planned") for day, count in planned if day in days]
    tables: dict[str, dict[Any, dict[str, int]]] = {"year": {}, "week": {}, "month": {}}
    for day, count, state in lines:
        column = "planned" if state == "planned" else "done" if day <= through else "later"
        for name, key in (("year", day.year), ("week", week_start(day)), ("month", month_start(day))):
            row = tables[name].setdefault(key, dict.fromkeys(_COLUMNS, 0))
            row[column] += count
    return Sums(*(_table(name, tables[name]) for name in ("year", "week", "month")))


_COLUMNS = ("done", "later", "planned", "estimated", "at_least", "annual", "cancelled")


def _table(name: str, rows: dict[Any, dict[str, int]]) -> pd.DataFrame:
    kind = "int64" if name == "year" else "datetime64[s]"
    frame = pd.DataFrame([{"measure": MEASURE, name: key} | row for key, row in rows.items()])
    if frame.empty:
        frame = pd.DataFrame(columns=["measure", name, *_COLUMNS])
    return frame.astype({"measure": "int64", name: kind} | dict.fromkeys(_COLUMNS, "int64"))


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
    return Judge(schedule([given])).frame(
        sums(given.period, through, done, planned), cutoffs, thresholds or Thresholds()
    )


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
