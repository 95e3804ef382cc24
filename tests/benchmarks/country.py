"""A country to measure in: 290 municipalities, 25 promises each, five years, a log of any length, all months signed."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import numpy as np
import pandas as pd

from loftdb.core.model import Agreement, Measure, Municipality, Party, Promise, PromiseKind, Target
from loftdb.core.periods import Interval, Period, add_months
from loftdb.store.agreements import add_agreements
from loftdb.store.database import Database, Transaction

MUNICIPALITIES, PROMISES = 290, 25
PERIOD = Period(date(2021, 1, 1), date(2026, 1, 1))
TODAY = date(2025, 10, 15)
NOW = datetime.fromisoformat("2025-10-15T08:00")
SIGNED_MONTHS = 55
"""Both parties of every municipality have signed through July 2025."""
AT_ONCE = 1_000_000

WEEKLY, MONTHLY = range(3), range(3, 5)
_RULES = (
    *[(1, Interval.WEEK)] * len(WEEKLY),
    *[(4, Interval.MONTH)] * len(MONTHLY),
    *[(80, Interval.YEAR)] * 8,
    *[(30, Interval.TERM)] * 2,
    *[None] * 10,
)
"""What the promises of a municipality ask: three by the week, two by the month, ten by the sum, ten no number."""


def build(path: Path, activities: int) -> None:
    """Create a country whose log holds so many activities, in the order in which they were registered."""
    database = Database.create(path)
    with database.transaction(NOW, registered_at=datetime.fromisoformat("2020-12-01T00:00")) as tx:
        add_agreements(tx, list(map(_agreement, range(MUNICIPALITIES))), "bench")
        _sign(tx)
        for first in range(0, activities, AT_ONCE):
            _log(tx, first, min(AT_ONCE, activities - first), activities)
    database.close()


def _agreement(index: int) -> Agreement:
    code = code_of(index)
    promises = tuple(_promise(code, position, rule) for position, rule in enumerate(_RULES, start=1))
    return Agreement(
        id=f"kommun-{code}",
        title="Medborgarlöfte 2021–2025",
        period=PERIOD,
        followed_from=PERIOD.start,
        district="LPO",
        municipalities=(Municipality(code, f"Kommun {code}"),),
        problem_areas=(),
        source="bench",
        promises=promises,
    )


def _promise(code: int, position: int, rule: tuple[int, Interval] | None) -> Promise:
    promise_id = f"kommun-{code}/lofte-{position}"
    targets = (Target(PERIOD.start, *rule),) if rule else ()
    return Promise(
        id=promise_id,
        position=position,
        heading="Polisen",
        title=f"Löfte {position}",
        summary="Något utlovat.",
        parties=(Party.POLICE,) if position % 2 else (Party.POLICE, Party.MUNICIPALITY),
        third_parties=(),
        kind=PromiseKind.COUNT,
        municipalities=(code,),
        measures=(Measure(0, promise_id, "tillfälle", "tillfällen", targets),),
    )


def code_of(index: int) -> int:
    """Return the code of a municipality by its place in the country, from 0."""
    return 1000 + index


def first_measure(code: int) -> int:
    """Return the number of the first of a municipality's measures."""
    return (code - code_of(0)) * PROMISES + 1


def _sign(tx: Transaction) -> None:
    months = [add_months(PERIOD.start, step) for step in range(SIGNED_MONTHS)]
    rows = [
        (code_of(index), party.value, month)
        for index in range(MUNICIPALITIES)
        for party in (Party.POLICE, Party.MUNICIPALITY)
        for month in months
    ]
    signed = pd.DataFrame(rows, columns=["municipality", "party", "month"])
    tx.cursor.register("signed", signed)
    tx.cursor.execute("insert into sign_off select municipality, party, month, 'bench', $1 from signed", [NOW])


def _log(tx: Transaction, first: int, number: int, of: int) -> None:
    tx.cursor.register("activities", _activities(first, number, of))
    tx.cursor.execute("create temporary view added as select * replace (day::date as day) from activities")
    tx.cursor.execute(
        "insert into activity_version select activity, 1, municipality, 'single', 'done', day, day + 1, [measure], "
        "[count], [], 'exact', 'Torget', '', null, '', false, 'bench', 'police', registered_at, null from added"
    )
    tx.cursor.execute(
        "insert into line select activity, 1, measure, municipality, day, date_trunc('week', day), "
        "date_trunc('month', day), 'done', 'exact', count, registered_at from added"
    )
    tx.cursor.execute("drop view added")


def _activities(first: int, number: int, of: int) -> pd.DataFrame:
    """Return activities by when they happened: municipalities of very different sizes, some promises kept more."""
    chance = np.random.default_rng(first)
    sizes = np.random.default_rng(290).lognormal(0, 1.1, MUNICIPALITIES)
    shares = 1 / np.arange(1, PROMISES + 1) ** 0.8
    home = chance.choice(MUNICIPALITIES, number, p=sizes / sizes.sum())
    promise = chance.choice(PROMISES, number, p=shares / shares.sum())
    spread = (first + np.sort(chance.random(number)) * number) / of * (TODAY - PERIOD.start).days
    day = np.datetime64(PERIOD.start) + spread.astype("timedelta64[D]")
    count = np.where(chance.random(number) < 0.85, 1, chance.integers(2, 8, number))
    order = np.arange(first, first + number)
    return pd.DataFrame(
        {
            "activity": order + 1,
            "measure": (home * PROMISES + promise + 1).astype(np.int32),
            "municipality": (home + 1000).astype(np.int32),
            "day": day.astype("datetime64[s]"),
            "count": count,
            "registered_at": np.datetime64(PERIOD.start, "us") + (spread * 86_400e6).astype("timedelta64[us]"),
        }
    )


def median_municipalities() -> Iterator[int]:
    """Yield codes of municipalities of middling size, each once."""
    sizes = np.random.default_rng(290).lognormal(0, 1.1, MUNICIPALITIES)
    middle = np.argsort(sizes)[MUNICIPALITIES // 2 - 20 : MUNICIPALITIES // 2 + 20]
    yield from (code_of(int(index)) for index in middle)
