"""Löfte in a browser: what lies behind a promise, and its status updated by thumb."""

import pytest
from playwright.sync_api import Page, expect

from loftdb.view.texts import revision as words
from tests.browser.conftest import DESKTOP, NARROW, PHONE, OpenPage, axe, examine, wait_ready
from tests.browser.serving import Server

pytestmark = pytest.mark.browser
CONTROLS = "/lofte?lofte=stromstad-2023-2024/trafikkontroller"
OFFICE = "/lofte?lofte=forshaga-2023-2025/lokalt-poliskontor"
SCHOOLS = "/lofte?lofte=forshaga-2023-2025/skolbesok"
TAVERNS = "/lofte?lofte=stromstad-2023-2024/krogar-mot-knark"
LIGHTS = "/lofte?lofte=stromstad-2023-2024/led-armaturer"


@pytest.mark.parametrize("address", [CONTROLS, OFFICE, SCHOOLS, "/lofte", "/lofte?lofte=nix", "/hjalp"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_axe_finds_nothing_and_nothing_is_cut(
    server: Server, open_page: OpenPage, size: tuple[int, int], address: str
) -> None:
    examine(open_page(server.url + address, size))


@pytest.mark.parametrize("address", [CONTROLS, OFFICE, SCHOOLS])
@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROW])
def test_no_table_is_wider_than_its_column(
    server: Server, open_page: OpenPage, size: tuple[int, int], address: str
) -> None:
    tables = open_page(server.url + address, size).locator(".loft-page .loft-table").all()
    assert all(each.evaluate("each => each.scrollWidth <= each.parentElement.clientWidth + 1") for each in tables)


def test_the_chart_tells_the_same_to_those_who_do_not_see_it(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + CONTROLS)
    expect(page.get_by_role("figure", name="42 till och med 31 augusti 2024, förväntat hittills 53")).to_be_visible()


def test_another_year_is_one_tap_and_stands_in_the_address(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + CONTROLS, PHONE)
    page.get_by_text("2023", exact=True).first.tap()
    expect(page.get_by_text("95 av 80 trafikkontroller")).to_be_visible()
    assert page.url.endswith("ar=2023")


def test_an_unknown_promise_leads_back(server: Server, open_page: OpenPage) -> None:
    page = open_page(server.url + "/lofte?lofte=nix")
    expect(page.get_by_role("alert")).to_contain_text("Det går inte att hitta löftet nix.")
    page.get_by_role("link", name="Till Översikt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Forshaga 2024")


def save(page: Page) -> None:
    page.get_by_role("button", name="Spara status").tap()
    wait_ready(page)


def test_a_status_is_updated_by_thumb_and_seen_on_the_overview(written: Server, open_page: OpenPage) -> None:
    page = open_page(written.url + TAVERNS, PHONE)
    page.get_by_role("radio", name="Genomfört").tap()
    page.get_by_label("Vad har gjorts?").fill("Samtal med 850101-1234.")
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("personnummer")
    expect(page.get_by_label("Vad har gjorts?")).to_have_value("Samtal med 850101-1234.")
    page.get_by_label("Vad har gjorts?").fill("Alla elva krogar är med.")
    save(page)
    receipt = page.get_by_role("status").filter(has_text="Statusen är sparad.")
    expect(receipt).to_be_in_viewport(ratio=1)
    wait_ready(page)
    expect(page.get_by_label("Vad har gjorts?")).to_have_value("Alla elva krogar är med.")
    page.get_by_role("link", name="← Översikt, Strömstad").tap()
    followed = page.get_by_role("list", name="Löften som följs med status")
    expect(followed.get_by_text("Alla elva krogar är med.")).to_be_visible()


def changed(page: Page, value: str, decision: str) -> None:
    page.get_by_text(words.CHANGE, exact=True).click()
    page.get_by_label(words.VALUE, exact=True).fill(value)
    page.get_by_label(words.VALUE, exact=True).press("Tab")
    expect(page.locator(".loft-effect")).to_be_visible()
    page.get_by_label(words.DECISION, exact=True).fill(decision)
    page.get_by_label(words.REASON, exact=True).fill("Fler besökare i hamnarna.")


def test_a_coordinator_changes_a_target_sees_the_effect_first_and_hears_of_a_colleague(
    written: Server, open_page: OpenPage
) -> None:
    mine, theirs = open_page(written.url + CONTROLS, PHONE), open_page(written.url + CONTROLS)
    changed(mine, "90", "KS § 80")
    expect(mine.locator(".loft-effect")).to_contain_text("80 → 82")
    axe(mine)
    assert mine.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    changed(theirs, "70", "KS § 79")
    theirs.get_by_role("button", name=words.SAVE).press("Enter")
    expect(theirs.get_by_role("heading", name="Ändrat från och med 15 oktober 2024")).to_be_in_viewport()
    expect(theirs.locator(".loft-arrive")).to_be_focused()
    mine.get_by_role("button", name=words.SAVE).tap()
    expect(mine.get_by_text("Någon annan har ändrat medborgarlöftet")).to_be_visible()
    expect(mine.get_by_label(words.DECISION, exact=True)).to_have_value("KS § 80")
    expect(mine.locator(".loft-effect")).to_contain_text("78 → 82")
    mine.get_by_role("button", name=words.SAVE).dblclick()
    expect(mine.get_by_text("Ändringen är sparad.")).to_be_visible()
    expect(mine.locator(".loft-revisions")).to_contain_text("Beslut: KS § 80. Fler besökare i hamnarna.")


def test_items_are_ticked_and_a_double_tap_saves_once(written: Server, open_page: OpenPage) -> None:
    page = open_page(written.url + SCHOOLS)
    page.get_by_text("Grundskolorna", exact=True).click()
    page.get_by_label("Vad har gjorts?").fill("Grundskolorna är besökta.")
    page.get_by_role("button", name="Spara status").dblclick()
    expect(page.get_by_text("2 av 2", exact=True)).to_be_visible()
    wait_ready(page)
    page.reload()
    wait_ready(page)
    expect(page.locator(".loft-page").get_by_text("Grundskolorna är besökta.")).to_have_count(1)
    expect(page.get_by_role("heading", name="Tidigare")).to_be_visible()


@pytest.mark.parametrize(
    ("address", "field", "button"),
    [
        (LIGHTS, "Vad har gjorts?", "Spara status"),
        (LIGHTS + "&skriv=1", "Till allmänheten", "Spara avvikelsen"),
        (LIGHTS + "&funktion=1", "Ansvarig funktion", "Spara funktionen"),
    ],
)
def test_nothing_written_is_lost_where_somebody_else_was_first(
    written: Server, open_page: OpenPage, address: str, field: str, button: str
) -> None:
    mine, theirs = open_page(written.url + address, PHONE), open_page(written.url + address)
    for page, text in ((mine, "Skriven först"), (theirs, "Sparad först")):
        page.get_by_role("textbox", name=field).fill(text)
    theirs.get_by_role("button", name=button, exact=True).press("Enter")
    wait_ready(theirs)
    mine.get_by_role("button", name=button, exact=True).press("Enter")
    expect(mine.get_by_role("alert").filter(has_text="Någon annan har ändrat")).to_be_visible()
    expect(mine.get_by_role("textbox", name=field)).to_have_value("Skriven först")
