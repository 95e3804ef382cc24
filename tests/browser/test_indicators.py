"""Översikt in a browser: a figure from elsewhere is entered by keyboard alone, and the focus is not lost."""

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Serve, axe, wait_ready

pytestmark = pytest.mark.browser


def typed(page: Page, *texts: str) -> None:
    """Type each text into a field and go on to the next."""
    for text in texts:
        page.keyboard.type(text)
        page.keyboard.press("Tab")


def test_a_figure_is_entered_by_keyboard_and_stands_beside_the_promises(own_server: Serve, open_page: OpenPage) -> None:
    page = open_page(f"{own_server().url}/?{urlencode({'kommun': 'Strömstad'})}")
    section = page.locator(".loft-indicators")
    expect(section).to_contain_text("77,5\xa0procent")
    expect(page.get_by_role("img", name="2021 71,5, 2022 74 och 2023 77,5")).to_be_visible()
    page.get_by_text("Lägg till eller rätta en mätning").click()
    wait_ready(page)
    axe(page)
    page.get_by_role("textbox", name="Vad mäts?").focus()
    typed(page, "Anmälda skadegörelser", "", "anmälda brott", "2023", "Anmälda brott 2023")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Värde: Skriv ett tal")
    expect(page.get_by_role("button", name="Spara mätningen")).to_be_focused()
    page.get_by_role("textbox", name="Värde").fill("118")
    page.get_by_role("button", name="Spara mätningen").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Mätningen är sparad.")).to_be_focused()
    expect(section).to_contain_text("118\xa0anmälda brott")
    expect(page.get_by_role("textbox", name="Vad mäts?")).to_have_value("")
