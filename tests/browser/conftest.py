"""A real Chromium against a real server; no page may ask another host for anything or write an error to its console."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, expect, sync_playwright

from tests.browser.serving import Server, free_port, running
from tests.browser.tabs import Kind, Look, Tabs

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

COLOUR_RULES = ["color-contrast", "link-in-text-block"]
"""The rules that other colours can break."""

UNFADED = "*, ::before, ::after { transition: none !important } [data-stale=true] { opacity: 1 !important }"
"""Another look runs the page again, and what waits for its run fades."""
END_ALL = """() => {
    const moving = document.getAnimations().filter(each => each.playState === "running")
        .filter(each => each.effect.getComputedTiming().endTime < Infinity);
    moving.forEach(each => each.finish());
    return moving.length === 0;
}"""
"""A fold takes half a second to open, and what is in it is cut until then."""

STREAMLITS_OWN = {
    # The drop zone is a presentational element that can be focused; Streamlit 1.67 has it so.
    "presentation-role-conflict": "stFileUploader",
}
"""Violations that are Streamlit's and cannot be mended from outside, each with the one widget it is allowed in."""

OpenPage = Callable[..., Page]
Serve = Callable[..., Server]
Start = Callable[..., AbstractContextManager[Server]]


def chromium_path() -> str | None:
    """Return where Chromium is, null when this machine has none."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def wait_ready(page: Page) -> None:
    """Wait until the script has run and the page stands still."""
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=30_000)
    page.locator("[data-testid=stSkeleton]").first.wait_for(state="detached", timeout=30_000)


def stand_still(page: Page) -> None:
    """Wait until the page is what a person reads: nothing fades, and nothing is on its way."""
    page.add_style_tag(content=UNFADED)
    wait_ready(page)
    page.wait_for_timeout(100)  # what was tapped begins to move
    page.wait_for_function(END_ALL, polling=50)


def axe(page: Page, rules: Sequence[str] = ()) -> None:
    """Fail on anything that axe finds, minor or serious, but for what is Streamlit's own. ``rules``: these alone."""
    stand_still(page)
    asked = {"type": "rule", "values": [*rules]} if rules else {"type": "tag", "values": RULES}
    found = Axe().run(page, options={"runOnly": asked, "resultTypes": ["violations"]}).response["violations"]
    wrong = [
        f"{violation['impact']} {violation['id']}\n    {node['html'][:300]}\n    {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
        if not _is_streamlits_own(violation["id"], node["html"])
    ]
    assert not wrong, "\n".join(wrong)


def _is_streamlits_own(rule: str, html: str) -> bool:
    return rule in STREAMLITS_OWN and STREAMLITS_OWN[rule] in html


def examine(page: Page) -> None:
    """Fail on what axe finds on what is cut: here, on a phone also narrow, dark and in forced colours."""
    size = _size(page)
    for each in (size, NARROW) if size == PHONE else (size,):
        Look(each).put_on(page)
        axe(page)
        assert not is_cut(page), f"{each}: wider than the screen"
    for look, scheme in ((Look(size, dark=True), "dark"), (Look(size, forced=True), "light dark")):
        look.put_on(page)
        expect(page.locator(".stApp")).to_have_css("color-scheme", scheme)
        axe(page, COLOUR_RULES)
    Look(size).put_on(page)
    expect(page.locator(".stApp")).to_have_css("color-scheme", "light")


def _size(page: Page) -> tuple[int, int]:
    size = page.viewport_size
    assert size
    return size["width"], size["height"]


def is_cut(page: Page) -> bool:
    """Tell whether the page is wider than its screen."""
    return bool(page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))


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


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Tabs:
    """The tabs of the session."""
    return Tabs(chromium)


@pytest.fixture
def open_page(tabs: Tabs) -> Iterator[OpenPage]:
    """Return a function ``open(url, size=DESKTOP, *, dark=False, forced=False, locale="sv-SE")``.

    The page is ready when it is returned. At the end of the test, a request to another host, an error in
    the console or an exception in the page fails it.
    """
    taken: list[tuple[Kind, Page]] = []
    faults: list[str] = []

    with ExitStack() as watches:

        def open_(
            url: str,
            size: tuple[int, int] = DESKTOP,
            *,
            dark: bool = False,
            forced: bool = False,
            locale: str = "sv-SE",
        ) -> Page:
            kind = Kind(urlsplit(url).netloc, size[0] < 600, locale)
            page = tabs.take(kind)
            taken.append((kind, page))
            watches.enter_context(watching(page, kind.host, faults))
            Look(size, dark, forced).put_on(page)
            page.goto(url)
            wait_ready(page)
            return page

        yield open_
    for kind, page in taken:
        tabs.leave(kind, page)
    assert not faults, "\n".join(faults)


@contextmanager
def watching(page: Page, host: str, faults: list[str]) -> Iterator[None]:
    """Add to the faults what the page asks of another host, its errors and what it throws."""

    def asked(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme not in ("data", "blob") and parts.netloc != host:
            faults.append(f"asked another host: {address}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console error: {message.text}")

    listeners = {
        "request": lambda request: asked(request.url),
        "websocket": lambda socket: asked(socket.url),
        "console": said,
        "pageerror": lambda error: faults.append(f"page error: {error}"),
    }
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    yield
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


@pytest.fixture(scope="session")
def start(chromium: Browser, demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Start:
    """Return a context manager ``start(database=None, *more)``: a server (null: on a fresh copy of the demo)."""

    def started(database: Path | None = None, *more: str) -> AbstractContextManager[Server]:
        folder = tmp_path_factory.mktemp("server")
        if database is None:
            database = folder / "demo.duckdb"
            shutil.copyfile(demo_file, database)
        port = free_port()
        command = ["-m", "loftdb", "serve", "--database", str(database), "--port", str(port), *more]
        return running(command, port, folder / "talk.txt")

    return started


@pytest.fixture(scope="session")
def server(start: Start, tabs: Tabs) -> Iterator[Server]:
    """One server for the whole session, on its own copy of the demo: for tests that write nothing others look at."""
    with start() as server, tabs.lasting(server.host):
        yield server


@pytest.fixture(scope="module")
def written(start: Start, tabs: Tabs) -> Iterator[Server]:
    """One server for the module's tests that write and do not mind what the others have written."""
    with start() as server, tabs.lasting(server.host):
        yield server


@pytest.fixture
def own_server(start: Start) -> Iterator[Serve]:
    """Return a function ``serve(database=None, *more)``: the test's own server (null: on a fresh copy of the demo)."""
    with ExitStack() as servers:
        yield lambda *what: servers.enter_context(start(*what))


@pytest.fixture
def page(server: Server, open_page: OpenPage) -> Page:
    """The start page of the demo at 1280 x 800."""
    return open_page(server.url)


@pytest.fixture
def phone(server: Server, open_page: OpenPage) -> Page:
    """The start page of the demo at 390 x 844, with touch."""
    return open_page(server.url, PHONE)
