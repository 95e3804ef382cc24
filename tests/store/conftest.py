"""A database with one agreement, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loftdb.store.agreements import add_agreement
from loftdb.store.database import Database
from tests.store.examples import AGREEMENT, NOW


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "loft.duckdb"
    database = Database.create(path)
    with database.transaction(NOW) as tx:
        add_agreement(tx, AGREEMENT, "test")
    database.close()
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(template, tmp_path / "loft.duckdb"))


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    database = Database.open(path)
    yield database
    database.close()


@pytest.fixture
def fresh(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Database]:
    """Return a maker of databases, for tests that need one for each of many examples."""
    return lambda: Database.open(shutil.copyfile(template, tmp_path_factory.mktemp("fresh") / "loft.duckdb"))
