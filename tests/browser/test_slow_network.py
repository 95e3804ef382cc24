"""A browser that is late with the programs of fields shows, and sends, what the fields began with.

Streamlit fetches the program of a kind of field when the first of the kind is on the page. On a slow network somebody
writes in one field, and so runs the page again, before the others stand there.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from loftdb.view.shell import person_name
from loftdb.view.texts import activities
from tests.browser.conftest import OpenPage, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
LATE = re.compile(r"/static/js/(Checkbox|DateInput|Multiselect|NumberInput|Selectbox)\.")
CONTROLS = "stromstad-2023-2024/trafikkontroller"
TEXT = Path(__file__).with_name("kumla-2024-2025.txt").read_text(encoding="utf-8")


@contextmanager
def late(page: Page) -> Iterator[None]:
    """Keep the programs of fields from the page for as long as this lasts."""
    kept: list[Route] = []

    def keep(route: Route) -> None:
        kept.append(route)

    page.route(LATE, keep)
    yield
    assert kept, "the page has asked for no program"
    for route in kept:
        route.continue_()
    page.unroute(LATE)
    wait_ready(page)


def wait_run(page: Page) -> None:
    """Wait until the script has run; the page still lacks what is late."""
    page.wait_for_timeout(100)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def test_a_correction_keeps_the_promise_and_the_number_that_it_began_with(written: Server, open_page: OpenPage) -> None:
    page = open_page(f"{written.url}/aktiviteter?lofte={CONTROLS}&tid=2024")
    page.locator(".loft-log a").first.click()
    page.get_by_role("link", name=activities.BACK).wait_for()
    wait_ready(page)
    title = page.locator("h1").inner_text()
    with late(page):
        page.get_by_role("button", name=activities.CORRECT, exact=True).click()
        page.get_by_label("Plats", exact=True).fill("Skee")
        page.keyboard.press("Tab")
        wait_run(page)
    expect(page.get_by_test_id("stMultiSelect")).to_contain_text("Trafikkontroller")
    page.get_by_role("button", name=activities.SAVE).click()
    expect(page.get_by_role("status").get_by_text(activities.SAVED)).to_be_visible()
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator(".loft-versions ins")).to_have_text(["Skee"])


def test_registrera_keeps_the_day_and_the_number_that_it_began_with(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url)
    with late(page):
        page.goto(f"{server.url}/registrera?roll={person_name('kommunpolis-stromstad')}")
        page.get_by_role("radio", name="Strömstad · Trafikkontroller", exact=True).click()
        wait_run(page)
    expect(page.get_by_label("Antal", exact=True)).to_have_value("1")
    expect(page.get_by_role("group", name="Datum").get_by_role("spinbutton")).to_have_text(["2024", "10", "15"])


def test_a_sheet_keeps_what_is_logged(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/manadsblad?roll={person_name('kommunpolis-karlstad')}&manad=2024-02")
    numbers = page.get_by_test_id("stNumberInputField")
    logged = [each.input_value() for each in numbers.all()]
    ticked = page.get_by_role("checkbox", checked=True).count()
    assert any(number not in ("", "0") for number in logged)
    assert ticked
    with late(page):
        page.reload()
        for _ in ("left out", "taken back"):
            page.locator(".st-key-manadsblad_choices button", has_text="Hammarö").click()
            wait_run(page)
    assert [each.input_value() for each in numbers.all()] == logged
    assert page.get_by_role("checkbox", checked=True).count() == ticked


def test_a_draft_keeps_what_the_text_says(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url)
    with late(page):
        page.goto(f"{server.url}/nytt")
        page.get_by_role("textbox", name="Klistra in texten").fill(TEXT)
        page.get_by_role("button", name="Läs texten").click()
        page.get_by_role("button", name="Löfte 1, Trafikkontroller, Ändra").last.click()
        page.get_by_role("textbox", name="Kort namn").fill("Kontroller")
        page.keyboard.press("Tab")
        wait_run(page)
    expect(page.get_by_label("Antal", exact=True)).to_have_value("40")
