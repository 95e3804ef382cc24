"""What is said when there is no database to open."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from loftdb.ui import session
from loftdb.ui.server import DATABASE


def page() -> None:
    from loftdb.ui.session import database  # noqa: PLC0415 - AppTest runs this source alone

    database()


def test_plain_streamlit_without_a_database_offers_the_demo_and_the_real_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(DATABASE, raising=False)
    monkeypatch.setattr(session, "DEMO", tmp_path / "demo.duckdb")
    [said] = AppTest.from_function(page).run().error
    for command in ("make run", f"loftdb init {session.DEMO} --demo", "loftdb init data/loft.duckdb"):
        assert f"`{command}`" in said.value


def test_a_named_database_that_is_missing_may_become_a_real_one_or_a_demo(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    missing = tmp_path / "loft.duckdb"
    monkeypatch.setenv(DATABASE, str(missing))
    [said] = AppTest.from_function(page).run().error
    assert f"”loftdb init {missing}”" in said.value
    assert "--demo" in said.value
