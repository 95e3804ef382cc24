"""Pages run in the frame by Streamlit's own test runner, on a copy of the demo."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from loftdb.demo.generator import generate
from loftdb.ui.server import DATABASE
from tests.browser.serving import ROOT

RunPage = Callable[..., AppTest]


@pytest.fixture(scope="session")
def _generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    generate(path)
    return path


@pytest.fixture
def run_page(_generated: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunPage]:
    """Return a function ``run(page, **params)``: the page's first run, as it is asked for by this address."""
    monkeypatch.setenv(DATABASE, str(shutil.copyfile(_generated, tmp_path / "demo.duckdb")))

    def run(page: str, **params: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
        for name, value in params.items():
            app.query_params[name] = value
        return app.switch_page(f"pages/{page}.py").run()

    yield run
    st.cache_resource.clear()


def html(app: AppTest) -> str:
    """Return all that the page says by Markdown and HTML."""
    return "\n".join(each.value for each in app.markdown)


def undisturbed(app: AppTest) -> bool:
    """Tell whether the page shows no exception, error or warning."""
    return not (app.exception or app.error or app.warning)
