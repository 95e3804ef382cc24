"""All of Sweden's list of what lags, read anew after every write, and the same list again."""

from loftdb.actions.lagging import lagging
from loftdb.actions.needed import needed
from loftdb.actions.progress import Scope
from tests.benchmarks.bench_reading import changed
from tests.benchmarks.conftest import LARGE, Country
from tests.benchmarks.country import median_municipalities
from tests.benchmarks.timing import in_turn, report

ROUNDS = 7


def test_the_list_of_the_whole_country(country: Country) -> None:
    context = country(LARGE)
    code = str(next(median_municipalities()))

    def anew() -> None:
        changed(context)
        assert lagging(context).rows

    jobs = {
        "anew": anew,
        "again": lambda: lagging(context),
        "needed": lambda: needed(context, Scope(code)),
    }
    taken = in_turn(jobs, rounds=ROUNDS)
    report("what lags in all Sweden, after a write, seconds", taken["anew"] / 1000, 1)
    report("what lags in all Sweden, nothing changed, seconds", taken["again"] / 1000, 0.3)
    report("what a municipality needs by month, seconds", taken["needed"] / 1000, 0.1)
