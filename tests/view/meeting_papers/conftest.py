"""The demo: its meetings of June (closed) and October (sent)."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.demo.generator import CLOCK
from loftdb.store.database import Database


@pytest.fixture(scope="session")
def demo(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Context]:
    """Return the demo, to be read and never written."""
    database = Database.open(Path(shutil.copy(demo_file, tmp_path_factory.mktemp("papers"))))
    yield Context(database, LOCAL_USER, CLOCK)
    database.close()
