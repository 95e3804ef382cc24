"""Each page, asked for directly by the very first visitor of a freshly started server, stands in its frame."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loftdb.ui.server import DATABASE
from tests.browser.conftest import Serve, wait_ready
from tests.browser.serving import Server, free_port, running

pytestmark = pytest.mark.browser

PAGES = {
    "/": "Översikt",
    "/registrera": "Registrera",
    "/manadsblad": "Månadsblad",
    "/lofte": "Löfte",
    "/uppfoljningar": "Uppföljningar",
    "/mote": "BRÅ-möte",
    "/aktiviteter": "Aktiviteter",
    "/nytt": "Nytt medborgarlöfte",
    "/hjalp": "Hjälp",
    "/slapar": "Löften som släpar efter",
    "/behovs": "Behövs per månad",
    "/omrade": "Lokalpolisområde",
}
MENUS = {"/slapar": "För chefer", "/behovs": "För chefer", "/omrade": "För chefer"}
"""The pages that stand in a menu of the navigation."""


@pytest.fixture
def bare(demo_database: Path, tmp_path: Path) -> Iterator[Server]:
    """``streamlit run dashboard.py`` on a copy of the demo, without our server."""
    port, before = free_port(), os.environ.get(DATABASE)
    os.environ[DATABASE] = str(shutil.copy(demo_database, tmp_path))
    command = ["-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    try:
        with running(command, port, tmp_path / "talk.txt", health="/_stcore/health", well=b"ok") as server:
            yield server
    finally:
        os.environ.pop(DATABASE) if before is None else os.environ.update({DATABASE: before})


@pytest.mark.parametrize("path", PAGES)
def test_the_first_visitor_of_the_server_gets_the_page_in_its_frame(
    own_server: Serve, chromium: Browser, path: str
) -> None:
    assert_framed(chromium, own_server(), path)


@pytest.mark.parametrize("path", ["/", "/registrera", "/nytt", "/slapar"])
def test_the_first_visitor_of_plain_streamlit_gets_it_too(bare: Server, chromium: Browser, path: str) -> None:
    assert_framed(chromium, bare, path)


def assert_framed(chromium: Browser, server: Server, path: str) -> None:
    page: Page = chromium.new_page(viewport={"width": 1280, "height": 800}, locale="sv-SE")
    page.goto(server.url + path)
    wait_ready(page)
    expect(page.get_by_text("Exempeldata", exact=True).first).to_be_visible()
    if path in MENUS:
        page.get_by_text(MENUS[path], exact=True).click()
    role = "menuitem" if path in MENUS else "link"
    expect(page.get_by_role(role, name=PAGES[path], exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    page.close()
