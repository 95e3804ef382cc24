"""The demo's memos, gathered once."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from loftdb.actions.context import Context
from loftdb.actions.memo import memo
from loftdb.actions.progress import Scope
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.memo import Memo
from loftdb.demo.generator import CLOCK, generate
from loftdb.store.database import Database

Gather = Callable[..., Memo]


@pytest.fixture(scope="session")
def gather(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gather]:
    """Return a function from a municipality, and a day, to its memo."""
    path = tmp_path_factory.mktemp("memos") / "demo.duckdb"
    generate(path)
    database = Database.open(path)
    context = Context(database, LOCAL_USER, CLOCK)
    yield lambda municipality, on=None: memo(context, municipality, Scope(on=on and date.fromisoformat(on)))
    database.close()
