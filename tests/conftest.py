"""What all tests share: the demo, generated once, and property tests that look for counterexamples, not for speed."""

from pathlib import Path

import pytest
from hypothesis import settings

from loftdb.demo.generator import generate

settings.register_profile("loftdb", deadline=None)
settings.load_profile("loftdb")


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's database, which no test opens or writes to: copy it."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    generate(path)
    return path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the browser tests first: their files take longest, and at the end one of them would keep a worker alone."""
    items.sort(key=lambda item: "browser" not in item.path.parts)
