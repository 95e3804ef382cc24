"""Each page, asked for directly, stands in its frame: also for the very first visitor of a freshly started server."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from loftdb.ui.server import DATABASE
from tests.browser.conftest import OpenPage, Serve, wait_ready
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


FIRST = ["/", "/registrera", "/slapar"]
"""A page of each kind: the start, one in the navigation, one in a menu; that each has its guard is tested apart."""


@pytest.fixture
def bare(demo_file: Path, tmp_path: Path) -> Iterator[Server]:
    """``streamlit run dashboard.py`` on a copy of the demo, without our server."""
    port, before = free_port(), os.environ.get(DATABASE)
    os.environ[DATABASE] = str(shutil.copy(demo_file, tmp_path))
    command = ["-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    try:
        with running(command, port, tmp_path / "talk.txt", health="/_stcore/health", well=b"ok") as server:
            yield server
    finally:
        os.environ.pop(DATABASE) if before is None else os.environ.update({DATABASE: before})


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asked_for_directly_stands_in_its_frame(server: Server, open_page: OpenPage, path: str) -> None:
    assert_framed(open_page(server.url + path), path)


@pytest.mark.parametrize("path", FIRST)
def test_the_first_visitor_of_the_server_gets_the_page_in_its_frame(
    own_server: Serve, open_page: OpenPage, path: str
) -> None:
    assert_framed(open_page(own_server().url + path), path)


@pytest.mark.parametrize("path", FIRST)
def test_the_first_visitor_of_plain_streamlit_gets_it_too(bare: Server, chromium: Browser, path: str) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 800}, locale="sv-SE")
    page.goto(bare.url + path)
    wait_ready(page)
    assert_framed(page, path)
    page.close()


def assert_framed(page: Page, path: str) -> None:
    expect(page.get_by_text("Exempeldata", exact=True).first).to_be_visible()
    if path in MENUS:
        page.get_by_text(MENUS[path], exact=True).click()
    role = "menuitem" if path in MENUS else "link"
    expect(page.get_by_role(role, name=PAGES[path], exact=True).first).to_be_visible()
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
