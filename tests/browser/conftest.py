"""A real Chromium against a real server; no page may ask another host for anything or write an error to its console."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, expect, sync_playwright

from tests.browser.serving import Server, free_port, running

expect.set_options(timeout=20_000)
"""Two test runs share two cores: what is awaited may come late, but it comes."""

DESKTOP, PHONE, NARROW = (1280, 800), (390, 844), (320, 640)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=sv-SE",
]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

STREAMLITS_OWN = {
    # The drop zone is a presentational element that can be focused; Streamlit 1.67 has it so.
    "presentation-role-conflict": "stFileUploader",
}
"""Violations that are Streamlit's and cannot be mended from outside, each with the one widget it is allowed in."""

OpenPage = Callable[..., Page]
Serve = Callable[..., Server]


def chromium_path() -> str | None:
    """Return where Chromium is, null when this machine has none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def wait_ready(page: Page) -> None:
    """Wait until the script has run and the page stands still."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=30_000)
    page.locator("[data-testid=stSkeleton]").first.wait_for(state="detached", timeout=30_000)


def axe(page: Page) -> None:
    """Fail on anything that axe finds, minor or serious, but for what is Streamlit's own."""
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    wrong = [
        f"{violation['impact']} {violation['id']}\n    {node['html'][:300]}\n    {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
        if not _is_streamlits_own(violation["id"], node["html"])
    ]
    assert not wrong, "\n".join(wrong)


def _is_streamlits_own(rule: str, html: str) -> bool:
    return rule in STREAMLITS_OWN and STREAMLITS_OWN[rule] in html


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A headless Chromium; without one the test is skipped, and fails under CI."""
    path = chromium_path()
    if path is None and os.environ.get("CI"):
        pytest.fail("CI is set and there is no Chromium: .ci/run installs it")
    if path is None:
        pytest.skip("no Chromium on this machine: browser tests need it (Debian: sudo apt install chromium)")
    playwright: Playwright = request.getfixturevalue("_playwright")
    swedish = {**os.environ, "LANGUAGE": "sv_SE", "LANG": "sv_SE.UTF-8"}
    browser = playwright.chromium.launch(executable_path=path, args=FLAGS, env=swedish)
    yield browser
    browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """Return a function ``open(url, size=DESKTOP, *, dark=False, forced=False, locale="sv-SE")``.

    The page is ready when it is returned. At the end of the test, a request to another host, an error in
    the console or an exception in the page fails it.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_(
        url: str, size: tuple[int, int] = DESKTOP, *, dark: bool = False, forced: bool = False, locale: str = "sv-SE"
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            locale=locale,
            timezone_id="Europe/Stockholm",
            color_scheme="dark" if dark else "light",
            forced_colors="active" if forced else "none",
            has_touch=size[0] < 600,
            is_mobile=size[0] < 600,
        )
        contexts.append(context)
        page = context.new_page()
        _watch(page, url, faults)
        page.goto(url)
        wait_ready(page)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not faults, "\n".join(faults)


def _watch(page: Page, url: str, faults: list[str]) -> None:
    host = urlsplit(url).netloc

    def asked(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            faults.append(f"asked another host: {address}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console error: {message.text}")

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    page.on("console", said)
    page.on("pageerror", lambda error: faults.append(f"page error: {error}"))


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demo database that no test writes to: copy it."""
    path = tmp_path_factory.mktemp("demo") / "demo.duckdb"
    subprocess.run([sys.executable, "-m", "loftdb", "init", str(path), "--demo"], check=True)
    return path


@pytest.fixture(scope="session")
def _serve_demo(demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    with ExitStack() as servers:

        def serve(database: Path | None = None, *more: str) -> Server:
            folder = tmp_path_factory.mktemp("server")
            if database is None:
                database = folder / "demo.duckdb"
                shutil.copyfile(demo_database, database)
            port = free_port()
            command = ["-m", "loftdb", "serve", "--database", str(database), "--port", str(port), *more]
            return servers.enter_context(running(command, port, folder / "talk.txt"))

        yield serve


@pytest.fixture(scope="session")
def server(chromium: Browser, _serve_demo: Serve) -> Server:
    """One server for the whole session, on its own copy of the demo: for tests that write nothing others look at."""
    return _serve_demo()


@pytest.fixture
def own_server(chromium: Browser, _serve_demo: Serve) -> Serve:
    """Return a function ``serve(database=None, *more)``: the test's own server (null: on a fresh copy of the demo)."""
    return _serve_demo


@pytest.fixture
def page(server: Server, open_page: OpenPage) -> Page:
    """The start page of the demo at 1280 x 800."""
    return open_page(server.url)


@pytest.fixture
def phone(server: Server, open_page: OpenPage) -> Page:
    """The start page of the demo at 390 x 844, with touch."""
    return open_page(server.url, PHONE)
