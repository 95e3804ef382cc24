"""Logging one activity with its checks, committed, against a bare commit of one row in the same file."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.core.model import ActivityKind, ActivityState, Entry, Share
from loftdb.core.periods import Period
from tests.benchmarks import bare
from tests.benchmarks.conftest import Country, sizes
from tests.benchmarks.country import NOW, PROMISES, TODAY, first_measure, median_municipalities
from tests.benchmarks.timing import Jobs, in_turn, report

NEXT = count(1)


def test_logging_one_activity_with_its_checks(country: Country) -> None:
    jobs: Jobs = {}
    for size in sizes():
        context = country(size)
        jobs[f"bare {size}"] = lambda context=context: commit_one(context)
        jobs[f"logged {size}"] = lambda context=context: log(context, entry(), uuid4().hex)
    taken = in_turn(jobs, rounds=150)
    for size in sizes():
        mine, theirs = taken[f"logged {size}"], taken[f"bare {size}"]
        report(f"logging one activity, {size} activities", mine / theirs, 2.5, f"{mine:.1f} ms; bare {theirs:.1f} ms")


def commit_one(context: Context) -> None:
    number = -next(NEXT)
    bare.commit_one(
        context.database,
        [1_000_000_000 - number, 1, 1, "single", "done", TODAY, TODAY + timedelta(days=1), [1], [1], [], "exact",
         "Torget", "", None, "", False, "bench", "police", NOW, uuid4().hex],
    )  # fmt: skip


def entry() -> Entry:
    """Return an activity on a place of its own, in a municipality of middling size."""
    number = next(NEXT)
    codes = list(median_municipalities())
    measure = first_measure(codes[number % len(codes)]) + number % PROMISES
    day = TODAY - timedelta(days=number % 365)
    days = Period.through(day, day)
    return Entry(ActivityKind.SINGLE, ActivityState.DONE, days, (Share(measure, 1),), place=f"Plats {number}")
