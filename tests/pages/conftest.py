"""Pages run in the frame by Streamlit's own test runner, on a copy of the demo."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from loftdb.ui.server import DATABASE
from tests.browser.serving import ROOT

RunPage = Callable[..., AppTest]


@pytest.fixture
def run_page(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunPage]:
    """Return a function ``run(page, **params)``: the page's first run, as it is asked for by this address."""
    monkeypatch.setenv(DATABASE, str(shutil.copyfile(demo_file, tmp_path / "demo.duckdb")))

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
