"""The countries to measure in, and the table at the end. TEN_MILLION=1 adds a log of ten million activities."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.access import Actor
from loftdb.store.database import Database
from tests.benchmarks.country import NOW, build
from tests.benchmarks.timing import HEADING, RESULTS

SMALL, LARGE, HUGE = 10_000, 1_000_000, 10_000_000

Country = Callable[[int], Context]


def sizes() -> list[int]:
    """Return the lengths of the logs to measure."""
    return [SMALL, LARGE, HUGE] if os.environ.get("TEN_MILLION") else [SMALL, LARGE]


@pytest.fixture(scope="session")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Country]:
    """Return a function that gives the country with a log of so many activities, each size built once."""
    built: dict[int, Context] = {}
    folder: Path = tmp_path_factory.mktemp("countries")

    def of(activities: int) -> Context:
        if activities not in built:
            path = folder / f"{activities}.duckdb"
            build(path, activities)
            # An actor for each size, so that one size's answers do not take the place of another's in the cache.
            built[activities] = Context(Database.open(path), Actor(str(activities), LOCAL_USER.grants), NOW)
        return built[activities]

    yield of
    for context in built.values():
        context.database.close()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print all results as one table."""
    terminalreporter.section("ratios of medians")
    terminalreporter.write_line(HEADING)
    for result in RESULTS:
        terminalreporter.write_line(result.line)
