"""The demo, generated once: its meetings of June (closed) and October (sent)."""

from collections.abc import Iterator

import pytest

from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.demo.generator import CLOCK, generate
from loftdb.store.database import Database


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Return the demo, to be read and never written."""
    path = tmp_path_factory.mktemp("papers") / "demo.duckdb"
    generate(path)
    database = Database.open(path)
    yield Context(database, LOCAL_USER, CLOCK)
    database.close()
