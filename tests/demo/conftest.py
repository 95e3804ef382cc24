"""The demo, generated once; tests that write get a copy of their own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.model import Activity
from loftdb.demo.generator import CLOCK
from loftdb.store import activities
from loftdb.store.database import Database


@pytest.fixture
def demo(demo_file: Path, tmp_path: Path) -> Iterator[Context]:
    database = Database.open(Path(shutil.copyfile(demo_file, tmp_path / "demo.duckdb")))
    yield Context(database, LOCAL_USER, CLOCK)
    database.close()


@pytest.fixture(scope="session")
def entered(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Activity, ...]]:
    """Every activity of the demo with all its versions."""
    database = Database.open(Path(shutil.copyfile(demo_file, tmp_path_factory.mktemp("entered") / "demo.duckdb")))
    found = activities.search(database, limit=100_000)
    histories = {each.id: activities.history(database, each.id) for each in found}
    database.close()
    return histories
