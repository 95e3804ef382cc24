"""Judging one municipality and the whole country, against the bare statements; and the same page again."""

from collections.abc import Callable, Iterator
from itertools import cycle

import pytest

from loftdb.actions.context import Context
from loftdb.actions.logging import log
from loftdb.actions.progress import Scope, progress
from loftdb.actions.register import find_measure
from loftdb.core.model import ActivityKind, ActivityState, Entry, Share
from loftdb.core.periods import Period
from loftdb.store.database import _versions
from tests.benchmarks import bare
from tests.benchmarks.conftest import HUGE, LARGE, SMALL, Country, sizes
from tests.benchmarks.country import MONTHLY, PROMISES, TODAY, WEEKLY, first_measure, median_municipalities
from tests.benchmarks.timing import in_turn, milliseconds, report


def changed(context: Context) -> None:
    """Make the log count as written to, so that nothing is answered from the cache."""
    context.database.ledger_version = next(_versions)


def judged(context: Context, codes: Iterator[int]) -> Callable[[], object]:
    def job() -> object:
        changed(context)
        return progress(context, Scope(municipality=str(next(codes))))

    return job


def bare_municipality(context: Context, codes: Iterator[int]) -> Callable[[], object]:
    def job() -> None:
        code = next(codes)
        first = first_measure(code)
        of = {"years": (), "weeks": [first + each for each in WEEKLY], "months": [first + each for each in MONTHLY]}
        for part, measures in of.items():
            bare.sums(context.database, part, TODAY, of=measures, in_=code)

    return job


def test_one_municipality_all_promises_years_and_weeks(country: Country) -> None:
    jobs = {}
    for size in sizes():
        jobs[f"bare {size}"] = bare_municipality(country(size), cycle(median_municipalities()))
        jobs[f"judged {size}"] = judged(country(size), cycle(median_municipalities()))
        for code in median_municipalities():
            progress(country(size), Scope(municipality=str(code)))
    taken = in_turn(jobs, rounds=40)
    for size in sizes():
        mine, theirs = taken[f"judged {size}"], taken[f"bare {size}"]
        detail = f"{mine:.1f} ms; bare {theirs:.1f} ms: {mine / theirs:.2f}"
        report(f"one municipality, {size} activities: judged / (2 bare + 10 ms)", mine / (2 * theirs + 10), 1, detail)
    report("one municipality, 1 million against 10 thousand", taken[f"judged {LARGE}"] / taken[f"judged {SMALL}"], 2)
    if HUGE in sizes():
        report(
            "one municipality, 10 million against 10 thousand", taken[f"judged {HUGE}"] / taken[f"judged {SMALL}"], 2
        )


@pytest.mark.parametrize("size", sizes()[1:])
def test_the_whole_country_per_year(country: Country, size: int) -> None:
    context = country(size)
    everything = range(1, 290 * PROMISES + 1)
    weekly = [measure for measure in everything if (measure - 1) % PROMISES in WEEKLY]
    monthly = [measure for measure in everything if (measure - 1) % PROMISES in MONTHLY]

    def statements() -> None:
        bare.sums(context.database, "years", TODAY)
        bare.sums(context.database, "weeks", TODAY, of=weekly)
        bare.sums(context.database, "months", TODAY, of=monthly)

    def judged_whole() -> object:
        changed(context)
        return progress(context)

    first = milliseconds(judged_whole)
    jobs = {"bare": statements, "judged": judged_whole}
    if size < HUGE:  # ten million whole rows would take 15 GB
        jobs["select *"] = lambda: bare.whole_log(context.database)
    taken = in_turn(jobs, rounds=9)
    detail = ", ".join(f"{name} {time:.0f} ms" for name, time in taken.items())
    report(f"the country, {size} activities: judged / bare", taken["judged"] / taken["bare"], 3, detail)
    if size < HUGE:
        ratio, detail = taken["judged"] / taken["select *"], f"the very first time {first:.0f} ms"
        report(f"the country, {size} activities: judged / select *", ratio, 1 / 20, detail)


@pytest.mark.parametrize("size", sizes())
def test_the_same_page_again_is_never_stale(country: Country, size: int) -> None:
    context, code = country(size), next(median_municipalities())
    scope = Scope(municipality=str(code))
    _, measure = find_measure(context, f"kommun-{code}/lofte-10")

    def first() -> object:
        changed(context)
        return progress(context, scope)

    taken = in_turn({"first": first, "again": lambda: progress(context, scope)}, rounds=40)
    detail = f"{taken['again']:.3f} ms after {taken['first']:.1f} ms"
    report(f"the same page again, {size} activities", taken["again"] / taken["first"], 0.05, detail)
    for _ in range(20):
        before = progress(context, scope)["actual"].sum() + progress(context, scope)["preliminary"].sum()
        day = Period.through(TODAY, TODAY)
        log(context, Entry(ActivityKind.SINGLE, ActivityState.DONE, day, (Share(measure.number, 1),)))
        after = progress(context, scope)["actual"].sum() + progress(context, scope)["preliminary"].sum()
        assert after > before
