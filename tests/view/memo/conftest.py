"""The demo's memos, gathered once."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.memo import memo
from loftdb.actions.progress import Scope
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.memo import Memo
from loftdb.demo.generator import CLOCK
from loftdb.store.database import Database

Gather = Callable[..., Memo]


@pytest.fixture(scope="session")
def gather(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gather]:
    """Return a function from a municipality, and a day, to its memo."""
    database = Database.open(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("memos"))))
    context = Context(database, LOCAL_USER, CLOCK)
    yield lambda municipality, on=None: memo(context, municipality, Scope(on=on and date.fromisoformat(on)))
    database.close()
