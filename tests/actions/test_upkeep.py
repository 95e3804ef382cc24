"""Looking after a database is for administrators."""

from pathlib import Path

import pytest

from loftdb.actions import upkeep
from loftdb.actions.context import Context
from loftdb.actions.setup import LOCAL_USER
from loftdb.core.access import Actor, Grant, Role
from loftdb.core.errors import NotAllowed
from tests.actions.conftest import NOW, as_actor


def test_an_administrator_checks_and_copies(context: Context, tmp_path: Path) -> None:
    upkeep.demand_answer(context.database)
    assert upkeep.check(context) == ()
    upkeep.back_up(context, tmp_path / "copy.duckdb")
    assert upkeep.back_up_in(context, tmp_path / "copies", NOW).name == "loftdb-20241015-080000.duckdb"
    assert upkeep.restore(LOCAL_USER, tmp_path / "copy.duckdb", tmp_path / "again.duckdb", NOW) is None
    assert (tmp_path / "again.duckdb").exists()


def test_somebody_else_may_not(context: Context, tmp_path: Path) -> None:
    coordinator = as_actor(context, Grant(Role.COORDINATOR))
    with pytest.raises(NotAllowed):
        upkeep.check(coordinator)
    with pytest.raises(NotAllowed):
        upkeep.back_up(coordinator, tmp_path / "copy.duckdb")
    with pytest.raises(NotAllowed):
        upkeep.back_up_in(coordinator, tmp_path, NOW)
    upkeep.back_up(context, tmp_path / "copy.duckdb")
    with pytest.raises(NotAllowed):
        upkeep.restore(Actor("någon"), tmp_path / "copy.duckdb", tmp_path / "again.duckdb", NOW)
    assert [path.name for path in tmp_path.glob("*again*")] == []
