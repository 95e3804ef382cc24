"""Time from navigation to the last visible element in Chromium, warm: *Översikt* against an empty page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, sync_playwright

from loftdb.demo.generator import generate
from tests.benchmarks.timing import report
from tests.browser.conftest import FLAGS, chromium_path, wait_ready
from tests.browser.serving import Server, free_port, running

WARMING, ROUNDS = 2, 15
QUIET = 700
"""Milliseconds without a new element after which the page stands."""

WATCH = """
window.__last = 0
new MutationObserver(changes => {
  for (const change of changes)
    for (const node of change.addedNodes)
      if (node.nodeType === 1 && node.getClientRects().length) {
        window.__last = performance.now()
        return
      }
}).observe(document, { childList: true, subtree: true })
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("site")
    generate(folder / "demo.duckdb")
    port = free_port()
    command = ["-m", "tests.benchmarks.site", str(port), str(folder / "demo.duckdb")]
    with running(command, port, folder / "talk.txt") as server:
        yield server


def test_oversikt_against_an_empty_page(site: Server) -> None:
    if chromium_path() is None:
        pytest.skip("no Chromium on this machine")
    taken: dict[str, list[float]] = {"/": [], "/tom": []}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        page = browser.new_context(viewport={"width": 1280, "height": 800}, locale="sv-SE").new_page()
        page.add_init_script(WATCH)
        for number in range(WARMING + ROUNDS):
            for path, times in taken.items():
                time = last_element(page, site.url + path)
                if number >= WARMING:
                    times.append(time)
        browser.close()
    ours, empty = (sorted(times)[ROUNDS // 2] for times in taken.values())
    report("Översikt / an empty page, last visible element", ours / empty, 1.5, f"{ours:.0f} ms; empty {empty:.0f} ms")


def last_element(page: Page, url: str) -> float:
    """Return when the last visible element came, in milliseconds since the navigation began."""
    page.goto(url)
    wait_ready(page)
    while page.evaluate("performance.now() - window.__last") < QUIET:
        page.wait_for_timeout(100)
    return float(page.evaluate("window.__last"))
