"""Överlämning in a browser: made under the council's meetings, copied, and taken home as PDF."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, OpenPage, axe
from tests.browser.serving import Server

pytestmark = pytest.mark.browser


def test_the_handover_is_made_copied_and_taken_home(server: Server, open_page: OpenPage) -> None:
    page = open_page(f"{server.url}/mote?{urlencode({'kommun': 'Strömstad'})}", PHONE)
    page.get_by_role("button", name="Ta fram överlämning").press("Enter")
    expect(page.get_by_text("Överlämningen är klar.")).to_be_visible()
    expect(page.get_by_role("button", name="Ta fram överlämning")).to_be_focused()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopiera texten").click()
    expect(page.get_by_text("Kopierad.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Överlämning: Strömstad\n")
    assert "\n\nÖPPNA BESLUT\n" in copied
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta som PDF").click()
    assert download.value.suggested_filename == "overlamning-1486-2024-10-15-exempeldata.pdf"
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF")
    axe(page)
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
