"""What import-linter cannot see: pages and dashboard.py stand outside the package."""

import ast
import re
from pathlib import Path

import pytest

from loftdb.ui.document import own_files

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
OUTSIDE = [*PAGES, ROOT / "dashboard.py"]
SQL = re.compile(r"\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+table)\b", re.I | re.S)
BELOW = ("loftdb.store", "loftdb.files")
LONGEST_PAGE = 60


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def imported(file: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def texts(file: Path) -> list[str]:
    nodes = ast.walk(tree(file))
    return [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]


def names(files: list[Path]) -> list[str]:
    return [file.stem for file in files]


def test_there_are_pages_to_check() -> None:
    assert {"oversikt", "lofte", "registrera", "manadsblad", "aktiviteter", "hjalp"} <= set(names(PAGES))


@pytest.mark.parametrize("file", OUTSIDE, ids=names(OUTSIDE))
def test_pages_and_dashboard_reach_no_lower_than_actions(file: Path) -> None:
    assert not {name for name in imported(file) if name.split(".")[0] == "duckdb" or name.startswith(BELOW)}


@pytest.mark.parametrize("file", OUTSIDE, ids=names(OUTSIDE))
def test_pages_and_dashboard_hold_no_sql(file: Path) -> None:
    assert [text for text in texts(file) if SQL.search(text)] == []


@pytest.mark.parametrize("file", PAGES, ids=names(PAGES))
def test_a_page_begins_with_the_guard(file: Path) -> None:
    """Before ``guard()`` stand only the docstring and imports, ``from loftdb.ui.frame import guard`` among them."""
    first = next(node for node in tree(file).body if not is_preamble(node))
    assert ast.unparse(first) == "guard()"
    assert "loftdb.ui.frame.guard" in imported(file)


@pytest.mark.parametrize("file", PAGES, ids=names(PAGES))
def test_a_page_is_thin(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("folder", ["requirements", ".streamlit", ".ci"])
def test_no_file_names_a_package_index_or_a_place_on_one_machine(folder: str) -> None:
    for file in (file for file in (ROOT / folder).rglob("*") if file.is_file()):
        assert not re.search(r"index-url|find-links|file://|/opt/|https?://(?!127\.0\.0\.1)", file.read_text()), file


def test_our_own_static_files_ask_no_other_host() -> None:
    for file in own_files().values():
        text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert "://" not in text, file


def is_preamble(node: ast.stmt) -> bool:
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return docstring or isinstance(node, ast.Import | ast.ImportFrom)
